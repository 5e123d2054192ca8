"""With a menu open, a letter chooses a line of it and is no key of the article."""

from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.keyboard import ALT, Key, press


def test_a_letter_of_an_open_menu_is_no_key_of_the_article(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, Key.Key_P, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    letters = {spec.keys for spec in window.menus.specs if spec.in_article and len(spec.keys) == 1}
    lines = {text[text.index("&") + 1].upper(): line for line in menu.actions() if "&" in (text := line.text())}
    letter = next(letter for letter in lines if letter in letters)
    with qtbot.waitSignal(lines[letter].triggered):
        qtbot.keyClick(menu, letter.lower())
