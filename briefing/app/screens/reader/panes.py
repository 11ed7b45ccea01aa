"""Which panes are shown."""

from __future__ import annotations

from typing import ClassVar, get_args

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from briefing.app.screens.reader.base import ReaderBase
from briefing.app.state import Hideable


class Panes(ReaderBase):
    """Panes come and go by key; where there is no room they are drawers over the body."""

    KEYS: ClassVar[list[BindingType]] = [
        # The toggle again, for the foot: panes stay hidden between runs, and nothing else tells.
        Binding("z", "beside", "Panes", tooltip="Show what stands beside the text", id="alone.end"),
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
        self.close_drawers()
        self.body.focus()
        self._keep_panes()

    def action_beside(self) -> None:
        """Show everything again."""
        self.action_alone()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show again only what is hidden."""
        if action == "beside":
            return self.has_class("-alone")
        return super().check_action(action, parameters)

    def action_pane(self, name: str) -> None:
        """Show or hide a pane; where it is a drawer, open or close it."""
        self.remove_class("-alone")
        if name == "body":
            self.close_drawers()
            self.body.focus()
        elif self._toggle(name):
            self.open_pane(name)
        else:
            self.body.focus()
        self._keep_panes()

    def action_close_drawers(self) -> None:
        """Close what lies over the body."""
        self.close_drawers()
        self.body.focus()

    def open_pane(self, name: str) -> None:
        """Show a pane, wherever it has room, and give it the focus."""
        self.remove_class("-alone")
        if self._is_drawer(name):
            self.close_drawers()
            self.add_class(f"-{name}-drawer")
        else:
            self.remove_class(f"-no-{name}")
        if name == "outline":
            self.outline.focus()
        else:
            self.facts_pane.focus_tab()
        self._keep_panes()

    def _toggle(self, name: str) -> bool:
        """Show or hide a pane; tells whether it is shown now."""
        if self._is_drawer(name):
            opened = not self.has_class(f"-{name}-drawer")
            self.close_drawers()
            self.set_class(opened, f"-{name}-drawer")
            return opened
        self.toggle_class(f"-no-{name}")
        return not self.has_class(f"-no-{name}")

    def _is_drawer(self, name: str) -> bool:
        return self.has_class("-narrow") or (name == "outline" and self.has_class("-medium"))

    def _keep_panes(self) -> None:
        self.fit_panes(self.size.width)
        hidden = frozenset(pane for pane in get_args(Hideable) if self.has_class(f"-no-{pane}"))
        alone = self.has_class("-alone")
        self.memory.choose(replace(self.memory.choices, hidden=hidden, alone=alone))
        self.refresh_bindings()
