"""The table of what was read: articles and labelled files, each with a check box."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.corpus.article import Article
from annotator.formats.registry import IMPORTERS
from annotator.jobs.importing.labelled_files import LabelledFile
from annotator.jobs.importing.near_versions import NearDuplicate
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base import i18n
from ui.base.look.plain_text import one_line
from ui.base.rows.plain_table import PlainTable
from ui.base.rows.rows_model import Index, RowsModel
from ui.base.words.counted import counted
from ui.base.words.record_places import record_words
from ui.dialogs.exporting.format_words import format_title
from ui.dialogs.exporting.loss_table import labels

translate = QCoreApplication.translate
_WIDEST = 40  # widest column in characters, unless the user drags it
_NARROWEST = 22  # least width of title and file in characters
_ROWS = 3  # visible rows, at least, with the header
_UNBOUND = (1 << 24) - 1  # pixels: Qt's largest height
_ROOM = 6  # pixels for the styled check box, which the size hint lacks
_MEASURED = 60  # rows measured for the column widths

Column = IntEnum("Column", "FILE FORMAT TITLE NEAR DATE PUBLISHER LANGUAGE LENGTH ENCODING FURNITURE", start=0)
_HEADERS = {
    Column.FILE: QT_TRANSLATE_NOOP("ImportModel", "File"),
    Column.FORMAT: QT_TRANSLATE_NOOP("ImportModel", "Format"),
    Column.TITLE: QT_TRANSLATE_NOOP("ImportModel", "Title"),
    Column.NEAR: QT_TRANSLATE_NOOP("ImportModel", "Near-duplicate of"),
    Column.DATE: QT_TRANSLATE_NOOP("ImportModel", "Published"),
    Column.PUBLISHER: QT_TRANSLATE_NOOP("ImportModel", "Publisher"),
    Column.LANGUAGE: QT_TRANSLATE_NOOP("ImportModel", "Language"),
    Column.LENGTH: QT_TRANSLATE_NOOP("ImportModel", "Characters"),
    Column.ENCODING: QT_TRANSLATE_NOOP("ImportModel", "Encoding"),
    Column.FURNITURE: QT_TRANSLATE_NOOP("ImportModel", "Page furniture"),
}


@dataclass
class _Entry:
    article: Article
    fingerprint: str  # of the article's text
    known: bool  # whether it is already in the project
    ticked: bool = True

    @property
    def wanted(self) -> bool:
        return self.ticked and not self.known


class ImportModel(RowsModel[_Entry | LabelledFile, Column]):
    """The articles, followed by the labelled files.

    Titles can be edited; articles already in the project cannot be ticked.
    """

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("ImportModel", _HEADERS, parent, numbers=(Column.LENGTH,))
        self.labelled: tuple[LabelledFile, ...] = ()
        self._entries: list[_Entry] = []
        self._off_files: set[Path] = set()
        self._near: dict[str, NearDuplicate] = {}  # by fingerprint of the text

    @property
    def articles(self) -> list[Article]:
        """All articles, ticked or not."""
        return [entry.article for entry in self._entries]

    def by_print(self) -> dict[str, Article]:
        """Return all articles by the fingerprints of their texts; of several with the same text, the last."""
        return {entry.fingerprint: entry.article for entry in self._entries}

    def clear(self) -> None:
        """Remove all rows."""
        self._near = {}
        self._replace([], ())

    def add_articles(self, articles: Sequence[Article], prints: Sequence[str], known: Collection[str]) -> None:
        """Add articles, with the fingerprints of their texts; ``known`` are the fingerprints already in the project."""
        if articles:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(articles) - 1)
            self._entries += _entries(articles, prints, known)
            self.shown = (*self._entries, *self.labelled)
            self.endInsertRows()
            self.ticked_changed.emit()

    def show_near(self, near: Iterable[NearDuplicate]) -> None:
        """Mark articles as near-duplicates."""
        self._near.update((found.sha256, found) for found in near)

    @property
    def near(self) -> list[int]:
        """The rows of near-duplicates that can be added."""
        return [row for row, entry in enumerate(self._entries) if entry.fingerprint in self._near and not entry.known]

    def tick_near(self, *, on: bool) -> None:
        """Tick or untick all near-duplicates."""
        for row in self.near:
            self._entries[row].ticked = on
        self.dataChanged.emit(self.index(0, Column.FILE), self.index(len(self._entries) - 1, Column.FILE))
        self.ticked_changed.emit()

    @property
    def originals(self) -> Collection[NearDuplicate]:
        """The near-duplicates' originals: the articles that they resemble."""
        return self._near.values()

    def show_labelled(self, labelled: Sequence[LabelledFile]) -> None:
        """Replace the labelled files; unticked ones stay unticked."""
        self._replace(self._entries, tuple(labelled))

    def replace_file(
        self, path: Path, articles: Sequence[Article], prints: Sequence[str], known: Collection[str]
    ) -> None:
        """Replace the articles of a file that was read again, in place; ticks of other files stay."""
        place = next((n for n, entry in enumerate(self._entries) if entry.article.path == path), len(self._entries))
        others = [entry for entry in self._entries if entry.article.path != path]
        self._replace([*others[:place], *_entries(articles, prints, known), *others[place:]], self.labelled)

    def _replace(self, entries: list[_Entry], labelled: tuple[LabelledFile, ...]) -> None:
        self._entries, self.labelled = entries, labelled
        self.show_rows((*entries, *labelled))
        self.ticked_changed.emit()

    @property
    def known(self) -> int:
        """The number of articles already in the project."""
        return sum(entry.known for entry in self._entries)

    def first_free(self) -> int:
        """Return the first row that can be added to the project, or 0."""
        return next((row for row in range(self.rowCount()) if not self._is_known(row)), 0)

    def ticked(self) -> list[Article]:
        return [entry.article for entry in self._entries if entry.wanted]

    def ticked_prints(self) -> set[str]:
        """Return the fingerprints of the ticked articles' texts."""
        return {entry.fingerprint for entry in self._entries if entry.wanted}

    def ticked_files(self) -> list[bool]:
        """Return for each labelled file whether it is ticked."""
        return [file.path not in self._off_files for file in self.labelled]

    def used(self, column: int) -> bool:
        """Return whether any row has text in a column."""
        match column:
            case Column.FORMAT:
                return bool(self.labelled)
            case Column.NEAR:
                return bool(self._near)
            case Column.LANGUAGE | Column.LENGTH:
                return bool(self._entries)
            case Column.DATE:
                return any(article.published for article in self.articles)
            case Column.PUBLISHER:
                return any(article.publisher for article in self.articles)
            case Column.ENCODING:
                return any(article.encoding for article in self.articles)
            case Column.FURNITURE:
                return any(article.furniture for article in self.articles)
            case _:
                return True

    def file_at(self, row: int) -> int | None:
        """Return the index of the row's labelled file, or None for an article."""
        return row - len(self._entries) if row >= len(self._entries) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable
        if not self._is_known(index.row()):
            flags |= Qt.ItemFlag.ItemIsEnabled
            flags |= Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.FILE else Qt.ItemFlag.NoItemFlags
            named = index.column() == Column.TITLE and self.file_at(index.row()) is None
            flags |= Qt.ItemFlag.ItemIsEditable if named else Qt.ItemFlag.NoItemFlags
        return flags

    def words(self, row: _Entry | LabelledFile, column: Column) -> str:
        if isinstance(row, _Entry):
            return _article_text(row, self._near.get(row.fingerprint), column)
        return _file_text(row, column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.FILE:
            row = self.shown[index.row()]
            on = row.wanted if isinstance(row, _Entry) else row.path not in self._off_files
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, Qt.ItemDataRole.DisplayRole if role == Qt.ItemDataRole.EditRole else role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, file = index.row(), self.file_at(index.row())
        if role == Qt.ItemDataRole.CheckStateRole:
            on = Qt.CheckState(value) is Qt.CheckState.Checked
            if file is None:
                self._entries[row].ticked = on
            elif on:
                self._off_files.discard(self.labelled[file].path)
            else:
                self._off_files.add(self.labelled[file].path)
        elif role == Qt.ItemDataRole.EditRole and file is None and str(value).strip():
            self._entries[row].article = replace(self._entries[row].article, title=str(value).strip())
        else:
            return False
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()
        return True

    def _is_known(self, row: int) -> bool:
        return row < len(self._entries) and self._entries[row].known


def _entries(articles: Sequence[Article], prints: Sequence[str], known: Collection[str]) -> list[_Entry]:
    pairs = zip(articles, prints, strict=True)
    return [_Entry(article, fingerprint, known=fingerprint in known) for article, fingerprint in pairs]


def _file_text(file: LabelledFile, column: Column) -> str:
    if column is Column.FILE:
        return file.name
    if column is Column.FORMAT:
        return format_title(IMPORTERS[file.format].title)
    if column is not Column.TITLE:
        return ""
    one, more = translate("ImportModel", "1 article"), translate("ImportModel", "{count} articles")
    return f"{counted(file.documents, one, more)}, {labels(file.spans)}"


def _article_text(entry: _Entry, near: NearDuplicate | None, column: Column) -> str:
    article = entry.article
    match column:
        case Column.FILE:
            there = translate("ImportModel", "already in the project")
            name = record_words(article.name, article.unit)
            return f"{name} · {there}" if entry.known else name
        case Column.FORMAT:
            return translate("ImportModel", "Article")
        case Column.TITLE:
            return one_line(article.title)
        case Column.NEAR:
            return one_line(near.title) if near is not None else ""
        case Column.DATE:
            return i18n.date(article.published)
        case Column.PUBLISHER:
            return one_line(article.publisher or "")
        case Column.LANGUAGE:
            return language_words(article.language)
        case Column.LENGTH:
            return i18n.number(len(article.text))
        case Column.ENCODING:
            return _encoding_text(article)
        case _:
            one, more = translate("ImportModel", "1 paragraph"), translate("ImportModel", "{count} paragraphs")
            return counted(len(article.furniture), one, more) if article.furniture else ""


def _encoding_text(article: Article) -> str:
    if article.encoding is None or article.encoding_sure:
        return article.encoding or ""
    guessed = translate("ImportModel", "guessed")
    return f"{article.encoding} ({guessed})"


class _FileNames(QStyledItemDelegate):
    """Elides file names in the middle, because names of exported files often differ only at the end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class ImportTable(PlainTable):
    """The table of articles and files. Columns fit their content up to a limit; tooltips show the full texts."""

    def __init__(self, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__("importTable", translate("ImportTable", "Articles that were found"), parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegateForColumn(Column.FILE, _FileNames(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(_ROWS * self.verticalHeader().defaultSectionSize())
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setResizeContentsPrecision(_MEASURED)
        columns.sectionResized.connect(self._on_resized)
        self._dragged = self._fitting = False
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._bound)
        model.modelReset.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @Slot()
    def _bound(self) -> None:
        """Grow no higher than the rows, so that a preview below has the room."""
        rows = max(_ROWS, self._rows.rowCount()) * self.verticalHeader().defaultSectionSize()
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setMaximumHeight(min(_UNBOUND, around + rows))

    @Slot()
    def fit(self) -> None:
        """Fit the columns to their content and the table's width, until the user drags one."""
        if self._dragged or not self._rows.rowCount():
            return
        self._fitting = True
        most = _WIDEST * self.fontMetrics().averageCharWidth()
        for column in range(self._rows.columnCount()):
            self.setColumnHidden(column, not self._rows.used(column))
            self.resizeColumnToContents(column)
            if column in {Column.FILE, Column.TITLE, Column.NEAR}:
                self.setColumnWidth(column, min(most, self.columnWidth(column) + _ROOM))
        self._narrow(self.horizontalHeader().length() - self.viewport().width())
        over = max(0, self.viewport().width() - self.horizontalHeader().length())
        name = min(over, max(0, self.sizeHintForColumn(Column.FILE) + _ROOM - self.columnWidth(Column.FILE)))
        self.setColumnWidth(Column.FILE, self.columnWidth(Column.FILE) + name)
        self.setColumnWidth(Column.TITLE, self.columnWidth(Column.TITLE) + over - name)
        self._fitting = False

    def _narrow(self, missing: int) -> None:
        """Narrow the columns near, file and title by ``missing`` pixels in all, so that later columns stay visible."""
        for column in (Column.NEAR, Column.FILE, Column.TITLE):
            width = self.columnWidth(column)
            taken = max(0, min(missing, width - _NARROWEST * self.fontMetrics().averageCharWidth()))
            if taken:
                self.setColumnWidth(column, width - taken)
                missing -= taken

    @Slot(int, int, int)
    def _on_resized(self, _column: int, _before: int, _after: int) -> None:
        self._dragged = self._dragged or not self._fitting


def language_words(language: str | None) -> str:
    """Return the text of the language column."""
    words = {None: translate("ImportModel", "too short to tell"), "other": translate("ImportModel", "other")}
    return words.get(language, (language or "").upper())
