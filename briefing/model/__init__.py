"""Frozen types: what a document is, and what is found in it."""

from briefing.model.attribution import Attribution, SecondSource, Source, SourceKind, Via, Why
from briefing.model.caveat import Caveat, CaveatKind, Likelihood, Scope
from briefing.model.collection import Collection, Corroboration, Problem, Syndication
from briefing.model.date import Bound, DateExpression
from briefing.model.document import Document, PublishedFrom
from briefing.model.fact import Fact, Standing
from briefing.model.quantity import Comparator, Differs, Direction, Quantity
from briefing.model.repeat import Change, Repeat, RepeatKind, Restatement
from briefing.model.structure import Block, BlockKind, Jump, Link, Section
from briefing.model.summary import Headline, Summary, headline_of, summarise

__all__ = [
    "Attribution",
    "Block",
    "BlockKind",
    "Bound",
    "Caveat",
    "CaveatKind",
    "Change",
    "Collection",
    "Comparator",
    "Corroboration",
    "DateExpression",
    "Differs",
    "Direction",
    "Document",
    "Fact",
    "Headline",
    "Jump",
    "Likelihood",
    "Link",
    "Problem",
    "PublishedFrom",
    "Quantity",
    "Repeat",
    "RepeatKind",
    "Restatement",
    "Scope",
    "SecondSource",
    "Section",
    "Source",
    "SourceKind",
    "Standing",
    "Summary",
    "Syndication",
    "Via",
    "Why",
    "headline_of",
    "summarise",
]
