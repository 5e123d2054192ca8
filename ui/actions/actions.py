"""The description of an action. `ui.shell.action_table` lists all actions; `ui.actions.menus` builds their QActions.

Actions with ``in_article`` work only while the article has the focus, so that they never take a key from a text field.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator.model.schema import Label, Schema
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import translate
from ui.bridge.session import Session, leads


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
    """The condition on which an action is enabled.

    In a package, `LEADING` actions are never enabled: whoever sent the package decides about these.
    """

    ALWAYS = "always"
    PROJECT = "project"
    WRITABLE = "writable"
    DOCUMENT = "document"
    EDITABLE = "editable"
    LEADING = "leading"
    LEADING_ARTICLE = "leading article"
    UNDO = "undo"
    REDO = "redo"


class ActionSpec(NamedTuple):
    """One action. ``text`` is English with a mnemonic; ``keys`` are shortcuts separated by spaces.

    ``slot`` takes the window and returns the method to call, which receives ``argument`` unless that is None. In a
    menu, a separator divides actions with different ``group`` numbers. Actions with the same ``choice`` exclude each
    other: one of them is checked. Actions with a ``choice`` or a ``submenu`` are in a submenu.
    """

    id: str
    text: str
    slot: Callable[[Any], Callable[..., object]]
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
        """The shortcuts, in Qt's portable notation."""
        return tuple(self.keys.split())


class ActionTable(NamedTuple):
    """The actions that every project has, and functions that make the actions for a schema's labels and layers."""

    actions: tuple[ActionSpec, ...]
    label_specs: Callable[[Schema], tuple[ActionSpec, ...]]
    layer_specs: Callable[[Schema], tuple[ActionSpec, ...]]


def in_menu(menu: Menu, *groups: tuple[ActionSpec, ...]) -> tuple[ActionSpec, ...]:
    """Return the actions of all groups, assigned to a menu with a separator between groups."""
    return tuple(spec._replace(menu=menu, group=number) for number, group in enumerate(groups) for spec in group)


def alike(*group: ActionSpec, **common: Any) -> tuple[ActionSpec, ...]:
    """Return the given actions, each with the field values in ``common``."""
    return tuple(spec._replace(**common) for spec in group)


def label_id(label: Label) -> str:
    """Return the id of the action that assigns a label."""
    return f"label.{label.layer}.{label.id}"


def text_of(spec: ActionSpec) -> str:
    """Return an action's text in the window's language. Names of labels and layers are not translated again."""
    return spec.text if spec.id.startswith(("label.", "layer.")) else QCoreApplication.translate("Actions", spec.text)


def plain_text(spec: ActionSpec) -> str:
    """Return an action's text without mnemonic and ellipsis."""
    return text_of(spec).replace("&", "").removesuffix("…").rstrip()


def menu_name(menu: Menu) -> str:
    """Return a menu's name without mnemonic."""
    return QCoreApplication.translate("Actions", MENU_NAMES[menu]).replace("&", "")


def why_not(when: When, session: Session) -> str:
    """Return why actions with this condition are disabled now."""
    if session.project is None:
        return translate("Palette", "Open a project first")
    if when not in {When.ALWAYS, When.PROJECT, When.DOCUMENT} and not session.writable:
        return translate("Palette", "The project is open for reading only")
    if when in {When.LEADING, When.LEADING_ARTICLE} and not leads(session):
        return translate("Palette", "Not in a package: whoever sent it decides about this")
    if when is When.UNDO and session.trail.is_cut:
        return translate(
            "Palette", "Adding or deleting articles is not undone; to undo an earlier step, open its article first"
        )
    if when is When.UNDO:
        return translate("Palette", "Nothing to undo")
    if when is When.REDO:
        return translate("Palette", "Nothing to redo")
    return translate("Palette", "Open an article first")
