"""The app: themes, and the reader on top."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from textual.app import App

from briefing.app.loading import Loader
from briefing.app.screens.reader import ReaderScreen
from briefing.app.state import State, load_state, save_state
from briefing.app.theming import DEFAULT_THEME, default_inks, load_themes


class BriefingApp(App[None]):
    """Open a reader on files and folders."""

    TITLE = "briefing"
    # Textual loads no stylesheet that belongs to the default screen, so the app names it.
    CSS_PATH = "screens/reader/reader.tcss"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, paths: Sequence[str], *, apart: bool = False) -> None:
        """``apart``: read and analyse in a process of its own, so that no key waits for it."""
        super().__init__()
        # A page turned by key must be there at once, also over a slow line.
        self.animation_level = "none"
        self._loader = Loader(paths, apart=apart)
        self._loader.start()
        # The loader's thread unpacks what was found, or finds it itself where no other process
        # can be had. It hands the interpreter over after this many seconds at the latest, which
        # a key would otherwise wait for ten times as long.
        sys.setswitchinterval(0.0005)
        self._state = load_state()
        for theme in load_themes():
            self.register_theme(theme)
        wanted = (self._state.theme, DEFAULT_THEME)
        self.theme = next((w for w in wanted if w in self.available_themes), "textual-dark")

    def get_default_screen(self) -> ReaderScreen:
        """Start with the reader."""
        return ReaderScreen(self._loader)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give Textual's own themes the inks that ours bring along."""
        return default_inks(self.current_theme)

    def on_mount(self) -> None:
        """Keep the theme that is chosen from now on."""
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep(theme.name))

    def _keep(self, theme: str) -> None:
        if theme != self._state.theme:
            self._state = State(theme=theme)
            save_state(self._state)
