"""The list of search results: keyword in context, with label and article."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QPushButton, QStyleOptionViewItem, QWidget

from annotator.jobs.searching.concordance import FoundPlace
from annotator.model.schema import Schema
from ui.base.i18n import translate
from ui.base.look.look import label_colour, label_name, paint_dot
from ui.base.look.plain_text import one_line, sized
from ui.base.look.sizes import SMALL
from ui.base.rows.row_list import ROW, RowDelegate, paint_line
from ui.base.rows.rows_model import ROOT, Index, ListModel
from ui.base.widgets.inputs import named
from ui.occurrences.hit_list import around, paint_context

_EDGE, _GAP = 12, 12
_LABEL, _TITLE, _SIMILAR = 120, 240, 150  # widths of columns in pixels
_LONGEST = 400  # characters of a sentence to paint; no row has room for more
_LEAST = 360  # least width of the context in pixels; below it, the title is not shown
_LEAST_SENTENCE = 640  # the same for a sentence and its similarity


class PlaceModel(ListModel[FoundPlace]):
    """Search results in the order of the search, appended as they are found."""

    counted = Signal()  # the number of rows changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: list[FoundPlace] = []
        self.schema: Schema | None = None

    def show_places(self, places: Sequence[FoundPlace]) -> None:
        """Replace all places."""
        self.show_rows(list(places))
        self.counted.emit()

    def add(self, places: Sequence[FoundPlace]) -> None:
        """Append places."""
        if places:
            self.beginInsertRows(ROOT, len(self.shown), len(self.shown) + len(places) - 1)
            self.shown += places
            self.endInsertRows()
            self.counted.emit()

    def leave_out(self, row: int) -> None:
        """Remove a row."""
        self.beginRemoveRows(ROOT, row, row)
        del self.shown[row]
        self.endRemoveRows()
        self.counted.emit()

    def row_of(self, place: FoundPlace) -> int:
        """Return the row of a place from an earlier search, or 0 if it is not listed."""
        same = (row for row, p in enumerate(self.shown) if (p.document, p.start) == (place.document, place.start))
        return next(same, 0)

    def text(self, row: int) -> str:
        return around(self.shown[row]) or self.shown[row].title

    def tip(self, row: int) -> str:
        return "\n".join(
            dict.fromkeys(filter(None, (self.text(row), self.shown[row].title)))
        )  # the row may cut off either

    def spoken(self, row: int) -> str:
        place, schema = self.shown[row], self.schema
        label = label_name(schema, place.layer, place.label) if place.label and schema is not None else ""
        label = label or (similar_words(place) if place.likeness else "")
        return ", ".join(dict.fromkeys(filter(None, (label, one_line(place.words), place.title, self.text(row)))))


class PlaceDelegate(RowDelegate):
    """Paints a result: label, words in context, article title. A whole article shows only its title."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PlaceModel) or model.schema is None:
            return
        place, rect, palette = model.shown[index.row()], option.rect, option.palette
        inner = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        if place.words:
            if place.label:
                inner.setLeft(_paint_label(painter, inner, place, model.schema, option.font, palette))
            if inner.width() >= _TITLE + (_LEAST_SENTENCE if place.likeness else _LEAST):
                painter.setFont(sized(option.font, SMALL))
                painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
                paint_line(painter, QRect(inner.right() - _TITLE, rect.top(), _TITLE, ROW), place.title)
                inner.setRight(inner.right() - _TITLE - _GAP)
            ink = palette.color(QPalette.ColorRole.Text)
            if place.likeness:
                inner.setLeft(_paint_likeness(painter, inner, place, option.font, palette))
                painter.setFont(option.font)
                painter.setPen(ink)
                paint_line(painter, inner, one_line(place.words, _LONGEST))
            else:
                paint_context(painter, inner, place, option.font, ink)
        else:
            painter.setFont(sized(option.font, option.font.pixelSize(), QFont.Weight.DemiBold))
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            paint_line(painter, inner, place.title)


def _paint_label(
    painter: QPainter, rect: QRect, place: FoundPlace, schema: Schema, font: QFont, palette: QPalette
) -> int:
    """Paint the label; return the x where the next column begins."""
    painter.setFont(sized(font, SMALL))
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


def similar_words(place: FoundPlace) -> str:
    """Return the text for a sentence's similarity in meaning, in percent."""
    return translate("EarlierModel", "similar in meaning, {percent}%").format(percent=round(place.likeness * 100))


def _paint_likeness(painter: QPainter, rect: QRect, place: FoundPlace, font: QFont, palette: QPalette) -> int:
    """Paint a sentence's similarity in meaning; return the x where the next column begins."""
    painter.setFont(sized(font, SMALL))
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    paint_line(painter, QRect(rect.left(), rect.top(), _SIMILAR, ROW), similar_words(place))
    return rect.left() + _SIMILAR + _GAP


class BatchLink(QPushButton):
    """A link that puts the listed articles into a batch."""

    wanted = Signal(list)  # ids of the articles, in order

    def __init__(self, model: PlaceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setText(self.tr("Batch…"))
        named(self, "searchBatch", self.tr("Put the found articles into a batch"), role="link")
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(list(dict.fromkeys(place.document for place in self._model.shown)))
