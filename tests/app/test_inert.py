"""Whatever an article, a file or the reader's own hand holds, no control reaches the screen."""

from asyncio import timeout
from contextlib import asynccontextmanager

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual import events
from textual.widgets import Input

from briefing.app import BriefingApp
from briefing.app.keys.config import config_file
from briefing.app.theming import own_themes_folder
from briefing.gate import CONTROLS

PROSE = "The port of Harwick said on Monday that it was closed. Officials may reopen it soon."
MARKUP = "[bold] [/] [@click=app.quit]go[/]"
ATTACK = f"\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\u2066\u200f\ufeff\x7f {MARKUP}"
# Every screen that a key opens, and what is pressed there.
KEYS = (
    "J",
    "K",
    "enter",
    "]",
    "[",
    "n",
    "l",
    "escape",
    "v",
    "escape",
    "1",
    "3",
    "2",
    "f",
    "escape",
)
SCREENS = ("question_mark", "e", "o", "d", "ctrl+f", "ctrl+p", "t", "slash")

controls = st.sampled_from("\x00\x07\x08\x0b\x1b\x7f\x85\x9b\x9d\u061c\u200e\u202e\u2066\ufeff")
attacks = st.lists(
    controls | st.sampled_from(["[2J", "[/]", "]0;owned", "a", " "]), min_size=1
).map("".join)


@asynccontextmanager
async def opened(path):
    app = BriefingApp([str(path)])
    async with app.run_test(size=(160, 48), notifications=True) as pilot:
        async with timeout(60):
            while app.screen.busy:
                await pilot.pause()
        await pilot.pause()
        yield pilot, app


def painted(app):
    """All that the screen shows now; nothing in it steers a terminal."""
    strips = app.screen._compositor.render_strips(app.size)
    shown = "\n".join(strip.text for strip in strips)
    found = CONTROLS.search(shown.replace("\n", ""))
    assert found is None, (found, app.screen)
    return shown


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        painted(pilot.app)


def write_hostile(folder, attack):
    """An article that holds an attack in every place that it has, and files beside it."""
    name = attack.replace("/", "").replace("\0", "")[:60]
    article = folder / f"a{name}.md"
    address = f"https://news.example/{attack}"
    article.write_text(
        f"# Title {attack}\n\n{PROSE} {attack}\n\n## Heading {attack}\n\n“{attack}” he said. "
        f"[link {attack}]({address})\n\n| a {attack} | b |\n| - | - |\n| {attack} | 1 |\n",
        encoding="utf-8",
    )
    side = folder / f"{article.name}.meta.yaml"
    side.write_text(f"title: {attack!r}\npublisher: {attack!r}\n", encoding="utf-8")
    (folder / f"b{name}.txt").write_bytes(b"%PDF-1.7\x00\x1b]0;owned\x07")
    own_themes_folder().mkdir(parents=True, exist_ok=True)
    (own_themes_folder() / f"{name}.yaml").write_text(f"{attack}: 1\n")
    config_file().write_text(f'keys:\n  bindings:\n    "{MARKUP}\\e[2J": "{MARKUP}\\e[2J"\n')
    return article


async def test_an_attack_stays_words_on_every_screen(tmp_path):
    write_hostile(tmp_path, ATTACK)
    async with opened(tmp_path) as (pilot, app):
        assert MARKUP in painted(app)
        assert {notice.title for notice in app._notifications} == {"Settings", "Themes"}
        await press(pilot, *KEYS)
        for key in SCREENS:
            await press(pilot, key)
            app.post_message(events.Paste(ATTACK))
            await pilot.pause()
            painted(app)
            for field in app.screen.query(Input):
                assert CONTROLS.search(field.value) is None, key
            await press(pilot, "tab", "escape", "escape")


async def test_an_attack_stays_words_in_what_is_said_of_an_export(tmp_path):
    write_hostile(tmp_path, ATTACK)
    async with opened(tmp_path) as (pilot, app):
        await press(pilot, "e", "ctrl+u")
        name = ATTACK.partition("/")[0]
        app.post_message(events.Paste(f"{tmp_path}/none/{name}"))
        await press(pilot, "enter")
        assert app.screen.problem.display
        await press(pilot, "ctrl+u")
        app.post_message(events.Paste(f"{tmp_path}/{name}"))
        await press(pilot, "enter")
        [said] = [notice.message for notice in app._notifications if "brief is" in notice.message]
        assert "[bold] [" in said
        assert "brief is" in painted(app)
    assert [path.name for path in tmp_path.iterdir() if "[bold] [" in path.name]


async def test_what_was_copied_in_the_app_is_clean_where_it_is_pasted(tmp_path):
    write_hostile(tmp_path, ATTACK)
    async with opened(tmp_path) as (pilot, app):
        app.copy_to_clipboard(ATTACK)
        assert CONTROLS.search(app.clipboard) is None
        await press(pilot, "ctrl+p", "ctrl+v")
        assert MARKUP in app.screen.query_one(Input).value


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(attack=attacks)
async def test_no_control_of_a_text_is_painted(tmp_path_factory, attack):
    folder = tmp_path_factory.mktemp("articles")
    write_hostile(folder, attack)
    async with opened(folder) as (pilot, _):
        await press(pilot, "J", "n", "]", "question_mark")
