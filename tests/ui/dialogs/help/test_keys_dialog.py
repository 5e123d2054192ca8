"""The key editor, used by key."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.ui.actions.conflicts import conflicts
from tests.ui.keyboard import ALT, CONTROL, NONE, SHIFT, Key
from ui.base.widgets.low_screen import FRAME
from ui.dialogs.help.keys_dialog import KeysDialog, pressed
from ui.shell.action_table import ACTIONS


@pytest.fixture
def dialog(window, qtbot):
    window.actions_by_id["edit.keys"].trigger()
    found = window.findChild(KeysDialog)
    qtbot.waitUntil(found.isVisible)
    yield found
    found.close()


@pytest.mark.parametrize("language", ["en", "de"])
def test_fits_small_screen_without_scrolling(make_window, project_path, language):
    window = make_window(project_path, language=language)
    found = KeysDialog(window.menus, window)
    least = found.minimumSizeHint()
    assert least.height() <= 360 - FRAME.height()
    assert least.width() <= 640 - FRAME.width()


def record(qtbot, dialog, key, modifier=NONE, *, adding=False):
    qtbot.mouseClick(dialog.another if adding else dialog.new, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog.field, key, modifier)


def shown(dialog, row=0):
    return tuple(dialog.model.index(row, column).data() for column in range(3))


def keys(window, id_):
    return tuple(key.toString() for key in window.actions_by_id[id_].shortcuts())


def test_lists_and_finds_actions_and_labels(window, dialog):
    listed = {spec.id for spec in dialog.model.shown}
    assert listed >= {spec.id for spec in ACTIONS}
    assert {id_ for id_ in window.actions_by_id if id_.startswith("label.")} <= listed
    dialog.filter.setText("accept sug")
    assert shown(dialog) == ("Accept Suggestion", "Label", "Return  Enter")
    dialog.filter.setText("ctrl+k")
    assert shown(dialog) == ("Command Palette", "Edit", "Ctrl+K")
    dialog.filter.setText("qqq")
    assert dialog.model.rowCount() == 0
    assert dialog.told.text() == "No matches."
    assert not dialog.new.isEnabled()


def test_free_key_is_assigned_and_stored(window, dialog, qtbot):
    dialog.choose("span.doubt")
    record(qtbot, dialog, Key.Key_F12, CONTROL)
    assert keys(window, "span.doubt") == ("Ctrl+F12",)
    assert dialog.told.text() == "Ctrl+F12 is now the key of “Mark as Doubtful”."
    record(qtbot, dialog, Key.Key_G, CONTROL, adding=True)
    assert keys(window, "span.doubt") == ("Ctrl+F12", "Ctrl+G")
    assert window.desk.settings.keys("span.doubt") == ("Ctrl+F12", "Ctrl+G")
    assert conflicts(window.menus.specs) == []


def test_key_conflict_is_reported_and_key_can_be_taken(window, dialog, qtbot):
    dialog.choose("span.doubt")
    record(qtbot, dialog, Key.Key_Z, CONTROL)
    assert dialog.told.text() == "Ctrl+Z is the key of “Undo” (Edit)."
    assert keys(window, "span.doubt") == ("D",)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert keys(window, "span.doubt") == ("Ctrl+Z",)
    assert keys(window, "edit.undo") == ()
    assert conflicts(window.menus.specs) == []


@pytest.mark.parametrize(
    ("key", "modifier", "words"),
    [
        (Key.Key_3, NONE, "3 is the key of the label “Place”"),
        (Key.Key_Right, CONTROL, "Ctrl+Right moves the caret"),
        (Key.Key_D, NONE, "It has this key already."),
    ],
)
def test_some_keys_cannot_be_assigned(window, dialog, qtbot, key, modifier, words):
    dialog.choose("span.doubt")
    record(qtbot, dialog, key, modifier)
    assert dialog.told.text().startswith(words)
    assert not dialog.take.isVisible()
    assert dialog.focusWidget() is dialog.table
    assert keys(window, "span.doubt") == ("D",)


def test_action_names_who_took_its_key(window, dialog, qtbot):
    window.menus.keymap.choose(next(spec for spec in ACTIONS if spec.id == "span.note"), ["D"])
    window.menus.apply_keys()
    dialog.choose("span.doubt")
    assert dialog.told.text() == "D is now the key of “Note”."


def test_return_in_list_asks_for_new_key(window, dialog, qtbot):
    dialog.filter.setText("doubt")
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.field
    qtbot.keyClick(dialog.field, Key.Key_Tab, CONTROL)
    assert keys(window, "span.doubt") == ("Ctrl+Tab",)
    assert dialog.focusWidget() is dialog.table


def test_escape_cancels_recording_not_dialog(window, dialog, qtbot):
    dialog.choose("span.doubt")
    record(qtbot, dialog, Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.field.isVisible()
    assert dialog.focusWidget() is dialog.table
    assert keys(window, "span.doubt") == ("D",)


def test_german_name_of_other_action_has_no_gap(make_window, project_path, qtbot):
    window = make_window(project_path, language="de")
    dialog = KeysDialog(window.menus, window)
    dialog.show()
    dialog.choose("span.doubt")
    record(qtbot, dialog, Key.Key_N)
    assert "„Notiz“" in dialog.told.text()
    dialog.close()


def test_reset_returns_key_from_other_action(window, dialog, qtbot):
    dialog.choose("span.doubt")
    record(qtbot, dialog, Key.Key_F12, CONTROL)
    dialog.choose("span.note")
    record(qtbot, dialog, Key.Key_D)
    assert keys(window, "span.note") == ("D",)
    dialog.choose("span.doubt")
    assert dialog.told.text() == "Default: D"
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert (keys(window, "span.doubt"), keys(window, "span.note")) == (("D",), ())
    qtbot.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert keys(window, "span.note") == ("N",)
    assert not dialog.reset_all.isEnabled()
    assert {spec.id: spec.keys for spec in window.menus.specs if spec.id in {s.id for s in ACTIONS}} == {
        spec.id: spec.keys for spec in ACTIONS
    }


def test_action_can_lose_key_but_label_cannot_change(window, dialog, qtbot):
    dialog.choose("article.skip")
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert keys(window, "article.skip") == ()
    dialog.choose("label.entities.PER")
    assert not dialog.new.isEnabled()
    assert "belongs to the schema" in dialog.told.text()


@pytest.mark.parametrize(
    ("key", "modifier", "text", "expected"),
    [
        (Key.Key_Question, SHIFT, "?", "?"),
        (Key.Key_A, SHIFT, "A", "Shift+A"),
        (Key.Key_Backtab, SHIFT, "", "Shift+Tab"),
        (Key.Key_Tab, NONE, "\t", "Tab"),
        (Key.Key_Shift, SHIFT, "", ""),
        (Key.Key_Plus, Qt.KeyboardModifier.KeypadModifier, "+", "+"),
        (Key.Key_Right, ALT | SHIFT, "", "Alt+Shift+Right"),
        (Key.Key_Udiaeresis, CONTROL, "", "Ctrl+Ü"),
    ],
)
def test_shift_counts_unless_it_chooses_the_character(qapp, key, modifier, text, expected):
    assert pressed(QKeyEvent(QEvent.Type.KeyPress, key, modifier, text)) == expected


def test_escape_at_conflict_keeps_key_and_dialog(window, dialog, qtbot):
    dialog.choose("article.done")
    before = keys(window, "article.done"), keys(window, "edit.find")
    record(qtbot, dialog, Key.Key_F, CONTROL)
    assert dialog.take.isVisible()
    qtbot.keyClick(dialog.take, Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.take.isVisible()
    assert dialog.table.hasFocus()
    assert (keys(window, "article.done"), keys(window, "edit.find")) == before
