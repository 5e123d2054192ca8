"""The popup with a label's guidelines."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.jobs.schema_change import remodel
from annotator.model.values import ENTITIES
from tests.ui.schema.conftest import labelled  # noqa: F401
from ui.schema.schema_window import SchemaWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def put_caret(qtbot, window, words):
    start = window.session.opened.document.text.index(words)
    window.view.setFocus()
    window.view.select(start + 1, start + 1, exact=True)
    qtbot.keyClick(window.view, Qt.Key.Key_Right)


@pytest.fixture
def window(labelled):  # noqa: F811
    return labelled


def test_key_opens_and_closes_guidelines(qtbot, window):
    put_caret(qtbot, window, "Weifang")
    qtbot.keyClick(window.view, Qt.Key.Key_F1, SHIFT)
    popup = window.guides.popup
    assert popup.isVisible()
    assert popup.label.id == "LOC"
    assert "Where something is or happens" in popup.guidelines.text()
    assert "Brannock" in popup.examples.text()
    assert window.view.hasFocus()
    qtbot.keyClick(window.view, Qt.Key.Key_F1, SHIFT)
    assert not popup.isVisible()


def test_guidelines_follow_caret_and_close_on_escape(qtbot, window):
    put_caret(qtbot, window, "Weifang")
    qtbot.keyClick(window.view, Qt.Key.Key_F1, SHIFT)
    put_caret(qtbot, window, "HD Hyundai")
    qtbot.waitUntil(lambda: window.guides.popup.label.id == "ORG")
    qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    assert not window.guides.popup.isVisible()


def test_guidelines_need_a_label(qtbot, window):
    put_caret(qtbot, window, "Firma")
    qtbot.keyClick(window.view, Qt.Key.Key_F1, SHIFT)
    assert "Place the caret in a label first" in window.messages.words
    assert not window.guides.is_open


def test_picker_shows_guidelines_of_selected_label(qtbot, window):
    put_caret(qtbot, window, "Weifang")
    qtbot.keyClick(window.view, Qt.Key.Key_L)
    picker = window.asking.picker
    qtbot.keyClick(picker.field, Qt.Key.Key_F1, SHIFT)
    first = window.guides.popup.label.id
    assert first == picker.current().id.split()[1]
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    assert window.guides.popup.label.id == picker.current().id.split()[1] != first
    assert picker.isVisible()
    picker.leave()
    assert not window.guides.is_open


def test_label_without_guidelines_offers_editing(qtbot, window):
    project = window.session.project
    bare = replace(project.schema.require_label(ENTITIES, "LOC"), guidelines={}, examples={})
    remodel(project, changes.put_label(SchemaChange(before=project.schema, after=project.schema), "LOC", bare))
    put_caret(qtbot, window, "Weifang")
    qtbot.keyClick(window.view, Qt.Key.Key_F1, SHIFT)
    popup = window.guides.popup
    assert "This label has no guidelines" in popup.guidelines.text()
    assert popup.examples.isHidden()
    qtbot.mouseClick(popup.edit, Qt.MouseButton.LeftButton)
    editor = window.findChild(SchemaWindow)
    assert editor.tree.place.path == (ENTITIES, "LOC")
    assert not popup.isVisible()


def test_picker_hints_guidelines_key(qtbot, window):
    put_caret(qtbot, window, "Weifang")
    qtbot.keyClick(window.view, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: "guidelines" in " ".join(hint.words for hint in window.key_line.hints.hints))
