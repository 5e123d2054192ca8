"""Files that are dropped on a window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from ui.base.look.painting import RADIUS
from ui.base.look.plain_text import strong
from ui.base.look.sizes import APART

_LINE = 2  # pixels of the frame


class DropFrame(QWidget):
    """A frame around a window while files hover over it, with a line that says what dropping them does."""

    def __init__(self, window: QWidget, words: Callable[[Sequence[Path]], str]) -> None:
        """Make the hidden frame of a window; ``words`` returns the line for the files."""
        super().__init__(window)
        self.setObjectName("dropFrame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the window below gets the drop
        self.hide()
        self._words_for = words
        self.words = ""

    def enter(self, event: QDragEnterEvent) -> None:
        """Accept files that are dragged onto the window, and show the frame."""
        paths = _dropped_files(event)
        if paths:
            self.words = self._words_for(paths)
            self.setAccessibleName(self.words)
            self.setGeometry(self.window().rect())
            self.raise_()
            self.show()
            self.window().installEventFilter(self)  # for the time of the drag

    def drop(self, event: QDropEvent) -> list[Path]:
        """Hide the frame, and return the dropped files."""
        self._end()
        return _dropped_files(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._end()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(strong(self.font()))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), _LINE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_LINE, _LINE, -_LINE, -_LINE), RADIUS, RADIUS)
        metrics = QFontMetrics(painter.font())
        box = QRectF(0, 0, metrics.horizontalAdvance(self.words) + 4 * APART, metrics.height() + 2 * APART)
        box.moveCenter(QRectF(self.rect()).center())
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.words)

    def _end(self) -> None:
        self.window().removeEventFilter(self)
        self.hide()


def _dropped_files(event: QDropEvent) -> list[Path]:
    """Return the local files of a drag or drop, and accept it as a copy if there are any.

    The proposed action may be a move, after which the file manager would delete the files. An address with a NUL or
    without a folder names no file.
    """
    names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    paths = [path for name in names if "\0" not in name and (path := Path(name)).is_absolute()]
    if paths:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    return paths
