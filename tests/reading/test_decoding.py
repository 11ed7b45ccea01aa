import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.decoding import binary_reason, declared_encoding, decode

NEWS = "The minister said “no” – twice – at a café in Zürich, where €3bn was spent."


def unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("text", "mark", "encoding"),
    [
        (NEWS, b"", "utf-8"),
        (NEWS, codecs.BOM_UTF8, "utf-8"),
        (NEWS, codecs.BOM_UTF16_LE, "utf-16-le"),
        (NEWS, codecs.BOM_UTF16_BE, "utf-16-be"),
        (NEWS, codecs.BOM_UTF32_LE, "utf-32-le"),
        (NEWS, codecs.BOM_UTF32_BE, "utf-32-be"),
        (NEWS, b"", "utf-16-le"),
        (NEWS, b"", "utf-16-be"),
        (NEWS, b"", "cp1252"),
        # What charset-normalizer takes for cp852 and cp1250.
        ("They’d met à Zürich.", b"", "cp1252"),
        ("They’d left.", b"", "cp1252"),
    ],
)
def test_text_comes_back_whole(text, mark, encoding):
    assert decode(mark + text.encode(encoding)) == (text, encoding, None)


@given(st.text().map(lambda text: text.replace("\x00", "")))
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_any_text_makes_the_round_trip(mark, encoding, text):
    if not mark and text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")
    assert decode(mark + text.encode(encoding)) == (unified(text), encoding, None)


@given(st.binary(), st.none() | st.text())
def test_any_bytes_give_some_text(content, declared):
    decoded = decode(content, declared)
    assert "\r" not in decoded.text
    decoded.text.encode("utf-8")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"One\r\ntwo\rthree\n", "One\ntwo\nthree\n"),
        (b"\r\r\n\n", "\n\n\n"),
    ],
)
def test_line_ends_become_line_feeds(content, text):
    assert decode(content).text == text


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (
            "“No,” said the café’s owner".encode() + b"\xff and left.",
            "1 character could not be decoded and is shown as �.",
        ),
        (
            b"\xe9t\xe9 "
            + "– “The talks go on,” he said – ‘for now’ – in Zürich".encode()
            + b" \xe2",
            "3 characters could not be decoded and are shown as �.",
        ),
    ],
)
def test_broken_utf8_is_not_taken_for_windows(content, fault):
    decoded = decode(content)
    assert decoded.encoding == "utf-8"
    assert decoded.fault == fault
    assert "â€" not in decoded.text


def test_replacement_characters_of_the_text_itself_are_no_fault():
    assert decode("The sign read � for years.".encode()).fault is None


@pytest.mark.parametrize(
    ("text", "declared", "encoding"),
    [
        ("Президент заявил, что переговоры продолжатся.", "windows-1251", "cp1251"),
        ("Президент заявил, что переговоры продолжатся.", "koi8-r", "koi8-r"),
        ("Der Minister sagte “nein”.", "iso-8859-1", "cp1252"),
        ("Die Grösse blieb gleich.", "no-such-encoding", "cp1252"),
        ("Die Grösse blieb gleich.", "utf-8", "cp1252"),
        ("Die Grösse blieb gleich.", "unicode_escape", "cp1252"),
    ],
)
def test_a_page_is_believed_where_it_can_be(text, declared, encoding):
    decoded = decode(text.encode(encoding), declared)
    assert decoded == (text, encoding, None)


def test_a_declaration_does_not_beat_utf8():
    assert decode("Zürich".encode(), "iso-8859-1") == ("Zürich", "utf-8", None)


def test_bytes_that_windows_does_not_define_are_guessed():
    text = "これは日本語の記事です。大臣は金曜日に、交渉は続くと述べた。" * 20
    decoded = decode(text.encode("shift_jis"))
    assert decoded.text == text
    assert decoded.fault is None


