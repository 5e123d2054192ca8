"""The empty import dialog: a drop target with the formats that can be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator.corpus.reader_table import READERS
from annotator.formats.registry import IMPORTERS
from ui.base.look.plain_text import plain
from ui.base.widgets.boxes import fill
from ui.dialogs.exporting.format_words import format_title

_WIDTH = 560


class ImportBlank(QFrame):
    """A few lines of text; the dialog handles the drop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importBlank")
        articles = ", ".join(reader.title for reader in READERS)
        labelled = ", ".join(dict.fromkeys(format_title(entry.title) for entry in IMPORTERS.values()))
        lines = (
            (self.tr("Drop files or folders here"), "title"),
            (self.tr("Articles: {formats}").format(formats=articles), "muted"),
            (self.tr("With labels: {formats}").format(formats=labelled), "muted"),
        )
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        texts = QVBoxLayout(column)
        texts.setSpacing(12)
        for words, role in lines:
            line = plain(words, role)
            line.setWordWrap(True)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            texts.addWidget(line)
        across = fill(QHBoxLayout(), 1, (column, 8), 1)
        fill(QVBoxLayout(self), 2, across, 3)
