"""Numbers in words: "two and a half", "half a million", "three-quarters", "tens of thousands"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from briefing.facts.quantities.numeral import Numeral, multiply
from briefing.lexicons.values import load_list, load_values

_SPACE = r"\s{1,3}"
_JOIN = r"(?:\s{1,3}|-|\s?[-–]\s)"


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of numbers and what each is worth; all in lower case."""

    small: Mapping[str, float]
    tens: Mapping[str, float]
    scales: Mapping[str, float]
    dozens: Mapping[str, float]
    denominators: Mapping[str, float]
    plurals: Mapping[str, float]
    short_scales: Mapping[str, float]
    few: re.Pattern[str]


@cache
def number_words() -> NumberWords:
    """Read the words from the lexicon, once."""
    keys = ("small", "tens", "scales", "dozens", "denominators", "plurals", "short_scales")
    load = {key: load_values("numbers", key) for key in keys}
    few = "|".join(sorted(load_list("numbers", "few"), key=len, reverse=True))
    scales = "|".join([*load["scales"], *load["dozens"]])
    denominators = dict(load["denominators"])
    denominators |= {f"{word}s": value for word, value in load["denominators"].items()}
    return NumberWords(
        **load | {"denominators": denominators},
        few=re.compile(rf"(?:{few})(?:{_SPACE}|-)({scales})\b", re.IGNORECASE),
    )


_SCALE = re.compile(r"(?:\s|-)?(?P<word>[A-Za-z]{1,11})(?![A-Za-z0-9])")
_WORD = re.compile(r"[A-Za-z]{1,12}")
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
_PLURALS = re.compile(
    rf"(?P<first>[a-z]{{4,9}})(?:{_SPACE}of{_SPACE}(?P<second>[a-z]{{7,9}}))?\b", re.IGNORECASE
)
_PARTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def starting_words() -> Iterable[str]:
    """Words that a number can begin with; lower case."""
    words = number_words()
    return [*words.small, *words.tens, *words.plurals, *words.scales, "half", "quarter"]


def article_words() -> Iterable[str]:
    """Words that are a number behind "a" or "an"."""
    words = number_words()
    singular = [word for word in words.denominators if not word.endswith("s")]
    return [*words.scales, *words.dozens, *singular]


def read_words(text: str, at: int, end: int) -> Numeral | None:
    """Read the number that a word begins; None if none does."""
    first = _WORD.match(text, at, end)
    if first is None:
        return None
    words, word = number_words(), first[0].lower()
    if word in words.small or word in words.tens:
        return _Sum().read(text, at, at, end)
    if word in words.plurals:
        return _read_plural(text, at, end)
    return _read_few(text, at, end) or _read_half(text, at, end) or _read_article(text, at, end)


def go_on(text: str, at: int, end: int, stop: int, count: float, scale: float) -> Numeral:
    """Read on behind "4 hundred" or "2.5 million"."""
    value = multiply(count, scale)
    if part := _AND_PART.match(text, stop, end):
        return Numeral(at, part.end(), value + scale * _part(part))
    # "3 hundred and 21" is one number, "$5 million and 20 people" are two.
    if scale > 100:
        return Numeral(at, stop, value, scale=scale)
    return _Sum(group=value).read(text, at, stop, end)._replace(form="figures")


def _part(match: re.Match[str]) -> float:
    """What "and a half", "and three quarters" adds."""
    count = _PARTS[(match["count"] or "one").lower()]
    return count / number_words().denominators[match["part"].lower()]


def _read_few(text: str, at: int, end: int) -> Numeral | None:
    match = number_words().few.match(text, at, end)
    if match is None:
        return None
    word = match[1].lower()
    scale = number_words().scales.get(word) or number_words().dozens[word]
    return Numeral(at, match.end(), None, "vague", 2 * scale, 9 * scale, scale)


def _read_half(text: str, at: int, end: int) -> Numeral | None:
    match = _HALF.match(text, at, end)
    if match is None:
        bare = _BARE_HALF.match(text, at, end)
        return Numeral(at, bare.end(), 0.5, "fraction") if bare else None
    words, word = number_words(), match["scale"].lower()
    scale = words.scales.get(word) or words.dozens.get(word)
    if scale is None:
        if match["part"].lower() == "half":
            return Numeral(at, match.end("part"), 0.5, "fraction")
        return None
    return Numeral(at, match.end(), scale / words.denominators[match["part"].lower()], "words")


