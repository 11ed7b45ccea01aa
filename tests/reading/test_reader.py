import codecs
import subprocess
import sys
from datetime import date
from hashlib import sha256

import pytest
from docx_made import docx, paragraph
from pdf_made import flow, pdf

from briefing.errors import UnreadableError
from briefing.reading import READERS, read_document

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "The talks go on, the minister said.\n\nNobody else would say so.\n"
PAGE = f"<!DOCTYPE html><html><head><title>Talks</title></head><body><p>{TEXT}</p></body></html>"


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", TEXT, "text/plain"),
        ("a.TEXT", TEXT, "text/plain"),
        ("a.md", TEXT, "text/markdown"),
        ("a.Markdown", TEXT, "text/markdown"),
        ("a.html", PAGE, "text/html"),
        ("a.htm", PAGE, "text/html"),
        ("a.xhtml", PAGE, "application/xhtml+xml"),
        ("a", TEXT, "text/plain"),
        ("a.2024", TEXT, "text/plain"),
        ("a.aspx", PAGE, "text/html"),
        (
            "a",
            codecs.BOM_UTF8 + b"\n<?xml version='1.0'?>\n<!-- saved -->\n<HTML><p>Talks</p>",
            "text/html",
        ),
        ("a.pdf", pdf(flow(TEXT)), "application/pdf"),
        ("a", pdf(flow(TEXT)), "application/pdf"),
        ("a.txt", pdf(flow(TEXT)), "application/pdf"),
        ("a.docx", docx(paragraph(TEXT)), DOCX),
        ("a.tmp", docx(paragraph(TEXT)), DOCX),
        ("a.eml", f"Subject: Talks\n\n{TEXT}", "message/rfc822"),
        ("a", f"Subject: Talks\nMIME-Version: 1.0\n\n{TEXT}", "message/rfc822"),
        ("a.txt", f"Subject: Talks\nMIME-Version: 1.0\n\n{TEXT}", "text/plain"),
        ("a", "<b>The talks</b> go on.", "text/plain"),
        ("a", "<htmlish talks go on.", "text/plain"),
    ],
)
def test_the_suffix_chooses_the_reader_and_then_the_content(tmp_path, name, content, media_type):
    document = read_document(write(tmp_path, name, content))
    assert document.media_type == media_type
    assert document.blocks


def test_a_document_says_what_it_was_made_of(tmp_path):
    content = codecs.BOM_UTF8 + TEXT.replace("\n", "\r\n").encode()
    path = write(tmp_path, "talks.txt", content)
    document = read_document(path, "news/talks.txt")
    assert document.text == TEXT
    assert document.sha256 == sha256(content).hexdigest()
    assert document.id == document.sha256[:16]
    assert document.path == "news/talks.txt"
    assert document.encoding == "utf-8"
    assert read_document(path).path == str(path)


def test_a_name_that_is_no_utf8_can_be_written(tmp_path):
    path = tmp_path / b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    try:
        path.write_text(TEXT)
    except OSError:
        pytest.skip("this file system knows only UTF-8")
    assert read_document(path).path.endswith("caf�.txt")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "It is empty."),
        (b" \r\n\t\n", "It holds only white space."),
        (codecs.BOM_UTF8 + b"\n", "It holds no words to read."),
        ("\u00a0\u200b\n".encode(), "It holds no words to read."),
        (b"%PDF-1.7 ...", "It is no PDF file, whatever it is called, or it is broken."),
        (
            b"{\\rtf1",
            "It is a Rich Text document, not text; save its text as a .txt file to read it.",
        ),
        (
            b"The talks \x00 go on\x01.",
            "It is a binary file, not text; save its text as a .txt file to read it.",
        ),
    ],
)
def test_what_can_not_be_read_is_told_in_a_sentence(tmp_path, content, reason):
    path = write(tmp_path, "a.txt", content)
    with pytest.raises(UnreadableError) as caught:
        read_document(path)
    assert caught.value.reason == reason
    assert caught.value.path == path


