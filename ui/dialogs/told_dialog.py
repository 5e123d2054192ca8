"""The notes about imported articles, one sentence each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from annotator.jobs.importing.import_read import Notice
from ui.base.screen import resize_within_screen
from ui.base.widgets.boxes import fill
from ui.base.widgets.named import named
from ui.dialogs.exchange_words import exchange_sentence


class ToldDialog(QDialog):
    """A list of notes."""

    def __init__(self, told: Sequence[Notice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toldDialog")
        self.setWindowTitle(self.tr("Notes on the import"))
        rows = named(QListWidget(), "toldList", self.tr("Notes on the import"))
        rows.setWordWrap(True)
        rows.addItems([exchange_sentence(entry) for entry in told])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        fill(QVBoxLayout(self), rows, buttons, margins=(20, 16, 20, 16), spacing=12)
        resize_within_screen(self, 640, 360)
