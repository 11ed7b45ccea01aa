"""The reader, in Textual."""

from briefing.app.app import BriefingApp

__all__ = ["BriefingApp"]
