"""Values of dates: ISO 8601 and its second part, EDTF, and the days that they cover.

=================  ===============================  ==========================================
``2024-06-01``     a day                            ``2024`` and ``2024-06`` likewise
``2024-W23``       a week, Monday to Sunday         week 1 holds the year's first Thursday
``2024-21``        a season: 21 spring … 24 winter  of the northern half, in whole months
``2024-33``        a quarter: 33 first … 36 last
``202X``, ``20XX``  a decade, a hundred years        the twenty-first century is 2000 to 2099
``2024/2025``      a range, both ends in it
=================  ===============================  ==========================================

Source: ISO 8601-1:2019; ISO 8601-2:2019, 4.8 (groupings) and 8.2 (unspecified digits).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_FIRST_SEASON, _FIRST_QUARTER = 21, 33
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d))?"
    r"|(?P<decade>\d{3})X|(?P<century>\d\d)XX"
)


def days_of(value: str) -> tuple[date, date]:
    """Return the first and the last day that a value covers.

    Raises:
        ValueError: It is no value of these kinds, or there is no such day.
    """
    if "/" in value:
        first, last = value.split("/")
        earliest, latest = days_of(first)[0], days_of(last)[1]
        if earliest > latest:
            raise ValueError(f"{value} ends before it begins")
        return earliest, latest
    match = _VALUE.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no value of a date")
    if decade := match["decade"] or match["century"]:
        years = 10 ** (4 - len(decade))
        first_year = int(decade) * years
        return date(first_year, 1, 1), date(first_year + years - 1, 12, 31)
    year = int(match["year"])
    if week := match["week"]:
        monday = date.fromisocalendar(year, int(week), 1)
        return monday, monday + timedelta(days=6)
    if match["day"]:
        day = date.fromisoformat(value)
        return day, day
    return _months_of(year, int(match["month"])) if match["month"] else _months(year, 1, 12)


def _months_of(year: int, code: int) -> tuple[date, date]:
    if code <= 12:
        return _months(year, code, 1)
    if _FIRST_SEASON <= code < _FIRST_SEASON + 4:
        return _months(year, 3 * (code - _FIRST_SEASON) + 3, 3)
    if _FIRST_QUARTER <= code < _FIRST_QUARTER + 4:
        return _months(year, 3 * (code - _FIRST_QUARTER) + 1, 3)
    raise ValueError(f"{code} is no month, season or quarter")


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """Return the first day of a month and the last day ``count`` months on."""
    years, last = divmod(month + count - 2, 12)
    ends_in = year + years
    return date(year, month, 1), date(ends_in, last + 1, monthrange(ends_in, last + 1)[1])


def year_value(year: int) -> str:
    """Write a year."""
    return f"{year:04d}"


def month_value(year: int, month: int) -> str:
    """Write a month; months before January and after December belong to other years."""
    years, month = divmod(month - 1, 12)
    return f"{year + years:04d}-{month + 1:02d}"


def week_value(day: date) -> str:
    """Write the week that holds a day; in January it may belong to the year before."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(year: int, quarter: int) -> str:
    """Write a quarter, counted from 0; others than 0 to 3 belong to other years."""
    years, quarter = divmod(quarter, 4)
    return f"{year + years:04d}-{_FIRST_QUARTER + quarter}"


def season_value(year: int, season: int) -> str:
    """Write a season: 0 spring, 1 summer, 2 autumn, 3 the winter that begins in that year."""
    return f"{year:04d}-{_FIRST_SEASON + season}"


def range_value(first: str, last: str) -> str:
    """Write a range."""
    return first if first == last else f"{first}/{last}"
