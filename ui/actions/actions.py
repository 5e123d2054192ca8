"""The table of actions: menus, shortcuts and Help → Keyboard come from it.

A slot is named ``target.method``; the window says what the targets are. Actions ``in_article`` work only while the
article has the keyboard: they never take a key from a field.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.system.errors import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """The menus, in order."""

    FILE = "file"
    EDIT = "edit"
    PROJECT = "project"
    ARTICLE = "article"
    LABEL = "label"
    GO = "go"
    VIEW = "view"
    HELP = "help"


MENU_NAMES: Mapping[Menu, str] = {
    Menu.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
    Menu.PROJECT: QT_TRANSLATE_NOOP("Actions", "&Project"),
    Menu.ARTICLE: QT_TRANSLATE_NOOP("Actions", "&Article"),
    Menu.LABEL: QT_TRANSLATE_NOOP("Actions", "&Label"),
    Menu.GO: QT_TRANSLATE_NOOP("Actions", "&Go"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Actions", "&View"),
    Menu.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
}


class When(StrEnum):
    """When an action is enabled."""

    ALWAYS = "always"
    PROJECT = "project"
    WRITABLE = "writable"
    DOCUMENT = "document"
    EDITABLE = "editable"
    UNDO = "undo"
    REDO = "redo"


class ActionSpec(NamedTuple):
    """One action. ``text`` is English with a mnemonic, ``keys`` are shortcuts parted by spaces.

    ``group`` parts a menu by separators, ``choice`` names a set of which one is checked, ``argument`` goes to the slot;
    a choice, and whatever names a ``submenu``, stands in a menu of its own.
    """

    id: str
    text: str
    slot: str
    keys: str = ""
    menu: Menu = Menu.FILE
    group: int = 0
    when: When = When.ALWAYS
    in_article: bool = False
    checkable: bool = False
    choice: str = ""
    submenu: str = ""
    argument: str | None = None
    icon: str | None = None
    repeats: bool = False

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """The keys, in Qt's portable words."""
        return tuple(self.keys.split())


def in_menu(menu: Menu, *groups: tuple[ActionSpec, ...]) -> tuple[ActionSpec, ...]:
    """Put groups of actions into a menu; a separator stands between two groups."""
    return tuple(spec._replace(menu=menu, group=number) for number, group in enumerate(groups) for spec in group)


def alike(*group: ActionSpec, **common: Any) -> tuple[ActionSpec, ...]:
    """Give a group of actions what they have in common."""
    return tuple(spec._replace(**common) for spec in group)


def make_action(
    spec: ActionSpec, slot: Callable[..., object], begun: Callable[[], None], window: QWidget, article: QWidget
) -> QAction:
    """Make an action for the article or the whole window; ``begun`` is called before its slot."""
    action = QAction(text_of(spec), window)
    action.setObjectName(spec.id)
    action.setShortcuts([QKeySequence(shortcut) for shortcut in spec.shortcuts])
    action.setAutoRepeat(spec.repeats)
    action.setCheckable(spec.checkable)
    if spec.in_article:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        article.addAction(action)
    else:
        window.addAction(action)
    action.triggered.connect(begun)
    if spec.argument is not None:
        argument = spec.argument
        action.triggered.connect(lambda: slot(argument))
    elif spec.checkable:
        action.toggled.connect(slot)
    else:
        action.triggered.connect(lambda: slot())  # noqa: PLW0108  # Qt would pass on whether it is checked
    return action


def text_of(spec: ActionSpec) -> str:
    """Give what an action is called, in the window's language; labels and layers are called so already."""
    return spec.text if spec.id.startswith(("label.", "layer.")) else QCoreApplication.translate("Actions", spec.text)


def plain_text(spec: ActionSpec) -> str:
    """Give what an action is called, without mnemonic and dots."""
    return text_of(spec).replace("&", "").removesuffix("…")


def menu_name(menu: Menu) -> str:
    """Give what a menu is called."""
    return QCoreApplication.translate("Actions", MENU_NAMES[menu]).replace("&", "")


def slot_of(spec: ActionSpec, targets: Mapping[str, QObject]) -> Callable[..., object]:
    """Find the method that an action calls."""
    target, method = spec.slot.split(".")
    found: Callable[..., object] = getattr(targets[target], method)
    return found
