"""Negations that other words part from their verb: "did not, for the first time, dispute"."""

from __future__ import annotations

import re

from briefing.spans import Span

_BETWEEN = 120
"""Characters between a negation and the verb that it negates."""
_NEGATED = re.compile(
    r"\b(?:do|does|did|will|would|can|could|may|might|shall|should|must)"
    r"(?:\s(?:not|never)|n['’]t|not),([^,;.!?“”\"]{2,100}),\s$",
    re.IGNORECASE,
)


def is_negated_before(text: str, verb: Span) -> bool:
    """Tell whether a verb is negated over an aside between commas.

    The auxiliary leaves its verb in the base form, so whoever "did not, he said, pay" has not.
    """
    if verb.of(text).endswith(("ed", "ing")):
        return False
    near = text[max(0, verb.start - _BETWEEN) : verb.start]
    return near.endswith(", ") and _NEGATED.search(near) is not None
