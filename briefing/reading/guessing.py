"""What kind of file something is that has no suffix to say so, as when it is piped in."""

from __future__ import annotations

import re

# After a byte-order mark, white space, an XML declaration or a comment.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
# A field that only a mail has, among fields that begin the file.
_MAIL = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:From [^\n]{1,300}\n)?(?:[!-9;-~]{1,80}:[^\n]{0,2000}\n"
    rb"(?:[ \t][^\n]{0,2000}\n){0,40}){0,40}?(?:message-id|mime-version|received)[ \t]*:",
    re.IGNORECASE,
)
# Signs that a plain text hardly has: a heading with a blank line behind it, a link, a fence,
# front matter. Emphasis is none: people write it in plain text, too.
_MARKDOWN = re.compile(
    r"^\#{1,6}[ ][^\n]{1,200}\n[ \t]*$"
    r"|(?<!\\)\[[^\[\]\n]{1,200}\]\(<?https?://[^\s()]"
    r"|^(?:```|~~~)[\w-]{0,20}[ ]*$"
    r"|\A---[ \t]*\n[\w-]{1,40}[ \t]*:",
    re.MULTILINE,
)
_LISTED = 1 << 16
"""Bytes; a DOCX file lists some twenty parts."""
_LOOKED_AT = 1 << 16
"""Characters; what is written as Markdown shows it there."""


def is_page(content: bytes) -> bool:
    """Tell whether bytes begin as a web page does."""
    return _PAGE.match(content) is not None


def is_pdf(content: bytes) -> bool:
    """Tell whether bytes begin as a PDF file does."""
    return content.startswith(b"%PDF-")


def is_docx(content: bytes) -> bool:
    """Tell a DOCX file from other archives by the list of what it holds, which is at its end."""
    return content.startswith(b"PK\x03\x04") and b"word/document" in content[-_LISTED:]


def is_mail(content: bytes) -> bool:
    """Tell whether bytes begin as a mail does."""
    return _MAIL.match(content) is not None


def is_markdown(text: str) -> bool:
    """Tell whether a decoded text has marks that only Markdown gives a meaning to."""
    return _MARKDOWN.search(text, 0, _LOOKED_AT) is not None
