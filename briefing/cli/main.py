"""Choose the command; each lives in a module of its own, imported when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from briefing import __version__
from briefing.cli.status import INTERRUPTED

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "export": "write a brief, or JSON, of articles",
        "schema": "print the JSON Schema of the JSON export",
        "serve": "open the reader in a browser",
    }
)
"""Name → what it does; ``briefing.cli.NAME`` holds ``run(arguments)``."""

_EXAMPLES = """\
commands:
  briefing                   choose from what was opened before
  briefing PATH...           open the reader; - is standard input, read to its end
  briefing export PATH...    {export}
  briefing schema            {schema}
  briefing serve PATH...     {serve}

examples:
  briefing seeds/
  curl -s ADDRESS | briefing -
  briefing export seeds/ -o brief.md
  briefing export article.html --format json | jq '.documents[].facts[].standing'

A folder named like a command is opened as ./export, a file named - as ./-.

Exit status: 0 the reader was left; 1 no path leads anywhere; 2 wrong usage, or no terminal;
130 interrupted.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``briefing``.

    Returns:
        The exit status: 0 all read; 1 something could not be read, or not whole; 2 wrong
        usage; 130 interrupted.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        status = _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has left, as `head` does. Python would complain once more
        # when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(words: list[str]) -> int:
    if words and words[0] in COMMANDS:
        run: Callable[[Sequence[str]], int] = import_module(f"briefing.cli.{words[0]}").run
        return run(words[1:])
    return _read(words)


def _read(words: Sequence[str]) -> int:
    # Paths alone need no parser, which would take a tenth of the time that is ours until the
    # first screen.
    options = any(word.startswith("-") and word != "-" for word in words)
    paths = _parse(words) if options else words
    from briefing.cli.read import read  # the app takes a while to import

    return read(paths)


def _parse(words: Sequence[str]) -> list[str]:
    """Take options from among the paths."""
    import argparse

    from briefing.cli.parser import PATH_HELP, Parser

    parser = Parser(
        prog="briefing",
        usage="briefing [PATH...]\n       briefing COMMAND ...",
        description="Read the news the way an analyst does: every claim, who says so, how sure "
        "they are, and what nobody has confirmed.",
        epilog=_EXAMPLES.format_map(COMMANDS),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help=PATH_HELP)
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    paths: list[str] = parser.parse_args(words).paths
    return paths
