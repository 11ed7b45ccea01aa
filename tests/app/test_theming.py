import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.theme import BUILTIN_THEMES, Theme

from briefing.app.inks import Inks
from briefing.app.theme_files import INKS, _check_variable, _MistakeError, read_theme
from briefing.app.theming import (
    DEFAULT_THEME,
    default_inks,
    load_themes,
    own_themes_folder,
    themes_folder,
)
from briefing.errors import LexiconError

INKED = "\n".join(f'  {ink}: "#ffffff"' for ink in INKS)
GOOD = f'name: "mine"\ncolors:\n  primary: "#6cb6ff"\ninks:\n{INKED}\n'
VARIABLES = f"{GOOD}variables:\n"


def own(name, text):
    """A file in the reader's own folder of themes."""
    path = own_themes_folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_our_themes_ship_and_the_default_is_one_of_them():
    loaded = load_themes()
    names = {theme.name for theme in loaded.themes}
    assert DEFAULT_THEME in names
    assert len(names) == len(list(themes_folder().glob("*.yaml"))) >= 6
    assert loaded.problems == ()


def test_a_theme_of_the_readers_own_is_found():
    own("mine.yaml", GOOD)
    assert "mine" in {theme.name for theme in load_themes().themes}


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("{", "line 2", "is not YAML"),
        ("- a", "-", "must map names to values"),
        ("", "-", "must map names to values"),
        ("1: 2", "-", "must map names to values"),
        (GOOD + "colour: 1\n", "colour", "known are name, dark, ansi, colors, inks, variables"),
        (GOOD + "name: 7\n", "name", "quotation marks"),
        (GOOD.replace('"mine"', '""'), "name", "can be seen"),
        (GOOD.replace('"mine"', '"\\e[2Jwiped"'), "name", "can be seen"),
        (GOOD.replace('"mine"', '"\\u202Eenim"'), "name", "can be seen"),
        (GOOD.replace('"mine"', f'"{"x" * 41}"'), "name", "can be seen"),
        (GOOD + 'dark: "false"\n', "dark", "must be true or false"),
        (GOOD + "ansi: 1\n", "ansi", "must be true or false"),
        (GOOD.replace("primary", "main"), "colors.main", "known are primary"),
        (GOOD.replace("  primary:", "  accent:"), "colors.primary", "is missing"),
        (GOOD.replace("#6cb6ff", "#gggggg"), "colors.primary", "“#gggggg” is no colour"),
        (GOOD.replace("#6cb6ff", "#fff\\n"), "colors.primary", "is no colour"),
        (GOOD.replace("#6cb6ff", "red; } * { color: red"), "colors.primary", "is no colour"),
        (GOOD.replace("#6cb6ff", "$accent"), "colors.primary", "is no colour"),
        (GOOD.replace("#6cb6ff", "auto"), "colors.primary", "is no colour"),
        (GOOD.replace('"#6cb6ff"', "#6cb6ff"), "colors.primary", "quotation marks"),
        (GOOD.replace("  quiet:", "  silent:"), "inks.silent", "is unknown"),
        (GOOD.replace('  quiet: "#ffffff"', ""), "inks.quiet", "is missing"),
        (GOOD.replace('quiet: "#ffffff"', "quiet: 7"), "inks.quiet", "quotation marks"),
        (GOOD.replace('quiet: "#ffffff"', "quiet: [a]"), "inks.quiet", "quotation marks"),
        ('name: "a"\ncolors: []\n', "colors", "must map names to values"),
        (VARIABLES + '  borders: "#ffffff"\n', "variables.borders", "is unknown"),
        (VARIABLES + '  border: "round"\n', "variables.border", "is no colour"),
        (VARIABLES + '  border: "#ffffff 1000%"\n', "variables.border", "is no colour"),
        (VARIABLES + '  link-style: "loud"\n', "variables.link-style", "known are bold"),
        (VARIABLES + '  link-style: ""\n', "variables.link-style", "known are bold"),
        ("a: &a [1]\nb: *a\n", "line 2", "refers to another part"),
        ("a: " + "[" * 30 + "]" * 30, "line 1", "too deep"),
        ("a: " + "[" * 30_000, "line 1", ""),
        ("a: b\n" * 20_000, "-", "is larger than 64 kB"),
        ("a: 2024-99-99", "-", "is not YAML"),
        ("a: !!python/object/apply:os.getcwd []", "line 1", "is not YAML"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(tmp_path, text, key, words):
    path = tmp_path / "wrong.yaml"
    path.write_text(text)
    with pytest.raises(LexiconError) as raised:
        read_theme(path)
    assert (raised.value.file, raised.value.key) == ("wrong.yaml", key)
    assert words in raised.value.reason


def make_folder(path):
    path.mkdir()


def make_pipe(path):
    os.mkfifo(path)


def make_bytes(path):
    path.write_bytes(b"name: \xff\xfe")


def make_circle(path):
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (make_folder, "It is a folder, not a file"),
        (make_pipe, "is no ordinary file"),
        (make_bytes, "is not UTF-8"),
        (make_circle, "It is a link that leads in a circle"),
    ],
)
def test_what_is_no_file_of_text_is_told_and_costs_nothing(make, words):
    folder = own_themes_folder()
    folder.mkdir(parents=True)
    make(folder / "odd.yaml")
    loaded = load_themes()
    assert len(loaded.themes) == 6
    [problem] = loaded.problems
    assert problem == f"odd.yaml: -: {words}."


