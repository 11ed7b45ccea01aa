"""What a web page says of itself: JSON-LD, meta tags, and the headline that one sees."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

from briefing.reading.metadata import parse_day, parse_language, parse_url, tidy
from briefing.reading.page import Page

Node: TypeAlias = Mapping[str, object]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|NewsItem)$")
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_URL_DAY = re.compile(r"/(20\d\d)[/-](\d\d)[/-](\d\d)(?=[/-]|$)", re.ASCII)
_WORD = re.compile(r"\w+")
# "Headline | Site", "Headline - Site", "Headline * Site"; never inside a word.
_JOINT = re.compile(r"\s+[|\-–—*•·»:]+\s+")
_BARS = frozenset("|*•·»")
"""What no headline has in it: what follows is the site's even if it does not say its name."""
_MAX_JOINTS = 5
_MAX_SHOWN = 20
_MAX_TAIL = 4
_MAX_SECTION = 2
"""Words."""
_MAX_TITLE = 1000
"""Characters; what is longer is no title."""
_AGREE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says of itself; None where it says nothing."""

    title: str | None
    titles: tuple[str, ...]
    """Every way in which the page words its headline."""
    published: date | None
    publisher: str | None
    url: str | None
    language: str | None
    descriptions: tuple[str, ...]


def describe_page(page: Page) -> PageFacts:
    """Choose among the things that a page says of itself, which often differ."""
    node = _article_node(page.data)
    metas = page.metas
    url = _first_url(page, node)
    publisher = _name(node.get("publisher")) or tidy(unescape(metas.get("og:site_name", "")))
    titles = _titles(page, node, (publisher, metas.get("og:site_name", ""), _host(url)))
    told = (str(node.get("datePublished") or ""), *(metas.get(name, "") for name in _DAYS))
    days = (*told, *page.times, _day_in(url))
    described = (node.get("description"), metas.get("og:description"), metas.get("description"))
    return PageFacts(
        title=titles[0] if titles else None,
        titles=titles,
        published=next(filter(None, map(parse_day, filter(None, days))), None),
        publisher=publisher or None,
        url=url,
        language=parse_language(page.language or "") or _language(node, metas),
        descriptions=tuple(tidy(unescape(d)) for d in described if isinstance(d, str) and d),
    )


def word_key(words: str) -> str:
    """Bring words into a form in which typography makes no difference."""
    return " ".join(_WORD.findall(words.casefold()))


def _titles(page: Page, node: Node, sites: Iterable[str]) -> tuple[str, ...]:
    """Return the headline, then how else the page words it.

    A page words its headline for whoever shares it, for readers, for search engines, for the
    window and for Twitter, often not in the same way: what most agree on is taken, and the
    first of these where none has more than another. It may show several first-level headings
    (its own name, "Log in"): the one counts that shares most words with what is told.
    """
    sites = tuple(filter(None, sites))
    told = [page.metas.get("og:title"), node.get("headline"), page.title]
    told.append(page.metas.get("twitter:title"))
    named = [title for words in told if (title := _named(words, sites))]
    shown = [tidy(p.words) for p in page.pieces if p.kind == "heading" and p.level == 1]
    shown = [title for title in shown if len(title) <= _MAX_TITLE][:_MAX_SHOWN]
    scored = [(max((_likeness(h, t) for t in named), default=0.0), h) for h in shown]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    if best[0] >= _AGREE or not named:
        named.insert(1 if _named(told[0], sites) else 0, best[1])
    named = [title for title in named if title]
    votes = Counter(map(word_key, named))
    named.sort(key=lambda title: -votes[word_key(title)])
    return tuple(dict.fromkeys(named))


def _named(title: object, sites: Iterable[str]) -> str:
    if not isinstance(title, str):
        return ""
    cut = cut_site(tidy(unescape(title[: 2 * _MAX_TITLE])), sites)
    return cut if len(cut) <= _MAX_TITLE else ""


def cut_site(title: str, sites: Iterable[str]) -> str:
    """Cut the site's name, and the section before it, off the end of a window's title.

    Args:
        title: One line.
        sites: Names that the site is known by, its host among them.
    """
    known = {word_key(site).replace(" ", "") for site in sites}
    end = len(title)
    for joint in reversed(list(_JOINT.finditer(title))[-_MAX_JOINTS:]):
        tail = word_key(title[joint.end() : end]).split()
        barred = joint[0].strip() in _BARS and len(tail) <= _MAX_TAIL
        section = end < len(title) and len(tail) <= _MAX_SECTION
        if joint.start() == 0 or not (barred or section or "".join(tail) in known):
            break
        end = joint.start()
    return title[:end]


def _likeness(one: str, other: str) -> float:
    """Tell how many of their words two titles share, 0–1."""
    a, b = set(word_key(one).split()), set(word_key(other).split())
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _article_node(data: Iterable[str]) -> Node:
    """Find the article's own description in JSON-LD; empty if there is none."""
    nodes = [node for script in data for node in _nodes(script)]
    for node in nodes:
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if node.get("headline") and any(isinstance(k, str) and _ARTICLE.search(k) for k in kinds):
            return node
    return next((node for node in nodes if node.get("headline")), {})


def _nodes(script: str) -> Iterator[Node]:
    """Yield every object of a JSON-LD script, outer ones first."""
    try:
        waiting = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    for value in waiting:  # grows while it is walked: no depth can overflow the stack
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return tidy(unescape(value)) if isinstance(value, str) else ""


def _first_url(page: Page, node: Node) -> str | None:
    base = page.base or ""
    told = (page.canonical, page.metas.get("og:url"), node.get("url"), node.get("@id"))
    urls = (parse_url(urljoin(base, address)) for address in told if isinstance(address, str))
    return next(filter(None, urls), None)


def _day_in(url: str | None) -> str:
    """Return "2024-11-22" of "https://example.org/news/2024/11/22/talks"."""
    match = _URL_DAY.search(url or "")
    return "-".join(match.groups()) if match else ""


def _host(url: str | None) -> str:
    """Return "example" of "https://www.example.co.uk/…"."""
    host = urlsplit(url or "").hostname or ""
    return max(host.split("."), key=len, default="")


def _language(node: Node, metas: Mapping[str, str]) -> str | None:
    told = (node.get("inLanguage"), metas.get("og:locale"), metas.get("language"))
    return next(filter(None, (parse_language(t) for t in told if isinstance(t, str))), None)
