"""Settings, session and processes. They outlive the window, which is rebuilt when its language changes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.base.crashes import Crashes
from ui.base.gc_pause import BackgroundCollector
from ui.base.i18n import translate
from ui.base.look.theme import Themes
from ui.base.settings import Settings
from ui.bridge.session import Session
from ui.jobs.adapter_learning import Learning
from ui.jobs.claim_meanings import ClaimMeanings
from ui.jobs.suggesting.left_out import BrokenSources
from ui.jobs.suggesting.source_finder import Work, real_work
from ui.jobs.suggesting.suggestion_queue import Suggesting
from ui.jobs.workers import JobProcess


class Desk(QObject):
    """Owns the application's services, and closes them in the right order."""

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        crashes: Crashes,
        *,
        find_work: Callable[[], Work] = real_work,
    ) -> None:
        super().__init__(application)
        self.settings = settings
        self.crashes = crashes
        self._collector = BackgroundCollector(application, self)
        self.themes = Themes(application, settings.theme)
        self.session = Session(self)
        crashes.failed.connect(self.session.failed, Qt.ConnectionType.QueuedConnection)
        self.files = self._process(translate("Desk", "files"), tries_again=True)
        self.suggestions = self._process(translate("Desk", "suggestions"))
        self.suggesting = Suggesting(
            self.session, self.suggestions, BrokenSources(self.session, settings), self, find_work=find_work
        )
        self.training = self._process(translate("Desk", "learning"), tries_again=True)
        self.asking = self._process(translate("Desk", "language model"), tries_again=True)
        self.learning = Learning(self.session, self.training, self.suggesting, self)
        self.meanings = ClaimMeanings(self.session, self.training, self)

    def close(self) -> None:
        """Close the project, then end the processes; no callback runs afterwards."""
        self.session.close_project()
        for process in (self.suggestions, self.files, self.training, self.asking):
            process.shut_down()
        self.settings.sync()

    def _process(self, kind: str, *, tries_again: bool = False) -> JobProcess:
        return JobProcess(kind, broken=self.crashes.report, tries_again=tries_again, parent=self)
