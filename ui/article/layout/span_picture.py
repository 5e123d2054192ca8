"""Placement of the lanes, outlines and names of overlapping spans, and the room that each line needs for them.

Pure geometry in pixels; offsets are code points of the article. `article_layout` calls it, `span_painter` draws.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from annotator.model.compounds import DERIVED, PART, form_of
from annotator.model.values import ATTRIBUTION, CLAIMS, Span
from annotator.suggest.tiers import Tier, tier_of
from annotator.text.parts import assign
from ui.article.layout.captions import Caption, signs
from ui.article.layout.row_index import Drawn
from ui.base.look.look import Look, faint

DEEPEST = 16  # maximum number of lanes; deeper rows share the last one
NAME_ROWS = 6
BESIDE = 1.5  # pixels of an outline beside its text, repainted with it
TINTED = 3  # lanes whose spans are tinted; more tints on top of each other would drown the text
_NAME_GAP = 5.0
_NEAREST = 2  # pixels from lane to lane, one of them the gap


class Style(NamedTuple):
    """Measures of one kind of block, in pixels. ``names`` and ``lanes`` are the room that is always reserved.

    ``ascent`` and ``descent`` are the room for the text above and below its base line; ``font_ascent`` is the font's
    own ascent.
    """

    font: QFont
    font_ascent: float
    ascent: int
    descent: int
    names: int
    lanes: int
    after: int
    width: int

    @property
    def line(self) -> int:
        """Height of a line whose labels need no additional room."""
        return self.names + self.ascent + self.descent + self.lanes


class Pens(NamedTuple):
    """Drawing tools of lanes and names for one look and zoom; ``names`` is whether label names are shown."""

    look: Look
    name_font: QFont
    name_metrics: QFontMetricsF
    name_height: int
    ring: int
    pitch: int
    stroke: int
    names: bool
    caption: Callable[[Drawn], Caption]


@dataclass(slots=True)
class Fragment:
    """The piece of a row on one line, from ``left`` to ``right``, in a lane counted downwards from the text.

    A ``gap`` is the piece between two parts of a row; it is drawn as a link between them.
    """

    row: Drawn
    line: int
    left: float
    right: float
    opens: bool
    gap: bool = False
    lane: int = 0


class Line(NamedTuple):
    """A line of a block. Heights are from the block's top; ``seen`` is the end without the white space at a wrap."""

    start: int
    end: int
    seen: int
    top: int
    words: int
    baseline: int
    lanes: int
    bottom: int


class Name(NamedTuple):
    """A label name above the text."""

    row_id: str
    text: str
    colour: QColor
    rect: QRectF


class Band(NamedTuple):
    """A coloured rectangle: a tint, a lane, an outline. ``pattern`` is one of `ui.base.look.look.PATTERNS`, 0 for none.

    ``tier`` is how far a suggestion can be trusted.
    """

    row_id: str
    colour: QColor
    rect: QRectF
    pattern: int = 0
    tier: Tier | None = None


@dataclass(slots=True)
class Picture:
    """Everything drawn around the text of one line; heights are from the block's top."""

    tints: list[Band] = field(default_factory=list)
    patterns: list[Band] = field(default_factory=list)
    lanes: list[Band] = field(default_factory=list)
    dashes: list[Band] = field(default_factory=list)
    dots: list[Band] = field(default_factory=list)
    outlines: list[Band] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    boxes: dict[str, list[QRectF]] = field(default_factory=dict)


@dataclass(slots=True)
class Crowd:
    """The fragments of one line with their lanes, and the names above them."""

    words: list[Fragment] = field(default_factory=list)
    claims: list[Fragment] = field(default_factory=list)
    names: list[tuple[Fragment, str, float, float, int]] = field(default_factory=list)

    def holds_as(self, other: "Crowd") -> bool:
        """Return whether another crowd has the same fragments in the same places."""
        return self.words == other.words and self.claims == other.claims

    @property
    def lanes(self) -> int:
        """Number of all lanes below the text."""
        return self.depth + self.claim_depth

    @property
    def depth(self) -> int:
        """Number of lanes above those of claims: at least one, so that claims are level without other labels."""
        return max([fragment.lane + 1 for fragment in self.words], default=1)

    @property
    def claim_depth(self) -> int:
        """Number of lanes for claims, below the other lanes."""
        return max([fragment.lane + 1 for fragment in self.claims], default=0)

    @property
    def name_rows(self) -> int:
        """Number of rows of names above the text."""
        return max([row + 1 for *_, row in self.names], default=0)


