"""Read the news the way an analyst does: every claim, who says so, how sure they are."""

__version__ = "0.1.0"
