"""Make the README's pictures: the reader on the first of the seeds, as the program paints it.

python tools/picture.py [FOLDER]
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
# Textual's picture asks a web server for its font; the reader's own monospaced one will do.
_WEB_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_FIRST = "seeds/pact.txt"


class Picture(NamedTuple):
    """What one picture shows."""

    name: str
    theme: str
    size: tuple[int, int]
    """Columns and lines."""
    keys: list[str]


PICTURES = (
    Picture("reader.svg", "night", (160, 44), ["J"]),
    Picture("reader-narrow.svg", "paper", (80, 24), ["J", "J"]),
)


async def paint(paths: list[str], picture: Picture) -> str:
    """Open the reader, press keys, and return the screen as SVG."""
    from briefing.app import BriefingApp

    app = BriefingApp(paths)
    app.theme = picture.theme
    async with app.run_test(size=picture.size) as pilot:
        while app.screen.busy:  # type: ignore[attr-defined]
            await pilot.pause()
        while "analysed" in str(app.screen.outline.border_subtitle):  # type: ignore[attr-defined]
            await pilot.pause()  # the foot of the outline still speaks of the reading
        await pilot.press(*picture.keys)
        await pilot.pause()
        return _WEB_FONTS.sub("", app.export_screenshot(title="briefing seeds/"))


def main() -> None:
    """Write the pictures, by default where the README looks for them."""
    folder = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else ROOT / "docs"
    os.chdir(ROOT)
    paths = sorted(f"seeds/{path.name}" for path in Path("seeds").glob("[a-z]*.*"))
    names = [_FIRST, *(p for p in paths if p != _FIRST and not p.endswith(".meta.yaml"))]
    for picture in PICTURES:
        # Each begins as if for the first time: nothing is kept from the one before.
        with tempfile.TemporaryDirectory() as home:
            os.environ["BRIEFING_HOME"] = home
            drawn = asyncio.run(paint(names, picture))
        (folder / picture.name).write_text(drawn + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
