"""What a sentence says, as far as its single words tell: what restatements are found by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.errors import LexiconError
from briefing.lexicons import load_lexicon, load_words
from briefing.lexicons.loader import check_list
from briefing.lexicons.values import load_list, load_names, load_values
from briefing.repeats.stemming import stem
from briefing.spans import Span

_LEXICON = "restatements"
_LONGEST = 3_000
"""Characters. What is longer, such as a page without full stops, is no sentence."""
_STRAIGHT = str.maketrans("’‘", "''")
_NAME_GAPS = frozenset({" ", "-", ". ", " of ", " the "})
"""What stands between two words of one name."""
# "was sent", "is widely expected": also what is no participle counts, as it costs no link.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s(?:\w+ly\s)?"
    r"\w{2,}(?:ed|en|wn|ld|nt|ght|lt|st|pt|ck|und|ung|ade)\b"
)

Side = tuple[int, bool]
"""The number of two opposites, and which of the two."""


class Run(NamedTuple):
    """Capitalised words in a row: a name, or the first word of a sentence."""

    stems: tuple[str, ...]
    opens: bool
    """It opens the sentence, where any word is capitalised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentWords:
    """The words of a sentence that say something, by their stems, and how it says them."""

    stems: tuple[str, ...] = ()
    """In text order; words that mean the same share one."""
    distinct: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    """Those that name who says so."""
    sayers: frozenset[str] = frozenset()
    """Those that only stand in who says so or in the verb of saying: no part of what is said."""
    numbers: frozenset[str] = frozenset()
    """Those in what is said."""
    runs: tuple[Run, ...] = ()
    sides: frozenset[Side] = frozenset()
    """The opposites that it names."""
    light: int = 0
    """How many words hold it together: a label or a credit has hardly any."""
    denies: bool = False
    supposes: bool = False
    """It says what may be or is hoped for, not what is."""
    asks: bool = False
    passive: bool = False


class _Meaning(NamedTuple):
    """What a word, or a phrase of the lexicon, is worth anywhere."""

    stem: str
    is_light: bool
    is_number: bool
    is_capital: bool
    is_letter: bool
    """An initial, or a letter of an abbreviation: it names nothing."""
    sides: frozenset[Side]


class _Word(NamedTuple):
    """A word that says something, where it stands."""

    meaning: _Meaning
    span: Span
    opens: bool
    """No word of the sentence stands before it."""


@dataclass(frozen=True, slots=True)
class _Lists:
    light: frozenset[str]
    numbers: Mapping[str, str]
    synonyms: Mapping[str, str]
    opposites: Mapping[str, frozenset[Side]]
    negation: re.Pattern[str]
    possibility: re.Pattern[str]
    token: re.Pattern[str]


def read_content_words(
    text: str, sentence: Span, sources: Sequence[Span] = (), cues: Sequence[Span] = ()
) -> ContentWords:
    """Read the words of a sentence.

    Args:
        text: The document's.
        sentence: Where it stands.
        sources: Where it names who says so.
        cues: The verbs of saying.
    """
    if sentence.end - sentence.start > _LONGEST:
        return ContentWords()
    lists = _lists()
    words: list[_Word] = []
    sides: set[Side] = set()
    light = 0
    for match in lists.token.finditer(text, *sentence):
        meaning = _meaning(match.group())
        sides |= meaning.sides
        if meaning.is_light:
            light += 1
        elif not meaning.is_letter:
            words.append(_Word(meaning, Span(*match.span()), not words and not light))
    stems = [word.meaning.stem for word in words]
    distinct = said = frozenset(stems)
    told_by: frozenset[str] = frozenset()
    if sources or cues:
        told_by = frozenset(w.meaning.stem for w in words if _within(w, sources))
        said = frozenset(w.meaning.stem for w in words if not _within(w, cues)) - told_by
    plain = _plain(sentence.of(text))
    return ContentWords(
        stems=tuple(stems),
        distinct=distinct,
        sources=told_by,
        sayers=distinct - said,
        numbers=frozenset(w.meaning.stem for w in words if w.meaning.is_number) & said,
        runs=tuple(_runs(text, words)),
        sides=frozenset(sides),
        light=light,
        denies=lists.negation.search(plain) is not None,
        supposes=lists.possibility.search(plain) is not None,
        asks="?" in plain,
        passive=_PASSIVE.search(plain) is not None,
    )


