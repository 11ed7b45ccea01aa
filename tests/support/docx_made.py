"""Write a small DOCX file for a test."""

from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMED = ("Title", "Quote", "caption", *(f"heading {level}" for level in range(1, 8)))
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="S{at}"><w:name w:val="{name}"/></w:style>'
    for at, name in enumerate(_NAMED)
)


def paragraph(words, style=None, *, bold=False, inner=""):
    """A paragraph; ``inner`` is XML behind its words."""
    look = f'<w:pPr><w:pStyle w:val="S{_NAMED.index(style)}"/></w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    run = f'<w:r>{weight}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    return f"<w:p>{look}{run}{inner}</w:p>"


def item(words, level=0):
    """An item of a list with bullets."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def table(*rows):
    """A table; a row is the words of its cells."""
    cells = ("".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(body):
    """The main part, around its body."""
    return f"<w:document {_W}><w:body>{body}</w:body></w:document>"


def core(**said):
    """What a file says of itself: ``title``, ``created``, ``description``, ``language``."""
    of = {name: "dcterms" if name == "created" else "dc" for name in said}
    inner = "".join(
        f"<{of[name]}:{name}>{escape(words)}</{of[name]}:{name}>" for name, words in said.items()
    )
    spaces = {
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
    }
    names = " ".join(f"xmlns:{name}={quoteattr(space)}" for name, space in spaces.items())
    return f"<cp:coreProperties {names}>{inner}</cp:coreProperties>"


def footnotes(*notes):
    """The part that holds notes, numbered from 1; refer to them with ``noted``."""
    inner = "".join(
        f'<w:footnote w:id="{number}">{paragraph(words)}</w:footnote>'
        for number, words in enumerate(notes, 1)
    )
    return f"<w:footnotes {_W}>{inner}</w:footnotes>"


def noted(number):
    """The sign that refers to a note."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def docx(body="", parts=None, **said):
    """A whole file, as bytes.

    Args:
        body: XML made by the functions above.
        parts: Further parts, or others in place of ours; None leaves one out.
        said: See ``core``.
    """
    levels = "".join(f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="bullet"/></w:lvl>' for at in range(3))
    numbering = (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    files = {
        "word/document.xml": document(body),
        "word/styles.xml": f"<w:styles {_W}>{_STYLES}</w:styles>",
        "word/numbering.xml": numbering,
        "docProps/core.xml": core(**said),
        **(parts or {}),
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, part in files.items():
            if part is not None:
                archive.writestr(name, part)
    return made.getvalue()
