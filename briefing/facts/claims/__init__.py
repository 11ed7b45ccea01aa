"""What is claimed, how firmly it stands, and how much it weighs."""

from briefing.facts.claims.marking import mark_facts

__all__ = ["mark_facts"]
