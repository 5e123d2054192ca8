"""The menu bar with empty menus, for the first paint."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.actions.actions import MENU_NAMES, Menu


def menus_of(window: QMainWindow) -> dict[Menu, QMenu]:
    """Return the menus of a window's bar, in order; create them on the first call."""
    return {menu: window.findChild(QMenu, _name(menu)) or _made(window, menu) for menu in Menu}


def _made(window: QMainWindow, menu: Menu) -> QMenu:
    made = window.menuBar().addMenu(QCoreApplication.translate("Actions", MENU_NAMES[menu]))
    made.setObjectName(_name(menu))
    return made


def _name(menu: Menu) -> str:
    return f"menu.{menu}"
