from itertools import combinations, product
from pathlib import Path

import pytest
import yaml
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from briefing.app.inks import _INKS
from briefing.app.theme_files import read_theme
from briefing.app.theming import default_inks

THEMES = Path(__file__).parents[2] / "themes"
PATHS = sorted(THEMES.glob("*.yaml"))
CONTENTS = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in PATHS}
TRUE_COLOR = [name for name, content in CONTENTS.items() if not content.get("ansi", False)]

STYLE_SUFFIX = "-text-style"
"""Of variables that hold no colour."""

STANDINGS = {"stated", "reported", "assessed", "alleged", "speculative", "disputed"}
INKS = STANDINGS | {"caveat", "source", "chosen", "chosen-text", "quiet"}
COLORS = {"primary", "secondary", "accent", "warning", "error", "success"} | {
    "foreground",
    "background",
    "surface",
    "panel",
}
GROUNDS = ("background", "surface", "panel")
LETTERS = sorted(INKS - {"chosen", "chosen-text"})

# Letters and the ground that they stand on, beside the inks: names of colors, inks or variables.
PAIRS = [
    ("foreground", "background"),
    ("foreground", "panel"),
    ("accent", "background"),
    ("warning", "background"),
    ("error", "background"),
    ("success", "background"),
    ("background", "accent"),
    ("chosen-text", "chosen"),
    ("footer-key-foreground", "footer-background"),
    ("foreground", "footer-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("foreground", "input-selection-background"),
]
# A contrast theme that only just passes is none.
LEAST = {"contrast": 7.0}
SIXTEEN = {"ansi_default"} | {
    f"ansi_{bright}{name}"
    for bright in ("", "bright_")
    for name in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
}


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0–1."""
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (color.r / 255, color.g / 255, color.b / 255)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it, 1–21."""
    dark, light = sorted(luminance(Color.parse(color)) for color in (one, other))
    return (light + 0.05) / (dark + 0.05)


def colour(theme: str, name: str) -> str:
    """What a name means in a theme; the footer stands on the panel unless it says otherwise."""
    content = CONTENTS[theme]
    known = {"footer-background": content["colors"]["panel"]}
    return (known | content["colors"] | content["inks"] | content["variables"])[name]


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_the_themes_that_ship_are_there():
    assert set(CONTENTS) == {"contrast", "dusk", "newsprint", "night", "paper", "terminal"}


@pytest.mark.parametrize("theme", CONTENTS)
def test_theme_has_every_key_and_no_other(theme):
    content = CONTENTS[theme]
    assert content["name"] == theme
    assert isinstance(content["dark"], bool)
    assert set(content) <= {"name", "dark", "ansi", "colors", "inks", "variables"}
    assert set(content["colors"]) == COLORS
    assert set(content["inks"]) == INKS


@pytest.mark.parametrize("theme", CONTENTS)
def test_every_value_is_quoted(theme):
    for line in (THEMES / f"{theme}.yaml").read_text(encoding="utf-8").splitlines():
        if line.lstrip().startswith("#") or line.endswith((":", ": true", ": false")):
            continue
        assert line.endswith('"'), line


@pytest.mark.parametrize("theme", CONTENTS)
def test_theme_defines_every_variable_of_textual_s_stylesheets(theme):
    content = CONTENTS[theme]
    made = Theme(
        name=theme,
        dark=content["dark"],
        ansi=content.get("ansi", False),
        variables=content["variables"],
        **content["colors"],
    )
    generated = made.to_color_system().generate()
    needed = BUILTIN_THEMES["textual-dark"].to_color_system().generate()
    assert not needed.keys() - generated.keys()
    for name, value in (content["colors"] | content["inks"] | content["variables"]).items():
        if not name.endswith(STYLE_SUFFIX):
            Color.parse(value)


@pytest.mark.parametrize("theme", TRUE_COLOR)
def test_dark_themes_are_dark(theme):
    ground, letters = colour(theme, "background"), colour(theme, "foreground")
    is_dark = luminance(Color.parse(ground)) < luminance(Color.parse(letters))
    assert is_dark == CONTENTS[theme]["dark"]


@pytest.mark.parametrize("theme", TRUE_COLOR)
def test_letters_can_be_read(theme):
    pairs = [*product(LETTERS, GROUNDS), *PAIRS]
    least = LEAST.get(theme, 4.5)
    ratios = {pair: contrast(*(colour(theme, name) for name in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", TRUE_COLOR)
def test_whatever_is_drawn_can_be_read(theme):
    """The inks as they are drawn: those that a theme leaves out, and grounds of their own."""
    made = read_theme(THEMES / f"{theme}.yaml")
    assert drawn_too_faintly(made, _INKS, LEAST.get(theme, 4.5)) == {}


# Their letters and their page are Textual's affair; what we draw on it is ours.
@pytest.mark.parametrize("theme", [name for name, made in BUILTIN_THEMES.items() if not made.ansi])
def test_whatever_is_drawn_in_textual_s_own_themes_can_be_read(theme):
    ours = {name: ink for name, ink in _INKS.items() if ink.color != "foreground"}
    assert drawn_too_faintly(BUILTIN_THEMES[theme], ours, 4.5) == {}


def drawn_too_faintly(theme, inks, least):
    """The contrasts of inks that draw letters with all that they are drawn on, where too low."""
    derived = theme.to_color_system().generate()
    variables = {**default_inks(theme), **derived, **theme.variables}
    ratios = {
        (name, ground): contrast(variables[ink.color], variables[ground])
        for name, ink in inks.items()
        if ink.color
        for ground in ([ink.background] if ink.background else GROUNDS)
    }
    return {pair: ratio for pair, ratio in ratios.items() if ratio < least}


@pytest.mark.parametrize("theme", CONTENTS)
def test_no_two_standings_share_an_ink(theme):
    for one, other in combinations(sorted(STANDINGS), 2):
        assert colour(theme, one) != colour(theme, other), (one, other)


def test_terminal_uses_the_terminal_s_own_colours():
    content = CONTENTS["terminal"]
    assert content["ansi"] is True
    for part in ("colors", "inks", "variables"):
        for name, value in content[part].items():
            assert value in SIXTEEN or name.endswith(STYLE_SUFFIX), name


def test_terminal_puts_neither_black_nor_white_on_the_terminal_s_ground():
    for ink in LETTERS:
        assert colour("terminal", ink) not in {"ansi_black", "ansi_white", "ansi_bright_white"}
