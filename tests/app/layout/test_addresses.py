from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout import addresses
from briefing.app.layout.addresses import find_addresses, judge_address
from briefing.gate import CONTROLS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://port.example/a?b=1#c.", ["https://port.example/a?b=1#c"]),
        ("(see http://port.example/a)", ["http://port.example/a"]),
        ("http://wiki.example/Quay_(Oslo), he said", ["http://wiki.example/Quay_(Oslo)"]),
        ("“www.port.example”", ["www.port.example"]),
        ("WWW.PORT.EXAMPLE!", ["WWW.PORT.EXAMPLE"]),
        ("Www.port.example", ["Www.port.example"]),
        ("<https://port.example>", ["https://port.example"]),
        ("[https://a.example]; https://b.example…", ["https://a.example", "https://b.example"]),
        ("http://localhost:80/x", ["http://localhost:80/x"]),
        # No addresses.
        ("The www. of old", []),
        ("http:// is a scheme", []),
        ("shttp://a.example", []),
        ("mail me@www.port.example", []),
        ("ftp://a.example javascript:alert(1)", []),
        ("", []),
    ],
)
def test_addresses_of_a_plain_text(text, found):
    assert [span.of(text) for span in find_addresses(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://port.example/a", "https://port.example/a"),
        ("HTTP://port.example", "HTTP://port.example"),
        (" https://port.example\n", "https://port.example"),
        ("www.port.example", "https://www.port.example"),
        ("mailto:desk@port.example", "mailto:desk@port.example"),
        ("/b?c", "https://port.example/b?c"),
        ("//other.example/x", "https://other.example/x"),
        ("https://port.example:8080/é", "https://port.example:8080/é"),
        ("https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example"),
        # A host is shown as the network writes it: the second "а" is Cyrillic.
        ("https://p\u0430yp\u0430l.example/in", "https://xn--pypl-53dc.example/in"),
        ("https://münchen.example:8080/", "https://xn--mnchen-3ya.example:8080/"),
    ],
)
def test_what_is_opened_is_what_is_shown(url, opened):
    judged = judge_address(url, base="https://port.example/news/")
    assert judged == (opened, opened, "")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("javascript:alert(1)", addresses.UNKNOWN),
        ("JaVaScRiPt:alert(1)", addresses.UNKNOWN),
        ("java\nscript:alert(1)", addresses.NOT_SHOWN),
        ("data:text/html,<b>", addresses.UNKNOWN),
        ("file:///etc/passwd", addresses.UNKNOWN),
        ("vscode://open?x", addresses.UNKNOWN),
        ("https://port.example/\x1b]8;;x", addresses.NOT_SHOWN),
        ("https://port.example/\u202egnp.exe", addresses.NOT_SHOWN),
        ("https://port\u200b.example", addresses.NOT_SHOWN),
        ("https://port.example\\@evil.example", addresses.NOT_SHOWN),
        ("https://port.example/a b", addresses.NOT_SHOWN),
        ("https://port.example@evil.example/", addresses.POSES),
        ("https://[::1", addresses.UNREADABLE),
        ("https://a.example:99999999/", addresses.UNREADABLE),
        ("https:///x", addresses.UNREADABLE),
        ("https://" + "ä" * 80 + ".example", addresses.UNREADABLE),
        ("mailto:", addresses.UNKNOWN),
        ("notes/a.html", addresses.BESIDE),
        ("-x", addresses.BESIDE),
        ("", addresses.BESIDE),
    ],
)
def test_what_is_not_opened_says_why(url, reason):
    judged = judge_address(url)
    assert judged.url is None
    assert judged.reason == reason
    assert not CONTROLS.search(judged.shown)


@given(st.text() | st.text().map("https://".__add__) | st.text().map("www.".__add__))
def test_any_address_is_judged_and_none_hides_anything(url):
    judged = judge_address(url, base="https://port.example/")
    assert not CONTROLS.search(judged.shown)
    if judged.url is not None:
        assert judged.shown == judged.url
        assert judged.url.startswith(("http://", "https://", "mailto:"))
        assert judged.url.isprintable()


def test_the_time_to_find_addresses_grows_with_the_text_alone():
    hostile = ["www." * 4, "http://" * 4, "https://a" + ")" * 20, "(" * 16]

    def taken(size):
        began = process_time()
        for text in hostile:
            whole = text * (size // len(text))
            list(find_addresses(whole, 0, len(whole)))
        return process_time() - began

    taken(100_000)
    assert taken(800_000) < 40 * max(taken(100_000), 0.005)
