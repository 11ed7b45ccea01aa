"""What the reader keeps between runs, in the state folder; losing it loses nothing else."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass

from briefing.places import state_folder

logger = logging.getLogger(__name__)
_FILE = "state.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Choices of the reader."""

    theme: str | None = None


def load_state() -> State:
    """Read what was kept; a file that is missing or broken counts as empty."""
    try:
        kept = json.loads((state_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return State()
    theme = kept.get("theme") if isinstance(kept, dict) else None
    return State(theme=theme if isinstance(theme, str) else None)


def save_state(state: State) -> None:
    """Keep it; where the folder can't be written, the next run starts afresh."""
    try:
        state_folder().mkdir(parents=True, exist_ok=True)
        (state_folder() / _FILE).write_text(json.dumps(asdict(state)) + "\n", encoding="utf-8")
    except OSError as error:
        logger.warning("The state could not be kept: %s", error)
