"""Preparation of any text for display, so that it is never read as markup and breaks into lines that fit."""

import re
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

_BREAKS = re.compile(r"[/\\?!…–—-](?=.)")  # signs after which Qt breaks a line
_WORD_JOINER = "\u2060"  # forbids that
_INNER_MARKS = str.maketrans("„“”»«", "‚‘’›‹")


def one_line(words_: str, limit: int = 300) -> str:
    """Join the lines of a text into one, cut after ``limit`` characters."""
    shown = " ".join(words_[: limit + 1].split())
    return shown if len(words_) <= limit else shown + "…"


def within_quotes(words_: str) -> str:
    """Make the curved quotation marks of a text single, so that it can stand between double ones.

    A straight one stays, as it cannot be mistaken for them and may be the sign for inches.
    """
    return words_.translate(_INNER_MARKS)


def breakable(words_: str) -> str:
    """Allow a line break after each underscore, because the names of pipelines have no other place for one."""
    return words_.replace("_", "_\u200b")


def unbroken(words_: str) -> str:
    """Keep each per cent sign on the same line as its number."""
    return words_.replace(" %", "\u00a0%")


def path_words(path: Path, metrics: QFontMetrics, width: int) -> str:
    """Return a path that never breaks into lines, its middle elided to a width in pixels; the home folder is ``~``."""
    home = Path.home()
    shown = str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
    words = metrics.elidedText(shown.replace(" ", "\u00a0"), Qt.TextElideMode.ElideMiddle, width)
    return _BREAKS.sub(rf"\g<0>{_WORD_JOINER}", words)


def tooltip(text: str) -> str:
    """Return text as a tooltip; it is escaped, because Qt would read it as markup."""
    lines = escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>" if text else ""


def wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Break text into at most ``most`` lines of a width in pixels; the last one is elided."""
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
    """Return a copy of a font in another size and weight."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def strong(font: QFont) -> QFont:
    """Return a copy of a font in DemiBold, the heaviest shipped weight; Qt would imitate a bolder one badly."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def plain(text: str = "", role: str | None = None, *, name: str = "", wraps: bool = False) -> QLabel:
    """Build a label that never reads its text as markup."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    if role is not None:
        label.setProperty("role", role)
    return label


def set_role(widget: QWidget, role: str) -> None:
    """Set a widget's style role and restyle it: Qt reads the property only once, before the widget is first shown."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
