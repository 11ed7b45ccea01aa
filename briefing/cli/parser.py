"""Command lines, taken apart by argparse."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from briefing.cli.saying import say
from briefing.cli.status import USAGE

PATH_HELP = "a file or a folder of articles; - is standard input"


class Parser(argparse.ArgumentParser):
    """Names of files reach its messages, so they pass the gate as well."""

    def parse_with_paths(
        self, words: Sequence[str], path_help: str = PATH_HELP
    ) -> argparse.Namespace:
        """Take apart options and one path or more, in any order; behind a ``--`` are only paths.

        Args:
            words: As given behind the name of the command.
            path_help: What the help says of a path.
        """
        # Python 3.11 forgets the "--" where options may stand between paths.
        at = words.index("--") if "--" in words else len(words)
        behind = words[at + 1 :]
        number = "*" if behind else "+"
        self.add_argument("paths", nargs=number, metavar="PATH", help=path_help)
        options = self.parse_intermixed_args(words[:at])
        options.paths += behind
        return options

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end."""
        if sys.stderr is not None:
            self.print_usage(sys.stderr)
        say(message)
        raise SystemExit(USAGE)
