"""Every kind of bad input: what it says, what is kept, and that it costs neither time nor memory.

All of them lie in one folder, which is exported as its user would export it.
"""

import codecs
import os
import subprocess
import sys
import time
from itertools import chain

import msgspec
from docx_made import document, docx, paragraph
from pdf_made import flow, pdf

from briefing.reading import READERS

SAID = "The talks ended on Friday without a deal, the minister said, and nobody spoke to the press."
TEXT = SAID + "\n\nThey will begin again in spring, officials said.\n"
CUT = "The front matter "
LARGE = "This page is too large to tell the article from the rest, so all of it is shown."
DEEP = 100_000

WHOLE = pdf(flow(SAID))
LOCK = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >>" % (b"o" * 32, b"u" * 32)
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
XML_BOMB = f'<!DOCTYPE d [<!ENTITY e0 "ha">{ENTITIES}]>'

# Name, content, what the problem says (None where there is none), whether the text is kept.
BAD = [
    (
        "utf8.txt",
        f"{TEXT}“No” – “no” – ".encode() + b"\xff\x80.",
        "2 characters could not be decoded",
        True,
    ),
    ("nul.txt", f"\0{TEXT}", "1 character could not be decoded", True),
    ("nul.md", f"{TEXT}\0", "1 character could not be decoded", True),
    ("nul.html", f"<p>{TEXT}\0", "1 character could not be decoded", True),
    ("mark16.txt", codecs.BOM_UTF16_LE + TEXT.encode(), "but it is UTF-8.", True),
    ("mark32.txt", codecs.BOM_UTF32_BE + TEXT.encode(), "but it is UTF-8.", True),
    ("mark8.txt", codecs.BOM_UTF8 + TEXT.encode("utf-16-be"), "but it is UTF-16-BE.", True),
    ("mark16.html", codecs.BOM_UTF16_BE + f"<p>{TEXT}".encode(), "but it is UTF-8.", True),
    ("noise.txt", bytes(range(256)) * 99, "It is a binary file, not text", False),
    ("empty.txt", "", "It is empty.", False),
    *(
        (f"white{suffix}", " \n\t\r\n", "It holds only white space.", False)
        for suffix in sorted(READERS)
    ),
    ("invisible.txt", "\u00a0\u200b\n", "It holds no words to read.", False),
    ("marks.md", "# \n\n---\n", "It holds no words to read.", False),
    ("line.txt", "word " * 1_000_001, "longer than 5,000,000 characters", False),
    ("yaml.md", f"---\ntitle: [\nday: x: y\n---\n{TEXT}", CUT + "is not valid YAML", True),
    ("alias.md", f"---\na: &a [x]\nb: [*a, *a]\n---\n{TEXT}", CUT + "refers to other", True),
    ("nested.md", f"---\na: {'[' * 30_000}\n---\n{TEXT}", CUT + "is nested too deeply", True),
    ("large.md", f"---\n{'a: b' * 40_000}\n---\n{TEXT}", CUT + "has no closing line", True),
    ("open.md", f"---\na: b\n\n{TEXT}", CUT + "has no closing line", True),
    ("call.md", f"---\ntitle: !!python/object/apply:os.abort []\n---\n{TEXT}", None, True),
    ("quotes.md", "> " * DEEP + TEXT, None, True),
    ("brackets.md", "[" * 20_000 + "\n\n" + TEXT, None, True),
    ("open.html", f"<html><body><div><p><b>{TEXT}<i", None, True),
    ("attribute.html", f"<p>{TEXT}<a href='{'x' * DEEP}", None, True),
    ("comment.html", f"<p>{TEXT}<!-- {'x ' * DEEP}", None, True),
    ("script.html", f"<p>{TEXT}<script>{'x ' * DEEP}", None, True),
    ("deep.html", f"{'<div>' * DEEP}{TEXT}", LARGE, True),
    ("bold.html", f"<p>{'<b>' * DEEP}{TEXT}", LARGE, True),
    ("tags.html", "<p>" * 1_000_001, "more than 1,000,000 tags", False),
    ("entities.xhtml", f"<?xml version='1.0'?>{XML_BOMB}<p>&e8;</p><p>{TEXT}</p>", None, True),
    ("locked.pdf", WHOLE.replace(b"/Root", b"/Encrypt %s /Root" % LOCK), "It is locked", False),
    ("none.pdf", TEXT, "It is no PDF file", False),
    ("half.pdf", WHOLE[:200], "It is no PDF file", False),
    ("blank.pdf", pdf([]), "It holds pictures of pages, but no text", False),
    ("none.docx", TEXT, "It is no DOCX file", False),
    ("bomb.docx", docx(parts={"word/a.xml": bytes(64 << 20)}), "unpacks to more than 32 MB", False),
    ("no.docx", docx(parts={"word/document.xml": None}), "it holds no document", False),
    (
        "entities.docx",
        docx(parts={"word/document.xml": XML_BOMB + document(paragraph("&e8;"))}),
        "It declares a document type",
        False,
    ),
    ("deep.docx", docx("<w:ins>" * DEEP + "</w:ins>" * DEEP), "nested more than 150", False),
    ("empty.eml", "Subject: Talks\n\n", "It is a mail without a text.", False),
    ("header.eml", f"Date: {'(' * DEEP}\nFrom: <<\nSubject: =?x?\n\n{TEXT}", None, True),
    ("nested.eml", "Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 300, "hardly a", False),
    ("side.txt", TEXT, "The side file side.txt.meta.yaml is not valid YAML", True),
]
GOOD = {"good.txt", "folder.txt/inner.txt"}
PIPES = {"pipe.txt"} if hasattr(os, "mkfifo") else set()
SECONDS, MEMORY = 120, 900
"""For all of them together; MB."""
_EXPORT = """
import resource, sys
from briefing.cli import main
status = main(["export", sys.argv[1], "--format", "json", "-o", sys.argv[2]])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
sys.exit(status)
"""


def test_bad_input_is_a_sentence_each_and_costs_nothing_else(tmp_path):
    folder, out = tmp_path / "bad", tmp_path / "out.json"
    fill(folder)
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _EXPORT, folder, out], capture_output=True, check=False, timeout=300
    )
    seconds, megabytes = time.perf_counter() - began, int(done.stdout) / 1024
    exported = msgspec.json.decode(out.read_bytes())
    texts = {name_of(each, folder): each["text"] for each in exported["documents"]}
    problems = {}
    for problem in exported["problems"]:
        problems.setdefault(name_of(problem, folder), []).append(problem["error"])

    assert done.returncode == 1
    assert {name for name in texts if SAID in texts[name]} == texts.keys()
    assert texts.keys() == {name for name, *_, kept in BAD if kept} | GOOD
    told = {
        name: [says for sentence in problems.get(name, ()) if says in sentence]
        for name, _, says, _ in BAD
        if says
    }
    assert told == {name: [says] for name, _, says, _ in BAD if says}
    assert problems.keys() == told.keys() | PIPES
    for sentence in chain.from_iterable(problems.values()):
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert len(sentence) < 200
    assert seconds < SECONDS
    assert megabytes < MEMORY


def fill(folder):
    folder.mkdir()
    for name, content, *_ in BAD:
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "side.txt.meta.yaml").write_bytes(b"title: [\n")
    (folder / "passed.xlsx").write_text(TEXT)
    (folder / "folder.txt").mkdir()
    for name in GOOD:
        (folder / name).write_text(TEXT)
    for name in PIPES:
        os.mkfifo(folder / name)


def name_of(said, folder):
    return said["path"].removeprefix(f"{folder}/")
