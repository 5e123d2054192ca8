"""Rows of search results: a section's heading, and below it the words around the first match."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.base.look.plain_text import sized, strong
from ui.base.look.sizes import SMALL

_BESIDE, _ABOVE = 10, 7
_LINES = 2  # lines of the extract
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value


class HitRows(QStyledItemDelegate):
    """Paints a row: the first line of the row's text as the heading, the rest as the extract."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        heading, _, extract = str(index.data()).partition("\n")  # in option.text Qt has replaced the line break
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        inside: QRect = option.rect.adjusted(_BESIDE, _ABOVE, -_BESIDE, -_ABOVE)
        bold, font = _fonts(option)
        ink, muted = (
            option.palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText)
        )
        lines = QFontMetrics(bold)
        painter.save()
        painter.setFont(bold)
        painter.setPen(ink)
        elided = lines.elidedText(heading, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop.value, elided)
        painter.setFont(font)
        painter.setPen(muted)
        painter.drawText(inside.adjusted(0, lines.lineSpacing() + 2, 0, 0), _WRAPPED, extract)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        bold, font = _fonts(option)
        extract = str(index.data()).partition("\n")[2]
        height = QFontMetrics(bold).lineSpacing() + 2 * _ABOVE
        return QSize(0, height + (2 + _LINES * QFontMetrics(font).lineSpacing() if extract else 0))


def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
    return strong(option.font), sized(option.font, SMALL)
