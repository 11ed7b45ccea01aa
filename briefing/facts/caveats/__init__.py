"""Reasons, written in the text itself, to hold a claim less firmly."""

from briefing.facts.caveats.marking import mark_caveats

__all__ = ["mark_caveats"]
