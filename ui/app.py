"""Starts the window, and keeps it until it is closed."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog

from annotator.errors import StoreError
from ui import i18n
from ui.crashes import Crashes, log_folder
from ui.desk import Desk
from ui.look.fonts import load_fonts
from ui.main_window import MainWindow
from ui.messages import sentence
from ui.settings import APPLICATION, ORGANISATION, Settings


class FirstPaint(QObject):
    """Tells when a window was painted for the first time: a timer alone may come before that."""

    happened = Signal()

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.happened.emit)  # Qt paints while it handles the event
        return False


class Application(QObject):
    """Shows the window, and makes it anew when another language is chosen."""

    def __init__(self, application: QApplication, settings: Settings, crashes: Crashes) -> None:
        super().__init__(application)
        self.desk = Desk(application, settings, crashes)
        self.window = self._made_window()

    def show(self, project: Path | None, *, sample: bool) -> None:
        """Show the window; what is to be opened is opened once it is painted."""
        recent = self.desk.settings.recent
        wanted = project or (recent[0] if recent else None)
        self.window.show_page(project=sample or wanted is not None)
        self.window.show()
        painted = FirstPaint(self.window.windowHandle(), self)
        painted.happened.connect(lambda: self._open(wanted, sample=sample))

    def _open(self, project: Path | None, *, sample: bool) -> None:
        self.window.equip()
        if sample:
            self.window.projects.sample()
        elif project is not None:
            self.window.projects.open_path(project)
        self.window.show_page(project=self.desk.session.project is not None)
        gc.freeze()  # what was made until now stays: no collection, which would hold a frame up, looks through it
        gc.enable()  # main.py paused it

    def _made_window(self) -> MainWindow:
        window = MainWindow(self.desk)
        window.closed.connect(self._on_closed)
        window.language_chosen.connect(self._speak)
        return window

    @Slot(str)
    def _speak(self, language: str) -> None:
        """Make the window anew, for every word of it is another; not while the old one has something to end."""
        old, settings = self.window, self.desk.settings
        refusal = self._why_not()
        if refusal:
            old.messages.tell(refusal)
            old.menus.check_only(f"language.{settings.language}")
            return
        settings.language = language
        i18n.install(language)
        caret, place = old.view.drawn, old.view.scrolling.anchor()
        old.closed.disconnect(self._on_closed)
        self.window = self._made_window()
        self.window.equip()
        self.window.setGeometry(old.geometry())
        self.window.show()
        old.close()
        old.deleteLater()
        opened = self.desk.session.opened
        if opened is not None:
            self.desk.session.open_document(opened.document.id)
            self.window.view.move_caret(caret)
            self.window.view.scrolling.restore(place)

    def _why_not(self) -> str:
        """Say why the window cannot go now; nothing where it can."""
        project = self.desk.session.project
        dialogs = self.window.findChildren(QDialog)
        if project is not None and project.timeline.busy:
            return sentence(StoreError("store.busy"))
        if any(dialog.isVisible() for dialog in dialogs):
            return self.tr("Close the other windows first, then choose the language again.")
        if any(dialog.objectName() == "trainingWindow" for dialog in dialogs):  # put away
            return self.tr("A training goes on. Stop it, or wait until it is over; then choose the language again.")
        if self.desk.files.busy:
            return self.tr("Something is still being worked out. Choose the language again in a moment.")
        return ""

    @Slot()
    def _on_closed(self) -> None:
        self.desk.close()
        QCoreApplication.quit()


def run(project: Path | None, *, sample: bool) -> int:
    """Open the window and give the exit code when it was closed.

    Args:
        project: A project to open; without one the last one is opened, or the welcome page shown.
        sample: Open a copy of the sample project.
    """
    QCoreApplication.setOrganizationName(ORGANISATION)
    QCoreApplication.setApplicationName(APPLICATION)
    QGuiApplication.setDesktopFileName("spanwright")
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    crashes = Crashes(log_folder(), application)
    crashes.install()
    load_fonts()
    settings = Settings()
    i18n.install(settings.language)
    shown = Application(application, settings, crashes)
    shown.show(project, sample=sample)
    code = application.exec()
    crashes.uninstall()
    return code
