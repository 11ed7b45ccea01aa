"""What a document says twice: word for word, edited, or in other words."""

from briefing.repeats.marking import mark_repeats
from briefing.repeats.restating import mark_restatements

__all__ = ["mark_repeats", "mark_restatements"]
