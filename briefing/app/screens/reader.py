"""Outline, body and facts of one document at a time."""

from __future__ import annotations

from bisect import bisect_right
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer

from briefing.app import loading
from briefing.app.layout.filtering import FactFilter
from briefing.app.shelf import Entry
from briefing.app.widgets.body import Body
from briefing.app.widgets.fact_list import FactList
from briefing.app.widgets.fact_strip import FactStrip
from briefing.app.widgets.facts_pane import FactsPane
from briefing.app.widgets.outline import Outline, Place
from briefing.app.widgets.place_list import PlaceList
from briefing.app.widgets.search_bar import SearchBar
from briefing.app.widgets.top_bar import TopBar
from briefing.gate import clean
from briefing.model import Collection, Document, Fact
from briefing.spans import Span
from briefing.words import ENGLISH_ONLY, LEAD

_LOOKING = "Looking for facts …"
_PROGRESS = 0.2
"""Seconds between two reports of progress."""
_NONE = "No claim was found in this text."
_NONE_LEFT = "No fact is left by the filter; f changes it."


class ReaderScreen(Screen[None]):
    """The reader: only this screen knows both what is read and who shows it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]
    # Footer words are short, so that all of them fit 80 columns; help says more.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", "Quit", id="quit"),
        Binding("question_mark", "help", "Help", id="help", key_display="?"),
        # While a search is on, these go before the next section and the closing of drawers.
        Binding("n", "match(1)", "Match", tooltip="Next match of the search", id="match.next"),
        Binding("N", "match(-1)", "Previous match", show=False, id="match.previous"),
        Binding("escape", "end_search", "End the search", show=False, id="search.end"),
        Binding("n", "section(1)", "Section", tooltip="Next section", id="section.next"),
        Binding("p", "section(-1)", "Previous section", show=False, id="section.previous"),
        Binding(
            "right_square_bracket",
            "turn(1)",
            "File",
            tooltip="Next document",
            id="document.next",
            key_display="]",
        ),
        Binding(
            "left_square_bracket",
            "turn(-1)",
            "Previous document",
            show=False,
            id="document.previous",
            key_display="[",
        ),
        Binding("slash", "find", "Find", tooltip="Find words", id="find", key_display="/"),
        Binding("J", "fact(1)", "Fact", tooltip="Next fact", id="fact.next"),
        Binding("K", "fact(-1)", "Previous fact", show=False, id="fact.previous"),
        Binding("f", "filter", "Filter", tooltip="Filter the facts", id="filter"),
        Binding("e", "export", "Export", tooltip="Export the brief", id="export"),
        Binding("z", "alone", "Read the text alone", show=False, id="alone"),
        Binding("u", "unfold", "Unfold all repeats", show=False, id="unfold"),
        Binding("1", "pane('outline')", "Outline: show or hide", show=False, id="pane.outline"),
        Binding("2", "pane('body')", "Body", show=False, id="pane.body"),
        Binding("3", "pane('facts')", "Facts: show or hide", show=False, id="pane.facts"),
        Binding("t", "app.change_theme", "Themes", show=False, id="themes"),
        Binding("tab", "app.focus_next", "Next pane", show=False, id="pane.next"),
        Binding("shift+tab", "app.focus_previous", "Previous pane", show=False, id="pane.previous"),
        Binding("escape", "close_drawers", "Close what lies over the body", show=False, id="close"),
    ]

    top_bar = getters.query_one(TopBar)
    outline = getters.query_one(Outline)
    body = getters.query_one(Body)
    facts_pane = getters.query_one(FactsPane)
    fact_list = getters.query_one(FactList)
    strip = getters.query_one(FactStrip)

    def __init__(self, loader: loading.Loader) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._current = 0
        self._section = 0
        self._filter = FactFilter()
        self._search_bar = SearchBar()
        self._loader = loader
        self._progress_timer: Timer | None = None
        self.busy = True

    def compose(self) -> ComposeResult:
        """Lay out the panes; the stylesheet says which give way on a narrow terminal."""
        yield TopBar()
        with Horizontal(id="panes"):
            outline = Outline(id="outline")
            outline.add_class("pane")
            yield outline
            with Vertical(id="text"):
                body = Body(id="body")
                body.add_class("pane")
                yield body
            pane = FactsPane(id="facts")
            pane.add_class("pane")
            yield pane
        strip = FactStrip(id="strip")
        strip.add_class("pane")
        yield strip
        yield Container(id="foot")

    def on_mount(self) -> None:
        """Begin to read."""
        self.outline.border_title = Content("Outline")
        self.body.message = "Reading …"
        self.body.focus()
        for message in self._loader.listen(self.post_message):
            self._hear(message)
        # The footer builds a widget for every key, several times over until the focus has
        # settled; the text must not wait for it.
        self.call_after_refresh(self.query_one("#foot").mount, Footer(show_command_palette=False))

    def on_unmount(self) -> None:
        """Read nothing more."""
        self._loader.stop()

    # What the loader tells

    def _hear(self, message: Message) -> None:
        """Take what was found before there was a screen."""
        match message:
            case loading.Listed():
                self._list(message)
            case loading.Read():
                self._read(message)
            case _:
                self.post_message(message)

    @on(loading.Listed)
    def _list(self, event: loading.Listed) -> None:
        self._entries = event.entries
        self.outline.list_entries(event.entries)
        if event.entries:
            self._open(0)

    @on(loading.Read)
    def _read(self, event: loading.Read) -> None:
        self._entries[event.number].document = event.document
        self.outline.fill(event.number, event.document)
        if event.number == self._current:
            self._show_current()
            self.call_after_refresh(self._loader.painted)
        self._progress()

    @on(loading.Unread)
    def _unread(self, event: loading.Unread) -> None:
        self._entries[event.number].problem = event.reason
        self.outline.fail(event.number)
        if event.number == self._current:
            self._show_current()
        self._progress()

    @on(loading.Analysed)
    def _analysed(self, event: loading.Analysed) -> None:
        entry = self._entries[event.number]
        entry.document, entry.summary = event.document, event.summary
        self.outline.fill(event.number, event.document)
        if event.number == self._current:
            self._show_current()
        self._progress()

    @on(loading.Failed)
    def _fail(self, event: loading.Failed) -> None:
        raise event.error

    @on(loading.Done)
    def _done(self) -> None:
        self.busy = False
        self._progress()

    # What the panes tell

    @on(Outline.Opened)
    def _go(self, event: Outline.Opened) -> None:
        entry, section = event.place
        if entry != self._current:
            self._open(entry)
        if section is not None:
            self._enter_section(section)
        self._close_drawers()
        self.body.focus()

    @on(Body.Moved)
    def _follow(self, event: Body.Moved) -> None:
        self._locate(event.offset)
        fact = self._fact_in_view()
        if fact is not None:
            self._choose(fact)

    @on(Body.Pointed)
    def _point(self, event: Body.Pointed) -> None:
        fact = self.fact_list.at(event.offset)
        if fact is not None:
            self._choose(fact)

    @on(FactList.Chosen)
    def _show(self, event: FactList.Chosen) -> None:
        self._choose(event.fact)
        self.body.show(event.fact.claim[0])
        self._locate(event.fact.claim[0].start)

    @on(PlaceList.Chosen)
    def _show_place(self, event: PlaceList.Chosen) -> None:
        self._show_words(event.span)

    @on(FactsPane.Rearranged)
    def _choose_again(self) -> None:
        """Choose a fact that has a card, after other cards were dealt."""
        chosen = self.body.chosen
        self._choose(chosen if self.fact_list.holds(chosen) else self._fact_in_view())

    @on(SearchBar.Found)
    def _tint(self, event: SearchBar.Found) -> None:
        self.body.matches, self.body.match = event.matches, event.here

    @on(SearchBar.Gone)
    def _show_match(self, event: SearchBar.Gone) -> None:
        self._show_words(event.span)
        if self._search is not None and self._search.has_focus_within:
            self.body.focus()

    @on(SearchBar.Ended)
    def _leave_search(self) -> None:
        self.refresh_bindings()
        self.body.focus()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let some keys act only while a search is on."""
        if action in {"match", "end_search"}:
            return self._search is not None
        if action == "find":
            return not self._search_bar.has_focus_within
        return super().check_action(action, parameters)

    async def action_find(self) -> None:
        """Ask what to look for in this text."""
        if not self._search_bar.is_attached:
            await self.query_one("#text").mount(self._search_bar)
        self._search_bar.document = self._document
        self._search_bar.open(self.body.span_in_view.start)
        self.refresh_bindings()

    def action_match(self, by: int) -> None:
        """Go to the next or previous match."""
        if self._search is not None:
            self._search.step(by, self.body.span_in_view)

    def action_end_search(self) -> None:
        """Look for nothing any more."""
        if self._search is not None:
            self._search.end()

    def action_section(self, by: int) -> None:
        """Go to the next or previous section; from the middle of one, back to its heading."""
        document = self._document
        if document is None:
            return
        to = self._section + by
        start = document.sections[self._section].span.start if document.sections else 0
        if by < 0 and self.body.offset_in_view > start:
            to = self._section
        if 0 <= to < len(document.sections):
            self._enter_section(to)

    def action_turn(self, by: int) -> None:
        """Go to the next or previous document."""
        if 0 <= self._current + by < len(self._entries):
            self._open(self._current + by)

    def action_fact(self, by: int) -> None:
        """Go to the next or previous fact, wherever the focus is."""
        self.fact_list.step(by)

    def action_unfold(self) -> None:
        """Open all repeats, or fold them again."""
        self.body.toggle_all()

    def action_alone(self) -> None:
        """Show the text alone, or everything again."""
        self.toggle_class("-alone")
        self.body.focus()

    def action_pane(self, name: str) -> None:
        """Show or hide a pane; where it is a drawer, open or close it."""
        self.remove_class("-alone")
        if name == "body":
            self._close_drawers()
            self.body.focus()
            return
        drawer = self.has_class("-narrow") or (name == "outline" and self.has_class("-medium"))
        if drawer:
            other = "facts" if name == "outline" else "outline"
            self.remove_class(f"-{other}-drawer")
        self.toggle_class(f"-{name}-drawer" if drawer else f"-no-{name}")
        opened = self.has_class(f"-{name}-drawer") if drawer else not self.has_class(f"-no-{name}")
        if not opened:
            self.body.focus()
        elif name == "outline":
            self.outline.focus()
        else:
            self.facts_pane.focus_tab()

    def action_close_drawers(self) -> None:
        """Close what lies over the body."""
        self._close_drawers()
        self.body.focus()

    def action_help(self) -> None:
        """Show every key."""
        from briefing.app.screens.help import HelpScreen  # not needed for the first screen

        self.app.push_screen(HelpScreen(self))

    def action_filter(self) -> None:
        """Ask which facts are shown."""
        document = self._document
        if document is None or not document.facts:
            waiting = self.fact_list.waiting or "There are no facts to filter."
            self.notify(waiting, severity="warning", markup=False)
            return
        from briefing.app.screens.filter import FilterScreen  # brings a list

        self.app.push_screen(FilterScreen(document, self._filter, self._section), self._keep)

    def action_export(self) -> None:
        """Ask where the brief goes, then write it."""
        document = self._document
        if document is None:
            self.notify("There is no text to export.", severity="warning", markup=False)
        elif self._entries[self._current].summary is None:
            self.notify("Facts are still being looked for.", severity="warning", markup=False)
        else:
            from briefing.app.screens.export import ExportScreen  # brings inputs and buttons

            self.app.push_screen(ExportScreen(Collection(documents=(document,))))

    # Showing

    @property
    def _search(self) -> SearchBar | None:
        """The search that is on."""
        bar = self._search_bar
        return bar if bar.is_attached and bar.display else None

    @property
    def _document(self) -> Document | None:
        return self._entries[self._current].document if self._entries else None

    def _open(self, number: int) -> None:
        self._current = number
        self._section = 0
        self._filter = self.facts_pane.filter = self._filter.without_places()
        self._loader.want(number)
        self.outline.unfold_only(number)
        self._show_current()
        self._locate(0)
        self._progress()

    def _show_current(self) -> None:
        entry = self._entries[self._current]
        document = entry.document
        self.top_bar.entry = entry
        chosen = self.body.chosen
        self.body.message = entry.problem or "Reading …"
        self.body.document = document
        if self._search is not None:
            self._search.document = document
        self.facts_pane.document = document
        self.strip.document = document
        waiting = self._why_no_facts(entry)
        self.fact_list.waiting = self.strip.waiting = waiting
        if not self.fact_list.holds(chosen):
            chosen = self._fact_in_view()
        self._choose(chosen)
        self._locate(self.body.offset_in_view)

    def _keep(self, chosen: FactFilter | None) -> None:
        """Show only the facts that a filter leaves; None leaves everything as it is."""
        if chosen is not None and self._entries:
            self._filter = self.facts_pane.filter = chosen
            waiting = self._why_no_facts(self._entries[self._current])
            self.fact_list.waiting = self.strip.waiting = waiting
            self._choose_again()

    def _why_no_facts(self, entry: Entry) -> str:
        if entry.document is None:
            return ""
        if entry.summary is None:
            return _LOOKING
        if entry.document.facts and self._filter:
            return _NONE_LEFT
        return "" if ENGLISH_ONLY in entry.document.notices else _NONE

    def _choose(self, fact: Fact | None) -> None:
        self.body.chosen = fact
        self.strip.fact = fact
        if fact is not None:
            self.fact_list.choose(fact)
        self._say_where()

    def _show_words(self, span: Span) -> None:
        """Bring words into view and choose the fact that they belong to."""
        self.body.show(span)
        fact = self.fact_list.at(span.start)
        if fact is not None:
            self._choose(fact)
        self._locate(span.start)

    def _fact_in_view(self) -> Fact | None:
        """The chosen fact while it is in view, else the first that begins in view."""
        view = self.body.span_in_view
        chosen = self.body.chosen
        if self.fact_list.holds(chosen) and chosen.claim[0].start in range(*view):
            return chosen
        return self.fact_list.first_from(view.start)

    def _enter_section(self, section: int) -> None:
        document = self._document
        if document is None:
            return
        held = document.sections[section]
        self.body.show(held.title or held.span, top=True)
        self._section = section
        self._follow(Body.Moved(held.span.start))

    def _locate(self, offset: int) -> None:
        """Find the section of an offset and show where the reader is."""
        document = self._document
        if document is not None and document.sections:
            starts = [section.span.start for section in document.sections]
            self._section = max(0, bisect_right(starts, offset) - 1)
        self.outline.here = Place(self._current, self._section)
        self._say_where()

    def _say_where(self) -> None:
        document = self._document
        title = LEAD
        if document is not None and document.sections:
            held = document.sections[self._section].title
            title = clean(held.of(document.text)) if held is not None else LEAD
        self.body.border_title = Content(title) if document is not None else None
        self.body.border_subtitle = Content(f"{self.body.progress} %") if document else None
        facts = self.fact_list.facts
        chosen = self.fact_list.chosen
        where = f"{(chosen or 0) + 1} of {len(facts)}" if facts else ""
        order = f" · by {self.facts_pane.order} (s)" if facts else ""
        self.facts_pane.border_subtitle = Content(where + order)
        self.strip.border_title = Content(f"Fact {where}" if where else "Facts")
        filtered = "filtered, f changes · " if self._filter else ""
        self.strip.border_subtitle = Content(f"{filtered}3 all facts · 1 outline")

    def _progress(self) -> None:
        """Say soon how far the reading is: a thousand files bring thousands of messages."""
        if self._progress_timer is None:
            self._progress_timer = self.set_timer(_PROGRESS, self._say_progress)

    def _say_progress(self) -> None:
        self._progress_timer = None
        total = len(self._entries)
        words = f"{self._current + 1} of {total}" if total else ""
        if self.busy:
            read = sum(e.document is not None or e.problem is not None for e in self._entries)
            done = sum(e.summary is not None or e.problem is not None for e in self._entries)
            words = f"{read} of {total} read, {done} analysed"
        self.outline.border_subtitle = Content(words)

    def _close_drawers(self) -> None:
        self.remove_class("-outline-drawer", "-facts-drawer")
