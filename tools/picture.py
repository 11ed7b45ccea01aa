"""Make the README's picture: the reader on the first of the seeds, as the program paints it.

python tools/picture.py [OUTPUT]
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Textual's picture asks a web server for its font; the reader's own monospaced one will do.
_WEB_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


async def paint(paths: list[str], size: tuple[int, int], keys: list[str]) -> str:
    """Open the reader, press keys, and return the screen as SVG."""
    from briefing.app import BriefingApp

    app = BriefingApp(paths)
    async with app.run_test(size=size) as pilot:
        while app.screen.busy:  # type: ignore[attr-defined]
            await pilot.pause()
        while "analysed" in str(app.screen.outline.border_subtitle):  # type: ignore[attr-defined]
            await pilot.pause()  # the foot of the outline still speaks of the reading
        await pilot.press(*keys)
        await pilot.pause()
        return _WEB_FONTS.sub("", app.export_screenshot(title="briefing seeds/"))


def main() -> None:
    """Write the picture, by default where the README looks for it."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "reader.svg"
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as home:
        os.environ["BRIEFING_HOME"] = home
        paths = [f"seeds/{path.name}" for path in sorted(Path("seeds").glob("[a-z]*.*"))]
        first = "seeds/pact.txt"
        names = [first, *(p for p in paths if p != first and not p.endswith(".meta.yaml"))]
        picture = asyncio.run(paint(names, (160, 44), ["J"]))
    target.write_text(picture + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
