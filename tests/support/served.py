"""Run ``briefing serve`` in a test."""

import asyncio
import contextlib
import os
import re
import signal
import sys


class Served:
    """A server in a process group of its own, so that whatever it leaves behind is found."""

    def __init__(self, process):
        self.process = process
        self.said = ""
        self.address = ""

    async def start(self):
        while line := (await self.process.stderr.readline()).decode():
            self.said += line
            if found := re.search(r"http://\S+/", line):
                self.address = found[0]
                return
        raise RuntimeError(f"nothing is served: {self.said}")

    async def end(self, how=signal.SIGINT):
        """Send a signal as a terminal does, to the whole group; returns the exit status."""
        os.killpg(self.process.pid, how)
        async with asyncio.timeout(30):
            self.said += (await self.process.communicate())[1].decode()
        return self.process.returncode

    async def wait_until_nobody_is_left(self):
        """A worker that is still importing hears of its reader's end a moment later."""
        async with asyncio.timeout(20):
            while self.anybody_left():
                await asyncio.sleep(0)

    def anybody_left(self):
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return False
        return True


@contextlib.asynccontextmanager
async def served(*arguments, folder=None):
    """A server that listens."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "briefing", "serve", "--port", "0", *map(str, arguments)),
        cwd=folder,
        stdin=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    server = Served(process)
    try:
        await server.start()
        yield server
    finally:
        if server.anybody_left():
            os.killpg(process.pid, signal.SIGKILL)
        await process.communicate()
