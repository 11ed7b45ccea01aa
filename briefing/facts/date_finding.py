"""Find date words in a sentence and read what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, cast

from briefing.facts.date_patterns import DatePatterns, DateWords, date_patterns, date_words
from briefing.facts.date_readings import (
    DayOfWeek,
    EndOfYear,
    Fixed,
    Lean,
    Named,
    Reading,
    Shifted,
    Stretch,
    Unit,
    Yearless,
)
from briefing.facts.date_resolution import yearless_value
from briefing.facts.date_values import days_of, quarter_value, range_value, season_value
from briefing.model import Bound
from briefing.spans import Span

_BEFORE = 24
"""Characters before a date that can decide what it is."""
_CLAUSE = 80
"""Characters before a date in which its verb stands."""
_ALWAYS_YEARS = range(1900, 2100)
"""News writes 1,950 people with a comma, so four bare figures from here are a year."""
_TIMES = re.compile(r"[\s-]{1,2}[ap]\.?m\b|:\d\d")


class Mention(NamedTuple):
    """Date words and what they say."""

    span: Span
    reading: Reading


class _Place(NamedTuple):
    """A match and where it stands."""

    text: str
    match: re.Match[str]
    patterns: DatePatterns
    words: DateWords

    @property
    def before(self) -> str:
        start = self.match.start()
        return self.text[max(0, start - _BEFORE) : start]

    def number(self, *names: str) -> int | None:
        """The first of the groups that matched, as a number."""
        groups = self.match.groupdict()
        return next((int(groups[n]) for n in names if groups.get(n)), None)

    def word(self, table: Mapping[str, int], *names: str) -> int | None:
        """The first of the groups that matched, looked up."""
        groups = self.match.groupdict()
        found = next((groups[n] for n in names if groups.get(n)), None)
        return None if found is None else table[" ".join(found.lower().rstrip(".").split())]


def find_mentions(text: str, sentence: Span) -> Iterator[Mention]:
    """Yield the date words of a sentence in text order, none overlapping."""
    patterns, words = date_patterns(), date_words()
    at, end = sentence
    search = patterns.begin.search
    while begin := search(text, at, end):
        mention = None
        first = "0" if begin["figure"] else begin[0].lower().rstrip(".")
        for kind, pattern in patterns.by_word.get(first, ()):
            match = pattern.match(text, begin.start(), end)
            if match is None:
                continue
            reading = _READERS[kind](_Place(text, match, patterns, words))
            if reading is not None:
                mention = Mention(Span(*match.span()), reading)
                break
        if mention is None:
            at = _skip(text, begin, end)
        else:
            at = mention.span.end
            yield mention


_FIGURES = re.compile(r"[\d.,:/-]*")


def _skip(text: str, begin: re.Match[str], end: int) -> int:
    """Go behind words that began no date; behind a number as a whole."""
    if begin["figure"] and (figures := _FIGURES.match(text, begin.start(), end)):
        return max(figures.end(), begin.end())
    return begin.end()


def _checked(value: str) -> Fixed | None:
    """A value, unless there is no such day: "February 30, 2024"."""
    try:
        days_of(value)
    except ValueError:
        return None
    return Fixed(value)


def _iso(place: _Place) -> Reading | None:
    return _checked(place.match["value"])


def _in_month(place: _Place, month: int, day: int | None, year: int | None) -> Reading | None:
    if day is not None and not 1 <= day <= 31:
        return None
    last_month = place.word(place.words.months, "to_month", "to_month2")
    reading = Yearless(month, day, last_month, place.number("to_day"))
    try:
        # 2024 has every day that a year can have.
        value = yearless_value(reading, 2024 if year is None else year)
        days_of(value)
    except ValueError:
        return None
    return reading if year is None else Fixed(value)


def _month(place: _Place) -> Reading | None:
    month = place.word(place.words.months, "month")
    day, year = place.number("day"), place.number("year", "year2")
    if month is None:
        return None
    if day is None and year is None and not place.match["to_month2"]:
        doubtful = place.match["month"].lower().rstrip(".") in place.words.doubtful_months
        if doubtful and not place.patterns.opened.search(place.before):
            return None
    return _in_month(place, month, day, year)


def _day_month(place: _Place) -> Reading | None:
    month = place.word(place.words.months, "month")
    if month is None:
        return None
    return _in_month(place, month, place.number("day"), place.number("year"))


def _weekday(place: _Place) -> Reading | None:
    match, words = place.match, place.words
    number = place.word(words.weekdays, "weekday")
    month = place.word(words.months, "month", "month2")
    if month is not None:
        return _in_month(place, month, place.number("day", "day2"), place.number("year"))
    if number is None or len(match["weekday"].rstrip(".")) < 6:
        return None
    if place.patterns.named_before.search(place.before):
        return None
    if place.patterns.named_after.match(place.text, match.end()):
        return None
    return DayOfWeek(number)


def _day(place: _Place) -> Reading | None:
    return Shifted("day", place.words.days[place.match["word"].lower()])


def _night(place: _Place) -> Reading | None:
    return Shifted("day", 0)


def _year_end(place: _Place) -> Reading | None:
    if year := place.number("year"):
        return _checked(f"{year}-12-31")
    which = (place.match["which"] or "the").lower()
    return EndOfYear({"last": -1, "next": 1}.get(which, 0))


def _half(place: _Place) -> Reading | None:
    year = place.number("year")
    first = place.match["half"].lower() == "first"
    return _checked(f"{year}-01/{year}-06" if first else f"{year}-07/{year}-12")


def _dated(place: _Place) -> Reading | None:
    """A season, month or year, with "early" or "the end of" before it or without."""
    year = place.number("year", "year2", "year3")
    season = place.word(place.words.seasons, "season")
    if season is not None and year is not None:
        return _checked(season_value(year, season))
    month = place.word(place.words.months, "month")
    if month is not None:
        return _in_month(place, month, None, year)
    if year in _ALWAYS_YEARS and not _is_counted(place):
        return Fixed(f"{year}")
    return None


def _named(place: _Place) -> Reading | None:
    words, shift = place.words, place.word(place.words.frames, "frame")
    if (weekday := place.word(words.weekdays, "weekday")) is not None:
        return DayOfWeek(weekday, shift)
    if (month := place.word(words.months, "month")) is not None:
        return Named("month", month, shift)
    season = place.word(words.seasons, "season")
    return None if season is None else Named("season", season, shift)


def _framed(place: _Place) -> Reading | None:
    match = place.match
    if match["weekend"]:
        return Shifted("weekend", 0)
    unit = cast(Unit, place.words.units[match["unit"].lower()])
    shift = place.words.frames[" ".join(match["frame"].lower().split())]
    plural = match["unit"].lower().endswith("s") or unit in ("hour", "day")
    if plural and unit != "hour" and not _is_possessive(place):
        return None
    if unit in ("hour", "day"):
        return None
    if match["frame"].lower() in ("past", "coming"):
        return Stretch(unit, shift)
    return Shifted(unit, shift)


def _is_possessive(place: _Place) -> bool:
    """ "This years festival": the apostrophe is often left out."""
    return place.match["frame"].lower() == "this" and place.match["unit"].lower() == "years"


def _stretch(place: _Place) -> Reading | None:
    shift = place.words.frames[" ".join(place.match["frame"].lower().split())]
    unit = cast(Unit, place.words.units[place.match["unit"].lower()])
    if shift == 0:
        return None
    count = _count(place)
    return Stretch(unit, None if count is None else shift * count)


def _ago(place: _Place) -> Reading | None:
    unit = cast(Unit, place.words.units[place.match["unit"].lower()])
    count = _count(place)
    return Stretch(unit, None) if count is None else Shifted(unit, -count)


def _count(place: _Place) -> int | None:
    """How many, in figures or in words; None where nobody counted or not in whole ones."""
    if place.match["few"]:
        return None
    counted = place.match["count"].lower().replace(",", "")
    if counted[0].isdigit():
        return int(counted) if counted.isdigit() else None
    return sum(place.words.counts[part] for part in counted.split("-"))


def _century(place: _Place) -> Reading | None:
    number = _ordinal(place)
    return Fixed(f"{number - 1:02d}XX") if number is not None and 1 < number <= 30 else None


def _ordinal(place: _Place) -> int | None:
    ordinal = place.match["ordinal"]
    if ordinal is None:
        return None
    return int(ordinal) if ordinal.isdigit() else place.words.ordinals[ordinal.lower()]


def _decade(place: _Place) -> Reading | None:
    if years := place.match["years"]:
        # "The 1900s" are a hundred years, "the 2000s" ten.
        return Fixed(
            f"{years[:2]}XX" if years.endswith("00") and years < "2000" else f"{years[:3]}X"
        )
    if not place.match[0].lower().startswith(("the", "'", "’", "mid", "early", "late")):
        return None
    return Fixed(f"19{place.match['short'][0]}X")


def _quarter(place: _Place) -> Reading | None:
    number = place.number("q") or _ordinal(place)
    if number is None or not 1 <= number <= 4:
        return None
    if year := place.number("year"):
        return _checked(quarter_value(year, number - 1))
    which = (place.match["which"] or "").lower()
    if which:
        shift = {"last": -1, "next": 1}.get(which, 0)
        return Named("quarter", number - 1, shift) if shift == 0 else None
    return Named("quarter", number - 1, None) if place.match["q"] else None


def _years(place: _Place) -> Reading | None:
    first, last = place.match["year"], place.match["to_year"]
    if int(first) not in _ALWAYS_YEARS or not int(first[2:]) < int(last):
        return None
    return _checked(range_value(first, first[:2] + last))


def _year(place: _Place) -> Reading | None:
    year = place.number("year")
    if year is None or _is_counted(place):
        return None
    if year not in _ALWAYS_YEARS and not place.patterns.year_opened.search(place.before):
        return None
    return Fixed(f"{year:04d}")


def _is_counted(place: _Place) -> bool:
    end = place.match.end()
    return (
        place.patterns.counted.match(place.text, end) is not None
        or _TIMES.match(place.text, end) is not None
    )


_READERS: Mapping[str, Callable[[_Place], Reading | None]] = {
    "iso": _iso,
    "month": _month,
    "day_month": _day_month,
    "weekday": _weekday,
    "day": _day,
    "night": _night,
    "year_end": _year_end,
    "half": _half,
    "dated": _dated,
    "named": _named,
    "framed": _framed,
    "stretch": _stretch,
    "ago": _ago,
    "century": _century,
    "decade": _decade,
    "quarter": _quarter,
    "years": _years,
    "year": _year,
}


def find_lean(before: str) -> Lean | None:
    """Tell whether the words of a sentence before a date turn it to what is ahead."""
    near = before[-_CLAUSE:]
    return "ahead" if date_patterns().ahead.search(near) else None


def find_bound(before: str) -> Bound | None:
    """Tell which bound the words before a date make it."""
    match = date_patterns().bound.search(before[-_BEFORE:])
    return cast(Bound, match.lastgroup) if match else None
