"""The end of adjudication: the next article, or the export if none is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from annotator.editing import edits
from annotator.model.values import ENTITIES, Span, State, new_id
from annotator.project.project import Project
from tests.ui.adjudicating.test_mode import (  # noqa: F401 - two are fixtures
    asked,
    hinted,
    settle_all,
    shown_answers,
    team_path,
    window,
)
from tests.ui.conftest import TEXT


@pytest.fixture
def another(team_path):  # noqa: F811 - the fixture imported above
    """A second article that anna and ben finished and label differently."""
    project = Project.open(team_path)
    document = next(id_ for id_, text in project.read.texts() if text != TEXT)
    for who, label in (("anna", "LOC"), ("ben", "ORG")):
        project.set_annotator(who)
        row = Span(id=new_id(), document=document, layer=ENTITIES, label=label, parts=((0, 2),), annotator=who)
        project.do(edits.add([row]))
        project.do(edits.set_state(None, document, State.DONE, annotator=who))
    project.set_annotator("chris")
    project.close()
    return document


def test_return_goes_to_next_article_when_all_is_settled(qtbot, another, window):  # noqa: F811
    assert window.findChild(QPushButton, "adjudicationNext").isVisible()
    settle_all(qtbot, window)
    qtbot.waitUntil(lambda: not window.adjudication._looking.busy, timeout=30_000)
    assert hinted(window) == ["next article"]
    assert shown_answers(window) == ["⏎   Next Article"]
    assert not window.findChild(QPushButton, "adjudicationNext").isVisible(), "one button is enough"
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.opened.document.id == another, timeout=30_000)


def test_only_export_is_offered_after_last_article(qtbot, window):  # noqa: F811
    settle_all(qtbot, window)
    qtbot.waitUntil(lambda: shown_answers(window) == ["Export…"], timeout=30_000)
    assert hinted(window) == ["no article is left to adjudicate"]
    bar = window.findChild(QLabel, "adjudicationProgress").parent()
    assert bar.asked.text() == "All settled."
    assert bar.findChild(QLabel, "adjudicationLast").text() == "No other article is left to adjudicate."
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    told = "All articles that several people finished are adjudicated."
    qtbot.waitUntil(lambda: window.messages.words == told, timeout=30_000)
    next(each for each in bar.findChildren(QPushButton) if each.text() == "Export…").click()
    dialog = window.findChild(QDialog, "exportDialog")
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.options.whose.annotator == "gold", timeout=30_000)


def test_undo_after_last_article_asks_again(qtbot, window):  # noqa: F811
    settle_all(qtbot, window)
    qtbot.waitUntil(lambda: shown_answers(window) == ["Export…"], timeout=30_000)
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: asked(window) is not None)
    assert "take" in hinted(window)
