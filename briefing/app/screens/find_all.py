"""Find words in all documents: a field, how often they are there, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import ClassVar, NamedTuple

from msgspec.structs import replace
from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Input, Label
from textual.worker import get_current_worker

from briefing.app.all_texts import AllTexts
from briefing.app.keys import say_keys
from briefing.app.layout.hits import Found, Hit, Hits, Title
from briefing.app.layout.searching import Query
from briefing.app.screens.dialog import Dialog
from briefing.app.widgets.hit_list import HitList
from briefing.app.widgets.line_field import LineField

_LONGEST = 1000
"""Characters of a query."""
_STILL = 0.03
"""Seconds without another letter after which it is looked for: the letter is painted first."""
_SOON, _PAUSE = 0.04, 0.1
"""Seconds after which something is shown, and then between two tellings of what else was found."""
_ASK = "Type the words to look for."
_LOOKING = "Looking …"
_NOTHING = "No document holds these words."
_KEYS = {
    "all.open": "opens",
    "all.next": "next document",
    "all.case": "case",
    "all.expression": "regex",
    "all.close": "closes",
}
_PROBLEMS = {
    "broken": "This is no regular expression.",
    "slow": "This expression takes too long.",
}


class Left(NamedTuple):
    """How the screen was left."""

    query: Query
    hit: Hit | None
    """What the cursor was on."""
    opened: bool
    """Whether the reader wants to go there."""


class AllField(LineField):
    """Takes the words; the keys that move the cursor among what was found are here, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.open", "Open", id="all.open"),
        Binding("up", "screen.step(-1)", "Row up", show=False, id="all.up"),
        Binding("down", "screen.step(1)", "Row down", show=False, id="all.down"),
        Binding("pageup", "screen.leaf(-1)", "Page up", show=False, id="all.page-up"),
        Binding("pagedown", "screen.leaf(1)", "Page down", show=False, id="all.page-down"),
        Binding("tab", "screen.document(1)", "Next document", show=False, id="all.next"),
        Binding(
            "shift+tab", "screen.document(-1)", "Previous document", show=False, id="all.previous"
        ),
    ]


