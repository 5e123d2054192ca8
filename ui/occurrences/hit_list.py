"""The list of occurrences: keywords in context, aligned in one column."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.editing.occurrence_states import CONTEXT, Hit, OccurrenceState, Purpose, can_be_kept, is_proposed
from annotator.model.schema import Schema
from annotator.model.values import ENTITIES, Part
from ui.base.look.look import label_colour, paint_dot
from ui.base.look.plain_text import one_line, sized
from ui.base.look.sizes import SMALL
from ui.base.rows.row_list import ROW, RowDelegate, RowList, end_of, paint_line
from ui.base.rows.rows_model import Index, ListModel
from ui.occurrences.occurrence_words import Keep, keep_words, standing_words


class InContext(Protocol):
    """Words with the text around them in their paragraph."""

    @property
    def before(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def after(self) -> str: ...


def around(row: InContext) -> str:
    """Return the words with the text around them, on one line."""
    return one_line(f"{row.before}{row.words}{row.after}")


class HitModel(ListModel[Hit]):
    """Occurrences in the order of the articles and their text. The texts of a row are computed once it is visible."""

    counted = Signal()  # `kept` changed

    def __init__(self) -> None:
        super().__init__()
        self.titles: Mapping[str, str] = {}
        self.schema: Schema | None = None
        self.layer = ENTITIES
        self.kept = 0
        self._states: list[Keep] = []
        self.says_states = False  # whether any row has words in the column of states
        self._own: dict[tuple[str, Part], bool] = {}  # the user's choices by document id and part
        self._purpose, self._label = Purpose.LABEL, ""

    def show_hits(self, hits: Sequence[Hit], titles: Mapping[str, str], *, afresh: bool) -> None:
        """Replace the hits; with ``afresh``, also drop the user's choices."""
        self.beginResetModel()
        self.shown, self.titles = hits, titles
        self.says_states = any(hit.label or hit.standing is not OccurrenceState.FREE for hit in hits)
        if afresh:
            self._own.clear()
        self._work_out()
        self.endResetModel()
        self.counted.emit()

    def aim_at(self, purpose: Purpose, label: str) -> None:
        """Set the purpose and label.

        Purpose and label decide which rows can be chosen, and which are chosen at first.
        """
        self._purpose, self._label = purpose, label
        self._work_out()
        self._changed(0, len(self.shown) - 1)

    def state(self, row: int) -> Keep:
        """Return whether a row is chosen, not chosen, or cannot be chosen."""
        return self._states[row]

    def next_open(self, row: int) -> int | None:
        """Return the first row at or after ``row`` that can be chosen, or None."""
        return next((at for at in range(row, len(self._states)) if self._states[at] is not Keep.NEVER), None)

    def keep(self, row: int, kept: bool) -> bool:  # noqa: FBT001 - what becomes of it
        """Choose a row, or undo its choice; return whether the row can be chosen at all."""
        state = self._states[row]
        if state is Keep.NEVER:
            return False
        wanted = Keep.KEPT if kept else Keep.DROPPED
        if state is not wanted:
            self._states[row] = wanted
            hit = self.shown[row]
            self._own[hit.document, hit.part] = kept
            self.kept += 1 if kept else -1
            self._changed(row, row)
        return True

    def keep_all(self, kept: bool) -> None:  # noqa: FBT001 - what becomes of them
        """Choose all rows that can be chosen, or none of them."""
        wanted = Keep.KEPT if kept else Keep.DROPPED
        for row, (hit, state) in enumerate(zip(self.shown, self._states, strict=True)):
            if state is not Keep.NEVER:
                self._states[row] = wanted
                self._own[hit.document, hit.part] = kept
        self.kept = self._states.count(Keep.KEPT)
        self._changed(0, len(self.shown) - 1)

    def places(self) -> dict[str, set[Part]]:
        """Return the parts of the chosen hits by document id."""
        found: dict[str, set[Part]] = {}
        for hit, state in zip(self.shown, self._states, strict=True):
            if state is Keep.KEPT:
                found.setdefault(hit.document, set()).add(hit.part)
        return found

    def text(self, row: int) -> str:
        return around(self.shown[row])

    def tip(self, row: int) -> str:
        title = self.titles.get(self.shown[row].document)
        return "\n".join(filter(None, (self.text(row), title)))  # the row may elide either

    def spoken(self, row: int) -> str:
        hit, schema = self.shown[row], self.schema
        standing = standing_words(hit, schema, self.layer) if schema is not None else ""
        known = standing, keep_words(self._states[row]), self.titles.get(hit.document)
        return ", ".join(filter(None, (hit.words, *known, self.text(row))))

    def _work_out(self) -> None:
        known: dict[tuple[OccurrenceState, str], Keep] = {}  # few kinds, thousands of hits
        states = []
        for hit in self.shown:
            kind = hit.standing, hit.label
            if kind not in known:
                known[kind] = self._proposed(hit)
            states.append(known[kind])
        for row, hit in enumerate(self.shown if self._own else ()):
            chosen = self._own.get((hit.document, hit.part))
            if chosen is not None and states[row] is not Keep.NEVER:
                states[row] = Keep.KEPT if chosen else Keep.DROPPED
        self._states = states
        self.kept = states.count(Keep.KEPT)

    def _proposed(self, hit: Hit) -> Keep:
        if not can_be_kept(hit, self._purpose, self._label):
            return Keep.NEVER
        return Keep.KEPT if is_proposed(hit, self._purpose, self._label) else Keep.DROPPED

    def _changed(self, first: int, last: int) -> None:
        if self.shown:
            self.dataChanged.emit(self.index(first), self.index(last))
        self.counted.emit()


