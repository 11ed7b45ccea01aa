"""Turn what date words say into values, counted from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.facts.dates.readings import (
    DayOfWeek,
    End,
    Fixed,
    Lean,
    Named,
    Reading,
    Shifted,
    Stretch,
    Unit,
    Yearless,
)
from briefing.facts.dates.values import (
    days_of,
    month_value,
    quarter_value,
    range_value,
    season_value,
    week_value,
    year_value,
)


def resolve(reading: Reading, published: date | None, lean: Lean | None = None) -> str | None:
    """Give what date words say a value.

    Args:
        reading: What the words say.
        published: Day of publication; None if unknown.
        lean: Where the sentence looks, for words that tell no year or week.

    Returns:
        A value as in ``date_values``; None if the words fix none, or none between the years
        1 and 9999.
    """
    if isinstance(reading, Fixed):
        return reading.value
    if published is None:
        return None
    try:
        value = _resolve(reading, published, lean)
        if value is not None:
            days_of(value)
    except (ValueError, OverflowError):
        return None
    return value


def _resolve(reading: Reading, published: date, lean: Lean | None) -> str | None:
    match reading:
        case Yearless():
            return _nearest_year(reading, published, lean)
        case DayOfWeek():
            return _day_of_week(reading, published, lean).isoformat()
        case Named():
            return _named(reading, published, lean)
        case Shifted(unit, count):
            return _shifted(unit, count, published)
        case Stretch(unit, count) if count is not None:
            away = _shifted(unit, count, published)
            here = _shifted(unit, 0, published)
            return range_value(*((away, here) if count < 0 else (here, away)))
        case End(unit, shift):
            return days_of(_shifted(unit, shift, published))[1].isoformat()
    return None


def _nearest_year(reading: Yearless, published: date, lean: Lean | None) -> str:
    """Choose the year in which a month lies nearest; of two, where the sentence looks."""
    months = (reading.month - published.month) % 12
    day = reading.day
    if months == 0:
        shift = 0
        if day is not None and lean == "ahead" and day < published.day:
            shift = 12
    elif lean == "ahead":
        shift = months
    elif lean == "back" and months > 2:
        # What is so near ahead is named in sentences of the past too: "was set for January".
        shift = months - 12
    else:
        # News looks back: seven months ago is nearer than five ahead.
        shift = months if months < 5 else months - 12
    year = published.year + (published.month - 1 + shift) // 12
    return yearless_value(reading, year)


def yearless_value(reading: Yearless, year: int) -> str:
    """Write a month or its days, in a given year.

    Raises:
        ValueError: There is no such day.
    """
    first = month_value(year, reading.month)
    if reading.day is not None:
        first = date(year, reading.month, reading.day).isoformat()
    if reading.last_month is None and reading.last_day is None:
        return first
    last_month = reading.last_month or reading.month
    ends_in = year + (last_month < reading.month)
    last = month_value(ends_in, last_month)
    if reading.last_day is not None:
        last = date(ends_in, last_month, reading.last_day).isoformat()
    return range_value(first, last)


def _day_of_week(reading: DayOfWeek, published: date, lean: Lean | None) -> date:
    """The one on or before publication, unless the words or the sentence look ahead."""
    back = (published.isoweekday() - reading.number) % 7
    ahead = (reading.number - published.isoweekday()) % 7
    if reading.shift is None:
        return published + timedelta(days=ahead if lean == "ahead" else -back)
    if reading.shift < 0:
        return published - timedelta(days=back or 7)
    if reading.shift > 0:
        return published + timedelta(days=ahead or 7)
    monday = published - timedelta(days=published.isoweekday() - 1)
    return monday + timedelta(days=reading.number - 1)


def _named(reading: Named, published: date, lean: Lean | None) -> str:
    """The last or the next that is whole; with "this", the one of the running year."""
    write, of_year = {
        "month": (month_value, published.month),
        "season": (season_value, ((published.month - 3) % 12) // 3),
        "quarter": (quarter_value, (published.month - 1) // 3),
    }[reading.kind]
    year = published.year
    if reading.kind == "season" and published.month < 3:
        year -= 1  # January lies in the winter that began the year before.
    shift = reading.shift
    if shift is None:
        shift = 1 if lean == "ahead" else -1
        if reading.number == of_year and reading.kind != "quarter":
            shift = 0
    if shift == 0 and reading.kind == "season" and reading.number != of_year:
        year = published.year  # "This spring", in January, is the one to come.
    elif shift < 0:
        year -= reading.number >= of_year
    elif shift > 0:
        year += reading.number <= of_year
    return write(year, reading.number)


def _shifted(unit: Unit, count: int, published: date) -> str:
    match unit:
        case "hour":
            # Without a time of publication, 24 hours are a day and fewer may be none.
            return (published + timedelta(days=int(count / 24))).isoformat()
        case "day":
            return (published + timedelta(days=count)).isoformat()
        case "week":
            return week_value(published + timedelta(weeks=count))
        case "fortnight":
            return week_value(published + timedelta(weeks=2 * count))
        case "weekend":
            return _weekend(count, published)
        case "month":
            return month_value(published.year, published.month + count)
        case "quarter":
            return quarter_value(published.year, (published.month - 1) // 3 + count)
        case "year":
            return year_value(published.year + count)
        case "decade":
            return f"{published.year // 10 + count:03d}X"
        case "century":
            return f"{published.year // 100 + count:02d}XX"


def _weekend(count: int, published: date) -> str:
    """Saturday and Sunday; until Wednesday "this weekend" and "the weekend" lie behind."""
    saturday = published + timedelta(days=6 - published.isoweekday())
    if count == 0 and published.isoweekday() <= 3:
        count = -1
    saturday += timedelta(weeks=count)
    return range_value(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat())
