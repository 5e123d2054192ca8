"""The table of what an export cannot hold: each row says what happens and what helps, and leads to the place."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import QT_TRANSLATE_NOOP
from annotator.formats.base import Report
from annotator.formats.loss import Loss, LossKind
from ui.dialogs.told import loss_reason, loss_remedy
from ui.i18n import number
from ui.panels.chips import one_line, plain, tooltip
from ui.screen import resize_within_screen

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class Column(IntEnum):
    """What stands in which column."""

    KIND = 0
    TITLE = 1
    REASON = 2
    REMEDY = 3


_HEADERS = {
    Column.KIND: QT_TRANSLATE_NOOP("LossTable", "Loss"),
    Column.TITLE: QT_TRANSLATE_NOOP("LossTable", "Article"),
    Column.REASON: QT_TRANSLATE_NOOP("LossTable", "What happens"),
    Column.REMEDY: QT_TRANSLATE_NOOP("LossTable", "What helps"),
}
_KINDS = {
    LossKind.LOST: QT_TRANSLATE_NOOP("LossTable", "left out"),
    LossKind.CHANGED: QT_TRANSLATE_NOOP("LossTable", "changed"),
}


class LossModel(QAbstractTableModel):
    """Losses in the order of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._losses: tuple[Loss, ...] = ()

    def show(self, losses: Sequence[Loss]) -> None:
        """Show these."""
        self.beginResetModel()
        self._losses = tuple(losses)
        self.endResetModel()

    def loss(self, row: int) -> Loss:
        """Give the loss in a row."""
        return self._losses[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._losses)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("LossTable", _HEADERS[Column(section)])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        loss = self._losses[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            words = _words(loss, Column(index.column()))
            return words if role == Qt.ItemDataRole.DisplayRole else tooltip(words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class LossTable(QTableView):
    """Shows losses; a click, or Return, leads to the place in the article."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive
    turned = Signal(object)  # the Loss whose row is chosen now, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lossTable")
        self.setAccessibleName(self.tr("What the format cannot hold"))
        self._losses = LossModel(self)
        self.setModel(self._losses)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(2 * QFontMetrics(self.font()).lineSpacing() + 12)  # sentences break once
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(Column.KIND, QHeaderView.ResizeMode.ResizeToContents)
        columns.resizeSection(Column.TITLE, 20 * QFontMetrics(self.font()).averageCharWidth())
        for column in (Column.REASON, Column.REMEDY):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._jump)

    def show_losses(self, losses: Sequence[Loss]) -> None:
        """Show these instead; the row of the same label stays chosen."""
        index = self.currentIndex()
        before = self._losses.loss(index.row()).id if index.isValid() else None
        self._losses.show(losses)
        row = next((row for row, loss in enumerate(losses) if loss.id == before), None)
        if row is None:
            self.turned.emit(None)
        else:
            self.selectRow(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.turned.emit(self._losses.loss(current.row()) if current.isValid() else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())  # the dialog may have been laid aside for it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._jump(self.currentIndex())  # the dialog would take it for its default button
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _jump(self, index: QModelIndex) -> None:
        loss = self._losses.loss(index.row())
        self.jump_wanted.emit(loss.document, loss.start, loss.end)


class LossDialog(QDialog):
    """What an export left out or changed, to be gone through beside the article."""

    jump_wanted = Signal(str, int, int)

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lossDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What the export could not hold"))
        table = LossTable()
        table.show_losses(report.losses)
        table.jump_wanted.connect(self.jump_wanted)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        counts = plain(counted(report))
        counts.setWordWrap(True)
        layout.addWidget(counts)
        layout.addWidget(table, 1)
        layout.addWidget(plain(self.tr("A click leads to the place in the article."), "muted"))
        layout.addWidget(buttons)
        resize_within_screen(self, 880, 420)


def counted(report: Report) -> str:
    """Say what becomes of all labels, so that it adds up."""
    sum_ = translate(
        "LossTable", "{written} as they are + {changed} changed + {lost} left out = {spans} in {documents}."
    )
    return sum_.format(
        written=number(report.written),
        changed=number(report.changed),
        lost=number(report.lost),
        spans=labels(report.spans),
        documents=articles(report.documents),
    )


def articles(count: int) -> str:
    """Count articles."""
    if count == 1:
        return translate("LossTable", "1 article")
    return translate("LossTable", "{count} articles").format(count=number(count))


def exported_notice(report: Report, target: Path) -> str:
    """Say what was written where."""
    written = translate("LossTable", "{labels} in {documents} written to {file}.").format(
        labels=labels(report.spans - report.lost), documents=articles(report.documents), file=target
    )
    if not report.losses:
        return written
    rest = translate("LossTable", "{changed} changed, {lost} left out, {rows} notes in all.")
    return f"{written} " + rest.format(
        changed=number(report.changed), lost=number(report.lost), rows=number(len(report.losses))
    )


def labels(count: int) -> str:
    """Count labels."""
    return (
        translate("LossTable", "1 label")
        if count == 1
        else translate("LossTable", "{count} labels").format(count=number(count))
    )


def _words(loss: Loss, column: Column) -> str:
    match column:
        case Column.KIND:
            return translate("LossTable", _KINDS[loss.kind])
        case Column.TITLE:
            return one_line(loss.title)
        case Column.REASON:
            return loss_reason(loss)
        case Column.REMEDY:
            return loss_remedy(loss)
