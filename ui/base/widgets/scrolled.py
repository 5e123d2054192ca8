"""Scroll areas without a visible frame."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.base.later import Later
from ui.base.widgets.inputs import named


class WholeRows(QScrollArea):
    """A scroll area that ends where a row ends, so that no row is cut in half.

    ``edges`` returns the lower edges of the rows, in pixels from the top.
    """

    def __init__(self, edges: Callable[[], Sequence[int]], parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._edges = edges
        self._later = Later(self._fit, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._later.ask()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        edges, room = self._edges(), self.contentsRect().height()
        whole = max((edge for edge in edges if edge <= room), default=room)
        rest = room - whole if max(edges, default=0) > room else 0
        if rest != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, rest)


def scrolled(
    held: QWidget, name: str, accessible: str, edges: Callable[[], Sequence[int]] | None = None
) -> QScrollArea:
    """Put a widget into a vertical scroll area without frame, background or focus; return the area.

    With ``edges``, the area ends where a row ends; see `WholeRows`.
    """
    area = QScrollArea(widgetResizable=True) if edges is None else WholeRows(edges)
    named(area, name, accessible)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(held)
    for each in (area.viewport(), held):
        each.setAutoFillBackground(False)
    return area
