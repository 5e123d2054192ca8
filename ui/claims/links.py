"""The lines from the drawn claim to its linked spans. Without a drawn claim, nothing is computed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPen

from annotator.model.values import Part, Span
from ui.article.accessible import Beside
from ui.article.layout.article_layout import ArticleLayout
from ui.article.layout.span_picture import Line
from ui.article.view import ArticleView

_INSET = 3.0  # from the edge of a box to the line's end
_ASIDE = 5.0  # between a line and its name
_GUTTER = 13  # pixels between the text and the vertical lines left of it


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a span on one line of text: its box, and the line's top and bottom."""

    block: int
    line: int  # of the block
    box: QRectF
    top: float
    bottom: float
    name: QRectF | None  # box of the label's name above the words; None if it is not on this line


@dataclass(frozen=True, slots=True)
class Route:
    """The line to a linked span, the place of the relation's name, and the span's boxes.

    ``points`` is empty if the span lies within the claim, where its name is enough.
    """

    points: tuple[QPointF, ...]
    name: QPointF  # left end of the base line
    boxes: tuple[QRectF, ...]


def pieces(layout: ArticleLayout, parts: Iterable[Part], row_id: str) -> list[Piece]:
    """Return the pieces of a row's parts, line by line; this lays out their blocks."""
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
    """Return the route from a claim to a linked span, each given as non-empty pieces in text order.

    The relation's name avoids the rectangles ``taken`` by other names.
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
        points = _way_around(first, last, target, drop, -gutter(layout))
    return Route(points, name, boxes)


def far_route(claim: Sequence[Piece], y: float, layout: ArticleLayout) -> tuple[QPointF, ...]:
    """Return the line beside the text that leads from a claim to the height ``y``, which is out of sight."""
    below = y > claim[-1].bottom
    points = _leaving(claim[0], claim[-1], -gutter(layout), below=below)
    return (*points, QPointF(points[-1].x(), y))


def gutter(layout: ArticleLayout) -> float:
    """Return the distance between the text and the vertical lines left of it, in pixels."""
    return min(layout.measures.scaled(_GUTTER), layout.measures.left / 3)


def _place(piece: Piece) -> tuple[int, int]:
    return piece.block, piece.line


def caption_rect(name: QPointF, width: float, layout: ArticleLayout) -> QRectF:
    """Return the rectangle of a relation's name, given the left end of its base line and its width."""
    metrics = layout.measures.pens.name_metrics
    return QRectF(name.x() - 2, name.y() - metrics.ascent(), width + 4, metrics.ascent() + metrics.descent())


def _landing(target: Piece, name_width: float, layout: ArticleLayout, taken: Sequence[QRectF]) -> tuple[float, QPointF]:
    """Return the x where a line meets a span, and the place of the relation's name, which follows the label's name.

    If another name is there, both move right, the line no further than its span. Without room on the right, the name
    goes to the left, if necessary beyond all names on that level.
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


def _way_around(first: Piece, last: Piece, target: Piece, drop: float, x: float) -> tuple[QPointF, ...]:
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
    """Return the points, leaving out each point that repeats the one before it."""
    return tuple(point for index, point in enumerate(points) if index == 0 or point != points[index - 1])


_STROKE, _CORNER, _DOT = 1.4, 4.0, 2.4
_MOST = 24  # ends drawn at most; more would be a tangle


@dataclass(frozen=True, slots=True)
class End:
    """A span that a claim links to, with the displayed name of its role."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Linked:
    """A claim and the spans it links to in the same article, in the order of stepping through them."""

    claim: Span
    ends: tuple[End, ...] = ()


def _in_text_order(ways: list[tuple[End, Route]], layout: ArticleLayout) -> list[tuple[End, Route]]:
    """Order neighbouring names like their spans.

    Lack of room at a line's end may have put the second one on the left.
    """
    pens = layout.measures.pens
    by_text = sorted(range(len(ways)), key=lambda index: ways[index][0].span.parts)
    for first, second in pairwise(by_text):
        (end, route_), (next_end, next_route) = ways[first], ways[second]
        beside = next_route.name.y() == route_.name.y() and next_route.name.x() < route_.name.x()
        if beside and end.span.end <= next_end.span.start:
            left = QPointF(next_route.name)
            right = QPointF(left.x() + pens.name_metrics.horizontalAdvance(end.role) + _ASIDE, left.y())
            ways[first] = end, replace(route_, name=left)
            ways[second] = next_end, replace(next_route, name=right)
    return ways


