"""Holding suggestions back in some sentences, or bringing them back, in slices."""

from PySide6.QtCore import QObject, Signal

from annotator.jobs.suggesting.hold_back import holding_back
from ui.bridge.session import Session, publish_held_back
from ui.jobs.slice_runner import Slices


class HoldBack(QObject):
    """Applies the project's choice to pending suggestions, an article at a time."""

    begun = Signal(str)  # what is being done, as text
    done = Signal(str)  # what was done, as text
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._slices = Slices(session, self)
        self._words = ""  # for the end

    @property
    def busy(self) -> bool:
        """Return whether suggestions are being held or brought back."""
        return self._slices.busy

    def start(self, *, on: bool) -> None:
        """Apply the choice, which is stored already."""
        self.begun.emit(self.tr("Holding back suggestions…") if on else self.tr("Bringing back suggestions…"))
        done = self.tr("Suggestions are held back in 5 % of the sentences of articles that are not done yet.")
        undone = self.tr("All suggestions are shown again. Those held back in done articles still count.")
        self._words = done if on else undone
        self._slices.start(holding_back(self._session.required()), done=self._on_done, failed=self.failed.emit)

    def stop(self) -> None:
        """Stop; the remaining articles follow with their next suggestions."""
        if self._slices.busy:
            self._slices.stop()
            publish_held_back(self._session)

    def _on_done(self, _nothing: None) -> None:
        publish_held_back(self._session)
        self.done.emit(self._words)
