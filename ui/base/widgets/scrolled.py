"""Scroll areas without a visible frame."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSpacerItem, QWidget

from ui.base.later import Later
from ui.base.widgets.inputs import named

_UNLIMITED = (1 << 24) - 1  # pixels: Qt's QWIDGETSIZE_MAX


class WholeRows(QScrollArea):
    """A scroll area that ends where a row ends, so that no row is cut in half.

    ``edges`` returns the lower edges of the rows, in pixels from the top. The room below the last whole row is empty,
    or goes to ``spacer``, an item of the layout around the area, which is then to filter its parent's events.
    """

    def __init__(self, edges: Callable[[], Sequence[int]], spacer: QSpacerItem | None = None) -> None:
        super().__init__(widgetResizable=True)
        self._edges = edges
        self._spacer = spacer
        self._later = Later(self._fit, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in {self.widget(), self.parentWidget()} and event.type() in {
            QEvent.Type.Resize,
            QEvent.Type.LayoutRequest,
        }:
            self._later.ask()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        edges, room = self._edges(), self.contentsRect().height()
        room += self._spacer.geometry().height() if self._spacer is not None else 0
        whole = max((edge for edge in edges if edge <= room), default=room)
        if self._spacer is not None:
            self.setMaximumHeight(whole or _UNLIMITED)
            return
        rest = room - whole if max(edges, default=0) > room else 0
        if rest != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, rest)


class WholeWidth(QScrollArea):
    """A scroll area that is at least as wide as what it holds, since it cannot scroll sideways."""

    def minimumSizeHint(self) -> QSize:
        held, bar = self.widget(), self.verticalScrollBar().sizeHint().width()
        least = held.minimumSizeHint().width() if held is not None else 0
        return QSize(least + bar, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Aside(WholeWidth):
    """A scroll area for what stands beside a form, or below it in a narrow window; see `turn`."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self._beside = True

    def turn(self, *, beside: bool) -> None:
        """Take the form's height beside it and scroll what is higher, or be as high as what is held below it."""
        self._beside = beside
        ways = QSizePolicy.Policy
        self.setSizePolicy(ways.Preferred, ways.Ignored if beside else ways.Fixed)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # other words wrap

    def sizeHint(self) -> QSize:
        held = self.widget()
        if held is None:
            return super().sizeHint()
        width = held.sizeHint().width() + self.verticalScrollBar().sizeHint().width()
        if self._beside:
            return QSize(width, 0)
        wrapped = held.heightForWidth(self.viewport().width())
        return QSize(width, max(wrapped, held.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        held = self.widget()
        least = held.minimumSizeHint().width() if held is not None else 0
        return QSize(least, self.sizeHint().height())


def aside(held: QWidget, name: str, accessible: str) -> Aside:
    """Put a widget into an `Aside`; return the area."""
    area = Aside()
    _frameless(area, held, name, accessible)
    return area


def scroll_area(parent: QWidget, name: str, accessible: str) -> tuple[QScrollArea, QWidget]:
    """Build a vertical scroll area like `scrolled`; return it and the empty widget inside it.

    The area is never narrower than what is in it.

    Qt styles a widget when it is first measured, and again with each new parent. So build large forms top down: the
    area in the dialog, then each part with the widget in the area as parent.
    """
    held = QWidget()
    return _frameless(WholeWidth(parent, widgetResizable=True), held, name, accessible), held


def scrolled(
    held: QWidget,
    name: str,
    accessible: str,
    edges: Callable[[], Sequence[int]] | None = None,
    spacer: QSpacerItem | None = None,
) -> QScrollArea:
    """Put a widget into a vertical scroll area without frame, background or focus; return the area.

    With ``edges``, the area ends where a row ends; see `WholeRows`.
    """
    area = QScrollArea(widgetResizable=True) if edges is None else WholeRows(edges, spacer)
    return _frameless(area, held, name, accessible)


def _frameless(area: QScrollArea, held: QWidget, name: str, accessible: str) -> QScrollArea:
    named(area, name, accessible)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(held)
    for each in (area.viewport(), held):
        each.setAutoFillBackground(False)
    return area
