"""Fonts and measures of the article for one look, zoom and width."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from ui.article.layout.blocks import BlockKind
from ui.article.layout.captions import Caption
from ui.article.layout.row_index import Drawn
from ui.article.layout.span_picture import Pens, Style
from ui.base.look.look import Look

MARGIN = 48
CARD = 160  # width of a card beside the text
_DOTS, _GAP, _EDGE = 40, 14, 10  # left of the text, between text and cards, right of the cards
_LEAST = 520  # least width of the text beside cards
HEADLINE = 25
BYLINE = 12
NAME = 9.5
RING = 2  # between name and text, so that the ring does not cut the name
ASCENT, DESCENT = 0.95, 0.25  # shares of the font size that fit Ä and g; fonts differ by half a line
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MOST_LINES, _BELOW_HEADING = 3, 18
_LANES = 3  # lanes always reserved; five thin ones fit, too


class Measures(NamedTuple):
    """All measures of the layout, in pixels. ``left`` is where the text column begins.

    ``cards`` is where the cards beside the text begin; None if they are off or there is no room. ``heading`` is a
    title that the text does not have; it stands above the text, below ``byline`` pixels.
    """

    pens: Pens
    styles: dict[BlockKind, Style]
    left: int
    width: int
    byline: int
    heading: str
    header: int
    foot: int
    byline_font: QFont
    zoom: float
    cards: int | None = None

    def scaled(self, pixels: float) -> int:
        """Return a length in pixels, scaled to this zoom."""
        return round(pixels * self.zoom)

    def in_view(self, view: int, *, cards: bool) -> "Measures":
        """Return the measures for a view of another width; only the columns differ."""
        look = self.pens.look
        left, width, card = _columns(round(look.column * look.size / 16 * self.zoom), view, self.zoom, cards=cards)
        styles = {kind: style._replace(width=width) for kind, style in self.styles.items()}
        header = self.byline + self.heading_height(width) + (self.scaled(_BELOW_HEADING) if self.heading else 0)
        return self._replace(styles=styles, left=left, width=width, cards=card, header=header)

    def is_heading(self, y: int) -> bool:
        """Return whether a height, in pixels from the article's top, is that of the heading."""
        return bool(self.heading) and self.byline <= y < self.header

    def heading_height(self, width: int) -> int:
        """Return the height of the heading in a column of this width, limited to `_MOST_LINES` lines."""
        if not self.heading:
            return 0
        metrics = QFontMetricsF(self.styles[BlockKind.HEADLINE].font)
        high = metrics.boundingRect(QRectF(0, 0, width, 10_000), WRAPPED, self.heading).height()
        return round(min(high, _MOST_LINES * metrics.lineSpacing()))


def measures(
    look: Look,
    *,
    zoom: float,
    labelled: bool,
    view: int,
    caption: Callable[[Drawn], Caption],
    has_byline: bool,
    heading: str = "",
    cards: bool = False,
) -> Measures:
    """Build the measures for a view. ``labelled`` leaves room for label names, ``cards`` for claim cards."""
    names = round((NAME + 1.5) * zoom)
    pitch = max(3, round(3 * zoom))
    pens = Pens(
        look=look,
        name_font=(name_font := _font(look.sans, NAME * zoom, bold=True)),
        name_metrics=QFontMetricsF(name_font),
        name_height=names,
        ring=round(RING * zoom),
        pitch=pitch,
        stroke=max(2, round(2 * zoom)),
        names=labelled,
        caption=caption,
    )
    lanes = _LANES * pitch
    above = names + round(RING * zoom) if labelled else 0
    above += round((look.leading - 1) * (above + lanes + (ASCENT + DESCENT) * look.size * zoom))
    body = _style(_font(look.reading, look.size * zoom), above, lanes, round(10 * zoom))
    headline = _style(_font(look.sans, HEADLINE * zoom, bold=True), above, lanes, round(8 * zoom))
    blank = _style(_font(look.reading, 5 * zoom), 0, 0, 0)
    anywhere = Measures(
        pens=pens,
        styles={BlockKind.BODY: body, BlockKind.HEADLINE: headline, BlockKind.BLANK: blank},
        left=0,
        width=0,
        byline=round((54 if has_byline else 28) * zoom),
        heading=heading,
        header=0,
        foot=round(96 * zoom),
        byline_font=_font(look.sans, BYLINE * zoom),
        zoom=zoom,
    )
    return anywhere.in_view(view, cards=cards)


def _columns(wanted: int, view: int, zoom: float, *, cards: bool) -> tuple[int, int, int | None]:
    """Return left edge and width of the text, and the left edge of the cards beside it."""
    dots, gap, beside = round(_DOTS * zoom), round(_GAP * zoom), round((_GAP + CARD + _EDGE) * zoom)
    width = min(wanted, view - dots - beside)
    if cards and width >= min(wanted, round(_LEAST * zoom)):
        left = max(dots, (view - width - beside) // 2)
        return left, width, left + width + gap
    margin = min(round(MARGIN * max(1.0, zoom)), max(8, view // 8))
    width = max(120, min(wanted, view - 2 * margin))
    return (view - width) // 2, width, None


def _style(font: QFont, names: int, lanes: int, after: int) -> Style:
    size = font.pixelSize()
    return Style(
        font=font,
        font_ascent=QFontMetricsF(font).ascent(),
        ascent=round(ASCENT * size),
        descent=round(DESCENT * size),
        names=names,
        lanes=lanes,
        after=after,
        width=0,
    )


def _font(families: tuple[str, ...], pixels: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(4, round(pixels)))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
