"""Front matter: YAML between two lines of dashes at the start of a Markdown file."""

from __future__ import annotations

import re

from briefing.reading.metadata import MAX_YAML, Metadata, parse_metadata

# Two rules around a paragraph are no front matter: the line after the first one names a key.
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?=(?:#[^\n]*\n|[ \t]*\n)*[\w-]+[ \t]*:)")
_FRONT_MATTER_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """Part what stands between two lines of dashes at the start from the rest."""
    begin = _FRONT_MATTER.match(text)
    if begin is None:
        return Metadata(), text
    end = _FRONT_MATTER_END.search(text, begin.end(), begin.end() + MAX_YAML + 100)
    if end is None:
        fault = (
            "The front matter has no closing line of dashes in its first "
            f"{MAX_YAML >> 10} kB; it is read as text."
        )
        return Metadata(faults=(fault,)), text
    said = parse_metadata(text[begin.end() : end.start()], "The front matter", line=2)
    return said, text[end.end() :]
