"""The grid of a span's fields: a row with name, value and key for each. A key or a click opens a list or an editor."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.base.i18n import number
from ui.base.later import Later
from ui.base.look.plain_text import plain, tooltip
from ui.base.widgets.chips import KeyCap
from ui.base.widgets.flow import clear_layout
from ui.panels.claim.choice_popup import ChoicePopup, PopupChoice
from ui.panels.span.fields import FieldKind, FieldSpec, LineField, ShownValue, ValueField

NAMES = 92  # least width of the column of names in pixels
_UNLIMITED = 16_777_215  # pixels: QWIDGETSIZE_MAX, Qt's value for no maximum width
_NAME_LENGTH = 12  # characters of a name before it wraps
_WORD_LENGTH = 18  # the same for a name with a longer word
_NAME_COLUMN, _VALUE_COLUMN, _KEY_COLUMN = range(3)
_HEAD_ROW, _LONG_ROW, _FAULT_ROW, ROWS = range(4)  # grid rows of each field; ROWS is their number
_GAP = 2  # pixels between rows


class _FieldRow:
    """The widgets of one field in the grid: name, value, key, and message about a fault."""

    def __init__(self, grid: QGridLayout, first: int, spec: FieldSpec) -> None:
        """Add the widgets to a grid, starting at its row ``first``."""
        self.spec = spec
        self.field = ValueField(spec)
        self._grid = grid
        self._first = first
        self._name = plain(spec.name, role="field", wraps=True)
        self._name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._name.setToolTip(tooltip(spec.help))
        self._key = KeyCap(spec.key.upper()) if spec.key else None
        if self._key is not None:
            grid.addWidget(self._key, first, _KEY_COLUMN)
        self._fault = plain(name=f"fault.{spec.id}", wraps=True)
        self._fault.setForegroundRole(QPalette.ColorRole.BrightText)
        self._fault.hide()
        grid.addWidget(self._fault, first + _FAULT_ROW, _NAME_COLUMN, 1, -1)
        self.arrange("")

    def show_key(self, shown: bool) -> None:  # noqa: FBT001
        if self._key is not None:
            self._key.setVisible(shown)

    @property
    def name_width(self) -> int:
        """The width of the name in pixels, or the width at which a longer name wraps."""
        self._name.ensurePolished()
        return min(self._longest_name, self._name.fontMetrics().horizontalAdvance(self.spec.name) + 1)

    @property
    def key_width(self) -> int:
        """The width of the key in pixels, 0 without a key."""
        return self._key.sizeHint().width() if self._key is not None else 0

    def show_fault(self, fault: str) -> None:
        """Show a fault below the field; "" for none."""
        if self._fault.text() != fault:
            self._fault.setText(fault)
            self._fault.setVisible(bool(fault))
            self.field.show_fault(fault)

    def put_line(self, line: LineField) -> None:
        """Put an editor in place of the value; an editor with an example covers the field's name, too."""
        if self.spec.long or self.spec.example:
            row = self._first + (_LONG_ROW if self.spec.long else 0)
            self._grid.addWidget(line, row, _NAME_COLUMN, 1, -1)
        else:
            self._grid.addWidget(line, self._first, _VALUE_COLUMN)
        self.field.hide()

    def plain_height(self) -> int:
        """Return the height in pixels when the text takes one line; a long field's text is below its name."""
        line = self.field.minimumSizeHint().height()
        if self.spec.long:
            return 2 * line + _GAP
        return max(line, self._name.heightForWidth(min(self._name.sizeHint().width(), self._name.maximumWidth())))

    @property
    def _longest_name(self) -> int:
        metrics = self._name.fontMetrics()
        wrapped, most = (metrics.averageCharWidth() * length for length in (_NAME_LENGTH, _WORD_LENGTH))
        widest = max((metrics.horizontalAdvance(word) + 1 for word in self.spec.name.split()), default=0)
        return max(wrapped, min(most, widest))

    def arrange(self, words: str, *, writing: bool = False) -> None:
        """Place name and value for this text, and show the number of characters if there is a limit."""
        name, spec = self._name, self.spec
        used = writing or bool(words)
        name.setText(_counted(spec, words) if spec.limit is not None and used else spec.name)
        over = spec.limit is not None and len(words) > spec.limit
        name.setForegroundRole(QPalette.ColorRole.BrightText if over else QPalette.ColorRole.PlaceholderText)
        wide = spec.long and used
        if self._grid.indexOf(name) >= 0 and wide == (name.maximumWidth() == _UNLIMITED):
            return
        for widget in (name, self.field):
            self._grid.removeWidget(widget)
        name.setMaximumWidth(_UNLIMITED if wide else self._longest_name)
        self._grid.addWidget(name, self._first, _NAME_COLUMN, 1, 2 if wide else 1)
        if wide:
            self._grid.addWidget(self.field, self._first + _LONG_ROW, _NAME_COLUMN, 1, -1)
        else:
            self._grid.addWidget(self.field, self._first, _VALUE_COLUMN)


