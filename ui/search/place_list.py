"""The list of search results: keyword in context, with label and article."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.jobs.concordance import Place
from annotator.model.schema import Schema
from ui.base.look.labels import label_colour, label_name, paint_dot
from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import one_line, sized, tooltip
from ui.base.tables.plain_table import KeyTable
from ui.occurrences.hit_list import ROW, paint_context, paint_line, row_ground
from ui.occurrences.hit_model import Index

_ROOT = QModelIndex()
_EDGE, _GAP = 12, 12
_LABEL, _TITLE = 120, 240  # widths
_LEAST = 360  # least width of the context; the title is dropped first
_SMALL = 12


class PlaceModel(QAbstractListModel):
    """Places in search order, appended as they are found."""

    counted = Signal()  # the number of rows changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.places: list[Place] = []
        self.schema: Schema | None = None

    def show_places(self, places: Sequence[Place]) -> None:
        """Replace the places."""
        self.beginResetModel()
        self.places = list(places)
        self.endResetModel()
        self.counted.emit()

    def add(self, places: Sequence[Place]) -> None:
        """Append places."""
        if places:
            self.beginInsertRows(_ROOT, len(self.places), len(self.places) + len(places) - 1)
            self.places += places
            self.endInsertRows()
            self.counted.emit()

    def leave_out(self, row: int) -> None:
        """Remove a row."""
        self.beginRemoveRows(_ROOT, row, row)
        del self.places[row]
        self.endRemoveRows()
        self.counted.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self.places[index.row()]
        around = one_line(f"{place.before}{place.words}{place.after}") or place.title
        if role == Qt.ItemDataRole.DisplayRole:
            return around
        if role == Qt.ItemDataRole.ToolTipRole:  # the row may elide it on either side
            return tooltip("\n".join(dict.fromkeys(filter(None, (around, place.title)))))
        if role == Qt.ItemDataRole.AccessibleTextRole and self.schema is not None:
            label = label_name(self.schema, place.layer, place.label) if place.label else ""
            return ", ".join(dict.fromkeys(filter(None, (label, one_line(place.words), place.title, around))))
        return None


class PlaceDelegate(QStyledItemDelegate):
    """Paints label, words in context, and article; an article without words by its title."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PlaceModel) or model.schema is None:
            return
        place, rect, palette = model.places[index.row()], option.rect, option.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, row_ground(palette))
        inner = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        if place.words:
            if place.label:
                inner.setLeft(_paint_label(painter, inner, place, model.schema, option.font, palette))
            if inner.width() >= _TITLE + _LEAST:
                painter.setFont(sized(option.font, _SMALL))
                painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
                paint_line(painter, QRect(inner.right() - _TITLE, rect.top(), _TITLE, ROW), place.title)
                inner.setRight(inner.right() - _TITLE - _GAP)
            paint_context(painter, inner, place, option.font, palette.color(QPalette.ColorRole.Text))
        else:
            painter.setFont(sized(option.font, option.font.pixelSize(), QFont.Weight.DemiBold))
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            paint_line(painter, inner, place.title)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect, palette)
        painter.restore()


class PlaceList(KeyTable):
    """The list of search results."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("placeList", QCoreApplication.translate("PlaceList", "Search results"), parent)
        self.setItemDelegate(PlaceDelegate(self))
        self.be_list(ROW)


def _paint_label(painter: QPainter, rect: QRect, place: Place, schema: Schema, font: QFont, palette: QPalette) -> int:
    """Paint the label; return where the next column begins."""
    painter.setFont(sized(font, _SMALL))
    left = (
        paint_dot(
            painter, rect.left(), rect.center().y() + 1, label_colour(schema.label(place.layer, place.label), palette)
        )
        + 6
    )
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    paint_line(
        painter, QRect(left, rect.top(), rect.left() + _LABEL - left, ROW), label_name(schema, place.layer, place.label)
    )
    return rect.left() + _LABEL + _GAP
