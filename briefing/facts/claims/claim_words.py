"""Where a claim begins and ends within the words that hold it, and which words hold none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing.facts.claims.predicates import clause_words, find_predicate
from briefing.facts.claims.wording import Word, Wording
from briefing.lexicons import load_words
from briefing.spans import Span

_OPENERS = "“\"‘'([{—–-*•…,;: \t\n"
_CLOSERS = "”\"’')]},;:.!—–-… \t\n"
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]\.){2,}$")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{3,30}(?:,[^—–―()\n]{1,40})?(?: ?\([^()\n]{2,20}\))? ?(?:—|–|―|--| - ) ?(?=\S)"
)
_CONDITION = re.compile(
    r"(?:Only |Even |Especially )?(?:If|Unless|Provided that|Assuming)\b[^,;:—?!]{2,160},\s+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[\s,;]+(?:and|but|or|nor|while|because|although|though)$", re.IGNORECASE)
_FRAME_LONGEST = 90
_FRAME_WORDS = 9
_JOINING = 12
"""Characters of the longest word that joins two claims, with what is before it."""
_SPEECH_TAG = 90
"""Characters of the words that say who asks."""
_QUOTES = ("”", '"', "’", "'")
_FEWEST = 3
"""Words of a claim that the article makes itself."""
_SURELY = 9
"""Words of a sentence that has a verb even where none is known."""
_PAIRS = {"”": "“", '"': '"', "’": "‘", ")": "(", "]": "[", "}": "{"}


class Trimmed(NamedTuple):
    """A claim without what leads up to it."""

    span: Span
    condition: Span | None
    """The leading condition, which limits the claim; its comma left out."""


@cache
def _leads() -> re.Pattern[str]:
    words = load_words("clauses")
    plain = "|".join(sorted(map(re.escape, words["connectives"]), key=len, reverse=True))
    bare = "|".join(sorted(map(re.escape, words["bare"]), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:{plain})\s?,\s+|(?:{bare})\s+(?!far\b|much\b|many\b|few\b|that\b)|that\s+)",
        re.IGNORECASE,
    )


@cache
def _frames() -> re.Pattern[str]:
    words = load_words("clauses")
    listed = sorted((*words["frames"], *words["concessions"]), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, listed))})\s", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    words = load_words("clauses")
    listed = sorted((*words["page_words"], *words["greetings"]), key=len, reverse=True)
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, listed))})(?!\w)", re.IGNORECASE)


def trim_claim(wording: Wording, span: Span) -> Trimmed:
    """Leave out quotation marks, connectives, a leading condition or frame, and what ends it."""
    text = wording.text
    condition = None
    span = trim_marks(text, span)
    if dateline := _DATELINE.match(text, *span):
        span = trim_marks(text, Span(dateline.end(), span.end))
    while True:
        if lead := _leads().match(text, *span):
            cut = lead.end()
        elif found := _CONDITION.match(text, *span):
            cut = found.end()
            condition = Span(found.start(), found.start() + found[0].rindex(","))
        else:
            cut = _frame_end(wording, span)
        rest = trim_marks(text, Span(cut, span.end)) if cut > span.start else span
        if rest == span or rest.start >= rest.end:
            return Trimmed(span, condition)
        span = rest


def _frame_end(wording: Wording, span: Span) -> int:
    """Return where the claim begins after "For the port, …"; the span's start without one."""
    text = wording.text
    if not _frames().match(text, *span):
        return span.start
    comma = text.find(", ", span.start, min(span.end, span.start + _FRAME_LONGEST))
    if comma < 0:
        return span.start
    frame = wording.within(Span(span.start, comma))
    # A figure, a year or a name of a month is part of what is claimed.
    if len(frame) > _FRAME_WORDS or any(char.isdigit() for char in text[span.start : comma]):
        return span.start
    said = find_predicate(frame)
    if said is not None and not _is_subordinate(frame, said):
        return span.start
    rest = wording.within(Span(comma, min(span.end, comma + 200)))
    if not rest or rest[0].lower in clause_words().conjunctions:
        return span.start
    return comma + 2 if find_predicate(rest) is not None else span.start


