"""Numbers that are no amounts: names, scores, times, addresses, the pronoun "one"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.facts.counted import counts_many
from briefing.facts.quantities.number_words import starting_words
from briefing.facts.quantities.numeral import Numeral
from briefing.facts.tries import trie
from briefing.lexicons.values import load_list
from briefing.spans import Span

_NEAR = 32
"""Characters on each side that decide."""
_ITEM_FIGURES = 2
_LONGEST = 9
"""Figures without a comma: what is longer is a number of a record or a phone."""
_LAST_WORD = re.compile(r"(?:^|[\s(“\"‘'])([^\s(“\"]+)\s*$")
_NEXT_WORD = re.compile(r"\s{1,3}([A-Za-z][\w'’-]*)")
_GOES_ON = re.compile(
    r"(?i:st|nd|rd|th)\b"  # 22nd
    r"|:\d\d|\s?(?i:[ap]\.?m\b)|\so['’]clock\b"  # 9:15, 5 pm
    r"|[-–]\d+[-–./]\d|[./]\d"  # a phone number, a version, a day in figures
    r"|\s?(?:BCE?|AD|CE|A\.D\.|B\.C\.)(?!\w)"
)
_GLUED_BEHIND = re.compile(r"[A-Za-z_@]|-[A-Z]")
"""3D, "the 5-Star Movement"."""
_ITEM = re.compile(r"[.)](?:\s|$)")
_ITEM_INSIDE = re.compile(r"[.)]\s+[A-Z]")
_AGE = re.compile(r"(?:[A-Z][\w’'-]+|\)),\s?$")
_AGED = re.compile(r"\b(?:aged?|ages)\s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    labels: frozenset[str]
    groups: re.Pattern[str]
    one_before: frozenset[str]
    one_behind: frozenset[str]
    ratio: re.Pattern[str]
    """Begins with the "in five" of "one in five"."""
    not_fractions: frozenset[str]
    prefixes: frozenset[str]
    streets: re.Pattern[str]
    anaphors: re.Pattern[str]
    functions: frozenset[str]
    """Words that no noun phrase holds."""


@cache
def _words() -> _Words:
    streets = trie(load_list("numbers", "streets"), capitals=True)
    return _Words(
        labels=frozenset(load_list("numbers", "labels")),
        groups=re.compile(rf"\b{trie(load_list('numbers', 'names_with_numbers'))}\s$"),
        one_before=frozenset(load_list("numbers", "one_before")),
        one_behind=frozenset(load_list("numbers", "one_behind")),
        ratio=re.compile(rf"\s(?:in|out of|in every)\s(?:\d|(?:{trie(starting_words())})\b)"),
        not_fractions=frozenset(load_list("numbers", "not_fractions")),
        prefixes=frozenset(load_list("numbers", "prefixes")),
        streets=re.compile(rf"(?:\s[A-Z][\w.’'-]+){{1,4}}\s{streets}\b"),
        anaphors=re.compile(rf"\b{trie(load_list('numbers', 'anaphors'))}\s$"),
        functions=frozenset(load_list("numbers", "not_counted")) - {"of"},
    )


def is_name(text: str, sentence: Span, numeral: Numeral, *, bare: bool) -> bool:
    """Tell whether a number is part of a name, a time or a score, and no amount.

    Args:
        text: The document's.
        sentence: What the number stands in.
        numeral: The number.
        bare: It has neither unit nor scale, comparator nor comma.
    """
    before = text[max(sentence.start, numeral.start - _NEAR) : numeral.start]
    behind = text[numeral.end : min(sentence.end, numeral.end + _NEAR)]
    written = text[numeral.start : numeral.end]
    if numeral.form in ("words", "vague"):
        return _is_worded_name(written, before, behind)
    if numeral.form == "fraction" and written in _words().not_fractions:
        return True
    if _is_glued(before) or goes_on(text, numeral.end, sentence.end):
        return True
    return bare and _is_bare_name(written, before, behind, numeral)


def _is_glued(before: str) -> bool:
    """Letters or figures stand right before it: RAV4, COVID-19, 3.2.1, 9:15, 555-1234."""
    if before and (before[-1].isalnum() or before[-1] in "_#@/\\&^"):
        return True
    if before[-2:-1] and before[-1] in "-–.:’'" and not before[-2].isspace():
        joined = before[:-1].lower()
        if before[-1] in "-–" and joined.rsplit(None, 1)[-1] in _words().prefixes:
            return False
        if before[-1] in ".’'" and not before[-2].isdigit():
            return before[-1] == "." and before[-2].isalpha()
        return True
    return False


def goes_on(text: str, at: int, end: int) -> bool:
    """Tell whether what ends there goes on as an ordinal, a time, a version, a year BC."""
    return _GOES_ON.match(text, at, end) is not None


def _is_bare_name(written: str, before: str, behind: str, numeral: Numeral) -> bool:
    if _GLUED_BEHIND.match(behind):
        return True
    return numeral.plain and (
        len(written) > _LONGEST
        or (written.startswith("0") and len(written) > 1)
        or _words().streets.match(behind) is not None
        or (before.endswith("[") and behind.startswith("]"))
        or _is_item(written, before, behind)
        or _is_age(before, behind)
        or _is_labelled(before, behind)
    )


def _is_item(written: str, before: str, behind: str) -> bool:
    """Tell the "2." of a list, at the beginning of a line or inside it."""
    if not before.strip():
        return _ITEM.match(behind) is not None
    return len(written) <= _ITEM_FIGURES and _ITEM_INSIDE.match(behind) is not None


def _is_age(before: str, behind: str) -> bool:
    """Tell "Jane Roe, 45, said" and "aged 45"."""
    apposed = not behind or behind.startswith((",", ")", ".", ";"))
    return _AGED.search(before) is not None or (apposed and _AGE.search(before) is not None)


def _is_labelled(before: str, behind: str) -> bool:
    """Tell "Section 427", "the Group of 20", "the Nikkei 225"."""
    words = _words()
    last = _LAST_WORD.search(before)
    if words.groups.search(before):
        return True
    if last is None or last[1].endswith((",", ":", ";")):
        return False
    word, many = last[1], counts_many(behind, 0, len(behind))
    if word.lower() in words.labels:
        return word[0].isupper() or not many
    # Every sentence begins with a capital, so its first word tells nothing.
    return word[0].isupper() and not many and before.strip() != word


def _is_worded_name(written: str, before: str, behind: str) -> bool:
    words = _words()
    lower = written.lower()
    following = _NEXT_WORD.match(behind)
    if lower == "one":
        return _is_pronoun(before, behind)
    if before[-1:] in ("-", "’", "'") and before[-2:-1].isalnum():
        return True
    if words.groups.search(before):
        return True
    if words.anaphors.search(before) and (
        following is None or following[1].lower() in words.functions
    ):
        return True  # "The two met", "all three of them"
    if not written[0].isupper() or not before.strip() or before.rstrip()[-1] in '.:—–-“"':
        return False  # At the beginning of a sentence it may be either.
    last = _LAST_WORD.search(before)
    # "Seven Network", "Kick Six"
    return (following is not None and following[1][0].isupper()) or (
        last is not None and last[1][0].isupper()
    )


def _is_pronoun(before: str, behind: str) -> bool:
    words = _words()
    following = _NEXT_WORD.match(behind)
    if following is None or before[-1:] in ("-", "’"):
        return True
    if words.ratio.match(behind):
        return False
    # "One US company"
    word = following[1] if following[1].isupper() else following[1].lower()
    if word in words.one_before or word in words.functions:
        return True
    last = _LAST_WORD.search(before)
    return last is not None and last[1].lower() in words.one_behind
