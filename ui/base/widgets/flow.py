"""A layout that wraps its widgets into several lines."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.base.widgets.inputs import fill

_CLOSE = 40  # pixels to the edge


class FlowLayout(QLayout):
    """A layout that fills line after line in the language's direction; its height depends on its width.

    With ``heading``, the first widget is left out if the widgets would need more than one line. With ``flush``, a line
    that ends close to the edge is widened to reach it, since a small gap looks like a mistake.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, heading: bool = False, flush: bool = False
    ) -> None:
        super().__init__(parent)
        self._held: list[QLayoutItem] = []
        self._gap = gap
        self._heading = heading
        self._flush = flush
        self._heights: dict[int, int] = {}  # by width, until invalidated: Qt asks several times
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._held.append(item)

    def count(self) -> int:
        return len(self._held)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._held[index] if 0 <= index < len(self._held) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._held.pop(index) if 0 <= index < len(self._held) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return height

    def invalidate(self) -> None:
        super().invalidate()
        self._heights.clear()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for held in self._held:
            size = size.expandedTo(held.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x, y, line = inner.left(), inner.top(), 0
        beside: list[tuple[QLayoutItem, QRect]] = []  # the widgets of the line that is being filled
        left_out = self._heading and self._is_too_wide(inner.width())
        if left_out and place:
            self._held[0].setGeometry(QRect())
        for held in self._held[left_out:]:
            size = held.sizeHint().boundedTo(QSize(max(1, inner.width()), 10_000))
            if x > inner.left() and x + size.width() > inner.right() + 1:
                self._place(beside, line, inner, place=place)
                x, y, line = inner.left(), y + line + self._gap, 0
            beside.append((held, QRect(QPoint(x, y), size)))
            x += size.width() + self._gap
            line = max(line, size.height())
        self._place(beside, line, inner, place=place)
        return y + line - rect.top() + margins.bottom()

    def _place(self, beside: list[tuple[QLayoutItem, QRect]], line: int, inner: QRect, *, place: bool) -> None:
        """Place the widgets of one line, centred in its height, so that their texts share a baseline."""
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        if self._flush and place and beside:
            last = beside[-1][1]
            rest = inner.right() - last.right()
            last.setWidth(last.width() + (rest if 0 < rest <= _CLOSE else 0))
        for held, room in beside if place else ():
            room.moveTop(room.top() + (line - room.height()) // 2)
            held.setGeometry(self._mirrored(room, inner, direction))
        beside.clear()

    def _is_too_wide(self, width: int) -> bool:
        """Return whether the widgets need more than one line."""
        return sum(held.sizeHint().width() + self._gap for held in self._held) - self._gap > width

    def _mirrored(self, place: QRect, inner: QRect, direction: Qt.LayoutDirection) -> QRect:
        if direction is Qt.LayoutDirection.RightToLeft:
            place.moveRight(inner.right() - (place.left() - inner.left()))
        return place


def wrapped(row: QWidget, *parts: QWidget, gap: int = 8, heading: bool = False) -> None:
    """Lay out a row of widgets that wraps where it is too narrow; for ``heading`` see `FlowLayout`."""
    flow = FlowLayout(row, gap=gap, heading=heading)
    for part in parts:
        flow.addWidget(part)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)


def together(*parts: QWidget, gap: int = 8) -> QWidget:
    """Return a widget that keeps others on one line, such as a field behind its name."""
    held = QWidget()
    fill(QHBoxLayout(held), *parts, margins=0, spacing=gap)
    return held
