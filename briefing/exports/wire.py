"""The machine interface, ``briefing/1``, as types: the JSON and its schema come from these.

They are apart from the model, so that the model can change without the interface: a field
may be added here in any release, one is renamed or removed only with a new ``FORMAT``.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from briefing.model import (
    BlockKind,
    Bound,
    CaveatKind,
    Comparator,
    Direction,
    PublishedFrom,
    RepeatKind,
    Scope,
    SourceKind,
    Standing,
)

FORMAT = "briefing/1"
Pair: TypeAlias = tuple[int, int]
"""Start and end, half-open, in characters of the document's text."""


class Generator(Struct, frozen=True):
    """The program that wrote the export."""

    name: str
    version: str


class Link(Struct, frozen=True):
    """Words that lead to another page."""

    start: int
    end: int
    url: str


class Block(Struct, frozen=True):
    """A paragraph, heading, item and the like."""

    kind: BlockKind
    start: int
    end: int
    section: int
    level: int | None
    depth: int | None


class Section(Struct, frozen=True):
    """A heading and what stands below it."""

    title: str | None
    level: int
    start: int
    end: int
    parent: int | None


class Change(Struct, frozen=True):
    """Words of a repeat that differ from the original."""

    op: Literal["replace", "insert", "delete"]
    start: int
    end: int
    of: Pair
    text: str
    was: str
    substantive: bool


class Repeat(Struct, frozen=True):
    """A passage that stood earlier."""

    start: int
    end: int
    of: Pair
    kind: RepeatKind
    similarity: float
    changes: list[Change]
    run: int


class Restatement(Struct, frozen=True):
    """A sentence that says an earlier one again."""

    start: int
    end: int
    of: Pair
    similarity: float


class SecondSource(Struct, frozen=True):
    """The source that would have been taken next."""

    at: Pair
    probability: float


class Why(Struct, frozen=True):
    """What decided an attribution."""

    cue: float
    second_source: SecondSource | None


class Via(Struct, frozen=True):
    """Who stands between source and article."""

    start: int
    end: int
    kind: Literal["origin", "carrier"]


class Attribution(Struct, frozen=True):
    """Who says what."""

    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]
    source_kind: SourceKind
    speaker: str | None
    confidence: float
    why: Why | None
    via: list[Via]


class Source(Struct, frozen=True):
    """A row of the ledger of sources."""

    name: Pair
    description: Pair | None
    named: bool
    attributions: list[int]


class Differs(Struct, frozen=True):
    """Earlier quantities that say something else of the same thing."""

    quantities: list[int]
    kind: Literal["value", "percentage"]


class Quantity(Struct, frozen=True):
    """An amount."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    comparator: Comparator
    change: Direction | None
    unit: str | None
    of: str | None
    differs_from: list[Differs]


class DateExpression(Struct, frozen=True):
    """A day, month, year or stretch of them."""

    start: int
    end: int
    value: str | None
    earliest: date | None
    latest: date | None
    relative: bool
    resolved: bool
    bound: Bound | None


class Likelihood(Struct, frozen=True):
    """A term of ICD 203, in percent."""

    term: str
    low: int
    high: int


class Caveat(Struct, frozen=True):
    """A reason to hold a claim less firmly."""

    kind: CaveatKind
    start: int
    end: int
    scope: Scope
    explanation: str
    about: list[Pair]
    likelihood: Likelihood | None


class Fact(Struct, frozen=True):
    """A claim."""

    id: str
    start: int
    end: int
    section: int
    claim: list[Pair]
    standing: Standing
    reason: str
    weight: float
    shown: bool
    attribution: int | None
    caveats: list[int]
    quantities: list[int]
    dates: list[int]
    repeated_at: list[Pair]
    restated_at: list[Pair]


class Document(Struct, frozen=True):
    """One article."""

    id: str
    path: str
    sha256: str
    media_type: str
    encoding: str
    title: str | None
    published: date | None
    published_from: PublishedFrom | None
    notices: list[str]
    links: list[Link]
    publisher: str | None
    url: str | None
    language: str
    text: str
    blocks: list[Block]
    sections: list[Section]
    sentences: list[Pair]
    repeats: list[Repeat]
    restatements: list[Restatement]
    attributions: list[Attribution]
    sources: list[Source]
    quantities: list[Quantity]
    dates: list[DateExpression]
    caveats: list[Caveat]
    facts: list[Fact]


class Syndication(Struct, frozen=True):
    """The same report printed more than once."""

    documents: list[str]
    similarity: float


class Corroboration(Struct, frozen=True):
    """Two facts that bear on each other."""

    facts: tuple[str, str]
    relation: Literal["corroborates", "conflicts", "updates"]
    reason: str


class Problem(Struct, frozen=True):
    """What could not be read, or not whole."""

    path: str
    error: str


class Export(Struct, frozen=True):
    """Everything that was read, in one object."""

    format: Literal["briefing/1"]
    generator: Generator
    documents: list[Document]
    syndicated: list[Syndication]
    corroborations: list[Corroboration]
    problems: list[Problem]
