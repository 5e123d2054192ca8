"""A real window over a real project file; only the sources of suggestions are stand-ins."""

import multiprocessing
import os
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.project.project import Project
from annotator.store.copies import SUFFIX
from ui.base.look.reading_style import load_fonts

TEXT = (
    "Kürzlich 🎈 traf Ce\u0301line Weiß in\u00a0Weifang ein.\n\n"
    "Die Firma HD Hyundai sagt, das Schiff fahre „bald“ ohne Kapitän.\n\n"
    "Bild: HD Hyundai / Köln"
)
SECOND = "Am Montag kam HD Hyundai nach Köln 🚆."


@pytest.fixture(scope="session")
def fork_server():
    """The server that forks processes, None where the system has none, as on Windows."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return None
    from tests.ui.fork_server import Context

    return Context()


@pytest.fixture(autouse=True)
def forked_jobs(monkeypatch, fork_server):
    """Fork job processes from a server."""
    if fork_server is not None:
        real = multiprocessing.get_context
        monkeypatch.setattr(multiprocessing, "get_context", lambda way: fork_server if way == "spawn" else real(way))


@pytest.fixture(scope="session", autouse=True)
def shipped_fonts(qapp):
    """Load the shipped fonts, so that sizes do not depend on which test ran before."""
    load_fonts()


@pytest.fixture(autouse=True)
def plain_application(qapp):
    """Restore the application's fonts and colours after each test."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    yield
    if qapp.styleSheet() != sheet:
        qapp.setStyleSheet(sheet)
        qapp.setPalette(palette)
        qapp.setFont(font)


@pytest.fixture
def dead_drive(monkeypatch):
    """Return a function that puts a path on a drive that does not answer in a block."""
    real = os.path.isfile

    @contextmanager
    def dead(path):
        answer = Event()
        with monkeypatch.context() as patch:
            patch.setattr(os.path, "isfile", lambda asked: answer.wait(10) if asked == path else real(asked))
            yield
        answer.set()

    return dead


@cache
def project_file():
    """Return the bytes of a project with three articles; making it takes as long as the window that opens it."""
    articles = [
        Article(
            title="Weifang wird Metaverse", text=TEXT, language="de", publisher="Küstenbote", published="2026-03-09"
        ),
        Article(title="Zweiter Zug", text=SECOND, language="de"),
        Article(title="Third train", text="A train left Köln 🎈 on Monday.", language="en"),
    ]
    with TemporaryDirectory() as folder:
        project = Project.create(Path(folder, "made"), schema=schema_file.load("news"), annotator="anna")
        project.add_articles(articles)
        project.close()
        return project.path.read_bytes()


@pytest.fixture
def project_path(tmp_path):
    path = tmp_path / f"Städte 🌆{SUFFIX}"
    path.write_bytes(project_file())
    return path


@pytest.fixture
def make_window(qtbot, tmp_path):
    """Return a function that makes windows with stand-ins for the sources. All windows are gone after the test."""
    from tests.ui import worked
    from ui.app_services import Desk
    from ui.base import i18n
    from ui.base.crashes import Crashes
    from ui.base.look.look import Theme
    from ui.base.settings import Settings
    from ui.jobs.suggesting.source_finder import Work
    from ui.shell.main_window import MainWindow

    made = []

    def make(path=None, *, work=None, language="en", theme="light", show=True, equip=True):
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        settings = Settings()
        settings.theme = Theme(theme)
        settings.language = language
        i18n.install(language)
        crashes = Crashes(tmp_path / "log")
        found = work or Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=worked.SOURCES)
        desk = Desk(application, settings, crashes, find_work=lambda: found)
        window = MainWindow(desk)
        if equip:
            window.equip()
        window.resize(1440, 900)  # the screen without a screen is smaller: columns would be hidden
        qtbot.addWidget(window)
        made.append((window, desk))
        if show:
            window.show()
            qtbot.waitExposed(window)
        if path is not None:
            assert window.projects.open_path(path)
            window.view.setFocus()
        return window

    yield make
    for window, desk in made:
        window.close()
        desk.close()
        desk.deleteLater()
        window.deleteLater()
    i18n.install("en")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make_window, project_path, qtbot):
    """A window with the project open and its suggestions there."""
    made = make_window(project_path)
    qtbot.waitUntil(lambda: len(made.session.opened.suggestions) == 4, timeout=60_000)
    return made
