"""What is remembered in this run, and how it joins what others have kept in the meantime."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from briefing.app.state.choices import Choices, differing, read_choices, write_choices
from briefing.app.state.files import alone_in, read_json, write_json
from briefing.app.state.places import (
    Kept,
    Recent,
    newest_of,
    read_places,
    read_recent,
    write_places,
    write_recent,
)
from briefing.places import state_folder

logger = logging.getLogger(__name__)
_CHOICES, _PLACES, _RECENT = "state.json", "places.json", "recent.json"


class Changes(Struct, frozen=True, kw_only=True):
    """What has changed since it was kept last; a value, so that a thread may write it."""

    folder: Path
    choices: Mapping[str, object]
    places: Mapping[str, Kept]
    recent: tuple[Recent, ...]

    def __bool__(self) -> bool:
        return bool(self.choices or self.places or self.recent)

    def write(self) -> None:
        """Put the changes into the files as they are now; other readers write them, too."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with alone_in(self.folder):
                self._write()
        except OSError as error:
            logger.warning("What the reader remembers could not be kept: %s", error)

    def _write(self) -> None:
        if self.choices:
            path = self.folder / _CHOICES
            # Fields of a newer version stay as they are.
            others = read_json(path)
            kept = others if isinstance(others, dict) else {}
            write_json(path, {**kept, **self.choices})
        if self.places:
            path = self.folder / _PLACES
            places = read_places(read_json(path))
            for sha256, kept_place in self.places.items():
                places.pop(sha256, None)  # the newest stand at the end
                places[sha256] = kept_place
            write_json(path, write_places(places))
        if self.recent:
            path = self.folder / _RECENT
            write_json(path, write_recent(newest_of([*self.recent, *read_recent(read_json(path))])))


class Memory:
    """The state as this run sees it. Nothing is written until somebody writes the changes."""

    def __init__(self) -> None:
        self._folder = state_folder()
        self.choices = read_choices(read_json(self._folder / _CHOICES))
        self._places: dict[str, Kept] | None = None
        self._left: str | None = None
        self._recent: tuple[Recent, ...] | None = None
        self._changed_choices: frozenset[str] = frozenset()
        self._changed_places: dict[str, Kept] = {}
        self._changed_recent: tuple[Recent, ...] = ()

    def choose(self, choices: Choices) -> None:
        """Hold to other choices from now on."""
        self._changed_choices |= differing(self.choices, choices)
        self.choices = choices

    @property
    def places(self) -> Mapping[str, Kept]:
        """What is remembered of documents, by their SHA-256; the newest are the last."""
        return self._known_places()

    @property
    def left(self) -> str | None:
        """The SHA-256 of the document that was read last before this run."""
        self._known_places()
        return self._left

    def keep_place(self, sha256: str, kept: Kept) -> None:
        """Remember where the reader is in a document."""
        places = self._known_places()
        if places.get(sha256) != kept:
            self._changed_places.pop(sha256, None)  # the newest stand at the end
            places[sha256] = self._changed_places[sha256] = kept

    @property
    def recent(self) -> tuple[Recent, ...]:
        """What was opened, newest first."""
        if self._recent is None:
            self._recent = read_recent(read_json(self._folder / _RECENT))
        return self._recent

    def remember_paths(
        self, paths: Sequence[str], opened: float, documents: int | None = None
    ) -> None:
        """Remember what is opened; the same again replaces what was known of it.

        Args:
            paths: As given; "-" is standard input, which nobody can open again.
            opened: Seconds since 1970.
            documents: How many there are, once it is known.
        """
        if not paths or not all(map(_can_be_kept, paths)):
            return
        recent = Recent(tuple(map(_absolute, paths)), opened, documents)
        self._recent = newest_of([recent, *self.recent])
        self._changed_recent = newest_of([recent, *self._changed_recent])

    def take_changes(self) -> Changes:
        """Hand over what has changed, and count it as kept."""
        changes = Changes(
            folder=self._folder,
            choices=write_choices(self.choices, self._changed_choices),
            places=self._changed_places,
            recent=self._changed_recent,
        )
        self._changed_choices, self._changed_places = frozenset(), {}
        self._changed_recent = ()
        return changes

    def _known_places(self) -> dict[str, Kept]:
        # Not before a document is there: two thousand entries take a millisecond.
        if self._places is None:
            self._places = read_places(read_json(self._folder / _PLACES))
            self._left = next(reversed(self._places), None)
        return self._places


def _absolute(path: str) -> str:
    return str(Path(path).absolute())


def _can_be_kept(path: str) -> bool:
    """Tell whether JSON can hold a path: a name of bytes that are no UTF-8 it can't."""
    return path != "-" and not any("\ud800" <= character <= "\udfff" for character in path)
