"""The keyboard of a window whose fields are off during a job."""

from typing import cast

from PySide6.QtWidgets import QWidget


class FocusBack:
    """The focus before a job, to be restored after it: Qt moves it on, often to the button that closes the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._held: QWidget | None = None

    def hold(self) -> None:
        """Remember the focus; call this before the fields are switched off, also for each job of several."""
        if self._held is None:
            self._held = self._window.focusWidget()

    def give_back(self, *passing: QWidget) -> None:
        """Restore the focus if it is still on a widget that Qt moved it to, one of ``passing``, or on none."""
        held, self._held = self._held, None
        now = cast("QWidget | None", self._window.focusWidget())
        if held is not None and held.isEnabled() and (now is None or now in passing or not now.isVisible()):
            held.setFocus()
