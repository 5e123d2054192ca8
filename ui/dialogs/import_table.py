"""The articles that were read and may be added, as a table with a tick for each."""

from collections.abc import Iterable, Sequence
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
)

from annotator.corpus.article import Article
from ui import i18n
from ui.panels.chips import one_line

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
FILE, TITLE, DATE, LANGUAGE, ENCODING, FURNITURE = range(6)

translate = QCoreApplication.translate


class ImportModel(QAbstractTableModel):
    """Titles can be corrected; articles that the project holds already cannot be ticked."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.articles: list[Article] = []
        self._off: set[int] = set()
        self._known: set[int] = set()
        self._names = (
            self.tr("File"),
            self.tr("Title"),
            self.tr("Published"),
            self.tr("Language"),
            self.tr("Encoding"),
            self.tr("Page furniture"),
        )

    def show_articles(self, articles: Sequence[Article], known: Iterable[int]) -> None:
        """Show articles; ``known`` are the places of those that are in the project already."""
        self.beginResetModel()
        self.articles = list(articles)
        self._off, self._known = set(), set(known)
        self.endResetModel()
        self.ticked_changed.emit()

    def replace_file(self, path: Path, articles: Sequence[Article]) -> None:
        """Show what a file gave when it was read anew."""
        kept = [(number, article) for number, article in enumerate(self.articles) if article.path != path]
        place = next((n for n, article in enumerate(self.articles) if article.path == path), len(kept))
        before = [article for number, article in kept if number < place]
        after = [article for number, article in kept if number > place]
        self.show_articles([*before, *articles, *after], ())

    @property
    def known(self) -> int:
        """How many are in the project already."""
        return len(self._known)

    def first_free(self) -> int:
        """Give the first row that can be added, the first of all where none can."""
        return next((row for row in range(len(self.articles)) if row not in self._known), 0)

    def ticked(self) -> list[Article]:
        """Give the articles that are to be added."""
        out = self._off | self._known
        return [article for number, article in enumerate(self.articles) if number not in out]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.articles)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._names[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable
        if index.row() not in self._known:
            flags |= Qt.ItemFlag.ItemIsEnabled
            flags |= Qt.ItemFlag.ItemIsUserCheckable if index.column() == FILE else Qt.ItemFlag.NoItemFlags
            flags |= Qt.ItemFlag.ItemIsEditable if index.column() == TITLE else Qt.ItemFlag.NoItemFlags
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == FILE:
            off = row in self._off or row in self._known
            return Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._words(self.articles[row], column, known=row in self._known)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            on = Qt.CheckState(value) is Qt.CheckState.Checked
            self._off = self._off - {row} if on else self._off | {row}
        elif role == Qt.ItemDataRole.EditRole and str(value).strip():
            self.articles[row] = replace(self.articles[row], title=str(value).strip())
        else:
            return False
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()
        return True

    def _words(self, article: Article, column: int, *, known: bool) -> str:
        match column:
            case 0:
                there = self.tr("there already")
                return f"{article.name} · {there}" if known else article.name
            case 1:
                return one_line(article.title)
            case 2:
                return i18n.date(article.published)
            case 3:
                return (article.language or "").upper()
            case 4:
                sure = article.encoding_sure or article.encoding is None
                guessed = self.tr("guessed")
                return (article.encoding or "") if sure else f"{article.encoding} ({guessed})"
            case _:
                count = len(article.furniture)
                one, more = self.tr("1 paragraph"), self.tr("{count} paragraphs")
                return (one if count == 1 else more.format(count=i18n.number(count))) if count else ""