@pytest.mark.parametrize("suffix", READERS)
def test_a_file_without_words_is_unreadable_in_every_format(tmp_path, suffix):
    path = write(tmp_path, f"a{suffix}", "\n\u00a0\n")
    with pytest.raises(UnreadableError):
        read_document(path)


def test_a_line_that_no_article_has(tmp_path):
    path = write(tmp_path, "a.txt", "word " * 1_000_001)
    with pytest.raises(UnreadableError, match="longer than 5,000,000 characters"):
        read_document(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<p>" + "word " * 1_000_001, "longer than 5,000,000 characters"),
        ("<p>" * 1_000_001, "more than 1,000,000 tags"),
    ],
    ids=["passage", "tags"],
)
def test_a_page_that_no_article_is(tmp_path, content, words):
    path = write(tmp_path, "a.html", content)
    with pytest.raises(UnreadableError, match=words):
        read_document(path)


def test_broken_characters_are_a_fault(tmp_path):
    document = read_document(write(tmp_path, "a.txt", "“No,” he said – twice".encode() + b"\xff."))
    assert document.faults == ("1 character could not be decoded and is shown as �.",)
    assert document.text.endswith("twice�.")


def test_a_page_declares_its_encoding(tmp_path):
    page = (
        "<html><head><meta charset='koi8-r'></head><body><p>Министр сказал нет.</p></body></html>"
    )
    document = read_document(write(tmp_path, "a.html", page.encode("koi8-r")))
    assert document.encoding == "koi8-r"
    assert "Министр сказал нет." in document.text


def test_plain_text_declares_nothing(tmp_path):
    text = "<meta charset='koi8-r'> was written above the café’s door."
    assert read_document(write(tmp_path, "a.txt", text.encode("cp1252"))).text == text


LINE = "LONDON, 20 November 2024 (The Line) — " + TEXT
FRONT = "---\ntitle: The front\ndate: 2024-11-22\npublisher: The Front\nurl: https://f.org/\n---\n"
MAIL = (
    "Subject: The mail\nDate: Thu, 21 Nov 2024 10:00:00 +0100\nFrom: The Mail <a@m.org>\n"
    "Archived-At: <https://m.org/>\n\n"
)
HEAD = (
    "<title>The page</title><meta property='article:published_time' content='2024-11-21'>"
    "<meta property='og:site_name' content='The Page'><link rel=canonical href='https://p.org/'>"
)
SIDE = "title: The side\npublished: 2024-11-23\npublisher: The Side\nurl: https://s.org/\n"
SIDE_SAYS = ("The side", date(2024, 11, 23), "side", "The Side", "https://s.org/")
FRONT_SAYS = ("The front", date(2024, 11, 22), "file", "The Front", "https://f.org/")
MAIL_SAYS = ("The mail", date(2024, 11, 21), "file", "The Mail", "https://m.org/")
PAGE_SAYS = ("The page", date(2024, 11, 21), "file", "The Page", "https://p.org/")
LINE_SAYS = (None, date(2024, 11, 20), "dateline", "The Line", None)
MADE = {"CreationDate": "D:20241119"}


