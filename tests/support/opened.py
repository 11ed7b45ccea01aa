"""Open the reader in a test, once everything is read and analysed."""

from asyncio import timeout
from contextlib import asynccontextmanager

from briefing.app import BriefingApp

NARROW, MEDIUM, WIDE = (80, 24), (100, 30), (160, 48)


@asynccontextmanager
async def reader(*paths, size=WIDE):
    """A reader that has read and analysed everything."""
    app = BriefingApp([path if isinstance(path, tuple) else str(path) for path in paths])
    async with app.run_test(size=size) as pilot:
        async with timeout(60):
            while app.screen.busy:
                await pilot.pause()
        await pilot.pause()
        yield pilot, app.screen


async def until(pilot, holds):
    """Let the app work until something holds."""
    for _ in range(500):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came about")
