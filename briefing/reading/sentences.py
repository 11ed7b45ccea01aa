"""Sentences: sentencex within each block, mended where news prose needs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import sentencex

from briefing.model import Block, Document
from briefing.spans import Span


def mark_sentences(document: Document) -> Document:
    """Add the sentences of every block, in text order."""
    found = (
        s
        for block in document.blocks
        for s in find_sentences(document.text, block, document.language)
    )
    return replace(document, sentences=tuple(found))


def find_sentences(text: str, block: Block, language: str = "en") -> Iterator[Span]:
    """Cut a block into sentences, without the white space between them."""
    words = block.span.of(text)
    at = block.span.start
    for piece in sentencex.segment(language, words):
        span = Span(at, at + len(piece)).strip(text)
        at += len(piece)
        if span.start < span.end:
            yield span
