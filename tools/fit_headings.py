"""Learn what shows a heading again, and tell how well that holds for sources never seen.

    python tools/fit_headings.py FOLDER [--write]

FOLDER holds ``headings.jsonl``, ``headings_news.jsonl`` and ``headings_silver.jsonl``. Each line is
an object with ``id``, ``source``, ``text`` and ``headings``: ``start`` and ``end`` in characters,
half-open, and ``"kind": "soft"`` where it may be one or not, and is not counted.

Prints the weights that ship beside those learned here, and what is found with every source left
out in turn: with the figures that were chosen, and with each of them a step lower and higher.
``--write`` puts what was learned into ``heading_weights.yaml``; the comment and the chosen figures
stay. Needs scikit-learn beside the program, which itself does without.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import product, takewhile
from pathlib import Path
from typing import Any, NamedTuple

from briefing.model import Block
from briefing.reading.headings import Weights, count_lines, find_headings, load_weights
from briefing.reading.line_marks import Line, find_lines
from briefing.reading.plain import cut_blocks
from briefing.spans import Span

YAML = Path(__file__).parent.parent / "briefing" / "lexicons" / "heading_weights.yaml"
# News is what the program reads, and there is little of it; nobody has checked the silver.
COUNTS = {"headings": 1.0, "headings_news": 3.0, "headings_silver": 0.1}
"""Set → how often each of its lines is counted."""
MEASURED = ("headings", "headings_news")
STEPS = {"others": 0.2, "others_most": 1.0, "alike": 0.2, "enough": 0.3, "enough_alone": 0.5}
"""What is chosen, not learned → how far to step from it."""

# Lines run to 130 characters, marks to 1, and the penalty takes all for the same size.
_CHARACTERS = 50
_DIGITS = {"bias": 2, "per_character": 4, "short_share": 2}


class Example(NamedTuple):
    """A line that may be a heading, and whether it is."""

    line: Line
    short_share: float
    heads: bool
    counts: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A text without markup, and the headings that it had."""

    name: str
    """Which of the sets it is of."""
    source: str
    text: str
    blocks: Sequence[Block]
    headings: frozenset[Span]
    optional: frozenset[Span]
    examples: Sequence[Example]
    """Its lines that are learned from."""


class Score(NamedTuple):
    """How many headings stand in some texts, were found, and both."""

    gold: int
    said: int
    hit: int

    @property
    def precision(self) -> float:
        """0–1."""
        return self.hit / max(1, self.said)

    @property
    def recall(self) -> float:
        """0–1."""
        return self.hit / max(1, self.gold)

    @property
    def f1(self) -> float:
        """0–1."""
        return 2 * self.hit / max(1, self.said + self.gold)


def read_samples(folder: Path) -> Iterator[Sample]:
    """Read the three sets.

    Raises:
        OSError: One of the files is not there.
    """
    for name in COUNTS:
        with (folder / f"{name}.jsonl").open(encoding="utf-8") as rows:
            for row in rows:
                yield _read_sample(name, json.loads(row))


def learn(samples: Iterable[Sample], chosen: Weights) -> Weights:
    """Fit marks, length and share of short lines by logistic regression; the rest is as chosen.

    Raises:
        ImportError: scikit-learn is not installed.
    """
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]

    examples = [example for sample in samples for example in sample.examples]
    marks = sorted({mark for example in examples for mark in example.line.marks})
    model = LogisticRegression(C=1.0, max_iter=3000).fit(
        [
            [*(mark in line.marks for mark in marks), line.length / _CHARACTERS, share]
            for line, share, *_ in examples
        ],
        [example.heads for example in examples],
        sample_weight=[example.counts for example in examples],
    )
    *told, length, share = map(float, model.coef_[0])
    return replace(
        chosen,
        bias=float(model.intercept_[0]),
        marks=dict(zip(marks, told, strict=True)),
        per_character=length / _CHARACTERS,
        short_share=share,
    )


def learn_without_each(samples: Sequence[Sample], chosen: Weights) -> Mapping[str, Weights]:
    """Return for each source that is measured the weights learned from all the others."""
    sources = sorted({sample.source for sample in samples if sample.name in MEASURED})
    return {
        source: learn((sample for sample in samples if sample.source != source), chosen)
        for source in sources
    }


def measure(samples: Iterable[Sample], weights: Mapping[str, Weights]) -> Score:
    """Find headings, in each source with the weights that are meant for it."""
    gold = said = hit = 0
    for sample in samples:
        marked = find_headings(sample.text, sample.blocks, weights[sample.source])
        found = {sample.blocks[at].span for at in marked} - sample.optional
        gold += len(sample.headings)
        said += len(found)
        hit += len(found & sample.headings)
    return Score(gold, said, hit)