def crowd(
    fragments: Iterable[Fragment], lines: int, pens: Pens, width: float, before: Sequence[Crowd] = ()
) -> list[Crowd]:
    """Assign lanes and names to the fragments of a block; return the crowd of each line.

    A line with the same fragments as in ``before`` gets the same object as there.
    """
    found = [Crowd() for _ in range(lines)]
    every = list(fragments)
    lanes = lanes_of({fragment.row.id: fragment.row for fragment in every}.values())
    for fragment in every:
        fragment.lane = lanes[fragment.row.id]
        line = found[fragment.line]
        (line.claims if fragment.row.layer == CLAIMS else line.words).append(fragment)
    for index, line in enumerate(found):
        if index < len(before) and line.holds_as(before[index]):
            found[index] = before[index]
        elif pens.names:
            # claims have no name, only the signs of notes and doubts
            remarked = [fragment for fragment in line.claims if signs(fragment.row)]
            line.names = place_names([*line.words, *remarked], pens, width)
    return found


def lanes_of(rows: Iterable[Drawn]) -> dict[str, int]:
    """Return each row's lane. The innermost of overlapping rows is next to the text; claims have their own lanes."""
    ordered = sorted(rows, key=lambda row: (row.parts[0][0], -row.parts[-1][1], row.id))
    lanes: dict[str, int] = {}
    for claims in (False, True):
        pool = [row for row in ordered if (row.layer == CLAIMS) is claims]
        depths = assign([(row.parts[0][0], row.parts[-1][1]) for row in pool])
        for first, last in _clusters(pool):
            deepest = max(depths[first:last])
            for row, depth in zip(pool[first:last], depths[first:last], strict=True):
                lanes[row.id] = min(deepest - depth, DEEPEST - 1)
    return lanes


def place_names(
    fragments: Sequence[Fragment], pens: Pens, width: float
) -> list[tuple[Fragment, str, float, float, int]]:
    """Place names above their spans so that none covers another.

    A name loses its detail if the next span is near. It goes into the lowest row that has room for it. If none has, it
    is elided in the lowest row, or left out.

    Returns:
        Fragment, text, left, width and row (0 is next to the text) of each name that was placed.
    """
    wanted = [(fragment, pens.caption(fragment.row)) for fragment in fragments if fragment.opens]
    wanted = [(fragment, caption) for fragment, caption in wanted if caption.name]
    wanted.sort(key=lambda pair: (pair[0].left, pair[0].right))
    lefts = [fragment.left for fragment, _ in wanted]
    ends = [-_NAME_GAP] * NAME_ROWS
    advance = pens.name_metrics.horizontalAdvance
    placed: list[tuple[Fragment, str, float, float, int]] = []
    for fragment, caption in wanted:
        following = bisect_right(lefts, fragment.left)
        space = lefts[following] - fragment.left - _NAME_GAP if following < len(lefts) else width
        full = caption.full
        text = full if advance(full) <= space else caption.name
        extent = advance(text)
        left = max(0.0, min(fragment.left, width + overhang(pens) - extent))
        for row in range(NAME_ROWS):
            begin = max(left, ends[row] + _NAME_GAP)
            if begin == left or (begin <= fragment.right - _NAME_GAP and begin + extent <= width):
                ends[row] = begin + extent
                placed.append((fragment, text, begin, extent, row))
                break
        else:
            room = min(fragment.right - fragment.left, space)
            text = pens.name_metrics.elidedText(caption.name, Qt.TextElideMode.ElideRight, int(room))
            if ends[0] + _NAME_GAP <= fragment.left and len(text) > 1:
                ends[0] = fragment.left + advance(text)
                placed.append((fragment, text, fragment.left, advance(text), 0))
    return placed


def overhang(pens: Pens) -> int:
    """Return how far names may reach beyond the column; nothing else drawn around the text reaches further."""
    return pens.name_height


def draw_up(crowded: Crowd, line: Line, pens: Pens) -> Picture:
    """Build the picture of a line from its placed fragments."""
    picture = Picture()
    pens = _fitted(pens, crowded.lanes, line.bottom - line.lanes)
    for fragment in crowded.claims:
        _add_claim(picture, fragment, line, crowded.depth + fragment.lane, pens)
    for fragment in crowded.words:
        _add_word_label(picture, fragment, line, pens)
    if pens.look.patterns:
        _add_patterns(picture, crowded.words, line, pens)
    for fragment, text, left, extent, row in crowded.names:
        top = line.words - pens.ring - (row + 1) * pens.name_height
        colour = pens.look.colour(fragment.row.layer, fragment.row.label)
        picture.names.append(Name(fragment.row.id, text, colour, QRectF(left, top, extent, pens.name_height - 1)))
    return picture


def room(crowded: Crowd, pens: Pens, style: Style) -> tuple[int, int]:
    """Return the room that a line needs above and below its text, in pixels."""
    names = crowded.name_rows
    above = max(style.names, names * pens.name_height + pens.ring if names else 0)
    if not crowded.words and not crowded.claims:
        return above, style.lanes
    lanes = crowded.lanes
    fitted = _fitted(pens, lanes, style.lanes)
    return above, max(style.lanes, (lanes - 1) * fitted.pitch + fitted.stroke)


