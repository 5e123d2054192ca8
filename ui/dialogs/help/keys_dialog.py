"""The key editor: lists all actions with their keys, records new keys, and reports conflicts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, menu_name, plain_text
from ui.actions.keymap import CARET, holder, native
from ui.actions.menus import Menus
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain, strong
from ui.base.rows.plain_table import PlainTable
from ui.base.rows.rows_model import Index, RowsModel
from ui.base.widgets.dialog_parts import CLOSE, button_box, lay_out
from ui.base.widgets.inputs import clearable, fill, named
from ui.choosing import ranking

_KEYS = 2
_HEADINGS = {
    0: QT_TRANSLATE_NOOP("KeyModel", "Action"),
    1: QT_TRANSLATE_NOOP("KeyModel", "Menu"),
    _KEYS: QT_TRANSLATE_NOOP("KeyModel", "Keys"),
}


class KeyModel(RowsModel[ActionSpec, int]):
    """The actions and labels, with their keys."""

    def __init__(self, menus: Menus, parent: QWidget) -> None:
        super().__init__("KeyModel", _HEADINGS, parent)
        self._menus = menus

    def show_rows(self, rows: Sequence[ActionSpec]) -> None:
        """Replace the rows; if the actions stay the same, update only their keys."""
        if [spec.id for spec in rows] != [spec.id for spec in self.shown]:
            super().show_rows(rows)
            return
        self.shown = rows
        if rows:
            self.dataChanged.emit(self.index(0, _KEYS), self.index(len(rows) - 1, _KEYS))

    def words(self, row: ActionSpec, column: int) -> str:
        return (plain_text(row), menu_name(row.menu), keys_of(row))[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        spec, column = self.shown[index.row()], index.column()
        if role == Qt.ItemDataRole.FontRole and column == _KEYS and self._menus.keymap.is_changed(spec.id):
            return strong(QFont())
        if role == Qt.ItemDataRole.ForegroundRole and (column == 1 or spec.id not in self._menus.defaults):
            parent = self.parent()
            return parent.palette().color(QPalette.ColorRole.PlaceholderText) if isinstance(parent, QWidget) else None
        return super().data(index, role)


class KeysDialog(QDialog):
    """The key editor. Changes apply at once. Labels are only listed, because their keys belong to the schema."""

    def __init__(self, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("Keys"))
        self._menus = menus
        self._adding = False
        self._wanted = ""  # a key to take from the action that has it
        self.filter = named(QLineEdit(), "keysFilter", self.tr("Find an action or a key"))
        self.filter.setPlaceholderText(self.tr("Find an action or a key"))
        clearable(self.filter)
        self.filter.textChanged.connect(self.refresh)
        self.model = KeyModel(menus, self)
        self.table = self._made_table()
        self.field = KeyField()
        self.field.recorded.connect(self.record)
        self.field.left.connect(self._say)
        self.field.hide()
        self.told = plain(name="keysTold", wraps=True)
        self.told.setMinimumHeight(self.fontMetrics().lineSpacing() * 2 + 4)
        self.new = self._button("keysNew", self.tr("&New Key…"), self._on_new)
        self.another = self._button("keysAnother", self.tr("&Another Key…"), self._on_another)
        self.none = self._button("keysNone", self.tr("N&o Key"), self._on_none)
        self.reset = self._button("keysReset", self.tr("&Reset"), self._on_reset)
        self.reset_all = self._button("keysResetAll", self.tr("Reset A&ll"), self._on_reset_all)
        self.take = self._button("keysTake", self.tr("&Take the Key"), self._on_take)
        self.take.hide()
        self._lay_out()
        menus.keys_changed.connect(self.refresh)
        self.refresh()

    @property
    def spec(self) -> ActionSpec | None:
        row = self.table.currentIndex().row()
        return self.model.shown[row] if 0 <= row < len(self.model.shown) else None

    def choose(self, id_: str) -> None:
        """Select a listed action."""
        row = next(row for row, spec in enumerate(self.model.shown) if spec.id == id_)
        self.table.setCurrentIndex(self.model.index(row, 0))

    @Slot()
    def refresh(self) -> None:
        """Show the actions that match the filter."""
        before = self.spec
        words = ranking.fold(self.filter.text()).split()
        rows = (
            (spec, ranking.fold(f"{plain_text(spec)} {menu_name(spec.menu)} {keys_of(spec)}"))
            for spec in self._menus.specs
            if spec.id in self._menus.defaults or spec.shortcuts
        )
        self.model.show_rows([spec for spec, text in rows if all(word in text for word in words)])
        if self.model.shown and (before is None or self.spec is None):
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel, on Esc, the offer to take a key from another action; close the dialog if there is no offer."""
        if event.key() == Qt.Key.Key_Escape and self.take.isVisible():
            self._say()
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def record(self, shortcut: str) -> None:
        """Assign a key to the selected action, or offer to take it from another action; "" assigns nothing."""
        self.table.setFocus()  # else Qt moves the focus on to Reset All
        self.field.hide()
        spec = self.spec
        if spec is None or not shortcut:
            return
        if shortcut in spec.shortcuts:
            self._say(self.tr("It has this key already."))
            return
        held = holder(shortcut, self._menus.specs)
        if held is None:
            self._give(spec, shortcut)
            return
        other = self._holder(shortcut)
        key = native(shortcut)
        if held == CARET or other is None:
            self._say(self.tr("{key} moves the caret in the article; it cannot be reassigned.").format(key=key))
        elif held not in self._menus.defaults:
            words = self.tr("{key} is the key of the label “{label}”; keys of labels belong to the schema.")
            self._say(words.format(key=key, label=plain_text(other)))
        else:
            words = self.tr("{key} is the key of “{action}” ({menu}).")
            self._say(words.format(key=key, action=plain_text(other), menu=menu_name(other.menu)))
            self._wanted = shortcut
            self.take.show()
            self.take.setFocus()

    def _give(self, spec: ActionSpec, shortcut: str) -> None:
        kept = spec.shortcuts if self._adding else ()
        self._menus.keymap.choose(self._menus.defaults[spec.id], (*kept, shortcut))
        self._menus.apply_keys()
        self.table.setFocus()
        self._say(self.tr("{key} is now the key of “{action}”.").format(key=native(shortcut), action=plain_text(spec)))

    @Slot()
    def _say(self, words: str = "") -> None:
        """Show a message about the selected action, and enable the buttons that can be used."""
        spec = self.spec
        own = self._menus.defaults.get(spec.id) if spec is not None else None
        self.take.hide()
        for button in (self.new, self.another, self.none, self.reset):
            button.setEnabled(own is not None)
        if spec is not None and own is not None:
            self.another.setEnabled(bool(spec.shortcuts))
            self.none.setEnabled(bool(spec.shortcuts))
            self.reset.setEnabled(self._menus.keymap.is_changed(spec.id))
        self.reset_all.setEnabled(any(map(self._menus.keymap.is_changed, self._menus.defaults)))
        self.told.setText(words or self._about_text(spec, own))

    def _about_text(self, spec: ActionSpec | None, own: ActionSpec | None) -> str:
        if spec is None:
            return self.tr("No matches.")
        if own is None:
            return self.tr("A label; its key belongs to the schema.")
        if self._menus.keymap.is_changed(spec.id):
            return self.tr("Default: {keys}").format(keys=keys_of(own) or self.tr("no key"))
        lost = next((key for key in own.shortcuts if key not in spec.shortcuts), None)
        other = self._holder(lost) if lost is not None else None
        if lost is None or other is None:
            return ""
        if other.id in self._menus.defaults:
            words = self.tr("{key} is now the key of “{action}”.")
            return words.format(key=native(lost), action=plain_text(other))
        words = self.tr("{key} is the key of the label “{label}” in this project, and labels come first.")
        return words.format(key=native(lost), label=plain_text(other))

    def _holder(self, shortcut: str) -> ActionSpec | None:
        held = holder(shortcut, self._menus.specs)
        return next((spec for spec in self._menus.specs if spec.id == held), None)

    def _made_table(self) -> PlainTable:
        table = PlainTable("keysList", self.tr("Actions and their keys"))
        table.setModel(self.model)
        table.setWordWrap(False)
        table.share_width((0,))
        table.setColumnWidth(1, 90)
        table.setColumnWidth(_KEYS, 190)
        table.activated.connect(self._on_new)
        table.selectionModel().currentRowChanged.connect(self._on_current)
        return table

    def _button(self, name: str, words: str, slot: object) -> QPushButton:
        button = named(QPushButton(words, autoDefault=False), name)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        beside = fill(QVBoxLayout(), self.new, self.another, self.none, self.reset, 1, spacing=8)
        middle = fill(QHBoxLayout(), (self.table, 1), beside, spacing=12)
        below = fill(QHBoxLayout(), (self.told, 1), (self.field, 1), self.take)
        buttons = button_box(self, CLOSE)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Return in the list asks for a key
        lay_out(self, self.filter, middle, below, buttons, top=20)
        resize_within_screen(self, 720, 640)

    def _ask_key(self, *, adding: bool) -> None:
        if self.spec is not None and self.spec.id in self._menus.defaults:
            self._adding = adding
            self._say(self.tr("Press the new key for “{action}”.").format(action=plain_text(self.spec)))
            self.field.show()
            self.field.setFocus()

    @Slot()
    def _on_new(self) -> None:
        self._ask_key(adding=False)

    @Slot()
    def _on_another(self) -> None:
        self._ask_key(adding=True)

    @Slot()
    def _on_current(self) -> None:
        self._say()

    @Slot()
    def _on_none(self) -> None:
        if self.spec is not None:
            self._menus.keymap.choose(self._menus.defaults[self.spec.id], ())
            self._menus.apply_keys()

    @Slot()
    def _on_reset(self) -> None:
        if self.spec is not None:
            self._reset([self.spec.id])

    @Slot()
    def _on_reset_all(self) -> None:
        self._reset(list(self._menus.defaults))

    def _reset(self, ids: Sequence[str]) -> None:
        """Restore the default keys of actions; other actions lose these keys."""
        keymap = self._menus.keymap
        keymap.reset(ids)
        back = {key for id_ in ids for key in self._menus.defaults[id_].shortcuts}
        for spec in self._menus.specs:
            if spec.id not in ids and spec.id in self._menus.defaults and back.intersection(spec.shortcuts):
                keymap.choose(self._menus.defaults[spec.id], [key for key in spec.shortcuts if key not in back])
        self._menus.apply_keys()

    @Slot()
    def _on_take(self) -> None:
        spec, wanted = self.spec, self._wanted
        other = self._holder(wanted)
        if spec is not None and other is not None:
            self._menus.keymap.choose(self._menus.defaults[other.id], [key for key in other.shortcuts if key != wanted])
            self._give(spec, wanted)