_BOX, _EDGE, _GAP = 14, 12, 8
BOX_ENDS = _EDGE + _BOX + _GAP
_STANDING, _TITLE = 150, 170  # widths
_BEFORE = 0.42  # share of the width for the text before the words
_TICK = ((3.5, 7.2), (6.0, 9.8), (10.5, 4.6))


class HitDelegate(RowDelegate):
    """Paints a check box, the words in context, their state and, with several articles, the article's title."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, HitModel) or model.schema is None:
            return
        hit, state = model.shown[index.row()], model.state(index.row())
        rect, palette = option.rect, option.palette
        _paint_box(painter, _box_in(rect), state, palette)
        titled = len(model.titles) > 1
        right = rect.right() - _EDGE - (_TITLE + _GAP if titled else 0)
        small = sized(option.font, SMALL)
        painter.setFont(small)
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        if titled:
            painter.setPen(muted)
            paint_line(painter, QRect(right + _GAP, rect.top(), _TITLE, ROW), model.titles.get(hit.document, ""))
        width = _STANDING if model.says_states else 0
        standing = QRect(right - width, rect.top(), width, ROW)
        _paint_standing(painter, standing, hit, model, palette)
        around = QRect(rect.left() + BOX_ENDS, rect.top(), standing.left() - _GAP - rect.left() - BOX_ENDS, ROW)
        paint_context(painter, around, hit, option.font, _ink(palette, state))


class HitList(RowList):
    """The list of hits; a click on a row's check box emits `box_clicked`."""

    box_clicked = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__("hitList", QCoreApplication.translate("HitList", "Occurrences"), HitDelegate())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < BOX_ENDS and event.button() == Qt.MouseButton.LeftButton:
            self.box_clicked.emit(index)


def _ink(palette: QPalette, state: Keep) -> QColor:
    role = QPalette.ColorRole.Text if state is Keep.KEPT else QPalette.ColorRole.PlaceholderText
    return palette.color(role)


def _box_in(rect: QRect) -> QRect:
    return QRect(rect.left() + _EDGE, rect.top() + (rect.height() - _BOX) // 2, _BOX, _BOX)


def _paint_box(painter: QPainter, box: QRect, state: Keep, palette: QPalette) -> None:
    if state is Keep.NEVER:
        return
    kept, accent = state is Keep.KEPT, palette.color(QPalette.ColorRole.Accent)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(accent if kept else palette.color(QPalette.ColorRole.PlaceholderText))
    painter.setBrush(accent if kept else palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if kept:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 1.8))
        painter.drawPolyline([QPointF(box.left() + x, box.top() + y) for x, y in _TICK])
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_standing(painter: QPainter, rect: QRect, hit: Hit, model: HitModel, palette: QPalette) -> None:
    words = standing_words(hit, model.schema, model.layer) if model.schema is not None else ""
    if not words:
        return
    label = model.schema.label(model.layer, hit.label) if model.schema is not None else None
    left = rect.left()
    if label is not None:
        left = paint_dot(painter, left, rect.center().y() + 1, label_colour(label, palette)) + 6
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    paint_line(painter, QRect(left, rect.top(), rect.right() - left, rect.height()), words)


def paint_context(
    painter: QPainter, rect: QRect, hit: InContext, font: QFont, ink: QColor, *, from_left: bool = False
) -> None:
    """Paint the words in bold, with the text around them on both sides.

    The words begin at the same column in all rows; with ``from_left``, the text before them begins at the left edge.
    """
    bold = sized(font, font.pixelSize(), QFont.Weight.DemiBold)
    place = rect.left() + round(rect.width() * _BEFORE)
    before, after = _line(hit.before), _line(hit.after)
    before = f"…{before}" if len(before) >= CONTEXT else before  # the paragraph goes on
    after = f"{after}…" if len(after) >= CONTEXT else after
    if from_left:
        metrics = QFontMetrics(font)
        before = end_of(before.lstrip(), metrics, place - rect.left())
        place = rect.left() + metrics.horizontalAdvance(before) + 1  # which rounds down
    painter.setPen(ink)
    painter.setFont(font)
    paint_line(painter, QRect(rect.left(), rect.top(), place - rect.left(), rect.height()), before, before=True)
    painter.setFont(bold)
    advance = min(QFontMetrics(bold).horizontalAdvance(_line(hit.words)), rect.right() - place)
    paint_line(painter, QRect(place, rect.top(), advance + 1, rect.height()), _line(hit.words))
    painter.setFont(font)
    paint_line(painter, QRect(place + advance, rect.top(), rect.right() - place - advance, rect.height()), after)


def _line(words: str) -> str:
    """Replace line breaks by spaces. White space at the edges stays, as it separates the words from their context."""
    return words.translate(_SPACES)


_SPACES = dict.fromkeys(map(ord, "\n\t\u2028\u2029"), " ")