def test_a_file_that_may_not_be_read_is_told(monkeypatch):
    path = own("secret.yaml", GOOD)
    read_text = type(path).read_text

    def refuse(self, *given, **named):
        if self == path:
            raise PermissionError
        return read_text(self, *given, **named)

    monkeypatch.setattr(type(path), "read_text", refuse)
    assert load_themes().problems == ("secret.yaml: -: You have no permission to read it.",)


@pytest.mark.parametrize("name", [DEFAULT_THEME, "nord", "textual-dark", "mine"])
def test_a_name_belongs_to_one_theme(name):
    own("a.yaml", GOOD)
    own("b.yaml", GOOD.replace("mine", name))
    loaded = load_themes()
    assert [theme.name for theme in loaded.themes].count(name) == (name not in BUILTIN_THEMES)
    assert loaded.problems == ("b.yaml: name: is the name of another theme.",)


def test_a_theme_with_a_mistake_leaves_the_others_as_they_are():
    own("a.yaml", "{")
    own("b.yaml", GOOD)
    loaded = load_themes()
    assert {DEFAULT_THEME, "mine"} <= {theme.name for theme in loaded.themes}
    assert len(loaded.problems) == 1


@given(
    st.sampled_from(["border", "link-style", "scrollbar"]),
    st.text() | st.from_regex(r"(ansi_)?(red|#[0-9a-f]{3,8}|bold|none)( [0-9]+%)?[;$}\s]*"),
)
def test_no_value_that_is_let_through_breaks_a_stylesheet(name, value):
    try:
        _check_variable(f"variables.{name}", value)
    except _MistakeError:
        return
    app = App()
    app.register_theme(Theme(name="tried", primary="#6cb6ff", variables={name: value}))
    app.theme = "tried"
    app.stylesheet.add_source(f".tried {{ {_rule(name)} }}")
    app.stylesheet.set_variables(app.get_css_variables())
    app.stylesheet.parse()


def _rule(name):
    return f"text-style: ${name};" if name.endswith("-style") else f"background: ${name};"


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=BUILTIN_THEMES)
def test_textual_s_own_themes_have_every_ink(theme):
    variables = {**theme.to_color_system().generate(), **default_inks(theme)}
    inks = Inks(variables)
    assert {f"ink-{ink}" for ink in INKS} <= default_inks(theme).keys()
    for ink in ("heading", "chosen", "match", "match-here", "quiet", "disputed-name"):
        assert inks[ink].color is not None
