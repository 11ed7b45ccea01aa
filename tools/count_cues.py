"""Count how often the rules for attributions are right, and weigh their signs.

Usage: ``python tools/count_cues.py LABELLED.jsonl WORDS.tsv``. Writes ``cue_counts.yaml`` and
``cue_weights.yaml`` beside the other lexicons, from the labelled texts of PolNeAR (Newell,
Margolin and Ruths, LREC 2018), one object a line with ``text`` and ``attributions``, and from
a table of how often each word headed a cue. Fifteen seconds for 800 articles.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from briefing import lexicons
from briefing.facts.attributions.confidence import keys_of, log_odds, shares, signs
from briefing.facts.attributions.cues import cue_verbs
from briefing.facts.attributions.drafts import Draft
from briefing.facts.attributions.marking import read_drafts, read_passages
from briefing.facts.attributions.passages import Passage
from briefing.model import Document
from briefing.reading import read_document
from briefing.reading.sentences import mark_sentences
from briefing.repeats import mark_repeats

FOLDER = Path(lexicons.__file__).parent
BLOCKS = 10
ROUNDS = 8
BY_HAND = (
    '# Set by hand: signed quotations are too rare there to be counted.\n"shape signature": 3.2\n'
)
"""The one weight that is no figure of the corpus."""

Row = dict[str, float]
Counts = dict[str, list[int]]


class Judged(NamedTuple):
    """The findings of one sentence, and which of them are right."""

    passage: Passage
    drafts: tuple[Draft, ...]
    right: tuple[bool, ...]


def main(labelled: str, words: str) -> None:
    """Read both files, count, fit, and write the lexicons."""
    with Path(labelled).open(encoding="utf-8") as lines:
        judged = [one for line in lines for one in judge(line)]
    counts: Counts = defaultdict(lambda: [0, 0])
    for one in judged:
        for draft, right in zip(one.drafts, one.right, strict=True):
            for key in keys_of(draft)[:2]:
                counts[key][0] += right
                counts[key][1] += 1
    by_word = read_words(words)
    rows = [row for one in judged for row in rows_of(one, counts, by_word)]
    write_counts(counts, by_word)
    write_weights(fit(rows))


def judge(line: str) -> Iterator[Judged]:
    """Hold the findings in one article against its labels, sentence by sentence."""
    row = json.loads(line)
    document = read(row["text"])
    passages = tuple(read_passages(document))
    found = [
        (p, d)
        for at, p in enumerate(passages)
        for d in read_drafts(p, passages[at + 1 : at + BLOCKS])
    ]
    right = match(row, [draft for _, draft in found])
    numbered = enumerate(found)
    for _, group in groupby(numbered, key=lambda one: (one[1][0].span, one[1][1].sentence)):
        together = list(group)
        passage = together[0][1][0]
        drafts = tuple(draft for _, (_, draft) in together)
        yield Judged(passage, drafts, tuple(at in right for at, _ in together))


def read(text: str) -> Document:
    """Take a text through the stages that attributions need."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, encoding="utf-8", newline="")
        return mark_repeats(mark_sentences(read_document(path)))


def match(row: Mapping[str, object], drafts: Sequence[Draft]) -> set[int]:
    """Return which findings have a label's content: Jaccard of characters at least a half."""
    text = str(row["text"])
    labels = [
        cells([(s["start"], s["end"]) for s in a["content"]], text) for a in row["attributions"]
    ]  # type: ignore[attr-defined]
    found = [cells(draft.content, text) for draft in drafts]
    ranked = sorted(
        (
            (len(label & cell) / len(label | cell), i, j)
            for i, label in enumerate(labels)
            for j, cell in enumerate(found)
            if label & cell
        ),
        reverse=True,
    )
    taken: set[int] = set()
    right: set[int] = set()
    for overlap, i, j in ranked:
        if overlap >= 0.5 and i not in taken and j not in right:
            taken.add(i)
            right.add(j)
    return right


def cells(spans: Sequence[tuple[int, int]], text: str) -> set[int]:
    """Return the offsets of all characters but white space."""
    return {at for start, end in spans for at in range(start, end) if not text[at].isspace()}


