"""Fields of a span: name, value and key of each in a row. A key or click opens a list of values or a line."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCompleter, QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from annotator.corpus.dates import whole_date
from ui.base.i18n import number
from ui.base.later import Later
from ui.base.look.painting import paint_box, paint_focus
from ui.base.look.plain_text import one_line, plain, tooltip, wrapped
from ui.base.widgets.chips import KeyCap
from ui.panels.claim.choice_help import Choice
from ui.panels.claim.choice_popup import ChoicePopup

UNSET = "—"
_MARGIN = 8
_LONGEST = 4000  # characters of a text
_LINES = 3
_NAMES = 92  # pixels
_UNLIMITED = 16_777_215  # pixels: QWIDGETSIZE_MAX, Qt's width without a limit
_NAME_LENGTH = 16  # characters of a line
_NAME_COLUMN, _VALUE_COLUMN, _KEY_COLUMN = range(3)
_HEAD_ROW, _LONG_ROW, _FAULT_ROW, ROWS = range(4)  # of a field
_GAP = 2  # pixels between rows


class FieldKind(StrEnum):
    """Kind of entry of a field."""

    CHOICE = "choice"
    TEXT = "text"
    DATE = "date"
    WORDS = "words"  # by choosing words of the article


class FieldSpec(NamedTuple):
    """Definition of a field. ``limit`` is a text's recommended number of characters, ``example`` its placeholder.

    The value of a ``long`` field has the whole width below the field's name.
    """

    id: str
    name: str
    kind: FieldKind
    key: str = ""
    help: str = ""
    choices: tuple[Choice, ...] = ()
    limit: int | None = None
    example: str = ""
    long: bool = False


class Shown(NamedTuple):
    """Value of a field. ``current`` is the id of the chosen value; ``proposed`` values are not decided yet.

    ``pieces`` are the values of a field that holds several: each can be opened or removed by itself.
    """

    words: str = ""
    current: str | None = None
    proposed: bool = False
    pieces: tuple[Choice, ...] = ()


class ValueField(QAbstractButton):
    """Button that shows a value; a click or Enter opens it."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.shown = Shown()
        self.waits_for = ""
        self._aimed = False
        self._fault = ""
        self.setObjectName(f"field.{spec.id}")
        self.setToolTip(tooltip(spec.help))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_value(Shown())

    def show_value(self, shown: Shown) -> None:
        """Show a value."""
        self.shown = shown
        self.setText(one_line(shown.words) or UNSET)
        self.setAccessibleName(self.tr("{field}: {value}").format(field=self.spec.name, value=self.text()))
        self._describe()
        self.updateGeometry()
        self.update()

    def wait_for(self, words: str) -> None:
        """Show a prompt while the field waits; "" ends it."""
        self.waits_for = words
        self.update()

    def show_fault(self, fault: str) -> None:
        """Describe a fault to screen readers; the grid shows it below the field."""
        self._fault = fault
        self._describe()

    def aim(self, aimed: bool) -> None:  # noqa: FBT001
        """Show that keys accept or reject the proposal here."""
        if self._aimed != aimed:
            self._aimed = aimed
            self.update()

    def _describe(self) -> None:
        proposed = self.tr("suggested") if self.shown.proposed else ""
        self.setAccessibleDescription(" ".join(filter(None, (proposed, self._fault))))

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.fontMetrics().height() + 6)

    def heightForWidth(self, width: int) -> int:
        lines = wrapped(self.text(), self.fontMetrics(), max(40, width - 2 * _MARGIN), _LINES)
        return len(lines) * self.fontMetrics().lineSpacing() + 6

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette, rect = QPainter(self), self.palette(), self.rect()
        role = QPalette.ColorRole
        unset = not self.shown.words
        if not unset or self.waits_for or (self.underMouse() and self.isEnabled()):
            line = palette.color(role.Dark if self.shown.proposed or self.underMouse() else role.Mid)
            paint_box(painter, rect, palette, line=line, dashed=self.shown.proposed)
        if self.hasFocus() or self.waits_for or self._aimed:
            paint_focus(painter, rect, palette)
        quiet = unset or self.shown.proposed or not self.isEnabled()
        painter.setPen(palette.color(role.PlaceholderText if quiet else role.Text))
        words = self.text()
        if self.waits_for:
            painter.setPen(palette.color(role.Accent))
            words = self.waits_for
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        most = max(1, (rect.height() - 4) // self.fontMetrics().lineSpacing())
        shown = "\n".join(wrapped(words, self.fontMetrics(), inner.width() + 2, min(most, _LINES)))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)


