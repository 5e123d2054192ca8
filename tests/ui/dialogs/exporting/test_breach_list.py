"""Labels that break rules: reported before an export and listed beside the article until they are fixed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListView, QPushButton

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


def listed(dialog):
    return [dialog.breaches.index(row).data() for row in range(dialog.breaches.rowCount())]


def test_list_leads_to_claim_and_empties_when_fixed(window, qtbot, claim):
    window.actions_by_id["project.rules"].trigger()
    dialog = window.findChild(QDialog, "breachDialog")
    qtbot.waitUntil(lambda: listed(dialog) == ["Only facts and predictions get a verdict."], timeout=_SOON)
    assert dialog.line.words == "1 label breaks rules or has unreviewed fields."
    rows = dialog.findChild(QListView, "breachList")
    assert "Weifang wird Metaverse" in rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert window.view.selection() == (claim.start, claim.end)
    assert dialog.isVisible()
    window.decisions.change(claim.id, attributes={"verdict": None})
    qtbot.waitUntil(
        lambda: dialog.line.words == "All labels follow the rules, and every field was reviewed.", timeout=_SOON
    )
    assert listed(dialog) == []


def test_export_shows_breaches_and_still_writes(window, qtbot, claim):
    window.actions_by_id["file.export"].trigger()
    dialog = window.findChild(QDialog, "exportDialog")
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=_SOON)
    assert dialog.breaking.isVisible()
    assert dialog.findChild(QPushButton, "exportButton").isEnabled()
    dialog.findChild(QPushButton, "breakingShow").click()
    assert window.findChild(QDialog, "breachDialog").isVisible()
    window.decisions.change(claim.id, attributes={"verdict": None})
    qtbot.waitUntil(lambda: dialog.report is not None and not dialog.breaking.isVisible(), timeout=_SOON)
