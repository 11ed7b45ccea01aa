"""What a document claims, who says so, and how sure anyone is."""

from briefing.facts.attributions import mark_attributions, mark_sources
from briefing.facts.caveats import mark_caveats
from briefing.facts.claims import mark_facts
from briefing.facts.dates import mark_dates
from briefing.facts.quantities import mark_quantities

__all__ = [
    "mark_attributions",
    "mark_caveats",
    "mark_dates",
    "mark_facts",
    "mark_quantities",
    "mark_sources",
]