def _is_subordinate(frame: Sequence[Word], predicate: int) -> bool:
    """Tell whether the verb of a frame is none of the main clause: "As he slept, …".

    "For years he sold boats, …" has the main verb before the comma.
    """
    lists = clause_words()
    openers = lists.subordinators | lists.relative
    return any(word.lower in openers for word in frame[:predicate])


def trim_end(text: str, span: Span) -> Span:
    """Leave out a word at the end that joins a claim to the next."""
    found = _TRAILING.search(text, max(span.start, span.end - _JOINING), span.end)
    return trim_marks(text, Span(span.start, found.start())) if found else span


def trim_marks(text: str, span: Span) -> Span:
    """Leave out white space and punctuation at both ends; brackets and quotes only in pairs."""
    start, end = span
    while start < end:
        if text[start] in _OPENERS and not _closed_inside(text, start, end):
            start += 1
        elif text[end - 1] in _CLOSERS and not _opened_inside(text, start, end):
            end -= 1
        elif text[start] in '“"([' and text[end - 1] in '”")]' and _is_pair(text, start, end):
            start, end = start + 1, end - 1
        else:
            break
    return Span(start, end)


def _closed_inside(text: str, start: int, end: int) -> bool:
    """Tell whether an opening mark has its partner in the span."""
    mark = text[start]
    closer = {"“": "”", '"': '"', "‘": "’", "(": ")", "[": "]", "{": "}"}.get(mark)
    if closer is None:
        return False
    return text.find(closer, start + 1, end) >= 0


def _opened_inside(text: str, start: int, end: int) -> bool:
    mark = text[end - 1]
    if mark == ".":
        return _ABBREVIATED.search(text, max(start, end - 12), end) is not None
    if mark in "’'" and end - 2 >= start and text[end - 2] == "s":
        return text.find("‘" if mark == "’" else "'", start, end - 1) < 0
    opener = _PAIRS.get(mark)
    return opener is not None and text.find(opener, start, end - 1) >= 0


def _is_pair(text: str, start: int, end: int) -> bool:
    opener, closer = text[start], text[end - 1]
    if _PAIRS[closer] != opener:
        return False
    inner = text.find(closer, start + 1, end - 1)
    return inner < 0


def says_nothing(wording: Wording, span: Span) -> bool:
    """Tell whether words hold no claim: a question, a command, a greeting, a label, no verb."""
    text = wording.text
    if asks(text, span) or _labels().match(text, *span):
        return True
    words = wording.within(span)
    if len(words) < _FEWEST or is_command(words):
        return True
    # No list of verbs is whole: what is long and ends like a sentence is one.
    ends = "." in text[max(span.start, span.end - 3) : span.end]
    return find_predicate(words) is None and not (ends and len(words) >= _SURELY)


def asks(text: str, span: Span) -> bool:
    """Tell whether words are a question; "It failed, right?" is none."""
    words = text[max(span.start, span.end - 24) : span.end].rstrip("”\"’') \n,—–-")
    if words.endswith("?"):
        return not _is_tag(words)
    # "Did it?" he asked: the rest only says who asks.
    mark = text.rfind("?", *span)
    if mark < 0 or text[mark + 1 : mark + 2] not in _QUOTES or span.end - mark > _SPEECH_TAG:
        return False
    return not _is_tag(text[max(span.start, mark - 24) : mark + 1])


def _is_tag(words: str) -> bool:
    """Tell whether a question only asks for a nod: "It failed, right?"."""
    _, comma, tag = words.rstrip("?! ").rpartition(", ")
    return bool(comma) and tag.lower().replace("’", "'") in clause_words().tags


def is_command(words: Sequence[Word]) -> bool:
    """Tell whether words begin like a command: a bare verb, and what it bears on.

    "Vote counting began" is none: what follows the verb is no object, place or adverb.
    """
    lists = clause_words()
    first = 1 if words and words[0].lower in lists.before_commands else 0
    if len(words) <= first or words[first].lower not in lists.commands:
        return False
    following = words[first + 1].lower if len(words) > first + 1 else ""
    return following in lists.objects
