"""Open questions of the articles to export: counted in the dialog, listed in the drawer, never in the way."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from annotator.model.values import CLAIMS

_SOON = 30_000  # milliseconds: a process is started
CLAIM = "das Schiff fahre „bald“ ohne Kapitän"


@pytest.fixture
def claim(window):
    start = window.session.opened.document.text.index(CLAIM)
    made = window.decisions.label(start, start + len(CLAIM), CLAIMS, "CLAIM")
    window.decisions.change(made.id, attributes={"kind": "question", "verdict": "refuted"})
    window.view.select(0, 0)
    return made


@pytest.fixture
def dialog(window, qtbot, claim):
    window.actions_by_id["file.export"].trigger()
    return window.findChild(QDialog, "exportDialog")


def told(dialog):
    return dialog.findChild(QLabel, "breakingWords").text()


def test_export_shows_two_numbers_and_still_writes(window, qtbot, claim, dialog):
    qtbot.waitUntil(dialog.breaking.isVisible, timeout=_SOON)
    assert told(dialog) == "Open questions: 1 broken rule, 1 claim without claimant."
    assert dialog.findChild(QPushButton, "exportButton").isEnabled()
    window.decisions.change(claim.id, attributes={"verdict": None, "claimant_kind": "author"})
    qtbot.waitUntil(lambda: dialog.report is not None and not dialog.breaking.isVisible(), timeout=_SOON)


def test_link_lists_questions_of_the_project(window, qtbot, claim, dialog):
    qtbot.waitUntil(dialog.breaking.isVisible, timeout=_SOON)
    dialog.findChild(QPushButton, "breakingShow").click()
    page = window.drawer.questions
    assert page.isVisible()
    assert page.seeking.in_project
    qtbot.waitUntil(lambda: len(page.model.shown) == 4, timeout=_SOON)
    assert dialog.isVisible()
