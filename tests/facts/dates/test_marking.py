"""Dates: what is named, what it is worth, and what only the day of publication can tell."""

import re
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.facts.dates.marking import find_dates
from briefing.facts.dates.values import days_of
from briefing.spans import Span

FRIDAY = date(2024, 11, 22)


def found(text, published=None):
    return list(find_dates(text, Span(0, len(text)), published))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began on 14 November 2022.", "14 November 2022", "2022-11-14"),
        ("It began on Tuesday, March 3, 2020.", "Tuesday, March 3, 2020", "2020-03-03"),
        ("It began on Wed., Nov. 12, 2014.", "Wed., Nov. 12, 2014", "2014-11-12"),
        ("It began on the 3rd of March 2024.", "3rd of March 2024", "2024-03-03"),
        ("It began in August 2023.", "August 2023", "2023-08"),
        ("It began in June of 2018.", "June of 2018", "2018-06"),
        ("It began in early 2023.", "early 2023", "2023"),
        ("It began in 2008, he said.", "2008", "2008"),
        ("It began in 1789.", "1789", "1789"),
        ("It began in the 1990s.", "1990s", "199X"),
        ("It began in the late 1980s.", "late 1980s", "198X"),
        ("It began in the '60s.", "60s", "196X"),
        ("It began in the 1800s.", "1800s", "18XX"),
        ("It began in the 21st century.", "21st century", "20XX"),
        ("It began in the nineteenth century.", "nineteenth century", "18XX"),
        ("It began in spring 2024.", "spring 2024", "2024-21"),
        ("It began in the winter of 2022-23.", "winter of 2022-23", "2022-24"),
        ("It began in the third quarter of 2024.", "third quarter of 2024", "2024-35"),
        ("It began in Q1 2024.", "Q1 2024", "2024-33"),
        ("It filled the first half of 2023.", "first half of 2023", "2023-01/2023-06"),
        ("It ran from 5–6 September 2019.", "5–6 September 2019", "2019-09-05/2019-09-06"),
        ("It ran Sept. 30-Oct. 2, 2023.", "Sept. 30-Oct. 2, 2023", "2023-09-30/2023-10-02"),
        ("It ran May-June 2024.", "May-June 2024", "2024-05/2024-06"),
        ("The war of 1914-18 ended.", "1914-18", "1914/1918"),
        ("Stamped 2024-06-01 twice.", "2024-06-01", "2024-06-01"),
        ("Due in 2024-W23 at last.", "2024-W23", "2024-W23"),
        ("The 2020 Olympics moved.", "2020", "2020"),
        ("The best of 2024's crop.", "2024", "2024"),
        ("The world changed on 9/11.", "9/11", "2001-09-11"),
        ("It must end by the end of 2020.", "end of 2020", "2020-12-31"),
    ],
)
def test_whole_date_needs_no_publication(text, words, value):
    [expression] = found(text)
    assert (expression.span.of(text), expression.value) == (words, value)
    assert (expression.relative, expression.resolved) == (False, True)
    assert (expression.earliest, expression.latest) == days_of(value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It closed yesterday.", "yesterday", "2024-11-21"),
        ("It opens tonight.", "tonight", "2024-11-22"),
        ("It opens tomorrow.", "tomorrow", "2024-11-23"),
        ("They met on Monday.", "Monday", "2024-11-18"),
        ("They met on Friday.", "Friday", "2024-11-22"),
        ("They will meet on Monday.", "Monday", "2024-11-25"),
        ("The council meets on Thursday to vote.", "Thursday", "2024-11-28"),
        ("It docked between 20 and 23 June.", "20 and 23 June", "2024-06-20/2024-06-23"),
        ("He was hurt; they will meet on Monday.", "Monday", "2024-11-25"),
        ("They will pay; he was hurt on Monday.", "Monday", "2024-11-18"),
        ("They meet next Tuesday.", "next Tuesday", "2024-11-26"),
        ("The meters were found to be broken in an inspection in May.", "May", "2024-05"),
        ("They met last Friday.", "last Friday", "2024-11-15"),
        ("Last month they met.", "Last month", "2024-10"),
        ("They met last week.", "last week", "2024-W46"),
        ("They met earlier this week.", "earlier this week", "2024-W47"),
        ("They meet later this year.", "later this year", "2024"),
        ("They met late last year.", "late last year", "2023"),
        ("They met at last year's fair.", "last year", "2023"),
        ("They met two years ago.", "two years ago", "2022"),
        ("They met 10 days ago.", "10 days ago", "2024-11-12"),
        ("They met a month ago.", "a month ago", "2024-10"),
        ("They met in June.", "June", "2024-06"),
        ("They will meet in June.", "June", "2025-06"),
        ("They met on Oct. 19.", "Oct. 19", "2024-10-19"),
        ("The fair opens Jan. 5.", "Jan. 5", "2025-01-05"),
        ("They met last March.", "last March", "2024-03"),
        ("They met last summer.", "last summer", "2024-22"),
        ("They meet next spring.", "next spring", "2025-21"),
        ("They met over the weekend.", "weekend", "2024-11-23/2024-11-24"),
        ("They met last weekend.", "last weekend", "2024-11-16/2024-11-17"),
        ("They met in the last three months.", "last three months", "2024-08/2024-11"),
        ("They meet in the next two years.", "next two years", "2024/2026"),
        ("It must end by the end of the year.", "end of the year", "2024-12-31"),
        ("It must end by the end of next month.", "end of next month", "2024-12-31"),
        ("It ends 30 years from now.", "30 years from now", "2054"),
        ("They met in Q3, he said.", "Q3", "2024-35"),
    ],
)
def test_relative_date_needs_publication(text, words, value):
    [unknown] = found(text)
    assert unknown.span.of(text) == words
    assert (unknown.relative, unknown.resolved, unknown.value) == (True, False, None)
    assert (unknown.earliest, unknown.latest) == (None, None)
    [known] = found(text, FRIDAY)
    assert (known.relative, known.resolved, known.value) == (True, True, value)
    assert (known.earliest, known.latest) == days_of(value)


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("It has run since August 2023.", "August 2023", "since"),
        ("It must end by 2030.", "2030", "until"),
        ("It stays until Friday.", "Friday", "until"),
        ("It ended in 2020.", "2020", None),
    ],
)
def test_bound_stays_outside_the_span(text, words, bound):
    [expression] = found(text)
    assert (expression.span.of(text), expression.bound) == (words, bound)


