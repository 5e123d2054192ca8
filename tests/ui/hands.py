"""Press keys and buttons in the running program as a person does, and take pictures of its screen.

The program runs on while xdotool and ImageMagick work, so their input arrives as a person's does.
"""

import string
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.shell.action_table import ACTIONS
from ui.shell.main_window import MainWindow

PATIENCE = 240.0  # seconds to wait for something to appear, on a busy machine
PAUSE = 250  # milliseconds after a key, so that a window that it opens gets the keyboard
TITLE_BAR = 24  # pixels that openbox adds to a window
KEYS = {action.id: action.shortcuts[0] for action in ACTIONS if action.shortcuts}
XDOTOOL = {"Ctrl": "ctrl", "Shift": "shift", "Backspace": "BackSpace", "Esc": "Escape"}
XDOTOOL |= {letter: letter.lower() for letter in string.ascii_uppercase}  # a capital would be pressed with Shift


class Hands:
    """Hands at the keyboard and the mouse; ``scale`` is the number of screen pixels for one of Qt."""

    def __init__(self, folder: Path, scale: float) -> None:
        self._folder, self._scale = folder, scale

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))

    def fill_screen(self, width: int, height: int) -> None:
        """Move the window to the top left and resize it to a screen of this size, in logical pixels."""
        bar = round(TITLE_BAR / self._scale)
        self.window.setGeometry(0, bar, width, height - bar)

    def press(self, *names: str) -> None:
        """Press keys: those of actions, or keys themselves."""
        for name in names:
            run("xdotool", "key", "+".join(XDOTOOL.get(part, part) for part in KEYS.get(name, name).split("+")))
            wait(PAUSE)

    def type(self, text: str, into: str) -> None:
        """Type a text into the field of this name, which has the keyboard."""
        self.until(self.see(into).hasFocus, f"the keyboard in {into}")
        run("xdotool", "type", "--delay", "20", text)
        wait(PAUSE)

    def choose(self, words: str) -> None:
        """Choose a command in the palette."""
        self.press("edit.palette")
        self.type(words, "paletteField")
        self.press("Return")

    def click(self, id_: str) -> None:
        """Click on the object of this name."""
        widget = self.see(id_)
        self.until(widget.isEnabled, id_)
        place = widget.mapToGlobal(widget.rect().center()) * self._scale
        run("xdotool", "mousemove", str(place.x()), str(place.y()), "sleep", "0.1", "click", "1")
        wait(PAUSE)

    def select(self, words: str) -> None:
        """Select words of the article by finding them."""
        self.press("edit.find")
        self.type(words, "findField")
        self.press("Esc")

    def see(self, id_: str) -> QWidget:
        """Wait until the object of this name is visible, and return it."""
        self.until(lambda: bool(_visible(id_)), id_)
        return _visible(id_)[0]

    def until(self, ready: Callable[[], bool], what: str) -> None:
        """Wait until something is true."""
        if not until(ready):
            self.picture(f"failed {what}")
            raise TimeoutError(f"{what} did not come")

    def rest(self) -> None:
        """Wait until lists and suggestions are complete."""
        desk = self.window.desk
        wait(4 * PAUSE)
        until(lambda: not desk.files.busy and not desk.suggestions.busy)
        wait(2 * PAUSE)

    def picture(self, name: str) -> None:
        """Save what is on the screen."""
        number = len(list(self._folder.glob("*.png"))) + 1
        path = self._folder / f"{number:02}-{name.replace(' ', '-')}.png"
        run("import", "-silent", "-window", "root", str(path))
        print(path.name, flush=True)


def _visible(id_: str) -> list[QWidget]:
    return [each for each in QApplication.allWidgets() if each.objectName() == id_ and each.isVisible()]


def until(ready: Callable[[], bool]) -> bool:
    """Run the program until something is true; return False if that takes too long."""
    loop, timer, end = QEventLoop(), QTimer(interval=30), time.monotonic() + PATIENCE
    timer.timeout.connect(lambda: loop.quit() if ready() or time.monotonic() > end else None)
    timer.start()
    loop.exec()
    return ready()


def wait(milliseconds: int) -> None:
    """Run the program for some time."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def run(*command: str) -> None:
    """Run a command while the program runs on."""
    with subprocess.Popen(["env", "LC_ALL=C.UTF-8", *command]) as process:
        until(lambda: process.poll() is not None)
