"""Menus over a real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.keyboard import select, spans


def test_every_menu_fits_on_a_low_screen(window):
    heights = {menu.objectName(): menu.sizeHint().height() for menu in window.menuBar().findChildren(QMenu)}
    assert heights
    high = {name: height for name, height in heights.items() if height >= 700}
    assert high == {}, "move some of its actions in ui/shell/action_table.py into a submenu"


def test_menu_taller_than_the_screen_scrolls_in_one_column(window):
    menu = QMenu(window)
    actions = [menu.addAction(f"Label {number}") for number in range(80)]
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    assert {menu.actionGeometry(action).left() for action in actions} == {menu.actionGeometry(actions[0]).left()}
    menu.close()


def test_labels_come_first_in_their_menu_after_reopening(window, project_path, qtbot):
    def first():
        actions = window.findChild(QMenu, "menu.label").actions()
        return ["-" if action.isSeparator() else action.objectName() or action.text() for action in actions[:10]]

    before = first()
    assert before[0] == "label.entities.PER"
    assert "-" in before
    window.projects.close()
    window.projects.open_path(project_path)
    qtbot.waitUntil(lambda: first() == before)


@pytest.mark.parametrize("pop_up", [False, True])
def test_key_pressed_in_a_menu_does_not_reach_the_article(window, qtbot, pop_up):
    window.view.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.view)
    select(window, "Kapitän")
    before, place = spans(window), window.mapToGlobal(QPoint(100, 40))
    if pop_up:
        window.menus.pop_up(place, [["edit.copy"]], [], below=False)
    else:
        window.findChild(QMenu, "menu.project").popup(place)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu.windowHandle(), Qt.Key.Key_1)
    assert spans(window) == before
    menu.close()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_1)
    assert spans(window) != before
