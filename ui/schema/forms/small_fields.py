"""Shared fields of the schema's forms: text in both languages, a key, a short name."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from annotator.editing.schema_editing.flaws import free_id
from annotator.editing.schema_editing.new_label import short_name
from annotator.model.schema import Examples, Schema, Words
from annotator.model.schema_file import ID
from annotator.text.language import LANGUAGES
from ui.base.i18n import translate, ui_language
from ui.base.look.plain_text import plain
from ui.base.widgets.inputs import named
from ui.schema.schema_draft import called

_LONGEST = 300
_LINES = 2
_MOST_LINES = 24
_NARROW = 120  # least width of a text in pixels


class BothWords(QWidget):
    """A German and an English line, side by side, the one in the window's language first."""

    edited = Signal()
    entered = Signal()  # Return

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        layout = _grid(self)
        self.lines: dict[str, QLineEdit] = {}
        for column, (language, of) in enumerate(_names().items()):
            line = named(QLineEdit(), f"{name}.{language}", f"{spoken}, {of}")
            line.setPlaceholderText(of)
            line.setMaxLength(_LONGEST)
            line.setMinimumWidth(_NARROW)
            line.textEdited.connect(self.edited)
            line.returnPressed.connect(self.entered)
            layout.addWidget(line, 0, column)
            self.lines[language] = line
        self.setFocusProxy(self.lines[ui_language()])

    def show_words(self, words: Words) -> None:
        for language, line in self.lines.items():
            wanted = words.get(language, "")
            if line.text() != wanted:
                line.setText(wanted)
                line.setCursorPosition(0)

    @property
    def typed(self) -> str:
        """The English name, or the German name if there is none."""
        return next((text for language in reversed(LANGUAGES) if (text := self.lines[language].text().strip())), "")

    def words(self, before: Words) -> Words:
        """Return the typed names, with those in other languages unchanged from ``before``."""
        others = {language: of for language, of in before.items() if language not in self.lines}
        return others | {language: line.text() for language, line in self.lines.items() if line.text().strip()}


class LanguageNames(QWidget):
    """The words "German" and "English", above the columns of texts in these languages."""

    def __init__(self) -> None:
        super().__init__()
        layout = _grid(self)
        for column, of in enumerate(_names().values()):
            layout.addWidget(plain(of, "muted"), 0, column)


class BothTexts(QWidget):
    """Plain text in German and in English, side by side, as high as the longer one; only very long ones scroll."""

    edited = Signal()

    def __init__(self, name: str, spoken: str, lines: int = _LINES) -> None:
        super().__init__()
        self._least = lines
        layout = _grid(self)
        self.fields: dict[str, QPlainTextEdit] = {}
        queued = Qt.ConnectionType.QueuedConnection  # the lines are counted after the scroll bar
        for column, (language, of) in enumerate(_names().items()):
            field = named(QPlainTextEdit(), f"{name}.{language}", f"{spoken}, {of}")
            field.setPlaceholderText(of)
            field.setTabChangesFocus(True)
            field.setMinimumWidth(_NARROW)
            field.textChanged.connect(self.edited)
            field.document().documentLayout().documentSizeChanged.connect(self._fit)
            field.verticalScrollBar().rangeChanged.connect(self._fit, queued)  # also after another width
            layout.addWidget(field, 0, column)
            self.fields[language] = field
        self._fit()
        self.setFocusProxy(self.fields[ui_language()])

    def show_words(self, words: Words) -> None:
        for language, field in self.fields.items():
            wanted = words.get(language, "")
            if field.toPlainText() != wanted:
                with QSignalBlocker(field):
                    field.setPlainText(wanted)

    def words(self, before: Words) -> Words:
        """Return the typed text, with other languages unchanged from ``before``."""
        others = {language: of for language, of in before.items() if language not in self.fields}
        typed = {language: field.toPlainText() for language, field in self.fields.items()}
        return others | {language: text for language, text in typed.items() if text.strip()}

    def show_examples(self, examples: Examples) -> None:
        """Show one example a line; leave fields that already hold these examples alone, so as not to disturb typing."""
        if self.examples({}) != {language: cases for language, cases in examples.items() if language in self.fields}:
            self.show_words({language: "\n".join(cases) for language, cases in examples.items()})

    def examples(self, before: Examples) -> Examples:
        """Return one example for each line, with other languages unchanged from ``before``."""
        found: dict[str, tuple[str, ...]] = {
            language: cases for language, cases in before.items() if language not in self.fields
        }
        for language, field in self.fields.items():
            cases = tuple(line.strip() for line in field.toPlainText().split("\n") if line.strip())
            if cases:
                found[language] = cases
        return found

    @Slot()
    def _fit(self) -> None:
        needed = max(round(field.document().size().height()) for field in self.fields.values())  # in lines
        lines = max(self._least, min(needed, _MOST_LINES))
        policies = Qt.ScrollBarPolicy
        for field in self.fields.values():
            scrolls = needed > _MOST_LINES
            field.setVerticalScrollBarPolicy(policies.ScrollBarAsNeeded if scrolls else policies.ScrollBarAlwaysOff)
            field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 20)


