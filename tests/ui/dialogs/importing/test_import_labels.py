import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.dialogs.importing.conftest import add, cells, take
from tests.ui.opened import TEXT
from ui.dialogs.importing.import_table import Column


def test_file_with_labels_shows_first_records(qtbot, opened, labelled):
    _, dialog, _ = opened
    take(qtbot, dialog, labelled)
    assert cells(dialog)[:3] == ["aus_doccano.jsonl", "doccano JSONL", "2 articles, 2 labels"]
    assert dialog._summary.text() == "2 articles have labels."
    assert dialog.labels.preview.toPlainText().splitlines()[:2] == [
        "Über 🎈 Köln lief Öl.  ·  DE",
        "    Place:  Köln",
    ]
    assert dialog.add.text() == "&Add 2 Articles"
    assert not dialog.article.encoding.isVisible()


def test_lists_bad_records_and_adds_good_ones(qtbot, opened, labelled):
    session, dialog, _ = opened
    take(qtbot, dialog, labelled)
    assert [dialog.faults.item(row).text()[:26] for row in range(dialog.faults.count())] == [
        "aus_doccano.jsonl, line 2:"
    ]
    taken = add(qtbot, dialog)
    assert [session.required().read.document(id_).text[:4] for id_ in taken.ids] == ["Über", "Zwei"]


def test_labels_become_decisions_of_chosen_annotator(qtbot, opened, labelled):
    session, dialog, _ = opened
    take(qtbot, dialog, labelled)
    assert dialog.labels.annotator.currentText() == session.required().annotator
    dialog.labels.annotator.setEditText("Zoë")
    taken = add(qtbot, dialog)
    assert [span.annotator for span in session.required().read.annotated(taken.ids[0], None).spans] == ["Zoë"]
    assert "Zoë" in session.required().read.annotators()


def test_labels_become_suggestions(qtbot, opened, labelled):
    session, dialog, _ = opened
    take(qtbot, dialog, labelled)
    dialog.labels.suggestions.click()
    assert not dialog.labels.annotator.isEnabled()
    taken = add(qtbot, dialog)
    found = session.required().read.annotated(taken.ids[0], None, suggestions=True)
    assert found.spans == ()
    assert [suggestion.label for suggestion in found.suggestions] == ["LOC"]


