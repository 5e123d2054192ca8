"""The buttons of dialogs: how they are built, their object names, and their letters."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def dialog_button(name: str, text: str) -> QPushButton:
    """Build a button that Return does not press from elsewhere in a dialog."""
    button = QPushButton(text, autoDefault=False)
    button.setObjectName(name)
    button.setAccessibleName(text.replace("&", ""))
    return button


def name_buttons(dialog: QDialog) -> None:
    """Name each unnamed button after its dialog and its role, as in ``aboutDialogClose``."""
    for box in dialog.findChildren(QDialogButtonBox):
        for button in box.buttons():
            if not button.objectName():
                standard = box.standardButton(button)
                button.setObjectName(f"{dialog.objectName()}{standard.name or box.buttonRole(button).name}")


def is_for_button(event: QKeyEvent) -> bool:
    """Return whether a letter was typed with Alt for a button: a disabled one passes it on to the field."""
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and bool(event.text()) and sys.platform != "darwin"
