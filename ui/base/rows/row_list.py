"""Lists whose rows a delegate paints: the selection, the focus, and lines of text."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.base.look.look import faint, is_dark
from ui.base.look.painting import paint_focus
from ui.base.rows.plain_table import KeyTable
from ui.base.rows.rows_model import Index

ROW = 26  # pixels


class RowDelegate(QStyledItemDelegate):
    """Paints the selection and the focus; subclasses paint the content of a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, row_ground(option.palette))
        self.paint_row(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, option.rect, option.palette)
        painter.restore()

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the content of a row."""
        raise NotImplementedError


class RowList(KeyTable):
    """A list whose rows have the same height in pixels, painted by a delegate."""

    def __init__(self, name: str, accessible: str, delegate: RowDelegate, height: int = ROW) -> None:
        super().__init__(name, accessible)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.be_list(height)


def row_ground(palette: QPalette) -> QColor:
    """Return the background of the selected row."""
    return faint(palette.color(QPalette.ColorRole.Accent), 0.16 if is_dark(palette) else 0.10)


def end_of(words: str, metrics: QFontMetrics, width: int) -> str:
    """Return as many whole words from the end as fit in a width; of a single word, its end."""
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideLeft, width)
    rest = shown.partition(" ")[2]
    return f"… {rest}" if shown != words and rest.strip() else shown


def paint_line(painter: QPainter, rect: QRect, words: str, *, before: bool = False) -> None:
    """Paint one line of text, elided at the right; with ``before``, right-aligned and elided at the left."""
    metrics = painter.fontMetrics()
    side = Qt.AlignmentFlag.AlignRight if before else Qt.AlignmentFlag.AlignLeft
    right = Qt.TextElideMode.ElideRight
    shown = end_of(words, metrics, rect.width()) if before else metrics.elidedText(words, right, rect.width())
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
