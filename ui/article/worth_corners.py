"""Small corners that mark sentences worth checking, as long as nobody has decided about them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QPainter, QPen

from annotator.model.sentence_states import SentenceState
from annotator.model.values import CLAIMS, Part
from ui.article.accessible import Beside
from ui.article.view import ArticleView
from ui.base.i18n import number
from ui.base.look.look import faint

_ARM, _LEG, _GAP = 7, 5, 2.5  # width, height and distance from the text, at 100%
_REACH = 6  # pixels around the corner that react to the pointer
_STRENGTH = 0.75


class Ranked(NamedTuple):
    """A sentence (code points, end exclusive) with its rank among ``of`` ranked sentences."""

    start: int
    end: int
    rank: int
    of: int


class WorthCorners:
    """The layer of the article that draws the corners. Sentences with a claim, or read and found empty, have none."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._ranked: Sequence[Ranked] = ()
        self._starts: list[int] = []
        view.layers.append(self)
        view.accessible.besides.append(self.besides)

    def show(self, best: Sequence[Part], of: int) -> None:
        """Mark these sentences, the best first; ``of`` is the number of sentences ranked."""
        self._ranked = sorted(Ranked(start, end, rank, of) for rank, (start, end) in enumerate(best, 1))
        self._starts = [sentence.start for sentence in self._ranked]
        self._view.viewport().update()

    def beginning(self, start: int, end: int) -> list[Ranked]:
        """Return the undecided sentences that begin in a stretch, by place."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [sentence for sentence in self._ranked[low:high] if self._is_open(sentence)]

    def beside(self, offset: int, step: int) -> Ranked | None:
        """Return the next (``step`` 1) or previous (-1) undecided sentence, seen from an offset, or None."""
        low, high = bisect_left(self._starts, offset), bisect_right(self._starts, offset)
        found = self._ranked[high:] if step > 0 else reversed(self._ranked[:low])
        return next(filter(self._is_open, found), None)

    def at(self, place: QPoint) -> Ranked | None:
        """Return the sentence whose corner is at a point of the viewport, or None."""
        layout, top = self._view.page.layout, self._view.scrolling.top
        if not self._is_shown:
            return None
        block = layout.blocks[layout.find(place.y() + top)]
        found = self.beginning(block.start, block.end)
        return next((sentence for sentence in found if self.rect(sentence).contains(place)), None)

    def repaint(self, parts: Iterable[Part]) -> None:
        """Repaint the corners of sentences that share a character with one of the parts."""
        for start, end in parts:
            low, high = max(0, bisect_right(self._starts, start) - 1), bisect_left(self._starts, end)
            self._view.scrolling.repaint((sentence.start, sentence.start) for sentence in self._ranked[low:high])

    def rect(self, sentence: Ranked) -> QRect:
        """Return the area of the viewport in which the pointer hits the corner of a sentence."""
        corner, zoom = self._corner(sentence), self._view.display.zoom
        size = QPoint(round(_ARM * zoom), round(_LEG * zoom))
        around = QPoint(_REACH, _REACH)
        return QRect(corner.toPoint() - around, corner.toPoint() + size + around)

    def besides(self, block: int) -> list[Beside]:
        """Return the texts that a screen reader reads about a block's sentences worth checking."""
        if not self._is_shown:
            return []
        start, end, *_ = self._view.page.layout.blocks[block]
        return [
            Beside(QAccessible.Role.Note, rank_text(sentence), partial(self.rect, sentence))
            for sentence in self.beginning(start, end)
        ]

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Draw the corners that are visible in ``clip``."""
        view = self._view
        layout, top = view.page.layout, view.scrolling.top
        if not self._is_shown or clip.left() > layout.measures.left + layout.measures.width:
            return
        sentences = self.beginning(*layout.lines_between(top + clip.top() - _REACH, top + clip.bottom() + _REACH))
        pen = QPen(faint(view.display.look.accent, _STRENGTH), max(1.5, 0.75 * layout.measures.pens.stroke))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arm, leg = _ARM * view.display.zoom, _LEG * view.display.zoom
        for sentence in sentences:
            corner = self._corner(sentence)
            painter.drawPolyline([corner + QPointF(0, leg), corner, corner + QPointF(arm, 0)])

    @property
    def _is_shown(self) -> bool:
        return bool(self._ranked) and self._view.display.shown.worth

    def _corner(self, sentence: Ranked) -> QPointF:
        view = self._view
        box = view.page.layout.caret_box(sentence.start)
        x = box.left() + view.page.layout.measures.left - _GAP * view.display.zoom
        return QPointF(round(x) + 0.5, round(box.top() - view.scrolling.top) + 0.5)

    def _is_open(self, sentence: Ranked) -> bool:
        page = self._view.page
        if any(row.layer == CLAIMS for row in page.rows.spans_within(sentence.start, sentence.end)):
            return False
        sentences = page.progress.of(page.layout.block_at(sentence.start))
        return ((sentence.start, sentence.end), SentenceState.EMPTY) not in sentences


def rank_text(sentence: Ranked) -> str:
    """Return the text that states a sentence's rank."""
    words = QCoreApplication.translate("WorthCorners", "Worth checking: rank {rank} of {count} sentences")
    return words.format(rank=number(sentence.rank), count=number(sentence.of))
