"""How well sentences that say an earlier one again are told from those that only sound like it.

    python benchmarks/restatements.py [--wrong] [--bare] [--sizes 10000 20000]

Reads the labelled pairs of tests/cases/restatements.yaml: each becomes a short article of what
opens the other pairs of its topic, and then the pair. Prints the agreement of the two readings,
and precision and recall against each, for the topics that the rules were tuned on and for the
others; then the time that texts of so many sentences on one topic take, with the exponent of its
growth: 1 is linear. With --bare it only prints the pairs without their labels, shuffled, for
somebody to read them anew.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import yaml

from briefing.model import Block, Document
from briefing.pipeline import analyse
from briefing.repeats import mark_restatements
from briefing.spans import Span

_CASES = Path(__file__).parents[1] / "tests" / "cases" / "restatements.yaml"
_LEAST_PRECISION = 0.9
_WORDS = ("harbour", "ministers", "council", "ferry", "budget", "strike", "dam", "treaty", "troops")


class Pair(NamedTuple):
    """Two sentences, what each of two readings says of them, and what the program says."""

    topic: str
    first: str
    again: str
    readings: tuple[bool, ...]
    linked: bool
    tuned: bool
    """The rules were tuned on its topic."""


def load_pairs(path: Path = _CASES) -> Iterator[Pair]:
    """Read the labelled pairs, and ask the program about each."""
    for number, topic in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
        openings = [pair["first"] for pair in topic["pairs"]]
        for pair in topic["pairs"]:
            others = [opening for opening in openings if opening != pair["first"]]
            yield Pair(
                topic["topic"],
                pair["first"],
                pair["again"],
                tuple(pair["readings"]),
                is_linked(others, pair["first"], pair["again"]),
                number % 2 == 0,
            )


def is_linked(others: Sequence[str], first: str, again: str) -> bool:
    """Tell whether the last of some sentences is found to say the one before it again."""
    document = analyse(document_of([*others, first, again]))
    pairs = [(found.of, found.span) for found in document.restatements]
    return pairs == [(document.blocks[-2].span, document.blocks[-1].span)]


def document_of(sentences: Iterable[str]) -> Document:
    """Make an article of them, each a paragraph of its own."""
    blocks, text = [], ""
    for sentence in sentences:
        span = Span(len(text), len(text) + len(sentence))
        blocks.append(Block(kind="paragraph", span=span))
        text += sentence + "\n\n"
    return Document(
        id="-", path="-", sha256="-", media_type="text/plain", encoding="utf-8",
        text=text, blocks=tuple(blocks),
    )  # fmt: skip


def agreement(pairs: Sequence[Pair]) -> tuple[float, float]:
    """Return the share of pairs on which both readings agree, and Cohen's kappa."""
    same = sum(len(set(pair.readings)) == 1 for pair in pairs) / len(pairs)
    yes = [sum(pair.readings[number] for pair in pairs) / len(pairs) for number in (0, 1)]
    chance = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    return same, (same - chance) / (1 - chance) if chance < 1 else 1.0


def scores(pairs: Iterable[Pair], reading: int) -> tuple[float, float]:
    """Return precision and recall of the links against one reading."""
    judged = [(pair.linked, pair.readings[reading]) for pair in pairs]
    right = sum(linked and label for linked, label in judged)
    linked, labelled = sum(linked for linked, _ in judged), sum(label for _, label in judged)
    return right / linked if linked else 1.0, right / labelled if labelled else 1.0


def one_topic(size: int) -> Document:
    """Sentences that all share their words, in ever other orders."""
    chance = random.Random(size)
    made = (" ".join(chance.choices(_WORDS, k=8)) for _ in range(size))
    spans, text = [], ""
    for sentence in made:
        written = f"The {sentence} of it is."
        spans.append(Span(len(text), len(text) + len(written)))
        text += written + "\n"
    return Document(
        id="-", path="-", sha256="-", media_type="text/plain", encoding="utf-8",
        text=text, sentences=tuple(spans),
    )  # fmt: skip


def main() -> int:
    """Print agreement, scores and speed; exit status 1 if one link in ten is wrong by a reading."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wrong", action="store_true", help="list the pairs judged otherwise")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 20_000, 40_000])
    parser.add_argument("--bare", action="store_true", help="print the pairs for a new reading")
    options = parser.parse_args()
    pairs = list(load_pairs())
    if options.bare:
        for number, pair in random.Random(0).sample(list(enumerate(pairs)), len(pairs)):
            print(f"{number}\t{pair.first}\t{pair.again}")
        return 0
    same, kappa = agreement(pairs)
    print(f"{len(pairs)} pairs; two readings agree on {same:.0%}, kappa {kappa:.2f}")
    for name, part in (
        ("tuned on", [pair for pair in pairs if pair.tuned]),
        ("held out", [pair for pair in pairs if not pair.tuned]),
    ):
        for reading in (0, 1):
            precision, recall = scores(part, reading)
            print(
                f"{name}, {len(part)} pairs, reading {reading + 1}: "
                f"precision {precision:.2f}, recall {recall:.2f}"
            )
    for pair in pairs if options.wrong else ():
        if pair.linked != pair.readings[0] or pair.linked != pair.readings[1]:
            part = "tuned on" if pair.tuned else "held out"
            print(f"\n{part}: linked {pair.linked}, readings {pair.readings}")
            print(f"  {pair.first}\n  {pair.again}")
    report_speed(options.sizes)
    return int(min(scores(pairs, reading)[0] for reading in (0, 1)) < _LEAST_PRECISION)


def report_speed(sizes: Sequence[int]) -> None:
    """Print the time for each size, and the slope between two on a scale of logarithms."""
    last: tuple[int, float] | None = None
    for size in sizes:
        document = one_topic(size)
        began = perf_counter()
        mark_restatements(document)
        taken = perf_counter() - began
        slope = math.log(taken / last[1]) / math.log(size / last[0]) if last else None
        exponent = f", exponent {slope:.2f}" if slope is not None else ""
        print(f"{size:,} sentences on one topic: {taken:.2f} s{exponent}")
        last = size, taken


if __name__ == "__main__":
    sys.exit(main())
