"""Questions: the box for them, and the one before unsaved text or edits are discarded."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.base.widgets.button_names import name_buttons

translate = QCoreApplication.translate


def question_box(parent: QWidget, name: str, title: str, text: str, details: str = "") -> QMessageBox:
    """Build a question in plain text that is deleted when it closes."""
    question = QMessageBox(parent)
    question.setObjectName(name)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setWindowTitle(title)
    question.setText(text)
    question.setInformativeText(details)
    return question


def ask_to_discard(parent: QWidget, name: str, words: str, discard: Callable[[], object]) -> None:
    """Ask whether to discard changes; Return and Escape go on editing.

    Args:
        parent: The window that the user tried to close.
        name: The object name of the question.
        words: What would be lost, in plain text.
        discard: Called if the user agrees.
    """
    question = question_box(parent, name, parent.windowTitle(), words)
    stay = question.addButton(translate("Discarding", "Keep Editing"), QMessageBox.ButtonRole.RejectRole)
    discarding = question.addButton(translate("Discarding", "Discard"), QMessageBox.ButtonRole.DestructiveRole)
    question.setDefaultButton(stay)
    question.setEscapeButton(stay)
    discarding.clicked.connect(discard)
    question.open()
    name_buttons(question)
