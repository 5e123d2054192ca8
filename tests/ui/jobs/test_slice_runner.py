"""Work in slices: real generators in a real event loop."""

import gc

import pytest
from PySide6.QtCore import QElapsedTimer

from annotator.system.errors import StoreError
from tests.ui.opened import open_article
from ui.bridge.session import Session
from ui.jobs.slice_runner import SLICE, Slices


def busy_for(milliseconds):
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds:
        yield
    return "over"


@pytest.fixture
def heard():
    return []


@pytest.fixture
def slices(qapp):
    made = Slices(Session())
    yield made
    made.stop()


def set_slice(monkeypatch, milliseconds):
    """Set the length of a slice in milliseconds; with 0 each slice makes one step."""
    monkeypatch.setattr("ui.jobs.slice_runner.SLICE", milliseconds)


def test_short_work_runs_at_once(slices, heard, monkeypatch):
    set_slice(monkeypatch, 10_000)
    slices.start(busy_for(1), done=heard.append, failed=heard.append)
    assert heard == ["over"]
    assert not slices.busy


def test_long_work_lets_window_run(slices, heard, qtbot):
    pauses: list[int] = []
    slices.advanced.connect(pauses.append)
    slices.start(busy_for(SLICE * 40), done=heard.append, failed=heard.append)
    assert heard == []
    assert slices.busy
    qtbot.waitUntil(lambda: heard == ["over"])
    assert len(pauses) >= 3
    assert pauses == sorted(pauses)


def test_stopped_work_is_closed(slices, heard, qtbot, monkeypatch):
    closed = []
    set_slice(monkeypatch, 0)

    def work():
        try:
            yield from busy_for(SLICE * 50)
        finally:
            closed.append(True)

    slices.start(work(), done=heard.append, failed=heard.append)
    set_slice(monkeypatch, 10_000)
    slices.start(busy_for(1), done=heard.append, failed=heard.append)
    assert (closed, heard) == ([True], ["over"])
    qtbot.wait(SLICE)
    assert heard == ["over"]


def test_expected_failure_is_passed_on(slices, heard, monkeypatch):
    set_slice(monkeypatch, 10_000)

    def work():
        yield
        raise StoreError("store.full", file="Stadt.spanwright", folder="/mnt")

    slices.start(work(), done=heard.append, failed=lambda error: heard.append(error.code))
    assert heard == ["store.full"]
    assert not slices.busy


def test_bug_ends_work(slices, heard, qtbot, monkeypatch):
    set_slice(monkeypatch, 0)

    def work():
        yield
        yield
        raise ZeroDivisionError("Nullstelle")

    with qtbot.captureExceptions() as bugs:
        slices.start(work(), done=heard.append, failed=lambda error: heard.append(error.code))
        qtbot.waitUntil(lambda: bool(bugs))
    assert heard == ["step.bug"]
    assert not slices.busy


def test_closing_project_stops_work(tmp_path, heard, monkeypatch):
    set_slice(monkeypatch, 0)
    session, _ = open_article(tmp_path)
    slices = Slices(session)
    session.close_document()

    def work():
        with session.required().snapshot():
            yield from busy_for(SLICE * 50)

    slices.start(work(), done=heard.append, failed=heard.append)
    session.close_project()
    assert not slices.busy
    assert heard == []


@pytest.mark.parametrize("end", ["done", "failed", "stopped"])
def test_collector_pauses_during_long_work(slices, heard, qtbot, monkeypatch, end):
    set_slice(monkeypatch, 0)

    def work():
        yield
        heard.append(gc.isenabled())
        yield
        if end == "failed":
            raise StoreError("store.busy")

    slices.start(work(), done=heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    if end == "stopped":
        slices.stop()
    else:
        qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0] is False
    assert gc.isenabled()
