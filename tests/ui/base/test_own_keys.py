"""An open menu handles all keys: none reaches the article."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.keyboard import ALT, Key, press, select, spans


def opened(window, qtbot, letter=Key.Key_P) -> QMenu:
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, letter, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def excluded(window):
    return window.session.opened.document.excluded


def test_menu_letter_stays_in_menu(window, qtbot):
    menu = opened(window, qtbot)
    letters = {spec.keys for spec in window.menus.specs if spec.in_article and len(spec.keys) == 1}
    lines = {text[text.index("&") + 1].upper(): line for line in menu.actions() if "&" in (text := line.text())}
    letter = next(letter for letter in lines if letter in letters)
    with qtbot.waitSignal(lines[letter].triggered):
        qtbot.keyClick(menu, letter.lower())


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace, Key.Key_X, Key.Key_1, Key.Key_U, Key.Key_N])
def test_unused_key_stays_in_menu(window, qtbot, key):
    select(window, "Weiß")
    press(qtbot, window, Key.Key_1)
    stored, aside, name = spans(window), excluded(window), window.view.active()
    menu = opened(window, qtbot, Key.Key_H)
    assert not any(line.text().upper().count(f"&{chr(key)}") for line in menu.actions() if key < 0x100)
    QTest.keyClick(window.windowHandle(), key)
    assert QApplication.activePopupWidget() is menu, "a picker would have closed it"
    menu.close()
    assert (spans(window), excluded(window), window.view.active()) == (stored, aside, name)


def test_arrows_and_return_choose_entry(window, qtbot):
    menu = opened(window, qtbot, Key.Key_V)
    QTest.keyClick(window.windowHandle(), Key.Key_Down)
    assert menu.activeAction() is not None
    QTest.keyClick(window.windowHandle(), Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