@pytest.mark.parametrize(
    ("name", "content", "side", "expected"),
    [
        ("a.txt", TEXT, "", (None, None, None, None, None)),
        ("a.txt", LINE, "", LINE_SAYS),
        ("a.txt", LINE, SIDE, SIDE_SAYS),
        ("a.txt", LINE, "title: The side\n", ("The side", *LINE_SAYS[1:])),
        ("a.txt", TEXT, "published: 2024-11-23 08:00:00\n", (None, *SIDE_SAYS[1:3], None, None)),
        ("a.md", LINE, "", LINE_SAYS),
        ("a.md", FRONT + TEXT, "", FRONT_SAYS),
        ("a.md", FRONT + LINE, "", FRONT_SAYS),
        ("a.md", "---\ntitle: The front\n---\n" + LINE, "", ("The front", *LINE_SAYS[1:])),
        ("a.md", FRONT + LINE, SIDE, SIDE_SAYS),
        ("a.md", FRONT + LINE, "title: The side\n", ("The side", *FRONT_SAYS[1:])),
        ("a.html", f"<p>{LINE}", "", LINE_SAYS),
        ("a.html", HEAD + f"<p>{LINE}", "", PAGE_SAYS),
        ("a.html", HEAD + f"<p>{LINE}", SIDE, SIDE_SAYS),
        ("a.eml", f"To: all\n\n{LINE}", "", LINE_SAYS),
        ("a.eml", MAIL + LINE, "", MAIL_SAYS),
        ("a.eml", MAIL + LINE, SIDE, SIDE_SAYS),
        ("a.docx", docx(paragraph(LINE)), "", LINE_SAYS),
        ("a.docx", docx(paragraph(LINE), created="2024-11-19"), "", LINE_SAYS),
        ("a.docx", docx(paragraph(LINE), title="The docx"), SIDE, SIDE_SAYS),
        ("a.pdf", pdf(flow(LINE), **MADE), "", LINE_SAYS),
        ("a.pdf", pdf(flow(TEXT), **MADE), "", (None, date(2024, 11, 19), "file", None, None)),
        ("a.pdf", pdf(flow(LINE), Title="The pdf"), SIDE, SIDE_SAYS),
    ],
)
def test_dateline_file_front_matter_and_side_file_the_later_wins(
    tmp_path, name, content, side, expected
):
    path = write(tmp_path, name, content)
    if side:
        write(tmp_path, f"{name}.meta.yaml", side)
    found = read_document(path)
    told = (found.title, found.published, found.published_from, found.publisher, found.url)
    assert told == expected


def test_the_side_file_tells_the_rest(tmp_path):
    path = write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "a.txt.meta.yaml", "publisher: The Wire\nurl: https://x.org\nlanguage: de-CH\n")
    document = read_document(path)
    assert (document.publisher, document.url, document.language) == (
        "The Wire",
        "https://x.org",
        "de",
    )


def test_a_broken_side_file_is_a_fault_and_the_document_is_read(tmp_path):
    path = write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "a.txt.meta.yaml", "title: [")
    document = read_document(path)
    assert document.text == TEXT
    [fault] = document.faults
    assert fault.startswith("The side file a.txt.meta.yaml is not valid YAML")


EXTRA = {"mammoth", "pypdfium2"}
HEAVY = {"charset_normalizer", "lxml", "markdown_it", "sentencex", "trafilatura", "yaml", *EXTRA}


@pytest.mark.parametrize(
    ("name", "content", "needed"),
    [
        (None, "", set()),
        ("a.txt", TEXT, {"yaml"}),
        ("a.md", "# Talks\n\n" + TEXT, {"markdown_it", "yaml"}),
        ("a.html", PAGE, HEAVY - {"markdown_it", "sentencex"} - EXTRA),
        ("a.eml", f"Subject: Talks\n\n{TEXT}", {"yaml"}),
        ("a.docx", docx(paragraph(TEXT)), {"lxml", "mammoth", "yaml"}),
        ("a.pdf", pdf(flow(TEXT)), {"pypdfium2", "yaml"}),
    ],
    ids=["nothing", "text", "Markdown", "page", "mail", "DOCX", "PDF"],
)
def test_a_format_brings_only_what_it_needs(tmp_path, name, content, needed):
    code = "import sys, briefing.reading, briefing.library; from pathlib import Path\n"
    if name:
        code += f"briefing.reading.read_document(Path({str(write(tmp_path, name, content))!r}))\n"
    code += f"print(*(set({sorted(HEAVY)}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= needed
    assert done.stderr == ""
