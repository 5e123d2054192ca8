"""A preview of the selected article, with the encoding and columns of its file."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.corpus.article import FIELDS, Article, ReadingChoices, Sheet
from annotator.corpus.encoding import ENCODINGS
from annotator.corpus.reader_table import READERS
from annotator.formats.registry import IMPORTERS
from ui.base.i18n import language_name, number
from ui.base.look.plain_text import one_line, plain, tooltip
from ui.base.widgets.inputs import Choice, fill, named, put_in_tab_order
from ui.dialogs.exporting.format_words import format_title
from ui.dialogs.importing.import_table import ImportModel
from ui.dialogs.importing.label_table import article_label_words

_IN_A_ROW = 4  # fields in a row
_NARROW = 10  # least visible characters of a column's name


class ImportColumns(QWidget):
    """A combo box for each field of an article, to choose its column; preset to a guess. Only text is required."""

    chosen = Signal(dict)  # dict of the chosen columns by field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            "text": self.tr("Text"),
            "title": self.tr("Title"),
            "published": self.tr("Published"),
            "author": self.tr("Author"),
            "publisher": self.tr("Publisher"),
            "url": self.tr("Address"),
            "language": self.tr("Language"),
            "id": self.tr("Identifier"),
            "label": self.tr("Label of the whole article"),
        }
        self.lists: dict[str, QComboBox] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(8)
        self._caption = plain("", "muted")
        layout.addWidget(self._caption, 0, 0, 1, _IN_A_ROW)
        for place, field in enumerate(FIELDS):
            column, row = place % _IN_A_ROW, 1 + 2 * (place // _IN_A_ROW)
            layout.addWidget(plain(names[field]), row, column)
            self.lists[field] = self._list(field, names[field])
            layout.addWidget(self.lists[field], row + 1, column)
            layout.setColumnStretch(column, 1)

    def show_sheet(self, file: str, sheet: Sheet) -> None:
        """Show the columns of a file and the fields assigned to them."""
        self._caption.setText(self.tr("Columns of {file}:").format(file=one_line(file, 80)))
        for field, choice in self.lists.items():
            with QSignalBlocker(choice):
                choice.clear()
                if field != "text":
                    choice.addItem("–", None)
                for column in sheet.columns:
                    choice.addItem(one_line(column.name, 60), column.name)
                    sample = tooltip(f"{column.name}: {column.sample}")
                    choice.setItemData(choice.count() - 1, sample, Qt.ItemDataRole.ToolTipRole)
                found = choice.findData(sheet.chosen.get(field))
                choice.setCurrentIndex(found if found >= 0 else -1 if field == "text" else 0)

    def _list(self, field: str, name: str) -> QComboBox:
        choice = named(Choice(), f"importColumn.{field}", self.tr("Column for {field}").format(field=name))
        choice.setMinimumContentsLength(_NARROW)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        choice.activated.connect(self._on_activated)
        return choice

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        columns = {field: choice.currentData() for field, choice in self.lists.items()}
        if columns["text"] is not None:
            self.chosen.emit({field: column for field, column in columns.items() if column is not None})


_SHOWN = 3_000  # characters of the preview, enough to recognise the text
_LOW = 50  # pixels: two lines


class ImportArticle(QWidget):
    """Shows the beginning of an article; `asked` requests reading its file again with other settings."""

    asked = Signal(Path, ReadingChoices)

    def __init__(self, fallback: str, parent: QWidget | None = None) -> None:
        """Build the preview; ``fallback`` is the language of texts that are too short to detect it."""
        super().__init__(parent)
        self._path: Path | None = None
        self._encoding: str | None = None  # the encoding that the user chose for the file
        self.text = named(QPlainTextEdit(readOnly=True), "importText", self.tr("Text of the selected article"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_LOW)
        self.encoding = named(Choice(), "importEncoding", self.tr("Encoding of the selected file"))
        self.encoding.addItems(list(ENCODINGS))
        self.encoding.activated.connect(self._on_encoding)
        short = self.tr("This text is too short to detect its language. {language} is assumed; F2 changes it later.")
        self._short = named(plain(short.format(language=language_name(fallback)), "muted"), "importShort")
        self._labels = named(plain("", "muted"), "importArticleLabels")
        self._encoding_line = QWidget()
        self._layout = QVBoxLayout(self)
        self._columns: ImportColumns | None = None
        self._lay_out()
        self.show_nothing()

    @property
    def columns(self) -> ImportColumns:
        """The combo boxes for columns, built at first use: nine take long, and few files need them."""
        if self._columns is None:
            self._columns = ImportColumns(self)
            self._columns.chosen.connect(self._on_columns)
            self._layout.addWidget(self._columns, 0, Qt.AlignmentFlag.AlignTop)
            put_in_tab_order(self.encoding, self._columns)
        return self._columns

    def show_nothing(self) -> None:
        """Hide the preview."""
        self._path = self._encoding = None
        for widget in (self.text, self._short, self._labels, self._encoding_line, self._columns):
            if widget is not None:
                widget.hide()
        self.hide()  # otherwise it would keep its share of the layout

    def show_article(self, article: Article, sheet: Sheet | None) -> None:
        """Show an article, and the columns of its file if there are any."""
        self.text.setPlainText(article.text[:_SHOWN] + ("…" if len(article.text) > _SHOWN else ""))
        self.text.show()
        self._short.setVisible(article.language is None)
        self._labels.setText("\n".join(article_label_words(*label).strip() for label in article.labels))
        self._labels.setVisible(bool(article.labels))
        self.show()
        self._offer(article.path, sheet)
        self._offer_encoding(article.encoding, offered=article.path is not None and article.encoding is not None)

    def show_file(self, path: Path, sheet: Sheet | None) -> None:
        """Show the encoding and columns to choose for a file that could not be read."""
        self.text.hide()
        self._short.hide()
        self._labels.hide()
        self._offer(path, sheet)
        self._offer_encoding(None, offered=sheet is None)
        self.show()

    def _offer(self, path: Path | None, sheet: Sheet | None) -> None:
        if path != self._path:
            self._path, self._encoding = path, None
        if sheet is not None or self._columns is not None:
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
            margins=0,
            spacing=8,
        )
        fill(
            self._layout,
            (self.text, 1),
            self._short,
            self._labels,
            self._encoding_line,
            margins=0,
            spacing=8,
        )

    @Slot(int)
    def _on_encoding(self, _index: int) -> None:
        self._encoding = self.encoding.currentText()
        if self._path is not None:
            self.asked.emit(self._path, ReadingChoices(encoding=self._encoding))

    @Slot(dict)
    def _on_columns(self, columns: dict[str, str]) -> None:
        if self._path is not None:
            self.asked.emit(self._path, ReadingChoices(encoding=self._encoding, columns=columns))


class ImportChoices(QWidget):
    """The check boxes of the import; each is shown only if it matters for an article."""

    def __init__(self, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.near = _choice(self.tr("Also add &near-duplicates of other articles"), "importNear")
        self.near.toggled.connect(self._on_near)
        self.carry = _choice(self.tr("Suggest the &labels of the other article"), "importCarry")
        self.near.toggled.connect(self.carry.setEnabled)
        self.supersede = _choice(self.tr("&Replace the other article, which is set aside"), "importReplace")
        self.supersede.setChecked(False)
        self.near.toggled.connect(self.supersede.setEnabled)
        self.supersede.toggled.connect(self._on_supersede)
        self.furniture = _choice(self.tr("Exclude &page furniture (captions, related articles)"), "importFurniture")
        fill(QVBoxLayout(self), self.near, self.carry, self.supersede, self.furniture, margins=0, spacing=6)
        self.refresh(complete=False)

    def refresh(self, *, complete: bool) -> None:
        """Show the options that apply; options about near-duplicates need all articles to be read (``complete``)."""
        near = complete and bool(self._model.near)
        self.near.setVisible(near)
        self.carry.setVisible(near and any(found.suggestions for found in self._model.originals))
        self.supersede.setVisible(near and any(found.document is not None for found in self._model.originals))
        furniture = any(article.furniture for article in self._model.articles)
        self.furniture.setVisible(furniture)
        self.setVisible(near or furniture)

    @Slot(bool)
    def _on_supersede(self, on: bool) -> None:  # noqa: FBT001  # what Qt passes
        """Tick "suggest the labels of the other article", too. Replacing an article always suggests its labels."""
        self.carry.setEnabled(self.near.isChecked() and not on)
        if on:
            self.carry.setChecked(True)

    @Slot(bool)
    def _on_near(self, on: bool) -> None:  # noqa: FBT001  # what Qt passes
        self._model.tick_near(on=on)


def _choice(words: str, name: str) -> QCheckBox:
    choice = named(QCheckBox(words), name)
    choice.setChecked(True)
    return choice


_WIDTH = 560
_FAMILIAR = ("docbin", "prodigy", "label-studio", "doccano", "brat", "conll", "inception")  # formats to name


class ImportBlank(QFrame):
    """The hint shown before anything is read. The dialog handles dropped files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importBlank")
        articles = ", ".join(reader.title for reader in READERS)
        titles = dict.fromkeys(format_title(entry.title) for entry in IMPORTERS.values())
        familiar = [format_title(IMPORTERS[name].title) for name in _FAMILIAR]
        with_labels = self.tr("With labels: {formats} and {count} more formats")
        count = number(len(titles) - len(familiar))
        lines = (
            (self.tr("Drop files or folders here"), "title", ""),
            (self.tr("Articles: {formats}").format(formats=articles), "muted", ""),
            (with_labels.format(formats=", ".join(familiar), count=count), "muted", ", ".join(titles)),
        )
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        texts = QVBoxLayout(column)
        texts.setSpacing(12)
        for words, role, help_ in lines:
            line = plain(words, role, wraps=True)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setToolTip(tooltip(help_))
            texts.addWidget(line)
        across = fill(QHBoxLayout(), 1, (column, 8), 1)
        fill(QVBoxLayout(self), 2, across, 3)
