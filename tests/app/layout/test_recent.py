from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.app.layout.recent import name_paths, shorten_path, tell_documents, tell_when

NOW = datetime(2024, 11, 22, 8, 30)


@pytest.mark.parametrize(
    ("opened", "words"),
    [
        (datetime(2024, 11, 22, 8, 12), "today 08:12"),
        (datetime(2024, 11, 21, 23, 59), "yesterday 23:59"),
        (datetime(2024, 11, 20, 0, 0), "Wednesday"),
        (datetime(2024, 11, 16, 9, 0), "Saturday"),
        (datetime(2024, 11, 15, 9, 0), "15 November"),
        (datetime(2023, 11, 22, 8, 30), "22 November 2023"),
        (datetime(2024, 11, 23, 0, 1), "23 November"),
    ],
)
def test_when_is_told_the_nearer_the_more_exactly(opened, words):
    assert tell_when(opened, NOW) == words


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        (["/home/ann/news"], "~/news"),
        (["/home/ann"], "~"),
        (["/home/anna/news"], "/home/anna/news"),
        (["/srv/a.txt", "/srv/b.txt", "/srv/c.txt"], "/srv/a.txt and 2 more"),
        (["/srv/\x1b[2J"], "/srv/�[2J"),
    ],
)
def test_paths_are_named_from_home(paths, words):
    assert name_paths(paths, "/home/ann") == words


def test_root_is_no_home():
    assert name_paths(["/srv/a.txt"], "/") == "/srv/a.txt"


@pytest.mark.parametrize(
    ("path", "cells", "words"),
    [
        ("/srv/news/today", 15, "/srv/news/today"),
        ("/srv/news/today", 14, "…/news/today"),
        ("/srv/news/today", 7, "…/today"),
        ("/srv/news/today", 4, "tod…"),
        ("/srv/新聞/今日", 8, "…/今日"),
    ],
)
def test_beginning_of_a_long_path_gives_way(path, cells, words):
    assert shorten_path(path, cells) == words


@given(st.text("a/新\u0301 ", min_size=1, max_size=30), st.integers(1, 30))
def test_shortened_path_fits(path, cells):
    assert cell_len(shorten_path(path, cells)) <= cells


def test_documents_are_counted():
    assert [tell_documents(n) for n in (None, 1, 2000)] == ["", "1 document", "2,000 documents"]
