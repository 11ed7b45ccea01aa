from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.dateline import find_dateline, read_day
from briefing.reading.plain import cut_blocks, read_plain

PROSE = (
    "The ferry company said it would cancel half of its winter crossings because two of its "
    "three ships need new engines."
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 22 November 2024 14:05 GMT", date(2024, 11, 22)),
        ("First published on Fri 22 Nov 2024 10.00 CET", date(2024, 11, 22)),
        ("Posted on March 5th, 2021 at 9:15 p.m. by Lena Ortiz", date(2021, 3, 5)),
        ("By Jane Doe | 5 March 2021", date(2021, 3, 5)),
        ("By Jane Doe and John Roe, Staff Writers, Sept. 30, 2019", date(2019, 9, 30)),
        ("by Jane Doe in Oslo, 5 March 2021", date(2021, 3, 5)),
        ("The Harbour Gazette | 5 March 2021", date(2021, 3, 5)),
        ("5 March 2021 · Lena Ortiz", date(2021, 3, 5)),
        ("Tuesday, March 5, 2019", date(2019, 3, 5)),
        ("2024-11-22", date(2024, 11, 22)),
        ("2024-11-22T14:05:00Z", date(2024, 11, 22)),
        ("Nov. 22, 2024, 9:15 a.m. ET", date(2024, 11, 22)),
        ("[Updated: 1 December 2024]", date(2024, 12, 1)),
    ],
)
def test_line_of_its_own_gives_the_day(line, day):
    text = f"Winter ferries cut by half\n{line}\n{PROSE}\n"
    assert find_dateline(text, cut_blocks(text))[:2] == (day, None)


@pytest.mark.parametrize(
    ("opening", "day", "agency"),
    [
        ("LONDON, 22 November 2024 (Northwire) — ", date(2024, 11, 22), "Northwire"),
        ("LONDON, Nov 22, 2024 /Northwire/ -- ", date(2024, 11, 22), "Northwire"),
        ("WASHINGTON (AP) — Nov. 5, 2016 — ", date(2016, 11, 5), "AP"),
        ("ST. PETERSBURG, Russia, May 5, 2016 – ", date(2016, 5, 5), None),
        ("OSLO (Northwire) - ", None, "Northwire"),
        ("OSLO, Nov. 22 (Northwire) — ", None, "Northwire"),
    ],
)
def test_words_before_the_dash_give_day_and_agency(opening, day, agency):
    text = f"{opening}{PROSE}"
    assert find_dateline(text, cut_blocks(text))[:2] == (day, agency)


@pytest.mark.parametrize(
    "line",
    [
        "On 5 March 2021 the court ruled",
        "By 5 March 2021 the rate had fallen",
        "By March 5, 2021, Jane had left",
        "Updated 5 March 2021 figures show that prices fell",
        "What Happened on March 5, 2021",
        "Harbour Bombing, December 7, 1941",
        "The Night of 5 March 2021",
        "Published in March 2021",
        "November 22",
        "31 February 2021",
        "2021-13-40",
        "05/03/2021",
        "The treaty of 5 March 2021 — signed in haste — has lapsed",
        "MINISTERS met on 5 March 2021 — and parted without a word",
        "JFK (the airport) — opened again on Nov. 5, 2016",
    ],
)
def test_other_days_are_no_dateline(line):
    text = f"Winter ferries cut by half\n{line}\n{PROSE}\n"
    assert find_dateline(text, cut_blocks(text))[:2] == (None, None)


def test_day_of_publication_goes_before_an_update():
    text = f"Last updated 9 March 2021\nPublished 5 March 2021\n{PROSE}"
    assert find_dateline(text, cut_blocks(text))[:2] == (date(2021, 3, 5), None)


def test_day_far_below_is_not_the_day_of_publication():
    text = "\n".join([PROSE] * 6 + ["Published 5 March 2021"])
    assert find_dateline(text, cut_blocks(text))[:2] == (None, None)


def test_dates_of_a_chronicle_are_not_the_day_of_publication():
    text = f"{PROSE}\n5 March 2021\n{PROSE}\n9 March 2021\n{PROSE}"
    assert find_dateline(text, cut_blocks(text)) == (None, None, None)


def test_line_with_the_day_stays_in_the_text():
    article = read_plain(f"Winter ferries cut by half\n\nBy Jane Doe | 5 March 2021\n\n{PROSE}\n")
    assert article.published == date(2021, 3, 5)
    assert article.published_from_text
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "paragraph"]


@given(st.text(alphabet="ABby 0123456789-—()/|.,:\nMarch5Nov", max_size=200))
def test_odd_text_never_raises(text):
    find_dateline(text, cut_blocks(text))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-11-04", date(2024, 11, 4)),
        ("4 November 2024", date(2024, 11, 4)),
        ("Nov. 4, 2024", date(2024, 11, 4)),
        (" Monday, 4th of November 2024 ", date(2024, 11, 4)),
        ("yesterday", None),
        ("4 November", None),
        ("November 2024", None),
        ("31 February 2024", None),
        ("04/11/2024", None),
        ("2024-11-04 and 2024-11-05", None),
        ("about 4 November 2024", None),
        ("", None),
    ],
)
def test_day_alone_is_read(words, day):
    assert read_day(words) == day
