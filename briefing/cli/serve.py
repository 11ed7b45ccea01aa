"""``briefing serve PATH...``: open the reader in browsers."""

from __future__ import annotations

import argparse
import os
import socket
from collections.abc import Sequence

from briefing.cli.parser import Parser
from briefing.cli.saying import say
from briefing.cli.status import ALL_READ, SOMETHING_UNREAD, USAGE

_LAST_PORT = 65_535
_NOT_INSTALLED = "The browser needs more than is installed here: pip install 'briefing[serve]'"
_NOT_LOCAL = (
    "Anybody who reaches this port can read these files, and write files as you: the reader "
    "exports where it is told to. Nothing is encrypted."
)


def run(arguments: Sequence[str]) -> int:
    """Serve the paths until Ctrl+C; return the exit status."""
    options = _parser().parse_with_paths(arguments, "a file or a folder of articles")
    paths = [path for path in options.paths if os.path.lexists(path)]
    for path in options.paths:
        if path not in paths:
            say(f"{path}: There is no such file or folder.")
    if not paths:
        return SOMETHING_UNREAD
    try:
        from briefing.web.server import ReaderServer  # brings aiohttp, which is an extra
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "briefing":
            raise
        say(_NOT_INSTALLED)
        return USAGE
    try:
        listening = _listen(options.host, options.port)
    except (OSError, UnicodeError) as error:
        say(f"Nothing can be served at {options.host}, port {options.port}: {_reason(error)}.")
        return USAGE
    with listening:
        server = ReaderServer(paths, listening, host=options.host, say=say)
        server.run(lambda: _announce(listening))
    return ALL_READ


def _parser() -> Parser:
    parser = Parser(
        prog="briefing serve",
        description="Open the reader in browsers; each has a reader of its own.",
        epilog="Ctrl+C ends it. Exit status: 0 ended; 1 no path leads anywhere; 2 wrong usage, or "
        "the port is taken.",
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="where to listen (default: 127.0.0.1, this machine)"
    )
    parser.add_argument(
        "--port", type=_port, default=8000, help="(default: 8000; 0 takes one that is free)"
    )
    return parser


def _port(words: str) -> int:
    if words.isascii() and words.isdecimal() and int(words) <= _LAST_PORT:
        return int(words)
    raise argparse.ArgumentTypeError(f"{words} is no port; ports are 0 to {_LAST_PORT}")


def _listen(host: str, port: int) -> socket.socket:
    """Take the port.

    Raises:
        OSError: It is taken, may not be taken, or the host is none of this machine's.
        UnicodeError: The host can be no name.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, *_, address = found[0]
    return socket.create_server(address[:2], family=family)


def _reason(error: OSError | UnicodeError) -> str:
    match error:
        case UnicodeError():
            return "That is no name of a host"
        case socket.gaierror():
            return error.strerror or str(error)
        case _:
            # Python's own words for a port say the address once more.
            return os.strerror(error.errno or 0)


def _announce(listening: socket.socket) -> None:
    from briefing.web.guard import is_local

    host, port, *_ = listening.getsockname()
    shown = f"[{host}]" if ":" in host else host
    say(f"The reader is at http://{shown}:{port}/ and Ctrl+C ends it.")
    if not is_local(host):
        say(_NOT_LOCAL)
