"""Unfold everything and hold it against the text: is a character lost, said twice or moved?

    python benchmarks/lossless.py PATH... [--width 72]

Lays each document out as the reader does. With every fold open, the rows and the white space
between them must be the text, character for character; with every fold closed, what is missing
must be what the repeats cover. Of each repeat, putting back what its changes tell must give the
words of its original. Prints what is not so; exit status 1 if anything is.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

from briefing.app.layout.chunk_rows import Room
from briefing.app.layout.folding import fold_repeats
from briefing.app.layout.rows import Rows
from briefing.library import read_collection
from briefing.model import Document, Repeat
from briefing.repeats.folding import fold
from briefing.spans import Span

_WORD = re.compile(r"\w+")


def check(document: Document, width: int) -> Iterator[str]:
    """Say what is wrong with the folds of a document, laid out in so many cells."""
    text = document.text
    folds = fold_repeats(document)
    if read_rows(document, width, frozenset(range(len(folds)))) != text:
        yield "unfolded, it is not its text"
    left = list(text)
    for repeat in document.repeats:
        left[slice(*repeat.span)] = " " * (repeat.span.end - repeat.span.start)
    if _words(read_rows(document, width, frozenset())) != _words("".join(left)):
        yield "folded, more or less is missing than is repeated"
    for repeat in document.repeats:
        if _words(undo(text, repeat)) != _words(repeat.of.of(text)):
            yield f"characters {repeat.span.start}–{repeat.span.end} are not their original"


def read_rows(document: Document, width: int, opened: frozenset[int]) -> str:
    """Join what the rows show and the white space between; what is folded is left out."""
    folds = fold_repeats(document)
    rows = Rows(document, Room(width, width), folds, opened)
    rows.settle()
    parts, at = [], 0
    hidden = [fold.span for number, fold in enumerate(folds) if number not in opened]
    for number in range(len(rows)):
        row = rows[number]
        if row.block is None:
            continue
        parts += [_between(document.text, Span(at, row.start), hidden), row.span.of(document.text)]
        at = row.end
    return "".join(parts) + _between(document.text, Span(at, len(document.text)), hidden)


def _between(text: str, span: Span, hidden: list[Span]) -> str:
    """Return the white space of a gap, or a sign that words are missing or stand twice."""
    if span.end < span.start:
        return "⁉"
    words = span.of(text)
    if not words or words.isspace() or any(span.meets(fold) for fold in hidden):
        return "".join(c if c.isspace() else " " for c in words)
    return "⁉"


def undo(text: str, repeat: Repeat) -> str:
    """Put back every word of an edited copy that was changed."""
    words, at = "", repeat.span.start
    for change in repeat.changes:
        words += text[at : change.span.start] + change.of.of(text)
        at = change.span.end
    return words + text[at : repeat.span.end]


def _words(text: str) -> str:
    return "".join(_WORD.findall(fold(text)))


def main() -> int:
    """Check every document that the paths lead to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--width", type=int, default=72)
    options = parser.parse_args()
    collection = read_collection(options.paths)
    wrong = 0
    for document in collection.documents:
        for words in check(document, options.width):
            wrong += 1
            print(f"{document.path}: {words}")
    repeats = sum(len(document.repeats) for document in collection.documents)
    print(f"{len(collection.documents)} documents, {repeats} repeats, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
