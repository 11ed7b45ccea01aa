"""What is shown where nobody said what to read: what was opened before, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static
from textual.worker import get_current_worker

from briefing.app.completion import why_none
from briefing.app.keys import key_for
from briefing.app.messages import PathsChosen
from briefing.app.state import Recent
from briefing.app.widgets.opening_list import OpeningList, Target
from briefing.app.widgets.recent_rows import find_gone, recent_rows
from briefing.app.widgets.top_bar import TopBar
from briefing.gate import clean

_WELCOME = "Nothing has been opened yet."
_WHAT = (
    "briefing reads articles from files and folders: plain text, Markdown, web pages. "
    "Say at the start what to read:"
)
_EXAMPLES = (
    ("briefing seeds/", "a folder"),
    ("briefing article.html", "a file"),
    ("curl -s ADDRESS | briefing -", "what is piped in"),
)
_COLUMN = 32


class StartScreen(Screen[None], inherit_bindings=False):
    """A list of what was opened before; Enter goes on with the newest."""

    DEFAULT_CSS = """
    StartScreen {
        background: $background;
        & > Center { height: 1fr; align: center middle; }
        #box {
            width: 84;
            max-width: 96%;
            height: auto;
            max-height: 90%;
            border: round $accent;
            border-title-color: $accent;
            border-subtitle-color: $ink-quiet;
            background: $background;
            padding: 1 2;
        }
        #welcome { height: auto; width: 100%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", "Quit", id="start.quit"),
        Binding("question_mark", "help", "Help", id="start.help"),
        Binding("t", "app.change_theme", "Themes", id="start.themes"),
        Binding("o", "open", "Open another", tooltip="Open a file or a folder", id="start.open"),
    ]

    recents = getters.query_one(OpeningList)

    def __init__(self, recent: Sequence[Recent], *, now: datetime) -> None:
        """Prepare the list.

        Args:
            recent: What was opened before, newest first.
            now: Local time.
        """
        super().__init__()
        self._recent = recent
        self._now = now

    def compose(self) -> ComposeResult:
        """Show the list, or where there is none what to do."""
        yield TopBar()
        with Center(), Vertical(id="box") as box:
            if self._recent:
                box.border_title = Content("Opened before")
                yield OpeningList()
            else:
                box.border_title = Content("briefing")
                yield Static(id="welcome")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Put the cursor on the newest, so that Enter goes on with it."""
        box = self.query_one("#box")
        if not self._recent:
            self.query_one("#welcome", Static).update(self._welcome())
            return
        enter, other = key_for(self, "openings.open"), key_for(self, "start.open")
        box.border_subtitle = Content(f"{enter} goes on reading · {other} opens another")
        self._list(frozenset())
        self.recents.action_first()
        self.recents.focus()
        self._look_for_gone()

    def action_help(self) -> None:
        """Show every key."""
        from briefing.app.screens.help import HelpScreen  # not needed for the first screen

        self.app.push_screen(HelpScreen())

    def action_open(self) -> None:
        """Ask what else to open."""
        from briefing.app.screens.open import OpenScreen  # brings an input

        self.app.push_screen(OpenScreen(self._recent, now=self._now), self._opened)

    @on(OpeningList.Chosen)
    def _open(self, event: OpeningList.Chosen) -> None:
        paths = event.opens
        if isinstance(paths, tuple) and (why := why_none(paths)) is not None:
            self.notify(clean(why), severity="warning", markup=False)
        else:
            self._opened(paths)

    def _opened(self, target: Target | None) -> None:
        if isinstance(target, tuple):
            self.post_message(PathsChosen(target))

    @work(thread=True, exclusive=True)
    def _look_for_gone(self) -> None:
        gone = find_gone(self._recent)
        if gone and not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._list, gone)

    def _list(self, gone: frozenset[Recent]) -> None:
        self.recents.rows = tuple(recent_rows(self._recent, gone, self._now))

    def _welcome(self) -> Content:
        lines = [Content.styled(_WELCOME, "bold"), Content(_WHAT), Content("")]
        for command, what in _EXAMPLES:
            shown = Content.styled(command.ljust(_COLUMN), "bold $accent")
            lines.append(Content("  ") + shown + Content.styled(what, "$ink-quiet"))
        other = key_for(self, "start.open")
        lines += [Content(""), Content(f"Or press {other} and choose one here.")]
        return Content("\n").join(lines)
