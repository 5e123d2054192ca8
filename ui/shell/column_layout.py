"""The three columns: articles, article, panels. Side columns fold in narrow windows; a key brings them back."""

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

LEFT_NEEDS = 1100  # pixels of the window below which the column folds
RIGHT_NEEDS = 900
_LEFT, _RIGHT = 296, 336
_NARROWEST = 220


class Columns(QObject):
    """Shows and hides the side columns of a splitter, depending on the window's width and the user's choice."""

    shown_changed = Signal(bool, bool)  # left, right

    def __init__(self, left: QWidget, centre: QWidget, right: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._left, self._centre, self._right = left, centre, right
        self._wanted = {left: True, right: True}  # in a wide window
        self._folded: dict[QWidget, bool | None] = {left: None, right: None}  # None: not known yet
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("columns")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for place, widget in enumerate((left, centre, right)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(place, 1 if widget is centre else 0)
        left.setMinimumWidth(_NARROWEST)
        right.setMinimumWidth(_NARROWEST + 60)
        centre.setMinimumWidth(240)
        self.splitter.setSizes([_LEFT, 1440 - _LEFT - _RIGHT, _RIGHT])
        self.splitter.installEventFilter(self)

    def show_left(self, shown: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show or hide the left column."""
        self._wish(self._left, shown)

    def show_right(self, shown: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show or hide the right column."""
        self._wish(self._right, shown)

    @Slot()
    def reveal_left(self) -> None:
        """Show the left column, even if the window is narrow."""
        self.show_left(True)

    @Slot()
    def reveal_right(self) -> None:
        """Show the right column, even if the window is narrow."""
        self.show_right(True)

    def focus_next(self, step: str) -> None:
        """Focus the next ("1") or previous ("-1") visible column."""
        shown = [w for w in (self._left, self._centre, self._right) if w.isVisible()]
        here = next((i for i, w in enumerate(shown) if w.isAncestorOf(_focus(w)) or w is _focus(w)), 0)
        first = _first_field(shown[(here + int(step)) % len(shown)])
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def save(self) -> QByteArray:
        """Return the column widths."""
        return self.splitter.saveState()

    def restore(self, state: QByteArray) -> None:
        """Restore widths returned by `save`."""
        if not state.isEmpty():
            self.splitter.restoreState(state)
            self.splitter.setHandleWidth(1)
        self._fold(self.splitter.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.splitter and event.type() == QEvent.Type.Resize:
            self._fold(self.splitter.width())
        return False

    def _wish(self, column: QWidget, shown: bool) -> None:  # noqa: FBT001
        if not self._folded[column]:
            self._wanted[column] = shown
        if column.isHidden() == shown:
            self._set_shown(column, shown)
            self._say()

    def _fold(self, width: int) -> None:
        changed = False
        for column, needs in ((self._left, LEFT_NEEDS), (self._right, RIGHT_NEEDS)):
            folded = width < needs
            if folded != self._folded[column]:
                self._folded[column] = folded
                self._set_shown(column, not folded and self._wanted[column])
                changed = True
        if changed:
            self._say()

    def _set_shown(self, column: QWidget, shown: bool) -> None:  # noqa: FBT001
        had_keyboard = not shown and column.isAncestorOf(_focus(column))
        column.setVisible(shown)
        if had_keyboard:
            _first_field(self._centre).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        self.shown_changed.emit(not self._left.isHidden(), not self._right.isHidden())


def _focus(within: QWidget) -> QWidget:
    return QApplication.focusWidget() or within.window()


def _first_field(column: QWidget) -> QWidget:
    if column.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return column
    fields = column.findChildren(QWidget)
    wanted = (w for w in fields if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled())
    return next(iter(sorted(wanted, key=_by_size)), column)


def _by_size(widget: QWidget) -> int:
    return -widget.width() * widget.height()  # the list before its tabs
