"""Combo boxes in the cells of tables."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.base.look.sizes import NEAR


def cell_width(content: QWidget) -> int:
    """Return the width in pixels of a column that shows a widget uncut: the style sheet pads cells at both sides."""
    return content.sizeHint().width() + 2 * NEAR


def centred(content: QWidget) -> QWidget:
    """Return a widget that shows ``content`` at its usual height in the middle of a higher cell."""
    cell = QWidget()
    layout = QVBoxLayout(cell)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(content, 0, Qt.AlignmentFlag.AlignVCenter)
    cell.setFocusProxy(content)
    return cell
