"""The line at the foot of the window, with key hints and a text about what is stored."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolTip, QWidget

from ui.base.look.plain_text import plain, sized, tooltip
from ui.base.look.sizes import SMALL
from ui.base.widgets.inputs import fill, named

HEIGHT = 34
_GAP = 16
_MOST = 0.45  # largest share of the line's width for a notice
_CAP = 5  # pixels left and right inside a key cap


class Hint(NamedTuple):
    """Keys and what they do now; a ``loud`` hint is painted in full contrast."""

    keys: tuple[str, ...]
    words: str
    loud: bool = False


def in_runs(keys: Sequence[str]) -> tuple[str, ...]:
    """Return the keys as shown: three or more consecutive digits become a range, as in 1–4."""
    digits = sorted({int(key) for key in keys if key.isdigit()})
    shown: list[str] = []
    for _, run in groupby(enumerate(digits), key=lambda pair: pair[1] - pair[0]):
        found = [str(digit) for _, digit in run]
        shown += [f"{found[0]}–{found[-1]}"] if len(found) > 2 else found
    return (*shown, *(key for key in keys if not key.isdigit()))


class _Place(NamedTuple):
    """The place of a hint in pixels: left edge, widths of its keys, start of its text, right edge."""

    left: int
    caps: tuple[int, ...]
    words: int
    right: int


class KeyHints(QWidget):
    """A row of hints, painted from left to right; those that do not fit are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyHints")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._hints: tuple[Hint, ...] = ()
        self._places: tuple[_Place, ...] = ()
        self._font = sized(self.font(), SMALL)

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Replace the hints."""
        if hints != self._hints:
            same = next((at for at, (a, b) in enumerate(zip(hints, self._hints, strict=False)) if a != b), None)
            first = same if same is not None else min(len(hints), len(self._hints))
            self._hints, self._places = hints, self._placed(hints)
            self.setAccessibleName("; ".join(f"{' '.join(hint.keys)}: {hint.words}" for hint in hints))
            left = self._places[first - 1].right if first else 0
            self.update(left, 0, self.width() - left, self.height())  # often only the undo hint changes

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The current hints, including those that do not fit."""
        return self._hints

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Show all hints on hover, including those that do not fit."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            lines = (f"{' '.join(hint.keys)}  {hint.words}".strip() for hint in self._hints)
            QToolTip.showText(event.globalPos(), tooltip("\n".join(lines)), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._font)
            for hint, place in zip(self._hints, self._places, strict=True):
                if place.right > self.width():
                    return
                if place.right < event.rect().left():
                    continue
                x = place.left
                for key, width in zip(hint.keys, place.caps, strict=True):
                    self._paint_cap(painter, x, width, key)
                    x += width + 3
                loud = QPalette.ColorRole.WindowText if hint.loud else QPalette.ColorRole.PlaceholderText
                painter.setPen(self._colour(loud))
                room = QRect(place.words, 0, self.width() - x, self.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, hint.words)

    def _placed(self, hints: tuple[Hint, ...]) -> tuple[_Place, ...]:
        metrics = QFontMetrics(self._font)
        found: list[_Place] = []
        left = 0
        for hint in hints:
            widths = tuple(max(18, metrics.horizontalAdvance(key) + 2 * _CAP) for key in hint.keys)
            begin = left + sum(width + 3 for width in widths) + 3
            found.append(_Place(left, widths, begin, begin + metrics.horizontalAdvance(hint.words)))
            left = found[-1].right + _GAP
        return tuple(found)

    def _paint_cap(self, painter: QPainter, x: int, width: int, key: str) -> None:
        cap = QRect(x, (self.height() - 18) // 2, width, 18)
        painter.setPen(self._colour(QPalette.ColorRole.Mid))
        painter.setBrush(self._colour(QPalette.ColorRole.Base))
        painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)


class KeyLine(QWidget):
    """The key hints at the left; at the right a text about what is stored or, for a moment, about the last step."""

    acted = Signal()  # the notice's button was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Key hints"))
        self.setFixedHeight(HEIGHT)
        self.hints = KeyHints()
        self._progress = plain(role="muted", name="progressWords")
        self._stored = plain(role="muted", name="storedWords")
        self._notice = plain(role="notice", name="noticeWords")
        self._button = named(QPushButton(), "noticeAction", role="link")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
        self._button.clicked.connect(self.acted)
        fill(
            QHBoxLayout(self),
            (self.hints, 1),
            self._progress,
            self._stored,
            self._notice,
            self._button,
            margins=(16, 1, 16, 0),
            spacing=_GAP,
        )
        self.clear_notice()

    def show_stored(self, words: str) -> None:
        """Show a text about what is stored."""
        self._stored.setText(words)

    def show_progress(self, words: str) -> None:
        """Show a text about what is running in the background."""
        self._progress.setText(words)

    def has_room(self, words: str) -> bool:
        """Return whether a notice would leave more than half of the line to the hints."""
        return self.isVisible() and self._notice.fontMetrics().horizontalAdvance(words) < self.width() * _MOST

    def show_notice(self, words: str, button: str = "") -> None:
        """Show a notice, with a button if given, in place of the text about what is stored."""
        self._notice.setText(words)
        self._button.setText(button)
        self._turn(notice=True)

    def clear_notice(self) -> None:
        """Remove the notice and show again what is stored."""
        self._notice.setText("")
        self._button.setText("")
        self._turn(notice=False)

    @property
    def stored(self) -> str:
        """The text about what is stored."""
        return self._stored.text()

    def _turn(self, *, notice: bool) -> None:
        self._notice.setVisible(notice)
        self._stored.setVisible(not notice)
        self._button.setVisible(bool(self._button.text()))
