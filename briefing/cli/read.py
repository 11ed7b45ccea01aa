"""``briefing PATH...``: open the reader."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def read(paths: Sequence[str]) -> int:
    """Open the reader on the paths; says what to do where there is no terminal."""
    print("no reader yet", file=sys.stderr)
    return 2
