"""Losses in the language of the window and the schema."""

from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from annotator.formats.base import Report
from annotator.formats.loss import Loss, LossKind
from annotator.model import schema_file
from tests.ui.dialogs.export_steps import choose, labelled, open_dialog
from ui.base import i18n
from ui.dialogs.exporting.loss_table import Column, LossTable, exported_notice, loss_counts
from ui.dialogs.told_dialog import loss_reason, loss_remedy

_CLAIM: dict[str, Any] = {"document": "d", "title": "Kürzlich 🎈", "start": 0, "end": 9, "quote": "Die Firma"}


@pytest.fixture
def german(qapp):
    i18n.install("de")
    yield
    i18n.install("en")


def lost(row, label, reason, layer="", kind=LossKind.LOST):
    return Loss(row=row, id=label, label=label, reason=reason, layer=layer, kind=kind, **_CLAIM)


def test_lost_relation_names_the_missing_end_in_one_line():
    loss = replace(lost("relation", "claimant", "relation_end", "claims"), missing="Amt\nfür “Bau”" + " und Weg" * 9)
    told = loss_reason(loss, schema_file.load("news"))
    assert told.startswith("The relation Claimant from “Die Firma” is not written because “Amt für ‘Bau’ und Weg")
    assert told.endswith("…” itself is not written.")


def test_quotation_marks_inside_quote_are_single(german):
    loss = replace(lost("span", "CLAIM", "attributes", "claims"), quote="„Wir gewinnen“, sagt sie")
    assert "„‚Wir gewinnen‘, sagt sie“" in loss_reason(loss, schema_file.load("news"))


def test_long_quote_leaves_room_for_what_happens(qapp):
    loss = replace(lost("span", "CLAIM", "hull", "claims", LossKind.CHANGED), quote="Die Firma baut 🎈 " * 9)
    said = loss_reason(loss, schema_file.load("news"))
    assert said.endswith("…” has gaps and is written with the words in them.")
    assert len(said) < 100
    assert loss_remedy(loss) == "Spanwright’s own JSONL keeps the gaps."


def test_relations_and_labels_have_schema_names(german):
    schema = schema_file.load("news")
    assert "Urheber von „Die Firma“" in loss_reason(lost("relation", "claimant", "relation"), schema)
    assert loss_reason(lost("span", "CLAIM", "attributes", "claims"), schema).startswith("Behauptung „Die Firma“")
    assert "frei von" in loss_reason(lost("relation", "frei", "relation"), schema)  # nobody knows it any more


def test_details_of_articles_are_named_and_counted(german):
    schema = schema_file.load("news")
    author = replace(lost("detail", "author", "detail"), count=1234)
    assert loss_reason(author, schema) == "Fehlt in der Datei: Autor (Artikel: 1.234)."
    own = replace(lost("detail", "desk", "detail"), id="meta.desk")
    assert loss_reason(own, schema) == "Fehlt in der Datei: desk (Artikel: 1)."


def test_counts_other_losses_besides_labels():
    losses = (
        lost("relation", "claimant", "relation"),
        lost("relation", "cue", "relation"),
        lost("relation", "cue", "relation_attributes", kind=LossKind.CHANGED),
        lost("span", "CLAIM", "attributes", "claims", LossKind.CHANGED),
        *(lost("sentence_mark", "", "sentence_mark") for _ in range(3)),
        lost("document_state", "done", "document_state"),
        lost("batch", "Mai", "batch"),
        lost("priority", "high", "priority"),
        lost("detail", "author", "detail"),
        lost("detail", "meta.desk", "detail"),
    )
    report = Report(documents=1, spans=6, changed=1, lost=0, losses=losses)
    assert loss_counts(report) == (
        "5 unchanged + 1 changed + 0 left out = 6 labels in 1 article. Also left out: relations: 2,"
        " sentences read and empty: 3, states of articles: 1, batches: 1, priorities: 1, kinds of article details: 2."
    )
    notice = exported_notice(report, Path("Herbst.conll"))
    assert notice.endswith("Labels changed: 1, left out: 0. " + loss_counts(report).partition("article. ")[2])


def test_losses_shrink_before_the_dialog_scrolls(window, qtbot):
    dialog = open_dialog(labelled(window), qtbot)
    choose(qtbot, dialog, "conll")
    area = dialog.findChild(QScrollArea, "exportAsked")
    summary = dialog.findChild(QScrollArea, "exportAside")
    qtbot.waitUntil(lambda: summary.height() == summary.sizeHint().height())
    enough = area.widget().layout().minimumHeightForWidth(area.viewport().width())
    dialog.resize(dialog.width(), dialog.height() + enough - area.viewport().height())
    QApplication.processEvents()
    assert area.viewport().height() == enough
    assert area.verticalScrollBar().maximum() == 0


def test_only_the_dialog_scrolls_on_a_low_screen(window, qtbot):
    dialog = open_dialog(labelled(window), qtbot)
    choose(qtbot, dialog, "conll")
    losses = dialog.losses
    losses.show_losses(losses._losses.shown * 12)
    area = dialog.findChild(QScrollArea, "exportAsked")
    dialog.resize(624, 304)  # 1280 × 720 pixels at 200%
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 44 * losses.model().rowCount() - area.height())
    qtbot.waitUntil(lambda: losses.verticalScrollBar().maximum() == 0)
    losses.setFocus()
    losses.selectRow(losses.model().rowCount() - 1)
    last = losses.visualRect(losses.currentIndex())
    assert not losses.viewport().visibleRegion().intersected(last).isEmpty(), "the keyboard's row is in sight"
    dialog.resize(1040, 820)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_narrow_table_shows_whole_sentences(german, qtbot):
    schema = schema_file.load("news")
    table = LossTable(schema)
    qtbot.addWidget(table)
    shown = [
        replace(lost("relation", "topic", "relation"), quote="Wendelsbruck will ein Amt"),
        lost("relation", "claimant", "relation"),
    ]
    table.resize(580, 260)  # the export dialog on a screen of 1280 × 720 pixels at 200%
    table.show()
    table.show_losses(shown)
    metrics = table.fontMetrics()
    for row, column in product(range(len(shown)), (Column.REASON, Column.REMEDY)):
        room = QRect(0, 0, table.columnWidth(column) - 22, 1000)
        words = table.model().index(row, column).data()
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        assert needed <= table.rowHeight(row), words
    table.resize(900, 260)
    assert table.rowHeight(0) < 4 * metrics.lineSpacing()
