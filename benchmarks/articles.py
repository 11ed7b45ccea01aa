"""Articles for benchmarks: varied sentences from seeded random numbers, none said twice.

One paragraph said again and again would fold, and nothing would be found in it.
"""

from __future__ import annotations

import random
from pathlib import Path

_WHO = (
    "The port authority", "A spokeswoman for the ministry", "The mayor of Harwick",
    "Two people familiar with the talks", "Marta Olsen, who leads the inquiry", "The union",
    "An official who asked not to be named", "The shipping line", "The regional court",
)  # fmt: skip
_SAYS = ("said", "told reporters", "denied", "confirmed", "claimed", "warned", "suggested")
_WHAT = (
    "{n:,} containers had been moved to the northern quay",
    "about {n:,} households may lose power in {month}",
    "the contract, worth £{n}m, would be signed by {month}",
    "fewer than {n} inspectors had seen the report",
    "the ferry had allegedly carried {n} cars more than it should",
    "no decision on the {n} vacant posts would come before {month}",
    "the sum of {n:,} euros was paid into an account abroad",
)
_TAIL = (
    "", ", according to minutes seen by this newspaper", ", although nobody could verify it",
    ", but gave no date", ", a claim that the opposition rejects", " if the council agrees",
)  # fmt: skip
_MONTHS = ("January", "March", "June", "September", "November")


def article(seed: int, size: int) -> str:
    """An article of about ``size`` characters with a heading every dozen sentences."""
    chance = random.Random(seed)
    parts = [f"first words of article {seed}\n\n"]
    length = 0
    while length < size:
        heading = f"What the {chance.choice(('court', 'port', 'council'))} knew in {length}"
        sentences = (_sentence(chance) for _ in range(12))
        paragraph = "\n\n".join(" ".join(group) for group in zip(*[sentences] * 3, strict=True))
        parts.append(f"{heading}\n\n{paragraph}\n\n")
        length += len(parts[-1])
    return "".join(parts)


def folder_of_articles(folder: Path, number: int, *, first: int = 3_000) -> Path:
    """Fill a folder with articles of 3,000 characters; ``first`` is the size of the first."""
    folder.mkdir()
    for seed in range(number):
        Path(folder, f"{seed}.txt").write_text(article(seed, 3_000 if seed else first))
    return folder


def _sentence(chance: random.Random) -> str:
    what = chance.choice(_WHAT).format(n=chance.randint(2, 9_000), month=chance.choice(_MONTHS))
    who, says, tail = chance.choice(_WHO), chance.choice(_SAYS), chance.choice(_TAIL)
    return f"{who} {says} that {what}{tail}."
