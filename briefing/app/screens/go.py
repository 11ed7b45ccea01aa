"""The letters that may follow ``g``, while it waits for one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.app.keys import keys_for
from briefing.app.keys.naming import show_key

_SECTION = "go.section"


class GoScreen(ModalScreen[str], inherit_bindings=False):
    """A line or two at the foot; gives the name of a place, or none."""

    DEFAULT_CSS = """
    GoScreen {
        background: $background 0%;
        align: left bottom;
        & > Static {
            width: 100%;
            height: auto;
            border: round $accent;
            border-title-color: $accent;
            border-subtitle-color: $ink-quiet;
            background: $background;
            padding: 0 1;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "go('beginning')", "Beginning", id="go.beginning"),
        Binding("e", "go('end')", "End", id="go.end"),
        Binding("h", "go('headline')", "Headline", id="go.headline"),
        Binding("o", "go('outline')", "Outline", id="go.outline"),
        Binding("b", "go('body')", "Body", id="go.body"),
        Binding("f", "go('facts')", "Facts", id="go.facts"),
        Binding("s", "go('sources')", "Sources", id="go.sources"),
        Binding("q", "go('questions')", "Open questions", id="go.questions"),
        Binding("n", "go('unread')", "Next unread", id="go.unread"),
        Binding("l", "go('last')", "Where you were", id="go.last"),
        Binding(
            "1,2,3,4,5,6,7,8,9", "section", "Section", tooltip="Section of that number", id=_SECTION
        ),
        Binding("escape", "dismiss", "Stay", id="go.stay"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._pressed = ""

    def compose(self) -> ComposeResult:
        """List the letters."""
        line = Static(Content("   ").join(self._places()))
        line.border_title = Content("Go to")
        yield line

    def on_key(self, event: events.Key) -> None:
        """Take any other key as a change of mind."""
        self._pressed = event.key
        if event.key not in self.active_bindings:
            event.stop()
            self.dismiss()

    def action_go(self, place: str) -> None:
        """Name a place."""
        self.dismiss(place)

    def action_section(self) -> None:
        """Name a section by its number: the first of the keys is the first section."""
        keys = keys_for(self, _SECTION)
        if self._pressed in keys:
            self.dismiss(str(keys.index(self._pressed) + 1))

    def _places(self) -> Iterator[Content]:
        for binding in self.BINDINGS:
            if isinstance(binding, Binding) and (keys := keys_for(self, binding.id or "")):
                shown = show_key(keys[0])
                if binding.id == _SECTION:
                    shown += f"–{show_key(keys[-1])}"
                # A place breaks over two lines only between its neighbours.
                words = binding.description.replace(" ", "\N{NO-BREAK SPACE}")
                key = Content.styled(shown, "bold $accent")
                yield key + Content(f"\N{NO-BREAK SPACE}{words}")
