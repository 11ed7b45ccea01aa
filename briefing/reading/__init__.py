"""Bytes in, document out: one module per format."""

from briefing.reading.language import mark_language
from briefing.reading.reader import READERS, read_document
from briefing.reading.sentences import mark_sentences

__all__ = ["READERS", "mark_language", "mark_sentences", "read_document"]
