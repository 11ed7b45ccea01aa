"""Bytes in, document out: one module per format.

Language and sentences are stages of the pipeline and are imported from their modules: they
bring word lists, for which the first screen must not wait.
"""

from briefing.reading.formats import READERS
from briefing.reading.reader import read_document

__all__ = ["READERS", "read_document"]
