"""Headings without markup, found with the whole document in view.

Each short line is scored by what is seen of it and around it. Then the document has its say:
headings seldom come alone, and those of one text are written alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from briefing.errors import LexiconError
from briefing.lexicons import load_lexicon
from briefing.model import Block
from briefing.reading.line_marks import Line, find_lines
from briefing.reading.line_shapes import is_open, is_prose, is_short
from briefing.reading.outline_levels import find_levels

_LEXICON = "heading_weights"
# A text with so many short lines for each paragraph is a list, a table or a menu.
_SHORT_LINES_PER_PARAGRAPH = 8
_SURE = 3.0
"""Log-odds beyond which a line tells no more about others that are written like it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each mark tells, in log-odds."""

    bias: float
    marks: Mapping[str, float]
    per_character: float
    short_share: float
    """For a document of short lines only."""
    others: float
    """For each other heading expected in the document, up to ``others_most``."""
    others_most: float
    alike: float
    """Share of the mean score of the lines that are written alike."""
    enough: float
    """What a heading must reach, with all that."""
    enough_alone: float
    """What a document's only heading must reach."""


def find_headings(
    text: str, blocks: Sequence[Block], weights: Weights | None = None
) -> Mapping[int, int]:
    """Find the blocks that are headings, though nothing marks them as such.

    Args:
        text: What the blocks point into.
        blocks: Paragraphs, items and whatever else is known of them. Only paragraphs are
            looked at, and items that begin with a number.
        weights: What each mark tells; those that ship with the package unless given.

    Returns:
        Index of the block → level, 2 and deeper.
    """
    short, prose = count_lines(text, blocks)
    if prose == 0 or short > _SHORT_LINES_PER_PARAGRAPH * prose:
        return {}
    lines = tuple(find_lines(text, blocks))
    weights = weights or load_weights()
    alone = [_score(line, short / len(blocks), weights) for line in lines]
    together = _weigh_together(lines, alone, weights)
    found = [line for line, score in zip(lines, together, strict=True) if score > weights.enough]
    if len(found) == 1 and max(together) < weights.enough_alone:
        return {}
    return find_levels([(line.at, blocks[line.at].span.of(text)) for line in found])


@cache
def load_weights() -> Weights:
    """Read the weights that ship with the package, once.

    Raises:
        LexiconError: A key is missing or unknown, or its value is no number.
    """
    content = dict(load_lexicon(_LEXICON))
    marks = content.pop("marks", None)
    if not isinstance(marks, dict):
        raise LexiconError(f"{_LEXICON}.yaml", "marks", "must map marks to numbers")
    for key, value in (*content.items(), *marks.items()):
        if not isinstance(value, int | float):
            raise LexiconError(f"{_LEXICON}.yaml", key, "must be a number")
    try:
        return Weights(marks=marks, **content)  # type: ignore[arg-type]
    except TypeError as error:
        raise LexiconError(f"{_LEXICON}.yaml", "-", str(error)) from error


def count_lines(text: str, blocks: Sequence[Block]) -> tuple[int, int]:
    """Count the short lines without end mark, and the paragraphs that they may head."""
    short = prose = 0
    for block in blocks:
        words = block.span.of(text) if is_short(block) else ""
        if words and block.kind != "item" and is_open(words):
            short += 1
        elif not words or is_prose(words):
            prose += 1
    return short, prose


def _score(line: Line, share: float, weights: Weights) -> float:
    seen = sum(weights.marks.get(mark, 0.0) for mark in line.marks)
    length = weights.per_character * line.length
    return weights.bias + seen + length + weights.short_share * share


def _weigh_together(
    lines: Iterable[Line], scores: Sequence[float], weights: Weights
) -> Sequence[float]:
    """Let the other lines of the document speak for and against each."""
    alike: dict[object, list[float]] = defaultdict(list)
    for line, score in zip(lines, scores, strict=True):
        alike[line.shape].append(max(-_SURE, min(score, _SURE)))
    sums = {shape: (sum(group), len(group)) for shape, group in alike.items()}
    expected = sum(map(_probability, scores))
    together = []
    for line, score in zip(lines, scores, strict=True):
        total, count = sums[line.shape]
        others = min(expected - _probability(score), weights.others_most)
        siblings = (total - max(-_SURE, min(score, _SURE))) / count
        together.append(score + weights.others * others + weights.alike * siblings)
    return together


def _probability(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(score, 30.0))))
