"""One key goes on: what is in sight, the next screen, the next article."""

from annotator import schema_file
from annotator.corpus.article import Article
from annotator.model import State
from annotator.project import Project
from tests.ui.keyboard import Key, press
from tests.ui.worked import SOURCES, draw, work_for_ever
from ui.jobs.suggesting import Work


def waits(window, qtbot):
    qtbot.waitUntil(lambda: not window.desk.suggesting.is_asking_about(window.session.opened.document.id))


def test_what_is_in_sight_is_accepted_in_one_step_and_the_next_press_finishes_the_article(window, qtbot):
    waits(window, qtbot)
    session = window.session
    first, pending = session.opened.document.id, len(session.opened.suggestions)
    press(qtbot, window, Key.Key_A)
    assert (len(session.opened.spans), len(session.opened.suggestions)) == (pending, 0)
    assert session.opened.document.id == first
    press(qtbot, window, Key.Key_A)
    assert session.opened.document.id != first
    session.open_document(first)
    assert session.opened.state.state is State.DONE
    session.undo()
    assert session.opened.state is None
    session.undo()
    assert len(session.opened.suggestions) == pending


def test_what_was_not_in_sight_is_not_accepted_but_gone_to(make_window, tmp_path, qtbot):
    project = Project.create(tmp_path / "lang", schema=schema_file.load("news"), annotator="anna")
    project.add_articles([Article(title="Lang", text="Nach Köln 🚆 fährt Änne.\n\n" * 60, language="de")])
    project.close()
    window = make_window(project.path)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 60)
    waits(window, qtbot)
    seen = window.review.seen()
    assert 0 < len(seen) < 60
    press(qtbot, window, Key.Key_A)
    assert {span.start for span in window.session.opened.spans} == {row.start for row in seen}
    ring = window.aim.row()
    assert ring is not None
    assert ring.start > max(row.start for row in seen)
    assert window.view.span_rects(ring.id)


def test_an_article_is_not_finished_while_its_suggestions_are_still_to_come(make_window, project_path, qtbot):
    window = make_window(project_path, work=Work(draw_tokens=draw, prepare=work_for_ever, sources=SOURCES))
    document = window.session.opened.document.id
    qtbot.waitUntil(lambda: window.view.hasFocus() and window.actions_by_id["suggestion.go_on"].isEnabled())
    press(qtbot, window, Key.Key_A)
    assert window.session.opened.document.id == document
    assert "still coming" in window.messages.words


def test_hidden_suggestions_are_neither_accepted_nor_passed_over(window, qtbot):
    waits(window, qtbot)
    document, pending = window.session.opened.document.id, len(window.session.opened.suggestions)
    window.actions_by_id["view.hide_suggestions"].trigger()
    press(qtbot, window, Key.Key_A)
    assert window.session.opened.document.id == document
    assert len(window.session.opened.suggestions) == pending
    assert "hidden" in window.messages.words
