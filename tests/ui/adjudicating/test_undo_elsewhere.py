"""Undo of steps that the open article does not show: of gold, and of dealing articles."""

from PySide6.QtCore import Qt

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import ENTITIES, Assignment
from tests.ui.adjudicating.test_mode import gold, team_path, window  # noqa: F401 - two are fixtures


def deal(window, document):  # noqa: F811
    dealt = Change(after=Assignment(document=document, annotator="Lea"))
    window.session.do(Edit(kind=EditKind.ASSIGN, annotator="chris", changes=(dealt,)))


def test_undo_of_gold_outside_adjudication_is_said(qtbot, window):  # noqa: F811
    qtbot.keyClick(window.view, Qt.Key.Key_A)
    assert window.messages.words == ""
    window.adjudication.mode.leave()
    window.actions_by_id["edit.undo"].trigger()
    assert len(gold(window)) == 1
    assert window.messages.words == "Undone: adjudication."
    window.actions_by_id["edit.redo"].trigger()
    assert len(gold(window)) == 2
    assert window.messages.words == "Redone: adjudication."


def test_undo_of_dealing_the_open_article_is_said(window):  # noqa: F811
    document = window.session.opened.document.id
    window.adjudication.mode.leave()
    deal(window, document)
    window.actions_by_id["edit.undo"].trigger()
    assert window.session.project.read.assigned.given() == {}
    assert window.messages.words == "Undone: articles dealt."
    window.actions_by_id["edit.redo"].trigger()
    assert window.session.project.read.assigned.given() == {document: ["Lea"]}


def test_dealing_before_a_restart_is_not_undone(window):  # noqa: F811
    session, path = window.session, window.session.project.path
    window.adjudication.mode.leave()
    other = next(id_ for id_, _ in session.project.read.texts() if id_ != session.opened.document.id)
    session.open_document(other)
    made = window.decisions.label(0, 5, ENTITIES, "LOC")
    deal(window, other)
    session.close_project()
    session.open_project(path)
    session.open_document(other)
    window.actions_by_id["edit.undo"].trigger()
    assert session.opened.span(made.id) is None, "the last step in the article"
    assert session.project.read.assigned.given() == {other: ["Lea"]}
    assert session.next_undo() is None
