"""Printing: text without control characters, and progress."""

import itertools
import sys
import time

import pytest

from annotator.cli import output


def test_plain_keeps_emoji_and_drops_terminal_codes():
    kept = "Ce\u0301line 👩\u200d🌾 in\u00a0Köln"
    assert output.plain(kept) == kept
    assert output.plain("a\nb\x07\x9b\u2028") == "a b\ufffd\ufffd\ufffd"


@pytest.fixture
def terminal(monkeypatch):
    """Simulate a terminal on stderr, and a clock that advances two seconds at each reading."""

    def be(kind):
        monkeypatch.setenv("TERM", kind)
        monkeypatch.setenv("TTY_INTERACTIVE", "1")
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        clock = itertools.count(0.0, 2.0)
        monkeypatch.setattr(time, "monotonic", lambda: next(clock))

    return be


def test_progress_bar_appears_after_a_second_on_terminals_only(monkeypatch, capfd, terminal):
    terminal("xterm-256color")
    with output.progress("Reading") as hear:
        hear(1, 10)
        hear(5, 10)
    said = capfd.readouterr()
    assert said.out == ""
    assert "Reading" in said.err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    with output.progress("Reading") as hear:
        hear(1, 10)
    assert capfd.readouterr().err == ""


def test_dumb_terminal_gets_a_line_of_progress_now_and_then(capfd, terminal):
    terminal("dumb")
    with output.progress("Reading") as hear:
        for done in range(1, 10):
            hear(done, 10)
    lines = capfd.readouterr().err.splitlines()
    assert lines[0] == "Reading: 1 of 10"
    assert 1 < len(lines) < 5
