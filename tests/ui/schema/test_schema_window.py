"""The schema window in use: nothing changes before Apply, and everything can be undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QRadioButton

from annotator.model.values import ENTITIES
from ui.actions.actions import label_id
from ui.base.widgets.chips import LabelChip
from ui.base.widgets.low_screen import FRAME
from ui.schema.editing import RemoveDialog
from ui.schema.forms.part_forms import LabelForm
from ui.schema.schema_draft import PartKind, PartPlace
from ui.schema.schema_window import SchemaWindow
from ui.schema.split_dialog import SplitDialog

LOC = PartPlace(PartKind.LABEL, (ENTITIES, "LOC"))
ORG = PartPlace(PartKind.LABEL, (ENTITIES, "ORG"))


def labels(window):
    return sorted(span.label for span in window.session.opened.spans)


def shown(window):
    return [chip.label for chip in window.panels.labels.findChildren(LabelChip) if chip.isVisible()]


def chips(window):
    return [label.id for label in shown(window)]


def type_into(qtbot, line, words):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)


def apply(qtbot, editor):
    qtbot.mouseClick(editor.foot.apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not editor.applying.busy, timeout=20_000)


def press(qtbot, editor, name):
    qtbot.mouseClick(editor.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_shows_use_counts(editor):
    assert editor.draft.uses(LOC) == 2
    assert "Nothing changes while you edit" in editor.foot.words.text()
    assert not editor.foot.apply.isEnabled()
    assert not editor.foot.back.isEnabled()


def test_label_name_key_and_colour_change(qtbot, labelled, editor):
    editor.tree.choose(LOC)
    form = editor.page.form(LabelForm)
    type_into(qtbot, form.names.lines["en"], "Area")
    form.key.setFocus()
    qtbot.keyClick(form.key, Qt.Key.Key_8)
    type_into(qtbot, form.colours.lines[0], "#8c1d5a")
    assert labelled.session.project.schema.require_label(ENTITIES, "LOC").name["en"] == "Place"
    assert "Existing labels do not change" in editor.foot.words.text()
    apply(qtbot, editor)
    place = labelled.session.project.schema.require_label(ENTITIES, "LOC")
    assert (place.name["en"], place.key, place.light) == ("Area", "8", "#8c1d5a")
    action = labelled.menus.actions_by_id[label_id(place)]
    assert (action.text(), action.shortcut().toString()) == ("Area", "8")
    qtbot.waitUntil(lambda: place in shown(labelled))
    assert labelled.view.display.look.colour(ENTITIES, "LOC").name() == "#8c1d5a"


def test_keys_go_to_the_labels_after_apply(qtbot, editor):
    editor.tree.choose(LOC)
    type_into(qtbot, editor.page.form(LabelForm).names.lines["en"], "Area")
    editor.foot.apply.setFocus()
    apply(qtbot, editor)
    assert editor.focusWidget() is editor.tree


def test_duplicate_key_is_refused(qtbot, editor):
    editor.tree.choose(LOC)
    qtbot.keyClick(editor.page.form(LabelForm).key, Qt.Key.Key_C)
    assert "the same key: C" in editor.foot.words.text()
    assert not editor.foot.apply.isEnabled()
    qtbot.keyClick(editor.page.form(LabelForm).key, Qt.Key.Key_Backspace)
    assert editor.foot.apply.isEnabled()


def test_new_short_name_updates_spans(qtbot, labelled, editor):
    editor.tree.choose(LOC)
    line = editor.page.form(LabelForm).id
    type_into(qtbot, line, "GPE")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "“LOC” becomes “GPE”: 2 labels." in editor.foot.words.text()
    assert editor.tree.place == PartPlace(PartKind.LABEL, (ENTITIES, "GPE"))
    qtbot.keyClick(QApplication.focusWidget() or editor, Qt.Key.Key_Return)
    assert labels(labelled) == ["CLAIM", "LOC", "LOC", "ORG"]
    apply(qtbot, editor)
    assert labels(labelled) == ["CLAIM", "GPE", "GPE", "ORG"]
    qtbot.waitUntil(lambda: "GPE" in chips(labelled))
    press(qtbot, editor, "schemaBack")
    qtbot.waitUntil(lambda: not editor.applying.busy, timeout=20_000)
    assert labels(labelled) == ["CLAIM", "LOC", "LOC", "ORG"]
    assert "undone" in editor.foot.words.text()


@pytest.mark.parametrize(("typed", "said"), [("1 zu viel", "letters, digits"), ("ORG", "ORG is already taken")])
def test_invalid_short_name_is_refused(qtbot, editor, typed, said):
    editor.tree.choose(LOC)
    line = editor.page.form(LabelForm).id
    type_into(qtbot, line, typed)
    if "ORG" not in said:
        assert said in editor.foot.words.text()  # at once
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert said in editor.foot.words.text()
    assert line.text() == "LOC"
    assert editor.draft.schema.label(ENTITIES, "LOC") is not None


def test_removing_used_label_asks(qtbot, labelled, editor):
    editor.tree.choose(ORG)
    press(qtbot, editor, "schemaRemove")
    question = editor.findChild(RemoveDialog)
    assert question.findChild(QRadioButton, "schemaRemoveHide").isChecked()
    question.remove.click()
    question.findChild(QPushButton, "schemaRemoveDialogOk").click()
    assert "“Organisation” is removed, and one label with it." in editor.foot.words.text()
    assert "one relation" in editor.foot.words.text()
    apply(qtbot, editor)
    assert labels(labelled) == ["CLAIM", "LOC", "LOC"]
    assert labelled.session.opened.relations == ()
    press(qtbot, editor, "schemaBack")
    qtbot.waitUntil(lambda: not editor.applying.busy, timeout=20_000)
    assert labels(labelled) == ["CLAIM", "LOC", "LOC", "ORG"]
    assert len(labelled.session.opened.relations) == 1


def test_used_label_can_be_hidden(qtbot, labelled, editor):
    editor.tree.choose(ORG)
    qtbot.keyClick(editor.tree, Qt.Key.Key_Delete)
    editor.findChild(QPushButton, "schemaRemoveDialogOk").click()
    assert "No longer offered: Organisation." in editor.foot.words.text()
    apply(qtbot, editor)
    assert labels(labelled) == ["CLAIM", "LOC", "LOC", "ORG"]
    qtbot.waitUntil(lambda: chips(labelled)[:3] == ["PER", "LOC", "MISC"])


def test_merge_labels(qtbot, labelled, editor):
    editor.tree.choose(ORG)
    press(qtbot, editor, "schemaMerge")
    question = editor.findChild(RemoveDialog)
    assert question.windowTitle() == "Merge “Organisation”"
    assert not question.remove.isVisible()
    question.into.setCurrentIndex(question.into.findData("MISC"))
    question.findChild(QPushButton, "schemaRemoveDialogOk").click()
    assert "“Organisation” becomes “Other name”: one label." in editor.foot.words.text()
    apply(qtbot, editor)
    assert labels(labelled) == ["CLAIM", "LOC", "LOC", "MISC"]


def test_split_label_by_words(qtbot, labelled, editor):
    editor.tree.choose(LOC)
    press(qtbot, editor, "schemaSplit")
    dialog = editor.findChild(SplitDialog)
    qtbot.waitUntil(lambda: len(dialog.model.shown) == 2, timeout=20_000)
    qtbot.keyClicks(dialog.names.lines["en"], "State")
    type_into(qtbot, dialog.id, "GPE")
    qtbot.keyClicks(dialog.filter, "weif")
    assert dialog.model.shown == ["Weifang"]
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert "one label" in dialog.note.text()
    dialog.findChild(QPushButton, "schemaSplitDialogOk").setFocus()
    dialog.findChild(QPushButton, "schemaSplitDialogOk").click()
    assert "“Place” becomes “State”: one label." in editor.foot.words.text()
    apply(qtbot, editor)
    assert labels(labelled) == ["CLAIM", "GPE", "LOC", "ORG"]
    qtbot.waitUntil(lambda: "GPE" in chips(labelled))


def test_new_label_follows_selected_one(qtbot, labelled, editor):
    editor.tree.choose(LOC)
    qtbot.keyClick(editor.tree, Qt.Key.Key_Insert)
    assert editor.tree.place == PartPlace(PartKind.LABEL, (ENTITIES, "NEW"))
    assert "has no name yet" in editor.foot.words.text()
    assert not editor.foot.apply.isEnabled()
    qtbot.keyClicks(editor.page.form(LabelForm).names.lines["de"], "Fluss")
    assert "New: Fluss." in editor.foot.words.text()
    apply(qtbot, editor)
    ids = [label.id for label in labelled.session.project.schema.layers[0].labels]
    assert ids.index("Fluss") == ids.index("LOC") + 1


def test_new_label_is_named_in_language_of_window(qtbot, editor):
    editor.tree.choose(LOC)
    qtbot.keyClick(editor.tree, Qt.Key.Key_Insert)
    qtbot.keyClicks(editor.focusWidget(), "River")
    lines = editor.page.form(LabelForm).names.lines
    assert (lines["en"].text(), lines["de"].text()) == ("River", "")
    assert lines["en"].x() < lines["de"].x()


def test_labels_move_by_keys(qtbot, labelled, editor):
    editor.tree.choose(LOC)
    editor.tree.setFocus()
    qtbot.keyClick(editor.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.tree.place == LOC
    apply(qtbot, editor)
    qtbot.waitUntil(lambda: chips(labelled)[:3] == ["PER", "LOC", "ORG"])


def test_label_is_shown_under_its_broader_label(qtbot, labelled, editor):
    editor.tree.choose(LOC)
    form = editor.page.form(LabelForm)
    form.parent_label.setCurrentIndex(form.parent_label.findData("PER"))
    form.parent_label.activated.emit(form.parent_label.currentIndex())
    shown = editor.tree.currentItem()
    assert editor.tree.place == LOC
    assert shown.parent().text(0) == "Person"
    assert shown.parent().isExpanded()
    editor.tree.choose(PartPlace(PartKind.LABEL, ("entities", "PER")))
    qtbot.keyClick(editor.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    layer = editor.tree.topLevelItem(0)
    assert [layer.child(row).text(0) for row in range(2)] == ["Organisation", "Person"]
    assert layer.child(1).child(0).text(0) == "Place"


def test_guidelines_and_examples_in_both_languages(qtbot, labelled, editor):
    editor.tree.choose(LOC)
    form = editor.page.form(LabelForm)
    form.guidelines.fields["de"].setPlainText("Nur Orte.\n\nKeine Bewohner.")
    form.examples.fields["de"].setPlainText("am Rhein\n\n in Köln ")
    apply(qtbot, editor)
    place = labelled.session.project.schema.require_label(ENTITIES, "LOC")
    assert place.guidelines["de"] == "Nur Orte.\n\nKeine Bewohner."
    assert place.examples["de"] == ("am Rhein", "in Köln")
    assert "Where something is" in place.guidelines["en"]


def test_other_schema_keeps_used_labels(qtbot, labelled, editor, tmp_path):
    schema = labelled.session.project.schema
    path = tmp_path / "Größe.schema.json"
    editor.files.export(path)
    assert "Schema saved: " in editor.foot.words.text()
    from annotator.model import schema_file

    bare = replace(schema, layers=(replace(schema.layers[0], labels=schema.layers[0].labels[:1]),), attributes=())
    bare = replace(bare, relations=(), rules=(), name={"en": "Bare"})
    path.write_text(schema_file.dumps(bare), "utf-8")
    editor.files.take(str(path))
    assert "In use, so kept but no longer offered: " in editor.foot.words.text()
    apply(qtbot, editor)
    assert labels(labelled) == ["CLAIM", "LOC", "LOC", "ORG"]
    qtbot.waitUntil(lambda: chips(labelled) == ["PER"])
    assert not labelled.session.project.schema.require_label(ENTITIES, "LOC").active


def test_failed_schema_export_leaves_nothing(editor, tmp_path):
    folder = tmp_path / "Ziel"
    (folder / "a.json").mkdir(parents=True)
    (folder / "a.json.tmp").write_text("mine")
    editor.files.export(folder / "a.json")
    assert "a.json could not be written" in editor.foot.words.text()
    assert {path.name for path in folder.iterdir()} == {"a.json", "a.json.tmp"}
    assert (folder / "a.json.tmp").read_text() == "mine"


def test_invalid_schema_file_is_named(editor, tmp_path):
    path = tmp_path / "falsch.json"
    path.write_text("{", "utf-8")
    before = editor.draft.change
    editor.files.take(str(path))
    assert "falsch.json" in editor.foot.words.text()
    assert editor.draft.change == before


def test_start_over_drops_edits(qtbot, editor):
    editor.tree.choose(LOC)
    type_into(qtbot, editor.page.form(LabelForm).names.lines["en"], "Area")
    press(qtbot, editor, "schemaOver")
    assert not editor.draft.change.changes_anything
    assert editor.page.form(LabelForm).names.lines["en"].text() == "Place"


def test_closing_with_edits_asks(qtbot, editor):
    editor.tree.choose(LOC)
    type_into(qtbot, editor.page.form(LabelForm).names.lines["en"], "Area")
    editor.reject()
    question = editor.findChild(QMessageBox, "schemaDiscardQuestion")
    assert "not applied yet" in question.text()
    question.defaultButton().click()
    assert editor.isVisible()
    editor.reject()
    question = editor.findChildren(QMessageBox, "schemaDiscardQuestion")[-1]
    next(button for button in question.buttons() if button.text() == "Discard").click()
    qtbot.waitUntil(lambda: not editor.isVisible())


def answer_closing(editor, words):
    editor.reject()
    question = editor.findChildren(QMessageBox, "schemaDiscardQuestion")[-1]
    next(button for button in question.buttons() if button.text() == words).click()


def test_closing_can_apply_edits(qtbot, labelled, editor):
    editor.tree.choose(LOC)
    type_into(qtbot, editor.page.form(LabelForm).names.lines["en"], "Area")
    with qtbot.waitSignal(editor.destroyed, timeout=20_000):
        answer_closing(editor, "Apply")
    assert labelled.session.project.schema.require_label(ENTITIES, "LOC").name["en"] == "Area"


def test_closing_offers_no_apply_for_a_faulty_draft(qtbot, editor):
    editor.tree.choose(LOC)
    qtbot.keyClick(editor.page.form(LabelForm).key, Qt.Key.Key_C)
    editor.reject()
    question = editor.findChild(QMessageBox, "schemaDiscardQuestion")
    assert {button.text() for button in question.buttons()} == {"Keep Editing", "Discard"}


def test_return_in_the_name_applies(qtbot, labelled, editor):
    editor.tree.choose(LOC)
    line = editor.page.form(LabelForm).names.lines["en"]
    type_into(qtbot, line, "Area")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not editor.applying.busy, timeout=20_000)
    assert labelled.session.project.schema.require_label(ENTITIES, "LOC").name["en"] == "Area"
    assert editor.isVisible()
    assert editor.focusWidget() is editor.tree


def test_underlined_letters_lead_to_fields(qtbot, editor):
    editor.tree.choose(LOC)
    form = editor.page.form(LabelForm)
    fields = {
        Qt.Key.Key_N: form.names.lines["en"],
        Qt.Key.Key_L: form.help.lines["en"],
        Qt.Key.Key_C: form.colours.lines[0],
        Qt.Key.Key_G: form.guidelines.fields["en"],
        Qt.Key.Key_E: form.examples.fields["en"],
    }
    for key, field in fields.items():
        editor.tree.setFocus()
        qtbot.keyClick(editor.tree, key, Qt.KeyboardModifier.AltModifier)
        assert editor.focusWidget() is field


def test_closing_project_closes_window(qtbot, labelled, editor):
    editor.tree.choose(LOC)
    type_into(qtbot, editor.page.form(LabelForm).names.lines["en"], "Area")
    labelled.session.close_project()
    qtbot.waitUntil(lambda: labelled.findChild(QDialog, "schemaWindow") is None or not editor.isVisible())


def test_read_only_schema(make_window, project_path, qtbot):
    from ui.schema.schema_window import SchemaWindow

    window = make_window()
    window.projects.open_for_reading(project_path)
    window.windows.edit_schema()
    editor = window.findChild(SchemaWindow)
    editor.tree.choose(LOC)
    assert editor.page.form(LabelForm).names.lines["en"].text() == "Place"
    assert not editor.page.isEnabled()
    assert not editor.add.isEnabled()
    assert not editor.foot.apply.isEnabled()


def test_hidden_layers_stay_hidden(qtbot, labelled, editor):
    labelled.appearance.turn_layer("claims")
    editor.tree.choose(LOC)
    type_into(qtbot, editor.page.form(LabelForm).names.lines["en"], "Area")
    apply(qtbot, editor)
    assert not labelled.menus.actions_by_id["layer.claims"].isChecked()
    assert labelled.menus.actions_by_id["layer.entities"].isChecked()
    assert not labelled.panels.layers._buttons["claims"].isChecked()


def test_fits_small_screen(editor):
    editor.files._name.setText("Nachrichten: Namen und Behauptungen, und was wer dazu sagt")
    least = editor.minimumSizeHint()
    assert least.height() <= 450 - FRAME.height()
    assert least.width() <= 720 - FRAME.width()


def test_low_window_shows_labels_and_whole_buttons(editor, qtbot):
    editor.resize(720 - FRAME.width(), 450 - FRAME.height())  # 1440×900 at 200%
    qtbot.wait(20)
    rows = editor.tree.viewport().height() // editor.tree.sizeHintForRow(0)
    assert rows >= 3
    area = editor.add.parentWidget()
    assert all(button.geometry().bottom() < area.height() for button in (editor.add, editor.split, editor.remove))


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_form_scrolls_sideways_at_640_pixels(make_window, project_path, qtbot, language):
    window = make_window(project_path, language=language)
    window.windows.edit_schema()
    editor = window.findChild(SchemaWindow)
    editor.resize(640 - FRAME.width(), 360 - FRAME.height())
    bar = editor.page.horizontalScrollBar()
    rules = [PartPlace(PartKind.RULE, (rule.id,)) for rule in editor.draft.schema.rules]
    for place in (LOC, PartPlace(PartKind.LAYER, (ENTITIES,)), *rules):
        editor.tree.choose(place)
        qtbot.waitUntil(lambda: not bar.isVisible())
        assert bar.maximum() == 0


def test_applied_message_stays_until_edit(qtbot, editor):
    editor.tree.choose(LOC)
    type_into(qtbot, editor.page.form(LabelForm).names.lines["en"], "Area")
    counted = []
    editor.draft.changed.connect(lambda: counted.append(editor.foot.words.text()))
    apply(qtbot, editor)
    counted.clear()
    qtbot.waitUntil(lambda: bool(counted), timeout=20_000)  # all is counted anew once it is applied
    assert editor.foot.words.text().startswith("Applied.")
    type_into(qtbot, editor.page.form(LabelForm).names.lines["en"], "Place")
    assert not editor.foot.words.text().startswith("Applied.")
    press(qtbot, editor, "schemaOver")
    assert "Nothing changes while you edit" in editor.foot.words.text()


def test_key_of_an_action_is_reported(qtbot, editor):
    editor.tree.choose(LOC)
    told = editor.page.form(LabelForm).key_note
    assert told.isHidden()
    qtbot.keyClick(editor.page.form(LabelForm).key, "d")
    assert told.text() == "In the article, D now gives this label instead of “Mark as Doubtful”."
    assert told.isVisible()
    qtbot.keyClick(editor.page.form(LabelForm).key, "9")
    assert told.isHidden()
