"""Charts as files: CSV, SVG or PNG."""

import csv
import io
from pathlib import Path

from PySide6.QtGui import QFont, QPainter

from annotator.system.csv_safety import defused
from ui.base import pictures
from ui.numbers.chart import Chart
from ui.numbers.chart_painting import paint_picture, picture_size

SUFFIXES = ("csv", "svg", "png")


def save(chart: Chart, font: QFont, target: Path) -> None:
    """Write a chart whole or not at all, in the format of the suffix, one of `SUFFIXES`.

    Raises:
        FormatError: ``format.target``.
    """

    def paint(painter: QPainter) -> None:
        paint_picture(painter, chart, font)

    match target.suffix.lower():
        case ".csv":
            content = pictures.BOM + as_csv(chart).encode()
        case ".svg":
            content = pictures.svg(picture_size(chart, font), chart.title, paint)
        case _:
            content = pictures.png(picture_size(chart, font), paint)
    pictures.put(content, target)


def as_csv(chart: Chart) -> str:
    """Return a chart as CSV, times in milliseconds, with formulas defused."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    parts = [defused(series.name) for series in chart.series] if chart.stacked else []
    lines.writerow((defused(chart.title), *parts, "total"))
    for bar in chart.bars:
        amounts = [round(amount) for amount in bar.amounts] if chart.stacked else []
        lines.writerow((defused(bar.name), *amounts, round(bar.total)))
    return written.getvalue()