class KeyLine(QLineEdit):
    """A field for a shortcut key of one character. Pressing the key sets it; Backspace and Delete clear it."""

    edited = Signal()

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self.setMaxLength(1)
        self.setFixedWidth(56)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setPlaceholderText("–")

    def show_key(self, key: str | None) -> None:
        self.setText((key or "").upper())

    @property
    def key(self) -> str | None:
        """The key in lower case, as in the schema."""
        return self.text().lower() or None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        plain_ = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain_ and len(typed) == 1 and typed.isprintable() and not typed.isspace():
            self._take(typed.upper())
        elif event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._take("")
        else:
            super().keyPressEvent(event)

    def _take(self, text: str) -> None:
        if self.text() != text[:1]:
            self.setText(text[:1])
            self.edited.emit()


class IdLine(QLineEdit):
    """The field for a part's short name in files.

    When editing ends, the short name is taken if it is valid and unused. A part without a short name gets one from its
    name while that is typed, until the user types a short name.
    """

    chosen = Signal(str)
    refused = Signal(str)  # why the short name is refused

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name, self.tr("Short name in files"))
        self.setMaxLength(60)
        self._id = ""
        self._taken: Collection[str] = ()
        self._made = ""  # the id while there is no name; "" if the id does not follow the name
        self._followed = ""  # the id made from the name
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._finish)

    def show_id(self, id_: str, taken: Collection[str], *, follows: bool = False) -> None:
        """Show a short name. ``taken`` are those of other parts; with ``follows`` it changes with the part's name."""
        if follows:
            self._made = id_
        elif id_ != self._followed:
            self._made = ""
        self._id, self._taken = id_, taken
        self.setText(id_)

    def follow(self, name: str) -> None:
        """Derive the short name from the name unless the user typed a short name."""
        if self._made:
            self._id = self._followed = free_id(short_name(name) or self._made, self._taken)
            self.setText(self._id)

    @property
    def id(self) -> str:
        """The valid short name."""
        return self._id

    @Slot()
    def _finish(self) -> None:
        typed = self.text().strip()
        if typed == self._id:
            self.setText(typed)
            return
        flaw = self._flaw(typed)
        if flaw:
            self.refused.emit(flaw)
            self.setText(self._id)
        else:
            self._id, self._made = typed, ""
            self.chosen.emit(typed)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        """Refuse invalid characters at once; uniqueness is checked when editing ends."""
        typed = text.strip()
        if typed and typed not in self._taken and (flaw := self._flaw(typed)):
            self.refused.emit(flaw)

    def _flaw(self, typed: str) -> str:
        if not ID.fullmatch(typed):
            return self.tr("A short name has letters, digits, - and _, and begins with a letter (A to Z).")
        return self.tr("{name} is already taken.").format(name=typed) if typed in self._taken else ""


def _grid(widget: QWidget) -> QGridLayout:
    layout = QGridLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(8)
    layout.setColumnStretch(0, 1)
    layout.setColumnStretch(1, 1)
    return layout


def _names() -> dict[str, str]:
    """Return the names of the languages that texts are written in, the window's own first."""
    names = {"de": translate("SchemaFields", "German"), "en": translate("SchemaFields", "English")}
    return {language: names[language] for language in sorted(names, key=lambda one: one != ui_language())}


_VISIBLE_LINES = 7  # a longer list scrolls


class Ticks(QListWidget):
    """A list of check boxes; Space toggles the current row."""

    edited = Signal()

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self.itemChanged.connect(self.edited)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the ticked rows, in list order."""
        rows = (self.item(row) for row in range(self.count()))
        return tuple(row.data(Qt.ItemDataRole.UserRole) for row in rows if row.checkState() == Qt.CheckState.Checked)

    def show_rows(self, rows: Sequence[tuple[str, str]], ticked: Iterable[str]) -> None:
        """Show ids and names, and tick some."""
        known = set(ticked)
        self.blockSignals(True)
        self.clear()
        for id_, words in rows:
            row = QListWidgetItem(words)
            row.setData(Qt.ItemDataRole.UserRole, id_)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if id_ in known else Qt.CheckState.Unchecked)
            self.addItem(row)
        self.blockSignals(False)
        height = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing())
        self.setFixedHeight(height * max(1, min(_VISIBLE_LINES, len(rows))) + 2 * self.frameWidth() + 4)


def ends_of(schema: Schema) -> list[tuple[str, str]]:
    """Return the ids and names of all layers and labels (``layer.LABEL``)."""
    found: list[tuple[str, str]] = []
    for layer in schema.layers:
        found.append((layer.id, translate("SchemaTicks", "all of {layer}").format(layer=called(layer))))
        found += [(f"{layer.id}.{label.id}", f"    {called(label)}") for label in layer.labels]
    return found