class LineField(QLineEdit):
    """Line edit for a text in place: Enter or leaving stores it, Escape discards it."""

    stored = Signal(str)
    reverted = Signal()

    def __init__(self, spec: FieldSpec, words: str, known: Sequence[str], parent: QWidget | None = None) -> None:
        """Open the line; texts in ``known`` are completed while typing, and keep their spelling."""
        super().__init__(words, parent)
        self._spellings = {spelling.casefold(): spelling for spelling in reversed(known)}
        self._spec = spec
        self._over = False
        self.setMaxLength(_LONGEST)
        self.setObjectName(f"line.{spec.id}")
        self.setAccessibleName(spec.name)
        self.setToolTip(tooltip(spec.help))
        if known:
            completer = QCompleter(known, self)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.setCompleter(completer)
        self.setPlaceholderText(self.tr("2026-03-09") if spec.kind is FieldKind.DATE else spec.example)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._over = True
            self.reverted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._store()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self._store()

    def _store(self) -> None:
        if self._over:
            return
        words = self.text().strip()
        if self._spec.kind is FieldKind.DATE and words:
            day = whole_date(words)
            if day is None:
                self.setStyleSheet("border-color: palette(bright-text);")
                return
            words = day
        self._over = True
        self.stored.emit(self._spellings.get(words.casefold(), words))