def test_unticked_file_with_labels_stays_out(qtbot, opened, labelled):
    session, dialog, folder = opened
    (folder / "eins.txt").write_text("Eins über Köln", "utf-8")
    take(qtbot, dialog, folder)
    assert dialog._summary.text() == "One article found. 2 articles have labels."
    row = next(row for row in range(dialog.model.rowCount()) if cells(dialog, row)[0] == "aus_doccano.jsonl")
    dialog.model.setData(dialog.model.index(row, Column.FILE), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.add.text() == "&Add One Article"
    taken = add(qtbot, dialog)
    assert [session.required().read.document(id_).title for id_ in taken.ids] == ["Eins über Köln"]


def test_utf16_offsets_are_corrected_on_choice(qtbot, opened, tmp_path):
    _, dialog, folder = opened
    folder.mkdir()
    text = "Über 🎈 Köln lief Öl."
    spans = [{"label": "LOC", "layer": "entities", "start": 8, "end": 12, "quote": "Köln"}]
    (folder / "js.jsonl").write_text(json.dumps({"text": text, "spans": spans}), "utf-8")
    take(qtbot, dialog, folder)
    assert "    Place:  öln" in dialog.labels.preview.toPlainText()
    assert dialog.labels.units.isVisible()
    dialog.labels.units.setCurrentText("UTF-16 units")
    qtbot.waitUntil(lambda: "    Place:  Köln" in dialog.labels.preview.toPlainText())
    assert dialog.faults.count() == 0


def summary(dialog):
    return dialog.findChild(QWidget, "importSummary").text()


def test_reports_labels_for_existing_articles_before_adding(qtbot, opened, labelled):
    session, dialog, _ = opened
    with labelled.open("a", encoding="utf-8") as written:
        written.write(json.dumps({"text": TEXT, "label": [[0, 4, "LOC"]]}) + "\n")
    take(qtbot, dialog, labelled)
    assert "The labels of one article will be added to the project’s article with the same text." in summary(dialog)
    assert dialog.add.text() == "&Add 2 Articles"
    dialog.model.setData(dialog.model.index(0, Column.FILE), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert "will be added to" not in summary(dialog)
    dialog.model.setData(dialog.model.index(0, Column.FILE), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    taken = add(qtbot, dialog)
    assert (len(taken.ids), taken.merged) == (2, 1)
    assert session.required().read.documents_with_text([session.opened.document.sha256])


def test_duplicate_texts_are_counted_once(qtbot, opened, labelled):
    _, dialog, _ = opened
    twice = labelled.with_name("noch_einmal.jsonl")
    twice.write_text(labelled.read_text("utf-8"), "utf-8")
    dialog.read_paths([labelled, twice])
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.add.text() == "&Add 2 Articles"
    assert "2 articles repeat others in the files; their labels are put together." in summary(dialog)
    assert "the project" not in summary(dialog)
    dialog.model.setData(dialog.model.index(0, Column.FILE), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.add.text() == "&Add 2 Articles"
    assert "repeat" not in summary(dialog)
    dialog.model.setData(dialog.model.index(0, Column.FILE), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    taken = add(qtbot, dialog)
    assert len(taken.ids) == 2


def test_button_promises_labels_only_for_existing_articles(qtbot, opened, tmp_path):
    _, dialog, _ = opened
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT, "label": [[0, 4, "LOC"]]}) + "\n", "utf-8")
    take(qtbot, dialog, tmp_path / "a.jsonl")
    assert dialog.add.text() == "&Add Labels"
    assert dialog.add.isEnabled()


def test_unclear_columns_of_tokens_are_chosen(qtbot, opened, tmp_path):
    session, dialog, _ = opened
    rows = "Bonn NE x LOC\nliegt V y nix\n\nda ADV z nix\n"
    for name in ("a.conll", "b.conll"):
        (tmp_path / name).write_text(rows.replace("da", name[0]), "utf-8")
    dialog.read_paths([tmp_path / "a.conll", tmp_path / "b.conll"])
    qtbot.waitUntil(dialog.progress.isHidden)
    assert "--columns" not in dialog.faults.item(0).text()
    assert dialog.findChild(QLabel, "importSummary").text() == "2 files can be read once you choose their columns."
    assert dialog.columns.isVisible()
    assert [dialog.columns.table.item(1, at).text() for at in range(4)] == ["Bonn", "NE", "x", "LOC"]
    assert not dialog.columns.read.isEnabled()
    dialog.columns.lists[3].setCurrentText("label")
    dialog.columns.read.click()
    qtbot.waitUntil(lambda: dialog.columns.isVisible() and dialog.columns.table.item(3, 0).text() == "b")
    assert dialog.columns.lists[3].currentText() == "label"
    dialog.columns.read.click()
    qtbot.waitUntil(dialog.columns.isHidden)
    taken = add(qtbot, dialog)
    found = [session.required().read.annotated(id_, None) for id_ in taken.ids]
    assert [[span.label for span in entry.spans] for entry in found] == [["LOC"], ["LOC"]]


def test_relation_of_brat_becomes_a_new_one(qtbot, opened, tmp_path):
    session, dialog, _ = opened
    (tmp_path / "a.txt").write_text("Ida und Ole", "utf-8")
    rows = ["T1\tPER 0 3\tIda", "T2\tPER 8 11\tOle", "R1\tFamily Arg1:T1 Arg2:T2"]
    (tmp_path / "a.ann").write_text("".join(f"{row}\n" for row in rows), "utf-8")
    take(qtbot, dialog, tmp_path / "a.ann")
    table = dialog.labels.table
    assert [table.item(row, 0).text() for row in range(table.rowCount())] == ["Family", "PER"]
    assert dialog.faults.count() == 1
    table.cellWidget(0, 2).setCurrentText("new relation “Family”")
    qtbot.waitUntil(lambda: dialog.faults.count() == 0)
    assert table.cellWidget(0, 2).currentText() == "new relation “Family”"
    taken = add(qtbot, dialog)
    project = session.required()
    assert [relation.label for relation in project.read.annotated(taken.ids[0], None).relations] == ["Family"]
    assert project.schema.relation("Family") is not None


def test_choices_stay_when_more_relations_come(qtbot, opened, tmp_path):
    _, dialog, _ = opened
    (tmp_path / "a.txt").write_text("Ida zahlt Ole", "utf-8")
    rows = ["T1\tPER 0 3\tIda", "T2\tPay 4 9\tzahlt", "T3\tPER 10 13\tOle", "R1\tFamily Arg1:T1 Arg2:T3"]
    (tmp_path / "a.ann").write_text("".join(f"{row}\n" for row in (*rows, "E1\tPay:T2 Giver:T1 Taker:T3")), "utf-8")
    take(qtbot, dialog, tmp_path / "a.ann")
    table = dialog.labels.table
    shown = lambda: {  # noqa: E731
        table.item(row, 0).text(): table.cellWidget(row, 2).currentText() for row in range(table.rowCount())
    }
    table.cellWidget(0, 2).setCurrentText("new relation “Family”")
    qtbot.waitUntil(dialog.progress.isHidden)
    assert list(shown()) == ["Family", "Pay", "PER"]
    table.cellWidget(1, 2).setCurrentText("new label “Pay” (Names)")
    qtbot.waitUntil(lambda: "Taker" in shown())
    assert shown()["Family"] == "new relation “Family”"
    assert shown()["Giver"] == "leave out"
    assert shown()["Pay"] == "new label “Pay” (Names)"
