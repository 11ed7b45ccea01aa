"""An inventory tells of each file what still holds, and survives the way between processes."""

import os
import pickle

import pytest

from briefing.library import Found, find_files
from briefing.library.glimpse import glimpse_at
from briefing.library.inventory import take_inventory
from briefing.library.study import study
from briefing.places import cache_folder

WORDS = "The ferry to Norden had {n} cars on board on Monday, the harbour office said.\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(3):
        (made / f"{number}.txt").write_text(WORDS.format(n=number))
    return made


def sent(folder):
    return pickle.loads(pickle.dumps(take_inventory([str(folder)])))


def test_what_was_found_is_remembered_in_the_order_of_the_files(folder):
    files, _ = find_files([str(folder)])
    found = [study(file, 1, False) for file in files]
    inventory = sent(folder)
    assert inventory.files == files
    assert [kept.summary for kept in inventory.remembered()] == [each.summary for each in found]
    assert [kept.key for kept in inventory.remembered()] == [each.key for each in found]


def test_what_is_new_or_was_written_since_is_not_remembered(folder):
    for file in find_files([str(folder)])[0]:
        study(file, 1, False)
    (folder / "1.txt").write_text("Nothing of it is left.\n")
    (folder / "2.txt.meta.yaml").write_text("published: 2024-05-01\n")
    (folder / "3.txt").write_text(WORDS.format(n=3))
    known = [kept is not None for kept in sent(folder).remembered()]
    assert known == [True, False, False, False]


def test_what_is_gone_is_listed_no_longer(folder):
    glimpse_at([str(folder)])
    take_inventory([str(folder)])
    (folder / "1.txt").unlink()
    assert [file.path.name for file in take_inventory([str(folder)]).files] == ["0.txt", "2.txt"]


def test_a_file_that_goes_after_the_glimpse_is_not_remembered(folder):
    for file in find_files([str(folder)])[0]:
        study(file, 1, False)
    glimpse_at([str(folder)])
    (folder / "1.txt").unlink()
    inventory = take_inventory([str(folder)])
    assert [kept is None for kept in inventory.remembered()] == [False, True, False]


@pytest.mark.parametrize("content", [None, b"", b"no database at all " * 99])
def test_without_a_store_the_files_are_listed(folder, content):
    study(Found(folder / "0.txt", "0.txt"), 1, False)
    for path in cache_folder().iterdir():
        path.unlink() if content is None else path.write_bytes(content)
    inventory = sent(folder)
    assert len(inventory.files) == 3
    assert inventory.remembered() == [None, None, None]


def test_a_path_that_leads_nowhere_is_a_problem_and_odd_names_are_kept(folder):
    odd = os.fsdecode(os.fsencode(folder) + b"/\xff.txt")
    with open(odd, "w") as file:  # noqa: PTH123 (the name is no UTF-8)
        file.write(WORDS)
    inventory = pickle.loads(pickle.dumps(take_inventory([odd, str(folder / "none.txt")])))
    assert [str(file.path) for file in inventory.files] == [odd]
    assert inventory.files[0].shown.endswith("\N{REPLACEMENT CHARACTER}.txt")
    assert [problem.path for problem in inventory.problems] == [str(folder / "none.txt")]