@pytest.mark.parametrize(
    ("content", "declared"),
    [
        (b'<html><head><meta charset="windows-1251"></head>', "windows-1251"),
        (
            b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=iso-8859-15'>",
            "iso-8859-15",
        ),
        (b"<?xml version='1.0' encoding='koi8-r'?><html>", "koi8-r"),
        (b"<p>They set the charset=latin1 by hand.</p>", None),
        (b"<html><body>nothing</body></html>", None),
        (b" " * 5000 + b"<meta charset=koi8-r>", None),
    ],
)
def test_declared_encoding(content, declared):
    assert declared_encoding(content) == declared


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x7fELF\x02\x01\x01", "ELF"),
        (b"GIF89a\x01\x00", "GIF"),
        (b"{\\rtf1\\ansi", "Rich Text"),
        (b"The minister\x00said so.\x01", "a binary file"),
        (b"The minister\x00said so." * 9, "a binary file"),
        (b"The minister\x00said so at the caf\xe9.", "a binary file"),
        (bytes(range(1, 32)) * 10, "a binary file"),
    ],
)
def test_files_that_are_no_text(content, what):
    reason = binary_reason(content)
    assert what in reason
    assert reason.endswith(".")
    assert "save its text" in reason


@pytest.mark.parametrize(
    "content",
    [
        NEWS.encode(),
        NEWS.encode("cp1252"),
        codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"),
        codecs.BOM_UTF32_BE + NEWS.encode("utf-32-be"),
        NEWS.encode("utf-16-be"),
        "記事".encode() * 100,
        b"\x1b]0;x\x07\x1b[2J The headline of the day is [bold]",
        b"The minister\x00said so.",
        b"The minister said so." * 500 + b"\x00" * 10,
        b"PKK fighters laid down their arms on Friday.",
        b"BZh is no word. GIF8 is none either.",
        b"",
    ],
)
def test_files_that_may_be_text(content):
    assert binary_reason(content) is None


def test_stray_nuls_are_broken_characters():
    decoded = decode(b"The minister\x00said so.")
    assert decoded.text == "The minister\ufffdsaid so."
    assert decoded.fault == "1 character could not be decoded and is shown as �."


@pytest.mark.parametrize(
    ("mark", "encoding", "said"),
    [
        (codecs.BOM_UTF16_LE, "utf-8", "UTF-16-LE"),
        (codecs.BOM_UTF16_BE, "utf-8", "UTF-16-BE"),
        (codecs.BOM_UTF32_LE, "utf-8", "UTF-32-LE"),
        (codecs.BOM_UTF32_BE, "utf-8", "UTF-32-BE"),
        (codecs.BOM_UTF16_LE, "utf-16-be", "UTF-16-LE"),
        (codecs.BOM_UTF16_BE, "utf-16-le", "UTF-16-BE"),
        (codecs.BOM_UTF8, "utf-16-le", "UTF-8"),
    ],
)
def test_a_mark_of_another_encoding_is_told_of(mark, encoding, said):
    text = "The minister said no, and nobody asked again."
    content = mark + text.encode(encoding)
    assert binary_reason(content) is None
    decoded = decode(content)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.fault == f"Its byte-order mark is that of {said}, but it is {encoding.upper()}."


@pytest.mark.parametrize("text", ["漢字仮名", "記事。" * 40, "ab", "The minister said no." * 9])
def test_a_mark_is_believed_where_it_is_right(text):
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        decoded = decode(mark + text.encode(encoding))
        assert (decoded.text, decoded.encoding, decoded.fault) == (text, encoding, None)


@pytest.mark.parametrize(
    ("declared", "mail", "text"),
    [
        ("iso-2022-jp", False, "日本は言った。"),
        ("iso-2022-jp", True, "日本は言った。"),
        ("iso-2022-kr", True, "한국이 말했다."),
        ("hz", True, "中国说。"),
        ("utf-7", True, "Café"),
    ],
)
def test_encodings_that_are_written_in_ascii(declared, mail, text):
    assert decode(text.encode(declared), declared, mail=mail).text == text


def test_no_page_hides_its_text_in_an_encoding_of_mails():
    assert decode(b"+ADw-script+AD4-", "utf-7").text == "+ADw-script+AD4-"
