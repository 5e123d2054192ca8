"""The strip beside the scroll bar: where claims, names, suggestions and hits are. A click scrolls there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.model.values import CLAIMS, Part, Span
from ui.article.layout.article_layout import ArticleLayout
from ui.article.layout.row_index import Drawn
from ui.article.view import ArticleView
from ui.base.look.plain_text import tooltip
from ui.base.widgets.inputs import named

_WIDTH = 14
_TICK = 2  # height in pixels; each tick stands for one stretch of the article
_LOOKED_AT = 8  # rows painted per stretch; more would be invisible
_SETTLES = 100  # milliseconds without a change before redrawing, so that many edits cost one drawing
_CLAIMS, _NAMES, _SUGGESTIONS = (2, 3), (6, 3), (10, 3)  # left edge and width of each kind's ticks


class Overview(QWidget):
    """The strip that shows a whole article. It is drawn into a pixmap; a change redraws only the affected stretches."""

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "overview", self.tr("Overview of labels, suggestions and hits"))
        self.setToolTip(
            tooltip(
                self.tr(
                    "The whole article at a glance: claims, names and suggestions, from left to right. A line across"
                    " is a hit of the search. Click to go there."
                )
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._view = view
        self._drawn: QPixmap | None = None
        self._known: tuple[ArticleLayout, int, int] | None = None  # layout, total height and strip height of `_offsets`
        self._offsets: list[int] = []
        self._stale: list[Part] | None = []  # parts changed since the last drawing; None for everything
        self._clock = QTimer(self, interval=_SETTLES, singleShot=True)
        self._clock.timeout.connect(self._catch_up)
        view.shown_changed.connect(self._on_changed)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 100)

    def place_at(self, y: int) -> int:
        """Return the height in the article that a height on the strip stands for, both in pixels from the top.

        In a short article, the marks stand beside their own lines.
        """
        return round(y * self._scale())

    def _scale(self) -> float:
        """Return the pixels of the article that a pixel of the strip stands for."""
        return max(self._view.page.layout.total(), self._view.viewport().height()) / max(1, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawn is None:
            self._drawn = self._draw()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._view.display.look.ground)  # the strip may be higher by now
            painter.drawPixmap(0, 0, self._drawn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawn is not None:  # opening an article or the drawer has enough to paint
            self._on_changed(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position().toPoint().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().toPoint().y())

    def _go(self, y: int) -> None:
        self._view.verticalScrollBar().setValue(self.place_at(y) - self._view.viewport().height() // 2)

    @Slot(object)
    def _on_changed(self, parts: Sequence[Part] | None) -> None:
        if parts is None:
            self._stale = None
        elif self._stale is not None:
            self._stale += parts
        self._clock.start()

    @Slot()
    def _on_scrolled(self) -> None:
        if not self._is_measured():
            self._on_changed(None)

    @Slot()
    def _catch_up(self) -> None:
        if self._drawn is not None and self._stale is not None and self._is_measured():
            self._draw_on(self._drawn, self._indices(self._stale))
            self._stale = []
        else:
            self._drawn = None
        self.update()

    def _is_measured(self) -> bool:
        """Return whether each tick stands for the right part of the text, give or take one tick."""
        layout, height = self._view.page.layout, self.height()
        if self._known is None or (layout, height) != (self._known[0], self._known[2]):
            return False
        return abs(layout.total() - self._known[1]) * height <= _TICK * layout.total()

    def _indices(self, parts: Iterable[Part]) -> Iterable[int]:
        """Return the indices of the ticks whose part of the text shares a character with the parts, in order."""
        last = len(self._offsets) - 1
        found: set[int] = set()
        for start, end in parts:
            first = max(0, bisect_right(self._offsets, start) - 1)
            found.update(range(first, min(last, bisect_left(self._offsets, end + 1))))
        return sorted(found)

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap((self.size() * ratio).expandedTo(QSize(1, 1)))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(self._view.display.look.ground)
        self._stale = []
        if self._view.page.document.id:
            if not self._is_measured():
                layout = self._view.page.layout
                self._known, self._offsets = (layout, layout.total(), self.height()), self._measured()
            self._draw_on(drawn, range(len(self._offsets) - 1))
        return drawn

    def _draw_on(self, drawn: QPixmap, indices: Iterable[int]) -> None:
        page, look, offsets = self._view.page, self._view.display.look, self._offsets
        hit = look.hit.lighter(190) if look.dark else look.hit.darker(145)
        hits = set(_touched(self._view.overlay.hits, offsets))
        with QPainter(drawn) as painter:
            for index in indices:
                top = index * _TICK
                painter.fillRect(0, top, _WIDTH, _TICK, look.ground)
                rows = page.rows.starting(offsets[index], offsets[index + 1], _LOOKED_AT)
                for (left, width), colour in dict(self._ticks(rows)).items():  # the last one of a kind is visible
                    painter.fillRect(left, top, width, _TICK, colour)
                if index in hits:
                    painter.fillRect(0, top, _WIDTH, _TICK, hit)

    def _measured(self) -> list[int]:
        """Return the offset at which the text of each tick begins, and the offset at which the last one ends."""
        layout, scale = self._view.page.layout, self._scale()
        found = []
        for y in range(0, self.height() + _TICK, _TICK):
            place = round(y * scale)
            index = layout.find(place)
            block, top, height = layout.blocks[index], layout.top(index), layout.heights[index]
            share = min(1.0, max(0.0, (place - top) / height)) if height else 0.0
            found.append(block.start + round(share * (block.end - block.start)))
        found[-1] = len(self._view.page.document.text) + 1
        return found

    def _ticks(self, rows: Iterable[Drawn]) -> Iterable[tuple[tuple[int, int], QColor]]:
        look = self._view.display.look
        for row in rows:
            if not isinstance(row, Span):
                yield _SUGGESTIONS, look.muted
            else:
                yield _CLAIMS if row.layer == CLAIMS else _NAMES, look.colour(row.layer, row.label)


def _touched(parts: Sequence[Part], offsets: Sequence[int]) -> Iterable[int]:
    """Yield for each part the index of the tick in whose text it starts; parts and offsets are in order."""
    index = 0
    for start, _ in parts:
        while index + 1 < len(offsets) and offsets[index + 1] <= start:
            index += 1
        yield index
