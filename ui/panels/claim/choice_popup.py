"""A popup list of choices for a field. A key, a click, or arrow keys and Enter choose; Escape cancels."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.base.look.look import paint_dot
from ui.base.look.painting import cap_size, paint_cap
from ui.base.look.plain_text import plain, strong
from ui.base.look.sizes import APART
from ui.base.widgets.buttons import is_for_button
from ui.base.widgets.inputs import fill, named

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_WIDTH = 300  # width of the text in pixels
_MARGIN = 8


class PopupChoice(NamedTuple):
    """One choice. An ``id`` of None clears the field. A ``removable`` choice is a piece that can be removed alone."""

    id: str | None
    name: str
    key: str = ""
    help: str = ""
    examples: tuple[str, ...] = ()
    light: str = ""
    dark: str = ""
    removable: bool = False


class ChoiceHelp(QFrame):
    """The help for the current choice. It is as high as the longest help needs, so that nothing moves."""

    def __init__(self, choices: Sequence[PopupChoice]) -> None:
        super().__init__()
        self.setObjectName("choiceHelp")
        self._meaning = self._line(QPalette.ColorRole.Text)
        self._cases = self._line(QPalette.ColorRole.PlaceholderText)
        fill(QVBoxLayout(self), self._meaning, self._cases, 1, margins=(_MARGIN, 8, _MARGIN, 8), spacing=4)
        self._height = max((self._height_of(choice) for choice in choices), default=0)

    @property
    def says_anything(self) -> bool:
        """Whether any choice has help."""
        return self._height > 0

    @Slot(object)
    def show_choice(self, choice: PopupChoice) -> None:
        """Show the definition and the examples of a choice."""
        self._meaning.setText(choice.help)
        self._cases.setText("\n".join(choice.examples))
        self.setAccessibleName(" ".join((choice.help, *choice.examples)))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 2 * _MARGIN, self._height + 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(_MARGIN, 0, self.width() - _MARGIN, 0)

    def _line(self, role: QPalette.ColorRole) -> QLabel:
        line = plain(wraps=True)
        line.setForegroundRole(role)
        return line

    def _height_of(self, choice: PopupChoice) -> int:
        if not choice.help and not choice.examples:
            return 0
        self.show_choice(choice)
        height = self._meaning.heightForWidth(_WIDTH) + self._cases.heightForWidth(_WIDTH)
        self.show_choice(PopupChoice(id=None, name=""))
        return height


_AWAY = "×"


class _Row(QAbstractButton):
    reached = Signal(object)  # the Choice that got the focus
    removed = Signal(object)  # id of the Choice to remove

    def __init__(self, choice: PopupChoice, *, current: bool) -> None:
        super().__init__()
        self.choice = choice
        self._current = current
        self.setText(choice.name)
        named(self, f"choice.{choice.id}" if choice.id else "choiceTakeAway", choice.name)
        self.setAccessibleDescription(choice.help if choice.removable else choice.key.upper())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        cap = cap_size(self.font(), self._cap or " ")
        dot = 16 if self.choice.light else 0
        width = self.fontMetrics().horizontalAdvance(self.text()) + dot + cap.width() + 3 * _MARGIN
        return QSize(width, self.fontMetrics().height() + 10)

    @property
    def _cap(self) -> str:
        return _AWAY if self.choice.removable else self.choice.key.upper()

    def _place(self) -> QRect:
        """Return the rectangle in which the key, or the remove sign, is painted."""
        place = QRect(QPoint(), cap_size(self.font(), self._cap))
        place.moveTopRight(QPoint(self.width() - _MARGIN, (self.height() - place.height()) // 2))
        return place

    def hitButton(self, point: QPoint) -> bool:
        return super().hitButton(point) and not (self.choice.removable and self._place().contains(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.choice.removable and self._place().contains(event.position().toPoint()):
            self.removed.emit(self.choice.id)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self.choice)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette, rect = QPainter(self), self.palette(), self.rect()
        if self.hasFocus():
            ground = QColor(palette.color(QPalette.ColorRole.Accent))
            ground.setAlpha(40)
            painter.fillRect(rect, ground)
        x = _MARGIN
        if self.choice.light:
            dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
            colour = QColor(self.choice.dark if dark else self.choice.light)
            x = paint_dot(painter, x, rect.center().y() + 1, colour) + 6
        painter.setFont(strong(self.font()) if self._current else self.font())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(rect.adjusted(x, 0, -_MARGIN, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._cap:
            painter.setFont(self.font())
            paint_cap(painter, self._place(), self._cap, palette)


class ChoicePopup(QFrame):
    """A popup list of a field's choices. It opens below a widget and closes when a choice is made."""

    chosen = Signal(object)  # id of the choice, None to clear the field
    removed = Signal(object)  # id of the piece to remove
    pressed_again = Signal()  # the key that opened the popup was pressed again
    spelled = Signal(str)  # a letter that no choice has as its key, or a pasted text, if the popup takes letters

    def __init__(self, choices: Sequence[PopupChoice], current: str | None, key: str, parent: QWidget) -> None:
        """Prepare the popup without opening it.

        Args:
            choices: The choices, in order.
            current: The id of the current choice, or None.
            key: The key that opened the popup, or "".
            parent: The widget that the popup belongs to.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        named(self, "choicePopup", self.tr("Values"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._key = key.lower()
        self.by_letters = ""  # id of what letters begin, such as a name that is not listed; "" if they begin nothing
        self._rows = [_Row(choice, current=choice.id is not None and choice.id == current) for choice in choices]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 4)
        layout.setSpacing(0)
        for row in self._rows:
            row.clicked.connect(self._on_clicked)
            row.removed.connect(self._remove)
            layout.addWidget(row)
        self._first = next((row for row in self._rows if row.choice.id == current is not None), self._rows[0])
        self._help = ChoiceHelp(choices)
        if self._help.says_anything:
            layout.addWidget(self._help)
            for row in self._rows:
                row.reached.connect(self._help.show_choice)

    def open_at(self, field: QWidget) -> None:
        """Open below a field, or above it if there is no room below; stay within the window's sides."""
        self.adjustSize()
        self.resize(max(self.sizeHint().width(), field.width()), self.sizeHint().height())
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        screen = field.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(field.mapToGlobal(QPoint(0, -2)).y() - self.height())
        right = min(screen.right(), field.window().geometry().right() - APART)
        place.setX(max(screen.left(), min(place.x(), right + 1 - self.width())))
        self.setGeometry(QRect(place, self.size()))
        self.show()
        self._first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text().lower()
        if self.by_letters and event.matches(QKeySequence.StandardKey.Paste):
            self.close()
            self.spelled.emit(" ".join(QGuiApplication.clipboard().text().split()))
            return
        if (command := self._command(event)) is not None:
            self.close()
            command.trigger()
            return
        by_key = next((row for row in self._rows if text and row.choice.key.lower() == text), None)
        if by_key is not None:
            self._choose(by_key)
        elif text and text == self._key:
            self.close()
            self.pressed_again.emit()
        elif self.by_letters and event.text().isalpha() and not is_for_button(event):
            self.close()
            self.spelled.emit(event.text())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self._here)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self._here.choice.removable:
            self._remove(self._here.choice.id or "")
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> QAction | None:
        """Return the window's action with this shortcut; while a popup is open, Qt does not run it (seen with 6.11)."""
        parent = self.parentWidget()
        if parent is None or not (event.modifiers() & _COMMAND or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35):
            return None
        pressed = QKeySequence(event.keyCombination())
        actions = (action for action in parent.window().actions() if action.isEnabled())
        return next((action for action in actions if pressed in action.shortcuts()), None)

    @property
    def _here(self) -> _Row:
        return next((row for row in self._rows if row.hasFocus()), self._first)

    @Slot(object)
    def _remove(self, id_: str) -> None:
        self.close()
        self.removed.emit(id_)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self._choose(row)

    def _choose(self, row: _Row) -> None:
        self.close()
        self.chosen.emit(row.choice.id)

    def _step(self, step: int) -> None:
        here = self._rows.index(self._here)
        self._rows[(here + step) % len(self._rows)].setFocus(Qt.FocusReason.TabFocusReason)
