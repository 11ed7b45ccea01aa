"""What date words look like: where they begin, and one expression a kind.

Every repetition is bounded, so that a match costs a constant wherever a word can begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from briefing.facts.tries import Beginnings, trie
from briefing.lexicons.values import load_list, load_names, load_values

Kinds = tuple[tuple[str, re.Pattern[str]], ...]
"""Names of kinds and their expressions, in the order in which they are tried."""

FIGURES = "0"
"""Key of the kinds that begin with a figure."""
_SPACE = r"\s{1,3}"
_GAP = r"(?:\s{1,3}|-)"
_DASH = r"\s?[-–—]\s?"
_SHORT = 5
"""Letters of the longest way to shorten a name: "Thurs"."""
_WHOLE = frozenset(["march", "april", "may", "june", "july"])
"""Names that need no full stop, short as they are."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of dates and what each stands for; all in lower case."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    frames: Mapping[str, int]
    units: Mapping[str, str]
    seasons: Mapping[str, int]
    ordinals: Mapping[str, int]
    counts: Mapping[str, int]
    doubtful_months: frozenset[str]
    short_weekdays: frozenset[str]


@dataclass(frozen=True, slots=True)
class DatePatterns:
    """Expressions over the words."""

    beginnings: Beginnings
    by_word: Mapping[str, Kinds]
    """Kinds to try, by the first word in lower case."""
    framed_before: re.Pattern[str]
    """Ends with "last", "this" or "next", the group."""
    month_opened: re.Pattern[str]
    """Ends with a word that makes a doubtful month a month."""
    year_opened: re.Pattern[str]
    """Ends with a word that makes a number under 1900 a year."""
    counted: re.Pattern[str]
    """Begins with what makes a number an amount."""
    bound: re.Pattern[str]
    """Ends with a bound; the group says which."""
    ahead: re.Pattern[str]
    """Holds a word that turns a sentence to what is ahead."""
    back: re.Pattern[str]
    """Holds a verb of the past."""
    labelled: re.Pattern[str]
    """Ends with what makes figures a name: "Flight 2020"."""
    named_before: re.Pattern[str]
    named_after: re.Pattern[str]


@cache
def date_words() -> DateWords:
    """Read the words from the lexicons, once."""
    counts = {**load_values("numbers", "small"), **load_values("numbers", "tens")}
    return DateWords(
        months=_numbered("months"),
        weekdays=_numbered("weekdays"),
        days=_whole(load_values("dates", "days")),
        frames=_whole(load_values("dates", "frames")),
        units=load_names("dates", "units"),
        seasons=_numbered("seasons"),
        ordinals=_whole(load_values("dates", "ordinals")),
        counts=_whole(counts) | {"a": 1, "an": 1},
        doubtful_months=_lower("doubtful_months"),
        short_weekdays=_lower("short_weekdays"),
    )


def _numbered(key: str) -> dict[str, int]:
    return {way.lower(): int(number) for way, number in load_names("dates", key).items()}


def _whole(values: Mapping[str, float]) -> dict[str, int]:
    return {word: int(value) for word, value in values.items()}


def _lower(key: str) -> frozenset[str]:
    return frozenset(word.lower() for word in load_list("dates", key))


@cache
def date_patterns() -> DatePatterns:
    """Build the expressions from the lexicons, once."""
    ahead = [way for word in load_list("dates", "ahead") for way in (word, word.replace("'", "’"))]
    return DatePatterns(
        beginnings=_beginnings(),
        by_word=_by_word(),
        framed_before=re.compile(rf"\b({trie(date_words().frames)}){_SPACE}$"),
        month_opened=_ends_with(load_list("dates", "month_openers")),
        year_opened=_ends_with(load_list("dates", "year_openers")),
        counted=re.compile(rf"[\s-]{{1,3}}{trie(load_list('dates', 'counted'))}\b"),
        bound=re.compile(rf"\b{_bounds()}{_SPACE}(?:the{_SPACE})?$", re.IGNORECASE),
        ahead=re.compile(rf"(?<!\w){trie(ahead)}\b"),
        back=re.compile(rf"\b(?:{trie(load_list('dates', 'back'))}|[a-z]{{2,20}}ed)\b"),
        labelled=re.compile(rf"\b{trie(load_list('dates', 'labels'))}\.?\s$"),
        named_before=re.compile(rf"\b{trie(load_list('dates', 'names_before_weekdays'))}\s$"),
        named_after=re.compile(rf"\s{trie(load_list('dates', 'names_with_weekdays'))}\b"),
    )


