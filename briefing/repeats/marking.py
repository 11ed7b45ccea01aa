"""Everything that a document says twice, in text order."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Document, Repeat
from briefing.repeats.runs import find_runs, trim_headings


def mark_repeats(document: Document) -> Document:
    """Add the repeats: they point at the original, and nothing is removed."""
    blocks = document.blocks
    runs = find_runs(document.text, blocks)
    repeated = {twin.block for run in runs for twin in run}
    trimmed = (trim_headings(run, blocks, repeated) for run in runs)
    found = (
        Repeat(span=blocks[twin.block].span, of=blocks[twin.of].span, kind="exact", run=number)
        for number, run in enumerate((run for run in trimmed if run), start=1)
        for twin in run
    )
    return replace(document, repeats=tuple(found))
