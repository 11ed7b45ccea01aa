"""In which section a place of the text is."""

from __future__ import annotations

from bisect import bisect_right

from briefing.gate import clean
from briefing.model import Document
from briefing.words import LEAD, NO_HEADINGS


def section_at(document: Document, offset: int) -> int:
    """Find the section of an offset; 0 where there is none."""
    at = bisect_right(document.sections, offset, key=lambda held: held.span.start)
    return max(0, at - 1)


def title_of(document: Document, section: int) -> str:
    """Give the title of a section, ready to be shown; one that is not there has none."""
    held = document.sections[section].title if section < len(document.sections) else None
    if held is not None:
        return clean(held.of(document.text))
    return LEAD if len(document.sections) > 1 else NO_HEADINGS
