"""The stages that a document goes through, in order."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import perf_counter
from typing import NamedTuple

from briefing.facts import (
    mark_attributions,
    mark_caveats,
    mark_dates,
    mark_facts,
    mark_quantities,
    mark_sources,
)
from briefing.model import Document
from briefing.reading.language import mark_language
from briefing.reading.sentences import mark_sentences
from briefing.repeats import mark_repeats, mark_restatements

logger = logging.getLogger(__name__)


class Stage(NamedTuple):
    """A pure function that returns a fuller document."""

    name: str
    mark: Callable[[Document], Document]
    needs: tuple[str, ...] = ()
    """Stages whose findings it reads."""
    english: bool = False
    """It reads English words, so texts in other languages pass it by."""


STAGES: tuple[Stage, ...] = (
    Stage("language", mark_language),
    Stage("sentences", mark_sentences, needs=("language",)),
    Stage("repeats", mark_repeats, needs=("sentences",)),
    Stage("dates", mark_dates, needs=("sentences", "repeats"), english=True),
    Stage("quantities", mark_quantities, needs=("sentences", "repeats", "dates"), english=True),
    Stage("attributions", mark_attributions, needs=("sentences", "repeats"), english=True),
    Stage("sources", mark_sources, needs=("attributions",), english=True),
    Stage("restatements", mark_restatements, needs=("repeats", "attributions"), english=True),
    Stage("caveats", mark_caveats, needs=("attributions", "quantities", "dates"), english=True),
    Stage("facts", mark_facts, needs=("sources", "caveats", "restatements"), english=True),
)


def analyse(document: Document) -> Document:
    """Take a document through every stage that applies to its language."""
    for stage in STAGES:
        if stage.english and document.language != "en":
            continue
        began = perf_counter()
        document = stage.mark(document)
        taken = (perf_counter() - began) * 1000
        logger.debug("%s: %s took %.1f ms", document.id, stage.name, taken)
    return document
