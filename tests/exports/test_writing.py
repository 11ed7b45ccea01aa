from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from briefing.errors import OutputError, OutputExistsError
from briefing.exports.writing import check_free, write_whole

TEXT = "# Brief\n\n“Ferry”, said the board — 🚢\n"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_file_is_written_as_it_is(tmp_path):
    path = tmp_path / "brief.md"
    write_whole(path, TEXT)
    assert path.read_bytes() == TEXT.encode()
    assert names(tmp_path) == ["brief.md"]


def test_mode_follows_the_umask(tmp_path):
    path = tmp_path / "brief.md"
    before = os.umask(0o027)
    try:
        write_whole(path, TEXT)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_nothing_is_written_over_unasked(tmp_path):
    path = tmp_path / "brief.md"
    path.write_text("mine")
    with pytest.raises(OutputExistsError, match=r"brief\.md already"):
        write_whole(path, TEXT)
    assert path.read_text() == "mine"
    assert names(tmp_path) == ["brief.md"]


def test_file_that_appears_meanwhile_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "brief.md"
    monkeypatch.setattr("briefing.exports.writing.check_free", lambda *_, **__: None)
    path.write_text("mine")
    with pytest.raises(OutputExistsError):
        write_whole(path, TEXT)
    assert path.read_text() == "mine"
    assert names(tmp_path) == ["brief.md"]


def test_file_that_appears_meanwhile_where_there_are_no_links(tmp_path, monkeypatch):
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    monkeypatch.setattr("briefing.exports.writing.check_free", lambda *_, **__: None)
    path = tmp_path / "brief.md"
    write_whole(path, TEXT)
    with pytest.raises(OutputExistsError):
        write_whole(path, "other")
    assert path.read_text() == TEXT
    assert names(tmp_path) == ["brief.md"]


def test_force_replaces_and_keeps_the_mode(tmp_path):
    path = tmp_path / "brief.md"
    path.write_text("old and longer than the new one" * 9)
    path.chmod(0o600)
    write_whole(path, TEXT, force=True)
    assert path.read_text() == TEXT
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_force_needs_no_file(tmp_path):
    write_whole(tmp_path / "brief.md", TEXT, force=True)
    assert names(tmp_path) == ["brief.md"]


def test_link_stays_and_what_it_leads_to_is_written(tmp_path):
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    link.symlink_to(real)
    with pytest.raises(OutputExistsError):
        write_whole(link, TEXT)
    write_whole(link, TEXT, force=True)
    assert link.is_symlink()
    assert real.read_text() == TEXT


def test_device_is_written_to_not_replaced(tmp_path):
    write_whole(Path(os.devnull), TEXT, force=True)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "is a folder"), ("none/brief.md", "There is no folder"), ("n" * 300, "too long")],
)
def test_place_that_can_hold_no_file(tmp_path, name, words):
    for attempt in (check_free, lambda path: write_whole(path, TEXT)):
        with pytest.raises(OutputError, match=words):
            attempt(tmp_path / name)
    assert names(tmp_path) == []


def test_interruption_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "brief.md", TEXT)
    assert names(tmp_path) == []


def test_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "brief.md"
    path.write_text("mine")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_whole(path, TEXT, force=True)
    assert path.read_text() == "mine"
    assert names(tmp_path) == ["brief.md"]
