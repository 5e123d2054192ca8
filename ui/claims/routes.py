"""Routes of the lines from a claim to its linked spans: between and beside the lines of text, never over it.

Pixels from the top of the article and the left of the column.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from annotator.model.values import Part
from ui.article.layout.article_layout import ArticleLayout
from ui.article.layout.span_picture import Line

_INSET = 3.0  # from the edge of a box to the line's end
_ASIDE = 5.0  # between a line and its name
_GUTTER = 13  # left of the text, before the margin's dots


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a span on one line: its box, and top and bottom of that line."""

    block: int
    line: int  # of the block
    box: QRectF
    top: float
    bottom: float
    name: QRectF | None  # of the label, above the words


@dataclass(frozen=True, slots=True)
class Route:
    """A line to a span, the place of its name, and the span's boxes. Without points if the span lies in the claim."""

    points: tuple[QPointF, ...]
    name: QPointF  # left end of the base line
    boxes: tuple[QRectF, ...]


def pieces(layout: ArticleLayout, parts: Iterable[Part], row_id: str) -> list[Piece]:
    """Return the pieces of parts line by line, laying out their blocks."""
    found: list[Piece] = []
    for start, end in parts:
        for index in range(layout.block_at(start), layout.block_at(max(start, end - 1)) + 1):
            laid, top = layout.laid(index), layout.top(index)
            for box in laid.boxes(start, end):
                at = laid.line_at(int(box.center().y()))
                line = laid.lines[at]
                named = next((n.rect for n in laid.names if n.row_id == row_id and _is_above(n.rect, line)), None)
                name = named.translated(0, top) if named is not None else None
                found.append(Piece(index, at, box.translated(0, top), top + line.top, top + line.bottom, name))
    return found


def route(
    claim: Sequence[Piece],
    end: Sequence[Piece],
    name_width: float,
    layout: ArticleLayout,
    taken: Sequence[QRectF] = (),
) -> Route:
    """Return the route from a claim to a linked span; both are in order of place and not empty.

    The name avoids the rectangles in ``taken``.
    """
    first, last = claim[0], claim[-1]
    target = end[-1] if _place(end[-1]) < _place(first) else end[0]
    drop, name = _landing(target, name_width, layout, taken)
    boxes = tuple(piece.box for piece in end)
    beside = next((piece for piece in claim if _place(piece) == _place(target)), None)
    if beside is not None and beside.box.left() <= target.box.center().x() <= beside.box.right():
        points: tuple[QPointF, ...] = ()  # it lies in the claim, so its name is enough
    elif beside is not None:
        points = _along_line(beside, target, drop)
    elif _place(target) == (last.block, last.line + 1):
        points = _to_next_line(last, target, drop)
    elif _place(target) == (first.block, first.line - 1):
        points = _to_line_before(first, target)
    else:
        points = _around(first, last, target, drop, -gutter(layout))
    return Route(points, name, boxes)


def far_route(claim: Sequence[Piece], y: float, layout: ArticleLayout) -> tuple[QPointF, ...]:
    """Return the line from a claim beside the text to a height out of sight."""
    below = y > claim[-1].bottom
    points = _leaving(claim[0], claim[-1], -gutter(layout), below=below)
    return (*points, QPointF(points[-1].x(), y))


def gutter(layout: ArticleLayout) -> float:
    """Return how far left of the text lines go up and down."""
    return min(layout.measures.scaled(_GUTTER), layout.measures.left / 3)


def _place(piece: Piece) -> tuple[int, int]:
    return piece.block, piece.line


def caption_rect(name: QPointF, width: float, layout: ArticleLayout) -> QRectF:
    """Return the rectangle of a name of a width at a place."""
    metrics = layout.measures.pens.name_metrics
    return QRectF(name.x() - 2, name.y() - metrics.ascent(), width + 4, metrics.ascent() + metrics.descent())


def _landing(target: Piece, name_width: float, layout: ArticleLayout, taken: Sequence[QRectF]) -> tuple[float, QPointF]:
    """Return where a line meets a span, and where its name goes: beside it, after the label's name.

    If another name is there, both move right, the line no further than its span; without room the name goes far left.
    """
    drop = target.box.left() + _INSET if target.name is None else target.name.right() + _ASIDE
    foot = target.box.top() - layout.measures.pens.ring if target.name is None else target.name.bottom() + 1
    name = QPointF(drop + _ASIDE, foot - 2)
    level = caption_rect(name, name_width, layout)
    beside = [rect for rect in taken if rect.top() < level.bottom() and rect.bottom() > level.top()]
    for rect in sorted(beside, key=QRectF.left):
        if caption_rect(name, name_width, layout).intersects(rect):
            name.setX(rect.right() + _ASIDE)
            drop = max(drop, min(rect.right(), target.box.right() - _INSET))
    if name.x() + name_width > layout.measures.width + _ASIDE:
        drop = min(drop, layout.measures.width - _INSET)
        name.setX(drop - _ASIDE - name_width)
        if any(caption_rect(name, name_width, layout).intersects(rect) for rect in beside):
            name.setX(min(rect.left() for rect in beside) - _ASIDE - name_width)
    return drop, name


def _is_above(name: QRectF, line: Line) -> bool:
    return line.top <= name.top() <= line.words


def _along_line(claim: Piece, target: Piece, drop: float) -> tuple[QPointF, ...]:
    before = target.box.center().x() < claim.box.left()
    x = claim.box.left() - 1 if before else claim.box.right() + 1
    return _joined(QPointF(x, claim.box.top()), QPointF(x, claim.top), QPointF(drop, claim.top), _top_of(target, drop))


def _to_next_line(claim: Piece, target: Piece, drop: float) -> tuple[QPointF, ...]:
    x = min(max(drop, claim.box.left() + _INSET), claim.box.right() - _INSET)
    return _joined(
        QPointF(x, claim.box.bottom()), QPointF(x, target.top), QPointF(drop, target.top), _top_of(target, drop)
    )


def _to_line_before(claim: Piece, target: Piece) -> tuple[QPointF, ...]:
    x, y = claim.box.left() - 1, claim.top
    end = min(max(x, target.box.left() + _INSET), target.box.right() - _INSET)
    return _joined(QPointF(x, claim.box.top()), QPointF(x, y), QPointF(end, y), QPointF(end, target.box.bottom()))


def _around(first: Piece, last: Piece, target: Piece, drop: float, x: float) -> tuple[QPointF, ...]:
    leaving = _leaving(first, last, x, below=_place(target) > _place(last))
    return _joined(*leaving, QPointF(x, target.top), QPointF(drop, target.top), _top_of(target, drop))


def _leaving(first: Piece, last: Piece, x: float, *, below: bool) -> tuple[QPointF, ...]:
    if below:
        start = last.box.left() + _INSET
        return QPointF(start, last.box.bottom()), QPointF(start, last.bottom), QPointF(x, last.bottom)
    start = first.box.left() - 1
    return QPointF(start, first.box.top()), QPointF(start, first.top), QPointF(x, first.top)


def _top_of(target: Piece, drop: float) -> QPointF:
    return QPointF(drop, target.box.top())


def _joined(*points: QPointF) -> tuple[QPointF, ...]:
    """Drop repeated points."""
    return tuple(point for index, point in enumerate(points) if index == 0 or point != points[index - 1])
