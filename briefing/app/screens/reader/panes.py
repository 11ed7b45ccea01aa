"""Which panes are shown."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.app.screens.reader.base import ReaderBase


class Panes(ReaderBase):
    """Panes come and go by key; where there is no room they are drawers over the body."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("z", "alone", "Read the text alone", show=False, id="alone"),
        Binding("1", "pane('outline')", "Outline: show or hide", show=False, id="pane.outline"),
        Binding("2", "pane('body')", "Body", show=False, id="pane.body"),
        Binding("3", "pane('facts')", "Facts: show or hide", show=False, id="pane.facts"),
        Binding("tab", "app.focus_next", "Next pane", show=False, id="pane.next"),
        Binding("shift+tab", "app.focus_previous", "Previous pane", show=False, id="pane.previous"),
        Binding("escape", "close_drawers", "Close what lies over the body", show=False, id="close"),
    ]

    def action_alone(self) -> None:
        """Show the text alone, or everything again."""
        self.toggle_class("-alone")
        self.body.focus()

    def action_pane(self, name: str) -> None:
        """Show or hide a pane; where it is a drawer, open or close it."""
        self.remove_class("-alone")
        if name == "body":
            self.close_drawers()
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
        self.close_drawers()
        self.body.focus()
