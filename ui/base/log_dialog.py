"""A dialog with the end of the program's log, as plain text that can be copied."""

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.base.look.plain_text import plain
from ui.base.widgets.buttons import name_buttons
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.low_screen import LowScreen, resize_on_screen


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Resize a window, but not beyond its screen; a visible window also moves so that all of it is on the screen.

    A dialog that needs more room than its screen has scrolls; see `LowScreen`.
    """
    if (
        isinstance(window, QDialog)
        and window.findChild(LowScreen, options=Qt.FindChildOption.FindDirectChildrenOnly) is None
    ):
        LowScreen(window)
    resize_on_screen(window, QSize(width, height))


_MOST = 200_000  # bytes of the log that are shown


class LogDialog(QDialog):
    """A dialog that shows the end of the log; nothing is sent anywhere."""

    def __init__(self, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("logDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Log"))
        self._log = log
        place = plain(str(log), "muted", wraps=True)
        self.text = named(
            QPlainTextEdit(_end_of(log) or self.tr("The log is empty."), readOnly=True), "logText", self.tr("Log")
        )
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.moveCursor(QTextCursor.MoveOperation.StartOfLine)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("logCopy")
        copy.clicked.connect(self.copy)
        folder = buttons.addButton(self.tr("Open the Folder"), QDialogButtonBox.ButtonRole.ActionRole)
        folder.setObjectName("logFolder")
        folder.clicked.connect(self.open_folder)
        buttons.rejected.connect(self.reject)
        fill(QVBoxLayout(self), (self.text, 1), place, buttons, margins=16, spacing=12)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)  # it needs its dialog as parent
        name_buttons(self)
        resize_within_screen(self, 820, 520)

    @Slot()
    def copy(self) -> None:
        """Copy the text to the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    @Slot()
    def open_folder(self) -> None:
        """Show the log's folder in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))


def _end_of(log: Path) -> str:
    with suppress(OSError), log.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _MOST))
        words = file.read().decode("utf-8", "replace")
        return words if size <= _MOST else words.partition("\n")[2]
    return ""
