from pathlib import Path

from briefing.places import cache_folder, config_folder, state_folder


def test_one_variable_moves_every_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    assert config_folder() == tmp_path / "config"
    assert state_folder() == tmp_path / "state"
    assert cache_folder() == tmp_path / "cache"


def test_without_it_the_platform_says_where(monkeypatch):
    monkeypatch.delenv("BRIEFING_HOME")
    assert config_folder().name == state_folder().name == "briefing"
    assert Path(config_folder()).is_absolute()
