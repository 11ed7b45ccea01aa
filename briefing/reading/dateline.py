"""The day of publication, where it stands at the top of the text itself.

Two shapes carry it: a line of its own ("Published: 22 November 2024", "By Jane Doe | 5 March
2021") and the words before the dash of a wire copy ("LONDON, 22 November 2024 (Agency) —").
A day inside a sentence is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from briefing.lexicons import load_words
from briefing.model import Block
from briefing.reading.line_shapes import is_prose

_Label: TypeAlias = Literal["published", "updated"]
_TOP = 6
"""Blocks that are looked at."""
_LONGEST = 140
_DASH = re.compile(r"\s*(?:[—–]|--)\s*|\s+-\s+")
_AGENCY = re.compile(r"\(([^\W\d_a-z][^()\d]{1,40})\)|/([^\W\d_a-z][^/\d\s]{1,30})/")
_PLACE = re.compile(r"[^\W\d_a-z][^\W\d_a-z.'’]*(?: [^\W\d_a-z]{2})?(?<=..)")
_TIME = re.compile(
    r"\d{1,2}(?:[:.h]\d{2}){0,2}(?: ?[ap]\.?m\b\.?)?(?: (?-i:[A-Z]{2,5})\b)?|T\d{2}:\d{2}\S{0,20}",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_](?:[\w.'’&-]*\w)?")
# Between the day and other words of the line, where no label tells what the day is.
_PARTING = frozenset("|·•")


class _Line(NamedTuple):
    day: date
    kind: _Label | Literal["bare"]


class _Found(NamedTuple):
    day: date
    start: int
    end: int


class Dateline(NamedTuple):
    """What the top of a text says of when and by whom it was published."""

    published: date | None = None
    publisher: str | None = None
    """The agency in the brackets of a wire copy."""
    at: int | None = None
    """Index of the block that holds the day."""


def find_dateline(text: str, blocks: Sequence[Block]) -> Dateline:
    """Find the day of publication and the agency, as the top of a text gives them.

    A day counts only with its month and year. What is labelled as published goes before an
    update; a line without a label counts only above the first paragraph, as dates below it are
    those of a chronicle.
    """
    updated = Dateline()
    agency: str | None = None
    begun = False
    for at, block in enumerate(blocks[:_TOP]):
        words = text[block.span.start : min(block.span.end, block.span.start + _LONGEST + 1)]
        day, by = _read_wire(words)
        agency = agency or by
        if day is not None:
            return Dateline(day, agency, at)
        line = _read_line(words) if len(words) <= _LONGEST else None
        if line is not None and line.kind == "updated":
            updated = updated if updated.published else Dateline(line.day, None, at)
        elif line is not None and not (begun and line.kind == "bare"):
            return Dateline(line.day, agency, at)
        begun = begun or len(words) > _LONGEST or is_prose(words)
    return updated._replace(publisher=agency)


def read_day(words: str) -> date | None:
    """Read words that are one whole date, its weekday aside: "Monday, 4 November 2024"."""
    found = _find_day(words)
    if found is None:
        return None
    beside = _weekdays().sub(" ", f"{words[: found.start]} {words[found.end :]}")
    return None if beside.strip(" ,") else found.day


def _read_wire(words: str) -> tuple[date | None, str | None]:
    """Read what stands before the dash of a dateline, or between its two dashes."""
    dash = _DASH.search(words)
    if dash is None or not _PLACE.match(words):
        return None, None
    head = words[: dash.start()]
    named = _AGENCY.search(head)
    agency = next(filter(None, named.groups())).strip() if named else None
    rest = _AGENCY.sub(" ", head)
    day = _find_day(rest)
    if not _holds_names_only(rest, day):
        return None, None
    if day is None and agency is not None:
        day = _find_day(words[dash.end() :])
        closed = day is not None and _closes(words, dash.end() + day.end)
        day = day if day is not None and day.start == 0 and closed else None
    return (day.day if day else None), agency


def _closes(words: str, at: int) -> bool:
    """Tell whether a day is all there is between a dash and the text."""
    return at == len(words) or _DASH.match(words, at) is not None


def _read_line(words: str) -> _Line | None:
    """Read a line that holds a day and nothing that an article says."""
    day = _find_day(words)
    if day is None or not _holds_names_only(words, day):
        return None
    before = words[: day.start].casefold().lstrip("([ ")
    label = _label(before)
    if label is not None:
        return _Line(day.day, label)
    beside = _WORD.search(_without_times(words[: day.start] + " " + words[day.end :]))
    signed = before.startswith("by ") and _WORD.search(before, 3) is not None
    around = {words[: day.start].rstrip()[-1:], words[day.end :].lstrip()[:1]}
    if beside is None or signed or not _PARTING.isdisjoint(around):
        return _Line(day.day, "bare")
    return None


def _label(before: str) -> _Label | None:
    words = load_words("layout")
    if any(re.match(rf"{re.escape(label)}\b", before) for label in words["publishing"]):
        return "published"
    if any(re.match(rf"{re.escape(label)}\b", before) for label in words["updating"]):
        return "updated"
    return None


def _holds_names_only(words: str, day: _Found | None) -> bool:
    """Tell whether beside the day only names, labels, times and small words stand."""
    if day is not None:
        words = words[: day.start] + " " + words[day.end :]
    small = frozenset(load_words("layout")["connecting"]) | _label_words()
    left = _WORD.findall(_without_times(words))
    return all(not word[0].islower() or word.casefold() in small for word in left)


def _without_times(words: str) -> str:
    return _weekdays().sub(" ", _TIME.sub(" ", words))


def _find_day(words: str) -> _Found | None:
    """Find the first full date: with day, month and year."""
    for match in _days().finditer(words):
        groups = match.groupdict()
        month = groups["month"] or groups["month_first"]
        number = _months()[month.casefold()] if month else int(groups["iso_month"])
        year = groups["year"] or groups["year_last"] or groups["iso_year"]
        day = groups["day"] or groups["day_second"] or groups["iso_day"]
        try:
            return _Found(date(int(year), number, int(day)), *match.span())
        except ValueError:
            continue  # 31 February
    return None


@cache
def _months() -> dict[str, int]:
    lines = load_words("layout")["months"]
    return {word: number for number, line in enumerate(lines, 1) for word in line.split()}


@cache
def _days() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{month})\.?,? (?P<year>{year})\b"
        rf"|\b(?P<month_first>{month})\.? (?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?,? "
        rf"(?P<year_last>{year})\b"
        rf"|\b(?P<iso_year>{year})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?:\b|(?=T))",
        re.IGNORECASE,
    )


@cache
def _weekdays() -> re.Pattern[str]:
    names = "|".join(word for line in load_words("layout")["weekdays"] for word in line.split())
    return re.compile(rf"\b(?:{names})\b\.?", re.IGNORECASE)


@cache
def _label_words() -> frozenset[str]:
    words = load_words("layout")
    return frozenset(" ".join(words["publishing"] + words["updating"]).split())
