"""Painting of stances: a signed number for each stance, above a bar whose length shows the number of claims."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette

from annotator.jobs.board import BoardRow, RowKind, Stances, Topic
from annotator.model.schema import Schema, words
from ui.base.i18n import number, translate, ui_language
from ui.base.look.plain_text import sized
from ui.base.look.sizes import SMALL


def claimant_name(claimant: BoardRow) -> str:
    """Return a claimant's name, or words that describe a claimant without a name."""
    if claimant.kind is RowKind.UNNAMED and claimant.name:
        return translate("Board", "{words} (unnamed)").format(words=claimant.name)
    nameless = {
        RowKind.AUTHOR: translate("Board", "The article itself"),
        RowKind.UNNAMED: translate("Board", "Somebody unnamed"),
        RowKind.OPEN: translate("Board", "Claimant not set"),
    }
    return nameless.get(claimant.kind) or claimant.name


def topic_name(topic: Topic) -> str:
    """Return a topic's name, or "No topic"."""
    return topic.name or translate("Board", "No topic")


def stance_names() -> Stances:
    """Return the names of the stances, in the order of `Stances`."""
    return Stances(*(translate("Board", "affirm"), translate("Board", "refute"), translate("Board", "unclear")))  # type: ignore[arg-type]


def signed(stances: Stances) -> tuple[tuple[int, str], ...]:
    """Return (index in `Stances`, signed number) for each stance that occurs. The signs work without colour."""
    signs = ("+", "−", "?")
    return tuple(
        (at, f"{sign}{number(count)}") for at, (sign, count) in enumerate(zip(signs, stances, strict=True)) if count
    )


def spoken(stances: Stances) -> str:
    """Return in words how many claims have each stance."""
    pattern = translate("Board", "{affirm} affirm, {refute} refute, {unclear} unclear")
    return pattern.format(
        affirm=number(stances.affirms), refute=number(stances.refutes), unclear=number(stances.unclear)
    )


def value_name(schema: Schema, attribute: str, value: str | None) -> str:
    """Return the displayed name of a value of a claim's attribute; an unknown value is returned as it is."""
    known = schema.attribute("claims", attribute)
    found = next((each for each in known.values if each.id == value), None) if known is not None else None
    return (words(found.name, ui_language()) or found.id) if found is not None else value or ""


MARGIN = 10
_BAR = 5  # height
_LEAST = 14  # least width of a bar, so that its shares can be told apart
_CALM = 0.8  # opacity of a bar's colours
_GAP = 6


def colours(palette: QPalette) -> tuple[QColor, QColor, QColor]:
    """Return the colours of affirming, refuting and unclear claims."""
    role = QPalette.ColorRole
    return palette.color(role.Accent), palette.color(role.BrightText), palette.color(role.PlaceholderText)


def paint_stances(painter: QPainter, rect: QRect, stances: Stances, most: int, font: QFont, palette: QPalette) -> None:
    """Paint a cell: the signed numbers and their bar. A bar of ``most`` claims fills the whole width."""
    painter.save()
    painter.setFont(sized(font, SMALL))
    metrics = QFontMetrics(painter.font())
    x, line = rect.left() + MARGIN, rect.top() + (rect.height() - metrics.height() - _BAR - 3) // 2
    for place, text in signed(stances):
        painter.setPen(colours(palette)[place])
        painter.drawText(QRect(x, line, rect.right() - x, metrics.height()), Qt.AlignmentFlag.AlignLeft, text)
        x += metrics.horizontalAdvance(text) + _GAP
    room = QRect(rect.left() + MARGIN, line + metrics.height() + 3, rect.width() - 2 * MARGIN, _BAR)
    paint_bar(painter, room, stances, most, palette)
    painter.restore()


def paint_bar(painter: QPainter, room: QRect, stances: Stances, most: int, palette: QPalette) -> None:
    """Paint a bar with a share for each stance, from the left. A bar of ``most`` claims fills the whole width."""
    if not stances.total:
        return
    whole = min(room.width(), max(_LEAST, room.width() * stances.total / max(1, most)))
    x = float(room.left())
    for count, colour in zip(stances, shades(palette), strict=True):
        width = whole * count / stances.total
        painter.fillRect(QRectF(x, room.top(), width, room.height()), colour)
        x += width


def shades(palette: QPalette) -> tuple[QColor, ...]:
    """Return the fill colours of the stances: their text colours, partly transparent."""
    made = tuple(map(QColor, colours(palette)))
    for colour in made:
        colour.setAlphaF(_CALM)
    return made


def legend(palette: QPalette) -> tuple[tuple[str, QColor], ...]:
    """Return the sign and colour of each stance."""
    return tuple(zip(("+", "−", "?"), colours(palette), strict=True))
