"""What scrolls where there is no room for it, and looks as if it did not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(held: QWidget, name: str, accessible: str) -> QScrollArea:
    """Let a widget scroll up and down in an area without frame or ground of its own; the keyboard passes it by."""
    area = QScrollArea(widgetResizable=True)
    area.setObjectName(name)
    area.setAccessibleName(accessible)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(held)
    for each in (area.viewport(), held):
        each.setAutoFillBackground(False)
    return area
