"""``briefing schema``: print the JSON Schema of the JSON export."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.cli.parser import Parser
from briefing.cli.saying import print_whole, say
from briefing.cli.status import ALL_READ, USAGE
from briefing.errors import OutputError


def run(arguments: Sequence[str]) -> int:
    """Print the schema; return the exit status."""
    Parser(
        prog="briefing schema", description="Print the JSON Schema (2020-12) of the JSON export."
    ).parse_args(arguments)
    from briefing.exports.json import export_schema  # msgspec takes a while to import

    try:
        print_whole(export_schema())
    except OutputError as error:
        say(str(error))
        return USAGE
    return ALL_READ
