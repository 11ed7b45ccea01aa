"""The fixed words of ours that the screen, the brief and every table share.

Everything else that is shown is words of the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.model import CaveatKind, Standing


class StandingWords(NamedTuple):
    """How a standing is shown."""

    glyph: str
    meaning: str
    """Completes "The claim …"."""


# From the firmest to the least firm: where several fit a claim, the last one wins.
STANDINGS: Mapping[Standing, StandingWords] = MappingProxyType(
    {
        "stated": StandingWords("●", "is the article's own, plainly said."),
        "reported": StandingWords("“", "is said by a source that the article names or describes."),
        "assessed": StandingWords("◆", "is concluded, believed or estimated."),
        "alleged": StandingWords("▲", "is an accusation, or marked as unproven."),
        "speculative": StandingWords("?", "is conditional, or no more than a possibility."),
        "disputed": StandingWords("✕", "is denied or contradicted by a party."),
    }
)

CAVEATS: Mapping[CaveatKind, str] = MappingProxyType(
    {
        "unnamed_source": "source not named",
        "secondhand": "second-hand",
        "alleged": "accusation",
        "hedged": "less than certain",
        "conditional": "only if",
        "approximate": "not exact",
        "undisclosed": "held back",
        "no_comment": "no comment",
        "denied": "denied",
        "unverified": "not verified",
        "forecast": "not yet happened",
        "relative_date": "date needs the day of publication",
        "scare_quoted": "somebody’s word",
    }
)

LEAD = "Before the first heading"
NO_HEADINGS = "Without headings"
ARTICLE = "the article"
NOBODY = "nobody named"
NO_DAY = "no day of publication"
EVERYTHING = "Holds for everything"
ENGLISH_ONLY = "Facts are read in English only."
