"""The table of actions."""

from string import ascii_lowercase

import pytest
from PySide6.QtGui import QKeySequence

from annotator.model import schema_file
from tests.ui.actions.conflicts import conflicts
from tests.ui.keyboard import CONTROL, Key, press
from ui.shell.action_table import ACTIONS, label_specs


@pytest.mark.parametrize("name", sorted(schema_file.ready_schemas()))
def test_no_two_actions_share_a_key(name, qapp):
    assert conflicts((*ACTIONS, *label_specs(schema_file.load(name)))) == []


def test_a_conflict_would_be_found(qapp):
    assert conflicts((*ACTIONS, *ACTIONS[:1])) == [("Ctrl+N", "file.new", "file.new")]


def test_ids_are_unique_and_qt_knows_every_key(qapp):
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
    keys = [key for spec in ACTIONS for key in spec.shortcuts]
    assert [key for key in keys if not QKeySequence(key).toString()] == []


def test_every_action_finds_its_slot_and_is_in_a_menu(window):
    in_menus = {action for menu in window.menuBar().actions() for action in menu.menu().actions()}
    in_menus |= {a for top in in_menus if top.menu() for a in top.menu().actions()}
    assert [id_ for id_, action in window.actions_by_id.items() if action not in in_menus] == []
    assert {spec.id for spec in window.menus.specs} == set(window.actions_by_id)


def test_actions_are_enabled_for_what_is_open(make_window, project_path):
    window = make_window()
    enabled = {id_ for id_, action in window.actions_by_id.items() if action.isEnabled()}
    assert {"file.new", "file.open", "help.keyboard"} <= enabled
    assert not enabled & {"file.export", "edit.undo", "article.done", "suggestion.accept"}
    window.projects.open_path(project_path)
    assert window.actions_by_id["label.entities.LOC"].isEnabled()
    assert window.actions_by_id["article.done"].isEnabled()
    assert not window.actions_by_id["edit.undo"].isEnabled()


def test_undo_is_on_at_once_and_redo_off_again(window):
    undo, redo = window.actions_by_id["edit.undo"], window.actions_by_id["edit.redo"]
    window.decisions.label(0, 8, "entities", "PER")
    assert undo.isEnabled()
    window.session.settling.catch_up()
    assert undo.isEnabled()
    assert not redo.isEnabled()
    undo.trigger()
    assert redo.isEnabled()
    window.session.settling.catch_up()
    assert redo.isEnabled()
    assert not undo.isEnabled()


def test_menus_have_no_mnemonic_twice(window):
    for top in window.menuBar().actions():
        texts = [action.text() for action in top.menu().actions() if "&" in action.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        free = ", ".join(sorted(set(ascii_lowercase).difference(letters)))
        assert len(set(letters)) == len(letters), f"a letter is underlined twice in {texts}; free: {free}"


def test_a_key_whose_action_cannot_be_done_says_why(window, qtbot):
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert window.messages.words == "Nothing to undo."
    press(qtbot, window, Key.Key_Y, CONTROL)
    assert window.messages.words == "Nothing to redo."
    window.session.close_document()
    window.messages.dismiss()
    qtbot.keyClick(window, Key.Key_Return, CONTROL)
    assert window.messages.words == "Open an article first."
