"""The way back to the shell is open from everywhere."""

import pytest
from opened import reader


@pytest.mark.parametrize(
    "keys",
    [(), ("f",), ("f", "slash"), ("t",), ("ctrl+p",), ("question_mark",), ("slash",), ("g",)],
    ids=" ".join,
)
async def test_ctrl_z_goes_back_to_the_shell(seeds, monkeypatch, keys):
    async with reader(seeds / "pact.txt") as (pilot, _):
        suspended = []
        monkeypatch.setattr(pilot.app, "action_suspend_process", lambda: suspended.append(True))
        await pilot.press(*keys, "ctrl+z")
        await pilot.pause()
        assert suspended == [True]
