"""How many: amounts with comparator, unit and what is counted."""

from briefing.facts.quantities.marking import mark_quantities

__all__ = ["mark_quantities"]
