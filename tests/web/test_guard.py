import pytest

from briefing.web.guard import is_host_known, is_local, is_own_page


@pytest.fixture(autouse=True)
def _a_machine_called_desk(monkeypatch):
    monkeypatch.setattr("socket.gethostname", lambda: "Desk.example.org")


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("127.0.0.1:8000", True),
        ("127.0.0.1", True),
        ("localhost:8001", True),
        ("LOCALHOST:8000", True),
        ("[::1]:8000", True),
        ("192.0.2.7:8000", True),
        ("desk:8000", True),
        ("desk.local:8000", True),
        ("news.example.org", True),
        # A name of somebody else's may lead here as well.
        ("evil.example:8000", False),
        ("127.0.0.1.evil.example:8000", False),
        ("desktop.evil.example:8000", False),
        ("localhost.evil.example", False),
        ("", False),
        ("127.0.0.1:8000\r\nX: y", False),
        ("127.0.0.1; script-src *", False),
        ("user@127.0.0.1", False),
        ("127.0.0.1:123456", False),
        ("[::1", False),
    ],
)
def test_only_a_request_that_was_meant_for_us_is_answered(host, known):
    assert is_host_known(host, "news.example.org") == known


@pytest.mark.parametrize(
    ("origin", "own"),
    [
        ("http://127.0.0.1:8000", True),
        ("https://127.0.0.1:8000", True),
        ("http://127.0.0.1:9000", False),
        ("http://evil.example", False),
        ("http://127.0.0.1:8000.evil.example", False),
        ("null", False),
        (None, False),
    ],
)
def test_only_our_own_page_opens_a_reader(origin, own):
    assert is_own_page(origin, "127.0.0.1:8000") == own


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("127.0.0.1", True),
        ("127.3.2.1", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.7", False),
        ("fe80::1%eth0", False),
    ],
)
def test_what_only_this_machine_reaches_is_local(address, local):
    assert is_local(address) == local
