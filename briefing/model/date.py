"""When."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from briefing.spans import Span

Bound = Literal["since", "until"]


class DateExpression(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """Words that name a day, a month, a year or a stretch of them."""

    span: Span
    value: str | None
    """ISO 8601 at the precision that the words have (ISO 8601-2 for seasons, decades and
    ranges); None if unresolved."""
    earliest: date | None = None
    """First day that is meant, inclusive."""
    latest: date | None = None
    """Last day that is meant, inclusive."""
    relative: bool = False
    """Counted from another day, as "last month" is."""
    resolved: bool = True
    bound: Bound | None = None
