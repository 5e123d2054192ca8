"""The grid of the board: a row for each claimant, a column for all topics, and then one for each topic."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView

from annotator.jobs.board import Board, BoardRow, Stances, Topic
from ui.base.i18n import number
from ui.base.look.plain_text import one_line, tooltip
from ui.base.rows.hem import Hem
from ui.base.rows.row_list import RowDelegate
from ui.base.widgets.inputs import named
from ui.board.bars import claimant_name, paint_stances, spoken, topic_name

Index = QModelIndex | QPersistentModelIndex
_ROW, _COLUMN, _SUMS, _NAMES = 40, 112, 140, 210
_WIDER = 1.25  # the column of all topics, as a multiple of another one that has room
_NAMES_SHARE = 0.3  # greatest share of the width for the names
_NAME_ROOM = 24  # pixels beside a name
_NAME_CHARACTERS = 80
_MEASURED = 300  # names that decide how wide their column is


class GridModel(QAbstractTableModel):
    """The board as a table, optionally reduced to claimants whose name contains a text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = Board(cells={})
        self.rows: Sequence[int] = ()  # indexes into the board's claimants
        self.most = 1  # most claims in a cell
        self.most_of_all = 1  # most claims of one claimant, in all topics
        self._words = ""

    def show_board(self, board: Board) -> None:
        self.beginResetModel()
        self.board = board
        self.most = max((stances.total for stances in board.cells.values()), default=1)
        self.most_of_all = max((each.stances.total for each in board.claimants), default=1)
        self._choose_rows()
        self.endResetModel()

    def search(self, words: str) -> None:
        """Show only the claimants whose name contains ``words``, ignoring case; "" shows all."""
        self.beginResetModel()
        self._words = words.casefold().strip()
        self._choose_rows()
        self.endResetModel()

    def claimant(self, row: int) -> BoardRow:
        return self.board.claimants[self.rows[row]]

    def topic(self, column: int) -> Topic | None:
        """Return the topic of a column, or None for the column of all topics."""
        return self.board.topics[column - 1] if column > 0 else None

    def stances(self, row: int, column: int) -> Stances:
        """Return how many claims of a cell have each stance."""
        if column == 0:
            return self.claimant(row).stances
        return self.board.cells.get((self.rows[row], column - 1), Stances())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() or not self.board.claimants else len(self.board.topics) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if orientation is Qt.Orientation.Vertical:
            name = claimant_name(self.claimant(section))
        else:
            topic = self.topic(section)
            name = topic_name(topic) if topic is not None else self.tr("All topics")
        return one_line(name, _NAME_CHARACTERS) if role == Qt.ItemDataRole.DisplayRole else tooltip(one_line(name))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        stances = self.stances(index.row(), index.column())
        where = (
            self.headerData(index.row(), Qt.Orientation.Vertical),
            self.headerData(index.column(), Qt.Orientation.Horizontal),
        )
        text = "{} · {}: {}".format(*where, spoken(stances) if stances.total else number(0))
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def find(self, claimant: BoardRow | None, topic: Topic | None) -> QModelIndex:
        """Return the index of the cell for a claimant and a topic of an earlier board.

        If this board lacks the claimant, the first row is used; if it lacks the topic, the column of all topics.
        """
        rows = (
            at
            for at, row in enumerate(self.rows)
            if claimant and set(claimant.keys) & set(self.board.claimants[row].keys)
        )
        columns = (
            at for at, known in enumerate(self.board.topics, 1) if topic and set(topic.spellings) & set(known.spellings)
        )
        return self.index(next(rows, 0), next(columns, 0))

    def _choose_rows(self) -> None:
        every = enumerate(self.board.claimants)
        self.rows = [at for at, each in every if self._words in claimant_name(each).casefold()]


class CellDelegate(RowDelegate):
    """Paints the signed numbers and the bar of a cell."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, GridModel):
            return
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        whole = model.most_of_all if index.column() == 0 else model.most
        stances = model.stances(index.row(), index.column())
        paint_stances(painter, option.rect, stances, whole, option.font, option.palette)


class Grid(QTableView):
    """The board as a table. Moving selects a cell; Return goes to its claims."""

    chosen = Signal()  # `current` changed
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "boardGrid", self.tr("Who says what"))
        self.counts = GridModel(self)
        self._names_need = 0  # width of the longest name in pixels
        self.setModel(self.counts)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        names, topics = self.verticalHeader(), self.horizontalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultSectionSize(_ROW)
        names.setFixedWidth(_NAMES)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        topics.setDefaultSectionSize(_COLUMN)
        topics.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for header in (names, topics):
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._on_current)
        Hem(self)

    @property
    def current(self) -> tuple[BoardRow, Topic | None] | None:
        """The selected claimant and topic; None stands for all topics."""
        index = self.currentIndex()
        return (self.counts.claimant(index.row()), self.counts.topic(index.column())) if index.isValid() else None

    def show_board(self, board: Board) -> None:
        """Replace the board; the selected claimant and topic stay selected if they still exist."""
        claimant, topic = self.current or (None, None)
        self.counts.show_board(board)
        shown = (claimant_name(each) for each in islice(board.claimants, _MEASURED))
        metrics = self.verticalHeader().fontMetrics()
        longest = max((metrics.horizontalAdvance(one_line(name, _NAME_CHARACTERS)) for name in shown), default=0)
        self._names_need = longest + _NAME_ROOM
        self._fit_columns()
        self._choose(self.counts.find(claimant, topic))

    @Slot(str)
    def search(self, words: str) -> None:
        """Show only the claimants whose name contains ``words``, ignoring case; "" shows all."""
        claimant, topic = self.current or (None, None)
        self.counts.search(words)
        self._choose(self.counts.find(claimant, topic))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.horizontalHeader().sizeHint().height() + _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Let names and columns fill the width, so that fewer names are cut off and bars are long."""
        names, topics = self.verticalHeader(), self.counts.columnCount() - 1
        whole = self.viewport().width() + names.width()
        widest = min(round(_NAMES_SHARE * whole), whole - _SUMS - topics * _COLUMN)  # no topic gives way to a name
        names.setFixedWidth(max(_NAMES, min(self._names_need, widest)))
        self.updateGeometries()
        if topics >= 0:
            room = self.viewport().width()
            each = int(room / (topics + _WIDER))
            fits = each >= _COLUMN
            self.horizontalHeader().setDefaultSectionSize(each if fits else _COLUMN)
            self.horizontalHeader().resizeSection(0, room - topics * each if fits else _SUMS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Ignore typed letters: the claimant field searches instead."""

    def _choose(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        if not index.isValid():
            self.chosen.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit()
