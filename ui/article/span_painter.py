"""Drawing of one laid-out block: tints, hits and selection under the text; lanes, outlines, names and caret over it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.model.values import Part
from annotator.suggest.tiers import Tier
from ui.article.layout.laid_block import Laid
from ui.article.layout.span_picture import BESIDE, Band, Line, Name, Pens, Picture, overhang
from ui.base.look.look import faint
from ui.base.look.painting import draw_pattern

_DASHES = (3.0, 2.2)
_DOTS = (1.0, 1.5)
_LIGHT = 0.65  # share of the stroke width
_WEIGHTS = {Tier.SURE: (1.0, (5.0, 1.4)), Tier.LIKELY: (_LIGHT, _DASHES), Tier.DOUBTFUL: (_LIGHT, (1.0, 3.0))}
_OVER = 4  # pixels that strokes and rings extend beyond their line
_all = chain.from_iterable


class Overlay(NamedTuple):
    """Marks drawn over an article for a while: ``selected`` is the selection, ``taken`` the words to which it widens.

    ``hits`` are in order of place; ``moved`` has the active row's parts as they would be after dragging a boundary.
    """

    selected: Part | None = None
    taken: Part | None = None
    caret: int | None = None
    focused: bool = True
    active: str | None = None
    moved: tuple[Part, ...] | None = None
    hits: Sequence[Part] = ()
    hit: Part | None = None


def draw_block(painter: QPainter, laid: Laid, pens: Pens, overlay: Overlay, clip: QRectF) -> None:
    """Draw the part of a block in ``clip``; the painter's origin is the block's top left corner."""
    shown = laid.shown(clip.top() - _OVER, clip.bottom() + _OVER)
    if not shown or clip.left() > laid.width + overhang(pens):
        return
    pictures = laid.pictures[shown.start : shown.stop]
    words = laid.lines[shown[0]].start, laid.lines[shown[-1]].end
    ring = [box.adjusted(0.5, -1, -0.5, 2) for box in _ring(laid, overlay, pictures, words)]
    look = pens.look
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for box in ring:
        painter.fillRect(box, look.accent_ground)
    for band in _all(picture.tints for picture in pictures):
        painter.fillRect(band.rect, band.colour)
    for band in _all(picture.patterns for picture in pictures):
        draw_pattern(painter, band.rect, band.colour, band.pattern, 2 * pens.stroke)
    _draw_hits(painter, laid, pens, overlay, words)
    _draw_selection(painter, laid, pens, overlay, words)
    _draw_ring(painter, ring, pens)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(look.ink)
    laid.broken.layout.draw(painter, QPointF(0, 0), [], clip)
    for band in _all(picture.lanes for picture in pictures):
        painter.fillRect(band.rect, band.colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_strokes(painter, _all(picture.dashes for picture in pictures))
    _draw_strokes(painter, _all(picture.dots for picture in pictures))
    outlines = _all(picture.outlines for picture in pictures)
    _draw_outlines(painter, (band for band in outlines if band.row_id != overlay.active), pens)
    _draw_names(painter, _all(picture.names for picture in pictures), pens)


def draw_dot(painter: QPainter, centre: QPointF, radius: float, pens: Pens, *, labelled: bool, read: bool) -> None:
    """Draw a paragraph's dot in the margin: filled if it has labels, a ring if read without labels, else faint."""
    look = pens.look
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if labelled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.accent)
    elif read:
        painter.setPen(QPen(look.muted, max(1.3, pens.stroke * 0.7)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius -= 0.5
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.faint)
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_read(painter: QPainter, x: float, lines: Sequence[Line], pens: Pens) -> None:
    """Draw a stroke, centred on ``x``, beside lines that were read in full."""
    colour = faint(pens.look.muted, 0.45)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    width = max(1, round(pens.stroke * 0.75))
    for line in lines:
        painter.fillRect(QRectF(round(x - width / 2), line.top, width, line.bottom - line.top), colour)


def draw_caret(painter: QPainter, box: QRectF, pens: Pens, *, focused: bool) -> None:
    """Draw the caret at the left edge of a box, a little taller than it."""
    width = max(1, pens.stroke - 1) if not focused else pens.stroke
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    drawn = QRectF(round(box.left()) - width / 2, box.top() - 1, width, box.height() + 2)
    painter.fillRect(drawn, pens.look.ink if focused else pens.look.muted)


def _ring(laid: Laid, overlay: Overlay, pictures: Sequence[Picture], words: Part) -> list[QRectF]:
    """Return the boxes of the ring on these lines: around the active row, or its parts while a boundary is dragged."""
    if overlay.moved is not None:
        return [box for part in overlay.moved for box in laid.boxes(*_common(part, words))]
    return [box for picture in pictures for box in picture.boxes.get(overlay.active or "", ())]


def _common(part: Part, words: Part) -> Part:
    """Return the overlap of two parts; without an overlap, an empty part."""
    start = max(part[0], words[0])
    return start, max(start, min(part[1], words[1]))


def _draw_hits(painter: QPainter, laid: Laid, pens: Pens, overlay: Overlay, words: Part) -> None:
    first = max(0, bisect_left(overlay.hits, (words[0], 0)) - 1)
    for start, end in overlay.hits[first : bisect_left(overlay.hits, (words[1], 0))]:
        for box in laid.boxes(*_common((start, end), words)):
            painter.fillRect(box, pens.look.hit)
            if (start, end) == overlay.hit:
                painter.fillRect(
                    QRectF(box.left(), box.bottom() - pens.stroke, box.width(), pens.stroke), pens.look.ink
                )


def _draw_selection(painter: QPainter, laid: Laid, pens: Pens, overlay: Overlay, words: Part) -> None:
    strength = 0.28 if pens.look.dark else 0.20
    for part in (overlay.taken, overlay.selected):
        if part is not None:
            colour = faint(pens.look.accent, strength if overlay.focused else strength / 2)
            for box in laid.boxes(*_common(part, words)):
                painter.fillRect(box, colour)


def _draw_strokes(painter: QPainter, bands: Iterable[Band]) -> None:
    """Draw the strokes of suggested claims, dashed by tier, or of attribution, dotted."""
    for band in bands:
        stroke = band.rect.height()
        painter.setPen(_dashed(band.colour, stroke, _WEIGHTS[band.tier][1] if band.tier is not None else _DOTS))
        top = round(band.rect.center().y() - stroke / 2)  # whole pixels, else dots blur
        y = top + stroke / 2
        painter.drawLine(QLineF(round(band.rect.left()), y, band.rect.right(), y))


def _draw_outlines(painter: QPainter, bands: Iterable[Band], pens: Pens) -> None:
    """Draw the outlines of suggestions close to their words, so that they hide no full stop or quote beside them.

    Each side is drawn by itself: of a rectangle, Qt 6.11 skips sides beyond the clip and dashes the others differently.
    """
    for band in bands:
        weight, dashes = _WEIGHTS[band.tier or Tier.LIKELY]
        stroke = pens.stroke * weight
        inset = 0.5 - pens.stroke * (weight - _LIGHT) / 2  # heavier outlines grow away from the text
        side = BESIDE + stroke / 4
        painter.setPen(_dashed(band.colour, stroke, dashes))
        box, end = band.rect.adjusted(side, inset, -side, -inset), stroke / 2
        across, along = (box.left() - end, box.right() + end), (box.top(), box.bottom())
        painter.drawLines([QLineF(across[0], y, across[1], y) for y in along])
        painter.drawLines([QLineF(x, along[0], x, along[1]) for x in (box.left(), box.right())])


def _dashed(colour: QColor, stroke: float, dashes: tuple[float, ...]) -> QPen:
    """Return a pen of width ``stroke``; dashes and gaps are multiples of this width."""
    return _pen(colour.rgba(), stroke, dashes)


@lru_cache(maxsize=200)  # a page may have a few hundred outlines in a few colours
def _pen(colour: int, stroke: float, dashes: tuple[float, ...]) -> QPen:
    pen = QPen(QColor.fromRgba(colour), stroke)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(dashes)
    return pen


def _draw_names(painter: QPainter, names: Iterable[Name], pens: Pens) -> None:
    painter.setFont(pens.name_font)
    for name in names:
        painter.setPen(name.colour)
        painter.drawText(QPointF(name.rect.left(), name.rect.bottom() - 1), name.text)


def _draw_ring(painter: QPainter, boxes: Iterable[QRectF], pens: Pens) -> None:
    """Draw the ring; the text comes later, so that the ring hides no quotation mark beside its words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(pens.look.accent, pens.stroke))
    for box in boxes:
        painter.drawRoundedRect(box, pens.stroke * 2, pens.stroke * 2)
