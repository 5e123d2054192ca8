"""Answers that lost their majority to new labels are told in the list, and asked again in the article."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.editing import edits
from annotator.model.values import CLAIMS, State
from annotator.project.project import Project
from tests.ui import worked
from tests.ui.adjudicating.test_mode import asked, gold, letter_of, named, team_path  # noqa: F401 - a fixture
from tests.ui.conftest import TEXT
from ui.adjudicating.articles_dialog import AdjudicationArticles, Column
from ui.jobs.suggesting.source_finder import Work

TITLE = "Weifang wird Metaverse"


def label_as(project, document, who, *labelled):
    project.set_annotator(who)
    project.do(edits.add([named(document, who, words, label) for words, label in labelled]))
    project.do(edits.set_state(None, document, State.DONE, annotator=who))
    project.set_annotator("chris")


@pytest.fixture
def window(qtbot, make_window, team_path):  # noqa: F811 - the fixture imported above
    """The article with all questions answered, "Weifang" with the majority; then two people say it is a place."""
    made = make_window(team_path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))
    document = made.session.project.read.find_document(TITLE)
    begin(qtbot, made, document)
    qtbot.keyClick(made.view, letter_of(made, "ORG"))
    while asked(made) is not None:
        qtbot.keyClick(made.view, Qt.Key.Key_Backspace)
    made.adjudication.mode.leave()
    made.session.close_project()
    project = Project.open(team_path)
    for who in ("yan", "zoe"):
        label_as(project, document, who, ("Ce\u0301line Weiß", "PER"), ("Weifang", "LOC"), ("HD Hyundai", "ORG"))
    project.close()
    made.projects.open_path(team_path)
    return made


def begin(qtbot, window, document):
    with qtbot.waitSignal(window.adjudication.mode.begun, timeout=30_000):
        window.adjudication.adjudicate(document)


def told(window):
    return [line.text() for line in window.findChildren(QLabel, "adjudicationLost") if line.isVisible()]


def kept(window):
    buttons = window.findChildren(QPushButton, "adjudicationAnswer")
    return [button.text()[0] for button in buttons if button.isVisible() and "✓" in button.text()]


def test_list_counts_answers_that_lost_their_majority(window, qtbot):
    window.actions_by_id["project.adjudicate"].trigger()
    dialog = window.findChild(AdjudicationArticles)
    qtbot.waitUntil(lambda: "1 answer has lost its majority" in dialog.sentence.text(), timeout=30_000)
    assert not dialog.table.isColumnHidden(Column.OUTVOTED)
    assert [row.outvoted for row in dialog.articles.shown] == [1]


def test_key_of_the_answer_keeps_it_for_good(window, qtbot):
    document = window.session.project.read.find_document(TITLE)
    begin(qtbot, window, document)
    assert asked(window) == "Weifang"
    assert told(window) == ["✓ has lost its majority to new labels. Choose it again to keep it."]
    assert kept(window) == ["B"]
    qtbot.keyClick(window.view, Qt.Key.Key_B)
    assert asked(window) is None
    assert told(window) == []
    assert ("Weifang", "ORG") in gold(window)
    window.adjudication.mode.leave()
    begin(qtbot, window, document)
    assert asked(window) is None
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: asked(window) == "Weifang")


def test_other_key_takes_the_new_majority(window, qtbot):
    begin(qtbot, window, window.session.project.read.find_document(TITLE))
    qtbot.keyClick(window.view, Qt.Key.Key_A)
    assert asked(window) is None
    assert ("Weifang", "LOC") in gold(window)
    assert ("Weifang", "ORG") not in gold(window)


SHIP = "das Schiff fahre „bald“ ohne Kapitän"


def claimed(project, document, who, kind):
    start = TEXT.index(SHIP)
    fields = {"kind": kind, "claimant": "name"}
    claim = replace(
        named(document, who, SHIP, "CLAIM"), layer=CLAIMS, parts=((start, start + len(SHIP)),), attributes=fields
    )
    project.set_annotator(who)
    project.do(edits.add([claim]))
    project.do(edits.set_state(None, document, State.DONE, annotator=who))
    project.set_annotator("chris")


def test_kept_answer_about_a_field_counts_once(qtbot, make_window, project_path):
    project = Project.open(project_path)
    document = project.read.find_document(TITLE)
    for who, kind in (("anna", "fact_claim"), ("ben", "fact_claim"), ("eva", "opinion")):
        claimed(project, document, who, kind)
    project.close()
    made = make_window(project_path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))
    begin(qtbot, made, document)
    qtbot.keyClick(made.view, Qt.Key.Key_A)
    assert made.adjudication.mode.progress() == (1, 1)
    made.adjudication.mode.leave()
    made.session.close_project()
    project = Project.open(project_path)
    for who in ("yan", "zoe"):
        claimed(project, document, who, "opinion")
    project.close()
    made.projects.open_path(project_path)
    begin(qtbot, made, document)
    assert made.adjudication.mode.asked_again
    qtbot.keyClick(made.view, letter_of_kept(made))
    assert asked(made) is None
    assert made.adjudication.mode.progress() == (1, 1)


def letter_of_kept(window):
    return Qt.Key(ord(kept(window)[0]))
