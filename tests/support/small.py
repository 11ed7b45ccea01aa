"""Small documents for a test, written down in words."""

from briefing.model import Attribution, Block, Document
from briefing.reading.sentences import mark_sentences
from briefing.spans import Span


def span_of(text, words):
    """Where words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def bare_document(text, **fields):
    """A document that has its text and what is given."""
    names = {"id": "test", "path": "test.txt", "sha256": "0" * 64, "media_type": "text/plain"}
    return Document(**{**names, "encoding": "utf-8", "text": text, **fields})


def document_of_lines(text, **fields):
    """A document with one paragraph a line; its sentences are found."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", span=Span(start, start + len(line)).strip(text)))
        start += len(line) + 1
    return mark_sentences(bare_document(text, blocks=tuple(blocks), **fields))


def document_of(*blocks, attributions=(), source_kind="named", **fields):
    """A document of blocks: each is text, one sentence a line, or (kind, text).

    An attribution is (source, cue, content) in words, and may have a confidence; a role may be
    empty, or several pieces.
    """
    pairs = [block if isinstance(block, tuple) else ("paragraph", block) for block in blocks]
    text = "\n\n".join(words.replace("\n", " ") for _, words in pairs)
    made, sentences, at = [], [], 0
    for kind, words in pairs:
        made.append(Block(kind=kind, span=Span(at, at + len(words))))
        for line in words.split("\n"):
            sentences.append(Span(at, at + len(line)))
            at += len(line) + 1
        at += 1

    def find(roles):
        if isinstance(roles, str):
            roles = (roles,) if roles else ()
        return tuple(span_of(text, words) for words in roles)

    said = tuple(
        Attribution(
            source=find(source),
            cue=find(cue),
            content=find(content),
            source_kind=source_kind,
            confidence=confidence,
        )
        for source, cue, content, *rest in attributions
        for confidence in (rest or [1.0])
    )
    return bare_document(
        text, blocks=tuple(made), sentences=tuple(sentences), attributions=said, **fields
    )
