"""The brief in Markdown: what the articles claim, who says so, and what limits it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from briefing import __version__
from briefing.exports.brief_facts import fact_lines, limit_words
from briefing.exports.brief_notes import Notes
from briefing.exports.brief_repeats import repeat_lines
from briefing.exports.brief_tables import ledger, numbers_and_dates, open_questions
from briefing.exports.escaping import escape, quote, yaml_value
from briefing.exports.limits import distinct_limits, name_limit
from briefing.model import Caveat, Collection, Document, Fact, Problem
from briefing.words import EVERYTHING, LEAD

_IN_SHORT = 5
"""The most weighty facts; an article with few more needs no summary."""
_FEW = 8
"""Words of dates that are named before they are only counted."""


def export_markdown(collection: Collection) -> str:
    """Write one brief: a part for each document, and what could not be read at the end."""
    lines = [*_front_matter(collection.documents), ""]
    number = 1
    for document in collection.documents:
        shown = [fact for fact in document.facts if fact.shown]
        notes = Notes(document, shown, number)
        lines += _document(document, shown, notes)
        number = notes.next_number
    lines += _part("Not read", _problems(collection.problems))
    return "\n".join(lines).rstrip("\n") + "\n"


def _front_matter(documents: Sequence[Document]) -> Iterator[str]:
    """Say what the brief is of; of several documents as a list."""
    yield "---"
    if len(documents) == 1:
        yield from _origin(documents[0])
    yield f"generator: {yaml_value(f'briefing {__version__}')}"
    if len(documents) > 1:
        yield "documents:"
        for document in documents:
            first, *rest = _origin(document)
            yield f"  - {first}"
            yield from (f"    {line}" for line in rest)
    yield "---"


def _origin(document: Document) -> Iterator[str]:
    published = document.published.isoformat() if document.published else None
    yield f"title: {yaml_value(document.title)}"
    yield f"path: {yaml_value(document.path)}"
    yield f"published: {yaml_value(published)}"
    yield f"sha256: {yaml_value(document.sha256)}"


def _document(document: Document, shown: Sequence[Fact], notes: Notes) -> Iterator[str]:
    yield f"# {escape(document.title or PurePath(document.path).name)}"
    yield ""
    yield from _notices(document)
    if shown:
        yield from _holding(document, notes)
        yield from _part("In short", _in_short(document, shown, notes))
        yield from _sections(document, shown, notes)
        yield from _part("Who says what", ledger(document, shown, notes))
        yield from _part("What nobody has confirmed", open_questions(document, notes))
        yield from _part("Numbers and dates", numbers_and_dates(document, shown, notes))
    else:
        yield from _part("Outline", _outline(document))
    yield from _part("Said again", repeat_lines(document, notes))
    footnotes = list(notes.lines())
    if footnotes:
        yield from (*footnotes, "")


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Put a heading above lines; nothing where there is no line."""
    written = list(lines)
    if written:
        yield from (f"## {title}", "", *written, "")


def _notices(document: Document) -> Iterator[str]:
    for words in (*document.notices, *document.faults):
        yield from ("> [!NOTE]", f"> {escape(words)}", "")


def _holding(document: Document, notes: Notes) -> Iterator[str]:
    """Say what holds for the whole document."""
    wide = [caveat for caveat in document.caveats if caveat.scope == "document"]
    lines = [f"- {limit_words(name_limit(document, c))}{notes.near(c.span)}" for c in wide]
    undated = [date for date in document.dates if date.relative and not date.resolved]
    if undated and document.published is None:
        words = list(dict.fromkeys(quote(date.span.of(document.text)) for date in undated))
        more = f" and {len(words) - _FEW} more" if len(words) > _FEW else ""
        verb = "is" if len(words) == 1 else "are"
        named = ", ".join(words[:_FEW]) + more
        lines += ["", f"No day of publication is known: {named} {verb} left as written."]
    if lines:
        yield from ("> [!WARNING]", f"> **{EVERYTHING} below.**")
        yield from (f"> {line}".rstrip() for line in lines)
        yield ""


def _in_short(document: Document, shown: Sequence[Fact], notes: Notes) -> Iterator[str]:
    """Write the facts that weigh most, one of a sentence."""
    if len(shown) <= _IN_SHORT:
        return
    heaviest: dict[tuple[int, int], Fact] = {}
    for fact in sorted(shown, key=lambda fact: (-fact.weight, fact.claim)):
        heaviest.setdefault(fact.span, fact)
    for fact in list(heaviest.values())[:_IN_SHORT]:
        yield from fact_lines(document, fact, notes)


def _sections(document: Document, shown: Sequence[Fact], notes: Notes) -> Iterator[str]:
    by_section: dict[int, list[Fact]] = {}
    for fact in shown:
        by_section.setdefault(fact.section, []).append(fact)
    wide = _section_caveats(document)
    for number, facts in sorted(by_section.items()):
        title = document.sections[number].title
        name = escape(title.of(document.text)) if title else LEAD
        here = [c for at in _with_parents(document, number) for c in wide.get(at, ())]
        holding = [
            f"> *Holds for this section:* {words}"
            for words in map(limit_words, distinct_limits(document, here))
        ]
        lines = [line for fact in facts for line in fact_lines(document, fact, notes)]
        yield from _part(name, [*holding, *([""] if holding else []), *lines])


def _section_caveats(document: Document) -> Mapping[int, Sequence[Caveat]]:
    """Put the caveats that hold for a section below its number."""
    starts = [section.span.start for section in document.sections]
    wide: dict[int, list[Caveat]] = {}
    for caveat in document.caveats:
        if caveat.scope == "section":
            wide.setdefault(bisect_right(starts, caveat.span.start) - 1, []).append(caveat)
    return wide


def _with_parents(document: Document, number: int) -> Iterator[int]:
    """Yield a section and those that hold it: what holds for them holds for it."""
    at: int | None = number
    while at is not None:
        yield at
        at = document.sections[at].parent


def _outline(document: Document) -> Iterator[str]:
    """List the headings of a document in which no fact was found."""
    depths: list[int] = []
    for section in document.sections:
        # Levels may be left out: four spaces more than the item above would be code.
        depths.append(0 if section.parent is None else depths[section.parent] + 1)
        if section.title:
            yield f"{'  ' * depths[-1]}- {escape(section.title.of(document.text))}"


def _problems(problems: Iterable[Problem]) -> Iterator[str]:
    for problem in problems:
        yield f"- {escape(problem.path)}: {escape(problem.error)}"
