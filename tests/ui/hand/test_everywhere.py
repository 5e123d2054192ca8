"""Long steps over a real session: in slices, one transaction, given up or taken back as a whole."""

import sqlite3
from contextlib import closing

import pytest

from annotator.corpus.article import Article
from annotator.model import ENTITIES
from annotator.occurrences.purposes import Purpose
from tests.ui.opened import open_article
from ui.hand.everywhere import LONG, Everywhere

MANY = 3_000
TEXT = "Rat 🎈 " * MANY
PLACES = {(6 * place, 6 * place + 3) for place in range(MANY)}


@pytest.fixture
def session(tmp_path):
    made, _ = open_article(tmp_path, text=TEXT)
    yield made
    made.close_project()


@pytest.fixture
def everywhere(session):
    return Everywhere(session)


def count(session, statement="SELECT count(*) FROM span"):
    with closing(sqlite3.connect(session.project.path)) as connection:
        return connection.execute(statement).fetchone()[0]


def start(session, everywhere, places=PLACES):
    everywhere.start(Purpose.LABEL, {session.opened.document.id: places}, ENTITIES, "ORG")


def test_thousands_of_places_are_one_step_that_the_window_survives(session, everywhere, qtbot):
    progress = []
    everywhere.advanced.connect(lambda done, total: progress.append((done, total)))
    with qtbot.waitSignal(everywhere.finished, timeout=30_000) as finished:
        start(session, everywhere)
        assert everywhere.busy
        assert count(session) == 0, "nothing of it is there until all of it is"
    assert len(finished.args[0].changes) == MANY
    assert count(session) == len(session.opened.spans) == MANY
    assert len(progress) > 3
    assert all(done <= total for done, total in progress)
    assert count(session, "SELECT count(*) FROM edit WHERE kind = 'add'") == 1


def test_it_is_taken_back_in_slices_too(session, everywhere, qtbot):
    with qtbot.waitSignal(everywhere.finished, timeout=30_000):
        start(session, everywhere)
    step = session.next_undo()
    assert len(step.changes) > LONG
    with qtbot.waitSignal(everywhere.finished, timeout=30_000):
        everywhere.take_back(step)
        assert everywhere.busy
    assert (count(session), len(session.opened.spans)) == (0, 0)
    assert session.next_redo() is not None


def test_given_up_nothing_was_done(session, everywhere):
    start(session, everywhere)
    everywhere.cancel()
    assert not everywhere.busy
    assert (count(session), len(session.opened.spans)) == (0, 0)
    assert session.next_undo() is None
    assert session.add_articles([Article(title="A", text="Rat", language="de")], exclude_furniture=False) is not None


def test_what_others_want_meanwhile_is_refused_with_a_sentence(session, everywhere, qtbot):
    errors = []
    session.failed.connect(lambda error: errors.append(error.code))
    with qtbot.waitSignal(everywhere.finished, timeout=30_000):
        start(session, everywhere)
        session.open_document(session.opened.document.id)
        session.add_articles([Article(title="A", text="Rat", language="de")], exclude_furniture=False)
    assert errors == ["store.busy"] * 2
    assert count(session) == MANY


def test_closing_the_project_gives_it_up(session, everywhere):
    start(session, everywhere)
    path = session.project.path
    session.close_project()
    assert not everywhere.busy
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM span").fetchone() == (0,)
