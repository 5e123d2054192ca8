"""The claims behind a cell of the board, in context; a click or Return opens the article."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.jobs.board import STANCES, BoardClaim
from annotator.model.schema import Schema
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import date, translate
from ui.base.look.plain_text import one_line
from ui.base.rows.plain_table import Place, PlaceTable
from ui.base.rows.row_list import end_of, row_ground
from ui.base.rows.rows_model import Index, RowsModel
from ui.board.bars import colours, value_name

_TITLE, _VALUE = 160, 96
_LONGEST = 300
_PADDING, _BEHIND = 11, 4  # pixels before the words of a cell, as the style sheet leaves in headers, and behind
_KIND_NEEDS, _TITLE_NEEDS = 640, 520  # list widths in pixels below which a column is hidden

Column = IntEnum("Column", "DATE CLAIM STANCE KIND TITLE", start=0)
_HEADERS = {
    Column.DATE: QT_TRANSLATE_NOOP("SentenceModel", "Date"),
    Column.CLAIM: QT_TRANSLATE_NOOP("SentenceModel", "Claim"),
    Column.STANCE: QT_TRANSLATE_NOOP("SentenceModel", "Stance"),
    Column.KIND: QT_TRANSLATE_NOOP("SentenceModel", "Kind"),
    Column.TITLE: QT_TRANSLATE_NOOP("SentenceModel", "Article"),
}


class SentenceModel(RowsModel[BoardClaim, Column]):
    """The claims of a cell, the oldest first."""

    def __init__(self, schema: Schema, parent: QObject | None = None) -> None:
        super().__init__("SentenceModel", _HEADERS, parent)
        self._schema = schema

    def told(self, row: BoardClaim, column: Column) -> str:
        if column is Column.CLAIM:
            return one_line(f"{row.before}{row.claim.words}{row.after}", 1000)
        return self.words(row, column)

    def words(self, row: BoardClaim, column: Column) -> str:
        claim = row.claim
        match column:
            case Column.DATE:
                return date(claim.published)
            case Column.CLAIM:
                return one_line(claim.words, _LONGEST)
            case Column.STANCE:
                return value_name(self._schema, "stance", claim.stance)
            case Column.KIND:
                return value_name(self._schema, "kind", claim.kind)
            case Column.TITLE:
                return one_line(claim.title, _LONGEST)


class ClaimDelegate(QStyledItemDelegate):
    """Paints the claim with the text around it, and the stance in its colour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, SentenceModel):
            return
        column = model.column(index)
        palette = option.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, row_ground(palette))
        sentence, room = model.shown[index.row()], option.rect.adjusted(_PADDING, 0, -_BEHIND, 0)
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        pen = palette.color(QPalette.ColorRole.Text) if column is Column.CLAIM else muted
        if column is Column.STANCE and sentence.claim.stance in STANCES:
            pen = colours(palette)[STANCES.index(sentence.claim.stance)]
        if column is Column.CLAIM:
            room = _paint_before(painter, room, sentence.before, option)
        painter.setPen(pen)
        words = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if column is Column.CLAIM and not words.endswith("…"):
            left = room.left() + option.fontMetrics.horizontalAdvance(words)
            rest = option.fontMetrics.elidedText(
                one_line(sentence.after), Qt.TextElideMode.ElideRight, room.right() - left
            )
            painter.setPen(muted)
            painter.drawText(
                QRect(left, room.top(), room.right() - left, room.height()), Qt.AlignmentFlag.AlignVCenter, rest
            )
        painter.restore()


class SentenceList(PlaceTable):
    """The table of a cell's claims; Escape goes back to the grid."""

    left = Signal()

    def __init__(self, schema: Schema) -> None:
        super().__init__("boardSentences", translate("SentenceList", "Claims of the selected cell"))
        self.claims = SentenceModel(schema, self)
        self.setModel(self.claims)
        self.setItemDelegate(ClaimDelegate(self))
        self.share_width((Column.CLAIM,))
        self.horizontalHeader().setMinimumSectionSize(40)
        dates = (self.fontMetrics().horizontalAdvance(date(f"2028-{month:02}-28")) for month in range(1, 13))
        widths = {
            Column.DATE: max(dates) + _PADDING + _BEHIND + 6,
            Column.STANCE: _VALUE,
            Column.KIND: _VALUE,
            Column.TITLE: _TITLE,
        }
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def place(self, row: int) -> Place:
        return self.claims.shown[row].claim

    def show_sentences(self, sentences: Sequence[BoardClaim]) -> None:
        """Replace the claims and select the first."""
        self.claims.show_rows(sentences)
        if sentences:
            self.setCurrentIndex(self.claims.index(0, Column.CLAIM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, needs in ((Column.KIND, _KIND_NEEDS), (Column.TITLE, _TITLE_NEEDS)):
            self.setColumnHidden(column, self.width() < needs)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Ignore typed letters."""


def _paint_before(painter: QPainter, room: QRect, before: str, option: QStyleOptionViewItem) -> QRect:
    """Paint the text before the claim in at most a quarter of the room; return the room that is left."""
    shown = end_of(one_line(before), option.fontMetrics, room.width() // 4)
    shown = f"{shown} " if shown and before[-1:].isspace() else shown
    painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
    return room.adjusted(option.fontMetrics.horizontalAdvance(shown), 0, 0, 0)
