"""Amounts: number, comparator, change, unit, and what is counted."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import bare_document

from briefing.facts.dates.marking import find_dates, mark_dates
from briefing.facts.quantities.marking import find_quantities, mark_quantities
from briefing.facts.quantities.units import read_unit
from briefing.lexicons.values import load_names
from briefing.model import Repeat
from briefing.spans import Span


def found(text):
    sentence = Span(0, len(text))
    dates = [date.span for date in find_dates(text, sentence)]
    return list(find_quantities(text, sentence, dates))


@pytest.mark.parametrize(
    ("text", "words", "comparator", "value"),
    [
        ("It sent more than 13,000 containers.", "more than 13,000", ">", 13_000),
        ("It paid about £3.1bn in June.", "about £3.1bn", "~", 3.1e9),
        ("Nearly half a million people fled.", "Nearly half a million", "~", 500_000),
        ("Some 200 banks failed.", "Some 200", "~", 200),
        ("At least 12 people died.", "At least 12", ">=", 12),
        ("Up to 1,500 homes lost power.", "Up to 1,500", "<=", 1500),
        ("Just under 20 percent agreed.", "Just under 20 percent", "<", 20),
        ("The lane is ~1.2mm wide.", "~1.2mm", "~", 1.2),
        ("They run 100+ offices.", "100+", ">=", 100),
        ("We met 30 or so clerks.", "30 or so", "~", 30),
        ("A fleet of 20-odd trucks waited.", "20-odd", "~", 20),
        ("Doctors aged 45 or older may apply, 12 or more of them.", "12 or more", ">=", 12),
        ("It fell to minus 5 degrees Celsius.", "minus 5 degrees Celsius", "=", -5),
        ("A sub-300 sq m office is rare.", "sub-300 sq m", "<", 300),
        ("About a third of the crew left.", "About a third", "~", 1 / 3),
        ("One in five adults smokes.", "One in five", "=", 0.2),
        ("Two out of three lived.", "Two out of three", "=", 2 / 3),
        ("Half of the crew left.", "Half", "=", 0.5),
        ("It took a quarter of an hour.", "a quarter of an hour", "=", 0.25),
        ("It has 6,300 second homes.", "6,300", "=", 6300),
        ("The walk is half a mile.", "half a mile", "=", 0.5),
        ("A 1,300-strong force crossed.", "1,300", "=", 1300),
        ("One man saw it.", "One", "=", 1),
        ("The tower is 37m high.", "37m", "=", 37),
        ("They planted 1.5m trees.", "1.5m", "=", 1.5e6),
        ("The state is owed Rs 500 crore.", "Rs 500 crore", "=", 5e9),
        ("The fund lent EUR50m.", "EUR50m", "=", 5e7),
        ("Wages rise to $15 an hour.", "$15 an hour", "=", 15),
        ("The plan repeals it over five years.", "five years", "=", 5),
        ("He served for over five years.", "over five years", ">", 5),
        ("It drew 12 m from the wall.", "12 m", "=", 12),
    ],
)
def test_quantity_covers_its_words(text, words, comparator, value):
    [quantity] = found(text)
    assert quantity.span.of(text) == words
    assert quantity.comparator == comparator
    assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("They hired 10-15 cooks.", "10-15", 10, 15),
        ("Between 3 and 5 cooks quit.", "Between 3 and 5", 3, 5),
        ("Rents run from $500 to $1.2 million.", "$500 to $1.2 million", 500, 1.2e6),
        ("It needs 1 to 2 million litres.", "1 to 2 million litres", 1e6, 2e6),
        ("It costs between $62 and $68 per share.", "between $62 and $68 per share", 62, 68),
        ("The lamp has a 5-10W bulb.", "5-10W", 5, 10),
        ("It weighs about 14-18 kg.", "about 14-18 kg", 14, 18),
        ("A fine of US $89 to $93 billion is due.", "US $89 to $93 billion", 89e9, 93e9),
        ("He served six or seven months.", "six or seven months", 6, 7),
        ("Tens of thousands of people marched.", "Tens of thousands", 10_000, 100_000),
        ("She lost weight, from 208 pounds to 193.", "208 pounds to 193", 193, 208),
    ],
)
def test_range_has_bounds_and_no_value(text, words, low, high):
    [quantity] = found(text)
    assert quantity.span.of(text) == words
    assert quantity.value is None
    assert (quantity.low, quantity.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Over 13,000 containers left.", 13_000, None),
        ("At least 40 left.", 40, None),
        ("Fewer than 40 left.", None, 40),
        ("No more than 40 left.", None, 40),
        ("About 40 left.", None, None),
    ],
)
def test_comparator_fills_one_bound(text, low, high):
    [quantity] = found(text)
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Sales were up 3.1 percent to 1.2 million.", ["up", None]),
        ("Shares fell by nearly 4% to 12.50 euros.", ["down", None]),
        ("The index gained another 64 points.", ["up"]),
        ("It lost £410,000 and 4% of its staff.", [None, None]),
        ("Shares were up £3m; they lost 4%.", ["up", "down"]),
        ("Dow +0.2%, Nasdaq -1.3%", ["up", "down"]),
        ("She climbed to 3,000 feet.", [None]),
        ("The club signed up 40 members.", [None]),
        ("The regiment lost 5 men.", [None]),
    ],
)
def test_change_is_by_how_much(text, changes):
    assert [quantity.change for quantity in found(text)] == changes


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It costs $6 each.", "$"),
        ("It costs US$6.", "USD"),
        ("It costs £6.", "GBP"),
        ("It costs 6 euros.", "EUR"),
        ("It costs 60 Canadian dollars.", "CAD"),
        ("It rose 6 percentage points.", "percentage point"),
        ("It rose 6 per cent.", "percent"),
        ("It rose 25 basis points.", "basis point"),
        ("It is a five-year deal.", "year"),
        ("It sells 800,000 barrels a day.", "barrel per day"),
        ("It runs at 80 km/h.", "kilometre per hour"),
        ("It has 50GB of storage.", "gigabyte"),
        ("It reached 40C.", "degree Celsius"),
        ("It costs $21.25 per square foot.", "$ per square foot"),
        ("It covers 570 sq m.", "square metre"),
        ("It needs 40 nurses.", None),
    ],
)
def test_unit_has_one_name(text, unit):
    [quantity] = found(text)
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("More than 13,000 shipping containers were moved.", "shipping containers"),
        ("A third of the registered voters stayed away.", "registered voters"),
        ("Sixty percent of its revenue is gone.", "revenue"),
        ("Dozens of people were held.", "people"),
        ("Three of the four ships sank.", None),
        ("It cost $6 each.", None),
        ("At least 100 more signed.", None),
        ("The budget is 12 million.", None),
    ],
)
def test_what_is_counted(text, counted):
    quantity = found(text)[0]
    assert (quantity.of and quantity.of.of(text)) == counted or (counted is None and quantity.of)


@pytest.mark.parametrize(
    "text",
    [
        "It began in August 2023 and ended on March 3.",
        "They meet at 9:15 a.m. or 5 pm, not at 10 o'clock.",
        "The seats are in Section 427 Row 21.",
        "The home side won 3-1 after it was 1-1.",
        "Downing Street No. 10 is open 24/7.",
        "Jane Roe, 45, was there.",
        "She died aged 45.",
        "COVID-19, the G7, an F-16 and RAV4s.",
        "Version 3.11.2 is out.",
        "Call 555-123-4567 or 0401.",
        "The S&P 500 and the FTSE 100 closed.",
        "Resolution 1701 and Article 5 were cited.",
        "No one came, and this one left.",
        "One can hope; one day it ends.",
        "The two met again.",
        "He was first, then third; the 22nd amendment.",
        "The second half was quiet.",
        "Richard Osman (left), 40.",
        "See the notes [1] and [^2].",
        "She left at ten to six.",
        "She promised: 1. Reform it. 2. End it.",
        "The 5-Star Movement led by 2-to-1.",
        "He scores often, and he is happier than ever.",
        "It stands at 575 Harbour Road.",
        "It dates from 508 BC.",
        "The Group of Seven met the Group of 20.",
        "Two years ago they left.",
        "She moved in the 1990s.",
        "He is more than happy.",
    ],
)
def test_no_amount_here(text):
    assert [quantity.span.of(text) for quantity in found(text)] == []


def test_a_duration_is_an_amount_inside_a_date_too():
    text = "In the last three months it shrank."
    assert [q.span.of(text) for q in found(text)] == ["three months"]


WORDS = re.split(
    r"\|",
    "one|two|10|3.5|1,000|£|$|€|%|bn|million|m|km|between|and|to|from|-|–|up|rose|fell|about|more"
    "|than|over|half|a|third|dozens|of|people|Jane|(|)|.|,|2024|at|least|or|so|US$|per|-5|½|1/2|in"
    "|five|out|Section|7|minus|the|+",
)
words = st.lists(st.sampled_from(WORDS), max_size=14)


@given(words, st.booleans())
def test_quantities_keep_their_promises(parts, close):
    text = ("" if close else " ").join(parts)
    quantities = found(text)
    at = 0
    for quantity in quantities:
        assert at <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.of(text) == quantity.span.of(text).strip()
        at = quantity.span.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        if quantity.value is None:
            assert quantity.low is not None
            assert quantity.high is not None
        if quantity.of:
            assert quantity.span.end <= quantity.of.start < quantity.of.end <= len(text)


@given(st.text(max_size=60))
def test_no_text_raises(text):
    found(text)


@pytest.mark.parametrize(
    "piece",
    ["one ", "1", "1 ", "a ", "$", "5-", "1,", "more than ", "1/", "1.", "ten-", "half ", "-"],
)
def test_time_grows_with_the_text_only(piece):
    small, large = (_seconds(piece * (size // len(piece))) for size in (4_000, 32_000))
    assert large < max(24 * small, 0.5)


def _seconds(text):
    began = process_time()
    found(text)
    return process_time() - began


def test_stage_leaves_dates_and_repeats_out():
    text = (
        "It lost 12 ships in 2024.\n\nIt lost 12 ships in 2024.\n\nIn the last two weeks it lost 3."
    )
    document = analysed(text)
    assert [q.span.of(text) for q in document.quantities] == ["12", "two weeks", "3"]
    assert [d.span.of(text) for d in document.dates] == ["2024", "last two weeks"]


def analysed(text):
    """Give a text the stages that quantities need, one sentence a paragraph."""
    paragraphs = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    repeat = Repeat(span=paragraphs[1], of=paragraphs[0], kind="exact")
    document = bare_document(text, sentences=tuple(paragraphs), repeats=(repeat,))
    return mark_quantities(mark_dates(document))


def test_amounts_go_over_the_end_of_a_line():
    text = "More than\n13,000 shipping\ncontainers and 2.5\nmillion litres left."
    assert [q.span.of(text) for q in found(text)] == ["More than\n13,000", "2.5\nmillion litres"]


@pytest.mark.parametrize("key", ["currency_behind", "rates", "time", "measures"])
def test_every_way_of_writing_a_unit_is_read(key):
    # "6,300 second homes": alone, "second" is no unit.
    ways = {way: name for way, name in load_names("units", key).items() if way != "second"}
    for way, name in ways.items():
        text = f"5{way}" if way.startswith("-") else f"5 {way}"
        unit = read_unit(text, 1, len(text))
        assert (unit.end, unit.name, unit.kind) == (len(text), name, KINDS[key])


KINDS = {"currency_behind": "currency", "rates": "rate", "time": "time", "measures": "measure"}
