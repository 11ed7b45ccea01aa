"""Programs outside that show a document: a browser, an editor, what the system opens it with."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from textual.app import App, SuspendNotSupported

from briefing.errors import OutsideError

_OPENED = ("http://", "https://", "mailto:")


def editor_command() -> list[str]:
    """Take the editor's command from the environment.

    Raises:
        OutsideError: None is named there, or one that is no command.
    """
    for name in ("VISUAL", "EDITOR"):
        if words := os.environ.get(name, "").strip():
            try:
                return shlex.split(words, posix=sys.platform != "win32")
            except ValueError as error:
                raise OutsideError(f"${name} is no command: {words}") from error
    raise OutsideError("Neither $VISUAL nor $EDITOR names an editor.")


def edit(app: App[object], path: Path) -> None:
    """Give the terminal to the editor until it ends.

    Raises:
        OutsideError: It can't be started, failed, or there is no terminal to give.
    """
    command = editor_command()
    # A name that begins with a dash would be an option.
    status = _run_in_terminal(app, [*command, str(path.absolute())])
    if status != 0:
        raise OutsideError(f"{command[0]} ended with status {status}.")


def browse(app: App[object], url: str) -> None:
    """Show a web page, in a browser with a window or in one that takes the terminal meanwhile.

    Raises:
        OutsideError: It is no address of the web or of mail, or there is no browser.
    """
    if not url.startswith(_OPENED):
        raise OutsideError(f"Only addresses of the web and of mail are opened, not {url}")
    if app.is_web:
        app.open_url(url)
        return
    try:
        browser = webbrowser.get()
    except webbrowser.Error as error:
        raise OutsideError(f"There is no browser here to open {url}") from error
    if not isinstance(browser, webbrowser.GenericBrowser) or isinstance(
        browser, webbrowser.BackgroundBrowser
    ):
        # It may take seconds to come up.
        Thread(target=app.open_url, args=(url,), name="browser", daemon=True).start()
        return
    with _terminal_of(app):
        browser.open(url)


def view(app: App[object], path: Path) -> None:
    """Show a file with what the system opens such files with.

    Raises:
        OutsideError: There is no such program, or no window to show it in.
    """
    target = str(path.absolute())
    if app.is_web:
        raise OutsideError("In a browser no window of this machine can be opened.")
    if sys.platform == "win32":
        os.startfile(target)
        return
    if sys.platform != "darwin" and not _has_windows():
        raise OutsideError("There is no window to open it in: this terminal is all there is.")
    command = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        started = subprocess.Popen(
            [command, target],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise OutsideError(f"{command} can't be started: {error.strerror}.") from error
    # Somebody has to hear that it ended.
    Thread(target=started.wait, name="viewer", daemon=True).start()


def _has_windows() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _run_in_terminal(app: App[object], command: Sequence[str]) -> int:
    with _terminal_of(app):
        try:
            return subprocess.run(command, check=False).returncode
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise OutsideError(f"{command[0]} can't be started: {reason}.") from error


@contextmanager
def _terminal_of(app: App[object]) -> Iterator[None]:
    """Leave the terminal to another program, and take it back."""
    try:
        with app.suspend():
            # Ctrl+C is meant for that program. It would not hear it if we let it be ignored,
            # as that is passed on; a function of ours is not.
            before = signal.signal(signal.SIGINT, lambda *_: None)
            try:
                yield
            finally:
                signal.signal(signal.SIGINT, before)
    except SuspendNotSupported as error:
        raise OutsideError("There is no terminal here to give to another program.") from error
