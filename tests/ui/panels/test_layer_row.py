import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.conftest import TEXT


@pytest.fixture
def window(make_window, project_path):
    return make_window(project_path)


def test_layer_button_hides_layer_and_updates_menu(qtbot, window):
    start = TEXT.index("Weifang")
    name = window.decisions.label(start, start + 7, "entities", "LOC")
    claim = window.decisions.label(start, start + 7, "claims", "CLAIM")
    button = window.panels.layers.findChild(QPushButton, "layerButton.entities")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.view.span_rects(name.id) == []
    assert window.view.span_rects(claim.id)
    assert not window.actions_by_id["layer.entities"].isChecked()
    window.actions_by_id["layer.entities"].trigger()
    assert window.view.span_rects(name.id)
    assert button.isChecked()
    assert window.actions_by_id["layer.entities"].isChecked()


def test_new_project_shows_all_layers(window, project_path):
    window.actions_by_id["layer.claims"].trigger()
    window.session.close_project()
    assert window.projects.open_path(project_path)
    assert window.actions_by_id["layer.claims"].isChecked()
    assert window.panels.layers.findChild(QPushButton, "layerButton.claims").isChecked()
    assert window.view.display.shown.hidden == frozenset()


def test_click_on_layer_button_leaves_keyboard_in_article(qtbot, window):
    start = TEXT.index("Weifang")
    window.view.setFocus()
    window.view.select(start, start + 7)
    button = window.panels.layers.findChild(QPushButton, "layerButton.claims")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert [(span.label, span.start) for span in window.session.opened.spans] == [("LOC", start)]


def test_key_on_layer_button_keeps_keyboard_there(qtbot, window):
    button = window.panels.layers.findChild(QPushButton, "layerButton.claims")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isChecked()
    assert button.hasFocus()
