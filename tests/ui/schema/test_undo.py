"""Ctrl+Z in the article undoes a schema change, as the schema window does, and Ctrl+Y redoes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.model.values import ENTITIES
from tests.ui.keyboard import undo_name
from ui.schema.forms.part_forms import LabelForm
from ui.schema.schema_draft import PartKind, PartPlace

LOC = PartPlace(PartKind.LABEL, (ENTITIES, "LOC"))


def labels(window):
    return sorted(span.label for span in window.session.opened.spans)


def rename(qtbot, editor, new="GPE"):
    editor.tree.choose(LOC)
    line = editor.page.form(LabelForm).id
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, new)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.mouseClick(editor.foot.apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not editor.applying.busy, timeout=20_000)


def undo(window):
    window.actions_by_id["edit.undo"].trigger()


def test_undo_and_redo(qtbot, labelled, editor):
    rename(qtbot, editor)
    editor.close()
    assert undo_name(labelled) == "&Undo: schema changed"
    undo(labelled)
    qtbot.waitUntil(lambda: labels(labelled) == ["CLAIM", "LOC", "LOC", "ORG"], timeout=20_000)
    assert labelled.messages.words == "Undone: schema changed."
    assert labelled.session.project.schema.label(ENTITIES, "GPE") is None
    labelled.actions_by_id["edit.redo"].trigger()
    qtbot.waitUntil(lambda: labels(labelled) == ["CLAIM", "GPE", "GPE", "ORG"], timeout=20_000)
    assert labelled.messages.words == "Redone: schema changed."


def test_undo_continues_with_earlier_step(qtbot, labelled, editor):
    rename(qtbot, editor)
    editor.close()
    undo(labelled)
    qtbot.waitUntil(lambda: "LOC" in labels(labelled), timeout=20_000)
    undo(labelled)
    assert labelled.session.opened.relations == ()
    assert labels(labelled) == ["CLAIM", "LOC", "LOC", "ORG"]


def test_later_spans_are_undone_first(qtbot, labelled, editor):
    rename(qtbot, editor)
    editor.close()
    labelled.decisions.label(0, 8, ENTITIES, "GPE")
    undo(labelled)
    assert labels(labelled) == ["CLAIM", "GPE", "GPE", "ORG"]
    undo(labelled)
    qtbot.waitUntil(lambda: labels(labelled) == ["CLAIM", "LOC", "LOC", "ORG"], timeout=20_000)


def test_change_undone_in_window_is_not_undone_again(qtbot, labelled, editor):
    rename(qtbot, editor)
    qtbot.mouseClick(editor.findChild(QPushButton, "schemaBack"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not editor.applying.busy, timeout=20_000)
    editor.close()
    undo(labelled)
    assert labelled.session.opened.relations == ()
    assert labels(labelled) == ["CLAIM", "LOC", "LOC", "ORG"]


def test_open_window_is_updated(qtbot, labelled, editor):
    rename(qtbot, editor)
    undo(labelled)
    qtbot.waitUntil(lambda: editor.draft.schema.label(ENTITIES, "GPE") is None, timeout=20_000)
    assert not editor.draft.change.changes_anything
    assert not editor.foot.back.isEnabled()
    assert "Nothing changes while you edit" in editor.foot.words.text()


def test_draft_blocks_undo(qtbot, labelled, editor):
    rename(qtbot, editor)
    qtbot.keyClick(editor.tree, Qt.Key.Key_Insert)
    undo(labelled)
    assert labelled.messages.words == "First apply or discard your changes in Labels and Guidelines."
    assert labels(labelled) == ["CLAIM", "GPE", "GPE", "ORG"]
    assert editor.draft.change.changes_anything


def test_menu_names_change_without_article(qtbot, labelled, editor):
    rename(qtbot, editor)
    editor.close()
    labelled.session.close_document()
    assert undo_name(labelled) == "&Undo: schema changed"
    labelled.steps.undo()
    qtbot.waitUntil(lambda: labelled.session.project.schema.label(ENTITIES, "GPE") is None, timeout=20_000)