class FieldGrid(QWidget):
    """The rows of fields. It shows values and emits what the user chose or wrote, but knows nothing of spans."""

    chosen = Signal(str, object)  # field; id of the chosen value or piece, None to clear
    dropped = Signal(str, str)  # field, id of the piece to remove
    spelled = Signal(str, str)  # field, first letter typed among its choices
    again = Signal(str)  # field whose key was pressed twice, or which takes words and was opened
    edited = Signal(str, object)  # field, text typed so far; None if nothing of it is to be stored
    written = Signal(str, str)  # field, text
    unfinished = Signal(str, str)  # field, text that cannot be stored as it is
    opened = Signal(str)  # field whose editor was opened; see `go_on_with`
    typing = Signal(str)  # field whose words the user wants to type, not click
    reached = Signal(object)  # the widget of the field that keys act on
    keys_wanted = Signal()  # an editor opened by key was closed: the next key opens a field
    left = Signal()  # an editor opened in another way was closed

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _FieldRow] = {}
        self._keys_shown = True
        self._line: LineField | None = None
        self._seen: str | None = None
        self._seeing = Later(self._see, self)  # after the texts in and around the fields are laid out
        self.by_other_key = False  # whether the last field was opened with its other key
        self._by_key = False  # whether the last list of values was opened by key
        #: Returns the known texts of a field, which complete what is typed.
        self.known_words: Callable[[str], Sequence[str]] = lambda _field: ()
        self.pinned = QWidget()  # holds the pinned fields; the owner places it
        self._grid, self._apart = _columns(self), _columns(self.pinned)

    @property
    def specs(self) -> tuple[FieldSpec, ...]:
        return tuple(row.spec for row in self._rows.values())

    def plain_height(self) -> int:
        """Return the height in pixels when each field's text takes one line; a long field's text is below its name."""
        return sum(row.plain_height() + _GAP for row in self._rows.values())

    def field(self, id_: str) -> ValueField | None:
        """Return the widget of a field, or None."""
        row = self._rows.get(id_)
        return row.field if row is not None else None

    def set_fields(self, specs: Sequence[FieldSpec]) -> None:
        """Show these fields; do nothing if they are already shown."""
        if tuple(specs) == self.specs:
            return
        self.close_line()
        for grid in (self._grid, self._apart):
            clear_layout(grid)
        self._rows.clear()
        for place, spec in enumerate(specs):
            grid = self._apart if spec.pinned else self._grid
            row = self._rows[spec.id] = _FieldRow(grid, ROWS * place, spec)
            row.field.clicked.connect(self._on_clicked)
        names = max((row.name_width for row in self._rows.values()), default=0)
        for grid in (self._grid, self._apart):
            grid.setColumnMinimumWidth(_NAME_COLUMN, max(NAMES, names))
        self.show_keys(self._keys_shown)

    def show_values(self, values: Mapping[str, ShownValue], *, enabled: bool, follow: bool = False) -> None:
        """Show values by field id; other fields are empty. ``follow`` scrolls to the field that changed."""
        if not follow:
            self._seen = None
        for id_, row in self._rows.items():
            shown = values.get(id_, ShownValue())
            if shown != row.field.shown:
                row.field.show_value(shown)
                if self._line is None:
                    row.arrange(shown.words)
                if follow:
                    self._bring(id_)
            row.field.setEnabled(enabled)

    def forget_place(self) -> None:
        """Forget the field that was last set or reached, so that nothing scrolls to it."""
        self._seen = None

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show what is wrong below each field, by field id; other fields have no fault."""
        for id_, row in self._rows.items():
            row.show_fault(faults.get(id_, ""))

    def aim_at(self, id_: str | None) -> None:
        """Mark the field whose proposal the keys accept or reject; None for no field."""
        for row in self._rows.values():
            row.field.aim(row.spec.id == id_)
            if row.spec.id == id_:
                self._seen = row.spec.id
                self.reached.emit(row.field)

    def show_keys(self, shown: bool) -> None:  # noqa: FBT001
        """Show or hide the fields' keys, pinned ones below the others; without the focus, keys do something else."""
        self._keys_shown = shown
        for row in self._rows.values():
            row.show_key(shown)
        widest = max((row.key_width for row in self._rows.values()), default=0) if shown else 0
        for grid in (self._grid, self._apart):
            grid.setColumnMinimumWidth(_KEY_COLUMN, widest)

    def wait_at(self, id_: str | None, words: str = "") -> None:
        """Show a prompt in the field that waits for words of the article; None for no field."""
        for row in self._rows.values():
            row.field.wait_for(words if row.spec.id == id_ else "")
        if id_ is not None:
            self._bring(id_)

    def _bring(self, id_: str) -> None:
        self._seen = id_
        self._seeing.ask()

    def _see(self) -> None:
        if self._seen in self._rows:
            self.reached.emit(self._line or self._rows[self._seen].field)  # an editor hides its field

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field that was last set or reached visible, as fields may have grown."""
        super().resizeEvent(event)
        if self._seen is not None:
            self._seeing.ask()

    def press(self, key: str) -> bool:
        """Open the field with this key; return whether there is one."""
        low = key.lower()
        row = next((r for r in self._rows.values() if low and low in {r.spec.key.lower(), r.spec.other_key}), None)
        if row is None or not row.field.isEnabled():
            return False
        self.by_other_key = low != row.spec.key.lower()
        self.open(row.spec.id, by_key=True)
        return True

    def open(self, id_: str, *, by_key: bool = False) -> None:
        """Open a field's editor, or its list of choices; a field that toggles is set or cleared instead."""
        row = self._rows[id_]
        field = row.field
        self._seen = id_
        self.reached.emit(field)
        match field.spec.kind:
            case _ if field.spec.toggles:
                self.chosen.emit(id_, None if field.shown.words else field.spec.choices[0].id)
            case _ if field.waits_for and field.spec.example:
                self.typing.emit(id_)
            case FieldKind.TEXT | FieldKind.DATE:
                self._write(row, field.shown.words, by_key=by_key)
                self.opened.emit(id_)
            case FieldKind.WORDS if not field.shown.words:
                self.again.emit(id_)
            case _:
                self._choose(field, by_key=by_key)

    def write(self, id_: str, words: str, *, begun: bool = False) -> None:
        """Open a field's editor with a text, for a choice that needs one.

        With ``begun``, the text counts as changed.
        """
        self._write(self._rows[id_], "" if begun else words, by_key=self._by_key)
        if begun:
            self.go_on_with(words)

    def go_on_with(self, words: str) -> None:
        """Put a text that the user began earlier into the open editor."""
        if self._line is not None:
            self._line.setText(words)

    @Slot()
    def finish_line(self) -> None:
        """Close the editor because the user leaves the span; a changed text is stored, or kept as unfinished."""
        line = self._line
        if line is None or line.untouched:
            self.close_line()
            return
        id_, words, typed = line.objectName().removeprefix("line."), line.taken(), line.text()
        self.close_line()
        if words is None:
            self.unfinished.emit(id_, typed)
        else:
            self.written.emit(id_, words)

    def close_line(self) -> None:
        """Close the editor without storing its text."""
        line, self._line = self._line, None
        if line is None:
            return
        line.blockSignals(True)  # losing the focus must not store the text again
        line.hide()
        line.deleteLater()
        for row in self._rows.values():
            row.field.show()
            row.arrange(row.field.shown.words)

    def _on_clicked(self) -> None:
        field = self.sender()
        if isinstance(field, ValueField):
            self.by_other_key = False
            self.open(field.spec.id, by_key=field.hasFocus())

    def _choose(self, field: ValueField, *, by_key: bool) -> None:
        spec, self._by_key = field.spec, by_key
        key = spec.other_key if self.by_other_key else spec.key
        again = key if by_key and not spec.example else ""  # in a field to type in, the key may begin the text
        popup = ChoicePopup(_choices(field), field.shown.current, again, field)
        popup.chosen.connect(partial(self.chosen.emit, spec.id))
        popup.removed.connect(partial(self.dropped.emit, spec.id))
        popup.pressed_again.connect(partial(self.again.emit, spec.id))
        popup.by_letters = spec.by_letters
        popup.spelled.connect(partial(self.spelled.emit, spec.id))
        popup.open_at(field)

    def _write(self, row: _FieldRow, words: str, *, by_key: bool) -> None:
        self.finish_line()
        line = self._line = LineField(row.spec, words, self.known_words(row.spec.id), self)
        row.put_line(line)
        line.textChanged.connect(partial(row.arrange, writing=True))
        line.textChanged.connect(lambda: self.edited.emit(row.spec.id, line.taken()))
        line.stored.connect(partial(self._on_stored, row.spec.id, by_key))
        line.reverted.connect(partial(self._on_reverted, row.spec.id, by_key))
        line.show()
        line.setFocus()
        line.selectAll()
        row.arrange(line.text(), writing=True)
        self._bring(row.spec.id)

    def _on_stored(self, id_: str, by_key: bool, words: str) -> None:  # noqa: FBT001
        held = self._line is not None and self._line.hasFocus()
        self.close_line()
        self.written.emit(id_, words)
        if held:
            (self.keys_wanted if by_key else self.left).emit()

    def _on_reverted(self, id_: str, by_key: bool) -> None:  # noqa: FBT001
        self.close_line()
        self.edited.emit(id_, None)
        (self.keys_wanted if by_key else self.left).emit()


