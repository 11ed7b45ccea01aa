"""Numbers as text writes them: figures, words, and both together.

``2.5bn``, ``1,300``, ``4 hundred million``, ``two and a half``, ``half a million``,
``three-quarters``, ``1/16``, ``2.998×10−8``, ``minus five``, ``tens of thousands``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from briefing.facts.tries import FIGURE_SIGNS
from briefing.lexicons.values import load_list, load_values

Form = Literal["figures", "words", "fraction", "vague", "range"]

_SPACE = r"[^\S\n]{1,2}"
_JOIN = r"(?:[^\S\n]{1,2}|-|[^\S\n]?[-–][^\S\n])"
_SEPARATORS = str.maketrans("", "", ",\u2009\u202f")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_VULGAR = MappingProxyType(
    {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5,
     "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8,
     "⅞": 7 / 8}
)  # fmt: skip


class Numeral(NamedTuple):
    """A number and where it stands."""

    start: int
    end: int
    value: float | None
    """None where the words give no more than bounds: "dozens"."""
    form: Form = "figures"
    low: float | None = None
    high: float | None = None
    scale: float = 1.0
    """What the last word multiplied by: 1e6 in "1.5 million"; lent to "1" in "1 to 2 million"."""
    plain: bool = False
    """Bare figures, as years, names and list numbers have: no comma, point or scale."""


@dataclass(frozen=True, slots=True)
class _Words:
    small: Mapping[str, float]
    tens: Mapping[str, float]
    scales: Mapping[str, float]
    dozens: Mapping[str, float]
    denominators: Mapping[str, float]
    plurals: Mapping[str, float]
    short_scales: Mapping[str, float]
    few: re.Pattern[str]
    numbers: frozenset[str]
    """What can go on with a number that has begun."""


@cache
def _words() -> _Words:
    load = {key: load_values("numbers", key) for key in
            ("small", "tens", "scales", "dozens", "denominators", "plurals", "short_scales")}  # fmt: skip
    few = "|".join(sorted(load_list("numbers", "few"), key=len, reverse=True))
    scales = "|".join([*load["scales"], *load["dozens"]])
    denominators = dict(load["denominators"])
    denominators |= {f"{word}s": value for word, value in load["denominators"].items()}
    return _Words(
        **load | {"denominators": denominators},
        few=re.compile(rf"(?:{few})(?:{_SPACE}|-)({scales})\b", re.IGNORECASE),
        numbers=frozenset([*load["small"], *load["tens"], *load["scales"], *load["dozens"]]),
    )


_FIGURES = re.compile(
    r"(?P<number>(?:\d{1,3}(?:[,\u2009\u202f]\d{2,3}){1,6}(?!\d)|\d{1,40})(?:\.\d{1,20})?|\.\d{1,20})"
    r"(?:\s?[x×*]\s?10\s?\^?\s?(?P<power>[-−–+]?\d{1,2}|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|[eE](?P<e>[-+]?\d{1,2})\b)?"
)
_FRACTION = re.compile(
    r"(?:(?P<space>[ -])?(?P<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
    r"|[/⁄](?P<whole>\d{1,4})(?![\d/⁄])"
    r"|[ -](?P<over>\d{1,3})[/⁄](?P<under>\d{1,4})(?![\d/⁄]))"
)
_SCALE = re.compile(r"(?:[^\S\n]|-)?(?P<word>[A-Za-z]{1,11})(?![A-Za-z0-9])")
_TOKEN = re.compile(
    rf"(?:{_JOIN}(?P<and>(?i:and){_SPACE})?)?(?P<word>[A-Za-z]{{2,12}}|\d{{1,3}}\b(?![.,]\d))"
)
_AND_PART = re.compile(
    rf"(?:{_SPACE}|-)and(?:{_SPACE}|-)(?P<count>an?|one|two|three|four|five)?(?:{_SPACE}|-)?"
    r"(?P<part>half|thirds?|quarters?|fourths?|fifths?|ninths?|eighths?|tenths?)\b",
    re.IGNORECASE,
)
_POINT = re.compile(rf"{_SPACE}point((?:{_SPACE}[a-z]{{2,8}}){{1,8}})", re.IGNORECASE)
_HALF = re.compile(
    rf"(?P<part>half|quarter)(?:{_SPACE}an?)?(?:{_SPACE}|-)(?P<scale>[a-z]{{4,11}})\b",
    re.IGNORECASE,
)
_BARE_HALF = re.compile(r"half\b", re.IGNORECASE)
_NEEDS_OF = frozenset(["tens", "scores"])
_PLURALS = re.compile(
    rf"(?P<first>[a-z]{{4,9}})(?:{_SPACE}of{_SPACE}(?P<second>[a-z]{{7,9}}))?\b", re.IGNORECASE
)
_PARTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def starting_words() -> Iterable[str]:
    """Words that a number can begin with; lower case."""
    words = _words()
    return [*words.small, *words.tens, *words.plurals, *words.scales, "half", "quarter"]


def article_words() -> Iterable[str]:
    """Words that are a number behind "a" or "an"."""
    words = _words()
    singular = [word for word in words.denominators if not word.endswith("s")]
    return [*words.scales, *words.dozens, *singular]


def read_numeral(text: str, at: int, end: int) -> Numeral | None:
    """Read the number that begins at an offset; None if none does."""
    first = text[at]
    if first.isdigit() or first == ".":
        return _read_figures(text, at, end)
    if first in _VULGAR:
        return Numeral(at, at + 1, _VULGAR[first], "fraction")
    return (
        _read_few(text, at, end)
        or _read_half(text, at, end)
        or _read_plural(text, at, end)
        or _read_words(text, at, end)
    )


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
    words, word = _words(), scale["word"].lower()
    if word in words.scales:
        return _go_on(text, at, end, scale.end(), value, words.scales[word])
    if word in words.dozens or word.removesuffix("s") in words.dozens:
        times = words.dozens[word.removesuffix("s")]
        return Numeral(at, scale.end(), value * times, scale=times)
    return Numeral(at, stop, value, plain=plain)


def multiply(count: float, scale: float) -> float:
    """Multiply as people do: 2.3 million is 2,300,000, not a little less."""
    return float(Decimal(repr(count)) * Decimal(repr(scale)))


def read_short_scale(text: str, at: int, end: int) -> tuple[float, int] | None:
    """Read the "bn" behind figures: what it multiplies by, and where it ends.

    "M" and "m" are also metres and "k" is nearly never anything else, so who calls decides.
    """
    match = _SCALE.match(text, at, end)
    if match is None or match["word"].lower() not in _words().short_scales:
        return None
    return _words().short_scales[match["word"].lower()], match.end()


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


def _go_on(text: str, at: int, end: int, stop: int, count: float, scale: float) -> Numeral:
    """Read on behind "4 hundred" or "2.5 million"."""
    value = multiply(count, scale)
    if scale == 100:
        match = _SCALE.match(text, stop, end)
        word = match["word"].lower() if match else ""
        if match and word in _words().scales and word != "hundred":
            return Numeral(at, match.end(), value * _words().scales[word], scale=scale)
    if part := _AND_PART.match(text, stop, end):
        return Numeral(at, part.end(), value + scale * _part(part))
    rest = _Sum(total=value, limit=scale)
    return rest.read(text, at, stop, end, needs_and=True)


def _part(match: re.Match[str]) -> float:
    """What "and a half", "and three quarters" adds."""
    count = _PARTS[(match["count"] or "one").lower()]
    return count / _words().denominators[match["part"].lower()]


def _read_few(text: str, at: int, end: int) -> Numeral | None:
    match = _words().few.match(text, at, end)
    if match is None:
        return None
    word = match[1].lower()
    scale = _words().scales.get(word) or _words().dozens[word]
    return Numeral(at, match.end(), None, "vague", 2 * scale, 9 * scale, scale)


def _read_half(text: str, at: int, end: int) -> Numeral | None:
    match = _HALF.match(text, at, end)
    if match is None:
        bare = _BARE_HALF.match(text, at, end)
        return Numeral(at, bare.end(), 0.5, "fraction") if bare else None
    words, word = _words(), match["scale"].lower()
    scale = words.scales.get(word) or words.dozens.get(word)
    if scale is None:
        if match["part"].lower() == "half":
            return Numeral(at, match.end("part"), 0.5, "fraction")
        return None
    return Numeral(at, match.end(), scale / words.denominators[match["part"].lower()], "words")


def _read_plural(text: str, at: int, end: int) -> Numeral | None:
    match = _PLURALS.match(text, at, end)
    plurals = _words().plurals
    if match is None or (first := plurals.get(match["first"].lower())) is None:
        return None
    if match["second"] and (second := plurals.get(match["second"].lower())):
        scale, stop = first * second, match.end()
    else:
        scale, stop = first, match.end("first")
    if scale == first and match["first"].lower() in _NEEDS_OF and not text.startswith(" of ", stop):
        return None  # "He scores", "the top tens"
    return Numeral(at, stop, None, "vague", scale, 10 * scale)


def _read_words(text: str, at: int, end: int) -> Numeral | None:
    match = _TOKEN.match(text, at, end)
    if match is None:
        # A single letter: "a".
        return _read_article(text, at, end)
    if match["word"].lower() == "an":
        return _read_article(text, at, end)
    numeral = _Sum().read(text, at, at, end)
    return numeral if numeral.end > at else None


_ARTICLE = re.compile(rf"an?(?:{_SPACE}|-)(?P<word>[a-z]{{4,12}})\b", re.IGNORECASE)


def _read_article(text: str, at: int, end: int) -> Numeral | None:
    match = _ARTICLE.match(text, at, end)
    if match is None:
        return None
    words, word = _words(), match["word"].lower()
    if word in words.dozens:
        return Numeral(at, match.end(), words.dozens[word], "words", scale=words.dozens[word])
    if word in words.scales:
        numeral = _go_on(text, at, end, match.end(), 1.0, words.scales[word])
        return numeral._replace(form="words")
    if word in words.denominators:
        return Numeral(at, match.end(), 1 / words.denominators[word], "fraction")
    return None


class _Sum:
    """Adds up number words from left to right, as long as they fit."""

    def __init__(self, total: float = 0.0, limit: float = float("inf")) -> None:
        self.total = total
        """Of the parts that a scale closed: "two million"."""
        self.group: float | None = None
        """What is being counted: "three hundred and forty"."""
        self.limit = limit
        """The next scale must be smaller: no "thousand million"."""
        self.scale = limit if total else 1.0
        self.unit = False
        """The last word was one to nineteen, so none of them follows."""

    def read(self, text: str, at: int, stop: int, end: int, *, needs_and: bool = False) -> Numeral:
        """Read from ``stop``; the number began at ``at``."""
        while match := _TOKEN.match(text, stop, end):
            if match["and"] and _AND_PART.match(text, stop, end):
                break
            if needs_and and not match["and"] and match["word"].lower() != "hundred":
                break
            if match["and"] and not (self.total or (self.group or 0) >= 100):
                break
            if not self._take(match["word"].lower()):
                break
            stop = match.end()
        return self._close(text, at, stop, end)

    def _take(self, word: str) -> bool:
        words = _words()
        if word.isdigit():
            value = float(word)
        elif word in words.small:
            value = words.small[word]
        elif word in words.tens:
            value = words.tens[word]
        elif word in words.scales or word in words.dozens:
            return self._multiply(words.scales.get(word) or words.dozens[word])
        else:
            return False
        return self._add(value)

    def _add(self, value: float) -> bool:
        if self.group is None:
            self.group = value
        elif self.unit:
            return False
        elif value < 10 and self.group % 10 == 0 and self.group % 100 != 10:
            self.group += value
        elif value < 100 and self.group and self.group % 100 == 0:
            self.group += value
        else:
            return False
        self.unit = value < 20 or value > 90
        return True

    def _multiply(self, scale: float) -> bool:
        if self.group is None or scale >= self.limit:
            return False
        if scale == 100 or scale < 100:
            if self.group >= 100:
                return False
            self.group *= scale
        else:
            self.total += self.group * scale
            self.group, self.limit = None, scale
        self.scale, self.unit = scale, False
        return True

    def _close(self, text: str, at: int, stop: int, end: int) -> Numeral:
        value = self.total + (self.group or 0.0)
        if self.group is not None and (part := _AND_PART.match(text, stop, end)):
            return self._scaled(text, at, part.end(), end, value + _part(part))
        if self.group is None and self.total and (part := _AND_PART.match(text, stop, end)):
            return Numeral(at, part.end(), value + self.limit * _part(part), "words")
        if self.group is not None and (point := _POINT.match(text, stop, end)):
            digits, length = _digits(point[1])
            if digits:
                stop = point.start(1) + length
                return self._scaled(text, at, stop, end, value + float(f"0.{digits}"))
        if self.group is not None and (fraction := _read_denominator(text, stop, end)):
            under, stop = fraction
            return Numeral(at, stop, value / under, "fraction")
        return Numeral(at, stop, value, "words", scale=self.scale)

    @staticmethod
    def _scaled(text: str, at: int, stop: int, end: int, value: float) -> Numeral:
        match = _SCALE.match(text, stop, end)
        scale = _words().scales.get(match["word"].lower()) if match else None
        if match and scale:
            return Numeral(at, match.end(), multiply(value, scale), "words", scale=scale)
        return Numeral(at, stop, value, "words")


def _digits(words: str) -> tuple[str, int]:
    """Read "nought three" as 03: the digits, and how many characters they take."""
    small, digits, length = _words().small, "", 0
    for match in re.finditer(r"\s+(\S+)", words):
        value = small.get(match[1].lower())
        if value is None:
            break
        digits += f"{value:.0f}"
        length = match.end()
    return digits, length


_DENOMINATOR = re.compile(
    rf"{_JOIN}(?P<word>[a-z]{{4,12}})\b(?:-(?P<more>[a-z]{{5}})\b)?", re.IGNORECASE
)
_NEEDS_HYPHEN = frozenset(["second", "seconds", "quarter", "quarters", "half"])


def _read_denominator(text: str, at: int, end: int) -> tuple[float, int] | None:
    """Read the "-thirds" of "two-thirds": its value and where it ends."""
    match = _DENOMINATOR.match(text, at, end)
    if match is None:
        return None
    word, stop = match["word"].lower(), match.end("word")
    value = _words().denominators.get(word)
    if value is None:
        return None
    # "Two quarters" are half a year of business, "three quarters of" a part.
    parts = text.startswith(" of", stop) or text[at] == "-"
    if word in _NEEDS_HYPHEN and not parts:
        return None
    return value, stop
