"""Numbers as text writes them: figures, words, and both together.

``2.5bn``, ``1,300``, ``4 hundred million``, ``two and a half``, ``half a million``,
``three-quarters``, ``1/16``, ``2.998×10−8``, ``minus five``, ``tens of thousands``.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from briefing.facts.quantities.number_words import go_on, number_words, read_words
from briefing.facts.quantities.numeral import Numeral
from briefing.facts.tries import FIGURE_SIGNS

_SEPARATORS = str.maketrans("", "", ",\u2009\u202f")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_VULGAR = MappingProxyType(
    {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5,
     "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8,
     "⅞": 7 / 8}
)  # fmt: skip


_FIGURES = re.compile(
    r"(?P<number>(?:\d{1,3}(?:[,\u2009\u202f]\d{2,3}){1,6}(?!\d)|\d{1,40})(?:\.\d{1,20})?"
    r"|\.\d{1,20})(?:\s?[x×*]\s?10\s?\^?\s?(?P<power>[-−–+]?\d{1,2}|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|[eE](?P<e>[-+]?\d{1,2})\b)?"
)
_FRACTION = re.compile(
    r"(?:(?P<space>[ -])?(?P<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
    r"|[/⁄](?P<whole>\d{1,4})(?![\d/⁄])"
    r"|[ -](?P<over>\d{1,3})[/⁄](?P<under>\d{1,4})(?![\d/⁄]))"
)
_SCALE = re.compile(r"(?:\s|-)?(?P<word>[A-Za-z]{1,11})(?![A-Za-z0-9])")


def read_numeral(text: str, at: int, end: int) -> Numeral | None:
    """Read the number that begins at an offset; None if none does."""
    first = text[at]
    if first.isdigit() or first == ".":
        return _read_figures(text, at, end)
    if first in _VULGAR:
        return Numeral(at, at + 1, _VULGAR[first], "fraction")
    return read_words(text, at, end)


def _read_figures(text: str, at: int, end: int) -> Numeral | None:
    match = _FIGURES.match(text, at, end)
    if match is None:
        return None
    number, stop = match["number"], match.end()
    value = float(number.translate(_SEPARATORS))
    if power := match["power"] or match["e"]:
        value *= 10.0 ** int(power.translate(_SUPERSCRIPTS).replace("−", "-").replace("–", "-"))
        return Numeral(at, stop, value)
    plain = number.isdigit()
    following = text[stop : stop + 1]
    if following and following in f" -/⁄{FIGURE_SIGNS}" and stop < end:
        fraction = _read_fraction(text, at, stop, end, value, plain=plain)
        if fraction is not None:
            return fraction
    scale = _SCALE.match(text, stop, end)
    if scale is None:
        return Numeral(at, stop, value, plain=plain)
    words, word = number_words(), scale["word"].lower()
    if word in words.scales:
        return go_on(text, at, end, scale.end(), value, words.scales[word])
    if word in words.dozens or word.removesuffix("s") in words.dozens:
        times = words.dozens[word.removesuffix("s")]
        return Numeral(at, scale.end(), value * times, scale=times)
    return Numeral(at, stop, value, plain=plain)


def read_short_scale(text: str, at: int, end: int) -> tuple[float, int] | None:
    """Read the "bn" behind figures: what it multiplies by, and where it ends.

    "M" and "m" are also metres and "k" is nearly never anything else, so who calls decides.
    """
    match = _SCALE.match(text, at, end)
    if match is None or match["word"].lower() not in number_words().short_scales:
        return None
    return number_words().short_scales[match["word"].lower()], match.end()


def _read_fraction(
    text: str, at: int, stop: int, end: int, value: float, *, plain: bool
) -> Numeral | None:
    match = _FRACTION.match(text, stop, end)
    if match is None:
        return None
    if sign := match["sign"]:
        return Numeral(at, match.end(), value + _VULGAR[sign])
    if under := match["under"]:
        over = int(match["over"])
        if not 0 < over < int(under):
            return None
        return Numeral(at, match.end(), value + over / int(under))
    whole = int(match["whole"])
    if not plain or not 0 < value < whole:
        return None
    return Numeral(at, match.end(), value / whole, "fraction")
