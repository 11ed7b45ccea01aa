"""Article text as Markdown and YAML that come out as the text was written."""

from __future__ import annotations

import json
import re

from briefing.gate import clean

# What CommonMark and GitHub's tables, strikethrough and footnotes give a meaning anywhere.
_MARKS = re.compile(r"[\\`*\[\]<&|~]|(?<![^\W_])_|_(?![^\W_])|(?<=\s)#|#(?=\s|$)")
# What begins a heading, a list, a quotation or a rule, but only at the start of a line.
_OPENING = re.compile(r"(?:[#+=>-]|\d{1,9}(?=[.)](?: |$)))")


def escape(text: str) -> str:
    """Make words of a text safe to stand anywhere in a line of Markdown.

    Line breaks and runs of white space become one space, as any renderer shows them.
    """
    words = " ".join(clean(text).split())
    escaped = _MARKS.sub(lambda match: f"\\{match[0]}", words)
    if opening := _OPENING.match(escaped):
        mark = opening[0]
        # "1. x" is no list as "1\. x"; "4.1%" is none anyway.
        cut = len(mark) if mark.isdigit() else 0
        escaped = f"{escaped[:cut]}\\{escaped[cut:]}"
    return escaped


def quote(text: str) -> str:
    """Put words of a text into quotation marks, unless they bring their own."""
    words = " ".join(text.split())
    if len(words) > 1 and words[0] in '“"' and words[-1] in '”"':
        words = words[1:-1]
    return f"“{escape(words)}”"


def yaml_value(value: str | None) -> str:
    """Write a value of front matter: quoted, whatever is in it."""
    # JSON is YAML, and a JSON string has no line break that could end the front matter.
    return "null" if value is None else json.dumps(clean(value), ensure_ascii=False)
