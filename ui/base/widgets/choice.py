"""A drop-down list for dialogs that scroll."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Choice(QComboBox):
    """A drop-down list that ignores the wheel, so that the dialog scrolls and the choice stays."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
