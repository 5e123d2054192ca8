"""A layout that wraps its widgets into several lines."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.base.widgets.inputs import fill

_CLOSE = 40  # pixels to the edge
_Line: TypeAlias = list[tuple[QLayoutItem, QSize]]


class FlowLayout(QLayout):
    """A layout that fills line after line from left to right; its height depends on its width.

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
        left_out = self._heading and self._is_too_wide(inner.width())
        if left_out and place:
            self._held[0].setGeometry(QRect())
        top = bottom = inner.top()
        for line in self._lines(self._held[left_out:], inner.width()):
            height = max(size.height() for _, size in line)
            if place:
                self._place(line, QRect(inner.left(), top, inner.width(), height))
            bottom = top + height
            top = bottom + self._gap
        return bottom - rect.top() + margins.bottom()

    def _lines(self, held: Sequence[QLayoutItem], width: int) -> Iterator[_Line]:
        """Yield the widgets of each line, with their sizes."""
        line: _Line = []
        used = 0
        for item in held:
            size = item.sizeHint().boundedTo(QSize(max(1, width), 10_000))
            if line and used + size.width() > width:
                yield line
                line, used = [], 0
            line.append((item, size))
            used += size.width() + self._gap
        if line:
            yield line

    def _place(self, line: _Line, room: QRect) -> None:
        """Place the widgets of a line, centred in its height, so that their texts share a baseline."""
        rest = room.width() - sum(size.width() for _, size in line) - self._gap * (len(line) - 1)
        if self._flush and 0 < rest <= _CLOSE:
            line[-1][1].setWidth(line[-1][1].width() + rest)
        x = room.left()
        for item, size in line:
            item.setGeometry(QRect(QPoint(x, room.top() + (room.height() - size.height()) // 2), size))
            x += size.width() + self._gap

    def _is_too_wide(self, width: int) -> bool:
        """Return whether the widgets need more than one line."""
        return sum(held.sizeHint().width() + self._gap for held in self._held) - self._gap > width


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


def clear_layout(layout: QLayout) -> None:
    """Remove all widgets from a layout; hide them now and delete them later."""
    while (held := layout.takeAt(0)) is not None:
        if (widget := held.widget()) is not None:
            widget.hide()
            widget.deleteLater()
