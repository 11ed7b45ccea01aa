"""Words and marks of a block, for rules that look at what stands beside what."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.spans import Span

# A possessive or a shortened verb stands alone ("Clinton" + "'s"); a name's apostrophe does
# not ("O'Brien"), nor does "n't". Two apostrophes and two backticks are quotation marks.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Jr|Sr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Prof|Rev|Hon|Inc|Corp|Ltd|vs)"
    r"\.(?=\s)"
    r"|[@#$£€]?[^\W_]+(?:[.&/-][^\W_]+|(?<=\d),\d{3}|['’](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+|_+[^\W_]+)*"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|''|``|--+|\.\.+"
    r"|[^\w\s]|_+",
    re.IGNORECASE,
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
    lower = [word.lower().replace("’", "'") for word in written]
    return Tokens(written, lower, [start for start, _ in found], [end for _, end in found])
