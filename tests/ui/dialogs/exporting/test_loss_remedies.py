"""The summary of losses."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.formats.loss import Loss
from ui.base.widgets.inputs import fill
from ui.base.widgets.scrolled import scrolled
from ui.dialogs.exporting.loss_remedies import _CAUSES, _REASONS, LossRemedies


def lost(row, reason, count):
    loss = Loss(document="d", title="Über", row=row, id="", label="", start=0, end=9, quote="Über 🎈", reason=reason)
    return [replace(loss, id=str(number)) for number in range(count)]


def test_spans_come_first_and_progress_last(qtbot):
    remedies = LossRemedies()
    qtbot.addWidget(remedies)
    remedies.show_losses(
        [
            *lost("document_state", "document_state", 9),
            *lost("sentence_mark", "sentence_mark", 20),
            *lost("span", "overlap", 2),
            *lost("relation", "relation", 3),
        ]
    )
    shown = [label.objectName() for label in remedies.findChildren(QLabel) if label.objectName()]
    assert shown == [f"lossReason.{name}" for name in ("relation", "overlap", "sentence_mark", "document_state")]
    assert "left out: sentences read and empty" in [label.text() for label in remedies.findChildren(QLabel)]


def test_remedy_does_not_scroll_dialog_away(qtbot):
    remedies, below, held = LossRemedies(), QLineEdit(), QWidget()
    layout = fill(QVBoxLayout(held), remedies)
    layout.addSpacing(2_000)
    layout.addWidget(below)
    area = scrolled(held, "asked", "What to export")
    qtbot.addWidget(area)
    area.resize(500, 200)
    remedies.show_losses(lost("span", "token_edges", 3))
    area.show()
    qtbot.waitUntil(area.isActiveWindow)
    button = remedies.findChild(QPushButton, "lossRemedy.token_edges.expand")
    assert button is not None
    button.setFocus()
    remedies.show_losses(lost("span", "expanded", 3))
    assert not below.hasFocus()
    assert area.verticalScrollBar().value() == 0


def test_reasons_fit_behind_one_and_many():
    kinds = ("articles", "relations", "suggestions", "sentences", "labels", "claims")
    texts = [*_REASONS.values(), *_CAUSES.values()]
    assert [text for text in texts if text.startswith(kinds)] == []
