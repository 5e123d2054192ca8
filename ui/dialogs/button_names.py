"""Names for the buttons that Qt makes for a dialog: scripts and tests find each by its name."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox


def name_buttons(dialog: QDialog) -> None:
    """Give each button without a name the dialog's name and its own, as in ``aboutDialogClose``."""
    for box in dialog.findChildren(QDialogButtonBox):
        for button in box.buttons():
            if not button.objectName():
                standard = box.standardButton(button)
                button.setObjectName(f"{dialog.objectName()}{standard.name or box.buttonRole(button).name}")
