"""Bytes to text: which encoding a file is in, and which files are no text at all."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple


class Decoded(NamedTuple):
    """Text, and how it was got."""

    text: str
    encoding: str
    """The codec's name, as Python spells it."""
    fault: str | None
    """Why some characters are replaced; None where all are whole."""


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, or an office document or e-book made of one"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"\x7fELF", "a program (ELF)"),
    (b"MZ\x90\x00", "a program (Windows)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document (before 2007)"),
    (b"{\\rtf", "a Rich Text document"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"bplist00", "a property list (binary)"),
)
_SAMPLE = 1 << 16
_FEW = 32
"""Bytes; sixteen letters of Chinese in UTF-16 are hardly ever whole UTF-8."""
_FEW_LOST = 4
"""Bytes of a letter that the sample cuts."""
# So many NULs, or fewer than one byte of so many, are an accident in what is text otherwise.
_STRAY, _STRAY_SHARE = 8, 1000
# All controls but tab, line feed, form feed, carriage return and escape: logs of a terminal
# are text. A tenth of them is more than any text has and about what noise has.
_CONTROLS = bytes(c for c in [*range(1, 32), 127] if c not in b"\t\n\x0b\x0c\r\x1b")
_CONTROL_SHARE = 0.1

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,500}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
# What a page may declare: the Encoding Standard of WHATWG, as far as Python has it. It takes
# Latin-1 and ASCII for Windows-1252, and UTF-16 for UTF-8 where one could read the declaration.
_SAME = (
    *(f"cp{n}" for n in (866, 874, 932, 949, *range(1250, 1259))),
    *(f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "gbk", "gb18030"),
    *("big5", "big5hkscs", "euc_jp", "iso2022_jp", "shift_jis", "euc_kr"),
)
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gbk",
}
_SWITCHING = frozenset({"iso2022_jp", "iso2022_kr", "hz", "utf-7"})
"""The last three are of old mails, and no browser takes them for a page."""
_WEB_ENCODINGS = {name: name for name in _SAME} | _WIDER


def binary_reason(content: bytes) -> str | None:
    """Say in one sentence why a file is no text; None where it may be."""
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            return f"It is {what}, not text; save its text as a .txt file to read it."
    if _unicode_mark(content) is not None or _unmarked_utf16(content) is not None:
        return None
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    nuls = content.count(0)
    stray = nuls <= max(_STRAY, len(content) // _STRAY_SHARE) and not controls
    if (nuls and not (stray and _decodes(content, "utf-8"))) or (
        controls > _CONTROL_SHARE * len(sample)
    ):
        return "It is a binary file, not text; save its text as a .txt file to read it."
    return None


def declared_encoding(content: bytes) -> str | None:
    """Return what a web page says its encoding is, in the first kilobytes, as it says it."""
    match = _DECLARED.search(content[:4096])
    return match[1].decode("ascii", "replace") if match else None


def decode(content: bytes, declared: str | None = None, *, mail: bool = False) -> Decoded:
    """Turn a file into text; the byte-order mark goes, CR and CRLF become LF.

    What is tried, in turn: the byte-order mark; what the file declares, if that writes all
    letters in those of ASCII; UTF-8; UTF-8 with a few broken characters; what
    the file declares; Windows-1252, unless bytes occur that it does not define; and only then
    a guess by charset-normalizer, which takes short texts in Windows-1252 for rarer encodings.

    Args:
        content: The whole file.
        declared: The encoding that the file, or who sent it, says it is in.
        mail: It was sent, perhaps in an encoding that is used only there.
    """
    mark = _unicode_mark(content)
    if mark is not None:
        return _marked(content[len(mark[0]) :], mark[1])
    if (unmarked := _unmarked_utf16(content)) is not None:
        return _whole(content, unmarked)
    known = _known(declared, mail=mail)
    # Written in the letters of ASCII, with signs that switch to others, they pass for UTF-8.
    if known in _SWITCHING and content.isascii():
        return _whole(content, known)
    try:
        text = content.decode("utf-8")
        nuls = text.count("\x00")
        return Decoded(
            _unify(text.replace("\x00", "\ufffd") if nuls else text), "utf-8", _fault(nuls)
        )
    except UnicodeDecodeError:
        pass
    if _is_broken_utf8(content):
        return _whole(content, "utf-8")
    for encoding in (known, "cp1252"):
        try:
            if encoding is not None:
                return Decoded(_unify(content.decode(encoding)), encoding, None)
        except UnicodeDecodeError:
            continue
    return _whole(content, _guess(content))


def has_mark(content: bytes) -> bool:
    """Tell whether a file begins with a byte-order mark."""
    return _unicode_mark(content) is not None


def _unicode_mark(content: bytes) -> tuple[bytes, str] | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            if (
                encoding == "utf-32-le"
                and not _decodes(content[: _SAMPLE * 4], encoding)
                and not _is_plain(content[len(mark) :])
            ):
                continue  # UTF-16 that begins with a NUL
            return mark, encoding
    return None


def _marked(content: bytes, encoding: str) -> Decoded:
    """Decode what stands behind a byte-order mark, which may be that of something else."""
    other = _unmarked_utf16(content)
    if other is None and encoding != "utf-8" and _is_plain(content):
        other = "utf-8"
    if other is None or other == encoding:
        return _whole(content, encoding)
    decoded = _whole(content, other)
    fault = f"Its byte-order mark is that of {encoding.upper()}, but it is {other.upper()}."
    return decoded._replace(fault=decoded.fault or fault)


def _is_plain(content: bytes) -> bool:
    """Tell UTF-8 from other encodings of Unicode, which pass for it only in a few letters."""
    sample = content[:_SAMPLE]
    whole = sample.decode("utf-8", "ignore").encode()
    return len(sample) >= _FEW and b"\x00" not in sample and len(sample) - len(whole) < _FEW_LOST


def _unmarked_utf16(content: bytes) -> str | None:
    """Recognise UTF-16 without a mark: every other byte of English in it is a NUL."""
    sample = content[: _SAMPLE & ~1]
    if b"\x00" not in sample or len(content) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for encoding, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if few == 0 and many > len(sample) // 4 and _decodes(content, encoding):
            return encoding
    return None


def _is_broken_utf8(content: bytes) -> bool:
    """Tell whether whole characters of several bytes outnumber the broken ones.

    Other encodings spell such a sequence by chance only ("Ã©").
    """
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return whole > broken


def _known(declared: str | None, *, mail: bool) -> str | None:
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return None
    return name if mail and name in _SWITCHING else _WEB_ENCODINGS.get(name)


def _guess(content: bytes) -> str:
    import charset_normalizer  # 55 ms that few files need

    best = charset_normalizer.from_bytes(content[: _SAMPLE * 4]).best()
    return codecs.lookup(best.encoding).name if best is not None else "cp1252"


def _whole(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    own = content.decode(encoding, "ignore").count("\ufffd")
    return Decoded(_unify(text), encoding, _fault(text.count("\ufffd") - own))


def _fault(broken: int) -> str | None:
    if broken == 0:
        return None
    if broken == 1:
        return "1 character could not be decoded and is shown as �."
    return f"{broken:,} characters could not be decoded and are shown as �."


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
