"""``briefing export PATH...``: write a brief or JSON."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.parser import Parser
from briefing.cli.piped import with_piped
from briefing.cli.saying import Progress, print_whole, say
from briefing.cli.status import ALL_READ, SOMETHING_UNREAD, USAGE
from briefing.errors import InputError, OutputError, OutputExistsError
from briefing.exports import FORMATS, check_free, export, write_whole
from briefing.model import Collection

if TYPE_CHECKING:  # brings the readers
    from briefing.library import Found

STANDARD_OUTPUT = "-"


def run(arguments: Sequence[str]) -> int:
    """Read the paths, write the export, say on standard error what could not be read.

    Returns:
        The exit status.
    """
    options = _parser().parse_with_paths(arguments)
    try:
        if options.output != STANDARD_OUTPUT:
            check_free(Path(options.output), force=options.force)
        with with_piped(options.paths, "briefing export -") as paths:
            collection = _read(paths)
        _write(export(collection, options.format), options)
    except OutputExistsError as error:
        say(f"{error} Add --force to replace it.")
        return USAGE
    except (InputError, OutputError) as error:
        say(str(error))
        return USAGE
    return SOMETHING_UNREAD if collection.problems else ALL_READ


def _parser() -> Parser:
    parser = Parser(
        prog="briefing export",
        description="Write a brief of articles, or all that was found in them as JSON.",
        epilog="Exit status: 0 all read; 1 something could not be read, or not whole, and the "
        "rest is exported; 2 wrong usage; 130 interrupted.",
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="markdown", help="what to write (default: markdown)"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        default=STANDARD_OUTPUT,
        help="where to write it, whole or not at all (default: -, standard output)",
    )
    parser.add_argument("--force", action="store_true", help="replace FILE if it is there already")
    return parser


def _read(paths: Sequence[str | Found]) -> Collection:
    from briefing.library import read_collection  # the readers and word lists take a while

    with Progress() as progress:
        collection = read_collection(paths, progress.show)
    for problem in collection.problems:
        say(f"{problem.path}: {problem.error}")
    for document in collection.documents:
        for notice in document.notices:
            say(f"{document.path}: {notice}")
    return collection


def _write(text: str, options: argparse.Namespace) -> None:
    if options.output != STANDARD_OUTPUT:
        write_whole(Path(options.output), text, force=options.force)
        return
    print_whole(text)
