"""Every key of every pane, of the defaults and both presets, is pressed and reaches its action."""

from collections import defaultdict

import pytest
from opened import WIDE, reader

from briefing.app import BriefingApp
from briefing.app.keys.catalogue import PANES, bindings_of_all, declared
from briefing.app.keys.config import PRESETS
from briefing.app.layout.hints import hints
from briefing.places import config_folder

TEXT = """# Harbour

The port of Harwick was closed, [officials](https://example.org/port) said.

## Berth

It may open on Monday, the mayor said. A pilot denied it.
"""

# How to come to a pane: the ids of what is pressed, one after the other, or keys.
WAYS = {
    "Everywhere": [],
    "In the body": [],
    "In the facts": ["go", "go.facts"],
    "In sources and open questions": ["go", "go.sources"],
    "In the outline": ["go", "go.outline"],
    "While titles are narrowed": ["go", "go.outline", "outline.narrow"],
    "In the search": ["find"],
    "While words are selected": ["select"],
    "While a link is chosen": ["links"],
    "In all texts": ["find.all"],
    "In the filter": ["filter"],
    "In the words of the filter": ["filter", "filter.words"],
    "In the export": ["export"],
    "Where something is opened": ["open"],
    "In the day of publication": ["date"],
    "In the themes": ["themes"],
    "After g": ["go"],
    "In the palette": ["palette"],
    "In the help": ["help"],
}
START = "Where nothing is open"
# These need a step more than the other keys of their pane: a page that has a field, and a link
# whose letter was pressed.
ELSEWHERE = {
    "help.find.go": ["help", "help.find"],
    "links.copy": ["links", hints(1)[0]],
}
# The field takes it with the letters, so that a burst keeps its order; its own tests press it.
TAKEN_BEFORE = {"path.complete"}


def prefer(preset):
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "config.yaml").write_text(f"keys: {{preset: {preset}}}")


async def reached(pilot, key):
    """Press a key and tell which actions were tried; none of them is done."""
    app, tried = pilot.app, []

    async def note(action, default_namespace=None, namespaces=None):
        tried.append((type(default_namespace), action))
        return False

    app.run_action = note
    try:
        await pilot.press(key)
    finally:
        del app.run_action
    return {
        binding.id
        for owner, action in tried
        for binding in bindings_of_all(owner)
        if binding.action == action
    }


async def missed(pilot, way, bindings):
    app = pilot.app
    for name in way:
        await pilot.press((app.keys.of(name) or (name,))[0])
        await pilot.pause()
        await app.workers.wait_for_complete()
    return [
        f"{binding.id}: {key}"
        for binding in bindings
        for key in app.keys.of(binding.id)
        if binding.id not in await reached(pilot, key)
    ]


def test_there_is_a_way_to_every_pane():
    assert {pane.title for pane in PANES} == {*WAYS, START}


@pytest.mark.parametrize("pane", [p for p in PANES if p.title in WAYS], ids=lambda p: p.title)
@pytest.mark.parametrize("preset", PRESETS)
async def test_every_key_reaches_its_action(tmp_path, preset, pane):
    prefer(preset)
    (tmp_path / "a.md").write_text(TEXT)
    ways = defaultdict(list)
    for binding in declared(pane):
        if binding.id in TAKEN_BEFORE:
            continue
        ways[tuple(ELSEWHERE.get(binding.id, WAYS[pane.title]))].append(binding)
    for way, bindings in ways.items():
        async with reader(tmp_path, size=WIDE) as (pilot, screen):
            assert screen.app.keys.problems == []
            assert await missed(pilot, way, bindings) == []


@pytest.mark.parametrize("preset", PRESETS)
async def test_every_key_of_the_start_reaches_its_action(tmp_path, preset):
    prefer(preset)
    [pane] = [pane for pane in PANES if pane.title == START]
    (tmp_path / "a.md").write_text(TEXT)
    async with reader(tmp_path / "a.md"):
        pass  # so that there is something to open again
    app = BriefingApp([])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert await missed(pilot, [], declared(pane)) == []
