"""What holds for the text inside an open tag: what it is, how it looks, where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefing.model import BlockKind
from briefing.reading.page import NOWHERE, Holder


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNSEEN = _names(
    "head title script style template noscript svg math iframe object canvas audio video "
    "select textarea button dialog"
)
# What these are called tells of the page, not of a part: "has-captions", "hidden until loaded".
_WHOLE = _names("html body main article")
_ASIDE = _names("nav aside footer form")
_LEAVES = _names("p h1 h2 h3 h4 h5 h6 li dt dd summary figcaption caption tr td th tbody thead")
BLOCKS = _names(
    "address article aside blockquote body caption center dd details div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul"
)
_KINDS: Mapping[str, BlockKind] = MappingProxyType(
    {
        **{f"h{level}": "heading" for level in range(1, 7)},
        "li": "item",
        "blockquote": "quote",
        "pre": "code",
        "figcaption": "caption",
        "caption": "caption",
    }
)
# Shown to screen readers, or to nobody.
_UNSEEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-?reader(?:-text)?|print-only)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_UNSEEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CAPTION_CLASS = re.compile(r"caption|photo-?credit|image-?credit", re.IGNORECASE)
_BOLD_CLASS = re.compile(r"(?:^|\s)(?:strong|bold)(?:\s|$)", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MAX_ID = 3
"""Words."""


@dataclass(slots=True, kw_only=True)
class Frame:
    """What holds for the text inside an open tag."""

    tag: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    depth: int = 0
    url: str | None = None
    bold: bool = False
    unseen: bool = False
    aside: bool = False
    holder: Holder = NOWHERE
    names: str = ""


def open_frame(tag: str, attributes: Mapping[str, str], outer: Frame) -> Frame:
    """Tell what holds inside a tag: what holds around it, and what the tag adds."""
    inner = replace(outer, tag=tag)
    names = " ".join(f"{attributes.get('class', '')} {attributes.get('id', '')}".split())
    style = attributes.get("style", "")
    if tag in _KINDS:
        inner.kind = _KINDS[tag]
        inner.level = int(tag[1]) if inner.kind == "heading" else None
    elif tag == "a":
        inner.url = attributes.get("href")
    elif tag in ("ul", "ol"):
        inner.depth += 1
    if tag in ("b", "strong") or _BOLD_CLASS.search(names) or _BOLD_STYLE.search(style):
        inner.bold = True
    inner.unseen = inner.unseen or tag in _UNSEEN
    inner.aside = inner.aside or tag in _ASIDE
    if tag not in _WHOLE:
        inner.unseen = inner.unseen or _is_unseen(names, style, attributes)
        if inner.kind == "paragraph" and _CAPTION_CLASS.search(names):
            inner.kind = "caption"
    if tag in BLOCKS and tag not in _LEAVES:
        inner.holder = Holder(_told_names(attributes), outer.holder)
        inner.names = ""
    elif names:
        inner.names = _told_names(attributes)
    return inner


def _told_names(attributes: Mapping[str, str]) -> str:
    """Write classes and id as words: "c-inlineSignup__title" is "c inline Signup title".

    An id of many words is made of a heading and says what the text is about, not what it is.
    """
    classes = _parts(attributes.get("class", ""))
    name = _parts(attributes.get("id", ""))
    return " ".join(classes + name if len(name) <= _MAX_ID else classes)


def _parts(names: str) -> list[str]:
    return _HUMP.sub(" ", names).replace("-", " ").replace("_", " ").split()


def _is_unseen(names: str, style: str, attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    return bool(_UNSEEN_CLASS.search(names) or (style and _UNSEEN_STYLE.search(style)))
