"""What all parts of the reader's screen share: the documents, the panes, and where one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, TypeAlias

from textual import getters
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from briefing.app.keys import key_for
from briefing.app.layout.filtering import FactFilter
from briefing.app.layout.sections import section_at, title_of
from briefing.app.loading import Loader
from briefing.app.screens.frame import Frame
from briefing.app.shelf import Entry
from briefing.app.widgets.body import Body
from briefing.app.widgets.fact_list import FactList
from briefing.app.widgets.fact_strip import FactStrip
from briefing.app.widgets.facts_pane import FactsPane
from briefing.app.widgets.key_bar import KeyBar
from briefing.app.widgets.outline import Outline, Place
from briefing.app.widgets.top_bar import TopBar
from briefing.gate import clean
from briefing.model import Document, Fact, Headline
from briefing.spans import Span
from briefing.words import ENGLISH_ONLY

_READING = "Reading …"
_LOOKING = "Looking for facts …"
_NO_TEXT = "There is no text to look for facts in."
_NONE = "No claim was found in this text."
_NONE_LEFT = "No fact is left by the filter."

Aim: TypeAlias = Callable[[Document], int]
"""Finds the offset to go to in a document that is opened."""


class ReaderBase(Frame, inherit_bindings=False):
    """The panes of one document at a time; what the keys do, the features beside this module say.

    A feature is a subclass with its ``KEYS``, its actions and what it hears from the panes.
    ``ReaderScreen`` puts them together.
    """

    # Footer words are short, so that all of them fit 80 columns; help says more.
    KEYS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", "Quit", id="quit"),
        Binding("question_mark", "help", "Help", id="help"),
        Binding("t", "app.change_theme", "Themes", show=False, id="themes"),
        Binding("ctrl+c", "screen.copy_text", "Copy what is selected", show=False, id="copy.text"),
    ]

    top_bar = getters.query_one(TopBar)
    outline = getters.query_one(Outline)
    body = getters.query_one(Body)
    facts_pane = getters.query_one(FactsPane)
    fact_list = getters.query_one(FactList)
    strip = getters.query_one(FactStrip)

    next_aim: Aim | None = None
    """Where to go in the document that is opened next, if it is not where one left it."""

    def __init__(self, loader: Loader) -> None:
        super().__init__()
        self.loader = loader
        self.entries: list[Entry] = []
        self.current = 0
        """Index of the entry that is read."""
        self.section = 0
        """Index of the section that the reader is in."""
        self.fact_filter = FactFilter()
        self.busy = True
        """Whether something is still being read or analysed."""

    def panes(self) -> tuple[Widget, Widget, Widget, Widget]:
        """Make the panes."""
        outline, body = Outline(), Body()
        outline.border_title = Content("Outline")
        body.set_reactive(Body.message, _READING)
        return outline, body, FactsPane(), FactStrip()

    def on_mount(self) -> None:
        """Begin with the text."""
        self.body.focus()
        self.watch(self.facts_pane, FactsPane.tab.name, self.say_where, init=False)
        # The text must not wait for the foot.
        self.call_after_refresh(self.query_one("#foot").mount, KeyBar())

    def action_help(self) -> None:
        """Show every key."""
        from briefing.app.screens.help import HelpScreen  # not needed for the first screen

        self.app.push_screen(HelpScreen())

    # What is read

    @property
    def entry(self) -> Entry | None:
        """What is read, as far as it is there."""
        return self.entries[self.current] if self.entries else None

    @property
    def document(self) -> Document | None:
        """The document that is read."""
        return self.entry.document if self.entry is not None else None

    def open_entry(self, number: int) -> None:
        """Turn to another document, at its beginning."""
        if number != self.current:
            # The loader holds it; another copy here would stay for good.
            self.entries[self.current].document = None
        self.current = number
        self.section = 0
        self.fact_filter = self.facts_pane.filter = self.fact_filter.without_places()
        document = self.loader.want(number)
        if document is not None:
            self.entries[number].document = document
        self.outline.unfold_only(number)
        self.show_current()

    def learn_headlines(self, headlines: Mapping[int, Headline]) -> None:
        """Hear what documents say of themselves, by the numbers of their entries."""

    def show_current(self) -> None:
        """Show the document that is read, or what more has been found in it."""
        entry = self.entries[self.current]
        document = entry.document
        self.top_bar.entry = entry
        chosen = self.body.chosen
        self.body.message = entry.problem or _READING
        self.body.document = document
        self.facts_pane.document = document
        self.strip.document = document
        self.say_why_no_facts()
        if not self.fact_list.deck.holds(chosen):
            chosen = self.fact_in_view()
        self.choose(chosen)
        self.locate(self.body.offset_in_view)

    def say_why_no_facts(self) -> None:
        """Let the facts' pane say what to wait for, or what else to expect."""
        entry = self.entries[self.current]
        why = self._why_no_facts(entry)
        self.strip.waiting = clean(why)
        document = entry.document
        # What holds for the whole document stands above the list already.
        told = document is not None and why in (*document.notices, *document.faults)
        self.fact_list.waiting = "" if told else clean(why)

    def _why_no_facts(self, entry: Entry) -> str:
        document = entry.document
        if document is None:
            return _NO_TEXT if entry.problem else ""
        if entry.summary is None:
            return entry.problem or _LOOKING
        if document.facts and self.fact_filter:
            return _NONE_LEFT
        if ENGLISH_ONLY in document.notices:
            return ENGLISH_ONLY
        if document.faults and not document.sentences:  # nobody has looked
            return document.faults[-1]
        return _NONE

    # Where one is in it

    def choose(self, fact: Fact | None) -> None:
        """Let a fact stand out in every pane; the body stays where it is."""
        self.body.chosen = fact
        self.strip.fact = fact
        if fact is not None:
            self.fact_list.choose(fact)
        self.say_where()

    def choose_again(self) -> None:
        """Choose a fact that has a card, after other cards were dealt."""
        chosen = self.body.chosen
        self.choose(chosen if self.fact_list.deck.holds(chosen) else self.fact_in_view())

    def fact_in_view(self) -> Fact | None:
        """The chosen fact while it is in view, else the first that begins in view."""
        view = self.body.span_in_view
        chosen = self.body.chosen
        if self.fact_list.deck.holds(chosen) and chosen.claim[0].start in range(*view):
            return chosen
        return self.fact_list.deck.first_from(view.start)

    def show_words(self, span: Span) -> None:
        """Bring words into view and choose the fact that they belong to."""
        self.body.show(span)
        fact = self.fact_list.deck.at(span.start)
        if fact is not None:
            self.choose(fact)
        self.locate(span.start)

    def enter_section(self, section: int) -> None:
        """Put a section's heading on the first row."""
        document = self.document
        if document is None:
            return
        held = document.sections[section]
        self.body.show(held.title or held.span, top=True)
        self.section = section
        self.follow(held.span.start)

    def follow(self, offset: int) -> None:
        """Go with the body, whose first word in view is at an offset."""
        self.locate(offset)
        fact = self.fact_in_view()
        if fact is not None:
            self.choose(fact)

    def locate(self, offset: int) -> None:
        """Find the section of an offset and show where the reader is."""
        document = self.document
        if document is not None and document.sections:
            self.section = section_at(document, offset)
        self.outline.here = Place(self.current, self.section)
        self.facts_pane.follow(self.body.span_in_view)
        self.say_where()

    def say_where(self) -> None:
        """Write into the frames where the reader is and how far."""
        document = self.document
        title = Content(title_of(document, self.section)) if document is not None else None
        self.body.say_head(title)
        self.body.say_foot(Content(f"{self.body.progress} %") if document else None)
        where = self.fact_list.where
        if self.facts_pane.rows is self.fact_list:
            sort = key_for(self, "facts.sort")
            order = f" · by {self.facts_pane.order} ({sort})" if where else ""
            self.facts_pane.say_foot(Content(where + order))
        else:
            self.facts_pane.say_foot(Content(self.facts_pane.rows.where))
        self.strip.say_head(Content(f"Fact {where}" if where else "Facts"))
        filtered = f"filtered, {key_for(self, 'filter')} changes · " if self.fact_filter else ""
        ways = f"{key_for(self, 'pane.facts')} all facts · {key_for(self, 'pane.outline')} outline"
        self.strip.say_foot(Content(filtered + ways))

    def close_drawers(self) -> None:
        """Close what lies over the body."""
        self.remove_class("-outline-drawer", "-facts-drawer")
