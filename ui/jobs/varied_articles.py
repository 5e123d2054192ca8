"""The order in which the next article is unlike those before it, made in the learning process when it is wanted."""

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
    """Keeps the order of one project until articles come or go. Articles that are done since then change nothing."""

    found = Signal()  # the order is there

    def __init__(self, session: Session, process: JobProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ranks: dict[str, int] | None = None
        self._asking = LastQuestion(process, self._on_answer, self)  # on an error, articles come as they were added
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        session.documents_changed.connect(self.forget)
        session.project_closing.connect(self.forget)

    @property
    def busy(self) -> bool:
        """Return whether the order is being made."""
        return self._pause.isActive() or self._asking.busy

    def ranks(self) -> Mapping[str, int]:
        """Return the place of each article that comes first; empty until `found`, which this call leads to."""
        if self._ranks is None and not self.busy:
            self._pause.start()
        return self._ranks or {}

    @Slot()
    def forget(self) -> None:
        """Drop the order, and stop making it."""
        self._pause.stop()
        self._asking.stop()
        self._ranks = None

    @Slot()
    def _ask(self) -> None:
        from annotator.jobs.searching.variety import varied_order  # with the store: not before the window is painted

        if self._session.project is not None:
            self._asking.ask(varied_order, self._session.project.path)

    def _on_answer(self, varied: "Varied") -> None:
        if varied.left:
            self._ask()
            return
        self._ranks = {id_: rank for rank, id_ in enumerate(varied.ids)}
        self.found.emit()
