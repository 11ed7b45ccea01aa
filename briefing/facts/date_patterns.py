"""What date words look like: one expression that finds where they begin, and one a kind.

Every repetition is bounded, so that a match costs a constant wherever a word can begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from briefing.lexicons.values import load_list, load_names, load_values

_SPACE = r"[^\S\n]{1,3}"
_WHOLE = ("march", "april", "may", "june", "july")
"""Months that need no full stop, short as they are."""
_FIGURES = "0"
"""Key of what begins with a figure."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of dates, as their readers need them: all in lower case."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    frames: Mapping[str, int]
    units: Mapping[str, str]
    seasons: Mapping[str, int]
    ordinals: Mapping[str, int]
    counts: Mapping[str, int]
    doubtful_months: frozenset[str]


@dataclass(frozen=True, slots=True)
class DatePatterns:
    """Expressions over the words."""

    begin: re.Pattern[str]
    """Where a date can begin; never inside a word."""
    by_word: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]
    """Kinds to try, in order, by the first word in lower case; "0" for figures."""
    opened: re.Pattern[str]
    """Ends with a word that makes a doubtful month a month."""
    year_opened: re.Pattern[str]
    """Ends with a word that makes a number under 1900 a year."""
    counted: re.Pattern[str]
    """Begins with what makes a number an amount."""
    bound: re.Pattern[str]
    """Ends with "since" or "until", a word of its group."""
    ahead: re.Pattern[str]
    """Holds a word that turns a sentence to what is ahead."""
    named_before: re.Pattern[str]
    named_after: re.Pattern[str]


@cache
def date_words() -> DateWords:
    """Read the words from the lexicon, once."""
    counts = {w: int(v) for w, v in load_values("numbers", "small").items()}
    counts |= {w: int(v) for w, v in load_values("numbers", "tens").items()}
    return DateWords(
        months=_numbered(load_names("dates", "months")),
        weekdays=_numbered(load_names("dates", "weekdays")),
        days={w: int(v) for w, v in load_values("dates", "days").items()},
        frames={w: int(v) for w, v in load_values("dates", "frames").items()},
        units=load_names("dates", "units"),
        seasons=_numbered(load_names("dates", "seasons")),
        ordinals={w: int(v) for w, v in load_values("dates", "ordinals").items()},
        counts=counts | {"a": 1, "an": 1},
        doubtful_months=frozenset(w.lower() for w in load_list("dates", "doubtful_months")),
    )


def _numbered(names: Mapping[str, str]) -> dict[str, int]:
    return {way.lower(): int(number) for way, number in names.items()}


