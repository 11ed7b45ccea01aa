"""A first glimpse of what will be read, for a screen that is still being imported."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing

from briefing.errors import UnreadableError
from briefing.library.folder import Found, find_files
from briefing.library.stamps import stamp_of
from briefing.library.store import Store
from briefing.library.study import BEGINNING, SMALL, read_file
from briefing.model.glimpse import Glimpse
from briefing.model.packed import pack
from briefing.reading import READERS


def glimpse_at(paths: Iterable[str | Found]) -> Glimpse | None:
    """See what can be shown at once of the first file that paths lead to.

    Returns:
        Its document from the store, or if it is a short file, the document; of a long text,
        the beginning; None of anything else.
    """
    files, _ = find_files(paths)
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
    if stamp_of(file.path).size <= SMALL:
        return Glimpse(str(file.path), file.shown, pack(read_file(file)[1]))
    form = READERS.get(file.path.suffix.lower())
    if form is None or form.markup:
        return None
    document = read_file(file, BEGINNING)[1]
    return Glimpse(str(file.path), file.shown, pack(document), beginning=True)
