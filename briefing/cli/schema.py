"""``briefing schema``: print the JSON Schema of the JSON export."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Print the schema."""
    argparse.ArgumentParser(
        prog="briefing schema", description="Print the JSON Schema (2020-12) of the JSON export."
    ).parse_args(arguments)
    from briefing.exports.json import export_schema  # msgspec takes a while to import

    sys.stdout.write(export_schema())
    return 0