def _any(words: Iterable[str]) -> str:
    """One of the words, longest first, with any white space between their parts."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", _SPACE) for w in ordered) + ")"


def _capitals(words: Iterable[str]) -> str:
    """The words with their capitals, and short ones with their full stop."""
    ways = {way for word in words for way in (word, word.upper())}
    short = [way for way in ways if len(way) <= len("Thurs") and way.lower() not in _WHOLE]
    return rf"(?:{_any(ways)}(?![A-Za-z])(?:(?:{'|'.join(f'(?<={way})' for way in short)})\.)?)"


@cache
def date_patterns() -> DatePatterns:
    """Build the expressions from the lexicon, once."""
    kinds = _kinds()
    words = date_words()
    months = load_names("dates", "months")
    weekdays = load_names("dates", "weekdays")
    parts = load_list("dates", "parts")
    framing = [*words.frames, "the", "this", "earlier", "later", *parts]
    counting = [*words.counts, *load_list("dates", "few")]
    ordinal = [*words.ordinals, "q1", "q2", "q3", "q4"]
    groups: tuple[tuple[Iterable[str], tuple[str, ...]], ...] = (
        (months, ("month",)),
        (weekdays, ("weekday",)),
        (words.days, ("day",)),
        (("overnight", "year-end", "year"), ("night", "year_end")),
        (
            framing,
            (
                "year_end",
                "half",
                "dated",
                "named",
                "stretch",
                "framed",
                "decade",
                "century",
                "quarter",
            ),
        ),
        (words.seasons, ("dated",)),
        (counting, ("ago",)),
        (ordinal, ("century", "quarter")),
        (("'", "’", "mid"), ("decade",)),
        ((_FIGURES,), ("iso", "ago", "century", "decade", "quarter", "day_month", "years", "year")),
    )
    by_word: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}
    for firsts, names in groups:
        for first in {re.split(r"[\s-]", w.lower())[0] for w in firsts}:
            tried = by_word.get(first, ())
            new = tuple((n, kinds[n]) for n in names if n not in {k for k, _ in tried})
            by_word[first] = tried + new
    lower = [w for w in by_word if w[0].isalpha() and w not in words.months | words.weekdays]
    begin = rf"(?<![\w$£€#/.,’'-])(?:(?P<figure>\d)|{_capitals([*months, *weekdays])}|(?i:{_any(lower)})\b|['’](?=\d0s\b))"
    return DatePatterns(
        begin=re.compile(begin),
        by_word=by_word,
        opened=_ends_with(load_list("dates", "month_openers")),
        year_opened=_ends_with(load_list("dates", "year_openers")),
        counted=re.compile(rf"[\s-]{{1,3}}{_any(load_list('dates', 'counted'))}\b"),
        bound=re.compile(_bound() + r"\s+(?:the\s+)?$", re.IGNORECASE),
        ahead=re.compile(
            rf"(?:\b|(?<=['’])){_any(_curly(load_list('dates', 'ahead')))}\b", re.IGNORECASE
        ),
        named_before=re.compile(rf"\b{_any(load_list('dates', 'names_before_weekdays'))}\s+$"),
        named_after=re.compile(rf"\s+{_any(load_list('dates', 'names_with_weekdays'))}\b"),
    )


def _curly(words: Iterable[str]) -> list[str]:
    return [way for word in words for way in (word.lstrip("'"), word.lstrip("'").replace("'", "’"))]


def _ends_with(words: Iterable[str]) -> re.Pattern[str]:
    worded = [w for w in words if w[-1].isalpha()]
    signs = [rf"{re.escape(w)}\s?" for w in words if not w[0].isalpha()]
    return re.compile(
        "(?:" + "|".join([rf"\b{_any(worded)}[.\s-]{{1,3}}", *signs]) + ")$", re.IGNORECASE
    )


def _bound() -> str:
    names = load_names("dates", "bounds")
    ways = {group: [w for w, g in names.items() if g == group] for group in names.values()}
    return rf"\b(?:(?P<since>{_any(ways['since'])})|(?P<until>{_any(ways['until'])}))"


def _kinds() -> Mapping[str, re.Pattern[str]]:
    """One expression a kind of date words; the groups are what ``date_finding`` reads."""
    words = date_words()
    month = _capitals(load_names("dates", "months"))
    weekday = _capitals(load_names("dates", "weekdays"))
    unit = _any(words.units)
    frame = rf"(?i:(?:the{_SPACE})?(?P<frame>{_any(words.frames)}))"
    count = rf"(?i:(?P<count>\d{{1,3}}(?:,\d{{3}})?(?:\.\d)?|{_any(words.counts)}(?:-{_any(words.counts)})?|(?P<few>(?:a{_SPACE})?{_any(load_list('dates', 'few'))})))"
    part = rf"(?i:(?:(?:{_any(load_list('dates', 'parts'))})[\s-]{{1,3}})?(?:the{_SPACE})?)"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
    dash = r"\s?[-–—]\s?"
    year = r"(?P<year>[12]\d{3})(?![\w%]|[.,]\d)"
    # A name can stand for one group only, so other branches number theirs.
    year2, year3 = year.replace("<year>", "<year2>"), year.replace("<year>", "<year3>")
    ordinal = (
        rf"(?i:(?P<ordinal>\d{{1,2}}(?=(?:st|nd|rd|th)\b)|{_any(words.ordinals)}))(?:st|nd|rd|th)?"
    )
    to_month2 = rf"(?:{dash}(?P<to_month2>{month}))"
    of_year = rf"(?:,?(?:{_SPACE}of)?{_SPACE}{year})?"
    to_day = rf"(?:(?:{dash}|{_SPACE}(?:and|to|through){_SPACE})(?:(?P<to_month>{month}){_SPACE})?(?P<to_day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d))?"
    sources = {
        "iso": r"(?P<value>\d{4}-(?:\d\d-\d\d|W\d\d))(?![\d-])",
        "month": rf"(?P<month>{month})(?:{_SPACE}(?:the{_SPACE})?{day}{to_day}{of_year}|{to_month2}?(?:,?(?:{_SPACE}of)?{_SPACE}{year2})?)",
        "day_month": rf"{day}(?:{dash}(?P<to_day>\d{{1,2}}))?(?:st|nd|rd|th)?(?:{_SPACE}day)?(?:{_SPACE}of)?{_SPACE}(?P<month>{month}){of_year}",
        "weekday": rf"(?P<weekday>{weekday})(?:,?{_SPACE}(?:the{_SPACE})?(?:(?P<month>{month}){_SPACE}{day}|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:{_SPACE}of)?{_SPACE}(?P<month2>{month})){of_year})?",
        "day": rf"(?i:(?P<word>{_any(words.days)}))\b",
        "night": r"(?i:overnight)\b",
        "year_end": rf"(?i:(?:the{_SPACE})?(?:end|close){_SPACE}of{_SPACE}(?:(?P<which>the|this|last|next){_SPACE}year|{year})|year[-\s]end)\b(?![-'’])",
        "half": rf"(?i:the{_SPACE}(?P<half>first|second){_SPACE}half{_SPACE}of{_SPACE}){year}\b",
        "dated": rf"{part}(?:(?P<season>(?i:{_any(words.seasons)}))(?:(?i:{_SPACE}of))?{_SPACE}{year}|(?P<month>{month})(?:,?(?:{_SPACE}of)?{_SPACE}{year2})?|(?<=[\s-]){year3})",
        "named": rf"{part}{frame}{_SPACE}(?:(?P<month>{month})|(?P<weekday>{weekday})|(?P<season>(?i:{_any(words.seasons)})))\b",
        "framed": rf"{part}(?:{frame}{_SPACE}(?i:(?P<unit>{unit}))|(?i:the{_SPACE}(?P<weekend>weekend)))(?=s?\b)(?!-)",
        "stretch": rf"(?i:the{_SPACE})?{frame}{_SPACE}{count}{_SPACE}(?i:(?P<unit>{unit}))\b",
        "ago": rf"{count}[\s-]{{1,3}}(?i:(?P<unit>{unit})){_SPACE}(?i:ago)\b",
        "century": rf"{part}{ordinal}[\s-]{{1,3}}(?i:century|centuries)\b",
        "decade": rf"{part}(?:(?P<years>[12]\d{{2}}0)|['’]?(?P<short>[1-9]0))['’]?s\b",
        "quarter": rf"(?i:the{_SPACE})?(?:{ordinal}[\s-]{{1,3}}(?i:quarter)|(?i:Q)(?P<q>[1-4]))(?:(?:(?i:{_SPACE}of)|,)?{_SPACE}(?:{year}|(?i:(?P<which>the|this|last|next){_SPACE}year)))?(?![\w])",
        "years": r"(?P<year>[12]\d{3})[-–](?P<to_year>\d\d)(?![\w-]|[.,]\d)",
        "year": rf"{year}(?![\w/]|[-–][A-Z\d]|[’'](?!s\b))",
    }
    return {name: re.compile(source) for name, source in sources.items()}
