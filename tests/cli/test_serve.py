import socket
import sys

import pytest

from briefing.cli import main
from briefing.cli.serve import _NOT_LOCAL, _announce


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["none.txt"], 1, "none.txt: There is no such file or folder."),
        (["\x1b[2Jnone.txt"], 1, "There is no such file or folder."),
        ([".", "--host", "no such host"], 2, "Nothing can be served at no such host, port 8000"),
        ([".", "--host", "a..b"], 2, "That is no name of a host"),
        ([".", "--host", "192.0.2.1"], 2, "Nothing can be served at 192.0.2.1, port 8000"),
    ],
)
def test_what_cannot_be_served_gets_one_sentence(capsys, words, status, said):
    assert main(["serve", *words]) == status
    shown = capsys.readouterr().err
    assert said in shown
    assert shown.count("\n") == 1
    assert "\x1b" not in shown


def test_options_may_stand_between_paths(capsys):
    assert main(["serve", "none.txt", "--port", "0", "nor.txt", "--", "--help"]) == 1
    shown = capsys.readouterr().err
    assert [line.split(": ")[1] for line in shown.splitlines()] == ["none.txt", "nor.txt", "--help"]


@pytest.mark.parametrize(
    "words",
    [[], ["--port", "8000"], ["--"]]
    + [[".", "--port", port] for port in ("-1", "http", "8000.5", "65536", "٨٠", "")],
)
def test_wrong_usage_gets_one_sentence_more_than_the_usage(capsys, words):
    with pytest.raises(SystemExit) as raised:
        main(["serve", *words])
    assert raised.value.code == 2
    shown = capsys.readouterr().err
    assert shown.startswith("usage: briefing serve")
    assert "briefing: " in shown


def test_a_port_that_is_taken_gets_one_sentence(capsys, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", str(tmp_path), "--port", str(port)]) == 2
    shown = capsys.readouterr().err
    assert shown == (
        f"briefing: Nothing can be served at 127.0.0.1, port {port}: Address already in use.\n"
    )


def test_what_is_not_installed_is_named(capsys, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    for name in ("server", "visit"):
        monkeypatch.delitem(sys.modules, f"briefing.web.{name}", raising=False)
    assert main(["serve", str(tmp_path)]) == 2
    assert "pip install 'briefing[serve]'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "family", "warned"),
    [
        ("127.0.0.1", socket.AF_INET, False),
        ("::1", socket.AF_INET6, False),
        ("0.0.0.0", socket.AF_INET, True),
    ],
)
def test_an_address_that_others_reach_is_said_so(capsys, host, family, warned):
    with socket.create_server((host, 0), family=family) as listening:
        _announce(listening)
        port = listening.getsockname()[1]
    shown = capsys.readouterr().err
    assert f"//{'[::1]' if family == socket.AF_INET6 else host}:{port}/" in shown
    assert (_NOT_LOCAL in shown) == warned