def read_words(path: str) -> dict[str, tuple[int, int]]:
    """Read how often each word headed a cue: word, as cue, occurrences."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()[1:]
    table = (line.split("\t") for line in lines)
    return {word: (int(cue), int(all_)) for word, cue, all_, *_ in table}


def rows_of(
    one: Judged, counts: Counts, by_word: Mapping[str, tuple[int, int]]
) -> Iterator[tuple[Row, bool]]:
    """Yield the signs of each finding, its own count left out of what is counted."""
    odds = []
    for draft, right in zip(one.drafts, one.right, strict=True):
        form, verb, word = keys_of(draft)
        others = {key: (counts[key][0] - right, counts[key][1] - 1) for key in (form, verb)}
        odds.append(shares((form, verb, word), {**others, word: by_word.get(word, (0, 0))}))
    first = [by_verb for _, by_verb, _ in odds]
    for at, draft in enumerate(one.drafts):
        if draft.shape == "signature":
            continue
        row: Row = {"always": 1.0}
        row |= {n: log_odds(p) for n, p in zip(("form", "verb", "word"), odds[at], strict=True)}
        row[f"shape {draft.shape}"] = 1.0
        row |= dict.fromkeys(signs(one.passage, draft, one.drafts, first, at), 1.0)
        yield row, one.right[at]


def fit(rows: Sequence[tuple[Row, bool]]) -> Row:
    """Fit a logistic regression by Newton's method, with a light ridge."""
    names = sorted({name for row, _ in rows for name in row})
    places = {name: at for at, name in enumerate(names)}
    data = [([(places[n], v) for n, v in row.items()], right) for row, right in rows]
    weights = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [-w for w in weights]
        bend = [[float(i == j) for j in range(len(names))] for i in range(len(names))]
        for row, right in data:
            total = max(-20.0, min(20.0, sum(weights[i] * v for i, v in row)))
            likely = 1 / (1 + math.exp(-total))
            spread = likely * (1 - likely)
            for i, v in row:
                slope[i] += v * (right - likely)
                line = bend[i]
                for j, u in row:
                    line[j] += spread * v * u
        weights = [w + step for w, step in zip(weights, solve(bend, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a positive definite system by elimination."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(rows):
        for line in rows[at + 1 :]:
            factor = line[at] / pivot[at]
            for column in range(at, len(line)):
                line[column] -= factor * pivot[column]
    found = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        known = sum(rows[at][j] * found[j] for j in range(at + 1, len(rows)))
        found[at] = (rows[at][-1] - known) / rows[at][at]
    return found


def write_counts(counts: Counts, by_word: Mapping[str, tuple[int, int]]) -> None:
    """Write what was found three times or more, and the words of the verbs."""
    lines = [
        '# How often findings were right: "right/found", for a form in a frame, a verb in a\n'
        "# frame, and a word as the head of a cue anywhere. Counted by tools/count_cues.py in the\n"
        "# training part of PolNeAR (Newell, Margolin and Ruths, LREC 2018).\n"
    ]
    for key, (right, found) in sorted(counts.items()):
        if found >= 3 and not key.startswith("signature"):
            lines.append(f'{json.dumps(key)}: "{right}/{found}"\n')
    for word in sorted({*cue_verbs(), "to"} & by_word.keys()):
        cue, occurrences = by_word[word]
        lines.append(f'{json.dumps(word)}: "{cue}/{occurrences}"\n')
    (FOLDER / "cue_counts.yaml").write_text("".join(lines), encoding="utf-8")


def write_weights(weights: Row) -> None:
    """Write the weights that do something."""
    lines = [
        "# What each sign adds to the log odds that a finding is right. Fitted by\n"
        "# tools/count_cues.py (logistic regression) on the training part of PolNeAR (Newell,\n"
        "# Margolin and Ruths, LREC 2018).\n"
    ]
    lines += [f"{json.dumps(n)}: {w:.2f}\n" for n, w in sorted(weights.items()) if abs(w) >= 0.05]
    (FOLDER / "cue_weights.yaml").write_text("".join(lines) + BY_HAND, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
