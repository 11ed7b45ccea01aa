from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UnreadableError
from briefing.reading import read_document
from briefing.reading.mail import read_mail

SAID = "The talks ended without a deal, the minister said."
PAGE = f"<h1>Talks end</h1><p>{SAID}</p><h2>What is next</h2><ul><li>More talks.</li></ul>"


def saved(folder, content, name="a.eml"):
    path = folder / name
    path.write_bytes(bytes(content) if isinstance(content, EmailMessage) else content)
    return path


def mail(*, plain=None, html=None, attached=(), **fields):
    message = EmailMessage()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    if plain is not None:
        message.set_content(plain)
    if html is not None:
        add = message.add_alternative if plain is not None else message.set_content
        add(html, subtype="html")
    for name in attached:
        message.add_attachment(b"...", maintype="image", subtype="png", filename=name)
    return message


WORDS = SAID.encode()


def raw(header, body=WORDS):
    return header.replace("\n", "\r\n").encode("latin-1") + b"\r\n\r\n" + body


def test_the_header_tells_what_a_document_wants_to_know(tmp_path):
    message = mail(
        plain=SAID,
        Subject="Café talks end",
        From='"The Wire" <news@wire.example>',
        Date="Fri, 22 Nov 2024 23:30:00 -0500",
        Archived_At="<https://wire.example/talks>",
        Content_Language="en-GB",
    )
    document = read_document(saved(tmp_path, message))
    assert document.title == "Café talks end"
    assert document.publisher == "The Wire"
    assert (document.published, document.published_from) == (date(2024, 11, 22), "file")
    assert document.url == "https://wire.example/talks"
    assert document.language == "en"
    assert document.media_type == "message/rfc822"
    assert document.text == f"Café talks end\n\n{SAID}"
    assert [block.kind for block in document.blocks] == ["title", "paragraph"]


def test_of_alternatives_the_one_with_structure_is_read(tmp_path):
    document = read_document(saved(tmp_path, mail(plain=SAID, html=PAGE, Subject="Talks end!")))
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        ("title", "Talks end"),
        ("paragraph", SAID),
        ("heading", "What is next"),
        ("item", "More talks."),
    ]


def test_an_alternative_without_words_is_none(tmp_path):
    document = read_document(saved(tmp_path, mail(plain=SAID, html="\n", Subject="Talks")))
    assert document.text == f"Talks\n\n{SAID}"


def test_all_parts_of_a_mail_are_read_in_their_order(tmp_path):
    message = mail(plain="First the minister spoke.")
    message.make_mixed()
    message.attach(mail(html="<p>Then the others did.</p>"))
    message.attach(mail(plain="Nobody listened."))
    document = read_document(saved(tmp_path, message))
    assert document.text.split("\n\n") == [
        "First the minister spoke.",
        "Then the others did.",
        "Nobody listened.",
    ]


@pytest.mark.parametrize(
    ("names", "notices"),
    [
        ([], ()),
        (["a.png"], ("1 attachment is not read.",)),
        (["a.png", "b.png"], ("2 attachments are not read.",)),
    ],
)
def test_attachments_are_told_of(tmp_path, names, notices):
    document = read_document(saved(tmp_path, mail(plain=SAID, attached=names)))
    assert document.notices == notices
    assert document.faults == ()


@pytest.mark.parametrize(
    ("header", "body", "words"),
    [
        (
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
            b"The caf=C3=A9 is closed, he =\r\nsaid.",
            "The café is closed, he said.",
        ),
        ("Content-Transfer-Encoding: base64", b"SGUgc2FpZCBuby4=", "He said no."),
        ("Content-Transfer-Encoding: base64", b"SGUgc2FpZCBuby4", "He said no."),
        ("Content-Transfer-Encoding: seven", b"He said no.", "He said no."),
        ("Content-Type: text/plain; charset=koi8-r", "Он сказал.".encode("koi8-r"), "Он сказал."),
        (
            "Content-Type: text/plain; charset=iso-2022-jp",
            "日本は言った。".encode("iso2022_jp"),
            "日本は言った。",
        ),
        ("Content-Type: text/plain; charset=utf-7", b"Caf+AOk- said.", "Café said."),
        ("Content-Type: text/plain; charset=klingon", "Café said.".encode(), "Café said."),
        ("Content-Type: text/plain", "Café said.".encode("cp1252"), "Café said."),
        (
            "Content-Type: text/html; charset=koi8-r",
            "<meta charset=utf-8><p>Он сказал.".encode("koi8-r"),
            "Он сказал.",
        ),
        ("Content-Type: text/html", "<meta charset=koi8-r>Он.".encode("koi8-r"), "Он."),
        (
            "Content-Type: text/plain; format=flowed",
            b"He said \r\nno. \r\n\r\n From here \r\non he \r\ndid not.",
            "He said no. \n\nFrom here on he did not.",
        ),
        ("Content-Type: ((((nothing", b"He said no.", "He said no."),
        ("Content-Type: multipart/mixed", b"He said no.", "He said no."),
        ('Content-Type: multipart/mixed; boundary="x', b"--x\r\n\r\nHe said no.", "He said no."),
        ("Content-Type: multipart/mixed; boundary=x", b"--x\r\n\r\nHe said no.", "He said no."),
        ("no field at all", b"He said no.", "no field at all\n\nHe said no."),
        ("Subject: =?utf-8?q?Caf=C3=A9", b"He said no.", "=?utf-8?q?Caf=C3=A9\n\nHe said no."),
        ("Subject: =?klingon?b?////?=", b"He said no.", "He said no."),
        ("From: <<\x00@@\nDate: 31 February 2024\nTo: ((((", b"He said no.", "He said no."),
        ("Date: Mon, 99 Zzz 99999 99:99:99 +9999", b"He said no.", "He said no."),
        ("X: " + "(" * 100_000 + "\nFrom: " + "<" * 100_000, b"He said no.", "He said no."),
    ],
)
def test_a_mail_however_it_is_packed_or_broken(tmp_path, header, body, words):
    document = read_document(saved(tmp_path, raw(header, body)))
    assert "\n\n".join(b.span.of(document.text) for b in document.blocks).endswith(
        words.replace(" \n", "\n")
    )
    assert document.published is None


