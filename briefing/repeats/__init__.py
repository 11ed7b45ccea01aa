"""What a document says twice: exact repeats of blocks, and tails that restart."""

from briefing.repeats.marking import mark_repeats

__all__ = ["mark_repeats"]
