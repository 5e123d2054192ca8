"""Menus and actions, built from the table of actions and kept up to date with what is open."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from annotator.editing.edits import Edit
from annotator.model.schema import DIGITS
from ui.actions.actions import MENU_NAMES, ActionSpec, ActionTable, Menu, When, plain_text, text_of, why_not
from ui.actions.keymap import Keymap, label_keys
from ui.base.look.look import label_name
from ui.base.window_keys import OwnKeys
from ui.bridge.session import Session, leads
from ui.deciding.edit_names import step_name


def menus_of(window: QMainWindow) -> dict[Menu, QMenu]:
    """Return the menus of a window's menu bar, in order; the first call creates them."""
    return {menu: window.findChild(QMenu, _name(menu)) or _made(window, menu) for menu in Menu}


def submenu_names() -> dict[str, str]:
    """Return the names of submenus, with mnemonics, by the ``choice`` or ``submenu`` of the actions in them."""
    translate = QCoreApplication.translate
    return {
        "theme": translate("Menus", "Colo&urs"),
        "language": translate("Menus", "Lan&guage of the Program"),
        "suggestions": translate("Menus", "&Suggestions"),
        "boundaries": translate("Menus", "B&oundaries and Parts"),
        "together": translate("Menus", "Wor&king Together"),
        "people": translate("Menus", "Re-Tests and Practice"),
        "snapping": translate("Menus", "Selec&tion Unit"),
        "worth": translate("Menus", "Share of Sentences Worth Checking"),
        "face": translate("Menus", "R&eading Font"),
        "leading": translate("Menus", "Line Heigh&t"),
        "measure": translate("Menus", "Line &Width"),
    }


def _made(window: QMainWindow, menu: Menu) -> QMenu:
    made = window.menuBar().addMenu(QCoreApplication.translate("Actions", MENU_NAMES[menu]))
    made.setObjectName(_name(menu))
    return made


def _name(menu: Menu) -> str:
    return f"menu.{menu}"


def _action(spec: ActionSpec, begun: Callable[[], None], window: QWidget, article: QWidget) -> QAction:
    """Build a QAction for the article or the whole window; ``begun`` is called before the action's slot."""
    slot = spec.slot(window)
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


_LISTED = 9


