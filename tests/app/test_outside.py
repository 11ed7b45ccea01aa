"""Programs outside: what they are called with, and what is said when they fail."""

import signal
import subprocess
import sys
import webbrowser
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from textual.app import SuspendNotSupported

from briefing.app import outside
from briefing.errors import OutsideError


class Terminal:
    """An app that can leave its terminal to another program, and writes down when it does."""

    is_web = False

    def __init__(self, *, can_suspend=True):
        self.can_suspend = can_suspend
        self.left = 0

    @contextmanager
    def suspend(self):
        if not self.can_suspend:
            raise SuspendNotSupported
        self.left += 1
        yield

    def open_url(self, url):
        self.url = url


@pytest.fixture(autouse=True)
def _no_editor(monkeypatch):
    for name in ("VISUAL", "EDITOR", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("visual", "editor", "command"),
    [
        ("code --wait", "vi", ["code", "--wait"]),
        ("", "emacs -nw", ["emacs", "-nw"]),
        ("  ", "'my ed' -x", ["my ed", "-x"]),
    ],
)
def test_editor_is_taken_apart_as_a_shell_does(monkeypatch, visual, editor, command):
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", editor)
    assert outside.editor_command() == command


@pytest.mark.parametrize(("editor", "why"), [(None, "names an editor"), ("vi '", "no command")])
def test_editor_that_is_none_is_said(monkeypatch, editor, why):
    if editor is not None:
        monkeypatch.setenv("EDITOR", editor)
    with pytest.raises(OutsideError, match=why):
        outside.edit(Terminal(), outside.Path("a.txt"))


def test_editor_gets_the_terminal_and_the_whole_path(monkeypatch, tmp_path):
    path = tmp_path / "-a b;c.txt"
    path.write_text("before")
    script = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('after')"
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" -c "{script}"')
    monkeypatch.chdir(tmp_path)
    app, before = Terminal(), signal.getsignal(signal.SIGINT)
    outside.edit(app, outside.Path("-a b;c.txt"))
    assert path.read_text() == "after"
    assert app.left == 1
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize(
    ("editor", "why"),
    [
        (f'"{sys.executable}" -c "raise SystemExit(3)"', "ended with status 3"),
        ("/none/such-editor", "can't be started: No such file"),
    ],
)
def test_editor_that_fails_is_said(monkeypatch, editor, why):
    monkeypatch.setenv("EDITOR", editor)
    with pytest.raises(OutsideError, match=why):
        outside.edit(Terminal(), outside.Path("a.txt"))


def test_no_terminal_to_give_is_said(monkeypatch):
    monkeypatch.setenv("EDITOR", "vi")
    with pytest.raises(OutsideError, match="no terminal here"):
        outside.edit(Terminal(can_suspend=False), outside.Path("a.txt"))


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:x", "ftp://a.example"])
def test_only_the_web_and_mail_are_opened(url):
    with pytest.raises(OutsideError, match="Only addresses of the web and of mail"):
        outside.browse(Terminal(), url)


@pytest.mark.parametrize("url", ["https://wire.example/", "mailto:desk@wire.example"])
def test_browser_without_a_window_takes_the_terminal(monkeypatch, url):
    opened = []
    browser = webbrowser.GenericBrowser("lynx")
    monkeypatch.setattr(browser, "open", opened.append)
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    app = Terminal()
    outside.browse(app, url)
    assert (opened, app.left) == ([url], 1)


def test_no_browser_is_said_with_the_address(monkeypatch):
    def get():
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", get)
    with pytest.raises(OutsideError, match=r"https://wire\.example/"):
        outside.browse(Terminal(), "https://wire.example/")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there are always windows")
def test_viewer_needs_a_window_and_a_program(monkeypatch, tmp_path):
    with pytest.raises(OutsideError, match="no window"):
        outside.view(Terminal(), tmp_path)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OutsideError, match="xdg-open can't be started"):
        outside.view(Terminal(), tmp_path)
    started = []
    done = SimpleNamespace(wait=lambda: 0)
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: started.append(command) or done)
    outside.view(Terminal(), tmp_path / "a.txt")
    assert started == [["xdg-open", str(tmp_path / "a.txt")]]


def test_nothing_is_opened_on_the_machine_that_serves(tmp_path):
    app = Terminal()
    app.is_web = True
    with pytest.raises(OutsideError, match="no window of this machine"):
        outside.view(app, tmp_path)
    outside.browse(app, "https://wire.example/")
    assert app.url == "https://wire.example/"
