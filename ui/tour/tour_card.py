"""The card of the tour in a corner of the article, and the brackets around the words it is about."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.base.i18n import number
from ui.base.look.painting import cap_size, paint_cap
from ui.base.look.plain_text import plain
from ui.base.widgets.inputs import fill, named
from ui.tour.steps import StepWords

WIDTH = 316
EDGE = 16  # pixels from the article's edge
_ROOM = QMargins(4, 2, 4, 5)  # around the words for their brackets; the label's name is above
_FOOT = 6  # pixels of the short sides of a bracket
_STROKE = 2
_BAR = 4
_LINE = 24


class Outline(QWidget):
    """Brackets before and after words, unlike a selection and the ring; the mouse passes through them."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setObjectName("tourOutline")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._first = self._last = QRect()
        self.hide()

    def surround(self, lines: Sequence[QRect]) -> None:
        """Draw the brackets around the words on these lines, viewport rectangles; hide them if there are none."""
        if not lines:
            self.hide()
            return
        wide = [line.marginsAdded(_ROOM) for line in lines]
        around = QRegion()
        for line in wide:
            around += line
        corner = around.boundingRect().topLeft()
        self._first, self._last = wide[0].translated(-corner), wide[-1].translated(-corner)
        self.setGeometry(around.boundingRect())
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        half = _STROKE // 2
        with QPainter(self) as painter:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), _STROKE))
            for box, x, foot in (
                (self._first, self._first.left() + half, _FOOT),
                (self._last, self._last.right(), -_FOOT),
            ):
                top, bottom = box.top() + half, box.bottom()
                corners = ((x + foot, top), (x, top), (x, bottom), (x + foot, bottom))
                painter.drawPolyline([QPoint(*corner) for corner in corners])


class StepBar(QWidget):
    """A thin progress bar with one segment for each step."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_BAR)
        self._done = self._count = 0

    def show_share(self, done: int, count: int) -> None:
        """Show how many steps are done."""
        self._done, self._count = done, count
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        gap, count = 4, max(1, self._count)
        width = (self.width() - gap * (count - 1)) / count
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for at in range(self._count):
                role = QPalette.ColorRole.Accent if at < self._done else QPalette.ColorRole.Mid
                painter.setBrush(self.palette().color(role))
                painter.drawRoundedRect(QRectF(at * (width + gap), 0, width, _BAR), 2, 2)


class KeyRows(QWidget):
    """Rows of keys and what they do."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[tuple[str, str]] = ()

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show pairs of a key and what it does; the key may be ""."""
        self._rows = rows
        self.setAccessibleName("; ".join(f"{key}: {words}" for key, words in rows))
        self.setFixedHeight(_LINE * len(rows))
        self.setVisible(bool(rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 32, _LINE * len(self._rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        sizes = [cap_size(self.font(), key) for key, _ in self._rows]
        column = max((size.width() for size in sizes), default=0) + 10
        with QPainter(self) as painter:
            for at, ((key, words), size) in enumerate(zip(self._rows, sizes, strict=True)):
                if key:
                    left_top = QPoint(0, at * _LINE + (_LINE - size.height()) // 2)
                    paint_cap(painter, QRect(left_top, size), key, self.palette())
                painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
                room = QRect(column, at * _LINE, self.width() - column, _LINE)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class TourCard(QFrame):
    """The card with the current step and its keys. It never takes the focus by itself."""

    left = Signal()  # Esc: the focus returns to the article
    place_wanted = Signal()
    pass_wanted = Signal()  # go on without this step
    skip_wanted = Signal()  # end the tour
    back_wanted = Signal()  # open the earlier project again

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "tourCard", role="popup")
        self.setFixedWidth(WIDTH)
        self._count = plain("", "muted", name="tourCount")
        self._title = plain("", "title", name="tourTitle", wraps=True)
        self._text = plain("", name="tourText", wraps=True)
        self._keys = named(KeyRows(), "tourKeys")
        self._bar = StepBar()
        self._place = self._button("tourPlace", self.tr("Show the Words"))
        self._pass = self._button("tourNext", self.tr("Skip Step"))
        self._back = self._button("tourBack", "")
        self.skip = self._button("tourSkip", "")
        self._place.clicked.connect(self.place_wanted)
        self._pass.clicked.connect(self.pass_wanted)
        self._back.clicked.connect(self.back_wanted)
        self.skip.clicked.connect(self.skip_wanted)
        head = fill(QHBoxLayout(), plain(self.tr("Tour"), "muted"), 1, self._count, margins=0)
        foot = fill(QHBoxLayout(), self._place, self._back, 1, self._pass, self.skip, margins=0, spacing=2)
        body = fill(QVBoxLayout(self), head, self._bar, margins=(16, 10, 16, 8), spacing=6)
        body.addSpacing(2)
        for widget in (self._title, self._text, self._keys):
            body.addWidget(widget)
        body.addLayout(foot)
        self.hide()

    def show_step(self, words: StepWords, keys: Sequence[tuple[str, str]], at: int, count: int, place: bool) -> None:  # noqa: FBT001
        """Show step ``at`` (from 0) of ``count``; with ``place``, a button leads to the step's words."""
        self._count.setText(self.tr("{number} of {count}").format(number=number(at + 1), count=number(count)))
        self._fill(words, keys, at, count)
        self._place.setVisible(place)
        self._pass.setVisible(True)
        self._back.setVisible(False)
        self.skip.setText(self.tr("End Tour"))
        self._appear()

    def show_end(self, words: StepWords, count: int, back: str) -> None:
        """Show that all steps are done; ``back`` is the name of the project to return to, "" if none."""
        self._count.setText(self.tr("Finished"))
        self._fill(words, (), count, count)
        self._place.setVisible(False)
        self._pass.setVisible(False)
        self._back.setVisible(bool(back))
        self._back.setText(self.tr("Back to {project}").format(project=back))
        self.skip.setText(self.tr("Close"))
        self._appear()

    def take_keyboard(self) -> None:
        """Set the focus on the first button."""
        first = next(each for each in (self._place, self._back, self._pass, self.skip) if not each.isHidden())
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def put(self, area: QRect, words: QRect) -> None:
        """Move the card to the first corner of an area where it does not cover ``words``."""
        self.resize(WIDTH, self.heightForWidth(WIDTH))
        size = self.size()
        right, bottom = area.right() - EDGE - size.width(), area.bottom() - EDGE - size.height()
        left, top = area.left() + EDGE, area.top() + EDGE
        corners = [QPoint(x, y) for x, y in ((right, bottom), (left, bottom), (right, top), (left, top))]
        near = words.adjusted(-EDGE // 2, -EDGE // 2, EDGE // 2, EDGE // 2)
        free = (corner for corner in corners if words.isEmpty() or not QRect(corner, size).intersects(near))
        self.move(next(free, corners[0]))
        self.raise_()

    def _fill(self, words: StepWords, keys: Sequence[tuple[str, str]], done: int, count: int) -> None:
        self._title.setText(words.title)
        self._text.setText(words.text)
        self._keys.show_rows(keys)
        self._bar.show_share(done, count)
        spoken = f"{self.tr('Tour')}, {self._count.text()}: {words.title}"
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(" ".join((words.text, self._keys.accessibleName())).strip())

    def _appear(self) -> None:
        self.show()
        if QAccessible.isActive():
            words = f"{self.accessibleName()}. {self.accessibleDescription()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _button(self, name: str, words: str) -> QPushButton:
        button = named(QPushButton(words), name, role="link")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
        button.setAutoDefault(True)
        return button
