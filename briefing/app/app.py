"""The app: themes, and the reader on top."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from msgspec.structs import replace
from textual.theme import BUILTIN_THEMES, Theme

from briefing.app.keys import KeyedApp
from briefing.app.loading import Loader
from briefing.app.screens.reader import ReaderScreen
from briefing.app.state import Memory
from briefing.app.theming import DEFAULT_THEME, default_inks, load_themes

_KEPT = 4.0
"""Seconds after which changes are written, in case the reader ends with no time to do so."""


class BriefingApp(KeyedApp):
    """Open a reader on files and folders."""

    TITLE = "briefing"
    # Textual loads no stylesheet that belongs to the default screen, so the app names it.
    CSS_PATH = "screens/reader/reader.tcss"

    def __init__(self, paths: Sequence[str], *, apart: bool = False) -> None:
        """``apart``: read and analyse in a process of its own, so that no key waits for it."""
        self.memory = Memory()
        # Themes come first: one that is set later has every stylesheet parsed a second time.
        self._loaded = load_themes()
        self._themes = {theme.name: theme for theme in self._loaded.themes}
        self.set_reactive(BriefingApp.theme, self._choose_theme())
        super().__init__()
        for theme in self._themes.values():
            self.register_theme(theme)
        # A page turned by key must be there at once, also over a slow line.
        self.animation_level = "none"
        self._loader = Loader(paths, apart=apart)
        self._loader.start()
        # The loader's thread unpacks what was found, or finds it itself where no other process
        # can be had. It hands the interpreter over after this many seconds at the latest, which
        # a key would otherwise wait for ten times as long.
        sys.setswitchinterval(0.0005)

    def get_default_screen(self) -> ReaderScreen:
        """Start with the reader."""
        return ReaderScreen(self._loader)

    def get_theme(self, theme_name: str) -> Theme | None:
        """Find a theme, one of ours also before Textual has been told of it."""
        return self._themes.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give Textual's own themes the inks that ours bring along."""
        return default_inks(self.current_theme)

    def on_mount(self) -> None:
        """Keep from now on where the reader is."""
        self.set_interval(_KEPT, self._keep_soon)

    def on_ready(self) -> None:
        """Say which themes have a mistake, once there is something to read."""
        self.warn(self._loaded.problems, title="Themes")

    def action_change_theme(self) -> None:
        """Choose a theme; each is shown while one goes through the list."""
        from briefing.app.screens.themes import ThemesScreen  # brings a list and a field

        ours = [theme.name for theme in self._loaded.themes]
        self.push_screen(ThemesScreen(ours, self.available_themes), self._keep_theme)

    def on_unmount(self) -> None:
        """Keep what has changed since; the terminal is given back in a moment."""
        if changes := self.memory.take_changes():
            changes.write()

    def _choose_theme(self) -> str:
        wanted = (self.memory.choices.theme, DEFAULT_THEME)
        known = {*BUILTIN_THEMES, *self._themes}
        return next((name for name in wanted if name in known), "textual-dark")

    def _keep_theme(self, theme: str | None) -> None:
        if theme is not None:
            self.memory.choose(replace(self.memory.choices, theme=theme))

    def _keep_soon(self) -> None:
        if changes := self.memory.take_changes():
            self.run_worker(changes.write, name="state", thread=True, exit_on_error=False)