@dataclass(frozen=True, slots=True)
class Reach:
    """The visible text and one screen before and after it, in code points. Links are laid out only there."""

    layout: ArticleLayout
    start: int
    end: int

    def holds(self, span: Span) -> bool:
        """Return whether part of a span is within reach."""
        return span.start < self.end and span.end > self.start

    def near(self, linked: Linked) -> Iterator[tuple[End, Route]]:
        """Yield the linked spans within reach, with their routes."""
        ends = [end for end in linked.ends[:_MOST] if self.holds(end.span)]
        claim = self.pieces(linked.claim) if ends else []
        taken: list[QRectF] = []
        found: dict[str, Route] = {}  # by span id
        for end in sorted(ends, key=lambda end: end.span.parts):
            width = self.layout.measures.pens.name_metrics.horizontalAdvance(end.role)
            pieces_ = self.pieces(end.span)
            if claim and pieces_:
                found[end.span.id] = route(claim, pieces_, width, self.layout, taken)
                taken.append(caption_rect(found[end.span.id].name, width, self.layout))
        ordered = _in_text_order([(end, found[end.span.id]) for end in ends if end.span.id in found], self.layout)
        return iter(ordered)

    def far(self, linked: Linked) -> Iterator[tuple[QPointF, ...]]:
        """Yield lines towards linked spans out of reach: at most one up and one down.

        If the claim is out of reach as well, the line from claim to span may still cross the visible text.
        """
        claim, total = linked.claim, self.layout.total()
        ends = [end.span for end in linked.ends[:_MOST] if not self.holds(end.span)]
        above = any(span.end <= self.start for span in ends)
        below = any(span.start >= self.end for span in ends)
        if self.holds(claim):
            found = self.pieces(claim) if above or below else []
            if found and above:
                yield far_route(found, 0, self.layout)
            if found and below:
                yield far_route(found, total, self.layout)
        elif (below and claim.end <= self.start) or (above and claim.start >= self.end):
            x = -gutter(self.layout)
            yield QPointF(x, 0), QPointF(x, total)

    def pieces(self, span: Span) -> list[Piece]:
        """Return a span's pieces within reach, or else the piece at its nearest end.

        The rest is not laid out, because a span may be as long as the article.
        """
        parts = [(max(start, self.start), min(end, self.end)) for start, end in span.parts]
        near = [(start, end) for start, end in parts if start < end]
        beyond = (span.start, span.start + 1) if span.start >= self.end else (span.end - 1, span.end)
        return pieces(self.layout, near or [beyond], span.id)


@dataclass(frozen=True, slots=True)
class _Way:
    """A link within reach, with its bounds and the rectangle of its name."""

    end: End
    route: Route
    bounds: QRectF
    name: QRectF


class _Ways(NamedTuple):
    """The routes of a claim's links, relative to the article's top and the column's left."""

    near: tuple[_Way, ...]
    far: tuple[tuple[QPointF, ...], ...]


