"""Give each browser that opens our page a reader of its own, in a process of its own."""

from __future__ import annotations

import asyncio
import shlex
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from aiohttp import WSCloseCode, web
from aiohttp.typedefs import Handler
from aiohttp.web_runner import GracefulExit
from textual_serve.server import Server, to_int

from briefing.web.guard import is_host_known, is_own_page
from briefing.web.visit import Visit

PAGE = Path(__file__).parent / "page"
_PATIENCE = 5.0
"""Seconds that connections have to end by themselves."""
_HEARTBEAT = 15.0
"""Seconds after which a browser that has vanished is missed."""
_MOST_CELLS = 1000
"""Along a side of the screen."""
_DENIED = "This is not the address that the reader is served at."
# Nothing from elsewhere, nothing to elsewhere, in nobody's frame. The terminal sets styles.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self' ws://{host} wss://{host}; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


def command_of(paths: Sequence[str]) -> str:
    """Write the shell's command for a reader, whatever the paths hold."""
    # "exec", so that the shell is replaced and a signal reaches the reader itself.
    return "exec " + shlex.join([sys.executable, "-m", "briefing", "--", *paths])


class ReaderServer(Server):
    """textual-serve's server with a page that asks nothing of anybody else."""

    def __init__(
        self,
        paths: Sequence[str],
        listening: socket.socket,
        *,
        host: str,
        say: Callable[[str], None],
    ) -> None:
        """Serve the paths.

        Args:
            paths: Files and folders, relative ones to the working folder.
            listening: Bound already: a port that is taken is known before anything starts.
            host: What was asked for, to be recognised in requests.
            say: Takes what a reader complains of.
        """
        super().__init__(command_of(paths), host=host, port=listening.getsockname()[1])
        self._listening = listening
        self._say = say
        self._started: Callable[[], None] = lambda: None
        self._connections: set[web.WebSocketResponse] = set()

    def run(self, started: Callable[[], None]) -> None:
        """Serve until a signal ends it; every reader ends with it.

        Args:
            started: Called once pages can be opened.
        """
        self._started = started
        web.run_app(
            self._make_app(),
            sock=self._listening,
            print=lambda *_: None,
            access_log=None,
            shutdown_timeout=_PATIENCE,
        )

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._check_host])
        app.add_routes(
            [
                web.get("/", self._give_page),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
                web.static("/page", PAGE),
            ]
        )
        app.on_response_prepare.append(_forbid_strangers)
        app.on_startup.append(self.on_startup)
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say that it is ready; a terminal that is closed ends it as Ctrl+C does."""
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, _end)
        self._started()

    async def on_shutdown(self, app: web.Application) -> None:
        """Leave no reader behind."""
        for connection in tuple(self._connections):
            await connection.close(code=WSCloseCode.GOING_AWAY)

    @web.middleware
    async def _check_host(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not is_host_known(request.host, self.host):
            raise web.HTTPForbidden(text=_DENIED)
        return await handler(request)

    async def _give_page(self, request: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Start a reader, and end it when the browser leaves, or the other way round."""
        if not is_own_page(request.headers.get("Origin"), request.host):
            raise web.HTTPForbidden(text=_DENIED)
        connection = web.WebSocketResponse(heartbeat=_HEARTBEAT)
        await connection.prepare(request)
        self._connections.add(connection)
        visit = Visit(self.command, connection, self.download_manager, say=self._say)
        try:
            await visit.start(_cells(request, "width", 80), _cells(request, "height", 24))
            await self._process_messages(connection, visit)
        finally:
            await visit.stop()
            await connection.close()
            self._connections.discard(connection)
        return connection


def _cells(request: web.Request, name: str, usual: int) -> int:
    return max(1, min(to_int(request.query.get(name, ""), usual), _MOST_CELLS))


def _end() -> None:
    raise GracefulExit


async def _forbid_strangers(request: web.Request, response: web.StreamResponse) -> None:
    host = request.host if is_host_known(request.host, "") else "localhost"
    response.headers["Content-Security-Policy"] = _POLICY.format(host=host)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-cache"
