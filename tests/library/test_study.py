"""What the worker is asked for."""

import pytest

from briefing.errors import UnreadableError
from briefing.library import Found
from briefing.library.stamps import UNSETTLED, stamp_of
from briefing.library.study import Desk, read_file
from briefing.model.packed import unpack
from briefing.reading import read_document as read_original

TEXT = "The quay of Harwick was closed on Monday, the mayor said.\n"


@pytest.fixture
def desk(tmp_path):
    opened = Desk(tmp_path / "cache")
    yield opened
    opened.store.close()


def make(folder, *names):
    for name in names:
        (folder / name).write_text(f"{name}: {TEXT}")
    return [Found(folder / name, name) for name in names]


def test_a_glance_says_what_is_there_and_why_the_rest_is_not(tmp_path, desk):
    files = make(tmp_path, "a.txt", "b.txt")
    (tmp_path / "b.txt").write_bytes(b"")
    seen, problem, gone = desk.glance([*files, Found(tmp_path / "c.txt", "c.txt")])
    assert seen.stamp == stamp_of(tmp_path / "a.txt")
    assert seen.headline.title is None
    assert problem == "It is empty."
    assert gone == "There is no such file or folder."


def test_a_glance_ends_after_a_moment(tmp_path, desk, monkeypatch):
    clock = iter(range(100))
    monkeypatch.setattr("briefing.library.study.monotonic", lambda: next(clock))
    assert len(desk.glance(make(tmp_path, "a.txt", "b.txt", "c.txt"))) == 1


def test_what_was_glanced_at_is_not_read_again(tmp_path, desk, monkeypatch):
    files = make(tmp_path, "a.txt", "b.txt")
    desk.glance(files)
    (tmp_path / "b.txt").write_text(f"Written since. {TEXT}")
    read = []
    monkeypatch.setattr(
        "briefing.library.study.read_document",
        lambda path, *args, **options: read.append(path) or read_original(path, *args, **options),
    )
    for file in files:
        desk.study(file, 1, wanted=False)
    assert read == [tmp_path / "b.txt"]


def test_what_was_found_is_kept_and_taken_from_there(tmp_path, desk, monkeypatch):
    [file] = make(tmp_path, "a.txt")
    found = desk.study(file, 1, wanted=False)
    assert found.kept
    assert found.packed is None
    monkeypatch.setattr("briefing.pipeline.analyse", lambda document: 1 / 0)
    again = desk.study(file, 1, wanted=True)
    assert unpack(again.packed).facts
    assert again.summary == found.summary


def test_a_copy_is_another_document(tmp_path, desk):
    [file] = make(tmp_path, "a.txt")
    ids = [unpack(desk.study(file, copy, wanted=True).packed).id for copy in (1, 2)]
    assert ids[1] == f"{ids[0]}-2"


def test_what_is_written_while_it_is_read_is_not_kept(tmp_path, desk, monkeypatch):
    [file] = make(tmp_path, "a.txt")

    def read_and_write(path, *args, **options):
        document = read_original(path, *args, **options)
        path.write_text(f"Written meanwhile. {TEXT}")
        return document

    monkeypatch.setattr("briefing.library.study.read_document", read_and_write)
    found = desk.study(file, 1, wanted=False)
    assert found.glance.stamp == UNSETTLED
    assert not found.kept
    assert found.packed is not None
    assert desk.store.recall([file.path]) == {}


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path):
    with pytest.raises(UnreadableError, match="no such file"):
        read_file(Found(tmp_path / "none.txt", "none.txt"))


def test_only_the_beginning_of_a_text_is_taken_apart(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(f"Quay {number} was closed." for number in range(500)))
    whole = read_file(Found(path, "a.txt"))[1]
    part = read_file(Found(path, "a.txt"), 1_000)[1]
    assert whole.text.startswith(part.text)
    assert 1_000 <= len(part.text) < 1_100
    assert (part.sha256, part.encoding) == (whole.sha256, whole.encoding)
