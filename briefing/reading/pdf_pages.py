"""What pdfium tells of a file, in a process of its own.

A file of 100 kB can make pdfium take 8 GB and a minute, and a library in C that comes to harm
takes the whole process along. Where no process can be started, the file is read in this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import NamedTuple

from pypdfium2 import PdfDocument, PdfiumError

from briefing.errors import LostWorkerError, NoWorkerError, UnreadableError
from briefing.reading.pdf_lines import Line, read_lines
from briefing.workers.process import WorkerProcess

_MEMORY = 2 << 30
"""Bytes of addresses, of which a large file takes a tenth."""
_SECONDS = 120.0
"""1,000 pages take 15."""
_MAX_PAGES = 2_000
_MAX_LETTERS = 8_000_000
"""A page of a newspaper has 15,000."""
_LOCKED = "It is locked with a password; save a copy without one."
_NO_PDF = "It is no PDF file, whatever it is called, or it is broken."
_TOO_MUCH = (
    "It takes more memory or time than any article; save its text as a .txt file to read it."
)
_SOME_PAGES = "Only its first {read:,} of {all:,} pages are read."
_BROKEN_PAGE = "Page {page:,} is broken and left out."
_BROKEN_PAGES = "{count:,} pages are broken and left out."

_turn = Lock()
_workers: list[WorkerProcess] = []
"""The one that is there, if any: it reads one file after the other."""


class Pages(NamedTuple):
    """All that is read of a file."""

    lines: list[Line]
    said: Mapping[str, str]
    """What the file says of itself."""
    faults: tuple[str, ...]


def read_pages(
    content: bytes,
    path: Path,
    *,
    most: int = _MAX_PAGES,
    seconds: float = _SECONDS,
    memory: int = _MEMORY,
) -> Pages:
    """Read a file in a process that may take so much memory and time, and no more.

    Args:
        content: The file.
        path: Only for errors.
        most: Pages that are read.
        seconds: After which it is given up.
        memory: Bytes of addresses; Windows and macOS have no such limit.

    Raises:
        UnreadableError: It is no PDF file, is locked, or takes more than that.
    """
    with _turn:
        worker = _workers.pop() if _workers else WorkerProcess()
        late = Timer(seconds, worker.kill)
        late.daemon = True
        late.start()
        try:
            pages = worker.call(read_limited, content, path, most, memory)
        except NoWorkerError:
            return read_here(content, path, most)
        except (LostWorkerError, MemoryError) as error:
            worker.close()
            raise UnreadableError(path, _TOO_MUCH) from error
        except UnreadableError:
            _workers.append(worker)
            raise
        finally:
            late.cancel()
        _workers.append(worker)
        return pages


def read_limited(content: bytes, path: Path, most: int, memory: int) -> Pages:
    """Read a file in the process that was made for it; see ``read_here``."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))
    return read_here(content, path, most)


def read_here(content: bytes, path: Path, most: int) -> Pages:
    """Read as many pages as an article may have, and what can be read of them.

    Raises:
        UnreadableError: It is no PDF file, or is locked.
    """
    try:
        file = PdfDocument(content)
    except PdfiumError as error:
        # pdfium's own reason may be that of the file before.
        reason = _LOCKED if b"/Encrypt" in content else _NO_PDF
        raise UnreadableError(path, reason) from error
    try:
        lines, faults = _read_all(file, most)
        return Pages(lines, file.get_metadata_dict(), faults)
    finally:
        file.close()


def _read_all(file: PdfDocument, most: int) -> tuple[list[Line], tuple[str, ...]]:
    pages = len(file)
    lines: list[Line] = []
    broken: list[int] = []
    letters = number = 0
    while number < min(pages, most) and letters < _MAX_LETTERS:
        try:
            page = read_lines(file, number)
        except PdfiumError:
            broken.append(number + 1)
        else:
            lines += page
            letters += sum(len(line.words) for line in page)
        number += 1
    faults = []
    if number < pages:
        faults.append(_SOME_PAGES.format(read=number, all=pages))
    if len(broken) == 1:
        faults.append(_BROKEN_PAGE.format(page=broken[0]))
    elif broken:
        faults.append(_BROKEN_PAGES.format(count=len(broken)))
    return lines, tuple(faults)