class FieldGrid(QWidget):
    """The rows of fields. It shows values and emits what was chosen or written, but knows no span."""

    chosen = Signal(str, object)  # field; id of the value or of a piece, or None
    dropped = Signal(str, str)  # field, id of the piece
    again = Signal(str)  # field whose key was pressed twice, or field of words that was opened
    written = Signal(str, str)  # field, text
    reached = Signal(object)  # the field that keys act on
    keys_wanted = Signal()  # a text opened by key was closed: the next key is a field's
    left = Signal()  # a text opened otherwise was closed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, ValueField] = {}
        self._names: dict[str, QLabel] = {}
        self._faults: dict[str, QLabel] = {}
        self._keys: list[KeyCap] = []
        self._keys_shown = True
        self._line: LineField | None = None
        self._seen: str | None = None
        self._seeing = Later(self._see, self)  # after texts in and around the fields were laid out
        self._by_key = False  # whether the last list of values was opened by key
        self._known: Callable[[str], Sequence[str]] = _nothing_known
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setColumnMinimumWidth(_NAME_COLUMN, _NAMES)
        self._grid.setColumnStretch(_VALUE_COLUMN, 1)

    @property
    def specs(self) -> tuple[FieldSpec, ...]:
        """The fields, in order."""
        return tuple(field.spec for field in self._fields.values())

    def plain_height(self) -> int:
        """Return the height in pixels of fields with one line each, long ones with a line below their name."""
        heights = (self._plain_height(spec) for spec in self.specs)
        return sum(height + _GAP for height in heights)

    def field(self, id_: str) -> ValueField | None:
        """Find a field."""
        return self._fields.get(id_)

    def complete_with(self, known: Callable[[str], Sequence[str]]) -> None:
        """Set the function that returns a field's known texts for completion."""
        self._known = known

    def set_fields(self, specs: Sequence[FieldSpec]) -> None:
        """Show these fields; nothing happens if they are shown already."""
        if tuple(specs) == self.specs:
            return
        self._drop_line()
        while (held := self._grid.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._fields.clear()
        self._names.clear()
        self._faults.clear()
        self._keys.clear()
        for place, spec in enumerate(specs):
            self._add_row(ROWS * place, spec)

    def show_values(self, values: Mapping[str, Shown], *, enabled: bool, follow: bool = False) -> None:
        """Show values; fields that are not named are unset. ``follow`` scrolls to the field that changed."""
        if not follow:
            self._seen = None
        for id_, field in self._fields.items():
            shown = values.get(id_, Shown())
            if shown != field.shown:
                field.show_value(shown)
                if self._line is None:
                    self._arrange(field.spec, shown.words)
                if follow:
                    self._bring(id_)
            field.setEnabled(enabled)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show under each field what is wrong with it; fields that are not named have no fault."""
        for id_, line in self._faults.items():
            said = faults.get(id_, "")
            if line.text() != said:
                line.setText(said)
                line.setVisible(bool(said))
                self._fields[id_].show_fault(said)

    def aim_at(self, id_: str | None) -> None:
        """Show which field's proposal the keys accept or reject; None for no field."""
        for field in self._fields.values():
            field.aim(field.spec.id == id_)
            if field.spec.id == id_:
                self._reach(field)

    def show_keys(self, shown: bool) -> None:  # noqa: FBT001
        """Show or hide the fields' keys: without focus the same keys do something else."""
        self._keys_shown = shown
        for key in self._keys:
            key.setVisible(shown)

    def wait_at(self, id_: str | None, words: str = "") -> None:
        """Show a prompt in the field that waits for words of the article; None for no field."""
        for field in self._fields.values():
            field.wait_for(words if field.spec.id == id_ else "")
        if id_ is not None:
            self._bring(id_)

    def _bring(self, id_: str) -> None:
        self._seen = id_
        self._seeing.ask()

    def _see(self) -> None:
        if self._seen in self._fields:
            self.reached.emit(self._fields[self._seen])

    def _reach(self, field: ValueField) -> None:
        self._seen = field.spec.id
        self.reached.emit(field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the last set or reached field in sight, as fields may have grown."""
        super().resizeEvent(event)
        if self._seen is not None:
            self._seeing.ask()

    def press(self, key: str) -> bool:
        """Open the field of a key; return whether there is one."""
        field = next((f for f in self._fields.values() if key and f.spec.key.lower() == key.lower()), None)
        if field is None or not field.isEnabled():
            return False
        self.open(field.spec.id, by_key=True)
        return True

    def open(self, id_: str, *, by_key: bool = False) -> None:
        """Open the editor or the choices of a field."""
        field = self._fields[id_]
        self._reach(field)
        match field.spec.kind:
            case FieldKind.TEXT | FieldKind.DATE:
                self._write(field, field.shown.words, by_key=by_key)
            case FieldKind.WORDS if not field.shown.words:
                self.again.emit(id_)
            case _:
                self._choose(field, by_key=by_key)

    def write(self, id_: str, words: str) -> None:
        """Open an editor with a text for a field whose choice requires one."""
        self._write(self._fields[id_], words, by_key=self._by_key)

    def close_line(self) -> None:
        """Close the editor without storing."""
        self._drop_line()

    def _add_row(self, row: int, spec: FieldSpec) -> None:
        name = plain(spec.name)
        name.setProperty("role", "field")
        name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        name.setWordWrap(True)
        name.setToolTip(tooltip(spec.help))
        field = ValueField(spec)
        field.clicked.connect(self._on_clicked)
        self._fields[spec.id] = field
        self._names[spec.id] = name
        if spec.key:
            key = KeyCap(spec.key.upper())
            self._keys.append(key)
            self._grid.addWidget(key, row, _KEY_COLUMN)
            key.setVisible(self._keys_shown)
        fault = plain()
        fault.setObjectName(f"fault.{spec.id}")
        fault.setWordWrap(True)
        fault.setForegroundRole(QPalette.ColorRole.BrightText)
        fault.hide()
        self._faults[spec.id] = fault
        self._grid.addWidget(fault, row + _FAULT_ROW, _NAME_COLUMN, 1, -1)
        self._arrange(spec, "")

    def _on_clicked(self) -> None:
        field = self.sender()
        if isinstance(field, ValueField):
            self.open(field.spec.id, by_key=field.hasFocus())

    def _choose(self, field: ValueField, *, by_key: bool) -> None:
        spec, self._by_key = field.spec, by_key
        popup = ChoicePopup(self._choices(field), field.shown.current, spec.key if by_key else "", field)
        popup.chosen.connect(partial(self.chosen.emit, spec.id))
        popup.removed.connect(partial(self.dropped.emit, spec.id))
        popup.pressed_again.connect(partial(self.again.emit, spec.id))
        popup.open_at(field)

    def _choices(self, field: ValueField) -> list[Choice]:
        """Return the values, then the existing pieces, then the choice that clears the field."""
        values = [choice for choice in field.spec.choices if choice.id is not None]
        away = [choice for choice in field.spec.choices if choice.id is None and field.shown.words]
        if len(field.shown.pieces) > 1:
            away = [choice._replace(name=self.tr("Remove all")) for choice in away]
        return [*values, *field.shown.pieces, *away]

    def _write(self, field: ValueField, words: str, *, by_key: bool) -> None:
        self._drop_line()
        line = LineField(field.spec, words, self._known(field.spec.id), self)
        self._line = line
        row = self._row(field.spec)
        if field.spec.long:
            self._grid.addWidget(line, row + _LONG_ROW, _NAME_COLUMN, 1, -1)
        elif field.spec.example:  # over the field's name, too
            self._grid.addWidget(line, row, _NAME_COLUMN, 1, -1)
        else:
            self._grid.addWidget(line, row, _VALUE_COLUMN)
        line.textChanged.connect(partial(self._arrange, field.spec, writing=True))
        line.stored.connect(partial(self._on_stored, field.spec.id, by_key))
        line.reverted.connect(partial(self._on_reverted, by_key))
        field.hide()
        line.show()
        line.setFocus()
        line.selectAll()
        self._arrange(field.spec, line.text(), writing=True)
        self._bring(field.spec.id)

    def _on_stored(self, id_: str, by_key: bool, words: str) -> None:  # noqa: FBT001
        held = self._line is not None and self._line.hasFocus()
        self._drop_line()
        self.written.emit(id_, words)
        if held:
            (self.keys_wanted if by_key else self.left).emit()

    def _on_reverted(self, by_key: bool) -> None:  # noqa: FBT001
        self._drop_line()
        (self.keys_wanted if by_key else self.left).emit()

    def _drop_line(self) -> None:
        line, self._line = self._line, None
        if line is None:
            return
        line.blockSignals(True)  # losing the focus must not store again
        self._grid.removeWidget(line)
        line.hide()
        line.deleteLater()
        for field in self._fields.values():
            field.show()
            self._arrange(field.spec, field.shown.words)

    def _row(self, spec: FieldSpec) -> int:
        return ROWS * list(self._fields).index(spec.id)

    def _plain_height(self, spec: FieldSpec) -> int:
        name, line = self._names[spec.id], self._fields[spec.id].minimumSizeHint().height()
        if spec.long:
            return 2 * line + _GAP
        return max(line, name.heightForWidth(min(name.sizeHint().width(), name.maximumWidth())))

    def _arrange(self, spec: FieldSpec, words: str, *, writing: bool = False) -> None:
        """Place name and value of a field, and count its characters if there is a limit."""
        name, field, row = self._names[spec.id], self._fields[spec.id], self._row(spec)
        counted = spec.limit is not None and (writing or bool(words))
        name.setText(_counted(spec, words) if counted else spec.name)
        over = spec.limit is not None and len(words) > spec.limit
        name.setForegroundRole(QPalette.ColorRole.BrightText if over else QPalette.ColorRole.PlaceholderText)
        wide = spec.long and (writing or bool(words))
        if self._grid.indexOf(name) >= 0 and wide == (name.maximumWidth() == _UNLIMITED):
            return
        for widget in (name, field):
            self._grid.removeWidget(widget)
        length = name.fontMetrics().averageCharWidth() * _NAME_LENGTH
        name.setMaximumWidth(_UNLIMITED if wide else length)
        self._grid.addWidget(name, row, _NAME_COLUMN, 1, 2 if wide else 1)
        if wide:
            self._grid.addWidget(field, row + _LONG_ROW, _NAME_COLUMN, 1, -1)
        else:
            self._grid.addWidget(field, row, _VALUE_COLUMN)


def _counted(spec: FieldSpec, words: str) -> str:
    said = QCoreApplication.translate("FieldGrid", "{field}: {count} of {limit}")
    return said.format(field=spec.name, count=number(len(words)), limit=number(spec.limit or 0))


def _nothing_known(_field: str) -> Sequence[str]:
    return ()
