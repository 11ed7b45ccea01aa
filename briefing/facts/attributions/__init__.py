"""Who says what: cues, their sources and contents, found by rules."""

from briefing.facts.attributions.ledger import mark_sources
from briefing.facts.attributions.marking import mark_attributions

__all__ = ["mark_attributions", "mark_sources"]