def _read_plural(text: str, at: int, end: int) -> Numeral | None:
    match = _PLURALS.match(text, at, end)
    plurals = number_words().plurals
    if match is None or (first := plurals.get(match["first"].lower())) is None:
        return None
    if match["second"] and (second := plurals.get(match["second"].lower())):
        scale, stop = first * second, match.end()
    else:
        scale, stop = first, match.end("first")
    if scale == first and scale in (10, 20) and not text.startswith(" of ", stop):
        return None  # "He scores", "the top tens"
    return Numeral(at, stop, None, "vague", scale, 10 * scale)


_ARTICLE = re.compile(rf"an?(?:{_SPACE}|-)(?P<word>[a-z]{{4,12}})\b", re.IGNORECASE)


def _read_article(text: str, at: int, end: int) -> Numeral | None:
    match = _ARTICLE.match(text, at, end)
    if match is None:
        return None
    words, word = number_words(), match["word"].lower()
    if word in words.dozens:
        return Numeral(at, match.end(), words.dozens[word], "words", scale=words.dozens[word])
    if word in words.scales:
        numeral = go_on(text, at, end, match.end(), 1.0, words.scales[word])
        return numeral._replace(form="words")
    if word in words.denominators:
        return Numeral(at, match.end(), 1 / words.denominators[word], "fraction")
    return None


class _Sum:
    """Adds up number words from left to right, as long as they fit."""

    def __init__(self, group: float | None = None) -> None:
        self.total = 0.0
        """Of the parts that a scale closed: "two million"."""
        self.group = group
        """What is being counted: "three hundred and forty"."""
        self.limit = float("inf")
        """The next scale must be smaller: no "thousand million"."""
        self.scale = 1.0 if group is None else 100.0
        self.unit = False
        """The last word was one to nineteen, so none of them follows."""

    def read(self, text: str, at: int, stop: int, end: int) -> Numeral:
        """Read from ``stop``; the number began at ``at``."""
        while match := _TOKEN.match(text, stop, end):
            if match["and"] and (_AND_PART.match(text, stop, end) or not self._goes_with_and()):
                break
            if not self._take(match["word"].lower()):
                break
            stop = match.end()
        return self._close(text, at, stop, end)

    def _goes_with_and(self) -> bool:
        """Tell "two thousand and five" from "two million and five"."""
        return (self.group or 0) >= 100 or (self.group is None and self.limit == 1000)

    def _take(self, word: str) -> bool:
        words = number_words()
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
        group = self.group
        tens = group is not None and value < 10 and group % 10 == 0 and group % 100 != 10
        hundreds = group is not None and value < 100 and group > 0 and group % 100 == 0
        if group is not None and (self.unit or not (tens or hundreds)):
            return False
        self.group = (group or 0.0) + value
        self.unit = value < 20 or value > 90
        return True

    def _multiply(self, scale: float) -> bool:
        if self.group is None or scale >= self.limit:
            return False
        if scale <= 100:
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
        scale = number_words().scales.get(match["word"].lower()) if match else None
        if match and scale:
            return Numeral(at, match.end(), multiply(value, scale), "words", scale=scale)
        return Numeral(at, stop, value, "words")


def _digits(words: str) -> tuple[str, int]:
    """Read "nought three" as 03: the digits, and how many characters they take."""
    small, digits, length = number_words().small, "", 0
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


def _read_denominator(text: str, at: int, end: int) -> tuple[float, int] | None:
    """Read the "-thirds" of "two-thirds": its value and where it ends."""
    match = _DENOMINATOR.match(text, at, end)
    if match is None:
        return None
    word, stop = match["word"].lower(), match.end("word")
    value = number_words().denominators.get(word)
    if value is None:
        return None
    # "Two quarters" are half a year of business, "three quarters of" a part.
    parts = text.startswith(" of", stop) or text[at] == "-"
    if value == 4 and word.startswith("quarter") and not parts:
        return None
    return value, stop
