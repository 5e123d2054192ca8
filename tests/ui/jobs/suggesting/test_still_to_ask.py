"""The queue of articles, filled in slices in a real event loop."""

import sqlite3

import pytest

from annotator.corpus.article import Article
from annotator.project.project import Project
from annotator.store.queries import pending
from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.suggesting.still_to_ask import ArticleQueue

SOURCES = [("fake", "2", None)]


@pytest.fixture
def session(project_path, qapp):
    project = Project.open(project_path)
    project.add_articles([Article(title=f"Nr. {i}", text=f"Köln 🎈 {i}.", language="de") for i in range(40)])
    project.close()
    made = Session()
    made.open_project(project_path)
    yield made
    made.close_project()


@pytest.fixture
def slow(monkeypatch):
    """Let each slice check one article, however fast the machine is."""
    monkeypatch.setattr(pending, "_SCANNED", 1)
    monkeypatch.setattr("ui.jobs.slice_runner.SLICE", 0)


def test_short_queue_is_filled_at_once(session, monkeypatch):
    monkeypatch.setattr("ui.jobs.slice_runner.SLICE", 60_000)  # a busy machine may need longer than a slice
    queue = ArticleQueue(session)
    queue.fill(SOURCES)
    assert not queue.finding
    assert (len(queue), queue.total) == (43, 43)
    first = queue.pop() or ""
    assert first == session.project.read.asking.documents(SOURCES)[0]
    assert first not in queue
    assert (len(queue), queue.total) == (42, 43)


def test_long_queue_is_filled_in_slices(session, slow, qtbot):
    expected = session.project.read.asking.documents(SOURCES)
    queue = ArticleQueue(session)
    with qtbot.waitSignal(queue.filled):
        queue.fill(SOURCES)
        assert queue.finding
        assert queue.pop() is None
    assert [queue.pop() for _ in expected] == expected
    assert queue.pop() is None


def test_articles_added_while_filling_are_queued(session, slow, qtbot):
    queue = ArticleQueue(session)
    with qtbot.waitSignal(queue.filled):
        queue.fill(SOURCES)
        session.project.add_articles([Article(title="Neu", text="In Weifang 🎈 regnet es.")])
    assert len(queue) == 44


def test_refilling_or_closing_stops_search(session, slow, qtbot):
    queue = ArticleQueue(session)
    queue.fill(SOURCES)
    queue.fill_with_all()
    assert not queue.finding
    assert len(queue) == 43
    queue.fill(SOURCES)
    session.close_project()
    assert not queue.finding


def test_failure_ends_search(session, slow, qtbot):
    queue = ArticleQueue(session)
    told: list[AnnotatorError] = []
    queue.failed.connect(told.append)
    queue.fill(SOURCES)
    session.project._store._connection.set_progress_handler(lambda: True, 1)
    with qtbot.waitSignal(queue.filled):
        pass
    session.project._store._connection.set_progress_handler(None, 0)
    assert [error.code for error in told] == ["store.stopped"]
    assert not queue.finding
    assert isinstance(told[0].__cause__, sqlite3.Error)
