"""What the keys do while a list beside the article has the keyboard, or the field above it."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from ui.hand.key_line import Hint
from ui.panels.left_list import SearchLine

translate = QCoreApplication.translate


class ListKeys(QObject):
    """Follows the keyboard in and out of the lists of two columns."""

    changed = Signal()  # `hints` gives others

    def __init__(self, columns: tuple[QWidget, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self._shown: tuple[Hint, ...] = ()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def hints(self) -> tuple[Hint, ...]:
        """Give what to show at the foot; nothing where keys go elsewhere."""
        focus = QApplication.focusWidget()
        if focus is None or not any(column.isAncestorOf(focus) for column in self._columns):
            return ()
        if isinstance(focus, SearchLine):
            return (
                Hint(keys=(), words=translate("Hints", "Type a few letters of it")),
                Hint(keys=("⏎", "↓"), words=translate("Hints", "to the list")),
                Hint(keys=("Esc",), words=translate("Hints", "empty the field, then back to the list")),
            )
        if not isinstance(focus, QTableView):
            return ()
        return (
            Hint(keys=("↑", "↓"), words=translate("Hints", "go along the list, the article follows")),
            Hint(keys=("⏎", "Esc"), words=translate("Hints", "back to the article")),
        )

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, _now: QWidget | None) -> None:
        now = self.hints()
        if now != self._shown:
            self._shown = now
            self.changed.emit()
