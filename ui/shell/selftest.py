"""The part of the self-test that needs Qt: icons, and a painted window."""

import os
import sys
import tempfile
from pathlib import Path

import qtawesome
from PySide6.QtCore import QLibraryInfo, QSettings
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from annotator.cli.selftest import Check
from annotator.corpus.samples import sample_articles
from annotator.model import schema_file
from annotator.project.project import AUTO
from ui.app_services import Desk
from ui.base.crashes import Crashes
from ui.base.i18n import LANGUAGES
from ui.base.look.reading_style import load_fonts
from ui.base.settings import Settings
from ui.jobs.suggesting.source_finder import Work, real_work
from ui.shell.main_window import MainWindow

ICON = "mdi6.check"


def icons() -> str:
    """Paint an icon from the font that ships with qtawesome, and return the result as text."""
    _application()
    image = qtawesome.icon(ICON).pixmap(32, 32).toImage()
    if image.isNull() or not _is_painted(image):
        raise RuntimeError(f"{ICON} is empty")
    return f"{ICON} of qtawesome {qtawesome.__version__}"


def window() -> str:
    """Open a sample article in the main window, check what was painted, and return the result as text."""
    application = _application()
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, folder)
        desk = Desk(application, Settings(), Crashes(Path(folder)), find_work=_no_work)
        shown = MainWindow(desk)
        shown.equip()
        try:
            if not desk.session.create_project(Path(folder) / "test", schema_file.load(schema_file.DEFAULT), AUTO):
                raise RuntimeError("no project could be made")
            desk.session.required().add_annotated(sample_articles("test"))
            desk.session.open_first()
            shown.show()
            image = shown.view.grab().toImage()
        finally:
            shown.close()
            desk.close()
    if not _is_painted(image):
        raise RuntimeError("nothing was painted; is there a font?")
    version = QLibraryInfo.version().toString()
    return f"Qt {version} painted {image.width()}×{image.height()} on {QGuiApplication.platformName()}"


def manual() -> str:
    """Read the manual in each language, load its pictures, and return the result as text."""
    from ui.manual.chapters import FOLDER, chapters

    counts = []
    for language in LANGUAGES:
        found = chapters(language)
        pictures = sorted((FOLDER / language / "pictures").glob("*.png"))
        broken = [path.name for path in pictures if QImage(str(path)).isNull()]
        if not found or not pictures or broken:
            raise RuntimeError(f"the manual in {language} is incomplete: {', '.join(broken) or FOLDER}")
        counts.append(f"{language} {len(found)} chapters, {len(pictures)} pictures")
    return "; ".join(counts)


CHECKS: tuple[Check, ...] = (("icons", icons), ("window", window), ("manual", manual))


_kept: list[QApplication] = []  # Qt shuts down when the last reference to its application is gone


def _no_work() -> Work:
    """Return a `Work` without sources, because `annotator.cli.selftest` checks the pipelines."""
    return real_work()._replace(sources=())


def _application() -> QApplication:
    """Return the QApplication; if there is no screen, it paints into memory."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    made = QApplication(["spanwright"])
    _kept.append(made)
    load_fonts()
    return made


def _is_painted(image: QImage) -> bool:
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    return len(colours) > 1
