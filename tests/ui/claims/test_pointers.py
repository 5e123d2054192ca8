"""Pointers to what is out of sight or in another article."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.model.values import Span, new_id
from annotator.store.reader import DocumentQuery
from tests.ui.claims.claimed import add, claimed, cue, name, pointer
from tests.ui.keyboard import CONTROL, SHIFT, Key, press

LEFT = Qt.MouseButton.LeftButton
FAR = (
    "Hafen sagt zu. "
    + "\n\n".join(f"Absatz {number}: nichts zu sehen 😀." for number in range(120))
    + "\n\nKöln zahlt."
)


@pytest.fixture
def far(window):
    """A claim at the top of a long article, with its claimant at the end."""
    added = window.session.add_articles([Article(title="Weit", text=FAR, language="de")], exclude_furniture=False)
    window.session.open_document(added.ids[0])
    claim, claimant = add(window, "sagt zu"), name(window, "Köln", "LOC")
    assert window.decisions.relate(claim, "claimant", claimant)
    return claim, claimant


def test_pointer_leads_out_of_sight_and_back(qtbot, window, far):
    claim, claimant = far
    window.aim.activate(claim.id)
    down = pointer(window, "down")
    qtbot.waitUntil(down.isVisible)
    assert "Claimant: Köln" in down.text()
    assert down.accessibleName() == "Go to Claimant: Köln"
    assert not down.geometry().intersects(window.view.span_rects(claim.id)[0])
    qtbot.mouseClick(down, LEFT)
    assert window.view.active() == claimant.id
    up = pointer(window, "up")
    qtbot.waitUntil(lambda: up.isVisible() and down.isHidden())
    assert "Claim: sagt zu" in up.text()
    qtbot.mouseClick(up, LEFT)
    assert window.view.active() == claim.id


def test_pointers_follow_scrolling(qtbot, window, far):
    claim, _ = far
    window.aim.activate(claim.id)
    qtbot.waitUntil(pointer(window, "down").isVisible)
    bar = window.view.verticalScrollBar()

    def is_above():
        bar.setValue(bar.maximum())  # which grows while the article is laid out
        return pointer(window, "up").isVisible() and pointer(window, "down").isHidden()

    qtbot.waitUntil(is_above)
    bar.setValue(0)
    qtbot.waitUntil(lambda: pointer(window, "down").isVisible() and pointer(window, "up").isHidden())


def test_pointer_is_elided_in_narrow_column(qtbot, window, far):
    window.resize(640, 600)
    window.columns.reveal_right()
    claim, _ = far
    long = name(window, "Absatz 110: nichts zu sehen 😀.", "LOC")
    assert window.decisions.relate(claim, "claimant", long)
    window.aim.activate(claim.id)
    down = pointer(window, "down")
    qtbot.waitUntil(lambda: down.isVisible() and "…" in down.text())
    assert down.text().startswith("↓  Claimant")
    assert down.sizeHint().width() <= down.width()


def test_several_places_open_a_menu(qtbot, window, far):
    claim, _ = far
    said = cue(window, "zahlt")
    window.decisions.relate(claim, "cue", said)
    window.aim.activate(claim.id)
    down = pointer(window, "down")
    qtbot.waitUntil(lambda: "and 1 more" in down.text())
    qtbot.mouseClick(down, LEFT)
    menu = window.view.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Claimant: Köln", "Cue: zahlt"]
    menu.actions()[1].trigger()
    assert window.view.active() == said.id
    menu.close()


def test_pointer_opens_evidence_in_another_article(qtbot, window):
    claim, *_ = claimed(window)
    project = window.session.project
    second = next(line.id for line in project.read.lines(_documents(window), "anna") if line.title == "Zweiter Zug")
    text = project.read.text(second)
    start = text.index("Köln")
    tail = Span(
        id=new_id(), document=second, layer="entities", label="LOC", parts=((start, start + 4),), annotator="anna"
    )
    project.do(edits.add(tail))
    assert window.session.do(edits.relate(claim, "evidence", tail, annotator="anna", role="refutes"))
    window.aim.activate(claim.id)
    away = pointer(window, "away")
    qtbot.waitUntil(away.isVisible)
    assert "Evidence (refutes): Köln – Zweiter Zug" in away.text()
    qtbot.mouseClick(away, LEFT)
    assert window.view.document_id() == second
    assert window.view.active() == tail.id
    press(qtbot, window, Key.Key_V, SHIFT)
    assert window.view.document_id() == claim.document
    window.aim.activate(claim.id)
    press(qtbot, window, Key.Key_J, CONTROL)
    assert window.view.active() == tail.id
    press(qtbot, window, Key.Key_J, CONTROL)
    assert "Nothing in another article is linked" in window.messages.words


def _documents(window):
    return window.session.project.read.document_ids(DocumentQuery(annotator="anna"))
