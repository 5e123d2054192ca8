"""Words of any origin as Qt shall show them: as they are, never as markup, in lines that fit."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget


def one_line(words_: str, limit: int = 300) -> str:
    """Give words without line breaks, cut where nobody could see the rest."""
    shown = " ".join(words_[: limit + 1].split())
    return shown if len(words_) <= limit else shown + "…"


def breakable(words_: str) -> str:
    """Let words break into lines after an underscore: names of pipelines have no other place for it."""
    return words_.replace("_", "_\u200b")


def unbroken(words_: str) -> str:
    """Keep a per cent sign beside its number where words break into lines."""
    return words_.replace(" %", "\u00a0%")


def tooltip(text: str) -> str:
    """Give words of any origin, in their lines, as a tooltip, which Qt would else search for markup."""
    lines = escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>" if text else ""


def wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Break words into lines of a width; what does not fit into the last one is cut."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        count = 1
        while count < len(rest) and metrics.horizontalAdvance(" ".join(rest[: count + 1])) <= width:
            count += 1
        lines.append(" ".join(rest[:count]))
        rest = rest[count:]
    lines = [*lines, " ".join(rest)] if rest else lines
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Give a font in another size and weight."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def strong(font: QFont) -> QFont:
    """Give a font in the heavier of the two weights that come along: Qt smears the letters of any that is bolder."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def plain(text: str = "", role: str | None = None) -> QLabel:
    """Make a label for words of any origin: they are never taken for markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role is not None:
        label.setProperty("role", role)
    return label


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget the look of a role: Qt reads a property for its style once, before the widget is shown first."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