class FindAllScreen(Dialog[Left], inherit_bindings=False):
    """Looks while words are typed; Esc leaves everything as it was."""

    DEFAULT_CSS = """
    FindAllScreen {
        & > Vertical { width: 96%; max-width: 120; height: 92%; padding: 0 1; }
        Horizontal { height: 1; margin-bottom: 1; }
        AllField { width: 1fr; background: $background; background-tint: $background 0%; }
        Label { width: auto; padding-left: 1; color: $ink-quiet; }
        &.-nothing Label { color: $ink-disputed; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", id="all.close"),
        Binding("alt+c", "toggle_case", "Case", tooltip="Capitals count", id="all.case"),
        Binding(
            "alt+r",
            "toggle_expression",
            "Regex",
            tooltip="Regular expression",
            id="all.expression",
        ),
    ]

    wanted: reactive[Query] = reactive(Query(), layout=False, repaint=False, init=False)

    box = getters.query_one(Vertical)
    field = getters.query_one(AllField)
    count = getters.query_one(Label)
    rows = getters.query_one(HitList)

    @dataclass
    class More(Message):
        """More documents have been looked through; for this screen alone."""

        query: Query
        looked: int
        """Documents so far."""
        found: Sequence[Found]
        """Since the last time."""
        titles: tuple[Title, ...] | None = None
        """With the first message, which takes the place of what was found before."""
        ended: bool = False
        problem: str | None = None

    def __init__(self, texts: AllTexts, order: Sequence[int], left: Left | None) -> None:
        """Prepare to look.

        Args:
            texts: Of all documents.
            order: Numbers of their entries, as they are listed.
            left: How the screen was left the last time.
        """
        super().__init__()
        self._texts = texts
        self._order = [number for number in order if texts.entries[number].problem is None]
        self._before = left.hit if left is not None else None
        self._shown: Query | None = None
        """What was looked for when the rows were found."""
        self._looked = 0
        self._ended = False
        self._hurried = False
        self._pending: Timer | None = None
        self.set_reactive(FindAllScreen.wanted, left.query if left is not None else Query())

    def compose(self) -> ComposeResult:
        """Lay out the field, the count and the rows; the frame says what the keys do."""
        with Vertical() as box:
            many = len(self._order)
            box.border_title = Content(f"Find in all {many:,} documents")
            with Horizontal():
                yield AllField(self.wanted.words, max_length=_LONGEST)
                yield Label()
            yield HitList(self._texts.entries)

    def on_mount(self) -> None:
        """Show what was found the last time."""
        self.box.border_subtitle = Content(say_keys(self, _KEYS))
        self.field.select_all()
        self._look()

    # What the keys do

    def action_step(self, by: int) -> None:
        """Go some rows up or down."""
        self._before = None
        self.rows.action_step(by)

    def action_leaf(self, direction: int) -> None:
        """Go a page up or down."""
        self._before = None
        self.rows.action_leaf(direction)

    def action_document(self, by: int) -> None:
        """Go to the next document with matches, or to the one before."""
        self._before = None
        self.rows.action_document(by)

    def action_toggle_case(self) -> None:
        """Let capitals count, or not."""
        self.wanted = replace(self.wanted, case=not self.wanted.case)

    def action_toggle_expression(self) -> None:
        """Take the words as a regular expression, or as they stand."""
        self.wanted = replace(self.wanted, expression=not self.wanted.expression)

    def action_open(self) -> None:
        """Go to what the cursor is on, or to the first that will be found."""
        if self._shown is not self.wanted:
            self._hurried = True
        elif self.rows.hit is not None:
            self.dismiss(Left(self.wanted, self.rows.hit, True))

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(Left(self.wanted, self.rows.hit or self._before, False))

    @on(HitList.Opened)
    def _open(self) -> None:
        self.action_open()

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self.wanted.words:
            self.wanted = replace(self.wanted, words=event.value)

    def watch_wanted(self) -> None:
        """Look for something else."""
        self._before = None
        self._hurried = False
        self._look()

    # Looking

    def _look(self) -> None:
        self.workers.cancel_node(self)
        if self._pending is not None:
            self._pending.stop()
            self._pending = None
        if self.wanted.words:
            self._pending = self.set_timer(_STILL, self._begin)
        else:
            self.rows.hits = Hits()
            self.rows.waiting = _ASK
            self._say("")

    def _begin(self) -> None:
        self._pending, self._ended = None, False
        self._find(self.wanted)

    @work(thread=True, exclusive=True, description="find in all")
    def _find(self, query: Query) -> None:
        worker = get_current_worker()

        def stopped() -> bool:
            return worker.is_cancelled

        until = monotonic() + _SOON
        titles: tuple[Title, ...] | None = self._texts.find_titles(self._order, query, stopped)
        found: list[Found] = []
        looked, problem = 0, None
        for number, text, matches in self._texts.look_through(self._order, query, stopped):
            looked += 1
            problem = problem or matches.problem
            if len(matches):
                found.append(Found(number, text, matches))
            if monotonic() > until:
                self.post_message(self.More(query, looked, found, titles))
                found, titles, until = [], None, monotonic() + _PAUSE
        if not worker.is_cancelled:
            last = self.More(query, looked, found, titles, ended=True, problem=problem)
            self.post_message(last)

    @on(More)
    def _take(self, event: More) -> None:
        """Show more, unless something else was asked for in the meantime."""
        event.stop()
        if event.query is not self.wanted:
            return
        if event.titles is not None:
            self.rows.hits = Hits(event.titles)
        self._shown, self._looked, self._ended = event.query, event.looked, event.ended
        self._add(event.found)
        self._tell(event.problem)
        if self._hurried and (event.ended or self.rows.hit is not None):
            self._hurried = False
            self.action_open()

    def _add(self, found: Iterable[Found]) -> None:
        hits = self.rows.hits
        for each in found:
            hits.add(each)
        self.rows.recount()
        row = hits.row_of(self._before) if self._before is not None else None
        if row is not None:
            self._before = None
            self.rows.cursor = row

    # Saying

    def _tell(self, problem: str | None) -> None:
        hits = self.rows.hits
        nothing = self._ended and not len(hits)
        self.rows.waiting = _PROBLEMS.get(problem or "", _NOTHING) if nothing else _LOOKING
        self.set_class(nothing, "-nothing")
        total, many = len(self._order), len(hits.found)
        documents = "document" if many == 1 else "documents"
        words = problem or f"{hits.matches:,} in {many:,} {documents}"
        if not self._ended:
            words = f"{words} · {self._looked:,} of {total:,} looked through"
        self._say(words)

    def _say(self, words: str) -> None:
        told = ("case" * self.wanted.case, "regex" * self.wanted.expression, words)
        self.count.update(Content(" · ".join(filter(None, told))))
