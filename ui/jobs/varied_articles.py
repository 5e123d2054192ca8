"""The order in which each article differs most from those before it; computed on demand in the training process."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.bridge.session import Session
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

if TYPE_CHECKING:
    from annotator.jobs.searching.variety import Varied

_PAUSE = 1_000  # milliseconds: the article and its suggestions come first


class VariedArticles(QObject):
    """Keeps the order of a project's articles until some are added or removed; finishing one does not change it."""

    found = Signal()  # the order is known

    def __init__(self, session: Session, process: JobProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ranks: dict[str, int] | None = None
        self._asking = LastQuestion(process, self._on_answer, self)  # on an error, articles stay as added
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        session.documents_changed.connect(self.forget)
        session.project_closing.connect(self.forget)

    @property
    def busy(self) -> bool:
        """Return whether the order is being computed."""
        return self._pause.isActive() or self._asking.busy

    def ranks(self) -> Mapping[str, int]:
        """Return the rank of each ordered article, by id; {} if not known yet, in which case it is now computed."""
        if self._ranks is None and not self.busy:
            self._pause.start()
        return self._ranks or {}

    @Slot()
    def forget(self) -> None:
        """Drop the order, and stop computing it."""
        self._pause.stop()
        self._asking.stop()
        self._ranks = None

    @Slot()
    def _ask(self) -> None:
        from annotator.jobs.searching.variety import varied_order  # imports the store, so only after the first paint

        if self._session.project is not None:
            self._asking.ask(varied_order, self._session.project.path)

    def _on_answer(self, varied: "Varied") -> None:
        if varied.left:
            self._ask()
            return
        self._ranks = {id_: rank for rank, id_ in enumerate(varied.ids)}
        self.found.emit()
