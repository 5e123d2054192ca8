"""The list of earlier claims, two lines per row."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.base.look.plain_text import one_line, sized
from ui.occurrences.hit_list import RowDelegate, paint_line
from ui.occurrences.list_model import Index
from ui.said_before.earlier_claims import EarlierModel, alike_words, facts, value_words

ROW = 48
_EDGE, _GAP = 12, 12
_RIGHT = 160  # widest verdict in pixels
_SMALL = 12


class EarlierDelegate(RowDelegate):
    """Paints a claim and its similarity; below them claimant, date, article and verdict."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, EarlierModel):
            return
        earlier, rect, palette = model.shown[index.row()], option.rect, option.palette
        ink, muted = (palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText))
        upper = QRect(rect.left() + _EDGE, rect.top() + 4, rect.width() - 2 * _EDGE, rect.height() // 2 - 4)
        lower = upper.translated(0, upper.height())
        painter.setFont(sized(option.font, _SMALL))
        painter.setPen(palette.color(QPalette.ColorRole.Accent) if earlier.joined else muted)
        taken = _paint_right(painter, upper, alike_words(earlier))
        painter.setPen(ink)
        judged = _paint_right(painter, lower, value_words(model.schema, "verdict", earlier.claim))
        painter.setPen(muted)
        paint_line(painter, lower.adjusted(0, 0, -judged - _GAP, 0), " · ".join(facts(earlier, model.schema)))
        painter.setFont(option.font)
        painter.setPen(ink)
        paint_line(painter, upper.adjusted(0, 0, -taken - _GAP, 0), one_line(earlier.claim.quote))


def _paint_right(painter: QPainter, rect: QRect, words: str) -> int:
    """Paint text at the right edge; return its width."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _RIGHT)
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    return painter.fontMetrics().horizontalAdvance(shown)
