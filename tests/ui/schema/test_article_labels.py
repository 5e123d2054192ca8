"""Labels of whole articles are created and changed in the schema window."""

from PySide6.QtCore import Qt

from annotator.editing import edits
from annotator.model.values import DOCUMENT
from tests.ui.schema.test_schema_window import apply, press, type_into
from ui.schema.editing import RemoveDialog
from ui.schema.forms.part_forms import FieldForm, ValueForm
from ui.schema.schema_draft import PartKind, PartPlace

TOPIC = PartPlace(PartKind.FIELD, (DOCUMENT, "topic"))
POLITICS = PartPlace(PartKind.VALUE, (DOCUMENT, "topic", "politics"))


def said(window):
    return {(row.label, row.value) for row in window.session.opened.labels}


def classify(window, label, value):
    session = window.session
    opened = session.opened
    session.do(edits.classify(opened.document.id, opened.labels, label, value, annotator="anna"))


def test_article_label_is_created(qtbot, labelled, editor):
    editor.add.menu().actions()[-1].trigger()
    assert editor.tree.place.path[0] == DOCUMENT
    form = editor.page.form(FieldForm)
    type_into(qtbot, form.names.lines["en"], "Genre")
    type_into(qtbot, form.names.lines["de"], "Textsorte")
    assert not form.kind.isVisibleTo(form)
    assert not form.key.isVisibleTo(form)
    assert "needs at least one value" in editor.foot.words.text()
    editor.editing.add(PartKind.VALUE, editor.tree.place)
    type_into(qtbot, editor.page.form(ValueForm).names.lines["en"], "Interview")
    qtbot.keyClick(editor.page.form(ValueForm).key, Qt.Key.Key_1)
    assert "the same key: 1" in editor.foot.words.text()  # topics have it: all are offered in one list
    qtbot.keyClick(editor.page.form(ValueForm).key, Qt.Key.Key_9)
    apply(qtbot, editor)
    genre = labelled.session.project.schema.document_labels[-1]
    assert genre.name == {"en": "Genre", "de": "Textsorte"}
    assert [(value.name, value.key) for value in genre.values] == [({"en": "Interview"}, "9")]


def test_renamed_value_updates_articles(qtbot, labelled, editor):
    classify(labelled, "topic", "politics")
    editor.counting.count()
    qtbot.waitUntil(lambda: editor.draft.uses(POLITICS) == 1, timeout=20_000)
    editor.tree.choose(POLITICS)
    type_into(qtbot, editor.page.form(ValueForm).id, "state")
    qtbot.keyClick(editor.page.form(ValueForm).id, Qt.Key.Key_Return)
    assert "“politics” becomes “state” in one article." in editor.foot.words.text()
    apply(qtbot, editor)
    assert said(labelled) == {("topic", "state")}
    press(qtbot, editor, "schemaBack")
    qtbot.waitUntil(lambda: not editor.applying.busy, timeout=20_000)
    assert said(labelled) == {("topic", "politics")}


def test_used_article_label_is_hidden(qtbot, labelled, editor):
    classify(labelled, "topic", "politics")
    editor.counting.count()
    qtbot.waitUntil(lambda: editor.draft.uses(TOPIC) == 1, timeout=20_000)
    editor.tree.choose(TOPIC)
    press(qtbot, editor, "schemaRemove")
    question = editor.findChild(RemoveDialog)
    assert question.hide_part.isChecked()
    question.accept()
    question._on_accepted()
    apply(qtbot, editor)
    topic = labelled.session.project.schema.attribute(DOCUMENT, "topic")
    assert not topic.shown
    assert said(labelled) == {("topic", "politics")}
    choices = labelled.organising.labels._choices(labelled.session.opened)
    assert {choice.id.split("\n")[0] for choice in choices} == {"relevance"}


def test_labels_are_not_added_to_article_labels(editor):
    editor.tree.choose(POLITICS)
    editor.editing.add(PartKind.LABEL, editor.tree.place)
    assert editor.tree.place.path[0] == "entities"
    editor.tree.choose(POLITICS)
    editor.editing.add(PartKind.RULE, editor.tree.place)
    assert editor.draft.schema.rules[-1].of == ("entities",)