class Links(QObject):
    """The layer of the article that draws the links of one claim."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self.linked: Linked | None = None
        self._ways: tuple[object, _Ways] | None = None  # cache key and value
        view.layers.append(self)
        view.accessible.besides.append(self.besides)

    def show_links(self, linked: Linked | None) -> None:
        """Show the links of a claim; None hides them."""
        if linked == self.linked:
            return
        self._repaint()
        self.linked = linked
        self._repaint()

    def paint(self, painter: QPainter, clip: QRect) -> None:
        linked = self._shown()
        if linked is None:
            return
        layout, top = self._view.page.layout, self._view.scrolling.top
        painter.save()
        painter.translate(layout.measures.left, -top)
        seen = QRectF(clip).translated(-layout.measures.left, top)
        pens = layout.measures.pens
        colour = pens.look.colour(linked.claim.layer, linked.claim.label)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ways = self._ways_of(linked)
        near = [way for way in ways.near if way.bounds.intersects(seen)]
        for way in near:  # before the lines, which no name may cover
            painter.fillRect(way.name, pens.look.ground)
        for points in ways.far:
            if _around(points).intersects(seen):
                self._draw_line(painter, points, colour)
        for way in near:
            self._draw(painter, way.end, way.route, colour)
        painter.restore()

    def besides(self, block: int) -> list[Beside]:
        """Return the claim's links for a screen reader, if the claim begins in this block."""
        linked, layout = self._shown(), self._view.page.layout
        if linked is None or layout.block_at(linked.claim.start) != block:
            return []
        return [Beside(QAccessible.Role.Link, self.spoken(end), partial(self._rect, end)) for end in linked.ends]

    def spoken(self, end: End) -> str:
        """Return the role and the text of a linked span, for screen readers."""
        return f"{end.role}: {end.span.quote(self._view.page.document.text)}"

    def _rect(self, end: End) -> QRect:
        rects = self._view.span_rects(end.span.id)
        return _united(map(QRectF, rects)).toAlignedRect()

    def _shown(self) -> Linked | None:
        """Return the claim with its links, or None if the claim was removed or its layer is hidden."""
        linked = self.linked
        if linked is None or self._view.page.rows.get(linked.claim.id) is None:
            return None
        return linked

    def _ways_of(self, linked: Linked) -> "_Ways":
        """Return the routes of a claim's links, cached until something moves, because painting happens in pieces."""
        layout, top, height = self._view.page.layout, self._view.scrolling.top, self._view.viewport().height()
        first, last = layout.find(top - height), layout.find(top + 2 * height)
        cache_key = layout, layout.changes, first, last, linked
        if self._ways is None or self._ways[0] != cache_key:
            reach = Reach(layout, layout.blocks[first].start, layout.blocks[last].end)
            near = [
                _Way(end, found, self._bounds(end, found), self._name_rect(end, found))
                for end, found in reach.near(linked)
            ]
            self._ways = cache_key, _Ways(tuple(near), tuple(reach.far(linked)))
        return self._ways[1]

    def _bounds(self, end: End, found: Route) -> QRectF:
        rects = [*(box.adjusted(-4, -4, 4, 4) for box in found.boxes), self._name_rect(end, found)]
        if found.points:
            rects.append(_around(found.points))
        return _united(rects)

    def _name_rect(self, end: End, found: Route) -> QRectF:
        layout = self._view.page.layout
        return caption_rect(found.name, layout.measures.pens.name_metrics.horizontalAdvance(end.role), layout)

    def _repaint(self) -> None:
        """Repaint the places where links are drawn, even if their claim was removed."""
        if self.linked is None:
            return
        ways, area = self._ways_of(self.linked), self._view.viewport()
        left, top = self._view.page.layout.measures.left, self._view.scrolling.top
        rects = [*(way.bounds for way in ways.near), *map(_around, ways.far)]
        for rect in rects:
            area.update(rect.translated(left, -top).toAlignedRect().intersected(area.rect()))

    def _draw(self, painter: QPainter, end: End, found: Route, colour: QColor) -> None:
        pens = self._view.page.layout.measures.pens
        self._draw_line(painter, found.points, colour)
        painter.setPen(QPen(colour, max(1.0, pens.stroke * 0.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in found.boxes:
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 1), pens.stroke * 1.5, pens.stroke * 1.5)
        painter.setFont(pens.name_font)
        painter.drawText(found.name, end.role)

    def _draw_line(self, painter: QPainter, points: Sequence[QPointF], colour: QColor) -> None:
        if len(points) < 2:
            return
        zoom = self._view.page.layout.measures.zoom
        painter.setPen(QPen(colour, _STROKE * zoom, c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_rounded(points, _CORNER * zoom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(points[-1], _DOT * zoom, _DOT * zoom)


def _rounded(points: Sequence[QPointF], radius: float) -> QPainterPath:
    """Return a path through points, with rounded corners."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before, radius))
        path.quadTo(corner, _towards(corner, after, radius))
    path.lineTo(points[-1])
    return path


def _towards(start: QPointF, goal: QPointF, way: float) -> QPointF:
    """Return the point ``way`` pixels from ``start`` towards ``goal``, but at most half-way."""
    length = abs(goal.x() - start.x()) + abs(goal.y() - start.y())  # lines are horizontal or vertical
    share = min(way, length / 2) / length if length else 0.0
    return start + (goal - start) * share


def _around(points: Sequence[QPointF]) -> QRectF:
    """Return the bounds of a line through points, with a margin of 4 pixels."""
    return _united(QRectF(a, b).normalized().adjusted(-4, -4, 4, 4) for a, b in pairwise(points))


def _united(rects: Iterable[QRectF]) -> QRectF:
    found = QRectF()
    for rect in rects:
        found = found.united(rect)
    return found
