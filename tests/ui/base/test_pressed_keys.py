"""A key that is held down is distinguished from a key that is pressed again and again."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from annotator.model.values import CLAIMS, ENTITIES
from ui.panels.suggestions.suggestion_panel import SuggestionView

NOW = 4_711


def send(window, kind, key, time, *, repeats=False):
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", repeats)
    event.setTimestamp(time)
    event.ignore()
    QApplication.sendEvent(window.view, event)
    return event.isAccepted()


def is_kept(window, key, time, **how):
    """Return whether a key press is withheld from the actions."""
    return send(window, QEvent.Type.ShortcutOverride, key, time, **how)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_C])
def test_press_at_release_time_is_a_repetition(window, key):
    assert not is_kept(window, key, NOW)
    send(window, QEvent.Type.KeyRelease, key, NOW + 40)
    assert is_kept(window, key, NOW + 40)
    assert window.pressed_keys.held
    send(window, QEvent.Type.KeyRelease, key, NOW + 80)
    assert not is_kept(window, key, NOW + 95)
    assert not window.pressed_keys.held


def test_qt_repetitions_count(window):
    assert is_kept(window, Qt.Key.Key_A, NOW, repeats=True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_E])
def test_held_key_decides_once(window, key):
    assert not is_kept(window, key, NOW)
    assert is_kept(window, key, NOW + 40, repeats=True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Backspace])
def test_held_key_decides_once_in_suggestion_list(window, qtbot, key):
    before = len(window.session.opened.suggestions)
    rows = window.findChild(SuggestionView, "suggestionList")
    rows.selectRow(0)
    QApplication.sendEvent(rows, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True))
    assert len(window.session.opened.suggestions) == before
    QApplication.sendEvent(rows, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, ""))
    assert len(window.session.opened.suggestions) == before - 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_U])
def test_repeating_actions_repeat(window, key):
    assert not is_kept(window, key, NOW, repeats=True)


def test_events_without_time_are_presses(window):
    send(window, QEvent.Type.KeyRelease, Qt.Key.Key_A, 0)
    assert not is_kept(window, Qt.Key.Key_A, 0)


@pytest.mark.parametrize(("action", "name"), [("edit.keys", "keysDialog"), ("file.export", "exportDialog")])
def test_key_pressed_while_dialog_opens_does_nothing_behind_it(window, qtbot, action, name):
    before = len(window.session.opened.suggestions)
    qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    window.actions_by_id[action].trigger()
    qtbot.keyClick(window.view, Qt.Key.Key_Return)  # before the desktop has made the dialog active
    assert len(window.session.opened.suggestions) == before
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    window.findChild(QDialog, name).close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert len(window.session.opened.suggestions) == before - 1


def test_key_of_claim_card_does_nothing_behind_opening_dialog(window, qtbot):
    claim = window.decisions.label(0, 12, CLAIMS, "CLAIM")
    window.aim.activate(claim.id)
    qtbot.waitUntil(window.isActiveWindow)
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    window.actions_by_id["edit.keys"].trigger()
    qtbot.keyClick(card, Qt.Key.Key_Plus)
    assert len(card.twins) == 1
    window.findChild(QDialog, "keysDialog").close()
    qtbot.keyClick(card, Qt.Key.Key_Plus)
    assert len(card.twins) == 2


def test_key_of_inspector_does_nothing_behind_opening_dialog(window, qtbot):
    name = window.decisions.label(0, 7, ENTITIES, "LOC")
    window.aim.activate(name.id)
    qtbot.waitUntil(window.isActiveWindow)
    inspector = window.panels.inspector
    inspector.open_keyboard()
    assert inspector.hasFocus()
    window.actions_by_id["edit.keys"].trigger()
    qtbot.keyClick(inspector, Qt.Key.Key_D)
    assert not window.session.opened.span(name.id).doubt
    window.findChild(QDialog, "keysDialog").close()
    qtbot.keyClick(inspector, Qt.Key.Key_D)
    assert window.session.opened.span(name.id).doubt


def test_keys_work_again_once_dialog_is_closed(window, qtbot):
    before = len(window.session.opened.suggestions)
    qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    window.actions_by_id["edit.keys"].trigger()
    window.findChild(QDialog, "keysDialog").close()  # before the desktop has made it active
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert len(window.session.opened.suggestions) == before - 1


def test_key_pressed_while_open_window_comes_to_front(window, qtbot):
    before = len(window.session.opened.suggestions)
    window.actions_by_id["project.comments"].trigger()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    window.actions_by_id["project.comments"].trigger()
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert len(window.session.opened.suggestions) == before
