"""With a menu open, a letter chooses a line of it and is no key of the article."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.keyboard import ALT, Key, press


def test_a_letter_of_an_open_menu_is_no_key_of_the_article(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, Key.Key_P, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    line = next(action for action in menu.actions() if "&L" in action.text())
    with qtbot.waitSignal(line.triggered):
        qtbot.keyClick(menu, Qt.Key.Key_L)  # in the article: choose a label
    assert window.asking.asks == ""
