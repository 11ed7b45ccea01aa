"""Values of dates and the days that they cover."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.facts.dates.values import (
    days_of,
    month_value,
    quarter_value,
    range_value,
    season_value,
    week_value,
    year_value,
)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-06-01", "2024-06-01", "2024-06-01"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-36", "2024-10-01", "2024-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-06/2024-08", "2024-06-01", "2024-08-31"),
    ],
)
def test_days_of_a_value(value, first, last):
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    [
        "",
        "24",
        "2024-13",
        "2024-20",
        "2024-37",
        "2024-02-30",
        "2021-W53",
        "2024/2023",
        "X",
        "2024-6",
    ],
)
def test_no_value(value):
    with pytest.raises(ValueError, match=r"."):
        days_of(value)


@given(st.dates(date(2, 1, 1), date(9990, 1, 1)), st.integers(-11, 30))
def test_what_is_written_covers_the_day(day, more):
    for value in (
        year_value(day.year),
        month_value(day.year, day.month),
        week_value(day),
        quarter_value(day.year, (day.month - 1) // 3),
    ):
        first, last = days_of(value)
        assert first <= day <= last
    first, _ = days_of(month_value(day.year, day.month + more))
    assert (first.year - day.year) * 12 + first.month - day.month == more


@given(st.dates(date(2, 1, 1), date(9990, 1, 1)), st.integers(0, 3), st.integers(0, 400))
def test_ranges_and_seasons_end_after_they_begin(day, season, length):
    first, last = days_of(season_value(day.year, season))
    assert 89 <= (last - first).days <= 91
    end = day + timedelta(days=length)
    assert days_of(range_value(day.isoformat(), end.isoformat())) == (day, end)
