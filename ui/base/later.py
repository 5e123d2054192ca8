"""Work that waits until the window is painted: panels, hints and menus are updated once, a moment after an edit."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

_AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value - 1  # Qt posts paint events with low priority
_TURN = QEvent.Type(QEvent.registerEventType())
# PySide 6.11 may crash if Python lets go of an event before Qt deletes it. So many are never on their way at once.
_posted = deque[QEvent](maxlen=1000)


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

    @property
    def asked(self) -> bool:
        """Whether the call is pending."""
        return self._asked

    @Slot()
    def ask(self) -> None:
        """Request the call; it runs after the pending changes are painted."""
        if not self._asked:
            self._asked = True
            _posted.append(QEvent(_TURN))
            QCoreApplication.postEvent(self, _posted[-1], _AFTER_PAINTING)

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
        self.catch_up()
