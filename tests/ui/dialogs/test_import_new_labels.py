"""Labels unknown to the project: created by the import, or left out and counted."""

import json

import pytest
from PySide6.QtCore import Qt

from annotator.editing.schema_editing.flaws import flaws
from tests.ui.at_once import reading
from tests.ui.dialogs.importing.conftest import add, take
from tests.ui.opened import open_article
from ui.base.settings import Settings
from ui.dialogs.importing.import_dialog import ImportDialog
from ui.dialogs.importing.import_table import Column
from ui.schema.forms.colours import troubles


@pytest.fixture
def opened(tmp_path, qtbot):
    session, _ = open_article(tmp_path)
    dialog = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(dialog)
    dialog.open()
    yield session, dialog
    dialog.close()
    session.close_project()


@pytest.fixture
def labelled(tmp_path):
    """A doccano file with a label that the project has and one that it lacks."""
    folder = tmp_path / "Artikel"
    folder.mkdir()
    records = [
        {"text": "Über 🎈 Köln lief Öl.", "label": [[7, 11, "LOC"], [17, 19, "STOFF"], [0, 4, "STOFF"]]},
        {"text": "Zweiter Satz über Köln.", "label": [[18, 22, "LOC"]]},
    ]
    path = folder / "aus_doccano.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def choose(qtbot, dialog, label, here):
    """Choose the label's name here, and wait until the file is read again."""
    table = dialog.labels.table
    row = next(row for row in range(table.rowCount()) if table.item(row, 0).text() == label)
    choice = table.cellWidget(row, 2)
    choice.setCurrentIndex(choice.findText(here))
    assert not dialog.add.isEnabled()
    qtbot.waitUntil(dialog.add.isEnabled)


def test_unknown_labels_come_first_and_are_mapped(qtbot, opened, labelled):
    session, dialog = opened
    take(qtbot, dialog, labelled)
    table = dialog.labels.table
    assert [(table.item(row, 0).text(), table.item(row, 1).text()) for row in range(2)] == [
        ("STOFF", "2"),
        ("LOC", "2"),
    ]
    assert [table.cellWidget(row, 2).currentText() for row in range(2)] == ["leave out", "Place (Names)"]
    choose(qtbot, dialog, "STOFF", "Other name (Names)")
    assert "    Other name:  Öl" in dialog.labels.preview.toPlainText()
    choose(qtbot, dialog, "LOC", "leave out")
    assert dialog.model.index(0, 2).data() == "2 articles, 2 labels"
    first, _second = add(qtbot, dialog).ids
    spans = session.required().read.annotated(first, None).spans
    assert [(span.label, span.start, span.end) for span in spans] == [("MISC", 0, 4), ("MISC", 17, 19)]


def test_import_creates_new_label(qtbot, opened, labelled):
    session, dialog = opened
    take(qtbot, dialog, labelled)
    before = session.required().schema
    choose(qtbot, dialog, "STOFF", "new label “STOFF” (Names)")
    assert "    STOFF:  Öl" in dialog.labels.preview.toPlainText()
    assert session.required().schema == before
    with qtbot.waitSignals([session.schema_changed, dialog.offered_changed]):
        taken = add(qtbot, dialog)
    schema = session.required().schema
    made = schema.label("entities", "STOFF")
    assert made is not None
    assert not flaws(schema)
    assert not troubles(made, schema)
    assert made.key is not None
    spans = session.required().read.annotated(taken.ids[0], None).spans
    assert sorted(span.label for span in spans) == ["LOC", "STOFF", "STOFF"]
    assert taken.left_out == 0


def test_counts_labels_left_out_of_added_files(qtbot, opened, labelled):
    _, dialog = opened
    other = labelled.with_name("zweite.jsonl")
    other.write_text(json.dumps({"text": "Satz über Bonn.", "label": [[10, 14, "STADT"]]}) + "\n", "utf-8")
    take(qtbot, dialog, labelled.parent)
    dialog.model.setData(dialog.model.index(1, Column.FILE), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert add(qtbot, dialog).left_out == 2


def test_first_labels_are_visible_with_many_files(qtbot, opened, labelled):
    _, dialog = opened
    for number in range(12):
        (labelled.parent / f"{number}.jsonl").write_text(labelled.read_text("utf-8"), "utf-8")
    take(qtbot, dialog, labelled.parent)
    dialog.resize(1040, 560)  # the rest scrolls
    table = dialog.labels.table
    qtbot.waitUntil(lambda: dialog.height() == 560)
    assert table.viewport().rect().contains(table.visualItemRect(table.item(1, 0)))


def test_all_unknown_labels_become_new_in_one_choice(qtbot, opened, tmp_path):
    session, dialog = opened
    record = {"text": "Über Köln lief Öl.", "label": [[5, 9, "LOC"], [15, 17, "STOFF"], [0, 4, "FARBE"]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    take(qtbot, dialog, tmp_path / "a.jsonl")
    choose(qtbot, dialog, "all unknown labels", "new labels (Names)")
    assert dialog.labels._caption.text() == "Labels in the files, and their names here"
    table = dialog.labels.table
    shown = [table.item(row, 0).text() for row in range(table.rowCount()) if not table.isRowHidden(row)]
    assert shown == ["all unknown labels", "LOC"]
    spans = session.required().read.annotated(add(qtbot, dialog).ids[0], None).spans
    assert {span.label for span in spans} == {"LOC", "STOFF", "FARBE"}


def test_all_unknown_labels_are_left_out_on_purpose(qtbot, opened, tmp_path):
    _, dialog = opened
    record = {"text": "Über Köln lief Öl.", "label": [[5, 9, "LOC"], [15, 17, "STOFF"], [0, 4, "FARBE"]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    take(qtbot, dialog, tmp_path / "a.jsonl")
    choose(qtbot, dialog, "all unknown labels", "leave out")
    assert dialog.labels._caption.text() == "Labels in the files, and their names here"
    choose(qtbot, dialog, "all unknown labels", "label by label")
    assert dialog.labels._caption.text().endswith("2 are unknown here")
    assert dialog.labels.table.rowCount() == 4


def test_file_chosen_later_leaves_labels_of_earlier_ones(qtbot, opened, labelled, tmp_path):
    _, dialog = opened
    take(qtbot, dialog, labelled)
    assert dialog.labels.table.rowCount() == 2
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "Köln", "label": "CHECK", "answer": "accept"}), "utf-8")
    take(qtbot, dialog, tmp_path / "b.jsonl")
    assert dialog.labels.table.rowCount() == 2
    assert "Place:  Köln" in dialog.labels.preview.toPlainText()
