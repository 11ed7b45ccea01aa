"""The app: themes, and the reader on top."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from briefing.app.arriving import Turning, TypingAhead
from briefing.app.keys import KeyedApp
from briefing.app.messages import PathsChosen
from briefing.app.pasting import CleanPasting
from briefing.app.screens.first import FirstScreen
from briefing.app.signals import heed_signals
from briefing.app.state import Memory
from briefing.app.theming import DEFAULT_THEME, TERMINAL_THEME, default_inks, load_themes

if TYPE_CHECKING:  # brings the readers
    from textual.filter import LineFilter
    from textual.notifications import SeverityLevel

    from briefing.app.loading import Loader
    from briefing.library import Found
    from briefing.workers.head_start import HeadStart

_MANY = 256
"""Colours that our themes need; with fewer, the terminal's own do better."""
_NO_COLOURS = "Themes are colours, and there are none here (NO_COLOR, or the kind of terminal)."
_KEPT = 4.0
"""Seconds after which changes are written, in case the reader ends with no time to do so."""


class BriefingApp(CleanPasting, TypingAhead, Turning, KeyedApp):
    """Open a reader on files and folders."""

    TITLE = "briefing"
    # Textual loads no stylesheet that belongs to the default screen, so the app names it.
    CSS_PATH = "screens/reader/reader.tcss"
    DEFAULT_MODE = "beginning"

    def __init__(
        self,
        paths: Sequence[str | Found],
        *,
        apart: bool = False,
        head_start: HeadStart | None = None,
        colours: int = _MANY,
    ) -> None:
        """Begin to read.

        Args:
            paths: Of files and folders; without any, one is asked for first.
            apart: Read and analyse in a process of its own, so that no key waits for it.
            head_start: That process, already at work on a glimpse of the first file.
            colours: How many the terminal has; 0 where it has none, or none are wanted.
        """
        self._colours = colours
        self.memory = Memory()
        # Themes come first: one that is set later has every stylesheet parsed a second time.
        self._loaded = load_themes()
        self._themes = {theme.name: theme for theme in self._loaded.themes}
        self.set_reactive(BriefingApp.theme, self._choose_theme())
        super().__init__()
        # For the stylesheets: Textual knows of NO_COLOR alone.
        self.no_color = not colours
        for theme in self._themes.values():
            self.register_theme(theme)
        # A page turned by key must be there at once, also over a slow line.
        self.animation_level = "none"
        self._apart = apart
        self._head_start = head_start
        self._paths = paths
        self._turns = 0
        """How often something else was opened."""
        self.paths: Sequence[str] = ()
        """What is read, as far as it can be opened again: not what was piped in."""
        self._loader: Loader | None = None
        if paths and head_start is None:
            self._loader = self._prepare(paths)
            self._loader.start()
        # The loader's thread unpacks what was found, or finds it itself where no other process
        # can be had. It hands the interpreter over after this many seconds at the latest, which
        # a key would otherwise wait for ten times as long.
        sys.setswitchinterval(0.0005)

    def get_default_screen(self) -> Screen[None]:
        """Start with the text, or where it is not said what to read, with a list."""
        if self._head_start is not None:
            self.hold_keys()
            return FirstScreen(self._head_start)
        if self._loader is not None:
            return self._make_reader(self._loader)
        from briefing.app.screens.start import StartScreen  # never needed together

        return StartScreen(self.memory.recent, now=datetime.now())

    def get_theme(self, theme_name: str) -> Theme | None:
        """Find a theme, one of ours also before Textual has been told of it."""
        return self._themes.get(theme_name) or super().get_theme(theme_name)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Leave the colours out where there are none; Textual would make them grey."""
        if self._colours:
            return super().get_line_filters()
        from briefing.app.monochrome import WithoutColours  # for few terminals

        return [WithoutColours()]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give Textual's own themes the inks that ours bring along."""
        return default_inks(self.current_theme)

    def on_mount(self) -> None:
        """Keep from now on where the reader is, whatever ends it."""
        heed_signals(self)
        self.set_interval(_KEPT, self._keep_soon)

    def on_ready(self) -> None:
        """Say which themes have a mistake, once there is something to read."""
        self.warn(self._loaded.problems, title="Themes")

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something for a while; what a key said gives way to what the next one says.

        What is given its own time stays that long.
        """
        if timeout is None:
            for said in tuple(self._notifications):
                if said.timeout == self.NOTIFICATION_TIMEOUT:
                    self._unnotify(said, refresh=False)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def action_change_theme(self) -> None:
        """Choose a theme; each is shown while one goes through the list."""
        if not self._colours:
            self.notify(_NO_COLOURS, markup=False)
            return
        from briefing.app.screens.themes import ThemesScreen  # brings a list and a field

        ours = [theme.name for theme in self._loaded.themes]
        self.push_screen(ThemesScreen(ours, self.available_themes), self.keep_theme)

    def keep_theme(self, theme: str | None) -> None:
        """Begin with a theme the next time; None leaves that as it is."""
        if theme is not None:
            self.memory.choose(replace(self.memory.choices, theme=theme))

    def on_unmount(self) -> None:
        """Keep what has changed since; the terminal is given back in a moment."""
        if changes := self.memory.take_changes():
            changes.write()

    def _choose_theme(self) -> str:
        if not self._colours:
            return TERMINAL_THEME
        usual = DEFAULT_THEME if self._colours >= _MANY else TERMINAL_THEME
        wanted = (self.memory.choices.theme, usual)
        known = {*BUILTIN_THEMES, *self._themes}
        return next((name for name in wanted if name in known), "textual-dark")

    @on(PathsChosen)
    async def _read_others(self, event: PathsChosen) -> None:
        """Read other paths from now on; nothing of the old ones stays on the screen."""
        loader = self._prepare(event.paths)
        loader.start()
        await self._turn_to(loader)

    @on(FirstScreen.Painted)
    async def _bring_the_rest(self) -> None:
        """Bring outline, facts and keys, now that the first text can be read."""
        if self._head_start is not None:
            loader = self._prepare(self._paths)
            loader.start(self._head_start)
            await self._turn_to(loader)
        await self.release_keys()

    async def _turn_to(self, loader: Loader) -> None:
        # Textual can't switch from the screen that an app begins with, but from its mode.
        before = self.current_mode
        if before == self.DEFAULT_MODE:
            self.add_mode(before, self.get_default_screen)
        self._turns += 1
        turn = f"reading {self._turns}"
        self.add_mode(turn, partial(self._make_reader, loader))
        await self.turn_to(turn)
        self.call_after_refresh(self.remove_mode, before)

    def _prepare(self, paths: Sequence[str | Found]) -> Loader:
        self.paths = [path for path in paths if isinstance(path, str)]
        from briefing.app.loading import Loader  # the first text does not wait for it

        return Loader(paths, apart=self._apart, live=self._apart)

    def _keep_soon(self) -> None:
        if changes := self.memory.take_changes():
            self.run_worker(changes.write, name="state", thread=True, exit_on_error=False)

    def _make_reader(self, loader: Loader) -> Screen[None]:
        from briefing.app.screens.reader import ReaderScreen  # the first text does not wait for it

        self.learn_keys()
        return ReaderScreen(loader)
