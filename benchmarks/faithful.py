"""Read a brief back and hold it against the articles: is everything in it theirs?

    python benchmarks/faithful.py FOLDER...

Parses the Markdown of the brief as any other program would, and checks, for every fact that is
shown: its words in bold are the words that its footnote points to, the words around them stand
in the article, and its standing, its source and every caveat, with the words that trigger it,
stand beside it. Prints what is missing; exit status 1 if anything is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.exports import export
from briefing.gate import clean
from briefing.library import read_collection
from briefing.model import Collection, Document, Fact
from briefing.words import CAVEATS, STANDINGS

# An article may have footnotes of its own; ours stands at the end.
_LABEL = re.compile(r"\[\^(\d+)\]$")
_NOTE = re.compile(r"^\[\^(\d+)\]: .*, characters ([\d–, ]+)\.$", re.MULTILINE)
_RANGE = re.compile(r"(\d+)–(\d+)")
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_DOTS = "…"
_EDGES = '“”" ,;:–—'
"""Marks that a source or a trigger may be shown without."""


class Item(NamedTuple):
    """A list item as it is read: words, the bold ones among them, and the items below."""

    text: str
    bold: tuple[str, ...]
    below: tuple[str, ...]


class Part(NamedTuple):
    """What a brief says of one document."""

    title: str
    items: tuple[Item, ...]
    notes: dict[str, tuple[tuple[int, int], ...]]


def check(collection: Collection) -> list[str]:
    """Return a sentence for everything that the brief of a collection has wrong."""
    parts = list(read_brief(export(collection, "markdown")))
    if len(parts) != len(collection.documents):
        return [f"{len(parts)} parts for {len(collection.documents)} documents"]
    labels = [label for part in parts for label in part.notes]
    wrong = ["a footnote has another's number"] if len(set(labels)) < len(labels) else []
    for part, document in zip(parts, collection.documents, strict=True):
        wrong += [f"{document.path}: {words}" for words in check_document(part, document)]
    return wrong


def check_document(part: Part, document: Document) -> Iterator[str]:
    """Yield a sentence for everything that a part has wrong about its document."""
    shown: dict[tuple[tuple[int, int], ...], list[Fact]] = {}
    for fact in document.facts:
        if fact.shown:
            shown.setdefault(fact.claim, []).append(fact)
    read = set()
    for item in part.items:
        labels = _LABEL.findall(item.text)
        if any(label not in part.notes for label in labels):
            yield f"a footnote leads nowhere: {item.text}"
        if not item.below:
            continue
        place = part.notes.get(labels[-1], ()) if labels else ()
        if place not in shown:
            yield f"no shown fact: {item.text}"
            continue
        yield from _check_claim(item, document, place)
        # Two sources may say the same words.
        wrong = {f.id: list(_check_beside(item.below[0], document, f)) for f in shown[place]}
        read |= {number for number, words in wrong.items() if not words}
        if all(wrong.values()):
            yield from min(wrong.values(), key=len)
    for fact in (fact for facts in shown.values() for fact in facts):
        if fact.id not in read:
            yield f"{fact.id} is not in the brief: {fact.claim[0].of(document.text)}"


def _check_claim(
    item: Item, document: Document, place: tuple[tuple[int, int], ...]
) -> Iterator[str]:
    bold = [fold(words) for words in item.bold]
    if bold != [fold(document.text[start:end]) for start, end in place]:
        yield f"not the words of the text: {item.text}"
    whole = fold(document.text)
    for piece in fold(_LABEL.sub("", item.text)).split(_DOTS):
        if piece.strip() not in whole:
            yield f"not in the text: {piece}"


def _check_beside(line: str, document: Document, fact: Fact) -> Iterator[str]:
    text, line = document.text, fold(line)
    if not line.startswith(f"{STANDINGS[fact.standing].glyph} {fact.standing} · "):
        yield f"{fact.id}: wrong standing in {line}"
    if fact.attribution is not None:
        attribution = document.attributions[fact.attribution]
        for span in attribution.source:
            if fold(span.of(text)).strip(_EDGES) not in line:
                yield f"{fact.id}: no source {span.of(text)} in {line}"
        if attribution.speaker and fold(attribution.speaker) not in line:
            yield f"{fact.id}: no speaker {attribution.speaker} in {line}"
    for caveat in (document.caveats[number] for number in fact.caveats):
        if CAVEATS[caveat.kind] not in line:
            yield f"{fact.id}: no {caveat.kind} in {line}"
        if fold(caveat.span.of(text)).strip(_EDGES) not in line:
            yield f"{fact.id}: no trigger {caveat.span.of(text)} in {line}"


def read_brief(brief: str) -> Iterator[Part]:
    """Read a brief back as plain words, by part; a part begins with a heading of level 1."""
    tokens = MarkdownIt("commonmark").enable("table").parse(_FRONT_MATTER.sub("", brief, count=1))
    begins = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
    begins = [i for i in begins if tokens[i].tag == "h1"]
    for begin, end in zip(begins, [*begins[1:], len(tokens)], strict=True):
        part = tokens[begin:end]
        notes = {
            label: tuple((int(a), int(b)) for a, b in _RANGE.findall(ranges))
            for token in part
            if token.type == "inline"
            for label, ranges in _NOTE.findall(_words(token))
        }
        yield Part(_words(part[1]), tuple(_items(part)), notes)


def _items(tokens: list[Token]) -> Iterator[Item]:
    """Yield the outer list items; the words of inner ones stand below theirs."""
    depth, words, bold, below = 0, "", (), []
    for token in tokens:
        if token.type == "list_item_open":
            depth += 1
            if depth == 1:
                words, bold, below = "", (), []
        elif token.type == "list_item_close":
            depth -= 1
            if depth == 0:
                yield Item(words, bold, tuple(below))
        elif token.type == "inline" and depth == 1:
            words, bold = _words(token), tuple(_bold(token))
        elif token.type == "inline" and depth > 1:
            below.append(_words(token))


def _words(token: Token) -> str:
    return "".join(
        "\n" if child.type == "softbreak" else child.content for child in token.children or ()
    )


def _bold(token: Token) -> Iterator[str]:
    words: list[str] | None = None
    for child in token.children or ():
        if child.type == "strong_open":
            words = []
        elif child.type == "strong_close" and words is not None:
            yield "".join(words)
            words = None
        elif words is not None:
            words.append(child.content)


def fold(text: str) -> str:
    """Make white space count as one space, and what the gate replaces as replaced."""
    return " ".join(clean(text).split())


def main() -> int:
    """Check the brief of what the paths lead to."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    collection = read_collection(sys.argv[1:])
    wrong = check(collection)
    for words in wrong:
        print(words)
    facts = sum(fact.shown for document in collection.documents for fact in document.facts)
    print(f"{len(collection.documents)} documents, {facts} facts shown, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
