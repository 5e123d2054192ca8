"""The look of the article: colours and fonts as one value, built by `ui.base.look.theme`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap

from annotator.model.schema import Label, Schema, words
from ui.base.i18n import ui_language

SERIF = ("Source Serif 4", "Charter", "DejaVu Serif", "Georgia", "Noto Serif")
SANS = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")

PATTERNS = 7  # none; rising, falling, vertical lines; grid; horizontal lines; lattice


class Theme(StrEnum):
    """The theme of the window: light, dark, or the system's."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, kw_only=True)
class Look:
    """Colours and fonts of the article; sizes are pixels at 100%. ``faint`` is for signs that are not text.

    ``labels`` maps (layer, label) to a colour. ``reading`` lists font families for the article, ``column`` is its
    width, ``leading`` a factor of the line height. ``patterns`` is whether labels also differ by pattern.
    """

    dark: bool
    ground: QColor
    paper: QColor
    ink: QColor
    muted: QColor
    line: QColor
    faint: QColor
    accent: QColor
    accent_ground: QColor
    hit: QColor
    labels: Mapping[tuple[str, str], QColor] = field(default_factory=dict)
    reading: tuple[str, ...] = SERIF
    sans: tuple[str, ...] = SANS
    size: int = 16
    column: int = 690
    leading: float = 1.0
    patterns: bool = False

    def colour(self, layer: str, label: str) -> QColor:
        """Return a label's colour, or a muted one for a label that the schema lacks."""
        return self.labels.get((layer, label), self.muted)

    def pattern(self, layer: str, label: str) -> int:
        """Return the number of a label's pattern; 0 means none."""
        return pattern_of(self.labels, layer, label) if self.patterns else 0


def pattern_of(labels: Iterable[tuple[str, str]], layer: str, label: str) -> int:
    """Return the number of a label's pattern. The labels of a layer get patterns in the order of ``labels``."""
    of_layer = [known for where, known in labels if where == layer]
    return of_layer.index(label) % PATTERNS if label in of_layer else 0


def light(labels: Mapping[tuple[str, str], QColor]) -> Look:
    """Build the light look with these label colours."""
    return Look(
        dark=False,
        ground=QColor("#f6f5f2"),
        paper=QColor("#ffffff"),
        ink=QColor("#1f2328"),
        muted=QColor("#6b7078"),
        line=QColor("#e4e1db"),
        faint=QColor("#8f8c86"),
        accent=QColor("#2f5fd0"),
        accent_ground=QColor("#dfe7fb"),
        hit=QColor("#f7e3a1"),
        labels=labels,
    )


def dark(labels: Mapping[tuple[str, str], QColor]) -> Look:
    """Build the dark look with these label colours."""
    return Look(
        dark=True,
        ground=QColor("#17191d"),
        paper=QColor("#202329"),
        ink=QColor("#e4e6ea"),
        muted=QColor("#979da8"),
        line=QColor("#3a3f49"),
        faint=QColor("#6d737f"),
        accent=QColor("#7ea2ff"),
        accent_ground=QColor("#263252"),
        hit=QColor("#5a4a1c"),
        labels=labels,
    )


def label_colours(schema: Schema, *, dark: bool) -> dict[tuple[str, str], QColor]:
    """Return the colours of the schema's labels by (layer, label)."""
    return {(label.layer, label.id): QColor(label.dark if dark else label.light) for label in schema.labels}


ICON = 12  # pixels: a dot with room around it
DOT = 10  # pixels


def is_dark(palette: QPalette) -> bool:
    """Return whether a palette is dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def label_colour(label: Label | None, palette: QPalette) -> QColor:
    """Return a label's colour, or a muted one for a label that the schema lacks."""
    if label is None:
        return palette.color(QPalette.ColorRole.PlaceholderText)
    return QColor(label.dark if is_dark(palette) else label.light)


def label_name(schema: Schema, layer: str, label: str) -> str:
    """Return a label's name, or its id if the schema lacks it."""
    found = schema.label(layer, label)
    return words(found.name, ui_language()) if found is not None else label


def field_name(schema: Schema, layer: str, field: str) -> str:
    """Return a field's name, or its id if the schema lacks it."""
    found = schema.attribute(layer, field)
    return words(found.name, ui_language()) if found is not None else field


def relation_name(schema: Schema, relation: str) -> str:
    """Return the name of a relation type, or its id if the schema lacks it."""
    found = schema.relation(relation)
    return words(found.name, ui_language()) if found is not None else relation


def value_names(schema: Schema, layer: str, name: str, values: Sequence[str]) -> str:
    """Return the names of a field's values in the window's language, joined by commas; "–" if there are none."""
    known = schema.attribute(layer, name)
    names = {value.id: words(value.name, ui_language()) for value in (known.values if known is not None else ())}
    return ", ".join(names.get(each, each) for each in values) or "–"


def label_icon(label: Label, palette: QPalette) -> QIcon:
    """Return a label's dot as an icon for a list, `ICON` pixels wide."""
    picture = QPixmap(ICON * 2, ICON * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        paint_dot(painter, 1, ICON // 2, label_colour(label, palette))
    return QIcon(picture)


def paint_dot(painter: QPainter, x: int, middle: int, colour: QColor) -> int:
    """Paint a label's dot from ``x`` on, centred on ``middle``; return the x where it ends."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(x, middle - DOT / 2, DOT, DOT), 3, 3)
    painter.restore()
    return x + DOT


def faint(colour: QColor, strength: float = 0.45) -> QColor:
    """Return a colour with an opacity of 0 to 1, by default that of a label's pattern."""
    found = QColor(colour)
    found.setAlphaF(strength)
    return found
