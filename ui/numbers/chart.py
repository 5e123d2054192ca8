"""What a picture of numbers shows, as a value: rows, and how much of each series is in each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from annotator.model.query import Question
from annotator.model.schema import Label
from ui.base.i18n import number
from ui.base.look.labels import label_colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A part that each row can have: a label with its colour, or something that the palette has a colour for."""

    name: str
    label: Label | None = None
    role: QPalette.ColorRole | None = QPalette.ColorRole.Accent

    def colour(self, palette: QPalette) -> QColor:
        """Give the colour that it is painted in."""
        return palette.color(self.role) if self.role is not None else label_colour(self.label, palette)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row. ``amounts`` are in the order of the chart's series; it leads to what answers a question, or an article."""

    name: str
    amounts: tuple[float, ...]
    question: Question | None = None
    document: str | None = None

    @property
    def total(self) -> float:
        """All of it."""
        return sum(self.amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Rows with a heading; ``empty`` says what will be here, ``put`` writes an amount in words."""

    title: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    empty: str
    stacked: bool = True  # the series have a legend, and a row can have several
    put: Callable[[float], str] = number

    @property
    def most(self) -> float:
        """The amount of the longest bar."""
        return max((bar.total for bar in self.bars), default=0) or 1

    def words(self, bar: Bar) -> str:
        """Say a row: ``Küstenbote: 12 (8 person, 4 place)``."""
        parts = [
            f"{self.put(amount)} {series.name}"
            for series, amount in zip(self.series, bar.amounts, strict=True)
            if amount
        ]
        inside = f" ({', '.join(parts)})" if self.stacked and parts else ""
        return f"{bar.name}: {self.put(bar.total)}{inside}"
