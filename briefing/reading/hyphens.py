"""Words that were broken at the end of a printed line, and how to make them whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

BROKEN_WORD = "\ufffe"
"""What pdfium writes for a hyphen at the end of a line."""
HYPHENS = ("-", "\u00ad", "\u2010", BROKEN_WORD)

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def find_whole_words(lines: Iterable[str]) -> frozenset[str]:
    """Collect the words that stand inside lines, where none is broken."""
    words: set[str] = set()
    for line in lines:
        inner = _WORD.findall(line.rpartition(" ")[0].partition(" ")[2].casefold())
        words.update(inner)
    return frozenset(words)


def join_lines(lines: Iterable[str], whole: Set[str]) -> str:
    """Join lines: "agree-" and "ment" are one word, "long-" and "term" stay parted.

    Args:
        lines: Of one paragraph.
        whole: As ``find_whole_words`` gives it.
    """
    parts: list[str] = []
    for line in lines:
        if parts:
            parts[-1] = _open(parts[-1], line, whole)
        parts.append(line)
    return "".join(parts).replace(BROKEN_WORD, "-")


def _open(line: str, below: str, whole: Set[str]) -> str:
    """End a line so that the one below can follow at once."""
    if not line.endswith(HYPHENS) or not line[-2:-1].isalnum():
        return f"{line} "
    bare = line[:-1]
    first = _WORD.search(bare[bare.rfind(" ") + 1 :].casefold())
    second = _WORD.match(below.casefold())
    if first is None or second is None or not below[0].islower():
        return f"{bare}-"
    return f"{bare}-" if _has_hyphen(first[0], second[0], whole) else bare


def _has_hyphen(first: str, second: str, whole: Set[str]) -> bool:
    """Tell "long-term" from a word that was broken to fit, by what else the text says."""
    if f"{first}-{second}" in whole:
        return True
    return first + second not in whole and {first, second} <= whole
