"""Grab every window of the program into a folder of pictures, to look at.

``python -m tests.ui.window_pictures FOLDER [PROJECT] --size 1280x720 --theme dark --language de --scale 2``

Pictures are taken without a screen, but of one that has this size: what would be beyond its edges is cut off and
said. The size is in logical pixels, so that ``--size 640x360 --scale 2`` is a screen of 1280 × 720 pixels at 200%.
Without a project the main window is empty.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

OPENERS = (
    "file.new file.import file.paste file.export edit.find edit.palette edit.keys occurrences.open search.open"
    " suggestion.triage occurrences.consistency project.rules project.board project.identities project.numbers"
    " suggestion.sources suggestion.ask_model project.corpus project.adjudicate project.conflicts project.comments"
    " file.merge team.deal team.packages team.retest team.practice team.person"
    " project.page_rules model.train project.schema project.annotator"
    " article.describe"
    " article.versions article.delete article.note article.batch span.pick span.who help.keyboard help.diagnostics"
    " help.about"
).split()
ARROW = 34  # pixels of a combo box beside its text
MARGINS = 20  # pixels of a field beside its placeholder
TITLE_BAR = 32  # pixels that a window manager adds to a dialog


def main(arguments):
    asked = _asked(arguments)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen(asked.size, asked.scale)}"
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from ui.base import i18n
    from ui.base.look.reading_style import load_fonts

    application = QApplication(["spanwright"])
    with tempfile.TemporaryDirectory() as home:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, home)
        load_fonts()
        i18n.install(asked.language)
        _grab_all(application, asked, Path(home))
    os._exit(0)  # job processes may still be at work


def _screen(size, scale):
    """Write the description of a screen of this size, and return its path."""
    width, height = (round(int(part) * scale) for part in size.split("x"))
    here = {"name": "one", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump({"screens": [here]}, file)
    return file.name


def _asked(arguments):
    parser = argparse.ArgumentParser(description="Grab every window of the program.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("project", type=Path, nargs="?")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--language", default="en")
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--only", nargs="*", default=OPENERS, help="actions to trigger")
    parser.add_argument("--patience", type=int, default=2_500, help="milliseconds until a window has what it shows")
    return parser.parse_args(arguments)


def _grab_all(application, asked, home):
    from ui.app_services import Desk
    from ui.base.crashes import Crashes
    from ui.base.look.look import Theme
    from ui.base.settings import Settings, Tour
    from ui.shell.main_window import MainWindow

    settings = Settings()
    settings.theme, settings.language, settings.tour = Theme(asked.theme), asked.language, Tour.OVER
    window = MainWindow(Desk(application, settings, Crashes(home)))
    window.equip()
    width, height = (int(part) for part in asked.size.split("x"))
    window.resize(width, height)
    window.show()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.project is not None:
        window.projects.open_path(asked.project)
        window.view.setFocus()
    _wait(2 * asked.patience)
    _put(window, asked.folder, "main")
    for action in asked.only:
        _grab(application, window, asked, action)


def _grab(application, window, asked, action):
    from PySide6.QtWidgets import QFrame

    before = set(application.topLevelWidgets())
    found = window.actions_by_id[action]
    if not found.isEnabled():
        print(action, "is off")
        return
    found.trigger()
    _wait(asked.patience)
    opened = [w for w in application.topLevelWidgets() if w not in before and w.isVisible() and w.width() > 60]
    opened = opened or [w for w in application.topLevelWidgets() if w is not window and w.isVisible()]
    for at, widget in enumerate(opened):
        _put(widget, asked.folder, f"{action}{at or ''}")
        if action == "project.numbers":
            _grab_pages(widget, asked.folder)
    if not opened:
        _put(window, asked.folder, action)
    for widget in opened or application.topLevelWidgets():
        if widget is not window:
            widget.close()
    for popup in window.findChildren(QFrame):
        if popup.property("role") == "popup":
            popup.hide()
    _wait(200)


def _grab_pages(numbers, folder):
    for row in range(1, numbers.pages.count()):
        numbers.pages.setCurrentRow(row)
        _wait(300)
        _put(numbers, folder, f"project.numbers-{row:02}")


def _put(widget, folder, name):
    """Save a picture of what a screen of this size can show of a window below its title bar."""
    from PySide6.QtCore import QPoint, QRect, QSize

    if any(_cut(widget.window())):
        _wait(500)  # a text that came just now is laid out
    room = widget.screen().availableSize()
    if widget.isWindow() and widget.parentWidget() is not None:
        room -= QSize(0, TITLE_BAR)
    if widget.width() > room.width() or widget.height() > room.height():
        print(f"{name} is {widget.width()} x {widget.height()}, larger than {room.width()} x {room.height()}")
    for each in _cut(widget.window()):
        print(f"{name}: {type(each).__name__} {each.objectName()} is cut")
    widget.grab(QRect(QPoint(0, 0), widget.size().boundedTo(room))).save(str(folder / f"{name}.png"))


def _cut(window):
    """Yield the visible scroll areas that are too narrow, and what has too little room for its text and no tooltip."""
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

    for each in window.findChildren(QWidget):
        if isinstance(each, QScrollArea):
            narrow = each.horizontalScrollBar().maximum() > 0
        elif isinstance(each, QLabel) and each.wordWrap():
            narrow = each.height() < each.heightForWidth(each.width())
        elif isinstance(each, QComboBox):
            words = each.fontMetrics().horizontalAdvance(each.currentText()) + ARROW
            narrow = each.width() < words or each.height() < each.minimumSizeHint().height()
        elif isinstance(each, QLineEdit) and not each.toolTip():
            narrow = each.fontMetrics().horizontalAdvance(each.placeholderText()) > each.width() - MARGINS
        elif isinstance(each, QAbstractButton | QLabel) and not each.toolTip():
            narrow = not each.size().isEmpty() and each.size().expandedTo(each.minimumSizeHint()) != each.size()
        else:
            narrow = False
        if narrow and each.isVisible() and each.window() is window:
            yield each


def _wait(milliseconds):
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(sys.argv[1:])