class KeyField(QLineEdit):
    """A field that records the next key press; Esc cancels."""

    recorded = Signal(str)  # in Qt's portable notation, "" for Esc
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "keysField", self.tr("New key"))
        self.setPlaceholderText(self.tr("Press the key; Esc cancels"))
        self.setReadOnly(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason and self.isVisible():
            self.hide()
            self.left.emit()

    def _take(self, event: QKeyEvent) -> None:
        shortcut = pressed(event)
        if shortcut:
            self.recorded.emit("" if shortcut == "Esc" else shortcut)


def keys_of(spec: ActionSpec) -> str:
    """Return an action's keys as the operating system writes them."""
    return "  ".join(map(native, spec.shortcuts))


def pressed(event: QKeyEvent) -> str:
    """Return a key press as a shortcut in Qt's portable notation, or "" for a modifier key alone.

    Shift is left out if it only serves to type the character, as for "?".
    """
    key = event.key()
    if key in {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_unknown,
    }:
        return ""
    flags = Qt.KeyboardModifier
    held = event.modifiers() & (flags.ControlModifier | flags.AltModifier | flags.MetaModifier)
    text = event.text()
    typed = bool(text) and text[0].isprintable() and not text[0].isalnum() and not text[0].isspace()
    if event.modifiers() & flags.ShiftModifier and not typed:
        held |= flags.ShiftModifier
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    return QKeySequence(key | held.value).toString()
