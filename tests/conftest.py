"""What every test stands on: no test touches the home folder."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does. A run that decides whether a
# change lands tries the same examples each time; everybody else's look for new ones.
settings.register_profile("briefing", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("briefing")

# Modules of tests read word lists as they are imported, before there is a fixture.
_HOME = tempfile.TemporaryDirectory(prefix="briefing-tests-")
os.environ["BRIEFING_HOME"] = _HOME.name

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    # The hint of the first start would take a line of every picture; its own test takes it away.
    (home / "state").mkdir()
    (home / "state" / "state.json").write_text('{"hinted": true}')
    monkeypatch.setenv("BRIEFING_HOME", str(home))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of articles that ship with the program."""
    return SEEDS
