"""Speakers: whom a pronoun, a surname or another short form stands for.

Only what the text makes safe is said: where two could be meant, nobody is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from briefing.facts.attributions.names import Names, strip_name
from briefing.facts.attributions.source_kinds import kind_of, source_words
from briefing.model import Attribution, Document
from briefing.spans import Span

_BACK = 2
"""Sentences before a pronoun in which a source may stand that it takes up."""
_CAPITAL = re.compile(
    r"[A-Z][^\W_]*(?:[.’'-][^\W_]+){0,4}\.?(?: [A-Z][^\W_]*(?:[.’'-][^\W_]+){0,4}\.?){0,9}"
)
# Who stands right before "who": "Ann Lee, who", "the men who".
_ANTECEDENT = re.compile(r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}),? $")
# "The Putin-Kim Pact": most words of a headline have a capital, and name nobody.
_TITLED = ("title", "heading")
_WINDOW = 80
_NOT_TOLD = 300


class _Told(NamedTuple):
    """A source that was named or described, and where."""

    at: int
    """Sentence."""
    speaker: str
    offset: int
    person: bool
    """Known to be a person, as "he" and "she" stood for it."""


def name_speakers(document: Document, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Add to attributions, which come in text order, whom their short forms stand for."""
    text = document.text
    prose = (block.span for block in document.blocks if block.kind not in _TITLED)
    names = Names(text, prose)
    starts = [sentence.start for sentence in document.sentences]
    told: list[_Told] = []
    for attribution in found:
        source = attribution.source[0] if attribution.source else None
        if source is None:
            yield attribution
            continue
        at = bisect_right(starts, source.start) - 1
        speaker = _speaker(document, names, attribution, source, told, at)
        words = speaker or source.of(text)
        if attribution.source_kind != "pronoun" or speaker:
            told.append(
                _Told(at, _main_words(words), source.start, _is_personal(attribution, source, text))
            )
            del told[:-8]
        yield attribution if speaker is None else replace(attribution, speaker=speaker)


def _speaker(
    document: Document,
    names: Names,
    attribution: Attribution,
    source: Span,
    told: list[_Told],
    at: int,
) -> str | None:
    words = source.of(document.text)
    classes = source_words()
    if attribution.source_kind == "pronoun":
        word = words.lower()
        if word in classes.persons:
            return _person(document, names, word, source, told, at)
        if word in classes.groups:
            return _last(told, at, names, "group")
        if word in classes.bodies:
            return _last(told, at, names, "body")
        return _antecedent(document, names, source) if word == "who" else None
    if len(words) > _NOT_TOLD:
        return None
    if described := _described(words, told):
        return described
    name = names.full(_main_words(words), source.start)
    return name.span.of(document.text) if name else None


def _is_personal(attribution: Attribution, source: Span, text: str) -> bool:
    return attribution.source_kind == "pronoun" and (
        source.of(text).lower() in source_words().persons
    )


def _described(words: str, told: list[_Told]) -> str | None:
    """Return the one source before that "the officials" can take up."""
    plain = words.lower().split()
    if len(plain) != 2 or plain[0] not in ("the", "these", "those"):
        return None
    if plain[1] not in source_words().people:
        return None
    fuller = dict.fromkeys(
        one.speaker
        for one in told
        if plain[1] in one.speaker.lower().split() and one.speaker.lower() != words.lower()
    )
    return next(iter(fuller)) if len(fuller) == 1 else None


def _main_words(words: str) -> str:
    """Return the words before a comma or bracket: "Shin" of "Shin, the adviser,"."""
    return re.split(r"[,(]", words, maxsplit=1)[0].strip()


def _last(told: list[_Told], at: int, names: Names, kind: str) -> str | None:
    """Return the last source, where it is of a kind and not far back."""
    if not told or at - told[-1].at > _BACK:
        return None
    last = told[-1]
    found = _class_of(last.speaker, names, last.offset)
    if last.person:
        found = "person"
    elif kind == "body" and found == "person" and last.speaker.endswith("s"):
        # "Northern Sound Ferries" is called like a person, but for its plural.
        found = "body" if not names.gender(last.speaker) else found
    return last.speaker if found == kind else None


def _person(
    document: Document, names: Names, word: str, source: Span, told: list[_Told], at: int
) -> str | None:
    """Take the last source, if a "he" or "she" can be that; else the one person near it.

    Whoever else stands between makes both unsafe, unless what is known of the others'
    names rules them out.
    """
    gender = "male" if word in source_words().masculine else "female"
    opens = at >= 0 and document.sentences[at].start == source.start
    last = _last(told, at, names, "person")
    if last and (known := names.full(last, source.start)):
        last = known.span.of(document.text)
    fits = last is not None and names.gender(last) in ("", gender)
    if fits and told[-1].at == at and told[-1].person:
        return last
    if fits and opens and told[-1].at == at - 1:
        # "Ann Lee said … She said": a sentence that opens so goes on with its source.
        return last
    begin = document.sentences[max(0, at - 1)].start
    near: dict[str, None] = {}
    for match in _CAPITAL.finditer(document.text, begin, source.start):
        person = _full_name(document, names, Span(*match.span()))
        if person and names.gender(person) in ("", gender):
            near[person] = None
    if last and fits and (not near or last in near):
        return last if len(near) < 2 or names.gender(last) else None
    if len(near) != 1 or last:
        return None
    # Whoever has not spoken yet must be known for a man or a woman: "Wall Street" is neither.
    [only] = near
    return only if names.gender(only) == gender else None


def _full_name(document: Document, names: Names, span: Span) -> str | None:
    """Return the full name of a person mentioned; None for what may be no person."""
    name = strip_name(document.text, span)
    if name is None:
        return None
    words = name.span.of(document.text)
    if len(name.words) == 1:
        known = names.full(words, span.start + 1)
        return known.span.of(document.text) if known and _is_person(known.words) else None
    return words if _is_person(name.words) else None


def _is_person(words: tuple[str, ...]) -> bool:
    """Tell a person's name by its length and by what no person's name holds."""
    classes = source_words()
    no_person = classes.outlet_names | classes.people | {"of", "for", "the", "party", "house"}
    return len(words) in (2, 3) and not any(word in no_person for word in words)


def _antecedent(document: Document, names: Names, source: Span) -> str | None:
    before = document.text[max(0, source.start - _WINDOW) : source.start]
    match = _ANTECEDENT.search(before)
    if match is None:
        return None
    start = max(0, source.start - _WINDOW) + match.start(1)
    return _full_name(document, names, Span(start, start + len(match[1])))


def _class_of(words: str, names: Names, before: int) -> str:
    """Tell whether a source is a person, several people or a body."""
    main = _main_words(words)
    kind = kind_of(main)
    plain = main.lower().split()
    if not plain:
        return "other"
    noun = plain[-1]
    head = next((w for w in reversed(plain) if w in source_words().people), "")
    if kind == "unnamed":
        return "group" if (head or noun).endswith(("s", "people")) else "other"
    found = list(_CAPITAL.finditer(main))
    if found:
        name = strip_name(main, Span(*found[-1].span()))
        short = name is not None and len(name.words) == 1 and names.full(main, before)
        if name and (short or _is_person(name.words)):
            return "person"
    return "group" if " and " in main else "body"
