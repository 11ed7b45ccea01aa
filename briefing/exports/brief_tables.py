"""The tables of the brief: who says what, what nobody has confirmed, numbers and dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefing.exports.brief_facts import in_context
from briefing.exports.brief_notes import Notes
from briefing.exports.escaping import escape, quote
from briefing.lexicons import load_words
from briefing.model import Caveat, Comparator, DateExpression, Document, Fact, Quantity
from briefing.words import NO_DAY

_OPEN_KINDS = ("undisclosed", "unverified", "no_comment")
_TELLING = 2
"""Words that a question has besides its first two: "whether it did" tells nothing."""
_SMALL = 10
_SIGNS: dict[Comparator, str] = {
    "=": "",
    "~": "about ",
    ">": "> ",
    "<": "< ",
    ">=": "≥ ",
    "<=": "≤ ",
}
_ARROWS = {"up": "↑ ", "down": "↓ "}
_DIGIT = re.compile(r"\d")


def ledger(document: Document, facts: Sequence[Fact], notes: Notes) -> Iterator[str]:
    """Write who says what: those whose claims are shown, first seen first."""
    by_attribution: dict[int, list[Fact]] = {}
    for fact in facts:
        if fact.attribution is not None:
            by_attribution.setdefault(fact.attribution, []).append(fact)
    rows = []
    for source in document.sources:
        said = [f for number in source.attributions for f in by_attribution.get(number, ())]
        if not said:
            continue
        words = source.name.of(document.text)
        if source.description and not source.name.meets(source.description):
            words += f", {source.description.of(document.text)}"
        marks = _marks(notes.at(fact.claim) for fact in said)
        named = "yes" if source.named else "no"
        rows.append(_row(escape(words), named, f"{len(said)} {marks}"))
    if rows:
        yield "| source | named | claims |"
        yield "| --- | --- | --- |"
        yield from rows


def open_questions(document: Document, notes: Notes) -> Iterator[str]:
    """Write what is held back, not verified or not answered, with the words that say so."""
    for caveat in document.caveats:
        if caveat.kind in _OPEN_KINDS:
            yield f"- {_question(document, caveat)}{notes.near(caveat.span)}"


def _question(document: Document, caveat: Caveat) -> str:
    """Write what is asked and who says that there is no answer; else the whole sentence."""
    text = document.text
    about = " … ".join(span.of(text) for span in caveat.about)
    first, _, rest = about.partition(" ")
    if first.lower() in load_words("claims")["questions"] and rest.count(" ") >= _TELLING:
        return f"{escape(about)}: {quote(caveat.span.of(text))}"
    at = bisect_right(document.sentences, (caveat.span.start, len(text))) - 1
    sentence = document.sentences[at] if at >= 0 else caveat.span
    return in_context(
        text, [caveat.span], sentence if sentence.covers(caveat.span) else caveat.span
    )


def numbers_and_dates(document: Document, facts: Sequence[Fact], notes: Notes) -> Iterator[str]:
    """Write the amounts and dates of the facts that are shown."""
    quantities = sorted({number for fact in facts for number in fact.quantities})
    dates = sorted({number for fact in facts for number in fact.dates})
    rows = [
        *_quantity_rows(document, [document.quantities[number] for number in quantities], notes),
        *_date_rows(document, [document.dates[number] for number in dates], notes),
    ]
    if rows:
        yield "| words | what | value | where |"
        yield "| --- | --- | --- | --- |"
        yield from rows


def _quantity_rows(
    document: Document, quantities: Iterable[Quantity], notes: Notes
) -> Iterator[str]:
    text = document.text
    for quantity in quantities:
        words = quantity.span.of(text)
        if _is_small(quantity, words):
            continue
        counted = escape(quantity.of.of(text)) if quantity.of else ""
        value = _value(quantity)
        for differs in quantity.differs_from:
            others = (document.quantities[number].span for number in differs.quantities)
            value += "; not " + ", ".join(
                quote(span.of(text)) + notes.near(span) for span in others
            )
        yield _row(escape(words), counted, value, notes.near(quantity.span))


def _date_rows(document: Document, dates: Iterable[DateExpression], notes: Notes) -> Iterator[str]:
    open_dates = []
    for date in dates:
        if not date.resolved or date.value is None:
            open_dates.append(date)
            continue
        bound = {"since": "from ", "until": "until ", None: ""}[date.bound]
        words = escape(date.span.of(document.text))
        yield _row(words, "", f"{bound}{escape(date.value)}", notes.near(date.span))
    if open_dates:
        words = " · ".join(dict.fromkeys(escape(d.span.of(document.text)) for d in open_dates))
        marks = _marks(notes.near(date.span) for date in open_dates)
        why = "not resolved" if document.published else f"not resolved: {NO_DAY}"
        yield _row(words, "", why, marks)


def _is_small(quantity: Quantity, words: str) -> bool:
    """Tell whether a number is one of language rather than of the news: "the two leaders"."""
    small = quantity.value is not None and abs(quantity.value) < _SMALL
    plain = quantity.comparator == "=" and quantity.unit is None and quantity.change is None
    return small and plain and not _DIGIT.search(words)


def _value(quantity: Quantity) -> str:
    if quantity.value is None:
        low = "" if quantity.low is None else _number(quantity.low)
        high = "" if quantity.high is None else _number(quantity.high)
        words = f"{low}–{high}"
    else:
        words = _SIGNS[quantity.comparator] + _number(quantity.value)
    arrow = _ARROWS[quantity.change] if quantity.change else ""
    unit = f" {escape(quantity.unit)}" if quantity.unit else ""
    return f"{arrow}{words}{unit}"


def _number(value: float) -> str:
    """Write a number with commas, and without a fraction that it does not have."""
    if float(value).is_integer():
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) < 1 else f"{value:,.3f}".rstrip("0")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")


def _marks(marks: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(marks))