def render(weights: Weights, old: str) -> str:
    """Write weights as YAML, below the comment that the old file begins with."""
    lines = list(takewhile(lambda line: line.startswith("#"), old.splitlines()))
    for field in fields(weights):
        value = getattr(weights, field.name)
        if field.name == "marks":
            lines.append("marks:")
            lines += (f'  "{mark}": {told:.2f}' for mark, told in sorted(value.items()))
        else:
            digits = _DIGITS.get(field.name)
            lines.append(f"{field.name}: {value if digits is None else f'{value:.{digits}f}'}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Learn, compare, measure, and write if told to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--write", action="store_true", help=f"rewrite {YAML.name}")
    arguments = parser.parse_args()
    samples = tuple(read_samples(arguments.folder))
    shipped = load_weights()
    learned = learn(samples, shipped)
    _print_weights(shipped, learned)
    weights = learn_without_each(samples, learned)
    measured = [sample for sample in samples if sample.name in MEASURED]
    _print_scores(measured, weights)
    _print_steps(measured, weights)
    if arguments.write:
        YAML.write_text(render(learned, YAML.read_text(encoding="utf-8")), encoding="utf-8")


def _read_sample(name: str, row: Mapping[str, Any]) -> Sample:
    text, blocks = row["text"], cut_blocks(row["text"])
    spans: dict[str, set[Span]] = {"hard": set(), "soft": set()}
    for heading in row["headings"]:
        spans[heading.get("kind", "hard")].add(Span(heading["start"], heading["end"]))
    return Sample(
        name=name,
        # All the news is of one collection; there the publisher stands in the id.
        source=row["id"].rpartition("/")[0] if name == "headings_news" else row["source"],
        text=text,
        blocks=blocks,
        headings=frozenset(spans["hard"]),
        optional=frozenset(spans["soft"]),
        examples=tuple(_find_examples(name, text, blocks, spans)),
    )


def _find_examples(
    name: str, text: str, blocks: Sequence[Block], spans: Mapping[str, set[Span]]
) -> Iterator[Example]:
    short, _ = count_lines(text, blocks)
    for line in find_lines(text, blocks):
        span = blocks[line.at].span
        # The first line of a page may be its title, and the silver doesn't part the two.
        if span not in spans["soft"] and (line.at > 0 or name != "headings_silver"):
            yield Example(line, short / len(blocks), span in spans["hard"], COUNTS[name])


def _print_weights(shipped: Weights, learned: Weights) -> None:
    print(f"{'weight':24}{'shipped':>10}{'learned':>10}")
    for name, digits in _DIGITS.items():
        one, two = getattr(shipped, name), getattr(learned, name)
        print(f"{name:24}{one:10.{digits}f}{two:10.{digits}f}")
    for mark in sorted({*shipped.marks, *learned.marks}):
        one, two = shipped.marks.get(mark, 0.0), learned.marks.get(mark, 0.0)
        print(f"  {mark:22}{one:10.2f}{two:10.2f}")


def _print_scores(samples: Sequence[Sample], weights: Mapping[str, Weights]) -> None:
    print(f"\n{'every source left out in turn':44}{'P':>6}{'R':>6}{'F1':>6}")
    for name in MEASURED:
        of_set = [sample for sample in samples if sample.name == name]
        _print_score(name, measure(of_set, weights))
        for source in sorted({sample.source for sample in of_set}):
            score = measure((sample for sample in of_set if sample.source == source), weights)
            if score.gold or score.said:
                _print_score(f"  {source}", score)


def _print_score(name: str, score: Score) -> None:
    print(f"{name:44}{score.precision:6.3f}{score.recall:6.3f}{score.f1:6.3f}")


def _print_steps(samples: Sequence[Sample], weights: Mapping[str, Weights]) -> None:
    """Show what the chosen figures are worth: F1 a step below, as chosen, a step above."""
    print(f"\n{'F1 with a chosen figure changed':34}{'lower':>8}{'chosen':>8}{'higher':>8}")
    for (figure, step), name in product(STEPS.items(), MEASURED):
        of_set = [sample for sample in samples if sample.name == name]
        scores = [measure(of_set, _change(weights, figure, by)).f1 for by in (-step, 0, step)]
        print(f"{f'{figure} ±{step}, {name}':34}" + "".join(f"{f1:8.3f}" for f1 in scores))


def _change(weights: Mapping[str, Weights], figure: str, by: float) -> Mapping[str, Weights]:
    return {
        source: replace(those, **{figure: getattr(those, figure) + by})
        for source, those in weights.items()
    }


if __name__ == "__main__":
    main()
