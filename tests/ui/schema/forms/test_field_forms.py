"""Fields, values and relations are edited like labels; their uses follow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.editing import edits
from annotator.model.schema import Attribute
from annotator.model.schema_file import load
from annotator.model.values import CLAIMS, ENTITIES
from tests.ui.schema.test_schema_window import apply, press, type_into
from ui.base import i18n
from ui.schema.editing import RemoveDialog
from ui.schema.forms.part_forms import FieldForm, RelationForm, ValueForm
from ui.schema.schema_draft import PartKind, PartPlace

KIND = PartPlace(PartKind.FIELD, (CLAIMS, "kind"))
OPINION = PartPlace(PartKind.VALUE, (CLAIMS, "kind", "opinion"))
CLAIMANT = PartPlace(PartKind.RELATION, ("claimant",))


def claim(window):
    return next(span for span in window.session.opened.spans if span.layer == CLAIMS)


@pytest.fixture
def said(labelled, editor, qtbot):
    """The schema window over a claim that is an opinion."""
    labelled.session.do(edits.change(claim(labelled), annotator="anna", attributes={"kind": "opinion"}))
    editor.counting.count()
    qtbot.waitUntil(lambda: editor.draft.uses(OPINION) == 1, timeout=20_000)
    return editor


def test_value_is_renamed_in_claim(qtbot, labelled, said):
    said.tree.choose(OPINION)
    type_into(qtbot, said.page.form(ValueForm).id, "view")
    qtbot.keyClick(said.page.form(ValueForm).id, Qt.Key.Key_Return)
    assert "“opinion” becomes “view” in one label." in said.foot.words.text()
    apply(qtbot, said)
    assert claim(labelled).attributes == {"kind": "view"}


def test_used_value_is_merged(qtbot, labelled, said):
    said.tree.choose(OPINION)
    press(qtbot, said, "schemaRemove")
    question = said.findChild(RemoveDialog)
    assert question.hide_part.isHidden()
    question.into.setCurrentIndex(question.into.findData("prediction"))
    question.into.activated.emit(question.into.currentIndex())
    question.findChild(QPushButton, "schemaRemoveDialogOk").click()
    apply(qtbot, said)
    assert claim(labelled).attributes == {"kind": "prediction"}


def test_added_field_is_on_card(qtbot, labelled, editor):
    editor.tree.choose(PartPlace(PartKind.LAYER, (CLAIMS,)))
    editor.editing.add(PartKind.FIELD, editor.tree.place)
    form = editor.page.form(FieldForm)
    type_into(qtbot, form.names.lines["en"], "Tone")
    assert "needs at least one value" in editor.foot.words.text()
    type_into(qtbot, form.id, "tone")
    qtbot.keyClick(form.id, Qt.Key.Key_Return)
    for name in ("calm", "sharp"):
        editor.editing.add(PartKind.VALUE, editor.tree.place)
        type_into(qtbot, editor.page.form(ValueForm).names.lines["en"], name)
    assert editor.foot.apply.isEnabled()
    apply(qtbot, editor)
    tone = labelled.session.project.schema.attribute(CLAIMS, "tone")
    assert [value.name["en"] for value in tone.values] == ["calm", "sharp"]
    assert "tone" in [spec.id for spec in labelled.panels.claim_card._fields.specs]


def test_hidden_field_keeps_values(qtbot, labelled, said):
    said.tree.choose(KIND)
    said.page.form(FieldForm).shown.click()
    apply(qtbot, said)
    assert claim(labelled).attributes == {"kind": "opinion"}
    assert "kind" not in [spec.id for spec in labelled.panels.claim_card._fields.specs]


def test_fields_and_values_move_by_keys(qtbot, labelled, editor):
    alt = Qt.KeyboardModifier.AltModifier
    editor.tree.choose(OPINION)
    qtbot.keyClick(editor.tree, Qt.Key.Key_Up, alt)
    editor.tree.choose(KIND)
    qtbot.keyClick(editor.tree, Qt.Key.Key_Down, alt)
    apply(qtbot, editor)
    fields = labelled.session.project.schema.attributes_of(CLAIMS)
    assert fields[1].id == "kind"
    assert fields[1].values[0].id == "opinion"


def test_relation_ends_and_name_change(qtbot, labelled, editor):
    editor.tree.choose(CLAIMANT)
    form = editor.page.form(RelationForm)
    row = row_of(form.tail, f"{ENTITIES}.MISC")
    row.setCheckState(Qt.CheckState.Checked)
    type_into(qtbot, form.id, "said_by")
    qtbot.keyClick(form.id, Qt.Key.Key_Return)
    assert "“claimant” becomes “said_by”: one relation." in editor.foot.words.text()
    apply(qtbot, editor)
    assert f"{ENTITIES}.MISC" in labelled.session.project.schema.require_relation("said_by").tail
    assert [relation.label for relation in labelled.session.opened.relations] == ["said_by"]


def test_relation_without_ends_is_refused(qtbot, editor):
    editor.tree.choose(CLAIMANT)
    tail = editor.page.form(RelationForm).tail
    for end in tail.ends:
        row_of(tail, end).setCheckState(Qt.CheckState.Unchecked)
    assert "needs a start and an end" in editor.foot.words.text()
    assert not editor.foot.apply.isEnabled()


def row_of(ends, end):
    rows = (ends.item(row) for row in range(ends.count()))
    return next(row for row in rows if row.data(Qt.ItemDataRole.UserRole) == end)


def test_key_changes_in_shown_language(qapp, monkeypatch):
    schema = load("news")
    monkeypatch.setattr(i18n, "ui_language", lambda: "de")
    form = FieldForm()
    topic = schema.attribute(CLAIMS, "topic")
    assert topic is not None
    given: list[Attribute] = []
    form.edited.connect(given.append)
    form.show_part(topic, schema)
    assert form.key.key == "m"
    form.key.show_key("o")
    form.key.edited.emit()
    form.key.show_key(None)
    form.key.edited.emit()
    assert [(field.key, field.keys) for field in given] == [("k", {"de": "o"}), (None, {})]
