"""A field of a span: its definition, its value and its widgets."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QCompleter, QLineEdit, QSizePolicy, QWidget

from ui.base.i18n import number
from ui.base.look.painting import paint_box, paint_focus
from ui.base.look.plain_text import one_line, tooltip, wrapped
from ui.base.widgets.inputs import is_left, named
from ui.panels.claim.choice_popup import PopupChoice

UNSET = "—"
_MARGIN = 8
_TOLERANCE = 2  # pixels by which a line may reach into the margin before it is wrapped
_LONGEST = 4000  # characters of a text, at most
_LINES = 3
_PIECES = 4  # lines of a field with several pieces, one for each


class FieldKind(StrEnum):
    """The way a field is filled in."""

    CHOICE = "choice"
    TEXT = "text"
    DATE = "date"
    WORDS = "words"  # the user chooses words of the article


class FieldSpec(NamedTuple):
    """The definition of a field. ``limit`` is a text's recommended number of characters, ``example`` its placeholder.

    The value of a ``long`` field takes the full width below the field's name. ``other_key`` opens the field, too.
    A ``pinned`` field does not scroll with the others. Letters typed among the choices choose ``by_letters``, if any.
    A field that ``toggles`` has one value, which its key or a click sets or clears at once.
    """

    id: str
    name: str
    kind: FieldKind
    key: str = ""
    help: str = ""
    choices: tuple[PopupChoice, ...] = ()
    limit: int | None = None
    example: str = ""
    long: bool = False
    other_key: str = ""
    pinned: bool = False
    by_letters: str = ""
    toggles: bool = False


class ShownValue(NamedTuple):
    """The value of a field. ``current`` is the id of the chosen value. A ``proposed`` value is not decided yet.

    ``pieces`` are the values of a field with several; each can be opened or removed alone. With ``is_open`` the field
    has no value yet, and the pieces are its possible values.
    """

    words: str = ""
    current: str | None = None
    proposed: bool = False
    pieces: tuple[PopupChoice, ...] = ()
    is_open: bool = False


class ValueField(QAbstractButton):
    """A button that shows a field's value; a click or Enter opens the field."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.spec = spec
        self.shown = ShownValue()
        self.waits_for = ""
        self._aimed = False
        self._fault = ""
        self.setObjectName(f"field.{spec.id}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # paint again when the mouse comes and goes
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_value(ShownValue())

    def show_value(self, shown: ShownValue) -> None:
        self.shown = shown
        self.setText(one_line(shown.words) or UNSET)
        self.setAccessibleName(self.tr("{field}: {value}").format(field=self.spec.name, value=self.text()))
        pieces = () if shown.is_open else (piece.name for piece in shown.pieces)
        self.setToolTip(tooltip("\n".join((*pieces, self.spec.help))))
        self._describe()
        self.updateGeometry()
        self.update()

    def wait_for(self, words: str) -> None:
        """Show a prompt while the field waits for words; "" ends the waiting."""
        self.waits_for = words
        self.update()

    def show_fault(self, fault: str) -> None:
        """Announce to screen readers a fault that the grid shows below the field."""
        self._fault = fault
        self._describe()

    def aim(self, aimed: bool) -> None:  # noqa: FBT001
        """Mark the field if its proposal is the one that keys accept or reject, else remove the mark."""
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
        return len(self._lines(max(40, width - 2 * _MARGIN))) * self.fontMetrics().lineSpacing() + 6

    def _lines(self, width: int, most: int = _LINES) -> list[str]:
        """Return the value in lines of a width in pixels: each piece has its own, as far as there is room.

        A pinned field does not scroll, so its one value has one line: more would push the other fields out of sight.
        """
        names = [one_line(piece.name) for piece in self.shown.pieces]
        if self.shown.is_open or len(names) < 2:
            return wrapped(self.text(), self.fontMetrics(), width + _TOLERANCE, 1 if self.spec.pinned else most)
        if len(names) > _PIECES:
            more = self.tr("and {count} more").format(count=number(len(names) - _PIECES + 1))
            names = [*names[: _PIECES - 1], more]
        return [line for name in names for line in wrapped(name, self.fontMetrics(), width + _TOLERANCE, 1)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

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
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        most = min(_LINES, max(1, (rect.height() - 4) // self.fontMetrics().lineSpacing()))
        lines = self._lines(inner.width(), most)
        if self.waits_for:
            painter.setPen(palette.color(role.Accent))
            lines = wrapped(self.waits_for, self.fontMetrics(), inner.width() + _TOLERANCE, most)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))


class LineField(QLineEdit):
    """An editor for a text, in the field's place. Enter or leaving stores the text, Escape discards it."""

    stored = Signal(str)
    reverted = Signal()

    def __init__(self, spec: FieldSpec, words: str, known: Sequence[str], parent: QWidget | None = None) -> None:
        """Open the editor with ``words``. It completes texts in ``known``, and stores them as they are spelt there."""
        super().__init__(words, parent)
        self._opened_with = words
        self._spellings = {spelling.casefold(): spelling for spelling in reversed(known)}
        self._spec = spec
        self._over = False
        self.setMaxLength(_LONGEST)
        named(self, f"line.{spec.id}", spec.name)
        self.setToolTip(tooltip(spec.help))
        if known:
            completer = QCompleter(known, self)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.setCompleter(completer)
        self.setPlaceholderText(self.tr("2026-03-09") if spec.kind is FieldKind.DATE else spec.example)

    def taken(self) -> str | None:
        """Return the text in the form to store, or None for an incomplete date, which cannot be stored."""
        words = self.text().strip()
        if self._spec.kind is FieldKind.DATE and words:
            from annotator.corpus.dates import whole_date  # only after the first paint

            return whole_date(words)
        return self._spellings.get(words.casefold(), words)

    @property
    def untouched(self) -> bool:
        """Whether the text is the same as when the editor was opened."""
        return self.text() == self._opened_with

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
        if is_left(event):
            self._store()

    def _store(self) -> None:
        if self._over:
            return
        words = self.taken()
        if words is None:
            self.setStyleSheet("border-color: palette(bright-text);")
            return
        self._over = True
        self.stored.emit(words)
