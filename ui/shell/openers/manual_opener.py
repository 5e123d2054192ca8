"""Opens the manual at the chapter for the panel with the focus, also from dialogs and other windows."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from ui.base.window_keys import bring_to_front

if TYPE_CHECKING:
    from ui.actions.menus import Menus

ACTION = "help.manual"


class ManualOpener(QObject):
    """Opens the manual's window, of which there is only one."""

    menus: "Menus"  # set when the menus are created

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def show(self) -> None:
        """Open the manual at the chapter for the widget with the focus in the main window."""
        self.open_from(self._window)

    def follow(self, dialog: QDialog) -> None:
        """Make the manual's key work in a dialog or another window, too."""
        for keys in self.menus.shortcuts(ACTION):
            QShortcut(QKeySequence(keys), dialog).activated.connect(partial(self.open_from, dialog))

    def open_from(self, window: QWidget) -> None:
        """Open the manual at the chapter for a window, as its child: a modal dialog blocks all other windows."""
        from ui.manual.manual_window import ManualWindow
        from ui.manual.places import chapter_at

        focused: QWidget | None = window.focusWidget()  # None if no widget in it has had the focus
        chapter = chapter_at(window if focused is None else focused)
        shown = self._window.findChild(ManualWindow)
        if shown is not None and shown.parentWidget() is not window and window.isModal():
            shown.close()
            shown = None
        if shown is None or not shown.isVisible():
            shown = ManualWindow(self.menus.specs, window if window.isModal() else self._window)
            shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.show()  # first, so that the chapter is laid out and its pictures scaled once, for the window's size
        shown.open_chapter(chapter)
        bring_to_front(shown)
