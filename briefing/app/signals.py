"""Signals that end or suspend the reader: what was read is kept, and the terminal given back."""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import sys
import threading
from types import FrameType
from typing import Any

from textual.app import App

_ENDED_BY = 128
"""Added to a signal's number, it is the exit status that shells know."""


def heed_signals(app: App[Any]) -> None:
    """Let an app end by itself when it is told to, or its terminal is closed, and come back whole.

    Call it while the app runs. What is ignored stays so, as under ``nohup``; a reader without a
    terminal ends all the same, since it would look for keys without end.
    """
    # A test's signals are the tests' own affair, and Textual hears them for a browser.
    if sys.platform == "win32" or app.is_headless or app.is_web:
        return
    # The screen that one comes back to is empty; Textual draws only what has changed since.
    app.app_resume_signal.subscribe(app, lambda _: app.refresh(layout=True))
    _go_on_only_after_a_stop(app)
    loop = asyncio.get_running_loop()
    for number, end in ((signal.SIGTERM, _end), (signal.SIGHUP, _end_without_terminal)):
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, end, app, number)
        elif number == signal.SIGHUP:
            watch = threading.Thread(target=_wait_for_hangup, args=(app, loop), daemon=True)
            watch.start()


def _go_on_only_after_a_stop(app: App[Any]) -> None:
    """Let Textual take the terminal back only where it has given it away.

    A terminal that is closed tells its programs to go on, too. Textual would then start anew on
    the terminal that is gone, and wait without end for one of its two writers.
    """
    stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    stopped = False

    def hear_stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        if callable(stop):
            stop(number, frame)

    def hear_go_on(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        if stopped and callable(go_on):
            stopped = False
            go_on(number, frame)
        else:
            app.refresh(layout=True)

    signal.signal(signal.SIGTSTP, hear_stop)
    signal.signal(signal.SIGCONT, hear_go_on)


def _end(app: App[Any], number: signal.Signals) -> None:
    app.exit(return_code=_ENDED_BY + number)


def _end_without_terminal(app: App[Any], number: signal.Signals) -> None:
    """End where nothing can be written any more: what is still written goes nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    _end(app, number)


def _wait_for_hangup(app: App[Any], loop: asyncio.AbstractEventLoop) -> None:
    """Wait until nobody holds the other end of the terminal, then end."""
    terminal = select.poll()
    terminal.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, 0)
    while not any(event & select.POLLHUP for _, event in terminal.poll()):
        pass
    with contextlib.suppress(RuntimeError):  # it has just ended by itself
        loop.call_soon_threadsafe(_end_without_terminal, app, signal.SIGHUP)