def test_a_mail_that_an_editor_saved_anew(tmp_path):
    content = raw("Subject: Talks\nMIME-Version: 1.0").decode().encode("utf-16")
    document = read_document(saved(tmp_path, content))
    assert (document.title, document.text) == ("Talks", f"Talks\n\n{SAID}")


@pytest.mark.parametrize("field", ["MIME-Version: 1.0", "Message-ID: <a@b>", "Received: by x"])
def test_a_mail_without_a_suffix_is_known_by_its_header(tmp_path, field):
    content = raw(f"From: a@b.example\nTo: one,\n two\n{field}\nSubject: Talks")
    document = read_document(saved(tmp_path, content, "saved"))
    assert document.media_type == "message/rfc822"
    assert document.title == "Talks"


def test_a_text_that_begins_like_a_mail_is_none(tmp_path):
    content = raw("From: the minister\nTo: all")
    assert read_document(saved(tmp_path, content, "memo")).media_type == "text/plain"


def nested(depth):
    content = b"Content-Type: text/plain\r\n\r\nHe said no.\r\n"
    for level in range(depth):
        border = b"b%d" % level
        content = b"Content-Type: multipart/mixed; boundary=%s\r\n\r\n--%s\r\n%s\r\n--%s--\r\n" % (
            border,
            border,
            content,
            border,
        )
    return content


def forwarded(depth):
    return b"Content-Type: message/rfc822\r\n\r\n" * depth + b"Subject: x\r\n\r\nHe said no."


def test_parts_in_parts(tmp_path):
    assert read_document(saved(tmp_path, nested(20))).text == "He said no."
    assert read_document(saved(tmp_path, forwarded(3))).text == "He said no."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (raw("Subject: Talks", b""), "It is a mail without a text."),
        (raw("Subject: Talks", b" \r\n\r\n"), "It is a mail without a text."),
        (raw("Content-Type: text/html", b"<style>p {}</style>"), "It is a mail without a text."),
        (
            bytes(mail(attached=["a.png"])),
            "It is a mail with attachments and without a text; save these to read them.",
        ),
        (
            raw("Content-Type: application/pkcs7-mime", b"MII="),
            "It is an encrypted mail; decrypt it in your mail program, and save it from there.",
        ),
        (
            nested(300),
            "It has more than 200 parts that hold parts, so it is hardly a mail.",
        ),
        (
            forwarded(2_000),
            "It has more than 200 parts that hold parts, so it is hardly a mail.",
        ),
    ],
    ids=["no body", "blank", "hidden", "attached", "locked", "nested", "forwarded"],
)
def test_a_mail_with_nothing_to_read(tmp_path, content, reason):
    with pytest.raises(UnreadableError) as caught:
        read_document(saved(tmp_path, content))
    assert caught.value.reason == reason


FIELDS = st.sampled_from(
    [b"Subject", b"From", b"Date", b"Content-Type", b"Content-Transfer-Encoding", b"X", b" "]
)
VALUES = st.binary(max_size=20) | st.sampled_from(
    [
        b"multipart/mixed; boundary=x",
        b"multipart/alternative; boundary=x",
        b"text/html; charset=utf-16",
        b"message/rfc822",
        b"base64",
        b"uuencode",
        b"=?utf-8?b?w6k=?= <(@",
    ]
)
BODIES = st.lists(st.sampled_from([b"--x", b"--x--", b"", b"<p>He said no.", b"w6k="]), max_size=8)


@given(st.lists(st.tuples(FIELDS, VALUES), max_size=5), BODIES)
def test_any_mail_gives_an_article_or_a_sentence(fields, body):
    header = b"".join(b"%s: %s\n" % field for field in fields)
    try:
        told = read_mail(header + b"\n" + b"\n".join(body), Path("a.eml")).text
    except UnreadableError as error:
        told = error.reason
    assert told.strip()
