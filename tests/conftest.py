"""What every test stands on: no test touches the home folder."""

from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does.
settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of articles that ship with the program."""
    return SEEDS
