"""A first glimpse of what will be read, for a screen that is still being imported."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing

from briefing.errors import UnreadableError
from briefing.library.folder import Found
from briefing.library.inventory import list_once
from briefing.library.stamps import stamp_of
from briefing.library.store import Store
from briefing.library.study import SMALL, read_file
from briefing.model.glimpse import Glimpse
from briefing.model.packed import pack
from briefing.reading import READERS

_ENOUGH = 16_000
"""Characters that more than fill any screen."""


def glimpse_at(paths: Iterable[str | Found]) -> Glimpse | None:
    """See what can be shown at once of the first file that paths lead to.

    Returns:
        Its document from the store; else the beginning of a text, or a page that is no larger
        than what is read at once; None of anything else.
    """
    files, _ = list_once(tuple(paths))
    if not files:
        return None
    try:
        return _recall(files[0]) or _read(files[0])
    except (OSError, UnreadableError):
        return None  # whoever wants to read it will see, and say why


def _recall(file: Found) -> Glimpse | None:
    with closing(Store()) as store:
        kept = store.recall([file.path]).get(file.path)
        if kept is None or kept.stamp != stamp_of(file.path):
            return None
        packed = store.take(kept.key)
    return Glimpse(str(file.path), file.shown, packed, kept.summary) if packed else None


def _read(file: Found) -> Glimpse | None:
    form = READERS.get(file.path.suffix.lower())
    cut = form is not None and not form.markup
    size = stamp_of(file.path).size
    if size > SMALL and not cut:
        return None
    beginning = cut and size > 2 * _ENOUGH
    _, document = read_file(file, _ENOUGH if beginning else None)
    return Glimpse(str(file.path), file.shown, pack(document), beginning=beginning)
