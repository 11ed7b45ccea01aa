"""Command lines, taken apart by argparse."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from briefing.cli.saying import say
from briefing.cli.status import USAGE

PATH_HELP = "a file or a folder of articles; - is standard input"


class Parser(argparse.ArgumentParser):
    """Names of files reach its messages, so they pass the gate as well."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end."""
        if sys.stderr is not None:
            self.print_usage(sys.stderr)
        say(message)
        raise SystemExit(USAGE)
