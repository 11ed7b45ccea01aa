"""What is said about an article beside its text: side files and front matter, both YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from briefing.errors import UnreadableError
from briefing.reading.decoding import decode
from briefing.reading.opening import read_bytes

SIDE_SUFFIX = ".meta.yaml"
LEFT_OUT = "it is left out."
"""The end of a fault where nothing of the file counts."""
DAY_KEYS = ("published", "date")
"""The first that has a value counts."""
MAX_YAML = 64 * 1024
"""Characters; a list of names and dates is a hundredth of it."""

_MAX_DEPTH = 20

_DAY = re.compile(r"\s*([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|([0-9]{2})([0-9]{2}))(?![0-9])")
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?![A-Za-z])")
_SPACE = re.compile(r"\s+")
# A lone half of a character can't be written as UTF-8.
_HALVES = re.compile("[\ud800-\udfff]")
_NULLS = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a side file or front matter tells; None where it tells nothing."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1."""
    faults: tuple[str, ...] = ()


def read_side(path: Path) -> Metadata:
    """Read what the side file of a document says, if there is one."""
    side = path.with_name(path.name + SIDE_SUFFIX)
    name = f"The side file {tidy(side.name)}"
    try:
        if not side.exists():
            return Metadata()
        if side.resolve().parent != path.parent.resolve():
            return Metadata(faults=(f"{name} is a link that leads elsewhere; {LEFT_OUT}",))
        content = read_bytes(side, lines=False)
    except (OSError, UnreadableError):
        return Metadata(faults=(f"{name} can't be opened; {LEFT_OUT}",))
    return parse_metadata(decode(content).text, name)


def parse_metadata(text: str, name: str, line: int = 1) -> Metadata:
    """Take the keys we know out of YAML.

    Only the plain values of the top level are looked at, as events of the parser: nothing is
    built, so neither aliases that multiply nor tags that call have any effect.

    Args:
        text: YAML that maps names to values.
        name: How to call it in a fault: ``"The front matter"``.
        line: On which line of its file the text begins.
    """
    import yaml  # 41 ms that a document without a side file does not need

    if len(text) > MAX_YAML:
        return Metadata(faults=(f"{name} is larger than {MAX_YAML >> 10} kB; {LEFT_OUT}",))
    try:
        pairs = dict(_top_level(text))
    except yaml.MarkedYAMLError as error:
        if "nesting" in (error.problem or ""):
            # PyYAML 6.0.4 and later count the depth themselves, before we see an event.
            return Metadata(faults=(f"{name} is nested too deeply; {LEFT_OUT}",))
        mark = error.problem_mark
        where = f" (line {mark.line + line})" if mark else ""
        return Metadata(faults=(f"{name} is not valid YAML{where}; {LEFT_OUT}",))
    except yaml.YAMLError:
        return Metadata(faults=(f"{name} is not valid YAML; {LEFT_OUT}",))
    except _NotPlainError as error:
        return Metadata(faults=(f"{name} {error}; {LEFT_OUT}",))
    return _choose(pairs, name)


def parse_day(words: str) -> date | None:
    """Read the day at the start of an ISO date or time, as it is written there.

    A time zone is not reckoned with: the day is local to whoever wrote it.
    """
    match = _DAY.match(words)
    try:
        return date(*(int(part) for part in match.groups() if part)) if match else None
    except ValueError:
        return None


def parse_language(words: str) -> str | None:
    """Cut "en" out of "en-GB"."""
    match = _LANGUAGE.match(words.strip())
    return match[0].lower() if match else None


def parse_url(words: str) -> str | None:
    """Return an address of the web as it is, and None for anything else."""
    words = words.strip()
    try:
        parts = urlsplit(words)
    except ValueError:
        return None
    return tidy(words) if parts.scheme in ("http", "https") and parts.netloc else None


def tidy(words: str) -> str:
    """Bring words of metadata onto one line that can be written as UTF-8."""
    return _HALVES.sub("\ufffd", _SPACE.sub(" ", words)).strip()


class _NotPlainError(Exception):
    """YAML of a kind that metadata has no need of."""


def _top_level(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of the top level that are plain on both sides."""
    import yaml

    depth = 0
    before: list[str | None] = []
    """The key that waits for its value; None stands for what is not plain."""
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.AliasEvent):
            raise _NotPlainError("refers to other parts of itself (YAML aliases)")
        if depth == 0 and isinstance(event, yaml.ScalarEvent | yaml.SequenceStartEvent):
            raise _NotPlainError("must map names to values, as in “title: …”")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                raise _NotPlainError("is nested too deeply")
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth != 1 or not isinstance(event, yaml.ScalarEvent | yaml.CollectionEndEvent):
            continue
        plain = None
        if isinstance(event, yaml.ScalarEvent) and (event.style or not _is_null(event.value)):
            plain = event.value
        if not before:
            before.append(plain)
        elif (key := before.pop()) is not None and plain is not None:
            yield key.strip().casefold(), plain


def _is_null(value: str) -> bool:
    return value.casefold() in _NULLS


def _choose(pairs: Mapping[str, str], name: str) -> Metadata:
    """Check the values of the keys we know; one that is no use becomes a fault."""
    written = next((pairs[key] for key in DAY_KEYS if key in pairs), None)
    published = parse_day(written) if written is not None else None
    url = parse_url(pairs.get("url", ""))
    language = parse_language(pairs.get("language", pairs.get("lang", "")))
    faults = []
    if written is not None and published is None:
        faults.append(f"{name} gives a date that is none; write it as 2024-11-22.")
    if pairs.get("url") and url is None:
        faults.append(f"{name} gives an address that does not begin with http:// or https://.")
    return Metadata(
        title=tidy(pairs.get("title", "")) or None,
        published=published,
        publisher=tidy(pairs.get("publisher", "")) or None,
        url=url,
        language=language,
        faults=tuple(faults),
    )