def test_months_share_the_year_of_their_range():
    text = "From January to March 2024, and from November 2022 until May, it ran."
    values = [expression.value for expression in found(text, FRIDAY)]
    assert values[:3] == ["2024-01", "2024-03", "2022-11"]


def test_a_stretch_that_nobody_counted_stays_unresolved():
    [expression] = found("It shrank over the past few days.", FRIDAY)
    assert (expression.value, expression.relative, expression.resolved) == (None, True, False)


def test_weeks_belong_to_the_year_of_their_thursday():
    [expression] = found("They met this week.", date(2021, 1, 2))
    assert expression.value == "2020-W53"
    assert (expression.earliest, expression.latest) == (date(2020, 12, 28), date(2021, 1, 3))


@pytest.mark.parametrize(
    "text",
    [
        "He may march with Mr. March and April Jones.",
        "May I ask? March on!",
        "He sat in the sun; she wed.",
        "The Sunday Times reported on Black Friday.",
        "The shop opens every Monday and on Mondays.",
        "It cost 1,990 euros, 2000 people came, it ran at 1500 rpm.",
        "The motor makes $2020, 2020% or 2.2020.",
        "Flight 2020 left; Room 1984 is shut; F-2000 flew.",
        "The second man came third, then a fourth.",
        "He is in his 70s and works 24/7.",
        "Jane Roe, 45, scored 20-24.",
        "It happened one day, at this time, in those days.",
        "It was the last year of his term.",
        "The last man and the next house, past caring.",
        "This may fall, that may spring up.",
        "It happened on February 30.",
        "The survey asked 1709 schoolchildren.",
        "It met at 20:30 and 2:15 p.m.",
        "Two years later, the following day, the same month.",
    ],
)
def test_no_date_here(text):
    assert [expression.span.of(text) for expression in found(text, FRIDAY)] == []


PIECES = re.split(
    r"\|",
    "May|March|Jan.|Friday|Sun|2024|1990s|12|31st|the|of|,|last|next|this|week|months|ago|two|a|early"
    "|end of|year|quarter|first|century|-|–|/|to|since|by|in|2024-02-30|2021-W54|summer|’s|'|Q4"
    "|yesterday|weekend|past|few|9999|day",
)
pieces = st.lists(st.sampled_from(PIECES), max_size=12)


@given(pieces, st.sampled_from(["", " "]), st.none() | st.dates())
def test_dates_keep_their_promises(parts, joint, published):
    text = joint.join(parts)
    at = 0
    for expression in found(text, published):
        assert at <= expression.span.start < expression.span.end <= len(text)
        at = expression.span.end
        assert expression.resolved == (expression.value is not None)
        assert expression.resolved or expression.relative
        if expression.value is None:
            assert (expression.earliest, expression.latest) == (None, None)
        else:
            assert expression.earliest <= expression.latest
            assert (expression.earliest, expression.latest) == days_of(expression.value)


@given(st.text(max_size=60), st.none() | st.dates())
def test_no_text_raises(text, published):
    found(text, published)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_printed_day_is_read_back(day):
    for printed in (
        f"{day:%d %B %Y}".lstrip("0"),
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%A, %B} {day.day}, {day.year}",
        day.isoformat(),
    ):
        [expression] = found(f"It began on {printed}.")
        assert expression.value == day.isoformat()


@pytest.mark.parametrize(
    "piece",
    ["May ", "2024", "2024 ", "last ", "Friday, ", "the end of ", "1-", "two years ", "Jan."],
)
def test_time_grows_with_the_text_only(piece):
    small, large = (_seconds(piece * (size // len(piece))) for size in (4_000, 32_000))
    assert large < max(24 * small, 0.5)


def _seconds(text):
    began = process_time()
    found(text, FRIDAY)
    return process_time() - began


def test_dates_go_over_the_end_of_a_line():
    text = "It began in August\n2023 and ended two\nyears ago, on a Friday,\nMarch 3."
    values = [expression.value for expression in found(text, FRIDAY)]
    assert values == ["2023-08", "2022", "2024-03-03"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("this spring", "2025-21"),
        ("this winter", "2024-24"),
        ("last spring", "2024-21"),
        ("next summer", "2025-22"),
    ],
)
def test_seasons_seen_from_february(words, value):
    text = f"The report is promised for {words}."
    [expression] = found(text, published=date(2025, 2, 7))
    assert expression.value == value
