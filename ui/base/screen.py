"""The size of windows: never larger than their screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 56)  # room for the window manager's frame


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Resize a window, at most to its screen; an open window also moves so that all of it is visible."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - FRAME))
    if window.isVisible():
        room, frame = window.screen().availableGeometry(), window.frameGeometry()
        around = (frame.size() - window.geometry().size()).expandedTo(FRAME)  # some window managers report too little
        frame.setSize(window.size() + around)  # the requested size: the window may still have another
        frame.moveRight(min(frame.right(), room.right()))
        frame.moveBottom(min(frame.bottom(), room.bottom()))
        window.move(max(frame.left(), room.left()), max(frame.top(), room.top()))
