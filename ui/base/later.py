"""What can wait until the article is painted: panels, hints and menus follow an edit a moment later, and once."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot

_AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value - 1  # Qt asks for painting with the low one
_TURN = QEvent.Type(QEvent.registerEventType())


class Later(QObject):
    """Does something once, after what has changed so far is painted, however often it was asked for until then."""

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._asked = False

    @property
    def asked(self) -> bool:
        """Tell whether it is still to be done."""
        return self._asked

    @Slot()
    def ask(self) -> None:
        """Ask for it."""
        if not self._asked:
            self._asked = True
            QCoreApplication.postEvent(self, QEvent(_TURN), _AFTER_PAINTING)

    def forget(self) -> None:
        """Do it no more."""
        self._asked = False

    def catch_up(self) -> None:
        """Do it at once if it was asked for: somebody is about to look."""
        if self._asked:
            self._asked = False
            self._work()

    def customEvent(self, _event: QEvent) -> None:
        self.catch_up()
