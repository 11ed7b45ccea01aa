"""The day of publication, where it stands at the top of the text itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.model import Block


def find_dateline(text: str, blocks: Sequence[Block]) -> tuple[date | None, str | None]:
    """Find the day of publication and who publishes, as a dateline gives them."""
    return None, None
