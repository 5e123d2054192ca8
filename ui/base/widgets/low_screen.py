"""Dialogs whose texts need more room: they grow, and on a screen too small for that they scroll above their buttons."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QBoxLayout, QDialog, QLayoutItem, QVBoxLayout, QWidget

from ui.base.i18n import translate
from ui.base.look.sizes import NEAR
from ui.base.widgets.inputs import fill
from ui.base.widgets.scrolled import scrolled

FRAME = QSize(16, 56)  # room for the window manager's frame


def room_for(window: QWidget) -> QSize:
    """Return the largest size that a window can have on its screen."""
    return window.screen().availableSize() - FRAME


def resize_on_screen(window: QWidget, size: QSize) -> None:
    """Resize a window, but not beyond its screen; a visible window also moves so that all of it is on the screen."""
    window.resize(size.boundedTo(room_for(window)))
    if window.isVisible():
        room, frame = window.screen().availableGeometry(), window.frameGeometry()
        around = (frame.size() - window.geometry().size()).expandedTo(FRAME)  # some window managers report too little
        frame.setSize(window.size() + around)  # the size asked for, as the window may still have another
        frame.moveRight(min(frame.right(), room.right()))
        frame.moveBottom(min(frame.bottom(), room.bottom()))
        place = QPoint(max(frame.left(), room.left()), max(frame.top(), room.top()))
        if place != window.pos():  # else the desktop places a new window
            window.move(place)


class LowScreen(QObject):
    """Makes a dialog grow as wrapped texts need it, and scroll as soon as it needs more room than its screen has.

    The last row of the dialog's layout, its buttons, does not scroll.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._needed = 0  # height in pixels that the contents last needed
        dialog.installEventFilter(self)

    @property
    def _dialog(self) -> QDialog:
        """The dialog. A reference to it would form a cycle, whose collection freed layouts twice (seen with 6.11)."""
        return cast(QDialog, self.parent())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            QTimer.singleShot(
                0, self, self._shrink
            )  # after the dialog, in its Resize event, may have made itself lower
        if event.type() in {QEvent.Type.Show, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().eventFilter(watched, event)

    @Slot()
    def _shrink(self) -> None:
        self._dialog.resize(self._dialog.size().boundedTo(room_for(self._dialog)))

    def _fit(self) -> None:
        layout, room = self._dialog.layout(), room_for(self._dialog)
        if not isinstance(layout, QBoxLayout):
            return
        needed = layout.totalMinimumSize()
        if layout.hasHeightForWidth():  # texts that wrap
            width = min(max(self._dialog.width(), needed.width()), room.width())
            needed.setHeight(max(needed.height(), layout.totalMinimumHeightForWidth(width)))
        if needed.height() <= room.height() and needed.width() <= room.width():
            # Qt lets wrapped texts be cut, or lets a dialog grow beyond the screen
            if needed.height() > min(self._needed, self._dialog.height()):
                resize_on_screen(self._dialog, self._dialog.size().expandedTo(QSize(0, needed.height())))
            self._needed = needed.height()
            return
        self._dialog.removeEventFilter(self)
        focused: QWidget | None = self._dialog.focusWidget()
        focused = focused if focused is not None else _first(self._dialog)
        _scroll(layout)
        layout.activate()
        self._dialog.resize(self._dialog.size().boundedTo(room))
        if focused is not None:
            focused.setFocus()


def _first(dialog: QDialog) -> QWidget | None:
    """Return the first widget of a dialog in the order of Tab."""
    each = dialog.nextInFocusChain()
    while each is not None and each is not dialog:
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return each
        each = each.nextInFocusChain()
    return None


def _scroll(layout: QBoxLayout) -> None:
    """Move all rows but the last, which holds the buttons, into a scroll area."""
    held = QWidget()
    rows = fill(QVBoxLayout(held), margins=(0, 0, NEAR, 0), spacing=layout.spacing())
    rows.setDirection(layout.direction())
    area = scrolled(held, "dialogContents", translate("LowScreen", "Contents"))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    layout.insertWidget(0, area, 1)  # first, as widgets that leave their window lose their place in the order of Tab
    while layout.count() > 2:
        stretch = layout.stretch(1)
        _append(rows, layout.takeAt(1), stretch)
    area.show()  # now, as the layout would do so later, and only what is visible takes the keyboard


def _append(rows: QBoxLayout, found: QLayoutItem | None, stretch: int) -> None:
    if found is None:
        return
    widget, inner = found.widget(), found.layout()
    if widget is not None:
        rows.addWidget(widget, stretch, found.alignment())
    elif inner is not None:
        rows.addLayout(inner, stretch)
    else:
        rows.addItem(found)
