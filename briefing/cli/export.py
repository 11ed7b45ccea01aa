"""``briefing export PATH...``: write a brief or JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from briefing.exports import FORMATS, export
from briefing.library import read_collection


def run(arguments: Sequence[str]) -> int:
    """Read the paths, write the export, say on standard error what could not be read."""
    parser = argparse.ArgumentParser(prog="briefing export")
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--format", choices=FORMATS, default="markdown")
    options = parser.parse_args(arguments)
    collection = read_collection(options.paths)
    sys.stdout.write(export(collection, options.format))
    return 1 if collection.problems else 0
