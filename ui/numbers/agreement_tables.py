"""The tables of agreement: pairs of people, shares with their ranges, and places where people differ."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.jobs.team.agreement import Disagreement, DisagreementQuery
from annotator.model.schema import Schema
from annotator.quality.measures.figures import Confusion, LayerAgreement, OfPair
from annotator.quality.measures.resampling import Interval
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number, translate
from ui.base.look.look import value_names
from ui.base.look.plain_text import one_line
from ui.base.rows.plain_table import FigureTable, Place, PlaceTable, PlainTable, click_on_return
from ui.base.rows.rows_model import Index, RowsModel, side
from ui.base.widgets.inputs import named
from ui.base.words.counted import articles_words
from ui.numbers.agreement_words import NOTHING, between, label_or_none, percent, said_by

_ROOT = QModelIndex()
_LONGEST = 120
_BAR, _TICK = 12, 4  # pixels: height of a bar; half the height of the lines at the ends of a range
_CALM = 0.85


class ShareRow(NamedTuple):
    """The agreement for a label or a month: a share, its range, and the number of labels compared."""

    name: str
    share: float | None
    interval: Interval | None
    labels: int


ShareColumn = IntEnum("ShareColumn", "NAME BAR SHARE RANGE LABELS", start=0)
_SHARE_HEADERS = {
    ShareColumn.NAME: "",
    ShareColumn.BAR: "",
    ShareColumn.SHARE: QT_TRANSLATE_NOOP("Agreement", "Labelled alike, out of 100"),
    ShareColumn.RANGE: QT_TRANSLATE_NOOP("Agreement", "Range"),
    ShareColumn.LABELS: QT_TRANSLATE_NOOP("Agreement", "Labels"),
}


class ShareModel(RowsModel[ShareRow, ShareColumn]):
    """The shares of agreement."""

    def __init__(self, parent: QObject) -> None:
        figures = (ShareColumn.SHARE, ShareColumn.RANGE, ShareColumn.LABELS)
        super().__init__("Agreement", _SHARE_HEADERS, parent, numbers=figures)

    def words(self, row: ShareRow, column: ShareColumn) -> str:
        match column:
            case ShareColumn.NAME:
                return one_line(row.name, _LONGEST)
            case ShareColumn.BAR:
                return ""
            case ShareColumn.SHARE:
                return percent(row.share)
            case ShareColumn.RANGE:
                return between(row.interval)
            case ShareColumn.LABELS:
                return number(row.labels)

    def told(self, row: ShareRow, column: ShareColumn) -> str:
        return "" if column is ShareColumn.BAR else self.words(row, column)


class ShareTable(PlainTable):
    """The table that shows shares of agreement as bars, each with its range."""

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(name, accessible, parent)
        self.shares = ShareModel(self)
        self.setModel(self.shares)
        self.setItemDelegateForColumn(ShareColumn.BAR, _BarDelegate(self))
        self.share_width((ShareColumn.NAME, ShareColumn.BAR))
        for column in (ShareColumn.SHARE, ShareColumn.RANGE, ShareColumn.LABELS):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)


class _BarDelegate(QStyledItemDelegate):
    """Paints a share as a bar, and its range as a line with a stroke at each end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, ShareModel):
            return
        super().paint(painter, option, index)
        row, colours = model.shown[index.row()], option.palette
        if row.share is None:
            return
        room = QRectF(option.rect.adjusted(6, 0, -6, 0))
        middle = room.center().y()
        accent = colours.color(QPalette.ColorRole.Accent)
        accent.setAlphaF(_CALM)
        painter.fillRect(QRectF(room.left(), middle - _BAR / 2, room.width() * row.share, _BAR), accent)
        if row.interval is not None:
            low, high = (room.left() + room.width() * end for end in row.interval)
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Text), 1.0))
            painter.drawLine(round(low), round(middle), round(high), round(middle))
            for end in (low, high):
                painter.drawLine(round(end), round(middle) - _TICK, round(end), round(middle) + _TICK)