def _ends_with(words: Iterable[str]) -> re.Pattern[str]:
    worded = [word for word in words if word[-1].isalpha()]
    signs = [rf"{re.escape(word)}\s?" for word in words if not word[0].isalpha()]
    return re.compile("(?:" + "|".join([rf"\b{trie(worded)}[.\s-]{{1,2}}", *signs]) + ")$")


def _bounds() -> str:
    names = load_names("dates", "bounds")
    return "|".join(
        f"(?P<{bound}>{trie(w for w in names if names[w] == bound)})"
        for bound in sorted(set(names.values()))
    ).join(("(?:", ")"))


def _beginnings() -> Beginnings:
    words = date_words()
    named = [*load_names("dates", "months"), *load_names("dates", "weekdays")]
    lower = [*words.days, *words.frames, *words.seasons, *words.counts, *load_list("dates", "few")]
    lower += [*load_list("dates", "parts"), "overnight", "year-end", "year end", "weekend"]
    lower += [
        f"{o}{gap}{u}" for o in words.ordinals for gap in " -" for u in ("quarter", "century")
    ]
    lower += [f"{half} half of" for half in ("first", "second")] + ["q1", "q2", "q3", "q4"]
    # Too frequent alone.
    lower = [word for word in lower if word not in ("a", "an", "this")]
    things = [*words.units, *words.seasons]
    lower += [f"{word} {unit}" for word in ("a", "an") for unit in words.units]
    lower += [f"this {thing}{s}" for thing in things for s in ("", "s") if thing[-1] != "s"]
    letters = "".join({w[0] + w[0].upper() for w in (*named, *lower)})
    return Beginnings(f"{trie(lower)}|{trie(named, capitals=True)}", letters + "'’")


def _by_word() -> Mapping[str, Kinds]:
    words, kinds = date_words(), _kinds()
    groups: tuple[tuple[Iterable[str], tuple[str, ...]], ...] = (
        (words.months, ("known", "month")),
        (words.weekdays, ("weekday",)),
        (words.days, ("day",)),
        (("overnight",), ("night",)),
        (("year",), ("end",)),
        (("weekend",), ("weekend",)),
        (load_list("dates", "parts"), ("end", "dated", "framed", "decade", "century")),
        (words.frames, ("stretch", "framed")),
        (words.seasons, ("dated",)),
        (("first", "second"), ("half",)),
        ((*words.counts, *load_list("dates", "few")), ("ago",)),
        ((*words.ordinals, "q1", "q2", "q3", "q4"), ("century", "quarter")),
        (
            (FIGURES,),
            ("known", "iso", "ago", "century", "decade", "quarter", "day_month", "years", "year"),
        ),
        (("'", "’"), ("decade",)),
    )
    names: dict[str, dict[str, None]] = {}
    for firsts, tried in groups:
        for first in {re.split(r"[\s-]", word)[0] for word in firsts}:
            names.setdefault(first, {}).update(dict.fromkeys(tried))
    return {first: tuple((name, kinds[name]) for name in tried) for first, tried in names.items()}


def _kinds() -> Mapping[str, re.Pattern[str]]:
    """One expression a kind of date words; ``date_finding`` reads the groups."""
    sources = {**_calendar_kinds(), **_counted_kinds(), **_long_kinds()}
    return {name: re.compile(source) for name, source in sources.items()}


def _day(name: str) -> str:
    return rf"(?P<{name}>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"


def _year(name: str = "year") -> str:
    return rf"(?P<{name}>[12]\d{{3}})(?![\w%]|[.,]\d)"


def _of_year(name: str = "year") -> str:
    return rf"(?:,?(?:{_SPACE}(?:of|in))?{_SPACE}{_year(name)})?"


def _capitals(key: str) -> str:
    """Names with their capitals, and short ones with their full stop."""
    names = load_names("dates", key)
    short = [w for w in names if len(w) <= _SHORT and w.lower() not in _WHOLE]
    stop = "|".join(f"(?<={way})" for w in short for way in (w, w.upper()))
    return rf"(?:{trie(names, capitals=True)}(?![A-Za-z])(?:(?:{stop})\.)?)"


