"""One browser's reader: a process that draws into its pipes what the browser's terminal shows."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import Process
from collections.abc import Callable

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

_PATIENCE = 3.0
"""Seconds that a reader has to end by itself."""


class Visit(AppService):
    """textual-serve's link to a reader, which here always ends with its browser."""

    def __init__(
        self,
        command: str,
        connection: web.WebSocketResponse,
        downloads: DownloadManager,
        *,
        say: Callable[[str], None],
    ) -> None:
        """Prepare a reader for a connection; ``say`` passes on what it complains of."""

        async def close() -> None:
            await connection.close()

        super().__init__(
            command,
            write_bytes=connection.send_bytes,
            write_str=connection.send_str,
            close=close,
            download_manager=downloads,
        )
        self._say = say
        self._complaining: asyncio.Task[None] | None = None

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        process = await super()._open_app_process(width, height)
        # textual-serve would print the reader's complaints as they are, controls and all.
        complaints, process.stderr = process.stderr, asyncio.StreamReader()
        process.stderr.feed_eof()
        if complaints is not None:
            self._complaining = asyncio.create_task(self._pass_on(complaints))
        return process

    async def _pass_on(self, complaints: asyncio.StreamReader) -> None:
        while line := await complaints.readline():
            self._say(line.decode("utf-8", "replace").rstrip())

    async def run(self) -> None:
        """Carry what the reader draws to the browser; a reader that has ended closes it."""
        try:
            await super().run()
        finally:
            await self.remote_close()

    async def stop(self) -> None:
        """Ask the reader to end, and see to it that it does."""
        process = self._process
        if process is None:
            return
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        await self.send_meta({"type": "quit"})
        process.stderr = None  # else the pipe of the complaints is closed before the last of them
        try:
            # It may still draw, and would wait for ever for somebody to look.
            async with asyncio.timeout(_PATIENCE):
                await process.communicate()
        except TimeoutError:
            process.kill()
            await process.wait()
        if self._complaining is not None:
            # What it said last is still on its way.
            await asyncio.wait([self._complaining], timeout=_PATIENCE)
            self._complaining.cancel()
