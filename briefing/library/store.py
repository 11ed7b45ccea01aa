"""What was found before: analyses and headlines, kept between runs in one SQLite file.

The store is a convenience: whatever happens to it, it answers as if it were empty, and the
document is read again. So nothing here raises, and nothing that it says is relied upon.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from threading import RLock
from typing import NamedTuple, TypeVar
from zlib import crc32

import msgspec

from briefing.decoders import msgpack_decoder
from briefing.library.engine import engine_version
from briefing.library.stamps import Print, Stamp
from briefing.model import Headline, Summary
from briefing.places import cache_folder

T = TypeVar("T")

logger = logging.getLogger(__name__)

LIMIT = 500_000_000
"""Bytes of documents; what was used longest ago goes first."""
_ROOM = 0.9
"""Share of the limit that is left when something had to go, so that little goes often."""
_COUNTS = 50
"""Times that it is counted how much there is, until as much as the limit has been kept."""
_PATIENCE = 0.25
"""Seconds that another process may hold the store."""
_TRIES = 3
"""Troubles after which the store is let alone."""
_CHUNK = 500
"""Paths in one question; SQLite takes 999 in some builds."""
_FILE = "documents.sqlite"
_BESIDE = ("", "-journal", "-wal", "-shm")
_TABLES = """
CREATE TABLE IF NOT EXISTS documents (
    key BLOB PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL,
    checksum INTEGER NOT NULL, packed BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS by_use ON documents (used, size);
CREATE TABLE IF NOT EXISTS files (
    path BLOB PRIMARY KEY, key BLOB NOT NULL, kept BLOB NOT NULL
) WITHOUT ROWID;
"""
# Somebody else's doing, which passes, or a disk that takes nothing: the file itself is sound.
_SOUND = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_NOMEM,
    }
)


class Kept(NamedTuple):
    """What is remembered of a file, besides its document."""

    stamp: Stamp
    print: Print
    headline: Headline
    summary: Summary
    key: bytes
    """Of its document, see ``key_of``."""


class Store:
    """Documents by what they are made from, and files by path. Any thread may ask."""

    def __init__(self, folder: Path | None = None, *, limit: int = LIMIT) -> None:
        """``folder`` is the platform's cache folder if None."""
        self._path = (folder or cache_folder()) / _FILE
        self._limit = limit
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._tries = _TRIES
        self._uncounted = 0
        """Bytes that may be kept before it is counted how much there is."""

    def recall(self, paths: Sequence[Path]) -> dict[Path, Kept]:
        """Tell what is remembered of files whose documents are here, changed or not."""
        wanted = {_name(path): path for path in paths}
        nothing: list[tuple[bytes, Kept]] = []
        rows = self._do(lambda: list(self._rows(wanted)), nothing)
        return {wanted[name]: kept for name, kept in rows if name in wanted}

    def take(self, key: bytes) -> bytes | None:
        """Fetch a packed document as it was kept; None where it is not, or not whole."""

        def fetch() -> bytes | None:
            sql = "SELECT packed, checksum FROM documents WHERE key = ?"
            row = self._ask().execute(sql, (key,)).fetchone()
            sound = row is not None and isinstance(row[0], bytes) and crc32(row[0]) == row[1]
            return row[0] if sound else None

        return self._do(fetch, None) if self._is_there() else None

    def keep(self, path: Path, kept: Kept, packed: bytes | None) -> bool:
        """Keep a document and what is known of its file; True once both are there.

        Args:
            path: Where the file lies.
            kept: What is remembered of it.
            packed: The document; None where the store has it already.
        """
        if packed is not None and len(packed) > self._limit // 2:
            return False

        def write() -> bool:
            with self._ask() as connection:
                if packed is None:
                    connection.execute(
                        "UPDATE documents SET used = ? WHERE key = ?", (_now(), kept.key)
                    )
                else:
                    row = (kept.key, _now(), len(packed), crc32(packed), packed)
                    connection.execute("REPLACE INTO documents VALUES (?, ?, ?, ?, ?)", row)
                    self._make_room(connection, len(packed))
                known = (_name(path), kept.key, msgspec.msgpack.encode((engine_version(), kept)))
                connection.execute("REPLACE INTO files VALUES (?, ?, ?)", known)
            return True

        return self._do(write, False)

    def touch(self, keys: Iterable[bytes]) -> None:
        """Count documents as used now."""

        def write() -> None:
            with self._ask() as connection:
                rows = [(_now(), key) for key in keys]
                connection.executemany("UPDATE documents SET used = ? WHERE key = ?", rows)

        if self._is_there():
            self._do(write, None)

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                with suppress(sqlite3.Error):
                    connection.close()

    def _do(self, action: Callable[[], T], otherwise: T) -> T:
        """Do it, or, where the store is of no use, count that and go on."""
        with self._lock:
            while self._tries:
                try:
                    return action()
                except (sqlite3.Error, OSError, MemoryError, OverflowError) as error:
                    logger.info("The store is of no use: %s", error)
                    self._tries -= 1
                    self.close()
                    if not isinstance(error, sqlite3.DatabaseError) or _is_sound(error):
                        break
                    self._discard()
            return otherwise

    def _is_there(self) -> bool:
        """Tell whether there is anything to ask; a first run need not load SQLite's file."""
        return self._connection is not None or self._path.exists()

    def _ask(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._open()
        return self._connection

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=_PATIENCE, check_same_thread=False)
        try:
            # A process that is killed leaves a journal that undoes what was half written; only
            # a machine that loses its power may spoil the file. No memory is mapped, so that a
            # file cut short by somebody is an error here and no signal.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA mmap_size = 0")
            if not connection.execute("PRAGMA table_info(files)").fetchall():
                connection.executescript(_TABLES)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _discard(self) -> None:
        """Remove a file that is no store of ours, or a broken one."""
        for suffix in _BESIDE:
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink()

    def _rows(self, names: Iterable[bytes]) -> Iterator[tuple[bytes, Kept]]:
        if not self._is_there():
            return
        engine = engine_version()
        decoder = msgpack_decoder(tuple[str, Kept])
        waiting = iter(names)
        while chunk := list(islice(waiting, _CHUNK)):
            marks = ",".join("?" * len(chunk))
            sql = f"SELECT path, kept FROM files JOIN documents USING (key) WHERE path IN ({marks})"
            for name, kept in self._ask().execute(sql, chunk):
                with suppress(msgspec.MsgspecError, TypeError):
                    by, known = decoder.decode(kept)
                    if by == engine:
                        yield name, known

    def _make_room(self, connection: sqlite3.Connection, size: int) -> None:
        """Let go of what was used longest ago; not every document is worth a count."""
        self._uncounted -= size
        if self._uncounted > 0:
            return
        self._uncounted = self._limit // _COUNTS
        [total] = connection.execute("SELECT TOTAL(size) FROM documents").fetchone()
        if total <= self._limit:
            return
        sql = "SELECT key, size FROM documents ORDER BY used, rowid"
        gone = []
        for key, size in connection.execute(sql):
            if total <= self._limit * _ROOM:
                break
            gone.append((key,))
            total -= size
        connection.executemany("DELETE FROM documents WHERE key = ?", gone)
        connection.execute("DELETE FROM files WHERE key NOT IN (SELECT key FROM documents)")


def key_of(made_from: Print, copy: int) -> bytes:
    """Name the document that this engine makes.

    Args:
        made_from: Of the file.
        copy: 1, or more for a file whose bytes came before in the same folder: the ids in its
            document tell so.
    """
    words = f"{engine_version()} {made_from.sha256} {copy} ".encode()
    return blake2b(words + made_from.beside, digest_size=16).digest()


def _is_sound(error: sqlite3.DatabaseError) -> bool:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _SOUND


def _name(path: Path) -> bytes:
    return os.fsencode(os.path.abspath(path))  # noqa: PTH100 (a tenth of the time)


def _now() -> int:
    return int(time.time())
