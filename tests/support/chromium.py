"""Drive headless Chromium by its own protocol, and see what it sees."""

import asyncio
import contextlib
import itertools
import json
import re
import shutil
from urllib.parse import parse_qs, urlsplit

from aiohttp import ClientSession, WSMsgType

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
SHIFT = 8
PAINTED = "new Promise(requestAnimationFrame)"
STARTED = "document.body.classList.contains('-first-byte')"
# Chromium has decoded its own picture sooner than a line of ours would.
COUNT_COLOURS = """async (picture) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const pixels = canvas.getImageData(0, 0, image.width, image.height).data;
  const counts = {};
  for (let at = 0; at < pixels.length; at += 4) {
    const [red, green, blue] = pixels.subarray(at, at + 3);
    const colour = "#" + ((red << 16) | (green << 8) | blue).toString(16).padStart(6, "0");
    counts[colour] = (counts[colour] ?? 0) + 1;
  }
  return counts;
}"""
# No name leads anywhere: what the page asks of others fails, and is seen in `requests`.
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # which root can't have
    "--no-first-run",
    "--remote-debugging-port=0",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # The terminal draws with WebGL, here without a graphics card.
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"


class Page:
    """One page of a browser."""

    def __init__(self, connection):
        self._connection = connection
        self._numbers = itertools.count(1)
        self._answers = {}
        self._columns = 0
        """Of the terminal, as it told the server."""
        self.requests = []
        """Addresses that were asked for, WebSockets too."""
        self.complaints = []
        """What the browser wrote into its log, as of a policy that forbids something."""

    async def listen(self):
        async for message in self._connection:
            if message.type != WSMsgType.TEXT:
                return
            told = message.json()
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
            elif told["method"] == "Network.requestWillBeSent":
                self.requests.append(told["params"]["request"]["url"])
            elif told["method"] == "Network.webSocketCreated":
                self.requests.append(told["params"]["url"])
                self._columns = int(parse_qs(urlsplit(self.requests[-1]).query)["width"][0])
            elif told["method"] == "Network.webSocketFrameSent":
                kind, *values = json.loads(told["params"]["response"]["payloadData"])
                if kind == "resize":
                    self._columns = values[0]["width"]
            elif told["method"] == "Log.entryAdded":
                self.complaints.append(told["params"]["entry"]["text"])

    async def ask(self, method, **given):
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._connection.send_json({"id": number, "method": method, "params": given})
        told = await asyncio.wait_for(answer, 30)
        assert "error" not in told, told
        return told["result"]

    async def run(self, script):
        """Run a script, which may promise its value."""
        done = await self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        return done["result"].get("value")

    async def type(self, keys):
        for key in keys:
            await self.ask("Input.dispatchKeyEvent", type="char", text=key)

    async def colours(self):
        """How many pixels of the page there are of each colour, ``#rrggbb``."""
        picture = (await self.ask("Page.captureScreenshot"))["data"]
        return await self.run(f"({COUNT_COLOURS})('{picture}')")

    async def wait_for_colours(self, *colours):
        """The page's colours, once these are among them."""
        async with asyncio.timeout(60):
            while not set(colours) <= (shown := await self.colours()).keys():
                await self.run(PAINTED)
        return shown

    async def words(self):
        """The text in the page's terminal, as somebody would copy it with the mouse."""
        right, bottom = await self.run("[innerWidth - 3, innerHeight - 3]")
        drag = (
            ("mousePressed", 1, 1),
            ("mouseMoved", right, bottom),
            ("mouseReleased", right, bottom),
        )
        for kind, x, y in drag:
            await self.ask(
                "Input.dispatchMouseEvent",
                type=kind,
                x=x,
                y=y,
                button="left",
                buttons=0 if kind == "mouseReleased" else 1,
                clickCount=1,
                modifiers=SHIFT,
            )
        copied = await self.run(
            "{const copied = new ClipboardEvent('copy',"
            " {clipboardData: new DataTransfer(), bubbles: true, cancelable: true});"
            " document.querySelector('.xterm').dispatchEvent(copied);"
            " copied.clipboardData.getData('text/plain')}"
        )
        # A terminal that became narrower keeps the cells that can't be seen any more.
        return "\n".join(line[: self._columns] for line in copied.splitlines())

    async def wait_for(self, words):
        """The terminal's text, once the words are there."""
        async with asyncio.timeout(60):
            # A drag that begins before there is a terminal would hold the browser.
            while not await self.run(f"{PAINTED}.then(() => {STARTED})"):
                pass
            while words not in (shown := await self.words()):
                await self.run(PAINTED)
        return shown


@contextlib.asynccontextmanager
async def chromium(folder):
    """A browser; its value opens a page at an address."""
    browser = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *FLAGS,
        ONLY_HERE,
        f"--user-data-dir={folder}",
        "about:blank",
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(60):
            port = await _port(browser.stderr)
        async with ClientSession() as session, contextlib.AsyncExitStack() as pages:

            async def open_page(address, size=(1200, 800)):
                return await _open(session, pages, port, address, size)

            yield open_page
    finally:
        browser.terminate()
        await browser.communicate()


async def _port(complaints):
    while line := await complaints.readline():
        if found := re.search(rb"DevTools listening on ws://[^:]+:(\d+)/", line):
            return int(found[1])
    raise RuntimeError("Chromium did not start")


async def _open(session, pages, port, address, size):
    async with session.put(f"http://127.0.0.1:{port}/json/new?about:blank") as answer:
        target = (await answer.json())["webSocketDebuggerUrl"]
    connection = await pages.enter_async_context(session.ws_connect(target, max_msg_size=0))
    page = Page(connection)
    listening = asyncio.create_task(page.listen())
    pages.callback(listening.cancel)
    for domain in ("Page", "Network", "Log", "Runtime"):
        await page.ask(f"{domain}.enable")
    width, height = size
    await page.ask(
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=height,
        deviceScaleFactor=1,
        mobile=False,
    )
    await page.ask("Page.navigate", url=address)
    return page
