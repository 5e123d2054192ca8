"""The claims of a cell of the board by month, as stacked bars."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.jobs.board import Month, Stances
from ui.base.i18n import locale, number
from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import sized, tooltip
from ui.base.look.sizes import SMALL
from ui.base.rows.row_list import paint_line
from ui.board.bars import shades, spoken

_MARGIN, _FOOT, _TOP = 12, 28, 34
_WIDEST = 34.0
_ROOMY = 64.0  # least width of a month that shows its name, in pixels
_ROUND = 6  # radius of the frame's corners, as of a table's frame


class Timeline(QWidget):
    """A bar for each month from the first to the last. A click or the arrow keys select a month."""

    chosen = Signal(object)  # the month, or None for all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardTimeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(180, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.months: Sequence[Month] = ()
        self._at: int | None = None
        self._awaited = True  # nothing is loaded yet
        self._say()

    @property
    def current(self) -> str | None:
        """The selected month ("2026-01"), or None for all months."""
        return self.months[self._at].month if self._at is not None else None

    @property
    def words(self) -> str:
        """The message shown if there are no bars; "" until the claims are known."""
        return "" if self._awaited else self.tr("No claim with a date")

    def show_months(self, months: Sequence[Month]) -> None:
        """Replace the months and clear the selection."""
        self.months, self._at, self._awaited = months, None, False
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 160)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.months) - 1
        here = self._at
        steps = {
            Qt.Key.Key_Left: last if here is None else max(0, here - 1),
            Qt.Key.Key_Right: 0 if here is None else min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps and self.months:
            self._choose(steps[key])
        elif key == Qt.Key.Key_Escape and here is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._place_at(event.position().x())
        self._choose(None if at == self._at else at)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._place_at(event.pos().x())
            QToolTip.showText(event.globalPos(), tooltip(self._words_of(at)) if at is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(frame, _ROUND, _ROUND)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(sized(self.font(), SMALL))
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        if not self.months:
            painter.setPen(muted)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(8, 8, -8, -8), flags, self.words)
        else:
            self._paint_months(painter, palette)
        if self.hasFocus():
            paint_focus(painter, self.rect(), palette)

    # Inside

    def _paint_months(self, painter: QPainter, palette: QPalette) -> None:
        room = self._room()
        most = max(month.stances.total for month in self.months)
        muted, line = palette.color(QPalette.ColorRole.PlaceholderText), palette.color(QPalette.ColorRole.Mid)
        painter.setPen(line)
        painter.drawLine(QPointF(room.left(), room.bottom() + 0.5), QPointF(room.right(), room.bottom() + 0.5))
        painter.setPen(muted)
        top = (
            self._words_of(self._at)
            if self._at is not None
            else self.tr("At most {count} a month").format(count=number(most))
        )
        head = QRect(_MARGIN, 8, self.width() - 2 * _MARGIN, _TOP - 14)
        paint_line(painter, head, top)
        for at, month in enumerate(self.months):
            faint = self._at is not None and at != self._at
            painter.setOpacity(0.35 if faint else 1.0)
            _paint_column(painter, self._bar(at), month.stances, most, palette)
        painter.setOpacity(1.0)
        self._paint_years(painter, room)

    def _paint_years(self, painter: QPainter, room: QRectF) -> None:
        """Write the names of the months; if they are narrow, only the first, and each year below its January."""
        right = 0.0
        named = self._pitch >= _ROOMY
        for at, month in enumerate(self.months):
            if at and not named and not month.month.endswith("-01"):
                continue
            words = _month_name(month.month) if named or not at else month.month[:4]
            bar, width = self._bar(at), painter.fontMetrics().horizontalAdvance(words)
            x = bar.center().x() - width / 2 if named else bar.left()
            if (not at or x > right + 8) and x + width <= room.right() + _MARGIN:
                place = QRectF(x, room.bottom() + 4, width + 4, _FOOT - 10)
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
                right = x + width

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN, _TOP, -_MARGIN, -_FOOT)

    @property
    def _pitch(self) -> float:
        """The width of a month in pixels: a few months share the whole width, so that none stands at an edge."""
        return self._room().width() / max(1, len(self.months))

    def _bar(self, at: int) -> QRectF:
        room, pitch = self._room(), self._pitch
        width = min(_WIDEST, max(1.0, pitch - min(2.0, pitch / 4)))
        return QRectF(room.left() + (at + 0.5) * pitch - width / 2, room.top(), width, room.height())

    def _place_at(self, x: float) -> int | None:
        left, pitch = self._room().left(), self._pitch
        ends = (left + (at + 1) * pitch for at in range(len(self.months)))
        return next((at for at, end in enumerate(ends) if left <= x < end), None)

    def _choose(self, at: int | None) -> None:
        if at == self._at:
            return
        self._at = at
        self._say()
        self.update()
        self.chosen.emit(self.current)

    def _say(self) -> None:
        words = self._words_of(self._at) if self._at is not None else ""
        self.setAccessibleName(self.tr("Claims by month"))
        self.setAccessibleDescription(words)

    def _words_of(self, at: int | None) -> str:
        if at is None:
            return ""
        month = self.months[at]
        return f"{_month_name(month.month)}: {spoken(month.stances)}"


def _paint_column(painter: QPainter, bar: QRectF, stances: Stances, most: int, palette: QPalette) -> None:
    """Paint the bar of a month, its stances stacked from the bottom. ``most`` claims fill the whole height."""
    bottom = bar.bottom()
    for count, colour in zip(stances, shades(palette), strict=True):
        if count:
            height = max(1.5, bar.height() * count / most)
            painter.fillRect(QRectF(bar.left(), max(bar.top(), bottom - height), bar.width(), height), colour)
            bottom -= height


def _month_name(month: str) -> str:
    year, number_ = month.split("-")
    day = date(int(year), int(number_), 1)
    return f"{locale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)} {day.year}"
