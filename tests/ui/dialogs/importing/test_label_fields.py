"""The choice in the window of columns or keys that hold labels."""

import json

from tests.ui.dialogs.importing.conftest import add, take

TEXT = "Die Kanzlei Brandt in Kiel schweigt."


def records(path, count=4):
    marks = [{"from": 12, "to": 18, "kind": "ORG"}, {"from": 22, "to": 26, "kind": "LOC"}]
    rows = [{"page": {"words": f"{TEXT} {at}."}, "marks": marks} for at in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def cells(dialog, column):
    table = dialog.fields.table
    return [table.item(row, column).text() for row in range(table.rowCount())]


def role_of(dialog, name):
    return dialog.fields.lists[name].currentData()


def test_keys_of_json_are_chosen(qtbot, opened, tmp_path):
    session, dialog, _ = opened
    take(qtbot, dialog, records(tmp_path / "a.jsonl"))
    assert dialog.fields.isVisible()
    assert cells(dialog, 0) == ["page.words", "marks.from", "marks.to", "marks.kind"]
    assert [role_of(dialog, name) for name in cells(dialog, 0)] == ["text", "start", "end", "label"]
    choice = dialog.fields.lists["page.words"]
    choice.setCurrentIndex(choice.findData(""))
    assert not dialog.fields.read.isEnabled()
    choice.setCurrentIndex(choice.findData("text"))
    dialog.fields.read.click()
    qtbot.waitUntil(dialog.fields.isHidden)
    assert dialog.faults.count() == 0
    assert dialog.model.rowCount() == 1
    taken = add(qtbot, dialog)
    found = [session.required().read.annotated(id_, None) for id_ in taken.ids]
    assert [[span.label for span in entry.spans] for entry in found] == [["ORG", "LOC"]] * 4


def test_choice_stays_when_a_label_is_mapped(qtbot, opened, tmp_path):
    session, dialog, _ = opened
    (tmp_path / "a.csv").write_text(f"text,start,end,label\n{TEXT},12,18,Firma9\n", "utf-8")
    take(qtbot, dialog, tmp_path / "a.csv")
    assert [role_of(dialog, name) for name in cells(dialog, 0)] == ["text", "start", "end", "label"]
    dialog.fields.read.click()
    qtbot.waitUntil(dialog.fields.isHidden)
    choice = dialog.labels.table.cellWidget(0, 2)
    choice.setCurrentIndex(choice.findText("Organisation (Names)"))
    qtbot.waitUntil(lambda: not dialog._pause.isActive() and dialog.progress.isHidden())
    taken = add(qtbot, dialog)
    spans = session.required().read.annotated(taken.ids[0], None).spans
    assert [(span.label, span.quote(TEXT)) for span in spans] == [("ORG", "Brandt")]


def test_label_of_the_article_needs_only_a_text(qtbot, opened, tmp_path):
    session, dialog, _ = opened
    row = {"text": TEXT, "entities": [["ORG", "Brandt"]], "mood": "ruhig"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), "utf-8")
    take(qtbot, dialog, tmp_path / "a.jsonl")
    assert dialog.fields.isVisible()
    choice = dialog.fields.lists["mood"]
    choice.setCurrentIndex(choice.findData("class"))
    for name in cells(dialog, 0):
        if role_of(dialog, name) in {"start", "end", "label"}:
            dialog.fields.lists[name].setCurrentIndex(0)
    dialog.fields.read.click()
    qtbot.waitUntil(dialog.fields.isHidden)
    taken = add(qtbot, dialog)
    labels = session.required().read.annotated(taken.ids[0], None).labels
    assert [(label.label, label.value) for label in labels] == [("mood", "ruhig")]


def test_ordinary_tables_show_no_question(qtbot, opened, tmp_path):
    _, dialog, _ = opened
    (tmp_path / "a.csv").write_text(f"title,text\nKanzlei,{TEXT}\n", "utf-8")
    take(qtbot, dialog, tmp_path / "a.csv")
    assert not dialog.fields.isVisible()


def test_no_role_is_cut_off(qtbot, opened, tmp_path):
    _, dialog, _ = opened
    dialog.setStyleSheet("QTableView::item { padding: 2px 8px; }")  # as in the program's look
    take(qtbot, dialog, records(tmp_path / "a.jsonl"))
    for choice in dialog.fields.lists.values():
        qtbot.waitUntil(lambda choice=choice: choice.width() >= choice.sizeHint().width())


def test_table_with_unknown_column_names_shows_its_rows(qtbot, opened, tmp_path):
    session, dialog, _ = opened
    (tmp_path / "a.csv").write_text("a,b,c\n17,Der Rat schweigt.,x\n18,Die Brücke steht.,y\n", "utf-8")
    take(qtbot, dialog, tmp_path / "a.csv")
    assert dialog.fields.isVisible()
    assert [cells(dialog, column) for column in (0, 1, 2)] == [
        ["a", "b", "c"],
        ["17", "Der Rat schweigt.", "x"],
        ["18", "Die Brücke steht.", "y"],
    ]
    assert not dialog.fields.read.isEnabled()
    for name, role in (("b", "text"), ("c", "class")):
        dialog.fields.lists[name].setCurrentIndex(dialog.fields.lists[name].findData(role))
    dialog.fields.read.click()
    qtbot.waitUntil(dialog.fields.isHidden)
    assert dialog.faults.count() == 0
    taken = add(qtbot, dialog)
    found = [session.required().read.annotated(id_, None) for id_ in taken.ids]
    assert [entry.document.text for entry in found] == ["Der Rat schweigt.", "Die Brücke steht."]
    assert [[(label.label, label.value) for label in entry.labels] for entry in found] == [[("c", "x")], [("c", "y")]]


def test_return_never_cancels_while_columns_are_asked(qtbot, opened, tmp_path):
    _, dialog, _ = opened
    (tmp_path / "a.csv").write_text("a,b\n17,Der Rat schweigt.\n", "utf-8")
    take(qtbot, dialog, tmp_path / "a.csv")
    assert dialog.focusWidget() is dialog.fields.lists["a"]
    take(qtbot, dialog, records(tmp_path / "a.jsonl"))
    assert dialog.focusWidget() is dialog.fields.read
    (tmp_path / "leer.txt").write_text("")
    take(qtbot, dialog, tmp_path / "leer.txt")
    assert dialog.focusWidget() is dialog.fields.read


def test_roles_of_another_file_are_not_taken_over(qtbot, opened, tmp_path):
    _, dialog, _ = opened
    take(qtbot, dialog, records(tmp_path / "a.jsonl"))
    dialog.fields.read.click()
    qtbot.waitUntil(dialog.fields.isHidden)
    (tmp_path / "b.csv").write_text("a,b\n17,Der Rat der Stadt schweigt dazu.\n", "utf-8")
    take(qtbot, dialog, tmp_path / "b.csv")
    assert {name: role_of(dialog, name) for name in ("a", "b")} == {"a": "", "b": "text"}
