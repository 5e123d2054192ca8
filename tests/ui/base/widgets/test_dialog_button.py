"""Buttons of dialogs: what Return does while one has the focus."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout

from ui.base.widgets.buttons import dialog_button


def test_return_presses_the_button_with_the_focus(qtbot):
    dialog = QDialog()
    pressed: list[str] = []
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    close = dialog_button("testClose", "Close")
    usual = QPushButton("Write", default=True)
    for button in (close, usual):
        column.addWidget(button)
        button.clicked.connect(partial(pressed.append, button.text()))
    dialog.show()
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Return)
    assert pressed == ["Close"]
