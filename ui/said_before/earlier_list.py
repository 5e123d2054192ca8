"""The list of earlier claims, two lines per row."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.jobs.said_before import Earlier
from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import one_line, sized
from ui.base.tables.plain_table import KeyTable
from ui.occurrences.hit_list import paint_line, row_ground
from ui.said_before.earlier_claims import EARLIER, EarlierModel, Index, alike_words, facts, value_words

translate = QCoreApplication.translate
_ROW, _EDGE, _GAP = 48, 12, 12
_RIGHT = 160  # widest verdict in pixels
_SMALL = 12


class EarlierDelegate(QStyledItemDelegate):
    """Paints a claim and its similarity; below them claimant, date, article and verdict."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        earlier, model = index.data(EARLIER), index.model()
        if not isinstance(earlier, Earlier) or not isinstance(model, EarlierModel):
            return
        rect, palette = option.rect, option.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, row_ground(palette))
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
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect, palette)
        painter.restore()


class EarlierList(KeyTable):
    """A table of one column."""

    def __init__(self, model: EarlierModel, parent: QWidget | None = None) -> None:
        super().__init__("earlierList", translate("EarlierList", "Earlier claims"), parent)
        self._said = ""
        self.setModel(model)
        self.setItemDelegate(EarlierDelegate(self))
        self.be_list(_ROW)

    def say(self, words: str) -> None:
        """Set the message shown while the list is empty."""
        self._said = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(_EDGE, 0, -_EDGE, 0), centred, self._said)


def _paint_right(painter: QPainter, rect: QRect, words: str) -> int:
    """Paint text at the right edge; return its width."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _RIGHT)
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    return painter.fontMetrics().horizontalAdvance(shown)
