"""Layers, rules and the fields that the forms share."""

from PySide6.QtCore import Qt

from tests.ui.schema.test_schema_window import apply, type_into
from ui.schema.forms.part_forms import FieldForm, LabelForm, LayerForm, ValueForm
from ui.schema.forms.rule_form import RuleForm
from ui.schema.schema_draft import PartKind, PartPlace


def test_new_layer_gets_labels(qtbot, labelled, editor):
    editor.editing.add(PartKind.LAYER, None)
    type_into(qtbot, editor.page.form(LayerForm).names.lines["en"], "Vessels")
    editor.editing.add(PartKind.LABEL, editor.tree.place)
    type_into(qtbot, editor.page.form(LabelForm).names.lines["en"], "Ferry")
    apply(qtbot, editor)
    layer = labelled.session.project.schema.layers[-1]
    assert layer.name == {"en": "Vessels"}
    assert [label.name for label in layer.labels] == [{"en": "Ferry"}]
    assert layer.id in labelled.panels.layers._buttons


def test_guidelines_are_as_high_as_their_text(qtbot, editor):
    form, field = editor.page.form(LabelForm), editor.page.form(LabelForm).guidelines.fields["en"]
    assert field.toPlainText()
    qtbot.waitUntil(lambda: not any(each.verticalScrollBar().maximum() for each in form.guidelines.fields.values()))
    for each in form.guidelines.fields.values():
        each.setPlainText("A name.")
    before = field.height()
    field.setPlainText("A name.\n" * 12)
    assert field.height() > before
    qtbot.waitUntil(lambda: not field.verticalScrollBar().maximum())


def test_tab_leads_from_late_form_to_foot(qtbot, editor):
    editor.tree.choose(PartPlace(PartKind.LAYER, ("claims",)))
    lines = list(editor.page.form(LayerForm).names.lines.values())
    editor.page.setFocus()
    for line in lines:
        qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_Tab)
        assert editor.focusWidget() is line
    qtbot.keyClick(lines[-1], Qt.Key.Key_Tab)
    assert editor.foot.isAncestorOf(editor.focusWidget())


def test_layer_with_labels_is_not_removed(qtbot, editor):
    editor.tree.choose(PartPlace(PartKind.LAYER, ("claims",)))
    editor.editing.remove(editor.tree.place)
    assert "Remove the labels and fields of “Claims” first." in editor.foot.words.text()
    editor.editing.add(PartKind.LAYER, None)
    empty = editor.tree.place
    editor.editing.remove(empty)
    assert editor.draft.part(empty) is None


def test_rule_is_reworded_and_removed(qtbot, labelled, editor):
    first, second, *_ = labelled.session.project.schema.rules
    editor.tree.choose(PartPlace(PartKind.RULE, (first.id,)))
    editor.page.form(RuleForm).words.fields["en"].setPlainText("Only facts are of a type.")
    editor.tree.choose(PartPlace(PartKind.RULE, (second.id,)))
    qtbot.keyClick(editor.tree, Qt.Key.Key_Delete)
    assert "One rule is removed." in editor.foot.words.text()
    apply(qtbot, editor)
    rules = {rule.id: rule for rule in labelled.session.project.schema.rules}
    assert rules[first.id].words["en"] == "Only facts are of a type."
    assert second.id not in rules


def test_label_hierarchy_has_no_cycles(qtbot, editor):
    editor.tree.choose(PartPlace(PartKind.LABEL, ("entities", "LOC")))
    form = editor.page.form(LabelForm)
    form.parent_label.setCurrentIndex(form.parent_label.findData("ORG"))
    form.parent_label.activated.emit(form.parent_label.currentIndex())
    assert editor.draft.schema.require_label("entities", "LOC").parent == "ORG"
    editor.tree.choose(PartPlace(PartKind.LABEL, ("entities", "ORG")))
    offered = [form.parent_label.itemData(row) for row in range(form.parent_label.count())]
    assert "LOC" not in offered
    assert "PER" in offered


def test_label_key_is_set_and_cleared(qtbot, editor):
    editor.tree.choose(PartPlace(PartKind.LABEL, ("entities", "LOC")))
    key = editor.page.form(LabelForm).key
    qtbot.keyClick(key, Qt.Key.Key_X)
    assert (key.text(), key.key) == ("X", "x")
    qtbot.keyClick(key, Qt.Key.Key_Space)
    assert key.key == "x"
    qtbot.keyClick(key, Qt.Key.Key_Delete)
    assert key.key is None
    assert editor.draft.schema.require_label("entities", "LOC").key is None


def test_small_form_does_not_scroll(qtbot, editor):
    editor.tree.choose(PartPlace(PartKind.LABEL, ("entities", "LOC")))
    qtbot.waitUntil(lambda: editor.page.verticalScrollBar().maximum() > 0)
    editor.tree.choose(PartPlace(PartKind.LAYER, ("entities",)))
    qtbot.waitUntil(lambda: editor.page.verticalScrollBar().maximum() == 0)


def test_short_name_of_new_part_follows_name(qtbot, labelled, editor):
    editor.tree.choose(PartPlace(PartKind.LABEL, ("entities", "LOC")))
    editor.editing.add(PartKind.LABEL, editor.tree.place)
    form = editor.page.form(LabelForm)
    form.names.lines["de"].insert("Größe, neu")
    qtbot.keyClicks(form.names.lines["de"], "x")
    assert (form.id.text(), editor.tree.place.path) == ("Groesse_neux", ("entities", "Groesse_neux"))
    qtbot.keyClicks(form.names.lines["en"], "Place")
    assert form.id.text() == "Place"
    form.id.setText("SIZE")
    form.id.editingFinished.emit()
    qtbot.keyClicks(form.names.lines["en"], "s")
    assert form.id.text() == "SIZE"
    apply(qtbot, editor)
    label = labelled.session.project.schema.require_label("entities", "SIZE")
    assert label.name == {"de": "Größe, neux", "en": "Places"}


def test_short_name_of_value_follows_name(qtbot, labelled, editor):
    editor.tree.choose(PartPlace(PartKind.LAYER, ("entities",)))
    editor.editing.add(PartKind.FIELD, editor.tree.place)
    qtbot.keyClicks(editor.page.form(FieldForm).names.lines["en"], "Sector")
    for name in ("energy", "Energy", "2 finance"):
        editor.editing.add(PartKind.VALUE, editor.tree.place)
        qtbot.keyClicks(editor.page.form(ValueForm).names.lines["en"], name)
    apply(qtbot, editor)
    field = labelled.session.project.schema.attribute("entities", "Sector")
    assert [value.id for value in field.values] == ["energy", "Energy", "finance"]


def test_short_name_in_use_stays(qtbot, editor):
    editor.tree.choose(PartPlace(PartKind.LABEL, ("entities", "LOC")))
    qtbot.keyClicks(editor.page.form(LabelForm).names.lines["en"], "s")
    assert editor.page.form(LabelForm).id.text() == "LOC"
