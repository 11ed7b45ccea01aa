"""One browser's reader, and what becomes of its last words."""

import asyncio

from textual_serve.download_manager import DownloadManager

from briefing.web.visit import Visit


class Connection:
    """A browser that looks at nothing."""

    def __init__(self):
        self.closed = asyncio.Event()

    async def send_bytes(self, data):
        """Drop what is drawn."""

    async def send_str(self, data):
        """Drop what is told."""

    async def close(self):
        self.closed.set()


async def test_what_a_reader_says_when_it_ends_is_passed_on():
    said, connection = [], Connection()
    # It still speaks when it is asked to end.
    command = "exec 1>&-; head -c 1 >/dev/null; for word in one two; do echo $word >&2; done"
    visit = Visit(command, connection, DownloadManager(), say=said.append)
    await visit.start(80, 24)
    await connection.closed.wait()
    await visit.stop()
    assert said == ["one", "two"]
