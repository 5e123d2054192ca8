"""The page that is shown while no project is open."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.base.look.plain_text import plain, tooltip
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.scrolled import scrolled

_WIDTH = 560
_GAP = 40  # pixels between a project's name and its folder, at least


class Welcome(QWidget):
    """The welcome page, with buttons for a new project, an existing one, the sample and recent projects."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(object)  # Path of the recent project

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        title = plain(self.tr("Spanwright"), "headline")
        words = plain(
            self.tr(
                "Turn articles into training data: label names and claims, decide on suggestions with one key."
                " Every decision is stored at once."
            ),
            wraps=True,
        )
        self._new = _button(self.tr("New Project…"), "welcomeNew")
        self._new.setDefault(True)
        self._open = _button(self.tr("Open…"), "welcomeOpen")
        self._sample = _button(self.tr("Try the Sample Project"), "welcomeSample")
        self._new.clicked.connect(self.new_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._sample.clicked.connect(self.sample_wanted)
        buttons = fill(QHBoxLayout(), self._new, self._open, self._sample, 1, spacing=8)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_title = plain(self.tr("Recent projects"), "title")
        drop = plain(self.tr("Or drop files here: a project opens, articles make a new project."), "muted", wraps=True)
        page = fill(QVBoxLayout(), title, words, spacing=12)
        page.addSpacing(8)
        page.addLayout(buttons)
        page.addWidget(drop)
        page.addSpacing(24)
        self._rule = _line()
        page.addWidget(self._rule)
        page.addWidget(self._recent_title)
        page.addLayout(self._recent)
        column = QWidget()
        column.setFixedWidth(_WIDTH)
        column.setLayout(page)
        across = QHBoxLayout()  # stretches, as an alignment would ignore wrapped text
        across.addStretch(1)
        across.addWidget(column)
        across.addStretch(1)
        held = QWidget()
        fill(QVBoxLayout(held), 2, across, 3)
        fill(QVBoxLayout(self), scrolled(held, "welcomePage", self.tr("Spanwright")), margins=0)  # on a low screen

    def show_recent(self, paths: list[Path]) -> None:
        """List the recent projects."""
        while (entry := self._recent.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.deleteLater()
        for widget in (self._rule, self._recent_title):
            widget.setVisible(bool(paths))
        for number, path in enumerate(paths[:6]):
            self._recent.addWidget(self._line_for(path, number))

    def take_keyboard(self) -> None:
        """Set the focus on the first button."""
        self._new.setFocus()

    def _line_for(self, path: Path, number: int) -> QWidget:
        folder = plain("", "muted")
        metrics, middle = QFontMetrics(folder.font()), Qt.TextElideMode.ElideMiddle
        folder.setText(metrics.elidedText(str(path.parent), middle, _WIDTH // 2))
        room = _WIDTH - metrics.horizontalAdvance(folder.text()) - _GAP
        button = _button("", f"welcomeRecent{number}")
        name = QFontMetrics(button.font()).elidedText(path.stem, middle, room)
        button.setText(name.replace("&", "&&"))
        button.setAccessibleName(path.stem)
        button.setToolTip(tooltip(str(path)))
        button.setProperty("role", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _checked=False: self.recent_wanted.emit(path))
        line = QWidget()
        fill(QHBoxLayout(line), button, 1, folder, margins=0)
        return line


def _button(words: str, name: str) -> QPushButton:
    button = named(QPushButton(words), name)
    button.setAutoDefault(True)  # outside a dialog, Return would not press it otherwise
    return button


def _line() -> QFrame:
    line = named(QFrame(), "welcomeRule")
    line.setFixedHeight(1)
    line.setStyleSheet("background: palette(mid);")
    return line
