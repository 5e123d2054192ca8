"""Options for all labels and choices for single labels that a format cannot hold unchanged."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLabel, QPushButton

from annotator.editing import edits
from annotator.formats.capabilities import SpanChoice
from tests.annotator.made import claim, span
from tests.ui.conftest import TEXT
from tests.ui.dialogs.export_steps import SOON, checked, choose, part, press


@pytest.fixture
def gapped(opened):
    """A claim with a gap, whose longest part is its first."""
    document = opened.session.opened.document.id
    parts = (part("Die Firma HD Hyundai"), part("das Schiff"))
    said = replace(claim(document, "Die Firma", text=TEXT), parts=parts)
    opened.session.do(edits.add([said, span(document, "HD Hyundai", "ORG", text=TEXT)]))
    return said


def reasons(dialog, row):
    return sorted(loss.reason for loss in dialog.report.losses if loss.id == row.id)


def test_gaps_remedy_writes_one_piece_or_longest_part(qtbot, gapped, dialog):
    choose(qtbot, dialog, "gliner")
    assert reasons(dialog, gapped) == ["discontinuous"]
    press(dialog, "lossRemedy.discontinuous.hull")
    checked(qtbot, dialog)
    assert reasons(dialog, gapped) == ["hull"]
    combo = dialog.findChild(QComboBox, "exportGaps")
    assert combo.currentText() == "write them as one piece"
    combo.setCurrentIndex(combo.findText("write their longest part"))
    checked(qtbot, dialog)
    assert reasons(dialog, gapped) == ["longest_part"]
    press(dialog, "lossRemedy.longest_part.leave_gaps")
    checked(qtbot, dialog)
    assert reasons(dialog, gapped) == ["discontinuous"]
    choose(qtbot, dialog, "brat")
    assert combo.isHidden(), "brat holds gaps"


def test_row_choices_write_one_piece_and_prefer_it(qtbot, gapped, dialog):
    choose(qtbot, dialog, "conll")
    index = next(i for i, loss in enumerate(dialog.losses._losses.shown) if loss.id == gapped.id)
    dialog.losses.selectRow(index)
    press(dialog, "rowChoice.hull")
    checked(qtbot, dialog)
    assert reasons(dialog, gapped) == ["overlap"], "the name in it goes first"
    press(dialog, "rowChoice.keep")
    checked(qtbot, dialog)
    assert reasons(dialog, gapped) == ["hull"]
    assert dialog.findChild(QPushButton, "rowChoice.back").text() == "Reset Choices (1)"


def heights(dialog):
    for _ in range(4):  # the layout in the scroll area, the area, the dialog
        QApplication.processEvents()
    return [part.mapTo(dialog, QPoint()).y() for part in (dialog.line, dialog.losses, dialog.choices)]


def test_remedy_moves_nothing_and_its_reverse_stands_there(qtbot, gapped, dialog):
    choose(qtbot, dialog, "gliner")
    for reason, remedy, following in (
        ("discontinuous", "hull", "hull.leave_gaps"),
        ("hull", "leave_gaps", "discontinuous.hull"),
    ):
        pressed = dialog.findChild(QPushButton, f"lossRemedy.{reason}.{remedy}")
        before, row = heights(dialog), pressed.mapTo(dialog, QPoint()).y()
        pressed.click()
        assert heights(dialog) == before, "while it checks"
        checked(qtbot, dialog)
        assert heights(dialog) == before
        reverse = dialog.findChild(QPushButton, f"lossRemedy.{following}")
        assert abs(reverse.mapTo(dialog, QPoint()).y() - row) < reverse.height(), "its words may take fewer lines"


def test_numbers_and_questions_of_two_lines_move_nothing(qtbot, gapped, dialog):
    qtbot.waitUntil(dialog.breaking.isVisible, timeout=SOON)
    before, two_lines = heights(dialog), "and so on, " * (dialog.line.width() // 45)
    dialog.line.end(two_lines)
    dialog.breaking.findChild(QLabel, "breakingWords").setText(two_lines)
    assert heights(dialog) == before


def test_long_text_leaves_no_gap_in_next_format(qtbot, gapped, dialog):
    choose(qtbot, dialog, "gliner")
    before = heights(dialog)
    dialog.line.warn("and so on, " * 60)
    heights(dialog)
    choose(qtbot, dialog, "conll")
    choose(qtbot, dialog, "gliner")
    assert heights(dialog) == before


def test_split_remedy_splits_tokens_for_all_labels(qtbot, opened, dialog):
    choose(qtbot, dialog, "docbin")
    press(dialog, "lossRemedy.token_edges.split_tokens")
    checked(qtbot, dialog)
    assert dialog.report.lost == 0
    assert {"token_split"} <= {loss.reason for loss in dialog.report.losses}
    assert dialog.options.request().options.edges is SpanChoice.SPLIT_TOKEN
    dialog.reject()
    opened.actions_by_id["file.export"].trigger()
    again = opened.findChild(QDialog, "exportDialog")
    assert again.findChild(QComboBox, "exportEdges").currentText() == "split the tokens"


def test_formats_with_limits_offer_to_reach_all(qtbot, dialog):
    box = dialog.findChild(QCheckBox, "exportReach")
    assert box.isHidden()
    for name in ("spacy-folder", "huggingface", "gliner"):
        choose(qtbot, dialog, name)
        assert not box.isHidden()
    box.setChecked(True)
    checked(qtbot, dialog)
    assert dialog.options.request().options.reach
    choose(qtbot, dialog, "docbin")
    assert not dialog.options.request().options.reach


def test_relation_with_lost_end_offers_what_keeps_end(qtbot, opened, gapped, dialog):
    document = opened.session.opened.document.id
    who = span(document, "HD Hyundai", "ORG", text=TEXT)
    opened.session.do(edits.add([who]))
    opened.session.do(edits.relate(gapped, "claimant", who, annotator=gapped.annotator))
    choose(qtbot, dialog, "docbin")
    assert dialog.findChild(QPushButton, "lossRemedy.relation_end.layers") is None, "all layers are in"
    press(dialog, "lossRemedy.relation_end.discontinuous.hull")
    checked(qtbot, dialog)
    assert "relation_end" not in {loss.reason for loss in dialog.report.losses}
    dialog.findChild(QCheckBox, "exportLayer.entities").setChecked(False)
    checked(qtbot, dialog)
    press(dialog, "lossRemedy.relation_end.layers")
    checked(qtbot, dialog)
    assert "relation_end" not in {loss.reason for loss in dialog.report.losses}


def test_claim_review_without_verdict_says_nothing_is_written(qtbot, gapped, dialog):
    choose(qtbot, dialog, "claim-review")
    assert "holds only claims with a verdict that it knows. Claims without one: 1." in dialog.line.words
    assert not dialog.findChild(QPushButton, "exportButton").isEnabled()
