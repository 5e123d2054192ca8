"""Work that waits until the window is painted: panels, hints and menus are updated once, a moment after an edit."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

_AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value - 1  # Qt posts paint events with low priority
_TURN = QEvent.Type(QEvent.registerEventType())


class Later(QObject):
    """A call that runs once after the pending changes are painted, however often it was requested.

    ``first`` is another `Later`. If its call requests this one, this one runs right after it.
    """

    ran = Signal()

    def __init__(self, work: Callable[[], object], parent: QObject, first: "Later | None" = None) -> None:
        super().__init__(parent)
        self._work = work
        self._first = first
        if first is not None:
            first.ran.connect(self.catch_up)
        self._asked = False
        # The last event and those on their way: PySide 6.11 may crash if Python lets go of one before Qt deletes it.
        self._posted = [QEvent(_TURN)]

    @property
    def asked(self) -> bool:
        """Whether the call is pending."""
        return self._asked

    @Slot()
    def ask(self) -> None:
        """Request the call; it runs after the pending changes are painted."""
        if not self._asked:
            self._asked = True
            self._posted.append(QEvent(_TURN))
            QCoreApplication.postEvent(self, self._posted[-1], _AFTER_PAINTING)

    def cancel(self) -> None:
        """Cancel the pending call."""
        self._asked = False

    @Slot()
    def catch_up(self) -> None:
        """Run the pending call now, if there is one."""
        if self._first is not None:
            self._first.catch_up()
        if self._asked:
            self._asked = False
            self._work()
            self.ran.emit()

    def customEvent(self, _event: QEvent) -> None:
        del self._posted[0]
        self.catch_up()
