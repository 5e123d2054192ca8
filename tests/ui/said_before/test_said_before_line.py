"""The line on the claim card with the number of earlier claims."""

from annotator.editing import edits
from tests.ui.said_before.conftest import go_to

PATIENCE = 8_000


def test_line_counts_and_opens_list(window, qtbot):
    line = window.said_before
    qtbot.waitUntil(lambda: line.text() == "Said before: 1", timeout=PATIENCE)
    assert line.isVisible()
    line.click()
    qtbot.waitUntil(lambda: len(window.drawer.said_before.model.shown) == 1, timeout=PATIENCE)


def test_line_reports_no_earlier_claim(window, qtbot, claims):
    window.session.do(edits.remove([window.session.required().read.spans_of([claims[1].id])[0]], (), annotator="anna"))
    go_to(window, claims[0])
    qtbot.waitUntil(lambda: window.said_before.text() == "Not said before", timeout=PATIENCE)
    assert not window.said_before.isEnabled()


def test_line_counts_again_after_edit(window, qtbot, claims):
    qtbot.waitUntil(lambda: window.said_before.text() == "Said before: 1", timeout=PATIENCE)
    (new,) = window.session.required().read.spans_of([claims[0].id])
    window.session.do(edits.change(new, annotator="anna", attributes={"claim_text": "Ein Zug kam nach Köln"}))
    window.session.do(edits.move(new_of(window, new), ((0, 8),), annotator="anna"))
    qtbot.waitUntil(lambda: window.said_before.text() == "Not said before", timeout=PATIENCE)


def new_of(window, claim_):
    return next(iter(window.session.required().read.spans_of([claim_.id])))


def test_line_is_empty_without_claim(window):
    window.session.open_document(window.session.required().read.find_document("Zweiter Zug"))
    assert window.said_before.text() == ""
    assert not window.said_before.isEnabled()


def test_line_recovers_after_project_closed_during_count(window, qtbot, claims):
    path = window.session.project.path
    qtbot.waitUntil(lambda: window.desk.files.busy, timeout=PATIENCE)
    window.session.close_project()
    window.projects.open_path(path)
    go_to(window, claims[0])
    qtbot.waitUntil(lambda: window.said_before.text() == "Said before: 1", timeout=PATIENCE)