def _fitted(pens: Pens, lanes: int, height: int) -> Pens:
    """Return the pens with which so many lanes fit this height: many lanes are thinner and closer to each other."""
    pitch = max(_NEAREST, min(pens.pitch, (height + 1) // lanes))  # the last lane needs no gap below it
    return pens if pitch == pens.pitch else pens._replace(pitch=pitch, stroke=min(pens.stroke, pitch - 1))


def _clusters(pool: Sequence[Drawn]) -> Iterable[tuple[int, int]]:
    first, reach = 0, -1
    for index, row in enumerate(pool):
        if row.parts[0][0] >= reach and index > first:
            yield first, index
            first = index
        reach = max(reach, row.parts[-1][1])
    if pool:
        yield first, len(pool)


def _add_claim(picture: Picture, fragment: Fragment, line: Line, lane: int, pens: Pens) -> None:
    """Add a fragment of a claim: a tinted line below its words, dashed while it is a suggestion."""
    row, colour = fragment.row, pens.look.colour(fragment.row.layer, fragment.row.label)
    y = line.lanes + lane * pens.pitch
    if fragment.gap:
        picture.lanes.append(_link(fragment, y, colour, pens))
        return
    picture.boxes.setdefault(row.id, []).append(_box(fragment, line))
    band = Band(row.id, colour, QRectF(fragment.left, y, fragment.right - fragment.left, pens.stroke))
    if isinstance(row, Span):
        tint = faint(colour, 0.10 if pens.look.dark else 0.08)
        rect = QRectF(fragment.left, line.words, fragment.right - fragment.left, y - line.words)
        picture.tints.append(Band(row.id, tint, rect))
        picture.lanes.append(band)
    else:
        picture.dashes.append(band._replace(tier=tier_of(row.score)))


def _add_word_label(picture: Picture, fragment: Fragment, line: Line, pens: Pens) -> None:
    """Add a fragment of any other label: a line below its words, or for a suggestion an outline around them."""
    row, colour = fragment.row, pens.look.colour(fragment.row.layer, fragment.row.label)
    y = line.lanes + fragment.lane * pens.pitch
    if fragment.gap:
        picture.lanes.append(_link(fragment, y, colour, pens))
        return
    box = _box(fragment, line)
    picture.boxes.setdefault(row.id, []).append(box)
    band = Band(row.id, colour, QRectF(box.left(), y, box.width(), pens.stroke))
    if not isinstance(row, Span):
        inset = min(fragment.lane, 3) * 1.0
        picture.outlines.append(
            Band(
                row.id,
                colour,
                box.adjusted(-BESIDE - inset, 0, BESIDE + inset, y - box.bottom() + 1),
                tier=tier_of(row.score),
            )
        )
    elif row.layer == ATTRIBUTION:
        picture.dots.append(band)
    else:
        picture.lanes.append(band)
        if form_of(row.attributes) in {PART, DERIVED}:
            picture.lanes.extend(_hooks(band, pens))
        if fragment.lane < TINTED:
            tint = faint(colour, 0.18 if pens.look.dark else 0.15)
            picture.tints.append(Band(row.id, tint, box))


def _add_patterns(picture: Picture, fragments: Iterable[Fragment], line: Line, pens: Pens) -> None:
    """Add patterns to a line: each stretch gets that of its innermost label, because overlaid patterns would blur."""
    covered: list[tuple[float, float]] = []
    for fragment in sorted(fragments, key=lambda fragment: fragment.lane):
        row = fragment.row
        if not isinstance(row, Span) or row.layer == ATTRIBUTION:
            continue
        colour, pattern = pens.look.colour(row.layer, row.label), pens.look.pattern(row.layer, row.label)
        for left, right in _uncovered(fragment.left, fragment.right, covered):
            rect = QRectF(left, line.words, right - left, line.lanes - line.words)
            picture.patterns.append(Band(row.id, faint(colour), rect, pattern))
        covered = sorted([*covered, (fragment.left, fragment.right)])


def _uncovered(left: float, right: float, covered: Iterable[tuple[float, float]]) -> Iterable[tuple[float, float]]:
    """Yield the stretches from ``left`` to ``right`` that are not covered; ``covered`` is in order."""
    for low, high in covered:
        if low > left and low < right:
            yield left, low
        left = max(left, high)
        if left >= right:
            return
    if left < right:
        yield left, right


def _link(fragment: Fragment, y: float, colour: QColor, pens: Pens) -> Band:
    """Return a thin line in the row's lane that leads from one part of the row to the next."""
    middle = y + (pens.stroke - 1) // 2
    return Band(fragment.row.id, colour, QRectF(fragment.left, middle, fragment.right - fragment.left, 1))


def _hooks(lane: Band, pens: Pens) -> Iterable[Band]:
    """Yield hooks at both ends of a lane, which mark a name that is part of a word or derived from one."""
    height = pens.pitch - 1
    for left in (lane.rect.left(), lane.rect.right() - pens.stroke):
        yield Band(lane.row_id, lane.colour, QRectF(left, lane.rect.top() - height, pens.stroke, height))


def _box(fragment: Fragment, line: Line) -> QRectF:
    return QRectF(fragment.left, line.words, max(2.0, fragment.right - fragment.left), line.lanes - line.words)
