"""What the reader keeps between runs, in the state folder; losing it loses nothing else."""

from briefing.app.state.choices import PANES, Choices, Hideable
from briefing.app.state.memory import Changes, Memory
from briefing.app.state.places import Kept, Recent

__all__ = ["PANES", "Changes", "Choices", "Hideable", "Kept", "Memory", "Recent"]
