"""What is remembered outlives the run, other readers and broken files."""

import hashlib
import json
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.app.state import Choices, Kept, Memory, Recent
from briefing.app.state.choices import read_choices, write_choices
from briefing.app.state.places import MOST_DOCUMENTS, MOST_RECENT, read_places, read_recent
from briefing.places import state_folder


@pytest.fixture(autouse=True)
def _first_start():
    (state_folder() / "state.json").unlink()


CHOSEN = Choices(
    theme="paper",
    hidden=frozenset({"outline"}),
    alone=True,
    widths={"facts": 60},
    order="weight",
    sort="date",
    ruler=True,
    hinted=True,
)


def sha(number):
    return hashlib.sha256(str(number).encode()).hexdigest()


def test_everything_chosen_is_there_in_the_next_run():
    memory = Memory()
    memory.choose(CHOSEN)
    memory.keep_place(sha(1), Kept(120))
    memory.remember_paths(["/articles"], 1_000.0, 12)
    memory.take_changes().write()
    again = Memory()
    assert again.choices == CHOSEN
    assert again.places == {sha(1): Kept(120, True)}
    assert again.recent == (Recent(("/articles",), 1_000.0, 12),)


def test_what_is_written_once_is_not_written_again():
    memory = Memory()
    assert not memory.take_changes()
    memory.choose(CHOSEN)
    assert memory.take_changes()
    memory.choose(CHOSEN)
    memory.keep_place(sha(1), Kept(3))
    assert memory.take_changes()
    memory.keep_place(sha(1), Kept(3))
    assert not memory.take_changes()


def test_two_readers_keep_what_both_chose():
    one, two = Memory(), Memory()
    one.choose(replace(one.choices, theme="paper"))
    two.choose(replace(two.choices, ruler=True))
    for number, memory in enumerate((one, two)):
        memory.keep_place(sha(number), Kept(number))
        memory.remember_paths([f"/{number}"], number)
        memory.take_changes().write()
    after = Memory()
    assert (after.choices.theme, after.choices.ruler) == ("paper", True)
    assert after.places == {sha(0): Kept(0), sha(1): Kept(1)}
    assert [recent.paths for recent in after.recent] == [("/1",), ("/0",)]


def test_readers_that_write_at_once_lose_nothing():
    memories = [Memory() for _ in range(8)]
    for number, memory in enumerate(memories):
        memory.keep_place(sha(number), Kept(number))
    threads = [threading.Thread(target=memory.take_changes().write) for memory in memories]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Memory().places == {sha(number): Kept(number) for number in range(8)}
    assert not list(state_folder().glob("*.part"))


def test_the_oldest_documents_go_first_and_a_visit_makes_one_new():
    memory = Memory()
    for number in range(MOST_DOCUMENTS):
        memory.keep_place(sha(number), Kept(0))
    memory.take_changes().write()
    again = Memory()
    again.keep_place(sha(0), Kept(7))
    again.keep_place(sha("new"), Kept(0))
    again.take_changes().write()
    places = Memory().places
    assert len(places) == MOST_DOCUMENTS
    assert sha(1) not in places
    assert places[sha(0)] == Kept(7)


def test_the_newest_paths_stay_each_once():
    memory = Memory()
    for number in range(MOST_RECENT + 5):
        memory.remember_paths([f"/{number}"], number)
    memory.remember_paths(["/7"], 1_000.0, 3)
    memory.take_changes().write()
    recent = Memory().recent
    assert len(recent) == MOST_RECENT
    assert recent[0] == Recent(("/7",), 1_000.0, 3)
    assert [held.paths for held in recent].count(("/7",)) == 1


