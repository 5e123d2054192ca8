"""A sheet over the window that shows all keys, in columns by menu."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ui.actions.actions import ActionSpec, Menu, menu_name, plain_text
from ui.actions.keymap import native, sign
from ui.base.look.look import is_dark
from ui.base.look.painting import cap_size, cap_size_in, paint_caps
from ui.base.look.plain_text import plain, sized, strong, tooltip
from ui.base.look.sizes import SMALL
from ui.base.widgets.inputs import fill, named
from ui.choosing.ranking import fold

_COLUMN = 300  # least width of a column in pixels
_MOST = 4
_GAP = 36
_EDGE = 24
_FIELD = 260  # greatest width of the search field in pixels
_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of the sheet: a text with keys, a heading (no keys), or an empty line between sections."""

    words: str
    keys: tuple[str, ...] = ()

    @property
    def is_heading(self) -> bool:
        return bool(self.words) and not self.keys


class SheetField(QLineEdit):
    """The search field; while it is empty, the question mark closes the sheet."""

    def event(self, event: QEvent) -> bool:
        own = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text() == "?"
        if own and not self.text():
            event.ignore()
            return False
        return super().event(event)


class CheatSheet(QWidget):
    """The sheet. It covers the window; Esc, a click outside the panel or the sheet's own key closes it."""

    keys_wanted = Signal()  # the user wants to change keys

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        named(self, "cheatSheet", self.tr("Keyboard shortcuts"))
        self._before: QWidget | None = None
        self._lines: Sequence[SheetLine] = ()
        self.page = SheetPage()
        self.field = named(SheetField(), "cheatSheetField")
        self.field.setPlaceholderText(self.tr("Find a key"))
        self.field.setAccessibleName(self.tr("Find a key"))
        self.field.setMaximumWidth(_FIELD)
        self.field.textChanged.connect(self._filter)
        self._scroll = named(QScrollArea(), "cheatSheetPage", self.tr("Keyboard shortcuts"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(self.page)
        change = named(QPushButton(self.tr("Change Keys…")), "cheatSheetChange", role="link")
        change.clicked.connect(self._on_change)
        self._panel = QFrame(self)
        self._panel.setProperty("role", "popup")
        head = fill(
            QHBoxLayout(),
            plain(self.tr("Keyboard shortcuts"), "title"),
            1,
            (self.field, 100),  # all of its width, if there is room
            1,
            change,
            plain(self.tr("Esc closes"), "muted"),
        )
        self._margins = QMargins(24, 16, 12, 16)
        fill(QVBoxLayout(self._panel), head, self._scroll, spacing=8).setContentsMargins(self._margins)
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self.hide()

    def open_sheet(self, lines: Sequence[SheetLine]) -> None:
        self._before = self.window().focusWidget()
        self._lines = lines
        self.field.clear()
        self.page.show_lines(lines)
        self._scroll.setAccessibleDescription("; ".join(f"{x.words}: {' '.join(x.keys)}" for x in lines if x.keys))
        self.setGeometry(self.window().rect())
        self._fit()
        self.page.wait_a_turn()
        self.show()
        self.raise_()
        self._scroll.verticalScrollBar().setValue(0)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_sheet(self) -> None:
        """Close the sheet, and give the focus back to the widget that had it."""
        if self.isVisible():
            before, self._before = self._before, None
            self.hide()
            if before is not None:
                before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self.window().rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(0, 0, 0, 150 if is_dark(self.palette()) else 70))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close_sheet()
        elif Qt.Key(event.key()) in _SCROLLS:
            self._scroll.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def _fit(self) -> None:
        """Make the panel as large as its lines need, within the window."""
        room = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        width = min(room.width(), _MOST * (_COLUMN + 30) + (_MOST - 1) * _GAP)
        margins = self._margins
        inner = width - margins.left() - margins.right() - 14  # 14 for the scroll bar
        frame = margins.top() + margins.bottom() + 48
        height = min(room.height(), self.page.height_for(inner, self._lines) + frame)
        self._panel.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))

    @Slot(str)
    def _filter(self, typed: str) -> None:
        """Show the lines that match ``typed``; the sheet keeps its size."""
        found = fitting(self._lines, typed)
        self.page.show_lines(found or [SheetLine(self.tr("No matches."))])

    @Slot()
    def _on_change(self) -> None:
        self.close_sheet()
        self.keys_wanted.emit()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and not self.isAncestorOf(new):
            self._before = None  # another widget has the focus now
            self.close_sheet()


