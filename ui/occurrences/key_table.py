"""A table whose keys mean something to the drawer."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView


class KeyTable(QTableView):
    """Offers each key before it moves in the rows; typing never searches in them."""

    pressed_key = Signal(object)  # the QKeyEvent; who accepts it has taken it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(False)
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Letters do something else here."""
