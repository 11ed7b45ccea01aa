"""Read and analyse everything that a list of paths leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from briefing.errors import UnreadableError
from briefing.library.folder import Found, find_files
from briefing.model import Collection, Document, Problem
from briefing.reading import read_document


def read_collection(
    paths: Iterable[str | Found], begin: Callable[[int, int, str], None] = lambda *_: None
) -> Collection:
    """Read and analyse all; what can't be read becomes a problem and the rest goes on.

    Args:
        paths: Of files and folders, or what was found before.
        begin: Told, before each file, how many are done, how many there are, and its name.
    """
    from briefing.pipeline import analyse  # brings the word lists

    files, problems = find_files(paths)
    documents: list[Document] = []
    found: list[Problem] = list(problems)
    seen: Counter[str] = Counter()
    for number, file in enumerate(files):
        begin(number, len(files), file.shown)
        try:
            document = read_document(file.path, file.shown)
        except UnreadableError as error:
            found.append(Problem(path=file.shown, error=error.reason))
            continue
        found.extend(Problem(path=file.shown, error=fault) for fault in document.faults)
        documents.append(analyse(number_copy(document, seen)))
    return Collection(documents=tuple(documents), problems=tuple(found))


def number_copy(document: Document, seen: Counter[str]) -> Document:
    """Tell files with the same bytes apart: the second gets "-2" behind its id."""
    seen[document.id] += 1
    return as_copy(document, seen[document.id])


def as_copy(document: Document, copy: int) -> Document:
    """Give a document that is the second with its bytes, or a later one, an id of its own."""
    return document if copy == 1 else replace(document, id=f"{document.id}-{copy}")
