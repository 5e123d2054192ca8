"""The menu bar, which is there from the first paint; what stands in its menus follows."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.actions.actions import MENU_NAMES, Menu


def menus_of(window: QMainWindow) -> dict[Menu, QMenu]:
    """Give the menus of a window's bar, in order; the first to ask has them made."""
    return {menu: window.findChild(QMenu, _name(menu)) or _made(window, menu) for menu in Menu}


def _made(window: QMainWindow, menu: Menu) -> QMenu:
    made = window.menuBar().addMenu(QCoreApplication.translate("Actions", MENU_NAMES[menu]))
    made.setObjectName(_name(menu))
    return made


def _name(menu: Menu) -> str:
    return f"menu.{menu}"
