"""When: the days, months and years that an article names."""

from briefing.facts.dates.marking import mark_dates

__all__ = ["mark_dates"]
