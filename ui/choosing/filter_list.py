"""A popup over the window, a field with a list below it: typing filters, Return chooses, Esc closes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.base.look.look import is_dark, paint_dot
from ui.base.look.painting import cap_size, paint_cap
from ui.base.look.plain_text import plain
from ui.base.rows.row_list import paint_line
from ui.base.rows.rows_model import ROOT, VALUE, Index, ListModel
from ui.base.widgets.inputs import fill, is_left, named
from ui.choosing.ranking import RowNames

_MARGIN = 12
_INDENT = 16
_FRAME = 24  # pixels above, between and below field and list


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow:
    """One choice. ``reason`` is why it cannot be chosen now, ``depth`` its indentation, ``why`` why it matches."""

    id: str
    name: str
    detail: str = ""
    keys: tuple[str, ...] = ()
    light: str = ""
    dark: str = ""
    reason: str = ""
    depth: int = 0
    why: str = ""
    names: RowNames

    @property
    def spoken(self) -> str:
        """Text for a screen reader."""
        return ", ".join(filter(None, (self.name, self.why, self.detail, self.reason, *self.keys)))


class RowModel(ListModel[ChoiceRow]):
    """The rows that match what was typed."""

    def add_rows(self, rows: Sequence[ChoiceRow], at: int) -> None:
        """Insert rows at a place; the current row stays the same."""
        if rows:
            self.beginInsertRows(ROOT, at, at + len(rows) - 1)
            self.shown = (*self.shown[:at], *rows, *self.shown[at:])
            self.endInsertRows()

    def text(self, row: int) -> str:
        return self.shown[row].name

    def spoken(self, row: int) -> str:
        return self.shown[row].spoken

    def flags(self, index: Index) -> Qt.ItemFlag:
        del index  # unavailable rows can be selected, to read the reason
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowDelegate(QStyledItemDelegate):
    """Draws a row's dot, name, detail and keys; one that cannot be chosen is grey, with the reason instead of keys."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(option.rect.width(), option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(VALUE)
        if not isinstance(row, ChoiceRow):
            return
        palette, rect = option.palette, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            ground = QColor(palette.color(QPalette.ColorRole.Accent))
            ground.setAlphaF(0.14)
            painter.fillRect(rect, ground)
        x = rect.left() + _MARGIN + row.depth * _INDENT
        if row.light:
            colour = QColor(row.dark if is_dark(palette) else row.light)
            x = paint_dot(painter, x, rect.center().y() + 1, colour) + 8
        right = rect.right() - _MARGIN
        if row.reason:
            right = _paint_right(painter, rect, right, row.reason, palette)
        else:
            for key in reversed(row.keys):
                size = cap_size(option.font, key)
                cap = QRect(right - size.width(), 0, size.width(), size.height())
                cap.moveTop(rect.center().y() - size.height() // 2 + 1)
                paint_cap(painter, cap, key, palette)
                right = cap.left() - 4
        painter.setFont(option.font)
        _paint_words(painter, QRect(x, rect.top(), max(0, right - 8 - x), rect.height()), row, palette)
        painter.restore()


class FilterList(QFrame):
    """Base class of the pickers and the palette. Each keystroke calls `rows_for`."""

    opened = Signal()
    chosen = Signal(str)  # id of a row
    closed = Signal()  # hidden; `chosen` follows if something was chosen

    def __init__(self, parent: QWidget, *, name: str, most: int) -> None:
        """Build the popup, hidden.

        Args:
            parent: The window that the popup lies over.
            name: The popup's object name.
            most: The highest number of rows visible without scrolling.
        """
        super().__init__(parent)
        named(self, name, role="popup")
        self._most = most
        self._room = 0
        self._before: QWidget | None = None  # gets the focus back
        self.field = _Field()
        self.field.setObjectName(f"{name}Field")
        self.field.textChanged.connect(self._filter)
        self.field.pressed.connect(self._press)
        self.field.left.connect(self.leave)
        self.field.robbed.connect(self.on_robbed)
        self.model = RowModel(self)
        self.list = named(QListView(), f"{name}List", role="popup")
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._speak)
        self.nothing = plain(self.tr("No matches."), "muted")
        self.nothing.setContentsMargins(_MARGIN, 8, _MARGIN, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 1, 6)
        layout.setSpacing(6)
        holder = fill(QVBoxLayout(), self.field, margins=(8, 0, 8, 0))
        layout.addLayout(holder)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        self.hide()

    def rows_for(self, typed: str) -> Sequence[ChoiceRow]:
        """Return the rows that match what was typed, the best first."""
        raise NotImplementedError

    def catch_up(self) -> None:
        """Add rows that are still to come, because Return is about to choose one."""

    @Slot()
    def on_robbed(self) -> None:
        """React when the program, not the user, moves the focus elsewhere: close."""
        self.leave()

    def open_list(self, room: int) -> None:
        """Show an empty, focused field with its list, at most ``room`` pixels high."""
        self._room = room
        self._before = self.window().focusWidget()
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._filter("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.opened.emit()

    @Slot()
    def leave(self) -> None:
        """Close without choosing."""
        if self.isVisible():
            self._close()

    def fit_height(self) -> None:
        """Fit the height to the rows, limited to ``most`` rows and to the available height."""
        line = max(1, self.list.sizeHintForRow(0))
        frame = self.field.sizeHint().height() + _FRAME
        count = min(self._most, len(self.model.shown), max(1, (self._room - frame) // line))
        self.list.setVisible(bool(count))
        self.nothing.setVisible(not count)
        self.list.setFixedHeight(line * count)
        self.resize(self.width(), self.sizeHint().height())
        if count and self.current() is None:
            self._go(0)
        elif not count:
            self._speak()

    def current(self) -> ChoiceRow | None:
        """Return the row that the Return key would choose, or None."""
        place = self.list.currentIndex().row()
        return self.model.shown[place] if 0 <= place < len(self.model.shown) else None

    @Slot(str)
    def _filter(self, typed: str) -> None:
        self.model.show_rows(self.rows_for(typed))
        self.fit_height()

    @Slot(int)
    def _press(self, key: int) -> None:
        here, last = self.list.currentIndex().row(), len(self.model.shown) - 1
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: self._most, Qt.Key.Key_PageUp: -self._most}
        step = steps.get(Qt.Key(key))
        if step is None:
            self.catch_up()
            self._take(self.current())
        elif abs(step) == 1 and last >= 0:
            self._go((here + step) % (last + 1))
        else:
            self._go(max(0, min(last, here + step)))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(self.model.shown[index.row()])

    def _take(self, row: ChoiceRow | None) -> None:
        if row is not None and not row.reason:
            self._close()
            self.chosen.emit(row.id)

    def _close(self) -> None:
        """Hide, and return the keyboard to the widget that had it before, unless another widget has taken it."""
        held, before = self.window().focusWidget() is self.field, self._before
        self.hide()
        if held and before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.model.shown):
            index = self.model.index(place)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    @Slot()
    def _speak(self) -> None:
        row = self.current()
        self.field.setAccessibleDescription(row.spoken if row is not None else self.nothing.text())


class _Field(QLineEdit):
    pressed = Signal(int)
    left = Signal()
    robbed = Signal()  # the program moved the focus elsewhere
    _LISTS = frozenset(
        {
            Qt.Key.Key_Down,
            Qt.Key.Key_Up,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        }
    )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and event.key() in self._LISTS:
            self.pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.robbed.emit()
        elif is_left(event):
            self.left.emit()


def _paint_right(painter: QPainter, rect: QRect, right: int, words: str, palette: QPalette) -> int:
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    width = min(painter.fontMetrics().horizontalAdvance(words) + 2, rect.width() * 2 // 3)
    place = QRect(right - width, rect.top(), width, rect.height())
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
    return place.left()


def _paint_words(painter: QPainter, place: QRect, row: ChoiceRow, palette: QPalette) -> None:
    metrics = painter.fontMetrics()
    muted = palette.color(QPalette.ColorRole.PlaceholderText)
    about = " · ".join(filter(None, (row.why, row.detail)))
    detail = metrics.horizontalAdvance(about) + 12 if about else 0
    room = place.width() - (detail if detail < place.width() // 2 else 0)
    name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
    painter.setPen(muted if row.reason else palette.color(QPalette.ColorRole.Text))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
    beside = place.adjusted(metrics.horizontalAdvance(name) + 10, 0, 0, 0)
    if about and beside.width() > 24:
        painter.setPen(muted)
        paint_line(painter, beside, about)
