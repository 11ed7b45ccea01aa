import os
from pathlib import Path

import pytest

from briefing.errors import UnreadableError
from briefing.reading import opening
from briefing.reading.opening import (
    MAX_BYTES,
    MAX_LINE,
    has_long_line,
    has_long_passage,
    read_bytes,
)


def reason(path, **options) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(path, **options)
    assert caught.value.path == path
    assert caught.value.reason.endswith(".")
    return caught.value.reason


def test_a_file_comes_back_whole(tmp_path):
    path = tmp_path / "a.txt"
    content = b"word " * 700_000 + b"\n" + b"x" * 10
    path.write_bytes(content)
    assert read_bytes(path) == content


def test_a_link_is_followed(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"words")
    link = tmp_path / "b.txt"
    link.symlink_to("a.txt")
    assert read_bytes(link) == b"words"


def test_what_is_not_there(tmp_path):
    assert reason(tmp_path / "none.txt") == "There is no such file or folder."
    (tmp_path / "a.txt").write_bytes(b"")
    assert reason(tmp_path / "a.txt" / "b.txt") == "There is no such file or folder."


def test_a_folder(tmp_path):
    assert reason(tmp_path) == "It is a folder, not a file."


def test_a_link_in_a_circle(tmp_path):
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert reason(tmp_path / "a.txt") == "It is a link that leads in a circle."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert "pipe or a device" in reason(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_is_not_read():
    assert "pipe or a device" in reason(Path("/dev/zero"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_on_disk(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_bytes(b"words")
    path.chmod(0)
    assert reason(path) == "You have no permission to read it."


def test_a_file_without_permission(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_bytes(b"words")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening.os, "open", refuse)
    assert reason(path) == "You have no permission to read it."


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    monkeypatch.setattr(opening, "_read", None)
    assert "256 MB" in reason(path)


def test_a_file_that_grows_is_not_read_to_the_end(tmp_path, monkeypatch):
    path = tmp_path / "growing.txt"
    path.write_bytes(b"line\n" * 500_000)
    monkeypatch.setattr(opening, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr(opening, "_check_kind", lambda *_: None)
    assert "larger than" in reason(path)


def test_a_line_of_100_mb_is_given_up_early(tmp_path, monkeypatch):
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    asked = []
    read = os.read
    monkeypatch.setattr(opening.os, "fdopen", lambda file, *_, **__: Slow(file, asked, read))
    assert "longer than 5,000,000 characters" in reason(path)
    assert sum(asked) < 30_000_000


class Slow:
    """A file that tells how much of it is read."""

    def __init__(self, file, asked, read):
        self.file, self.asked, self._read = file, asked, read

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.file)

    def read(self, count):
        self.asked.append(count)
        return self._read(self.file, count)


def test_lines_of_markup_may_be_long(tmp_path):
    path = tmp_path / "page.html"
    with path.open("wb") as file:
        file.truncate(21_000_000)
    assert len(read_bytes(path, lines=False)) == 21_000_000
    assert "longer than" in reason(path)


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("x" * MAX_LINE, False),
        ("x" * (MAX_LINE + 1), True),
        ("x" * MAX_LINE + "\n" + "y" * MAX_LINE, False),
        ("a\n" * 10 + "x" * (MAX_LINE + 1) + "\n", True),
        ("\n" * (MAX_LINE + 5), False),
        ("", False),
    ],
    ids=["just", "over", "two", "inside", "blank", "nothing"],
)
def test_long_lines_of_text(text, long):
    assert has_long_line(text) is long


@pytest.mark.parametrize(
    ("markup", "long"),
    [
        ("<p>" + "x" * MAX_LINE + "</p>", False),
        ("<p>" + "x" * (MAX_LINE + 1) + "</p>", True),
        ("<p>a</p>" + "x\n" * MAX_LINE, True),
        ("x" * (MAX_LINE + 1), True),
        ("<img src='data:" + "x" * (MAX_LINE + 1) + "'>", False),
        ("<script>" + "x" * (MAX_LINE + 1) + "</script>", False),
        ("<p>a" + ">" * (MAX_LINE - 1), False),
        ("<" * MAX_LINE, False),
        ("", False),
    ],
    ids=["just", "over", "lines", "bare", "picture", "script", "brackets", "open", "nothing"],
)
def test_long_passages_of_markup(markup, long):
    assert has_long_passage(markup) is long
