"""Words and marks of a block, for rules that look at what stands beside what."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.spans import Span

# A possessive or a shortened verb stands alone ("Clinton" + "'s"); a name's apostrophe does
# not ("O'Brien"), nor does "n't". Two apostrophes and two backticks are quotation marks. The
# full stop of an abbreviation or initial belongs to it.
_SHORT = r"['’](?:[sSdDmM]|re|ve|ll|RE|VE|LL)\b"
_ABBREVIATED = "|".join(
    rf"(?<=\b{word}\.)"
    for word in (
        *("[A-Z]", "Mr", "Ms", "Dr", "Jr", "Sr", "Lt", "vs", "St"),
        *("Mrs", "Sen", "Rep", "Gov", "Gen", "Col", "Sgt", "Adm", "Rev", "Hon", "Inc", "Ltd"),
        *("Capt", "Corp", "Prof", "Reps", "Sens", "Supt"),
    )
)
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    rf"|[@#$£€]?[^\W_]+(?:[.&/-][^\W_]+|(?<=\d),\d{{3}}|(?!{_SHORT})['’][^\W_]+|_+[^\W_]+)*"
    rf"(?:\.(?=\s)(?:{_ABBREVIATED}))?"
    rf"|{_SHORT}"
    r"|''|``|--+|\.\.+"
    r"|[^\w\s]|_+"
)


class Tokens(NamedTuple):
    """The tokens of a block; the lists are parallel."""

    written: list[str]
    lower: list[str]
    """Lower case, with straight apostrophes."""
    starts: list[int]
    """Offsets in the document's text."""
    ends: list[int]

    def span(self, first: int, last: int) -> Span:
        """Return what the tokens ``first`` to ``last``, both included, cover."""
        return Span(self.starts[first], self.ends[last])


def tokenise(text: str, span: Span) -> Tokens:
    """Cut a span of the text into words and marks."""
    found = [match.span() for match in _TOKEN.finditer(text, *span)]
    written = [text[start:end] for start, end in found]
    lower = [word.lower() for word in written]
    if "’" in text[slice(*span)]:
        lower = [word.replace("’", "'") for word in lower]
    return Tokens(written, lower, [start for start, _ in found], [end for _, end in found])
