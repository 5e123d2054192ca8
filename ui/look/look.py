"""What the article looks like: colours and fonts as one value. `ui.look.theme` fills it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from annotator.schema import Schema

SERIF = ("Source Serif 4", "Charter", "DejaVu Serif", "Georgia", "Noto Serif")
SANS = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")


@dataclass(frozen=True, kw_only=True)
class Look:
    """Colours and fonts. ``labels`` holds a colour for each (layer, label); sizes are pixels at 100 %."""

    dark: bool
    ground: QColor
    paper: QColor
    ink: QColor
    muted: QColor
    line: QColor
    accent: QColor
    accent_ground: QColor
    hit: QColor
    labels: Mapping[tuple[str, str], QColor] = field(default_factory=dict)
    serif: tuple[str, ...] = SERIF
    sans: tuple[str, ...] = SANS
    size: int = 16

    def colour(self, layer: str, label: str) -> QColor:
        """Give the colour of a label; a quiet one where the schema does not know it."""
        return self.labels.get((layer, label), self.muted)


def light(labels: Mapping[tuple[str, str], QColor]) -> Look:
    """Give the light look."""
    return Look(
        dark=False,
        ground=QColor("#f6f5f2"),
        paper=QColor("#ffffff"),
        ink=QColor("#1f2328"),
        muted=QColor("#6b7078"),
        line=QColor("#e4e1db"),
        accent=QColor("#2f5fd0"),
        accent_ground=QColor("#dfe7fb"),
        hit=QColor("#f7e3a1"),
        labels=labels,
    )


def dark(labels: Mapping[tuple[str, str], QColor]) -> Look:
    """Give the dark look."""
    return Look(
        dark=True,
        ground=QColor("#17191d"),
        paper=QColor("#202329"),
        ink=QColor("#e4e6ea"),
        muted=QColor("#979da8"),
        line=QColor("#3a3f49"),
        accent=QColor("#7ea2ff"),
        accent_ground=QColor("#263252"),
        hit=QColor("#5a4a1c"),
        labels=labels,
    )


def label_colours(schema: Schema, *, dark: bool) -> dict[tuple[str, str], QColor]:
    """Give the colours that a schema has for its labels."""
    return {(label.layer, label.id): QColor(label.dark if dark else label.light) for label in schema.labels}
