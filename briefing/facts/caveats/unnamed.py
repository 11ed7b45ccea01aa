"""Sources that are described but not named: people who say something in the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.facts.caveats.people import Phrase, find_people, load_people
from briefing.facts.caveats.triggers import Trigger
from briefing.spans import Span

_CLAUSE = 14
"""Words of a clause between people and their verb: "who spoke on condition of anonymity"."""
# What stands before a verb that is turned round, “…,” said one; not in "she told officials".
_TURNED = (",", "”", '"', "''", "?", "!", "'", "’")


def find_unnamed(text: str, sentence: Span) -> Iterator[Trigger]:
    """Find people who are the source of something and have no name in the sentence.

    Yields:
        The noun phrase, with what says which people they are ("familiar with the talks").
    """
    # Whoever asked for anonymity is a source, whatever the verb; the first people are meant.
    anonymous = "anonymity" in sentence.of(text)
    for phrase in find_people(text, sentence):
        if anonymous or _is_source(phrase):
            anonymous = False
            yield Trigger(phrase.span, "unnamed_source")


def _is_source(phrase: Phrase) -> bool:
    """Tell whether the people are the source of something."""
    known = load_people()
    noun = phrase.words[phrase.noun].lower
    if _knows(phrase):
        return True
    if not _is_new(phrase):
        return False
    if _is_after_cue(phrase):
        return True
    if _is_bare(phrase) or phrase.lower(phrase.first - 1) in known.objects:
        return False
    if noun in known.loose and phrase.last > phrase.noun:
        return False
    after = phrase.lower(phrase.last + 1)
    if noun == "insiders" and (after in known.light or after in known.be):
        return True
    if after == "who":
        return noun not in known.loose and _says_in_clause(phrase)
    return _says(phrase, _after_commas(phrase))


def _knows(phrase: Phrase) -> bool:
    """Tell whether they are described by what they know: "briefed on the talks"."""
    tail = range(phrase.noun + 1, min(phrase.last, phrase.noun + 3) + 1)
    return any(phrase.lower(at) in load_people().knowing for at in tail)


def _is_new(phrase: Phrase) -> bool:
    """Tell "the leader", named before, and a whole crowd from people whom nobody names."""
    known = load_people()
    noun = phrase.words[phrase.noun].lower
    if phrase.lower(phrase.first) == "the" and not noun.endswith("s") and noun not in known.fresh:
        return False
    counted = any(phrase.lower(at) in known.quantifiers for at in range(phrase.first, phrase.noun))
    return counted or noun not in known.crowds


def _is_bare(phrase: Phrase) -> bool:
    """Tell whether one person has no article, which makes it a headline or no person."""
    noun = phrase.words[phrase.noun].lower
    return phrase.first == phrase.noun and not noun.endswith("s") and noun != "people"


def _is_after_cue(phrase: Phrase) -> bool:
    """Tell whether what makes a source stands before: "according to"; “…,” said one."""
    known = load_people()
    before, further = phrase.lower(phrase.first - 1), phrase.lower(phrase.first - 2)
    if before in known.before or f"{further} {before}" in known.before:
        return True
    return before in known.inverted and further in _TURNED


def _says(phrase: Phrase, at: int) -> bool:
    """Tell whether a verb of saying comes next: "have long argued", "are saying".

    Not where they are spoken of: "were told", "accused of theft".
    """
    known = load_people()
    being = False
    while word := phrase.lower(at):
        if word in known.cues:
            passive = phrase.lower(at + 1) in ("of", "by", "as")
            return being if word.endswith("ing") else not (being or passive)
        if word in known.be:
            being = True
        elif word not in known.light and not word.endswith("ly"):
            return False
        at += 1
    return False


def _says_in_clause(phrase: Phrase) -> bool:
    """Tell whether "who …" leads to a verb of saying: "who saw it said", not "who are told"."""
    known = load_people()
    for at in range(phrase.last + 2, min(len(phrase.words), phrase.last + 2 + _CLAUSE)):
        if phrase.words[at].mark:
            return False
        if phrase.lower(at) in known.cues:
            return phrase.lower(at - 1) not in known.be
    return False


def _after_commas(phrase: Phrase) -> int:
    """Return what follows a clause in commas: "critics, many of them Catholics, argue"."""
    at = phrase.last + 1
    if phrase.lower(at) != ",":
        return at
    ends = (end for end in range(at + 1, at + 1 + _CLAUSE) if phrase.lower(end) in (",", "-", "—"))
    return next(ends, at - 1) + 1
