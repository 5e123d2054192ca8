"""The table of what was read, with a tick per row: articles, and files of articles with labels."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.corpus.article import Article
from annotator.formats.registry import IMPORTERS
from annotator.jobs.importing.labelled_files import Labelled
from annotator.jobs.importing.near_versions import Near
from ui.base import i18n
from ui.base.look.plain_text import one_line, tooltip
from ui.base.tables.plain_table import PlainTable
from ui.dialogs.exporting.format_words import format_title
from ui.dialogs.exporting.loss_table import labels

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

translate = QCoreApplication.translate
FILE, FORMAT, TITLE, NEAR, DATE, PUBLISHER, LANGUAGE, LENGTH, ENCODING, FURNITURE = range(10)
_WIDEST = 40  # widest column in characters, unless dragged
_NARROWEST = 22  # least width of title and file in characters
_ROWS = 3  # least visible rows, with the header
_ROOM = 6  # pixels for the styled check box, which the size hint lacks
_MEASURED = 60  # rows measured for the column widths


class ImportModel(QAbstractTableModel):
    """The articles, then the files with labels.

    Titles can be edited; articles that are in the project already cannot be ticked.
    """

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.articles: list[Article] = []
        self.labelled: tuple[Labelled, ...] = ()
        self._off: set[int] = set()
        self._off_files: set[Path] = set()
        self._known: set[int] = set()
        self._prints: list[str] = []  # fingerprints of the articles' texts
        self._near: dict[str, Near] = {}  # by fingerprint
        self._names = (
            self.tr("File"),
            self.tr("Format"),
            self.tr("Title"),
            self.tr("Near-duplicate of"),
            self.tr("Published"),
            self.tr("Publisher"),
            self.tr("Language"),
            self.tr("Characters"),
            self.tr("Encoding"),
            self.tr("Page furniture"),
        )

    def clear(self) -> None:
        """Remove all rows."""
        self.beginResetModel()
        self.articles, self.labelled, self._prints = [], (), []
        self._off, self._known, self._near = set(), set(), {}
        self.endResetModel()
        self.ticked_changed.emit()

    def add_articles(self, articles: Sequence[Article], prints: Sequence[str], known: Collection[str]) -> None:
        """Add articles with the fingerprints of their texts; ``known`` fingerprints are in the project already."""
        if articles:
            first = len(self.articles)
            self.beginInsertRows(_ROOT, first, first + len(articles) - 1)
            self.articles.extend(articles)
            self._prints.extend(prints)
            self._known.update(first + place for place, print_ in enumerate(prints) if print_ in known)
            self.endInsertRows()
            self.ticked_changed.emit()

    def show_near(self, near: Iterable[Near]) -> None:
        """Mark articles as near-duplicates."""
        self._near.update((found.sha256, found) for found in near)

    @property
    def near(self) -> list[int]:
        """The rows of near-duplicates that could be added."""
        if not self._near:
            return []
        return [row for row, print_ in enumerate(self._prints) if print_ in self._near and row not in self._known]

    def tick_near(self, *, on: bool) -> None:
        """Tick or untick all near-duplicates."""
        rows = set(self.near)
        self._off = self._off - rows if on else self._off | rows
        self.dataChanged.emit(self.index(0, FILE), self.index(len(self.articles) - 1, FILE))
        self.ticked_changed.emit()

    def can_carry(self) -> bool:
        """Return whether an article is a near-duplicate of one with labels."""
        return any(found.suggestions for found in self._near.values())

    def can_replace(self) -> bool:
        """Return whether an article is a near-duplicate of one in the project."""
        return any(found.document is not None for found in self._near.values())

    def show_labelled(self, labelled: Sequence[Labelled]) -> None:
        """Replace the files with labels; unticked files stay unticked."""
        self.beginResetModel()
        self.labelled = tuple(labelled)
        self.endResetModel()
        self.ticked_changed.emit()

    def replace_file(
        self, path: Path, articles: Sequence[Article], prints: Sequence[str], known: Collection[str]
    ) -> None:
        """Replace the articles of a file that was read again, in place; other ticks stay."""
        self.beginResetModel()
        place = next((n for n, article in enumerate(self.articles) if article.path == path), len(self.articles))
        kept = [n for n, article in enumerate(self.articles) if article.path != path]
        moved = {n: now + (len(articles) if n > place else 0) for now, n in enumerate(kept)}
        off, there = ({moved[n] for n in rows if n in moved} for rows in (self._off, self._known))
        before = sum(n < place for n in kept)
        others = [(self.articles[n], self._prints[n]) for n in kept]
        others[before:before] = zip(articles, prints, strict=True)
        self.articles, self._prints = [article for article, _ in others], [print_ for _, print_ in others]
        new = {before + n for n, print_ in enumerate(prints) if print_ in known}
        self._off, self._known = off, there | new
        self.endResetModel()
        self.ticked_changed.emit()

    @property
    def known(self) -> int:
        """The number of articles that are in the project already."""
        return len(self._known)

    def first_free(self) -> int:
        """Return the first row that can be added, or 0."""
        return next((row for row in range(self.rowCount()) if row not in self._known), 0)

    def ticked(self) -> list[Article]:
        """Return the ticked articles."""
        out = self._off | self._known
        return [article for number, article in enumerate(self.articles) if number not in out]

    def ticked_prints(self) -> set[str]:
        """Return the fingerprints of the ticked articles' texts."""
        out = self._off | self._known
        return {print_ for number, print_ in enumerate(self._prints) if number not in out}

    def count_ticked(self) -> int:
        """Return the number of ticked articles."""
        return len(self.articles) - len(self._off | self._known)

    def ticked_files(self) -> list[bool]:
        """Return for each file with labels whether it is ticked."""
        return [file.path not in self._off_files for file in self.labelled]

    def used(self, column: int) -> bool:
        """Return whether a column has any content."""
        match column:
            case 1:
                return bool(self.labelled)
            case 3:
                return bool(self._near)
            case 4:
                return any(article.published for article in self.articles)
            case 5:
                return any(article.publisher for article in self.articles)
            case 6 | 7:
                return bool(self.articles)
            case 9:
                return any(article.encoding for article in self.articles)
            case 8:
                return any(article.furniture for article in self.articles)
            case _:
                return True

    def file_at(self, row: int) -> int | None:
        """Return the index of the row's file with labels, or None for an article."""
        return row - len(self.articles) if row >= len(self.articles) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.articles) + len(self.labelled)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == LENGTH:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable
        if index.row() not in self._known:
            flags |= Qt.ItemFlag.ItemIsEnabled
            flags |= Qt.ItemFlag.ItemIsUserCheckable if index.column() == FILE else Qt.ItemFlag.NoItemFlags
            named = index.column() == TITLE and self.file_at(index.row()) is None
            flags |= Qt.ItemFlag.ItemIsEditable if named else Qt.ItemFlag.NoItemFlags
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == FILE:
            return Qt.CheckState.Checked if self._is_on(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and column == LENGTH:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}:
            words = self._words(row, column)
            return tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            self._tick(row, on=Qt.CheckState(value) is Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and self.file_at(row) is None and str(value).strip():
            self.articles[row] = replace(self.articles[row], title=str(value).strip())
        else:
            return False
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()
        return True

    def _is_on(self, row: int) -> bool:
        file = self.file_at(row)
        if file is not None:
            return self.labelled[file].path not in self._off_files
        return row not in self._off and row not in self._known

    def _tick(self, row: int, *, on: bool) -> None:
        file = self.file_at(row)
        if file is None:
            self._off = self._off - {row} if on else self._off | {row}
        else:
            path = {self.labelled[file].path}
            self._off_files = self._off_files - path if on else self._off_files | path

    def _words(self, row: int, column: int) -> str:
        file = self.file_at(row)
        if file is None:
            return self._of_article(row, column)
        return self._of_file(self.labelled[file], column)

    def _of_file(self, file: Labelled, column: int) -> str:
        if column == FILE:
            return file.name
        if column == FORMAT:
            return format_title(IMPORTERS[file.format].title)
        if column != TITLE:
            return ""
        count = file.documents
        one, more = self.tr("1 article"), self.tr("{count} articles")
        return f"{one if count == 1 else more.format(count=i18n.number(count))}, {labels(file.spans)}"

    def _of_article(self, row: int, column: int) -> str:
        article = self.articles[row]
        match column:
            case 0:
                there = self.tr("already in the project")
                return f"{article.name} · {there}" if row in self._known else article.name
            case 1:
                return self.tr("Article")
            case 2:
                return one_line(article.title)
            case 3:
                near = self._near.get(self._prints[row])
                return one_line(near.title) if near is not None else ""
            case 4:
                return i18n.date(article.published)
            case 5:
                return one_line(article.publisher or "")
            case 6:
                return language_words(article.language)
            case 7:
                return i18n.number(len(article.text))
            case 8:
                sure = article.encoding_sure or article.encoding is None
                guessed = self.tr("guessed")
                return (article.encoding or "") if sure else f"{article.encoding} ({guessed})"
            case _:
                count = len(article.furniture)
                one, more = self.tr("1 paragraph"), self.tr("{count} paragraphs")
                return (one if count == 1 else more.format(count=i18n.number(count))) if count else ""


class _FileNames(QStyledItemDelegate):
    """Elides in the middle, because files of one export often differ only in their last letters."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class ImportTable(PlainTable):
    """Columns fit their content up to a limit and can be dragged; tooltips show the full text."""

    def __init__(self, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__("importTable", translate("ImportTable", "Articles that were found"), parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegateForColumn(FILE, _FileNames(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(_ROWS * self.verticalHeader().defaultSectionSize())
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setResizeContentsPrecision(_MEASURED)
        columns.sectionResized.connect(self._on_resized)
        self._dragged = self._fitting = False
        model.modelReset.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Fit the columns to their content and the table's width, until the user has dragged one."""
        if self._dragged or not self._rows.rowCount():
            return
        self._fitting = True
        most = _WIDEST * self.fontMetrics().averageCharWidth()
        for column in range(self._rows.columnCount()):
            self.setColumnHidden(column, not self._rows.used(column))
            self.resizeColumnToContents(column)
            if column in {FILE, TITLE, NEAR}:
                self.setColumnWidth(column, min(most, self.columnWidth(column) + _ROOM))
        self._narrow(self.horizontalHeader().length() - self.viewport().width())
        over = max(0, self.viewport().width() - self.horizontalHeader().length())
        name = min(over, max(0, self.sizeHintForColumn(FILE) + _ROOM - self.columnWidth(FILE)))
        self.setColumnWidth(FILE, self.columnWidth(FILE) + name)
        self.setColumnWidth(TITLE, self.columnWidth(TITLE) + over - name)
        self._fitting = False

    def _narrow(self, missing: int) -> None:
        """Narrow titles and file by the missing pixels, so that the columns behind them stay visible."""
        for column in (NEAR, FILE, TITLE):
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
