"""How large a window may open: never larger than the screen it is on."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 56)  # room for what the window manager puts around a window


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or what of it the screen has room for."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - FRAME))
