"""Make the document of a test from the words of its blocks."""

from briefing.model import Block, Document, Repeat
from briefing.spans import Span


def document(*blocks, repeats=()):
    """Blocks are (kind, words), parted by blank lines; repeats are (block, of, run)."""
    text, made = "", []
    for kind, words in blocks:
        if text:
            text += "\n\n"
        span = Span(len(text), len(text) + len(words))
        made.append(Block(kind=kind, span=span, level=2 if kind == "heading" else None))
        text += words
    return Document(
        id="0" * 16,
        path="a.txt",
        sha256="0" * 64,
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        blocks=tuple(made),
        repeats=tuple(
            Repeat(span=made[at].span, of=made[of].span, kind="exact", run=run)
            for at, of, run in repeats
        ),
    )