class Menus(QObject):
    """The menus, and all actions by id."""

    recent_chosen = Signal(object)  # Path
    keys_changed = Signal()
    begun = Signal(str)  # id of an action that is about to run

    def __init__(
        self,
        session: Session,
        window: QMainWindow,
        article: QWidget,
        table: ActionTable,
        keymap: Keymap,
    ) -> None:
        super().__init__(window)
        self.keymap = keymap
        self._session = session
        self._window = window
        self._article = article
        self._table = table
        self.defaults = {spec.id: spec for spec in table.actions}  # with their default shortcuts
        self._specs: dict[str, ActionSpec] = {}
        self._by_shortcut: dict[str, list[ActionSpec]] = {}
        self._choices: dict[str, QActionGroup] = {}
        self._menus = menus_of(window)
        self.recent = QMenu(self.tr("Open &Recent"), window)
        self.actions_by_id: dict[str, QAction] = {}
        for spec in self._table.actions:
            self.actions_by_id[spec.id] = self._made(spec)
        self._layer_menu = QMenu(self.tr("La&yers"), window)
        self._fill()
        labels = self._menus[Menu.LABEL]
        self._below_labels = labels.insertSeparator(labels.actions()[0])
        for menu in window.findChildren(QMenu):
            OwnKeys(menu)
        self._label_ids: list[str] = []
        self._layer_ids: list[str] = []
        self._refreshed: set[When] | None = None  # the conditions that held at the last refresh
        for signal in (session.project_opened, session.project_closed):
            signal.connect(self._on_project)
        session.schema_changed.connect(self._on_schema)
        session.document_opened.connect(self.refresh)
        session.edited.connect(self._on_edit)
        session.settled.connect(self.refresh)
        self._on_project()

    @property
    def specs(self) -> tuple[ActionSpec, ...]:
        """All actions, including those for the schema's labels and layers."""
        return tuple(self._specs.values())

    def shortcuts(self, id_: str) -> tuple[str, ...]:
        """Return the shortcuts of an action, in Qt's portable notation."""
        spec = self._specs.get(id_)
        return spec.shortcuts if spec is not None else ()

    def of_one_character(self) -> dict[str, str]:
        """Return a mapping from one-character keys to the plain texts of their actions; label keys do not count."""
        specs = self.keymap.with_keys(self._table.actions, ())
        return {key: plain_text(spec) for spec in specs for key in spec.shortcuts if len(key) == 1}

    def repeats(self, key: QKeySequence) -> bool:
        """Return whether the action of this key repeats while the key is held down."""
        return any(spec.repeats for spec in self._of_key(key))

    def why_not(self, key: QKeySequence) -> str:
        """Return why a key does nothing here, or "". Of keys without an action, digits and label keys have a reason."""
        there = [spec for spec in self._of_key(key) if self._article.hasFocus() or not spec.in_article]
        missing = (spec for spec in there if not self.actions_by_id[spec.id].isEnabled())
        if not there and self._article.hasFocus() and self._session.opened is not None:
            return self._no_label(key.toString())
        return next((why_not(spec.when, self._session) for spec in missing), "")

    def _no_label(self, key: str) -> str:
        """Return why a key gives no label, or "" if it is neither a digit nor a label's key."""
        schema = self._session.required().schema
        held = next((label for label in schema.labels if label.key and label.key.upper() == key), None)
        if held is not None:
            words = self.tr("“{label}” has the key {key}, but is not offered in this project")
            return words.format(label=label_name(schema, held.layer, held.id), key=key)
        return self.tr("No label has the key {key}").format(key=key) if key in DIGITS else ""

    def apply_keys(self) -> None:
        """Set the shortcuts of all actions; keys of the schema's labels take precedence."""
        project = self._session.project
        labels = label_keys(project.schema if project is not None else None)
        for wanted in self.keymap.with_keys(self._table.actions, labels):
            if wanted != self._specs[wanted.id]:
                self._specs[wanted.id] = wanted
                self.actions_by_id[wanted.id].setShortcuts([QKeySequence(key) for key in wanted.shortcuts])
        self._by_shortcut.clear()
        for spec in self._specs.values():
            for shortcut in spec.shortcuts:
                self._by_shortcut.setdefault(shortcut, []).append(spec)
        self.keys_changed.emit()

    def show_recent(self, paths: list[Path]) -> None:
        """List recently opened projects under File → Open Recent."""
        self.recent.clear()
        listed = paths[:_LISTED]
        stems = [path.stem for path in listed]
        for path in listed:
            name = path.stem if stems.count(path.stem) == 1 else f"{path.stem} ({path.parent})"
            action = self.recent.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: self.recent_chosen.emit(path))
        self.recent.setEnabled(bool(paths))

    def check(self, id_: str, checked: bool) -> None:  # noqa: FBT001
        """Check or uncheck an action without triggering it."""
        action = self.actions_by_id[id_]
        with QSignalBlocker(action):
            action.setChecked(checked)

    @Slot(str)
    def check_only(self, id_: str) -> None:
        """Check the action with this id and uncheck the others of its choice."""
        choice = id_.partition(".")[0]
        for each in (spec.id for spec in self._table.actions if spec.choice == choice):
            self.check(each, each == id_)

    def check_layers(self, hidden: frozenset[str]) -> None:
        """Tick the menu actions of the visible layers."""
        for id_ in self._layer_ids:
            self.check(id_, id_.removeprefix("layer.") not in hidden)

    def pop_up(self, place: QPoint, groups: Sequence[Sequence[str]], labels: Sequence[str], *, below: bool) -> None:
        """Open a context menu with groups of actions. The label actions come first, with ``below`` in a submenu."""
        menu = QMenu(self._window)
        menu.setObjectName("contextMenu")
        OwnKeys(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inner = menu.addMenu(self.tr("Another &Label")) if below and labels else menu
        inner.addActions([self.actions_by_id[id_] for id_ in labels])
        for ids in groups:
            menu.addSeparator()
            menu.addActions([self.actions_by_id[id_] for id_ in ids])
        menu.popup(place)

    def refresh(self) -> None:
        """Enable the actions that are possible now, and name the steps that undo and redo would take."""
        undo, redo = self._session.next_undo(), self._session.next_redo()
        now = self._now(undo, redo)
        changed = set(When) if self._refreshed is None else now ^ self._refreshed
        if changed:
            self._refreshed = now
            for id_, spec in self._specs.items():
                if spec.when in changed:
                    self.actions_by_id[id_].setEnabled(spec.when in now)
        self._name("edit.undo", self.tr("&Undo"), self.tr("&Undo: {step}"), undo)
        self._name("edit.redo", self.tr("&Redo"), self.tr("&Redo: {step}"), redo)

    @Slot()
    def _on_edit(self) -> None:
        """Enable undo and redo at once, as the next key may be one of them; `refresh` disables what cannot act."""
        for id_ in ("edit.undo", "edit.redo"):
            self.actions_by_id[id_].setEnabled(True)
        if self._refreshed is not None:
            self._refreshed |= {When.UNDO, When.REDO}

    def _now(self, undo: Edit | None, redo: Edit | None) -> set[When]:
        session = self._session
        there = session.opened is not None
        now = {When.ALWAYS}
        if session.project is not None:
            now.add(When.PROJECT)
        if there:
            now.add(When.DOCUMENT)
        if session.writable:
            own = leads(session)
            facts: dict[When, object] = {When.WRITABLE: True, When.EDITABLE: there, When.UNDO: undo, When.REDO: redo}
            facts |= {When.LEADING: own, When.LEADING_ARTICLE: own and there}
            now.update(when for when, fact in facts.items() if fact)
        return now

    def _of_key(self, key: QKeySequence) -> list[ActionSpec]:
        return self._by_shortcut.get(key.toString(QKeySequence.SequenceFormat.PortableText), [])

    def _name(self, id_: str, plain: str, named: str, edit: Edit | None) -> None:
        step = step_name(edit, self._session).replace("&", "&&") if edit is not None else ""
        self.actions_by_id[id_].setText(named.format(step=step) if step else plain)

    @Slot()
    def _on_begun(self) -> None:
        self.begun.emit(self.sender().objectName())

    @Slot()
    def _on_schema(self) -> None:
        hidden = (id_ for id_ in self._layer_ids if not self.actions_by_id[id_].isChecked())
        layers = frozenset(id_.removeprefix("layer.") for id_ in hidden)
        self._on_project()
        self.check_layers(layers)

    def _on_project(self) -> None:
        """Rebuild the actions for the project's labels and layers."""
        for id_ in (*self._label_ids, *self._layer_ids):
            action = self.actions_by_id.pop(id_)
            del self._specs[id_]
            self._article.removeAction(action)
            action.deleteLater()
        self._label_ids.clear()
        self._layer_ids.clear()
        project = self._session.project
        for spec in self._table.label_specs(project.schema) if project is not None else ():
            self.actions_by_id[spec.id] = self._made(spec)
            self._label_ids.append(spec.id)
        labels = [self.actions_by_id[id_] for id_ in self._label_ids]
        self._menus[Menu.LABEL].insertActions(self._below_labels, labels)
        for spec in self._table.layer_specs(project.schema) if project is not None else ():
            self.actions_by_id[spec.id] = self._made(spec)
            self._layer_ids.append(spec.id)
            self.check(spec.id, True)
        self._layer_menu.clear()
        self._layer_menu.addActions([self.actions_by_id[id_] for id_ in self._layer_ids])
        self.apply_keys()
        self._refreshed = None
        self.refresh()

    def _made(self, spec: ActionSpec) -> QAction:
        action = _action(spec, self._on_begun, self._window, self._article)
        self._specs[spec.id] = spec
        if spec.choice:
            group = self._choices.setdefault(spec.choice, QActionGroup(self._window))
            group.addAction(action)
        return action

    def _fill(self) -> None:
        submenus: dict[str, QMenu] = {}
        names = submenu_names()
        group: tuple[Menu, int] | None = None
        for spec in self._table.actions:
            menu = self._menus[spec.menu]
            below = spec.choice or spec.submenu
            if group is not None and group[0] is spec.menu and group != (spec.menu, spec.group) and not below:
                menu.addSeparator()
            group = (spec.menu, spec.group)
            if below:
                if below not in submenus:
                    submenus[below] = menu.addMenu(names[below])
                menu = submenus[below]
            menu.addAction(self.actions_by_id[spec.id])
            if spec.id == "file.open":
                menu.addMenu(self.recent)
            if spec.id == "view.patterns":
                menu.addMenu(self._layer_menu)
