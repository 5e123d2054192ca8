"""Settling differences between annotators by a rule, in the window."""

import pytest

from annotator.model.values import GOLD
from tests.ui.adjudicating.test_mode import team_path
from ui.adjudicating.rule_dialog import RuleDialog

__all__ = ["team_path"]


@pytest.fixture
def dialog(qtbot, make_window, team_path):
    window = make_window(team_path)
    people = ["anna", "ben", "eva"]
    made = RuleDialog(window.session, window.desk.files, window.everywhere, people, window)
    made.open()
    qtbot.waitUntil(made.ok.isEnabled, timeout=30_000)
    return made


def test_rule_is_previewed_and_settles_in_one_step(qtbot, dialog):
    window = dialog.parent()
    assert "4 of 4" in dialog.told.text()
    with qtbot.waitSignal(dialog.settled, timeout=30_000):
        dialog.ok.click()
    document = window.session.project.read.find_document("Weifang wird Metaverse")
    assert len(window.session.project.read.annotated(document, GOLD).spans) == 3
    window.session.project.undo(document)
    assert not window.session.project.read.annotated(document, GOLD).spans


def test_one_persons_labels_can_be_taken(qtbot, dialog):
    dialog.rule.setCurrentIndex(dialog.rule.findData("person"))
    dialog.person.setCurrentIndex(dialog.person.findData("ben"))
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=30_000)
    assert dialog.person.isVisible()
    assert dialog.words == "person:ben"
    assert "4 of 4" in dialog.told.text()
