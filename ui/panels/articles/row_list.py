"""The list of all labels and suggestions of the open article; the active row is selected in it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.editing.edits import Change, Edit
from annotator.model.schema import words
from annotator.model.values import CLAIMS, Relation, Span
from ui.article.layout.captions import Captions, signs
from ui.article.layout.row_index import Drawn
from ui.base.i18n import number, ui_language
from ui.base.later import Later
from ui.base.look.look import label_colour, label_name, paint_dot
from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import plain, sized
from ui.base.look.sizes import SMALL, TEXT
from ui.base.rows.row_list import paint_line
from ui.base.rows.rows_model import VALUE, Index
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import fill, named, refill
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.claims.claim_words import ClaimWords
from ui.panels.articles.left_list import LeftList, SearchLine, selection_ground
from ui.panels.articles.row_model import DOUBTED, SUGGESTED, RowModel, RowOrder

HEIGHT = 48


def paint_claim(painter: QPainter, rect: QRect, palette: QPalette, claim: Span, words: ClaimWords, quote: str) -> None:
    """Paint a claim as two lines: the claimant and worthiness, then ``quote``, the claim's text."""
    font = painter.font()
    upper = QRect(rect.left(), rect.top() + 5, rect.width(), rect.height() // 2 - 4)
    lower = QRect(rect.left(), rect.center().y() + 1, rect.width(), rect.height() // 2 - 5)
    card, muted = words.card(claim), palette.color(QPalette.ColorRole.PlaceholderText)
    ink = palette.color(QPalette.ColorRole.Text)
    aside = words.worthiness(claim)[1] + (" ?" if claim.doubt else "")
    painter.setFont(sized(font, SMALL))
    width = painter.fontMetrics().horizontalAdvance(aside)
    painter.setPen(muted)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(upper, flags | Qt.AlignmentFlag.AlignRight, aside)
    weight = QFont.Weight.DemiBold if card.known else QFont.Weight.Normal
    painter.setFont(sized(font, font.pixelSize() if font.pixelSize() > 0 else TEXT, weight))
    painter.setPen(ink if card.known else muted)
    paint_line(painter, upper.adjusted(0, 0, -width - 8, 0), card.who)
    painter.setFont(font)
    painter.setPen(ink)
    paint_line(painter, lower, quote)


def quote_with_claimant(row: Drawn, quote: str, words: ClaimWords) -> str:
    """Return the text of a row in the mixed list: ``quote``, for a claim after its claimant if that is known."""
    card = words.card(row) if isinstance(row, Span) and row.layer == CLAIMS else None
    return f"{card.who}: {quote}" if card is not None and card.known else quote


_HEIGHT = 30
_LABEL_COLUMN, _MARGIN, _BOX = 84, 12, 10


class RowDelegate(QStyledItemDelegate):
    """Paints label, words, and doubt or score. Decided rows have a solid box, suggestions a dashed one.

    If only claims are listed, each has two lines.
    """

    def __init__(self, claims: ClaimWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._claims = claims

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, model = index.data(VALUE), index.model()
        if row is None or not isinstance(model, RowModel) or model.schema is None:
            return
        palette, rect = option.palette, option.rect
        colour = label_colour(model.schema.label(row.layer, row.label), palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, selection_ground(palette))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(QPalette.ColorRole.Accent))
            if option.state & QStyle.StateFlag.State_HasFocus:
                paint_focus(painter, rect, palette)
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        left = _paint_box(painter, inner, colour, decided=isinstance(row, Span))
        quote = str(index.data(Qt.ItemDataRole.DisplayRole))
        remarked = signs(row)
        if model.only_claims and isinstance(row, Span):
            painter.setFont(option.font)
            signed_quote = f"{remarked} {quote}".lstrip()
            paint_claim(painter, inner.adjusted(left - inner.left(), 0, 0, 0), palette, row, self._claims, signed_quote)
            painter.restore()
            return
        painter.setFont(sized(option.font, SMALL, QFont.Weight.DemiBold))
        painter.setPen(colour)
        name = QRect(left, inner.top(), _LABEL_COLUMN - 6, inner.height())
        paint_line(painter, name, label_name(model.schema, row.layer, row.label))
        painter.setFont(option.font)
        aside = remarked if isinstance(row, Span) else number(row.score, 2) if row.score else ""
        room = QFontMetrics(option.font).horizontalAdvance("0,00") + 8 if aside else 0
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, aside)
        place = QRect(left + _LABEL_COLUMN, inner.top(), inner.right() - left - _LABEL_COLUMN - room, inner.height())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        paint_line(painter, place, quote_with_claimant(row, quote, self._claims))
        painter.restore()


class RowList(QWidget):
    """The list below a search field and two choices: which rows, and how sorted. It is not updated while hidden."""

    activated = Signal(str)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rowPage")
        self._session = session
        self._following = False
        self._stale = True
        self._active: str | None = None
        self._claim = ""
        self._changes: list[Change] = []
        self._later = Later(self._apply_changes, self, session.settling)
        self.claims = ClaimWords(session)
        self.model = RowModel(Captions(session).describe, self.claims, self)
        self.words = SearchLine("rowFilter", self.tr("Filter by words, label or note"))
        self._kinds = _combo("rowKind", self.tr("Entries to show"))
        self._orders = _combo("rowOrder", self.tr("Sort by"))
        self.list = LeftList("rowList", self.tr("Labels and suggestions of the article"), _HEIGHT)
        self._count = plain(role="muted", name="rowCount")
        self._lay_out()
        self._empty = EmptyWords(self.list, "")
        self.words.textChanged.connect(self._narrow)
        self.words.left.connect(self.list.setFocus)
        self._kinds.currentIndexChanged.connect(self._narrow)
        self._orders.currentIndexChanged.connect(self._arrange)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.leaving.connect(self.left)
        session.project_opened.connect(self.fill_kinds)
        session.schema_changed.connect(self._refill_kinds)
        for signal in (session.document_opened, session.project_closed, session.suggestions_changed):
            signal.connect(self._on_other_rows)
        session.settled.connect(self._on_settled)

    def set_active(self, row_id: str) -> None:
        """Select a row without emitting `activated`. "" selects none, unless the list has the focus."""
        if not row_id and self.list.hasFocus():
            return
        self._active = row_id
        if self.isVisible():
            self._later.ask()

    @Slot(str)
    def follow_claim(self, claim: str) -> None:
        """Select this claim, to which the active row belongs, if only claims are listed."""
        if claim != self._claim:
            self._claim = claim
            if self.isVisible() and self.model.only_claims:
                self._later.ask()

    def show_kind(self, kind: str) -> None:
        """Show only rows of this kind (a layer), and clear the search."""
        self.words.clear()
        self._kinds.setCurrentIndex(max(0, self._kinds.findData(kind)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.ask()
        self._later.catch_up()

    def _lay_out(self) -> None:
        for order, name in (
            (RowOrder.PLACE, self.tr("by position")),
            (RowOrder.LABEL, self.tr("by label")),
            (RowOrder.WORDS, self.tr("alphabetically")),
            (RowOrder.DOUBT, self.tr("by doubt")),
            (RowOrder.CLAIMANT, self.tr("by claimant")),
            (RowOrder.WORTHINESS, self.tr("by worthiness")),
        ):
            self._orders.addItem(name, order)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.claims, self.list))
        choices = fill(QHBoxLayout(), (self._kinds, 8), (self._orders, 7), spacing=8)
        head = fill(QVBoxLayout(), self.words, choices, self._count, margins=(12, 0, 12, 0), spacing=8)
        fill(QVBoxLayout(self), head, (self.list, 1), margins=0, spacing=8)

    @Slot()
    def _refill_kinds(self) -> None:
        chosen = self._kinds.currentData()
        self.fill_kinds()
        self._kinds.setCurrentIndex(max(0, self._kinds.findData(chosen)))

    @Slot()
    def fill_kinds(self) -> None:
        """List the layers of the project's schema as choices."""
        layers = self._session.project.schema.layers if self._session.project is not None else ()
        kinds = [(words(layer.name, ui_language()), layer.id) for layer in layers]
        others = ((self.tr("suggestions"), SUGGESTED), (self.tr("doubt or note"), DOUBTED))
        refill(self._kinds, [(self.tr("everything"), ""), *kinds, *others], "")

    @Slot()
    def _on_other_rows(self) -> None:
        self._stale = True
        if self.isVisible():
            self._later.ask()

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        if not self._stale:
            self._changes += (change for edit in edits for change in edit.changes)
            self._later.ask()

    def _apply_changes(self) -> None:
        if not self.isVisible():
            self._stale = self._stale or bool(self._changes)
            self._changes.clear()
            return
        opened, project = self._session.opened, self._session.project
        self._following = True
        if opened is None or project is None:
            self.model.show_all((), "", None)
        elif self._stale:
            self.model.show_all((*opened.spans, *opened.suggestions), opened.document.text, project.schema)
        else:
            self.model.apply_changes(self._changes, opened.document.id)
            self.model.refresh_rows(_claims_touched(self._changes, opened))
        self._following = self._stale = False
        self._changes.clear()
        self._show_active()

    def _show_active(self) -> None:
        index = self.model.index_of(self._active)
        if index is None and self.model.only_claims:
            index = self.model.index_of(self._claim)
        selection = self.list.selectionModel()
        self._following = True
        if index is None:
            selection.clear()
        elif index != self.list.currentIndex().row() or not selection.hasSelection():
            selection.setCurrentIndex(self.model.index(index), QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(self.model.index(index))
        self._following = False
        shown, held = self.model.rowCount(), self.model.held
        several = self.tr("1 entry") if held == 1 else self.tr("{count} entries")
        words = several if shown == held else self.tr("{shown} of {count} entries")
        self._count.setText(words.format(shown=number(shown), count=number(held)))
        coming = self.tr("Labels and suggestions of the article are listed here.")
        self._empty.say(self.tr("Nothing in this article matches.") if held else coming)

    @Slot()
    def _narrow(self) -> None:
        self._following = True
        self.model.narrow(self.words.text(), self._kinds.currentData() or "")
        self.list.set_row_height(HEIGHT if self.model.only_claims else _HEIGHT)
        self._show_active()

    @Slot()
    def _arrange(self) -> None:
        self._following = True
        self.model.arrange(self._orders.currentData())
        self._show_active()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(current.row()) if current.isValid() else None
        if row is not None and not self._following:
            self._active = row.id
            self.activated.emit(row.id)


def _claims_touched(changes: Iterable[Change], opened: Opened) -> set[str]:
    """Return the ids of claims whose relations or linked spans changed."""
    found: set[str] = set()
    for row in (row for change in changes for row in (change.before, change.after)):
        if isinstance(row, Relation):
            found.add(row.head)
        elif isinstance(row, Span):
            found.update(relation.head for relation in opened.relations.of_tail(row.id))
    return found


def _paint_box(painter: QPainter, inner: QRect, colour: QColor, *, decided: bool) -> int:
    if decided:
        return paint_dot(painter, inner.left(), inner.center().y() + 1, colour) + 8
    pen = QPen(colour, 1.3)
    pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    top = inner.center().y() + 1 - _BOX / 2
    painter.drawRoundedRect(QRectF(inner.left() + 0.5, top + 0.5, _BOX - 1, _BOX - 1), 3, 3)
    return inner.left() + _BOX + 8


def _combo(name: str, accessible: str) -> QComboBox:
    combo = named(QComboBox(), name, accessible)
    combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    combo.setMinimumWidth(60)
    return combo
