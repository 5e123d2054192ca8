"""A list to choose from that stands among others in a dialog that scrolls."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Choice(QComboBox):
    """Turning the wheel over it scrolls what it stands in, and changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
