import os

import pytest

import briefing
from briefing.library.engine import engine_version

version = engine_version.__wrapped__  # a process asks once; here it changes meanwhile


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with an engine of two files."""
    for name in ("facts/claims.py", "lexicons/cues.yaml"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text("words")
        os.utime(path, ns=(1, 1))
    monkeypatch.setattr(briefing, "__file__", str(tmp_path / "__init__.py"))
    return tmp_path


def test_an_engine_that_stays_as_it_is_keeps_its_name(package):
    before = version()
    (package / "facts" / "__pycache__").mkdir()
    (package / "facts" / "__pycache__" / "claims.pyc").write_text("compiled")
    (package / "app").mkdir()
    (package / "app" / "screen.py").write_text("shows what was found")
    assert version() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda package: (package / "facts" / "claims.py").write_text("other words"),
        lambda package: os.utime(package / "lexicons" / "cues.yaml", ns=(2, 2)),
        lambda package: (package / "facts" / "dates.py").write_text(""),
        lambda package: (package / "facts" / "claims.py").unlink(),
        lambda package: (package / "pipeline.py").write_text(""),
    ],
    ids=["written", "touched", "added", "removed", "one of the modules above"],
)
def test_an_engine_that_changes_has_another_name(package, change):
    before = version()
    change(package)
    assert version() != before


def test_another_version_of_the_package_is_another_engine(package, monkeypatch):
    before = version()
    monkeypatch.setattr(briefing, "__version__", "99")
    assert version() != before


def test_an_engine_inside_an_archive_has_a_name(monkeypatch, tmp_path):
    monkeypatch.setattr(briefing, "__file__", str(tmp_path / "archive.zip" / "__init__.py"))
    assert version()
