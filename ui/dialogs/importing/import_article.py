"""A preview of the selected article, with the encoding and columns of its file."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.corpus.article import Article
from annotator.corpus.draft import Asked, Sheet
from annotator.corpus.encoding import ENCODINGS
from ui.base.i18n import language_name
from ui.base.look.plain_text import plain
from ui.base.widgets.boxes import fill
from ui.base.widgets.choice import Choice
from ui.base.widgets.named import named
from ui.dialogs.importing.import_columns import ImportColumns

_SHOWN = 3_000  # characters, enough to recognise the text
_LOW = 50  # pixels: two lines


class ImportArticle(QWidget):
    """Shows the beginning of an article; `asked` requests that its file be read with other settings."""

    asked = Signal(Path, Asked)

    def __init__(self, fallback: str, parent: QWidget | None = None) -> None:
        """Build the preview; ``fallback`` is the language assumed for texts too short to detect it."""
        super().__init__(parent)
        self._path: Path | None = None
        self._encoding: str | None = None  # chosen by the user for the file
        self.text = named(QPlainTextEdit(readOnly=True), "importText", self.tr("Text of the selected article"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_LOW)
        self.encoding = named(Choice(), "importEncoding", self.tr("Encoding of the selected file"))
        self.encoding.addItems(list(ENCODINGS))
        self.encoding.activated.connect(self._on_encoding)
        short = self.tr("This text is too short to detect its language. {language} is assumed; F2 changes it later.")
        self._short = named(plain(short.format(language=language_name(fallback)), "muted"), "importShort")
        self._encoding_line = QWidget()
        self.columns = ImportColumns()
        self.columns.chosen.connect(self._on_columns)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Hide the preview."""
        self._path = self._encoding = None
        for widget in (self.text, self._short, self._encoding_line, self.columns):
            widget.hide()
        self.hide()  # otherwise it keeps its share of the layout

    def show_article(self, article: Article, sheet: Sheet | None) -> None:
        """Show an article, and the columns of its file if there are any."""
        self.text.setPlainText(article.text[:_SHOWN] + ("…" if len(article.text) > _SHOWN else ""))
        self.text.show()
        self._short.setVisible(article.language is None)
        self.show()
        self._offer(article.path, sheet)
        self._offer_encoding(article.encoding, offered=article.path is not None and article.encoding is not None)

    def show_file(self, path: Path, sheet: Sheet | None) -> None:
        """Show the reading options of a file that could not be read."""
        self.text.hide()
        self._short.hide()
        self._offer(path, sheet)
        self._offer_encoding(None, offered=sheet is None)
        self.show()

    def _offer(self, path: Path | None, sheet: Sheet | None) -> None:
        if path != self._path:
            self._path, self._encoding = path, None
        self.columns.setVisible(sheet is not None)
        if sheet is not None and path is not None:
            self.columns.show_sheet(path.name, sheet)

    def _offer_encoding(self, encoding: str | None, *, offered: bool) -> None:
        with QSignalBlocker(self.encoding):
            if encoding is not None and self.encoding.findText(encoding) < 0:
                self.encoding.addItem(encoding)
            self.encoding.setCurrentIndex(-1 if encoding is None else self.encoding.findText(encoding))
        self._encoding_line.setVisible(offered)

    def _lay_out(self) -> None:
        fill(
            QHBoxLayout(self._encoding_line),
            plain(self.tr("Encoding of the selected file:"), "muted"),
            self.encoding,
            1,
            margins=(0, 0, 0, 0),
            spacing=8,
        )
        layout = fill(
            QVBoxLayout(self), (self.text, 1), self._short, self._encoding_line, margins=(0, 0, 0, 0), spacing=8
        )
        layout.addWidget(self.columns, 0, Qt.AlignmentFlag.AlignTop)

    @Slot(int)
    def _on_encoding(self, _index: int) -> None:
        self._encoding = self.encoding.currentText()
        if self._path is not None:
            self.asked.emit(self._path, Asked(encoding=self._encoding))

    @Slot(dict)
    def _on_columns(self, columns: dict[str, str]) -> None:
        if self._path is not None:
            self.asked.emit(self._path, Asked(encoding=self._encoding, columns=columns))
