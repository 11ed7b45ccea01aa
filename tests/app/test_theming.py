import pytest

from briefing.app.theming import DEFAULT_THEME, INKS, load_themes, read_theme, themes_folder
from briefing.errors import LexiconError
from briefing.places import config_folder

INKED = "\n".join(f'  {ink}: "#ffffff"' for ink in INKS)
GOOD = f'name: "mine"\ncolors:\n  primary: "#6cb6ff"\ninks:\n{INKED}\n'


def test_our_themes_ship_and_the_default_is_one_of_them():
    names = {theme.name for theme in load_themes()}
    assert DEFAULT_THEME in names
    assert len(names) == len(list(themes_folder().glob("*.yaml"))) >= 6


def test_a_theme_of_the_readers_own_is_found():
    folder = config_folder() / "themes"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(GOOD)
    assert "mine" in {theme.name for theme in load_themes()}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{", "-"),
        ("- a", "-"),
        (GOOD + "colour: 1\n", "colour"),
        (GOOD.replace("primary", "main"), "colors.main"),
        (GOOD.replace("  primary:", "  accent:"), "colors.primary"),
        (GOOD.replace("  quiet:", "  silent:"), "inks.quiet"),
        (GOOD.replace('quiet: "#ffffff"', "quiet: 7"), "inks.quiet"),
        ('name: "a"\ncolors: []\n', "colors"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(tmp_path, text, key):
    path = tmp_path / "wrong.yaml"
    path.write_text(text)
    with pytest.raises(LexiconError) as raised:
        read_theme(path)
    assert (raised.value.file, raised.value.key) == ("wrong.yaml", key)


def test_a_theme_with_a_mistake_is_left_out_and_the_others_stay(caplog):
    folder = config_folder() / "themes"
    folder.mkdir(parents=True)
    (folder / "wrong.yaml").write_text("{")
    assert DEFAULT_THEME in {theme.name for theme in load_themes()}
    assert "wrong.yaml" in caplog.text
