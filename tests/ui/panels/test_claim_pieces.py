"""Fields with several values: evidence and citations are added, opened and removed one by one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from annotator.model.citations import Citation, citations_of
from annotator.model.values import CLAIMS
from tests.ui.opened import open_article, part
from ui.panels.claim.claim_card import ClaimCard

CLAIM = "die Stadt spare jährlich viel"
ADDRESS = "https://example.org/a?b=1"


@pytest.fixture
def opened(tmp_path, show):
    return show(ClaimCard, *open_article(tmp_path))


@pytest.fixture
def claim(opened):
    _, decisions, card = opened
    made = decisions.label(*part(CLAIM), CLAIMS, "CLAIM")
    card.set_active(made.id)
    card.open_keyboard()
    return made.id


def press(qtbot, card, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget() or card, key)


def cited(session, claim):
    return citations_of(session.opened.span(claim).attributes)


def cite(qtbot, card, role, words):
    press(qtbot, card, "y", role)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.placeholderText()
    qtbot.keyClicks(line, words)
    press(qtbot, card, Qt.Key.Key_Return)


def evidence(session):
    relations = session.opened.relations
    return [relation for relation in relations if relation.label == "evidence"]


def related(session, decisions, claim, *words):
    for each in words:
        made = decisions.labelled(part(each), "attribution", "EVIDENCE")
        assert decisions.relate(session.opened.span(claim), "evidence", made, role="supports")


def test_claim_cites_several_sources_with_roles(qtbot, opened, claim):
    session, _, card = opened
    cite(qtbot, card, "1", f'{ADDRESS} "Der Satz stieg"')
    cite(qtbot, card, "2", "ein Buch, Seite 4")
    assert cited(session, claim) == (
        Citation(role="supports", url=ADDRESS, quote="Der Satz stieg"),
        Citation(role="refutes", quote="ein Buch, Seite 4"),
    )
    field = card.findChild(QAbstractButton, "field.citations")
    qtbot.waitUntil(lambda: "example.org" in field.text() and "Buch" in field.text())
    assert card.holds_keyboard
    session.undo()
    assert len(cited(session, claim)) == 1


def test_edit_and_remove_citation_by_key(qtbot, opened, claim):
    session, _, card = opened
    cite(qtbot, card, "1", f"{ADDRESS} eins")
    cite(qtbot, card, "3", "zwei")
    press(qtbot, card, "y", *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == f"{ADDRESS} eins"
    qtbot.keyClicks(line, "nur Worte")
    press(qtbot, card, Qt.Key.Key_Return)
    assert [citation.quote for citation in cited(session, claim)] == ["nur Worte", "zwei"]
    press(qtbot, card, "y", *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Backspace)
    assert [citation.quote for citation in cited(session, claim)] == ["zwei"]
    session.undo()
    assert [citation.quote for citation in cited(session, claim)] == ["nur Worte", "zwei"]
    press(qtbot, card, "y", "0")
    assert cited(session, claim) == ()


def test_empty_citation_is_not_added(qtbot, opened, claim):
    session, _, card = opened
    press(qtbot, card, "y", "1", Qt.Key.Key_Return)
    assert cited(session, claim) == ()
    press(qtbot, card, "y", "1", Qt.Key.Key_Escape, "a", "1")
    assert session.opened.span(claim).attributes == {"kind": "fact_claim"}


def test_citation_of_older_project(qtbot, opened, claim):
    session, decisions, card = opened
    decisions.change(claim, attributes={"evidence_url": ADDRESS, "evidence_role": "refutes"})
    cite(qtbot, card, "1", "zwei")
    assert [citation.role for citation in cited(session, claim)] == ["refutes", "supports"]
    assert set(session.opened.span(claim).attributes) == {"citations"}


def test_remove_one_evidence_by_key_and_mouse(qtbot, opened, claim):
    session, decisions, card = opened
    related(session, decisions, claim, "EU-Kommission", "sagt", "Greifsund")
    press(qtbot, card, "e", *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Delete)
    assert len(evidence(session)) == 2
    press(qtbot, card, "e")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    row = popup.findChild(QAbstractButton, f"choice.{evidence(session)[0].id}")
    assert row is not None
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 16, row.height() // 2))
    assert len(evidence(session)) == 1
    session.undo()
    session.undo()
    assert len(evidence(session)) == 3
    press(qtbot, card, "e", "0")
    assert evidence(session) == []


def test_chosen_evidence_is_shown(qtbot, opened, claim):
    session, decisions, card = opened
    related(session, decisions, claim, "EU-Kommission")
    with qtbot.waitSignal(card.end_wanted) as wanted:
        press(qtbot, card, "e", *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return)
    assert wanted.args[0].quote(session.opened.document.text) == "EU-Kommission"
    assert len(evidence(session)) == 1
