"""Read what date words say, a function a kind: from a match of ``date_patterns`` to a reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from briefing.facts.counted import counts_many
from briefing.facts.dates.patterns import DatePatterns, DateWords
from briefing.facts.dates.readings import (
    DayOfWeek,
    End,
    Fixed,
    Named,
    Reading,
    Shifted,
    Stretch,
    Unit,
    Yearless,
)
from briefing.facts.dates.resolution import yearless_value
from briefing.facts.dates.values import days_of, quarter_value, range_value, season_value
from briefing.lexicons.values import load_names

BEFORE = 24
"""Characters before a date that can decide what it is."""
_ALWAYS_YEARS = range(1900, 2100)
"""News writes 1,950 people with a comma, so four bare figures from here are a year."""
_NAME = re.compile(r"\s[A-Z][a-z]")
_TIMES = re.compile(r"[\s-]{1,2}[ap]\.?m\b|:\d\d")


class Place(NamedTuple):
    """A match and where it stands."""

    text: str
    match: re.Match[str]
    patterns: DatePatterns
    words: DateWords

    @property
    def before(self) -> str:
        """What stands before the match, as far as it can decide."""
        start = self.match.start()
        return self.text[max(0, start - BEFORE) : start]

    def number(self, *names: str) -> int | None:
        """The first of the groups that matched, as a number."""
        groups = self.match.groupdict()
        return next((int(groups[n]) for n in names if groups.get(n)), None)

    def word(self, table: Mapping[str, int], *names: str) -> int | None:
        """The first of the groups that matched, looked up."""
        groups = self.match.groupdict()
        found = next((groups[n] for n in names if groups.get(n)), None)
        return None if found is None else table[" ".join(found.lower().rstrip(".").split())]


def _checked(value: str) -> Fixed | None:
    """A value, unless there is no such day: "February 30, 2024"."""
    try:
        days_of(value)
    except ValueError:
        return None
    return Fixed(value)


def _known(place: Place) -> Reading | None:
    known = load_names("dates", "known_days")
    written = " ".join(place.match["known"].lower().split())
    return Fixed(next(day for way, day in known.items() if way.lower() == written))


def _iso(place: Place) -> Reading | None:
    return _checked(place.match["value"])


def _in_month(place: Place, month: int, day: int | None, year: int | None) -> Reading | None:
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


def _month(place: Place) -> Reading | None:
    month = place.word(place.words.months, "month")
    day, year = place.number("day"), place.number("year", "year2")
    if month is None:
        return None
    if day is None and year is None and not place.match["to_month2"]:
        doubtful = place.match["month"].lower().rstrip(".") in place.words.doubtful_months
        if doubtful and not place.patterns.month_opened.search(place.before):
            return None
        # "And April Jones said": a person.
        named = _NAME.match(place.text, place.match.end())
        if doubtful and named and not place.before.lower().endswith("in "):
            return None
    return _in_month(place, month, day, year)


def _day_month(place: Place) -> Reading | None:
    month = place.word(place.words.months, "month")
    if month is None:
        return None
    return _in_month(place, month, place.number("day"), place.number("year"))


def _weekday(place: Place) -> Reading | None:
    match, words = place.match, place.words
    number = place.word(words.weekdays, "weekday")
    month = place.word(words.months, "month", "month2")
    if month is not None:
        return _in_month(place, month, place.number("day", "day2"), place.number("year"))
    if number is None or match["weekday"].rstrip(".").lower() in words.short_weekdays:
        return None
    if place.patterns.named_before.search(place.before):
        return None
    if place.patterns.named_after.match(place.text, match.end()):
        return None
    return DayOfWeek(number)


def _day(place: Place) -> Reading | None:
    return Shifted("day", place.words.days[place.match["word"].lower()])


def _night(place: Place) -> Reading | None:
    return Shifted("day", 0)


def _end(place: Place) -> Reading | None:
    if year := place.number("year"):
        return _checked(f"{year}-12-31")
    which = (place.match["which"] or "the").lower()
    unit = cast("Unit", (place.match["unit"] or "year").lower())
    return End(unit, {"last": -1, "next": 1}.get(which, 0))


def _half(place: Place) -> Reading | None:
    year = place.number("year")
    first = place.match["half"].lower() == "first"
    return _checked(f"{year}-01/{year}-06" if first else f"{year}-07/{year}-12")


def _dated(place: Place) -> Reading | None:
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


def _framed(place: Place) -> Reading | None:
    match, words = place.match, place.words
    frame = " ".join(match["frame"].lower().split())
    shift = words.frames[frame]
    if (season := place.word(words.seasons, "season")) is not None:
        return Named("season", season, shift)
    written = match["unit"].lower()
    unit = cast("Unit", words.units[written])
    # "This years festival": the apostrophe is often left out.
    plural = written.endswith("s") and not (shift == 0 and written == "years")
    if plural or unit in ("hour", "day"):
        return None
    return Stretch(unit, shift) if frame in ("past", "coming") else Shifted(unit, shift)


def _weekend(place: Place) -> Reading | None:
    return Shifted("weekend", 0) if place.before.lower().endswith("the ") else None


def _stretch(place: Place) -> Reading | None:
    shift = place.words.frames[" ".join(place.match["frame"].lower().split())]
    unit = cast("Unit", place.words.units[place.match["unit"].lower()])
    if shift == 0 or unit == "hour":
        return None
    count = _count(place)
    return Stretch(unit, None if count is None else shift * count)


def _ago(place: Place) -> Reading | None:
    unit = cast("Unit", place.words.units[place.match["unit"].lower()])
    count = _count(place)
    if count is None:
        return Stretch(unit, None)
    return Shifted(unit, -count if place.match[0].lower().endswith("ago") else count)


def _count(place: Place) -> int | None:
    """How many, in figures or in words; None where nobody counted or not in whole ones."""
    if place.match["few"]:
        return None
    counted = place.match["count"].lower().replace(",", "")
    if counted[0].isdigit():
        return int(counted) if counted.isdigit() else None
    return sum(place.words.counts[part] for part in counted.split("-"))


def _century(place: Place) -> Reading | None:
    number = _ordinal(place)
    return Fixed(f"{number - 1:02d}XX") if number is not None and 1 < number <= 30 else None


def _ordinal(place: Place) -> int | None:
    ordinal = place.match["ordinal"]
    if ordinal is None:
        return None
    return int(ordinal) if ordinal.isdigit() else place.words.ordinals[ordinal.lower()]


def _decade(place: Place) -> Reading | None:
    the = place.before.lower().endswith("the ")
    if years := place.match["years"]:
        if re.search("['’]", place.match[0]) and place.match.start("years") == place.match.start():
            # "The 1990's" are ten years, "2024's best" is one.
            return Fixed(f"{years[:3]}X") if the else None
        # "The 1900s" are a hundred years, "the 2000s" ten.
        return Fixed(
            f"{years[:2]}XX" if years.endswith("00") and years < "2000" else f"{years[:3]}X"
        )
    # "The 70s"; "in his 70s" is an age.
    if place.match[0][0].isdigit() and not (the or place.before.endswith(("'", "’"))):
        return None
    return Fixed(f"19{place.match['short'][0]}X")


def _quarter(place: Place) -> Reading | None:
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


def _years(place: Place) -> Reading | None:
    first, last = place.match["year"], place.match["to_year"]
    last = last if len(last) == 4 else first[:2] + last
    if int(first) not in _ALWAYS_YEARS or not int(first) < int(last) or _is_counted(place):
        return None
    return _checked(range_value(first, last))


def _year(place: Place) -> Reading | None:
    year = place.number("year")
    if year is None or _is_counted(place) or place.patterns.labelled.search(place.before):
        return None
    if year not in _ALWAYS_YEARS:
        end = place.match.end()
        if counts_many(place.text, end, end + BEFORE):
            return None
        if not place.patterns.year_opened.search(place.before):
            return None
    return Fixed(f"{year:04d}")


def _is_counted(place: Place) -> bool:
    end = place.match.end()
    return (
        place.patterns.counted.match(place.text, end) is not None
        or _TIMES.match(place.text, end) is not None
    )


READERS: Mapping[str, Callable[[Place], Reading | None]] = {
    "known": _known,
    "iso": _iso,
    "month": _month,
    "day_month": _day_month,
    "weekday": _weekday,
    "day": _day,
    "night": _night,
    "end": _end,
    "half": _half,
    "dated": _dated,
    "weekend": _weekend,
    "framed": _framed,
    "stretch": _stretch,
    "ago": _ago,
    "century": _century,
    "decade": _decade,
    "quarter": _quarter,
    "years": _years,
    "year": _year,
}