def is_denied(text: str, spans: Iterable[Span]) -> bool:
    """Tell whether a negation stands in one of some pieces of text."""
    negation = _lists().negation
    return any(negation.search(_plain(span.of(text))) for span in spans)


def _plain(text: str) -> str:
    return text.lower().translate(_STRAIGHT)


@lru_cache(maxsize=65_536)
def _meaning(written: str) -> _Meaning:
    lists = _lists()
    word = _plain(written).removesuffix("'s").removesuffix("'")
    number = word.replace(",", "") if word[0].isdigit() else lists.numbers.get(word)
    root = stem(word)
    return _Meaning(
        stem=number or lists.synonyms.get(root, root),
        is_light=number is None and word in lists.light,
        is_number=number is not None,
        is_capital=number is None and written[0].isupper(),
        is_letter=number is None and len(word) == 1,
        sides=lists.opposites.get(root, frozenset()),
    )


def _within(word: _Word, spans: Sequence[Span]) -> bool:
    return any(span.covers(word.span) for span in spans)


def _runs(text: str, words: Iterable[_Word]) -> Iterator[Run]:
    run: list[_Word] = []
    for word in words:
        if not word.meaning.is_capital:
            continue
        if run and text[run[-1].span.end : word.span.start] not in _NAME_GAPS:
            yield _run_of(run)
            run = []
        run.append(word)
    if run:
        yield _run_of(run)


def _run_of(words: Sequence[_Word]) -> Run:
    return Run(tuple(word.meaning.stem for word in words), words[0].opens)


@cache
def _lists() -> _Lists:
    ways = load_names(_LEXICON, "synonyms")
    phrases = sorted((way for way in ways if " " in way), key=len, reverse=True)
    small = {**load_values("numbers", "small"), **load_values("numbers", "tens")}
    negations, possibilities = _any_of("negations"), _any_of("possibilities")
    return _Lists(
        light=frozenset(load_words("languages")["en"]) | frozenset(load_list(_LEXICON, "light")),
        # "One" is more often a pronoun than a number.
        numbers={word: f"{worth:g}" for word, worth in small.items() if worth != 1},
        synonyms={stem(way): group for way, group in ways.items()},
        opposites=_opposites(),
        negation=re.compile(rf"\b(?:{negations})\b|n't\b"),
        possibility=re.compile(rf"\b(?:{possibilities})\b"),
        token=re.compile(
            rf"\b(?:{'|'.join(map(re.escape, phrases))})\b"
            r"|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?",
            re.IGNORECASE,
        ),
    )


def _any_of(key: str) -> str:
    return "|".join(map(re.escape, load_list(_LEXICON, key)))


def _opposites() -> Mapping[str, frozenset[Side]]:
    """Read which opposites a word names; it may stand in several.

    Raises:
        LexiconError: The lexicon holds something else than pairs of lists.
    """
    pairs = load_lexicon(_LEXICON).get("opposites")
    if not isinstance(pairs, list) or not all(isinstance(p, list) and len(p) == 2 for p in pairs):
        raise LexiconError(f"{_LEXICON}.yaml", "opposites", "must be a list of pairs of lists")
    sides: dict[str, frozenset[Side]] = {}
    for number, pair in enumerate(pairs):
        for second, words in enumerate(pair):
            for word in check_list(_LEXICON, "opposites", words):
                root = stem(word)
                sides[root] = sides.get(root, frozenset()) | {(number, bool(second))}
    return sides
