"""The project's choice of sources, stored in its file."""

from PySide6.QtCore import QObject, Signal

from annotator.model import source_choices
from annotator.model.source_choices import SOURCES, SourceChoices
from annotator.suggest.sources import own
from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.suggestion_queue import Suggesting


class StoredChoices(QObject):
    """The choices that are in force; a change applies at once."""

    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, suggesting: Suggesting, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._suggesting = suggesting

    @property
    def now(self) -> SourceChoices:
        """The current choices."""
        written = source_choices.loads(self._session.required().read.setting(SOURCES))
        return own.in_force(written, self._suggesting.models)

    def store(self, choices: SourceChoices) -> bool:
        """Store the choices in the project file and apply them. Return whether they could be stored."""
        try:
            self._session.required().keep(SOURCES, source_choices.dumps(choices))
        except AnnotatorError as error:
            self.failed.emit(error)
            return False
        self._suggesting.look_again()
        return True
