"""The reader in headless Chromium, looked at."""

import asyncio

import pytest
import yaml
from chromium import chromium
from served import served

from briefing.app.theming import DEFAULT_THEME, themes_folder

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def night():
    text = (themes_folder() / f"{DEFAULT_THEME}.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


async def test_the_article_is_there_in_its_colours(seeds, tmp_path, night):
    async with served(seeds / "budget.txt") as server, chromium(tmp_path) as open_page:
        page = await open_page(server.address)
        shown = await page.wait_for("“ reported")
        assert "Clairval votes on a budget" in shown
        assert "╭─" in shown
        await page.type("J")  # any key also takes the selection away
        inks, colors = night["inks"], night["colors"]
        there = [colors["accent"], inks["chosen"], inks["reported"], inks["caveat"]]
        counted = await page.wait_for_colours(*there)
        assert max(counted, key=counted.get) == colors["background"]


async def test_keys_and_the_size_of_the_window_reach_the_reader(seeds, tmp_path):
    async with served(seeds / "budget.txt") as server, chromium(tmp_path) as open_page:
        page = await open_page(server.address, (1200, 800))
        await page.wait_for("Facts  Sources")
        await page.ask(
            "Emulation.setDeviceMetricsOverride",
            width=700,
            height=500,
            deviceScaleFactor=1,
            mobile=False,
        )
        narrow = await page.wait_for("all facts")
        assert "Open questions" not in narrow
        await page.type("?")
        await page.wait_for("Everywhere")


async def test_a_reader_that_has_ended_can_be_opened_again(seeds, tmp_path):
    async with served(seeds / "budget.txt") as server, chromium(tmp_path) as open_page:
        page = await open_page(server.address)
        await page.wait_for("Clairval")
        await page.type("q")
        async with asyncio.timeout(30):
            while await page.run("document.activeElement.id") != "again":
                pass
        # At once, so that no look at the page that is left is taken for the new one's.
        await page.run("again.click(); document.body.className = ''")
        await page.wait_for("Clairval")


async def test_no_request_leaves_the_machine(seeds, tmp_path):
    asked = []

    async def hear(reader, writer):
        asked.append(await reader.readline())
        writer.close()

    async with (
        await asyncio.start_server(hear, "127.0.0.1", 0) as stranger,
        served(seeds / "budget.txt") as server,
        chromium(tmp_path) as open_page,
    ):
        page = await open_page(server.address)
        await page.wait_for("Clairval")
        here = server.address.partition("//")[2]
        assert len(page.requests) > 5
        assert {
            address.partition("//")[2].partition("/")[0] + "/" for address in page.requests
        } == {here}
        assert page.complaints == []
        # And nothing could: not even something else that listens on this machine is asked.
        elsewhere = f"http://127.0.0.1:{stranger.sockets[0].getsockname()[1]}/"
        refused = await page.run(f"fetch('{elsewhere}').then(() => 'asked', () => 'refused')")
        assert refused == "refused"
        assert any("Content Security Policy" in complaint for complaint in page.complaints)
        assert asked == []