def _columns(widget: QWidget) -> QGridLayout:
    """Return a grid layout for rows of fields, set on a widget."""
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(_GAP)
    grid.setColumnMinimumWidth(_NAME_COLUMN, NAMES)
    grid.setColumnStretch(_VALUE_COLUMN, 1)
    return grid


def _choices(field: ValueField) -> list[PopupChoice]:
    """Return the choices of a field: its values, then its pieces, then the choice that clears it.

    In an open field the possible values come first, so that Return takes the likeliest, and keys number all from 1.
    """
    values = [choice for choice in field.spec.choices if choice.id is not None]
    if field.shown.is_open:
        return [choice._replace(key=str(n)) for n, choice in enumerate((*field.shown.pieces, *values), 1)]
    away = [choice for choice in field.spec.choices if choice.id is None and field.shown.words]
    if len(field.shown.pieces) > 1:
        name = QCoreApplication.translate("FieldGrid", "Remove all")
        away = [choice._replace(name=name) for choice in away]
    return [*values, *field.shown.pieces, *away]


def _counted(spec: FieldSpec, words: str) -> str:
    said = QCoreApplication.translate("FieldGrid", "{field}: {count} of {limit}")
    return said.format(field=spec.name, count=number(len(words)), limit=number(spec.limit or 0))
