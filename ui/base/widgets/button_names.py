"""The buttons of a dialog: a name for each that Qt makes, and their letters kept out of what is written."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox


def name_buttons(dialog: QDialog) -> None:
    """Give each button without a name the dialog's name and its own, as in ``aboutDialogClose``."""
    for box in dialog.findChildren(QDialogButtonBox):
        for button in box.buttons():
            if not button.objectName():
                standard = box.standardButton(button)
                button.setObjectName(f"{dialog.objectName()}{standard.name or box.buttonRole(button).name}")


def is_for_button(event: QKeyEvent) -> bool:
    """Tell whether a letter was meant for a button: with Alt, those of buttons not enabled yet come to the field."""
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and bool(event.text()) and sys.platform != "darwin"
