"""The summary of losses."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.formats.loss import Loss
from tests.ui.dialogs.export_steps import SOON, choose
from ui.base.widgets.inputs import fill
from ui.base.widgets.low_screen import LowScreen
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
            *lost("document_state", "document_note", 7),
            *lost("detail", "detail", 6),
            *lost("sentence_mark", "sentence_mark", 20),
            *lost("span", "overlap", 2),
            *lost("relation", "relation", 3),
        ]
    )
    shown = [label.objectName() for label in remedies.findChildren(QLabel) if label.objectName()]
    order = ("relation", "overlap", "sentence_mark", "document_state", "document_note", "detail")
    assert shown == [f"lossReason.{name}" for name in order]
    words = [label.text() for label in remedies.findChildren(QLabel)]
    assert {"left out: sentences read and empty", "left out: kinds of article details"} < set(words)
    assert "left out: notes about articles" in words


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


def test_labels_with_a_full_stop_offer_to_split_tokens(qtbot):
    remedies = LossRemedies()
    qtbot.addWidget(remedies)
    remedies.show_losses(lost("span", "full_stop", 2))
    assert "widened by the full stop behind them" in [label.text() for label in remedies.findChildren(QLabel)]
    button = remedies.findChild(QPushButton, "lossRemedy.full_stop.split_tokens")
    assert button is not None
    with qtbot.waitSignal(remedies.wanted) as asked:
        button.click()
    assert asked.args == ["split_tokens"]


def test_reasons_fit_behind_one_and_many():
    kinds = ("articles", "relations", "suggestions", "sentences", "labels", "claims")
    texts = [*_REASONS.values(), *_CAUSES.values()]
    assert [text for text in texts if text.startswith(kinds)] == []


def test_many_reasons_leave_room_for_rows_of_losses(qtbot, dialog):
    choose(qtbot, dialog, "docbin")
    dialog.removeEventFilter(dialog.findChild(LowScreen))  # as on a screen with room for this size
    dialog.resize(1040, 820)
    (loss, *_) = dialog.report.losses
    reasons = ("token_edges", "discontinuous", "overlap", "flat_view", "hull", "document_state")
    losses = [replace(loss, reason=reason, cause="", id=f"{at}{reason}") for at in range(5) for reason in reasons]
    dialog.remedies.show_losses(losses)
    dialog.remedies.setMinimumHeight(600)  # higher than the options
    dialog.losses.show_losses(losses)
    beside = dialog.findChild(QScrollArea, "exportAside")
    qtbot.waitUntil(lambda: beside.verticalScrollBar().maximum() > 0, timeout=SOON)
    four = dialog.losses.horizontalHeader().height() + 4 * dialog.losses.rowHeight(0)
    qtbot.waitUntil(lambda: dialog.losses.height() >= four, timeout=SOON)
    asked = dialog.findChild(QScrollArea, "exportAsked").verticalScrollBar()
    assert asked.maximum() == 0, "the dialog does not scroll as a whole"