def _calendar_kinds() -> Mapping[str, str]:
    """Days and months by name or number."""
    month, weekday = _capitals("months"), _capitals("weekdays")
    to_day = (
        rf"(?:(?:{_DASH}|{_SPACE}(?:and|to|through){_SPACE})"
        rf"(?:(?P<to_month>{month}){_SPACE})?{_day('to_day')})?"
    )
    of_month = rf"(?:{_SPACE}of)?{_SPACE}(?P<month>{month})"
    ordinal = r"(?:st|nd|rd|th)?"
    return {
        "known": rf"(?P<known>{trie(load_names('dates', 'known_days'))})(?![\d/])",
        "iso": r"(?P<value>\d{4}-(?:\d\d-\d\d|W\d\d))(?![\d-])",
        "month": rf"(?P<month>{month})(?:{_SPACE}(?:the{_SPACE})?{_day('day')}{to_day}{_of_year()}"
        rf"|(?:{_DASH}(?P<to_month2>{month}))?{_of_year('year2')})",
        "day_month": rf"(?P<day>\d{{1,2}})"
        rf"(?:(?:{_DASH}|\s(?:and|to|through)\s)(?P<to_day>\d{{1,2}}))?{ordinal}"
        rf"(?:{_SPACE}day)?{of_month}{_of_year()}",
        "weekday": rf"(?P<weekday>{weekday})(?:,?{_SPACE}(?:the{_SPACE})?"
        rf"(?:(?P<month2>{month}){_SPACE}{_day('day2')}"
        rf"|(?P<day>\d{{1,2}}){ordinal}{of_month}){_of_year()})?",
    }


def _counted_kinds() -> Mapping[str, str]:
    """Days counted from that of publication."""
    words = date_words()
    unit, frame = trie(words.units), trie(words.frames)
    count = (
        rf"(?:(?P<few>{trie(load_list('dates', 'few'))})|(?P<count>\d{{1,3}}(?:,\d{{3}})?(?:\.\d)?"
        rf"|{trie(words.counts)}(?:-{trie(words.counts)})?))"
    )
    part = rf"(?:{trie(load_list('dates', 'parts'))}{_GAP}(?:(?:in|the){_SPACE})?)?"
    which = rf"(?P<which>(?i:the|this|last|next)){_SPACE}(?P<unit>(?i:year|month|week))"
    return {
        "day": rf"(?P<word>{trie(words.days)})\b",
        "night": r"(?i:overnight)\b",
        "weekend": r"(?i:weekend)\b",
        "end": rf"(?:(?i:end|close){_SPACE}of{_SPACE}(?:(?:{which})|{_year()})"
        rf"|(?i:year)[-\s]end)\b(?!-|{_SPACE}of)",
        "framed": rf"{part}(?P<frame>{frame}){_SPACE}"
        rf"(?:(?P<unit>{unit})|(?P<season>{trie(words.seasons)}))\b(?!-|{_SPACE}of\b)",
        "stretch": rf"(?P<frame>{frame}){_SPACE}{count}{_SPACE}(?P<unit>{unit})\b(?!-)"
        rf"(?!{_SPACE}of{_SPACE}(?:his|her|their|its|my|the){_SPACE})",
        "ago": rf"{count}{_GAP}(?P<unit>{unit}){_SPACE}(?i:ago|from{_SPACE}(?:now|today))\b",
    }


def _long_kinds() -> Mapping[str, str]:
    """Years, and what is shorter or longer by a whole part of one."""
    words = date_words()
    ordinal = rf"(?P<ordinal>\d{{1,2}}(?=(?:st|nd|rd|th)\b)|{trie(words.ordinals)})(?:st|nd|rd|th)?"
    part = rf"(?:{trie(load_list('dates', 'parts'))}{_GAP}(?:(?:in|the){_SPACE})?)?"
    in_year = (
        rf"(?:(?:{_SPACE}of|,)?{_SPACE}(?:{_year()}|(?P<which>the|this|last|next){_SPACE}year))"
    )
    month = _capitals("months")
    return {
        "half": rf"(?P<half>(?i:first|second)){_SPACE}half{_SPACE}of{_SPACE}{_year()}",
        "dated": rf"{part}(?:(?P<season>{trie(words.seasons)})(?:{_SPACE}of)?{_SPACE}{_year()}"
        rf"(?:[-–/]\d\d(?!\w))?"
        rf"|(?P<month>{month}){_of_year('year2')}|(?<=[\s-]){_year('year3')})",
        "century": rf"{part}{ordinal}{_GAP}(?i:century|centuries)\b",
        "decade": rf"{part}(?:(?P<years>[12]\d{{2}}0)|['’]?(?P<short>[1-9]0))['’]?s\b",
        "quarter": rf"(?:{ordinal}{_GAP}(?i:quarter)|[Qq](?P<q>[1-4])){in_year}?(?!\w)",
        "years": r"(?P<year>[12]\d{3})[-–](?P<to_year>\d\d(?:\d\d)?)(?![\w-]|[.,]\d)",
        "year": rf"{_year()}(?![\w/]|[-–][A-Z]|[’'](?!s\b))",
    }
