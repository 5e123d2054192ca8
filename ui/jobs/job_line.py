"""The line of a dialog that shows a job's progress."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from annotator.system.errors import AnnotatorError
from ui.base.look.plain_text import plain, set_role
from ui.base.messages import sentence
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import fill, named

_BAR, _SHORT_BAR, _NARROW = 160, 48, 420  # pixels: the bar, the short bar, and the line width below which it is short


class JobLine(QWidget):
    """A text, and a progress bar while a job runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = plain("", name="jobWords", wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = named(QProgressBar(textVisible=False), "jobBar", self.tr("Progress"))
        self._bar.setFixedWidth(_SHORT_BAR)  # until the line is laid out, so that it widens no dialog
        self._button = dialog_button("jobAction", "")
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._act)
        self._action: Callable[[], object] | None = None
        self._button.hide()
        fill(QHBoxLayout(self), (self._words, 1), self._button, self._bar, margins=0, spacing=16)
        self._bar.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setFixedWidth(_BAR if self.width() >= _NARROW else _SHORT_BAR)  # the text needs the room

    @property
    def words(self) -> str:
        """The text."""
        return self._words.text()

    def begin(self, words: str) -> None:
        """Show a text and a busy bar without a percentage."""
        self._show_text(words, warning=False)
        self._bar.setRange(0, 0)
        self._bar.show()

    @Slot(int, int)
    def advance(self, done: int, total: int) -> None:
        """Show the progress."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def say(self, words: str) -> None:
        """Show a text while the job runs."""
        self._show_text(words, warning=False)

    def end(self, words: str, button: str = "", action: Callable[[], object] | None = None) -> None:
        """Hide the bar and show the result, with a button if there is an action."""
        self._finish(words, button, action, warning=False)

    def warn(self, words: str, button: str = "", action: Callable[[], object] | None = None) -> None:
        """Hide the bar and show a warning, with a button if there is an action."""
        self._finish(words, button, action, warning=True)

    @Slot(object)
    def fail(self, error: AnnotatorError) -> None:
        """Hide the bar and show why the job failed."""
        self.warn(sentence(error))

    @Slot()
    def _act(self) -> None:
        if self._action is not None:
            self._action()

    def _finish(self, words: str, button: str, action: Callable[[], object] | None, *, warning: bool) -> None:
        self._bar.hide()
        self._show_text(words, warning=warning)
        self._action = action
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(action is not None)

    def _show_text(self, words: str, *, warning: bool) -> None:
        self._button.hide()
        self._words.setText(words)
        set_role(self._words, "warning" if warning else "")
