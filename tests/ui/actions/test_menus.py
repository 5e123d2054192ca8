"""Menus over a real window."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu


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
