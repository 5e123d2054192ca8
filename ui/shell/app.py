"""The running program: creates the window, and replaces it when the language changes."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QIcon, QWindow
from PySide6.QtWidgets import QApplication, QDialog

from annotator.system.errors import StoreError
from annotator.system.resources import resource_path
from ui.app_services import Desk
from ui.base import i18n
from ui.base.crashes import Crashes, log_folder
from ui.base.look.reading_style import load_fonts
from ui.base.messages import Answer, sentence
from ui.base.settings import APPLICATION, ORGANISATION, Settings, is_file
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from ui.shell.import_ahead import ImportAhead, ImportSteps
    from ui.shell.signals import Ending

_SETTLED = 3_000  # milliseconds after which a crash is no longer blamed on opening the project


class FirstPaint(QObject):
    """Emits a signal after a window was painted for the first time. A timer alone may fire earlier."""

    happened = Signal()

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.happened.emit)  # Qt paints while it handles this event
        return False


class Application(QObject):
    """Owns the main window and replaces it when another language is chosen."""

    def __init__(self, application: QApplication, settings: Settings, crashes: Crashes) -> None:
        super().__init__(application)
        self.desk = Desk(application, settings, crashes)
        self.window = self._made_window()
        self._ending: Ending | None = None
        self._ahead: ImportAhead | None = None
        self._steps: ImportSteps | None = None
        crashes.may_reopen = lambda: self.desk.session.project is not None
        crashes.reopen_wanted.connect(self.reopen)
        crashes.quit_wanted.connect(self.close)

    def show(self, project: Path | None, *, sample: bool) -> None:
        """Show the window, and open the project after the first paint.

        Without a project, open the last one; at the very first start, open a copy of the sample.
        """
        last = None if sample or project is not None else self.desk.settings.last
        first = not sample and project is None and last is None
        stuck = last is not None and self.desk.crashes.stuck
        self.window.show_page(project=not stuck and (last is None or is_file(last)))
        self.window.show()
        painted = FirstPaint(self.window.windowHandle(), self)
        if sample or first:
            painted.happened.connect(lambda: self._open_sample(first=first))
        elif project is not None:
            painted.happened.connect(lambda: self._open(project))
        elif last is not None:
            painted.happened.connect(lambda: self._pass_over(last) if stuck else self._open_last(last))

    def _open_sample(self, *, first: bool) -> None:
        self.window.equip()
        self.window.projects.sample()
        self._settle()
        if first:
            self.window.touring.offer()

    def _open(self, project: Path) -> None:
        self.window.equip()
        self.window.projects.open_path(project)
        self._settle()

    def _open_last(self, project: Path) -> None:
        """Open the last project, unless opening it has repeatedly crashed the program."""
        self.desk.crashes.run.opening()
        self._open(project)
        self.window.touring.resume()

    def _pass_over(self, project: Path) -> None:
        self.window.equip()
        self._settle()
        words = self.tr("{file} was not opened automatically: the program ended twice while opening it.")
        self.window.messages.offer(words.format(file=project.name), self._log_answer())

    def _settle(self) -> None:
        """Show the project page or the welcome page, and report if the previous run crashed."""
        crashes, messages = self.desk.crashes, self.window.messages
        self.window.show_page(project=self.desk.session.project is not None)
        QTimer.singleShot(_SETTLED, self, crashes.run.settle)
        QTimer.singleShot(_SETTLED, self, self._import_ahead)
        crashes.log_ended()
        self._heed_signals()
        gc.freeze()  # what exists now stays: collections skip it, as scanning it would delay a frame
        gc.enable()  # main.py paused the garbage collector
        if crashes.ended and not messages.words:
            crashed = any(each.crashed for each in crashes.ended)
            words = (
                self.tr("Spanwright crashed last time. All your labels are stored.")
                if crashed
                else self.tr("Spanwright was not closed properly last time. All your labels are stored.")
            )
            messages.tell(words, *self._log_answer(), stays=True)

    @Slot()
    def _import_ahead(self) -> None:
        from ui.shell.import_ahead import ImportAhead, ImportSteps  # only after the first paint

        self._ahead = ImportAhead()
        self._steps = ImportSteps(self._ahead, self)

    def _log_answer(self) -> Answer:
        return self.tr("Show the Log"), self.show_log

    @Slot()
    def show_log(self) -> None:
        """Show the log in a dialog."""
        from ui.base.log_dialog import LogDialog

        LogDialog(self.desk.crashes.log, self.window).open()

    def shut_down(self) -> None:
        """Restore Python's own signal handling, and stop importing ahead."""
        if self._steps is not None:
            self._steps.stop()
        if self._ahead is not None:
            self._ahead.stop()
        if self._ending is not None:
            self._ending.stop()
            self._ending = None

    def _heed_signals(self) -> None:
        if sys.platform != "win32" and self._ending is None:
            from ui.shell.signals import Ending  # only after the first paint

            self._ending = Ending(self)
            self._ending.asked.connect(self.end)

    def _made_window(self) -> MainWindow:
        window = MainWindow(self.desk)
        window.closed.connect(self._on_closed)
        window.language_chosen.connect(self._speak)
        return window

    @Slot(str)
    def _speak(self, language: str) -> None:
        """Replace the window by one in another language, unless the old window still has work to finish."""
        old, settings = self.window, self.desk.settings
        refusal = self._why_not()
        if refusal:
            old.messages.tell(refusal)
            old.menus.check_only(f"language.{settings.language}")
            return
        settings.language = language
        i18n.install(language)
        caret, place = old.view.drawn, old.view.scrolling.anchor()
        touring = old.touring.running
        self._renew()
        opened = self.desk.session.opened
        if opened is not None:
            self.desk.session.open_document(opened.document.id)
            self.window.view.move_caret(caret)
            self.window.view.scrolling.restore(place)
        if touring:
            self.window.touring.offer()

    @Slot()
    def reopen(self) -> None:
        """Close the project, replace the window and open the project again, to recover from a bug."""
        session = self.desk.session
        if session.project is None or not self.window.projects.rescue.may_leave(self.reopen):
            return
        path = session.project.path
        session.close_project()
        self._renew()
        self.window.projects.open_path(path)
        self.window.show_page(project=session.project is not None)

    @Slot()
    def close(self) -> None:
        """Close the window, which ends the program."""
        self.window.close()

    @Slot()
    def end(self) -> None:
        """Close without asking, as the system is shutting down."""
        if hasattr(self.window, "projects"):
            self.window.projects.rescue.let_go()
        self.window.close()

    def _renew(self) -> None:
        """Replace the window by a new one; the project stays open."""
        old = self.window
        old.closed.disconnect(self._on_closed)
        self.window = self._made_window()
        self.window.equip()
        self.window.setGeometry(old.geometry())
        self.window.show()
        old.projects.rescue.let_go()
        old.close()
        old.deleteLater()

    def _why_not(self) -> str:
        """Return why the window cannot be replaced now; "" if it can be replaced."""
        project = self.desk.session.project
        dialogs = self.window.findChildren(QDialog)
        if project is not None and project.timeline.busy:
            return sentence(StoreError("store.busy"))
        if any(dialog.isVisible() for dialog in dialogs):
            return self.tr("Close the other windows first, then choose the language again.")
        if any(dialog.objectName() == "trainingWindow" for dialog in dialogs):  # it is hidden while it trains
            return self.tr("Training is still running. Stop it or wait until it ends, then choose the language again.")
        if self.desk.files.busy:
            return self.tr("The program is still busy. Choose the language again in a moment.")
        return ""

    @Slot()
    def _on_closed(self) -> None:
        self.desk.close()
        QCoreApplication.quit()


def run(project: Path | None, *, sample: bool) -> int:
    """Run the window until it is closed and return the exit code.

    Args:
        project: The project to open. Without one, the last project, or the sample at the very first start.
        sample: Open a copy of the sample project.
    """
    QCoreApplication.setOrganizationName(ORGANISATION)
    QCoreApplication.setApplicationName(APPLICATION)
    QGuiApplication.setDesktopFileName("spanwright")
    application = QApplication(sys.argv[:1])
    application.setWindowIcon(QIcon(str(resource_path("app_icon", "spanwright-64.png"))))
    application.setQuitOnLastWindowClosed(False)
    crashes = Crashes(log_folder(), application)
    crashes.install()
    load_fonts()
    settings = Settings()
    i18n.install(settings.language)
    shown = Application(application, settings, crashes)
    shown.show(project, sample=sample)
    code = application.exec()
    shown.shut_down()
    crashes.uninstall()
    return code
