"""The server as a browser meets it."""

import asyncio
import json
import re
import shlex
import signal
import subprocess
import sys

import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError
from hypothesis import given
from hypothesis import strategies as st
from served import served

from briefing.web.server import PAGE, command_of

LINKS = re.compile(r"""(?:src|href)="([^"]*)"|url\("([^"]*)"\)""")
HARBOUR = "The port of Harwick said on Monday that it was closed. Officials may reopen it soon.\n"


class Reader:
    """The other end of a WebSocket, as the page's terminal is."""

    def __init__(self, connection):
        self._connection = connection
        self.drawn = b""
        self.closed = False

    async def wait_for(self, words):
        async with asyncio.timeout(60):
            while words.encode() not in self.drawn:
                await self._receive()

    async def wait_for_end(self):
        async with asyncio.timeout(60):
            while not self.closed:
                await self._receive()

    async def press(self, keys):
        await self._connection.send_str(json.dumps(["stdin", keys]))

    async def resize(self, width, height):
        size = {"width": width, "height": height}
        await self._connection.send_str(json.dumps(["resize", size]))

    async def _receive(self):
        message = await self._connection.receive()
        self.closed = message.type in {WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.ERROR}
        assert not (self.closed and message.type == WSMsgType.ERROR), message
        if message.type == WSMsgType.BINARY:
            self.drawn += message.data


async def opened(session, server, **headers):
    headers = {"Origin": server.address.rstrip("/"), **headers}
    address = f"{server.address.replace('http', 'ws')}ws?width=100&height=30"
    return Reader(await session.ws_connect(address, headers=headers))


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR)
    return path


async def test_each_browser_has_a_reader_of_its_own(article):
    async with served(article) as server, ClientSession() as session:
        one, other = await opened(session, server), await opened(session, server)
        await one.wait_for("Harwick")
        await other.wait_for("Harwick")
        await one.press("?")
        await one.wait_for("Previous section")
        await other.resize(60, 20)
        await other.press("q")
        await other.wait_for_end()
        assert b"Previous section" not in other.drawn
        assert not one.closed


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_no_reader_outlives_the_server(article, how):
    async with served(article) as server, ClientSession() as session:
        reader = await opened(session, server)
        await reader.wait_for("Harwick")
        await server.end(how)
        await server.wait_until_nobody_is_left()
        assert "Traceback" not in server.said


async def test_a_browser_that_leaves_takes_its_reader_along(article):
    async with served(article) as server, ClientSession() as session:
        reader = await opened(session, server)
        await reader.wait_for("Harwick")
        await reader._connection.close()
        await server.end()
        await server.wait_until_nobody_is_left()


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("", {}, 200),
        ("page/page.js", {}, 200),
        ("static/js/textual.js", {}, 200),
        ("static/", {}, 403),
        ("page/../server.py", {}, 404),
        ("page/%2e%2e/server.py", {}, 404),
        ("download/none", {}, 404),
        ("", {"Host": "evil.example"}, 403),
        ("static/js/textual.js", {"Host": "evil.example:8000"}, 403),
    ],
)
async def test_strangers_are_shown_nothing(article, path, headers, status):
    async with (
        served(article) as server,
        ClientSession() as session,
        session.get(server.address + path, headers=headers) as answer,
    ):
        assert answer.status == status
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "evil.example" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}],
    ids=["another site", "a file", "another name"],
)
async def test_a_page_of_somebody_else_opens_no_reader(article, headers):
    async with served(article) as server, ClientSession() as session:
        with pytest.raises(WSServerHandshakeError) as raised:
            await opened(session, server, **headers)
        assert raised.value.status == 403


@pytest.mark.parametrize(
    "name",
    [
        "export",
        "--help",
        "a b.txt",
        "$(touch owned).txt",
        "';touch owned;'.txt",
        "`touch owned`.txt",
        'a"b.txt',
        "new\nline.txt",
        "*",
    ],
)
async def test_a_path_is_a_path_whatever_the_shell_makes_of_such_words(tmp_path, name):
    (tmp_path / name).write_text(HARBOUR)
    async with served("--", name, folder=tmp_path) as server, ClientSession() as session:
        reader = await opened(session, server)
        await reader.wait_for("Harwick")
    assert not (tmp_path / "owned").exists()


@given(st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")), min_size=1))
def test_the_shell_gives_the_reader_the_paths_as_they_are(paths):
    assert shlex.split(command_of(paths))[-len(paths) :] == paths
    show = "import sys; sys.stdout.buffer.write('\\0'.join(sys.argv[1:]).encode())"
    words = command_of(paths).replace("-m briefing --", f"-c {shlex.quote(show)}")
    done = subprocess.run(["sh", "-c", words], capture_output=True, check=True)
    assert done.stdout.decode().split("\0") == paths


def test_the_page_names_nobody_else():
    for path in PAGE.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "//" not in re.sub(r"^\s*//.*", "", text, flags=re.MULTILINE), path.name
        for link in filter(None, sum(LINKS.findall(text), ())):
            assert link.startswith(("static/", "page/", "../static/", "data:,")), link


def test_the_reader_runs_in_this_python():
    assert shlex.split(command_of(["a.txt"]))[:2] == ["exec", sys.executable]
