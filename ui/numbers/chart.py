"""Charts as plain values, without painting: series, rows, and the same figures as a table or CSV."""

import csv
import io
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette

from annotator.model.query import Query
from annotator.model.schema import Label
from annotator.text.normalization import defused
from ui.base.i18n import number, translate
from ui.base.look.look import is_dark, label_colour
from ui.numbers.scales import ChartUnit, Scale, amount_words, percent, scale

NOTHING = "–"
#: Colours (light theme, dark theme) of series without their own colour; each has a contrast of 3 : 1 or more.
SHADES = (
    ("#2f5fd0", "#7ea2ff"),
    ("#b45309", "#f0a860"),
    ("#0f766e", "#5cc8b8"),
    ("#9d3a78", "#e08cc0"),
    ("#5b6b1f", "#b5c46a"),
)


_APART = 0.35  # share of the text's colour that each repeat adds


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return the mix of two colours; ``share`` is that of ``other``, at most 0.7."""
    share = min(0.7, share)
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


class ChartKind(StrEnum):
    """The kinds of chart: rows by size, columns over time, or lines over time."""

    RANKING = "ranking"
    COLUMNS = "columns"
    LINES = "lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series of a chart. Its colour is its label's, one of `SHADES`, or that of a palette role.

    ``repeats`` counts the earlier series whose labels have the same colour; each moves this colour towards the text's.
    """

    name: str
    label: Label | None = None
    role: QPalette.ColorRole | None = QPalette.ColorRole.Accent
    shade: int | None = None
    repeats: int = 0

    def colour(self, palette: QPalette) -> QColor:
        """Return the colour of the series in this palette's theme."""
        if self.shade is not None:
            return QColor(SHADES[self.shade % len(SHADES)][is_dark(palette)])
        if self.role is not None:
            return palette.color(self.role)
        return mixed(label_colour(self.label, palette), palette.color(QPalette.ColorRole.Text), _APART * self.repeats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row or a time of a chart. It can lead to the results of a query (``query``) or to a ``document``.

    ``amounts`` has one amount for each series, None if there is nothing to measure. If amounts are shares, ``counted``
    has the numbers of which they are shares. ``tick`` is the two lines of text below the axis of time; ``note`` follows
    the amount.
    """

    name: str
    amounts: tuple[float | None, ...]
    query: Query | None = None
    document: str | None = None
    counted: tuple[int, ...] = ()
    tick: tuple[str, str] = ("", "")
    note: str = ""

    @property
    def total(self) -> float:
        """The sum of the amounts."""
        return sum(amount or 0 for amount in self.amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart. ``empty`` is shown if it has no rows. ``axis`` says what amounts are, ``across`` what rows are."""

    title: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    empty: str
    axis: str = ""
    across: str = ""
    kind: ChartKind = ChartKind.RANKING
    unit: ChartUnit = ChartUnit.COUNT
    stacked: bool = True  # whether a row can have several series, so that a legend is needed

    @property
    def most(self) -> float:
        """The greatest total of a row, 1 if all are 0."""
        return max((bar.total for bar in self.bars), default=0) or 1

    def scale(self, intervals: int) -> Scale:
        """Return the axis for the amounts, with about ``intervals`` intervals."""
        return scale(self.most, self.unit, intervals)

    def put(self, amount: float) -> str:
        """Return an amount as text, in the chart's unit."""
        return amount_words(amount, self.unit)

    def words(self, bar: Bar) -> str:
        """Return a row as text: ``Küstenbote: 12 (8 person, 4 place)``."""
        if self.kind is ChartKind.LINES:
            return f"{bar.name}: {'; '.join(self._shares(bar)) or NOTHING}"
        parts = [
            f"{self.put(amount)} {series.name}"
            for series, amount in zip(self.series, bar.amounts, strict=True)
            if amount
        ]
        inside = f" ({', '.join(parts)})" if self.stacked and parts else ""
        note = f", {bar.note}" if bar.note else ""
        return f"{bar.name}: {self.put(bar.total)}{inside}{note}"

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Return the headings and the rows of a table with the chart's figures."""
        whole = [translate("Numbers", "Total")] if self.stacked else [self.axis or self.title]
        parts = [series.name for series in self.series] if self.stacked or self.kind is ChartKind.LINES else []
        noted = any(bar.note for bar in self.bars)
        if self.kind is ChartKind.LINES:
            whole = [translate("Numbers", "Looked at")]
        headings = [self.across or self.title, *parts, *whole, *([translate("Numbers", "Share")] if noted else [])]
        return headings, [self._cells(bar, noted=noted) for bar in self.bars]

    def _cells(self, bar: Bar, *, noted: bool) -> list[str]:
        if self.kind is ChartKind.LINES:
            shares = [NOTHING if amount is None else self.put(amount) for amount in bar.amounts]
            return [bar.name, *shares, number(sum(bar.counted))]
        parts = [self.put(amount or 0) for amount in bar.amounts] if self.stacked else []
        return [bar.name, *parts, self.put(bar.total), *([bar.note] if noted else [])]

    def _shares(self, bar: Bar) -> list[str]:
        words = translate("Numbers", "{series} {share} of {count}")
        return [
            words.format(series=series.name, share=percent(amount), count=number(count))
            for series, amount, count in zip(self.series, bar.amounts, bar.counted, strict=True)
            if amount is not None
        ]


def as_csv(chart: Chart) -> str:
    """Return a chart as CSV: durations in milliseconds, shares in per cent with their totals; formulas are defused."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    names = [defused(series.name) for series in chart.series]
    if chart.kind is ChartKind.LINES:
        looked_at = translate("Numbers", "Looked at")
        lines.writerow(
            (defused(chart.title), *(words for name in names for words in (f"{name} %", f"{name}: {looked_at}")))
        )
        for bar in chart.bars:
            pairs = zip(bar.amounts, bar.counted, strict=True)
            lines.writerow((defused(bar.name), *(cell for amount, count in pairs for cell in (_share(amount), count))))
        return written.getvalue()
    lines.writerow((defused(chart.title), *(names if chart.stacked else []), translate("Numbers", "Total")))
    for bar in chart.bars:
        amounts = [round(amount or 0) for amount in bar.amounts] if chart.stacked else []
        lines.writerow((defused(bar.name), *amounts, round(bar.total)))
    return written.getvalue()


def _share(amount: float | None) -> str:
    return "" if amount is None else f"{amount:.1f}"
