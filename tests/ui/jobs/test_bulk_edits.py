"""Long steps in a real session: in slices, one transaction, cancelled or undone as a whole."""

import sqlite3
from contextlib import closing

import pytest

from annotator.corpus.article import Article
from annotator.editing.edits import Edit
from annotator.editing.occurrence_states import Purpose
from annotator.model.values import ENTITIES
from tests.ui.opened import open_article
from ui.jobs import slice_runner
from ui.jobs.bulk_edits import LONG, Asker, Everywhere

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


def start(session, everywhere, places=PLACES, asker=None):
    everywhere.start(asker or Asker(), Purpose.LABEL, {session.opened.document.id: places}, ENTITIES, "ORG")


def test_bulk_edit_is_one_step(session, everywhere, qtbot):
    progress = []
    finished: list[Edit | None] = []
    asker = Asker(done=finished.append, advanced=lambda done, total: progress.append((done, total)))
    with qtbot.waitSignal(session.edited, timeout=30_000):
        start(session, everywhere, asker=asker)
        assert everywhere.busy
        assert count(session) == 0, "nothing of it is there until all of it is"
    assert [len(edit.changes) for edit in finished if edit is not None] == [MANY]
    assert count(session) == len(session.opened.spans) == MANY
    assert len(progress) > 3
    assert all(done <= total for done, total in progress)
    assert count(session, "SELECT count(*) FROM edit WHERE kind = 'add'") == 1


def test_bulk_edit_is_undone_in_slices(session, everywhere, qtbot):
    with qtbot.waitSignal(session.edited, timeout=30_000):
        start(session, everywhere)
    step = session.next_undo()
    assert len(step.changes) > LONG
    with qtbot.waitSignal(session.edited, timeout=30_000):
        everywhere.take_back(Asker(), step)
        assert everywhere.busy
    assert (count(session), len(session.opened.spans)) == (0, 0)
    assert session.next_redo() is not None


def test_session_follows_file_at_once(session, everywhere, qtbot, monkeypatch):
    """Between storing and publishing, a cancel would leave old rows on screen, and an edit of them would be refused."""
    monkeypatch.setattr(slice_runner, "SLICE", 0)  # a turn of the event loop after each pause
    seen: set[tuple[int, int]] = set()
    few = set(sorted(PLACES)[:1_100])  # so many that only a part of the edit is published
    with closing(sqlite3.connect(session.project.path)) as connection:

        def compare(*_: int) -> None:
            [(stored,)] = connection.execute("SELECT count(*) FROM span")
            seen.add((stored, len(session.opened.spans)))

        asker = Asker(advanced=compare)
        with qtbot.waitSignal(session.edited, timeout=60_000):
            start(session, everywhere, few, asker)
        with qtbot.waitSignal(session.edited, timeout=60_000):
            everywhere.take_back(asker, session.next_undo())
    assert seen == {(0, 0), (1_100, 1_100)}


def test_only_asker_is_called_back(session, everywhere, qtbot):
    heard: list[object] = []
    asker = Asker(done=heard.append, ended=lambda: heard.append("ended"))
    start(session, everywhere, asker=asker)
    assert everywhere.makes(asker)
    assert not everywhere.makes(Asker(done=lambda _: heard.append("other")))
    qtbot.waitUntil(lambda: not everywhere.busy, timeout=30_000)
    assert [getattr(each, "kind", each) for each in heard] == ["ended", "add"]


def test_detached_asker_is_not_called(session, everywhere, qtbot):
    heard: list[object] = []
    asker = Asker(done=heard.append)
    with qtbot.waitSignal(session.edited, timeout=30_000):
        start(session, everywhere, asker=asker)
        everywhere.detach(asker)
    assert heard == []


def test_asker_learns_of_cancelling(session, everywhere):
    heard: list[object] = []
    asker = Asker(done=heard.append, ended=lambda: heard.append("ended"))
    start(session, everywhere, asker=asker)
    everywhere.give_up(Asker())
    assert everywhere.makes(asker)
    everywhere.give_up(asker)
    assert (heard, everywhere.busy) == (["ended"], False)


def test_open_article_is_not_deleted_during_step(session, everywhere, qtbot):
    errors = []
    session.failed.connect(lambda error: errors.append(error.code))
    with qtbot.waitSignal(session.edited, timeout=30_000):
        start(session, everywhere)
        session.delete_documents([session.opened.document.id])
    assert errors == ["store.busy"]
    assert count(session) == len(session.opened.spans) == MANY


def test_cancelled_step_changes_nothing(session, everywhere):
    start(session, everywhere)
    everywhere.cancel()
    assert not everywhere.busy
    assert (count(session), len(session.opened.spans)) == (0, 0)
    assert session.next_undo() is None
    assert session.add_articles([Article(title="A", text="Rat", language="de")], exclude_furniture=False) is not None


def test_other_edits_are_refused_during_step(session, everywhere, qtbot):
    errors = []
    session.failed.connect(lambda error: errors.append(error.code))
    with qtbot.waitSignal(session.edited, timeout=30_000):
        start(session, everywhere)
        session.open_document(session.opened.document.id)
        session.add_articles([Article(title="A", text="Rat", language="de")], exclude_furniture=False)
    assert errors == ["store.busy"] * 2
    assert count(session) == MANY


def test_closing_project_cancels_step(session, everywhere):
    start(session, everywhere)
    path = session.project.path
    session.close_project()
    assert not everywhere.busy
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM span").fetchone() == (0,)


def test_long_edit_is_published_in_part(session, everywhere, qtbot):
    text = "Rat 🎈 " * MANY
    others = session.project.add_articles([Article(title=f"A{n}", text=f"{text}{n}", language="de") for n in range(2)])
    told: list[Edit] = []
    made: list[Edit | None] = []
    session.edited.connect(told.append)
    places = dict.fromkeys((*others.ids, session.opened.document.id), PLACES)
    everywhere.start(Asker(done=made.append), Purpose.LABEL, places, ENTITIES, "ORG")
    qtbot.waitUntil(lambda: bool(made), timeout=60_000)
    assert [len(edit.changes) for edit in made if edit] == [3 * MANY]
    (edit,) = told
    assert MANY <= len(edit.changes) < 1.1 * MANY
    assert edit.document_ids == set(places)
    assert len(session.opened.spans) == MANY
