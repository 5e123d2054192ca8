"""A button that shows or hides a column, so that the mouse can reach a column folded in a narrow window."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import tooltip

_SIZE = QSize(30, 28)
_WINDOW = QSize(16, 13)  # size of the drawn window
_COLUMN = 5


class ColumnSwitch(QAbstractButton):
    """Button drawn as a window with its left or right column, filled while the column is shown."""

    def __init__(self, name: str, *, right: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(_SIZE)
        self._right = right
        self._action: QAction | None = None

    def follow(self, action: QAction) -> None:
        """Trigger a menu action, and mirror its name and state."""
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        action = self._action
        if action is None:
            return
        self.setChecked(action.isChecked())
        self.setEnabled(action.isEnabled())
        name = action.text().replace("&", "")
        self.setAccessibleName(name)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(tooltip(f"{name} ({keys})" if keys else name))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self.palette().color(
            QPalette.ColorRole.WindowText if self.underMouse() else QPalette.ColorRole.PlaceholderText
        )
        outer = QRectF(0, 0, _WINDOW.width(), _WINDOW.height())
        outer.moveCenter(QRectF(self.rect()).center())
        outer.moveTo(int(outer.left()) + 0.5, int(outer.top()) + 0.5)
        column = QRectF(outer)
        column.setWidth(_COLUMN)
        if self._right:
            column.moveRight(outer.right())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1))
            painter.drawRoundedRect(outer, 2.5, 2.5)
            if self.isChecked():
                painter.fillRect(column, colour)
            else:
                edge = column.left() if self._right else column.right()
                painter.drawLine(round(edge), round(outer.top()), round(edge), round(outer.bottom()))
            if self.hasFocus():
                paint_focus(painter, self.rect(), self.palette())