@pytest.mark.parametrize("paths", [[], ["-"], ["a.txt", "-"], ["/caf\udce9.txt"]])
def test_paths_that_cannot_be_opened_again_are_not_kept(paths):
    memory = Memory()
    memory.remember_paths(paths, 1.0)
    assert memory.recent == ()
    assert not memory.take_changes()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "7", '"x"', "[" * 100_000, '{"theme": NaN}', "\x00", "9" * 5_000_000],
    ids=lambda content: content[:12],
)
def test_a_broken_file_counts_as_none_and_is_written_over(content):
    state_folder().mkdir(parents=True, exist_ok=True)
    for name in ("state.json", "places.json", "recent.json"):
        (state_folder() / name).write_text(content)
    memory = Memory()
    assert (memory.choices, memory.places, memory.recent) == (Choices(), {}, ())
    memory.choose(CHOSEN)
    memory.keep_place(sha(1), Kept(1))
    memory.remember_paths(["/a"], 1.0)
    memory.take_changes().write()
    again = Memory()
    assert (again.choices, again.places) == (CHOSEN, {sha(1): Kept(1)})
    assert again.recent == (Recent(("/a",), 1.0),)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", 3),
        ("theme", ""),
        ("theme", "n" * 300),
        ("hidden", "outline"),
        ("alone", 1),
        ("widths", [40]),
        ("order", "size"),
        ("sort", ["name"]),
        ("ruler", None),
        ("hinted", "yes"),
    ],
)
def test_one_field_that_makes_no_sense_leaves_the_others(name, value):
    whole = write_choices(CHOSEN, frozenset(CHOSEN.__struct_fields__))
    broken = read_choices({**whole, name: value})
    assert broken == replace(CHOSEN, **{name: getattr(Choices(), name)})


def test_widths_and_panes_are_taken_one_by_one():
    read = read_choices(
        {
            "widths": {"facts": 60, "a": 0, "b": -4, "c": 10**9, "d": True, "e": "6"},
            "hidden": ["outline", "body", 7],
        }
    )
    assert read == Choices(widths={"facts": 60}, hidden=frozenset({"outline"}))


@pytest.mark.parametrize(
    "entry", [[1], [1, 2], ["1", 1], [-1, 0], [2**60, 0], [True, 0], {"a": 1}, 7, [1, None]]
)
def test_a_document_that_makes_no_sense_is_left_out(entry):
    assert read_places({sha(1): entry, sha(2): [5, 0]}) == {sha(2): Kept(5, False)}
    assert read_places({"../x": [1, 1], sha(2)[:-1] + "G": [1, 1]}) == {}


@pytest.mark.parametrize(
    "entry",
    [
        {"paths": "/a", "opened": 1},
        {"paths": [], "opened": 1},
        {"paths": ["/a", 7], "opened": 1},
        {"paths": ["x" * 5000], "opened": 1},
        {"paths": ["/a"], "opened": "now"},
        {"paths": ["/a"], "opened": -1},
        {"paths": ["/a"], "opened": 10**12},
        {"paths": ["/a"]},
        ["/a", 1],
        None,
    ],
)
def test_a_path_that_makes_no_sense_is_left_out(entry):
    assert read_recent([entry, {"paths": ["/b"], "opened": 2, "documents": -1}]) == (
        Recent(("/b",), 2.0),
    )


def test_what_a_newer_version_keeps_stays():
    state_folder().mkdir(parents=True, exist_ok=True)
    (state_folder() / "state.json").write_text('{"voice": "low", "theme": "ink"}')
    memory = Memory()
    memory.choose(replace(memory.choices, ruler=True))
    memory.take_changes().write()
    kept = json.loads((state_folder() / "state.json").read_text())
    assert kept == {"voice": "low", "theme": "ink", "ruler": True}


def test_a_folder_that_cannot_be_written_stops_nothing(monkeypatch, tmp_path, caplog):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "file"))
    memory = Memory()
    memory.choose(CHOSEN)
    memory.take_changes().write()
    assert "could not be kept" in caplog.text
    assert Memory().choices == Choices()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(Choices().__struct_fields__)), JSON), JSON)
def test_no_content_breaks_the_reading(choices, anything):
    for content in (choices, anything):
        read_choices(content)
        read_places(content)
        read_recent(content)
        read_places({sha(1): content})
        read_recent([content])
