"""Ask on which day an article was published; relative dates are reckoned from it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from briefing.app.keys import say_keys
from briefing.app.screens.dialog import Dialog
from briefing.app.widgets.line_field import LineField
from briefing.gate import clean
from briefing.model import PublishedFrom
from briefing.reading.dateline import read_day

_FROM: dict[PublishedFrom, str] = {
    "dateline": "as the text itself says",
    "file": "as the file says",
    "side": "from the side file beside it",
    "as-of": "as given at the start",
}
_NOBODY = "Nobody says when it was published."
_HOW = (
    "Write a whole day, as in 2024-11-04 or 4 November 2024. Words such as “yesterday” are "
    "reckoned from it, so they can't be it."
)
_CLEARS = "The side file will no longer say a day."
_NOTHING = "The side file says no day."
_KEYS = {"day.keep": "keeps it", "day.close": "leaves it"}


class DayField(LineField):
    """Takes a day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Keep", id="day.keep"),
    ]


class DayScreen(Dialog[tuple[date | None]], inherit_bindings=False):
    """A field for a day that says at once how it is understood."""

    DEFAULT_CSS = """
    DayScreen {
        & > Vertical { width: 64; padding: 1 2; }
        Label { width: 100%; height: auto; }
        #name { text-wrap: nowrap; text-overflow: ellipsis; text-style: bold; }
        #known, #where { color: $ink-quiet; }
        DayField {
            background: $background;
            background-tint: $background 0%;
            margin: 1 0;
        }
        #understood { min-height: 2; }
        &.-wrong #understood { color: $ink-disputed; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", id="day.close"),
    ]

    field = getters.query_one(DayField)
    understood = getters.query_one("#understood", Label)

    def __init__(
        self, shown: str, known: date | None, source: PublishedFrom | None, where: str
    ) -> None:
        """Prepare the question.

        Args:
            shown: The document's name.
            known: When it was published, as far as anybody says.
            source: Who says so.
            where: A sentence that says where the day will be kept.
        """
        super().__init__()
        self._shown = shown
        self._known = known
        self._source = source
        self._where = where

    def compose(self) -> ComposeResult:
        """Show what is known, take the day, say how it is understood."""
        with Vertical() as box:
            box.border_title = Content("Day of publication")
            box.border_subtitle = Content(say_keys(self, _KEYS))
            yield Label(Content(clean(self._shown)), id="name")
            yield Label(Content(self._what_is_known()), id="known")
            yield DayField(
                self._known.isoformat() if self._known else "",
                placeholder="2024-11-04 or 4 November 2024",
                max_length=60,
            )
            yield Label(id="understood")
            yield Label(Content(clean(self._where)), id="where")

    @on(Input.Changed)
    def _understand(self) -> None:
        words = self.field.value
        day = read_day(words)
        wrong = day is None and bool(words.strip())
        self.set_class(wrong, "-wrong")
        self.understood.update(Content(_HOW if wrong else self._say(day)))

    @on(Input.Submitted)
    def _keep(self) -> None:
        words = self.field.value
        day = read_day(words)
        if day is None and words.strip():
            return
        unchanged = day == self._known if day else self._source != "side"
        self.dismiss(None if unchanged else (day,))

    def _say(self, day: date | None) -> str:
        if day is not None:
            return say_day(day)
        return _CLEARS if self._source == "side" else _NOTHING

    def _what_is_known(self) -> str:
        if self._known is None or self._source is None:
            return _NOBODY
        return f"{say_day(self._known)}, {_FROM[self._source]}"


def say_day(day: date) -> str:
    """Write a day in words: "Monday 4 November 2024"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"