class SheetPage(QWidget):
    """Paints the lines in as many columns as fit."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[SheetLine, ...] = ()
        self._waits = False
        self._columns: dict[int, list[list[SheetLine]]] = {}  # by number, cached since Qt asks often
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: Sequence[SheetLine]) -> None:
        self.lines = tuple(lines)
        self._columns.clear()
        self.updateGeometry()
        self.update()

    def wait_a_turn(self) -> None:
        """Leave the lines to the turn after the next painting, which also dims the whole window."""
        self._waits = True

    def height_for(self, width: int, lines: Sequence[SheetLine]) -> int:
        """Return the height in pixels that the page needs to show these lines at a width in pixels."""
        count = _count(width)
        shared = self._shared(count) if tuple(lines) == self.lines else columns(lines, count)
        return max(map(len, shared), default=0) * self._line() + 4

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_for(width, self.lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._waits:
            self._waits = False
            QTimer.singleShot(0, self, self.update)
            return
        visible = [(place, line) for place, line in self._placed() if place.intersects(event.rect())]
        palette, small = self.palette(), QFontMetrics(sized(self.font(), SMALL))
        with QPainter(self) as painter:
            painter.setFont(strong(sized(self.font(), SMALL)))
            painter.setPen(palette.color(QPalette.ColorRole.Accent))
            for place, line in visible:
                if line.is_heading:
                    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line.words)
            painter.setFont(self.font())
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            caps = [cap for place, line in visible if line.keys for cap in self._paint(painter, place, line, small)]
            paint_caps(painter, caps, palette)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tooltip(self.cut_at(event.pos())), self)
            return True
        return super().event(event)

    def cut_at(self, point: QPoint) -> str:
        """Return the full text of the line at a point if the line is elided, otherwise ""."""
        found = next((entry for entry in self._placed() if entry[0].contains(point)), None)
        if found is None or found[1].is_heading:
            return ""
        place, line = found
        room = place.width() - 8 - sum(cap_size(self.font(), key).width() + 4 for key in line.keys)
        return line.words if self.fontMetrics().horizontalAdvance(line.words) > room else ""

    def _shared(self, count: int) -> list[list[SheetLine]]:
        if count not in self._columns:
            self._columns[count] = columns(self.lines, count)
        return self._columns[count]

    def _placed(self) -> Iterator[tuple[QRect, SheetLine]]:
        """Yield each line with its rectangle."""
        count, height = _count(self.width()), self._line()
        width = (self.width() - (count - 1) * _GAP) // count
        for number, column in enumerate(self._shared(count)):
            for row, line in enumerate(column):
                yield QRect(number * (width + _GAP), row * height, width, height), line

    def _paint(self, painter: QPainter, place: QRect, line: SheetLine, small: QFontMetrics) -> list[tuple[QRect, str]]:
        """Paint the words of a line; return the places of its keys, the last one first. ``small`` is the keys' font."""
        caps, right = [], place.right()
        for key in reversed(line.keys):
            size = cap_size_in(small, key)
            cap = QRect(right - size.width() + 1, 0, size.width(), size.height())
            cap.moveTop(place.center().y() - size.height() // 2)
            caps.append((cap, key))
            right = cap.left() - 4
        room = max(0, right - 8 - place.left())
        words = painter.fontMetrics().elidedText(line.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        return caps

    def _line(self) -> int:
        return max(QFontMetrics(self.font()).height(), cap_size(self.font(), "X").height()) + 5


def sheet_lines(specs: Sequence[ActionSpec]) -> list[SheetLine]:
    """Return the lines of the sheet: keys of the caret, of the actions by menu, and of the claim card."""
    lines = [SheetLine(translate("CheatSheet", "Caret")), *_caret_lines()]
    for menu in Menu:
        rows = [spec for spec in specs if spec.menu is menu and spec.shortcuts]
        rows.sort(key=lambda spec: not spec.id.startswith("label."))  # labels first, as in the menu
        if rows:
            lines += [SheetLine(""), SheetLine(menu_name(menu))]
            lines += [SheetLine(plain_text(spec), tuple(map(sign, spec.shortcuts))) for spec in rows]
    return [*lines, SheetLine(""), SheetLine(translate("CheatSheet", "Claim Card")), *_card_lines()]


def _caret_lines() -> list[SheetLine]:
    return [
        SheetLine(translate("CheatSheet", "By character"), (sign("Left"), sign("Right"))),
        SheetLine(translate("CheatSheet", "By word"), (sign("Ctrl+Left"), sign("Ctrl+Right"))),
        SheetLine(translate("CheatSheet", "By line"), (sign("Up"), sign("Down"))),
        SheetLine(translate("CheatSheet", "Start, end of the line"), (sign("Home"), sign("End"))),
        SheetLine(translate("CheatSheet", "Start, end of the article"), (sign("Ctrl+Home"), sign("Ctrl+End"))),
        SheetLine(translate("CheatSheet", "… and select on the way"), (native("Shift+A").removesuffix("A") + "…",)),
    ]


def _card_lines() -> list[SheetLine]:
    return [
        SheetLine(translate("CheatSheet", "Accept the proposed value"), (sign("Return"),)),
        SheetLine(translate("CheatSheet", "Accept all proposed values"), (sign("Shift+Return"),)),
        SheetLine(translate("CheatSheet", "Reject the proposed value"), (sign("Backspace"),)),
        SheetLine(translate("CheatSheet", "Next proposed field"), (sign("Up"), sign("Down"))),
        SheetLine(translate("CheatSheet", "Next claim on the same words"), (sign("Space"),)),
        SheetLine(translate("CheatSheet", "Another claim on these words"), (sign("+"),)),
    ]


def columns(lines: Sequence[SheetLine], count: int) -> list[list[SheetLine]]:
    """Distribute lines evenly among columns; no column begins with an empty line or ends with a heading.

    A section that continues in the next column repeats its heading, as its start may be scrolled out of sight.
    """
    most = -(-(len(lines) + count - 1) // count)
    found: list[list[SheetLine]] = [[]]
    heading = SheetLine("")
    for line in lines:
        heading = line if line.is_heading else heading
        if len(found[-1]) >= most and len(found) < count:
            found.append([found[-1].pop()] if found[-1][-1].is_heading else [heading] if line.keys else [])
        if line.words or found[-1]:
            found[-1].append(line)
    return found


def fitting(lines: Sequence[SheetLine], typed: str) -> list[SheetLine]:
    """Return the lines whose text, heading or keys match all typed words, each below its heading."""
    wanted = fold(typed).split()
    found: list[SheetLine] = []
    heading = SheetLine("")
    for line in lines:
        heading = line if line.is_heading else heading
        text = fold(" ".join((heading.words, line.words, *line.keys)))
        if line.keys and all(word in text for word in wanted):
            if heading not in found:
                found += [SheetLine(""), heading] if found else [heading]
            found.append(line)
    return found


def _count(width: int) -> int:
    return max(1, min(_MOST, (width + _GAP) // (_COLUMN + _GAP)))
