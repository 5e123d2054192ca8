"""A chart as a value: rows with an amount for each series."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from annotator.model.query import Question
from annotator.model.schema import Label
from ui.base.i18n import number
from ui.base.look.labels import label_colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series: a label with its colour, or a role of the palette."""

    name: str
    label: Label | None = None
    role: QPalette.ColorRole | None = QPalette.ColorRole.Accent

    def colour(self, palette: QPalette) -> QColor:
        """Return the colour of the series."""
        return palette.color(self.role) if self.role is not None else label_colour(self.label, palette)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row that leads to the results of a question, or to a document. ``amounts`` follow the chart's series."""

    name: str
    amounts: tuple[float, ...]
    question: Question | None = None
    document: str | None = None

    @property
    def total(self) -> float:
        """The sum of the amounts."""
        return sum(self.amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Rows with a title; ``empty`` is shown without rows, ``put`` formats an amount."""

    title: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    empty: str
    stacked: bool = True  # a row can have several series, with a legend
    put: Callable[[float], str] = number

    @property
    def most(self) -> float:
        """The total of the longest bar, 1 if all are empty."""
        return max((bar.total for bar in self.bars), default=0) or 1

    def words(self, bar: Bar) -> str:
        """Return a row as text: ``Küstenbote: 12 (8 person, 4 place)``."""
        parts = [
            f"{self.put(amount)} {series.name}"
            for series, amount in zip(self.series, bar.amounts, strict=True)
            if amount
        ]
        inside = f" ({', '.join(parts)})" if self.stacked and parts else ""
        return f"{bar.name}: {self.put(bar.total)}{inside}"
