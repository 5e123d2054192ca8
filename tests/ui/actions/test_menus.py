"""Menus over a real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.keyboard import select, spans


def test_the_menu_at_a_place_offers_labels_only_for_words_or_a_label(window, qtbot):
    def offered():
        menu = next(child for child in window.findChildren(QMenu) if child.isVisible())
        names = {action.objectName() for action in menu.actions()}
        menu.close()
        return names

    window.menus.pop_up(window.mapToGlobal(QPoint(400, 300)), on_row=False, selected=False)
    assert "label.entities.LOC" not in offered()
    window.menus.pop_up(window.mapToGlobal(QPoint(400, 300)), on_row=False, selected=True)
    assert "label.entities.LOC" in offered()


@pytest.mark.parametrize("pop_up", [False, True])
def test_a_key_that_is_pressed_in_a_menu_does_nothing_in_the_article(window, qtbot, pop_up):
    window.view.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.view)
    select(window, "Kapitän")
    before, place = spans(window), window.mapToGlobal(QPoint(100, 40))
    if pop_up:
        window.menus.pop_up(place, on_row=False, selected=False)
    else:
        window.findChild(QMenu, "menu.project").popup(place)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu.windowHandle(), Qt.Key.Key_1)
    assert spans(window) == before
    menu.close()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_1)
    assert spans(window) != before
