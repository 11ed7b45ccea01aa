"""Who stands between a source and the article: whom it has it from, and who brought it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.facts.attributions.source_kinds import kind_of, source_words
from briefing.model import Attribution, Document, Via
from briefing.spans import Span

_PHRASE = r"[^,;:.!?()“”\"—–\n]{2,90}"
_WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*")
_REACH = 160
# "told CNN", "in an interview with The Daily Herald on Friday".
_CARRIER = re.compile(
    r"(?:told|tells|telling|interview with|appearance on|speaking (?:to|on)|statement to)\s+"
    r"((?:the |The )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&-]*){0,4})"
)


@cache
def _origin() -> re.Pattern[str]:
    openers = "|".join(sorted(source_words().origins, key=len, reverse=True))
    briefed = rf"whom\s+({_PHRASE}?)\s+(?:has|have|had)?\s*(?:briefed|told|informed)\b"
    return re.compile(rf"\b(?:{briefed}|(?:{openers})\s+({_PHRASE}))", re.IGNORECASE)


@cache
def _second() -> re.Pattern[str]:
    """Match "[that] the ministry had said" at the beginning of what a source says."""
    verbs = "|".join(sorted(source_words().second_cues, key=len, reverse=True))
    return re.compile(
        r"(?:that )?((?:the |The |its |their |a )?[^\W\d_][\w’'-]*(?: [\w’'-]+){0,3}?)"
        rf" (?:has |have |had )?(?:also |already )?(?:{verbs})\b(?: that\b)?"
    )


def find_vias(document: Document, attribution: Attribution) -> tuple[Via, ...]:
    """Find who stands between a source and the article, in text order."""
    found = {
        via.span: via
        for via in (*_origins(document, attribution), *_carriers(document, attribution))
    }
    return tuple(found[span] for span in sorted(found))


def _origins(document: Document, attribution: Attribution) -> Iterator[Via]:
    text = document.text
    for span in attribution.source:
        if match := _origin().search(text, span.start, min(span.end, span.start + _REACH)):
            yield Via(span=_phrase(match).strip(text), kind="origin")
    end = max(span.end for span in (*attribution.source, *attribution.cue))
    match = _origin().search(text, end, _limit(document, end))
    if match and not any(span.meets(_phrase(match)) for span in attribution.content):
        yield Via(span=_phrase(match).strip(text), kind="origin")
    first = attribution.content[0]
    match = _second().match(text, first.start, min(first.end, first.start + _REACH))
    if match and _is_second(match[1]):
        yield Via(span=Span(*match.span(1)), kind="origin")


def _phrase(match: re.Match[str]) -> Span:
    return Span(*match.span(match.lastindex or 0))


def _is_second(words: str) -> bool:
    """Tell whether words name somebody who may have told a source.

    A person's name is left out: "Mr. Lee said the mayor believed it" speaks of the mayor.
    """
    kind = kind_of(words)
    plain = words.split()
    if kind == "unnamed":
        return any(word.lower() in source_words().people for word in plain)
    if kind != "named":
        return False
    return not plain[-1][0].isupper() and plain[-1].lower() not in ("letter",)


def _carriers(document: Document, attribution: Attribution) -> Iterator[Via]:
    text = document.text
    start = min(span.start for span in (*attribution.cue, *attribution.source))
    end = max(span.end for span in (*attribution.cue, *attribution.source))
    for match in _CARRIER.finditer(text, start, _limit(document, end)):
        span = _name(text, Span(*match.span(1)))
        words = span.of(text)
        inside = any(content.covers(span) for content in attribution.content)
        if not inside and is_outlet(words) and not _is_publisher(document, words):
            yield Via(span=span, kind="carrier")
            return


def _name(text: str, span: Span) -> Span:
    """Leave out the day and the marks behind a name: "told CNN Monday.", "told CNN’s"."""
    words = span.of(text).rstrip(".'’-&")
    head, _, last = words.rpartition(" ")
    if head and last.lower() in source_words().no_names:
        words = head
    words = words.removesuffix("'s").removesuffix("’s")
    return Span(span.start, span.start + len(words))


def _limit(document: Document, end: int) -> int:
    """Return how far behind a cue its circumstances may reach: not over a line."""
    stop = document.text.find("\n", end, end + _REACH)
    return stop if stop >= 0 else min(len(document.text), end + _REACH)


def is_outlet(words: str) -> bool:
    """Tell whether a name is that of a paper, an agency or a broadcaster."""
    classes = source_words()
    plain = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(words)]
    return any(word in classes.outlets for word in plain) or (
        bool(plain) and plain[-1] in classes.outlet_names
    )


def _is_publisher(document: Document, words: str) -> bool:
    return kind_of(words, document.publisher) == "publisher"