class PairModel(QAbstractTableModel):
    """A matrix of people. Each cell has the agreement between two of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.people: Sequence[str] = ()
        self._pairs: dict[frozenset[str], OfPair] = {}

    def show_pairs(self, people: Sequence[str], pairs: Sequence[OfPair]) -> None:
        """Replace the people, and the figures for each pair of them."""
        self.beginResetModel()
        self.people = people
        self._pairs = {frozenset((each.one, each.other)): each for each in pairs}
        self.endResetModel()

    def pair(self, index: Index) -> OfPair | None:
        """Return the figures for the two people of a cell, or None."""
        return self._pairs.get(frozenset((self.people[index.row()], self.people[index.column()])))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return self.rowCount(parent)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self.people[section], _LONGEST)
        across = orientation == Qt.Orientation.Horizontal
        return side(number=across) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        pair = self.pair(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return NOTHING if pair is None else f"{percent(pair.f)} ({number(pair.articles)})"
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole} and pair is not None:
            said = translate("Agreement", "{one} and {other}: {share} out of 100 labelled alike, {articles}")
            return said.format(
                one=pair.one, other=pair.other, share=percent(pair.f), articles=articles_words(pair.articles)
            )
        return side(number=True) if role == Qt.ItemDataRole.TextAlignmentRole else None


class PairTable(QTableView):
    """The table of the matrix. A click or Return on a cell shows where the two people differ."""

    wanted = Signal(object)  # the `OfPair` of the cell

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "agreementPairs", translate("Agreement", "Agreement by pair of people"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.pairs = PairModel(self)
        self.setModel(self.pairs)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setMinimumSectionSize(90)
        self.clicked.connect(self._open)
        click_on_return(self)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if (pair := self.pairs.pair(index)) is not None:
            self.wanted.emit(pair)


ConfusionColumn = IntEnum("ConfusionColumn", "ONE OTHER NUMBER", start=0)
_CONFUSION_HEADERS = {
    ConfusionColumn.ONE: QT_TRANSLATE_NOOP("Agreement", "One person"),
    ConfusionColumn.OTHER: QT_TRANSLATE_NOOP("Agreement", "The other person"),
    ConfusionColumn.NUMBER: QT_TRANSLATE_NOOP("Agreement", "Count"),
}


class ConfusionModel(RowsModel[Confusion, ConfusionColumn]):
    """Pairs of different labels that people gave to the same words."""

    def __init__(self, schema: Schema, parent: QObject) -> None:
        super().__init__("Agreement", _CONFUSION_HEADERS, parent, numbers=(ConfusionColumn.NUMBER,))
        self._schema, self._layer = schema, ""

    def show_confusions(self, layer: LayerAgreement) -> None:
        """Replace the rows; pairs of identical labels are left out."""
        self._layer = layer.layer
        self.show_rows([each for each in layer.confusion if each.one != each.other])

    def words(self, row: Confusion, column: ConfusionColumn) -> str:
        match column:
            case ConfusionColumn.ONE:
                return label_or_none(self._schema, self._layer, row.one)
            case ConfusionColumn.OTHER:
                return label_or_none(self._schema, self._layer, row.other)
            case ConfusionColumn.NUMBER:
                return number(row.number)


class ConfusionTable(PlainTable):
    """The table of confusions. A click or Return shows the places of a confusion."""

    wanted = Signal(QModelIndex)

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("agreementConfusion", translate("Agreement", "Confused labels"), parent)
        self.rows = ConfusionModel(schema, self)
        self.setModel(self.rows)
        self.share_width((ConfusionColumn.ONE, ConfusionColumn.OTHER))
        self.clicked.connect(self.wanted)
        click_on_return(self)


class FieldTable(FigureTable):
    """The table of figures about fields and relations. A click or Return shows the places where people differ."""

    wanted = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        headers = (
            translate("AgreementWindow", "Field or relation"),
            translate("AgreementWindow", "Count"),
            translate("AgreementWindow", "Figure"),
        )
        title = translate("AgreementWindow", "Agreement about fields and relations")
        super().__init__("agreementFields", title, headers, parent)
        self.clicked.connect(self.wanted)
        click_on_return(self)


PlaceColumn = IntEnum("PlaceColumn", "WORDS ONE OTHER TITLE", start=0)
_PLACE_HEADERS = {
    PlaceColumn.WORDS: QT_TRANSLATE_NOOP("Agreement", "Words"),
    PlaceColumn.ONE: QT_TRANSLATE_NOOP("Agreement", "One person"),
    PlaceColumn.OTHER: QT_TRANSLATE_NOOP("Agreement", "The other person"),
    PlaceColumn.TITLE: QT_TRANSLATE_NOOP("Agreement", "Article"),
}


class DisagreementModel(RowsModel[Disagreement, PlaceColumn]):
    """The places where two people differ."""

    def __init__(self, schema: Schema, parent: QObject) -> None:
        super().__init__("Agreement", _PLACE_HEADERS, parent)
        self._schema = schema
        self._asked = DisagreementQuery(layer="")

    def show_places(self, asked: DisagreementQuery, places: Sequence[Disagreement]) -> None:
        """Replace the places, which answer ``asked``."""
        self._asked = asked
        self.show_rows(places)

    def words(self, row: Disagreement, column: PlaceColumn) -> str:
        match column:
            case PlaceColumn.WORDS:
                return one_line(row.words)
            case PlaceColumn.ONE | PlaceColumn.OTHER:
                return self._said(row, 0 if column is PlaceColumn.ONE else 1)
            case PlaceColumn.TITLE:
                return one_line(row.title)

    def _said(self, row: Disagreement, which: int) -> str:
        """Return what one of the two people set: a value, the words at a relation's end, or a label."""
        asked, value = self._asked, row.values[which]
        if asked.field is not None or asked.relation is not None:
            said = NOTHING if value is None else one_line(str(value))
            if asked.field is not None and value is not None:
                said = value_names(self._schema, asked.layer, asked.field, [str(value)])
            return f"{row.people[which]}: {said}"
        said = said_by(self._schema, asked.layer, row.people[which], row.labels[which])
        if row.labels[0] != row.labels[1]:
            return said
        return translate("Agreement", "{said} “{words}”").format(said=said, words=one_line(row.said[which]))


class DisagreementTable(PlaceTable):
    """The list of disagreements. A click or Return goes to the place in the article."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("agreementPlaces", translate("Agreement", "Disagreements"), parent)
        self.places = DisagreementModel(schema, self)
        self.setModel(self.places)
        self.share_width(tuple(PlaceColumn))

    def place(self, row: int) -> Place:
        return self.places.shown[row]
