import errno

import pytest

from briefing.errors import LexiconError, UnreadableError, describe


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOENT, "There is no such file or folder."),
        (errno.ENOTDIR, "There is no such file or folder."),
        (errno.EACCES, "You have no permission to read it."),
        (errno.EPERM, "You have no permission to read it."),
        (errno.EISDIR, "It is a folder, not a file."),
        (errno.ELOOP, "It is a link that leads in a circle."),
        (errno.EIO, "It can't be opened: It burns."),
    ],
)
def test_errors_of_the_system_become_sentences(number, sentence):
    assert describe(OSError(number, "It burns")) == sentence


def test_an_error_without_a_number_is_told_too():
    assert describe(OSError("It burns")) == "It can't be opened: It burns."


def test_errors_say_where_they_are(tmp_path):
    assert str(UnreadableError(tmp_path, "It is empty.")) == f"{tmp_path}: It is empty."
    assert str(LexiconError("a.yaml", "b", "must be a list")) == "a.yaml: b: must be a list"
