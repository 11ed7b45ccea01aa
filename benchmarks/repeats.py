"""Speed and memory of marking repeats, with the exponents of their growth.

    python benchmarks/repeats.py [--sizes 1 10 100] [--worst]

Each text is marked in a process of its own. "Articles" are made of random sentences, three
tenths of them said before: blocks, tails from the middle of a paragraph, edited copies and
quotations pulled out. An exponent is the slope between two sizes on a scale of logarithms: 1 is
linear. Memory is the most that the process held, beyond an empty one, while it marked: the text
with its blocks and sentences, and in brackets what marking added to those.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from msgspec.structs import replace

from briefing.model import Block, Document
from briefing.repeats import mark_repeats
from briefing.spans import Span

_SAME = 0.3
_COMMON = 20_000
"""Words of the vocabulary; Zipf's law tells how often each is used."""


def articles(size: int) -> Iterator[str]:
    """Paragraphs of random sentences, three tenths of the text said again."""
    chance = random.Random(size)
    words = ["".join(chance.choices("aeinorst", k=chance.randint(2, 9))) for _ in range(_COMMON)]
    weights = [1 / rank for rank in range(1, _COMMON + 1)]
    said: list[str] = []
    length = 0
    while length < size:
        picked = iter(chance.choices(words, weights, k=4_000))
        fresh = list(_paragraphs(chance, picked))
        said = (said + fresh)[-2_000:]
        again = int(_SAME * len(fresh) / (1 - _SAME))
        first = chance.randrange(max(1, len(said) - again))
        copies = said[first : first + again // 2]
        edited = [_edit(chance, text) for text in chance.sample(said, again - again // 2)]
        for text in [*fresh, *copies, *edited]:
            yield text
            length += len(text) + 2


def _paragraphs(chance: random.Random, words: Iterator[str]) -> Iterator[str]:
    sentence: list[str] = []
    paragraph: list[str] = []
    for word in words:
        sentence.append(word)
        if len(sentence) > 6 and chance.random() < 0.07:
            paragraph.append(" ".join(sentence).capitalize() + ".")
            sentence = []
            if len(paragraph) > chance.randint(1, 5):
                yield " ".join(paragraph)
                paragraph = []


def _edit(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    match chance.randrange(3):
        case 0:
            return " ".join(words[len(words) // 2 :])
        case 1:
            words[len(words) // 2] = "altered"
            return " ".join(words)
        case _:
            return text.partition(". ")[0] + "."


def one_word(size: int) -> Iterator[str]:
    """One word, again and again, in one block."""
    yield "word " * (size // 5)


def one_block(size: int) -> Iterator[str]:
    """One paragraph, pasted again and again."""
    text = next(articles(1)) * 2
    return (text for _ in range(size // len(text)))


def one_template(size: int) -> Iterator[str]:
    """One paragraph, pasted again and again with another number in the middle."""
    text = next(articles(1))
    half = len(text) // 2
    return (f"{text[:half]} {number} {text[half:]}" for number in range(size // len(text)))


def one_sentence(size: int) -> Iterator[str]:
    """One sentence again and again, in paragraphs of different lengths."""
    text = "The harbour board approved the new ferry terminal on a vote of seven to two. "
    chance = random.Random(size)
    for _ in range(size // len(text) // 10):
        yield text * chance.randint(1, 19)


def blank_lines(size: int) -> Iterator[str]:
    """Short lines, none of them telling."""
    return ("-" for _ in range(size // 3))


TEXTS: dict[str, Callable[[int], Iterator[str]]] = {
    "articles": articles,
    "one word": one_word,
    "one block": one_block,
    "one template": one_template,
    "one sentence": one_sentence,
    "short lines": blank_lines,
}


def document_of(paragraphs: Iterator[str]) -> Document:
    """Lay paragraphs out, with blocks, and sentences that end in a full stop and a space."""
    blocks: list[Block] = []
    sentences: list[Span] = []
    parts: list[str] = []
    at = 0
    for text in paragraphs:
        words = text.rstrip()
        blocks.append(Block(kind="paragraph", span=Span(at, at + len(words))))
        begin = 0
        while begin < len(words):
            end = words.find(". ", begin) + 1 or len(words)
            sentences.append(Span(at + begin, at + end))
            begin = end + 1
        parts.append(text)
        at += len(text) + 2
    document = Document(
        id="0",
        path="a.txt",
        sha256="0",
        media_type="text/plain",
        encoding="utf-8",
        text="\n\n".join(parts),
    )
    return replace(document, blocks=tuple(blocks), sentences=tuple(sentences))


def _held() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def measure(name: str, megabytes: float) -> None:
    """Mark one text and print seconds, bytes and how much was found."""
    mark_repeats(document_of(articles(10_000)))  # so that what it imports is not counted
    before = _held()
    document = document_of(TEXTS[name](int(megabytes * 1e6)))
    laid_out = _held()
    began = perf_counter()
    marked = mark_repeats(document)
    taken = perf_counter() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    found = sum(r.span.end - r.span.start for r in marked.repeats) / len(document.text)
    print(taken, most - before, most - laid_out, len(document.text), found)


def main() -> None:
    """Measure each text at each size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=float, nargs="+", default=[1, 10, 100], help="megabytes")
    parser.add_argument("--worst", action="store_true", help="the worst cases as well")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        measure(options.one[0], float(options.one[1]))
        return
    print(f"{'text':14} {'MB':>6} {'s':>8} {'MB/s':>6} {'exponent':>8} {'memory':>16} {'found':>6}")
    for name in TEXTS if options.worst else ["articles"]:
        last: tuple[float, float] | None = None
        for size in options.sizes:
            told = subprocess.run(
                [sys.executable, __file__, "--one", name, str(size)],
                check=True,
                capture_output=True,
                text=True,
            ).stdout.split()
            taken, grown, added, length, found = map(float, told)
            slope = "–"
            if last:
                slope = f"{math.log(taken / last[1]) / math.log(length / last[0]):.2f}"
            print(
                f"{name:14} {length / 1e6:6.1f} {taken:8.2f} {length / 1e6 / taken:6.1f}"
                f" {slope:>8} {grown / length:6.1f} x ({added / length:.1f} x) {found:6.0%}"
            )
            last = length, taken


if __name__ == "__main__":
    main()
