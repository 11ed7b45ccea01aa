"""Write a small PDF file for a test: lines at places, in fonts that every reader has."""

from textwrap import wrap

WIDTH, HEIGHT = 595, 842
_FONTS = {"plain": "Courier", "bold": "Courier-Bold"}
_ADVANCE = 0.6
"""Of Courier's size: how wide each letter is."""


def at(x, y, words, size=10, font="plain"):
    """A line; ``y`` is counted from below, in points."""
    return (x, y, size, font, words)


def flow(*paragraphs, x=70, top=760, size=10, chars=70, leading=1.2, gap=0.6, indent=0):
    """Lines of paragraphs, broken at a number of letters, from the top down."""
    lines, y = [], top
    for words in paragraphs:
        first = " " * indent
        for number, line in enumerate(wrap(first + words, chars, drop_whitespace=True)):
            begin = x + (indent * size * _ADVANCE if number == 0 else 0)
            lines.append(at(begin, y, line.strip(), size))
            y -= leading * size
        y -= gap * size
    return lines


def pdf(*pages, **said):
    """A whole file, as bytes.

    Args:
        pages: Each is a list of lines; see ``at``.
        said: What the file says of itself: ``Title``, ``CreationDate``.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = b""
    for name, base in _FONTS.items():
        objects.append(
            b"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /%s >>"
            % base.encode()
        )
        fonts += b"/%s %d 0 R " % (name.encode(), len(objects))
    kids = []
    for lines in pages:
        stream = b"\n".join(_shown(*line) for line in lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << %s >> >> >>" % (WIDTH, HEIGHT, len(objects), fonts)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    info = b" ".join(b"/%s %s" % (key.encode(), _string(words)) for key, words in said.items())
    objects.append(b"<< %s >>" % info)
    return _file(objects)


def _shown(x, y, size, font, words):
    return b"BT /%s %g Tf %g %g Td %s Tj ET" % (font.encode(), size, x, y, _string(words))


def _string(words):
    written = words.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        written = written.replace(sign, b"\\" + sign)
    return b"(%s)" % written


def _file(objects):
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    return made + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, table)
