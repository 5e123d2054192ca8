"""The foot of a drawer page: count or progress, and the main button."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QWidget

from ui.base.look.plain_text import plain
from ui.base.widgets.boxes import fill
from ui.base.widgets.cut_label import CutLabel
from ui.base.widgets.named import named


class Foot(QWidget):
    """A count and the main button; while work is running, a text, a progress bar and the Stop button instead."""

    wanted = Signal()
    stopped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)

        self._count = named(CutLabel("muted"), f"{name}Count")
        self._words = named(plain(role="muted"), f"{name}Words")
        self._bar = named(QProgressBar(textVisible=False), f"{name}Bar", self.tr("Progress"))
        self._bar.setFixedWidth(160)
        self._pages = QStackedWidget()
        self._links = _row((self._count,))
        for line in (self._links, _row((self._words, self._bar))):
            page = QWidget()
            page.setLayout(line)
            self._pages.addWidget(page)
        self._button = _button(f"{name}Do", self.tr("Do it"))
        self._button.setDefault(True)
        self._button.clicked.connect(self.wanted)
        self._stop = _button(f"{name}Stop", self.tr("Stop"))
        self._stop.clicked.connect(self.stopped)
        self._stop.hide()
        fill(QHBoxLayout(self), (self._pages, 1), self._stop, self._button, margins=(12, 4, 8, 4), spacing=12)

    def add(self, *links: QWidget) -> None:
        """Put links behind the count."""
        for link in links:
            self._links.insertWidget(self._links.count() - 1, link)

    def show_count(self, words: str) -> None:
        """Show a text with the number of rows."""
        self._count.setText(words)

    def show_button(self, words: str, *, enabled: bool) -> None:
        """Set the main button's text."""
        self._button.setText(words)
        self._button.setAccessibleName(words)
        self._button.setEnabled(enabled)

    def begin(self, words: str) -> None:
        """Show that work is running, with an indefinite progress bar."""
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._turn(working=True)

    def advance(self, done: int, total: int) -> None:
        """Show the progress."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end(self) -> None:
        """Show the count and the main button again."""
        self._turn(working=False)

    def _turn(self, *, working: bool) -> None:
        self._pages.setCurrentIndex(1 if working else 0)
        self._stop.setVisible(working)
        self._button.setVisible(not working)


def link(name: str, text: str = "", spoken: str = "") -> QPushButton:
    """Return a button that looks like a link."""
    button = named(QPushButton(text), name, spoken or text)
    button.setProperty("role", "link")
    return button


def _row(widgets: Iterable[QWidget]) -> QHBoxLayout:
    return fill(QHBoxLayout(), *widgets, 1, margins=(0, 0, 0, 0), spacing=12)


def _button(name: str, words: str) -> QPushButton:
    button = named(QPushButton(words), name, words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
