"""Words of articles and files, shown as they are: Qt takes what looks like HTML for HTML unless it is told not to."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_label(words: str, role: str = "") -> QLabel:
    """Give a label that shows plain text; ``role`` is one of the style sheet."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def plain_tooltip(words: str) -> str:
    """Give what a tooltip shows as these words, broken into lines where they are long."""
    return f"<qt>{escape(words)}</qt>"
