"""Rows for what was opened before; what is no longer there says so."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from briefing.app.layout.recent import name_paths, tell_documents, tell_when
from briefing.app.state import Recent
from briefing.app.widgets.opening_list import Row

_GONE = "no longer there"


def recent_rows(recent: Sequence[Recent], gone: frozenset[Recent], now: datetime) -> Iterator[Row]:
    """Write a row for each, in their order; those that are gone can't be chosen."""
    home = str(Path("~").expanduser())
    for opened in recent:
        words = name_paths(opened.paths, home)
        when = tell_when(datetime.fromtimestamp(opened.opened), now)
        if opened in gone:
            yield Row(words, f"{when} · {_GONE}")
        else:
            documents = tell_documents(opened.documents)
            beside = f"{when} · {documents}" if documents else when
            yield Row(words, beside, opened.paths)


def find_gone(recent: Sequence[Recent]) -> frozenset[Recent]:
    """Find those of which nothing is left; for a thread, as a disk may take its time."""
    return frozenset(held for held in recent if not any(map(os.path.lexists, held.paths)))
