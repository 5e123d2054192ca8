"""Commands for spans of several parts, names inside words, and the unit of selection."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from annotator.model.compounds import DERIVED, FORM, PART, WHOLE
from annotator.model.values import ENTITIES, Span, Suggestion
from annotator.text.parts import joined, part_at, without
from ui.article.canvas import clear_selection
from ui.article.caret import Snapping
from ui.article.view import ArticleView
from ui.base.key_line import Hint
from ui.deciding.aim import Aim
from ui.deciding.decisions import Decisions
from ui.deciding.edit_names import shortened

_NEXT_MODE = "F4"
_AFTER = 3  # number of hints about labelling the selection


class SpanParts(QObject):
    """Adds and removes parts of the active span, and sets whether a name is part of a word."""

    def __init__(self, view: ArticleView, aim: Aim, decisions: Decisions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._aim = aim
        self._decisions = decisions

    def add_words(self) -> None:
        """Add the selected words to the active span, or to the last active one."""
        opened, span, words = self._aim.opened, self.growing(), self._aim.selection()
        if opened is None or span is None or words[0] == words[1]:
            self._aim.told.emit(self.tr("Select words to add to the last active label."), False)
            return
        parts = joined(span.parts, words, opened.document.text)
        if self._decisions.move(span.id, parts):
            self._view.select(words[1], words[1], exact=True)
            self._aim.activate(span.id)

    def remove_words(self) -> None:
        """Remove the selected words, or the part at the caret, from the active span."""
        opened, span = self._aim.opened, self.growing()
        if opened is None or span is None:
            self._aim.told.emit(self.tr("No label is active."), False)
            return
        taken = self._aim.selection() if self._aim.selected else part_at(span.parts, self._view.caret())
        left = without(span.parts, taken, opened.document.text) if taken is not None else span.parts
        if left == span.parts:
            self._aim.told.emit(self.tr("Place the caret in the part, or select the words to remove."), False)
        elif not left:
            self._aim.told.emit(self.tr("Nothing would be left; Delete removes the label."), False)
        elif self._decisions.move(span.id, left):
            clear_selection(self._view)
            self._aim.activate(span.id)

    def change_form(self) -> None:
        """Cycle the active name through whole word, part of a word, and derived word."""
        row = self._aim.row()
        if not isinstance(row, Span) or row.layer != ENTITIES:
            self._aim.told.emit(self.tr("Go to a name first."), False)
            return
        forms = (WHOLE, PART, DERIVED)
        form = row.attributes.get(FORM, WHOLE)
        following = forms[(forms.index(form) + 1) % len(forms)] if form in forms else WHOLE
        self._decisions.change(row.id, attributes={FORM: None if following == WHOLE else following})

    def growing(self) -> Span | None:
        """Return the span to which words would be added: the active or the last active one, or None."""
        opened, row = self._aim.opened, self._aim.row()
        if isinstance(row, Suggestion):
            return None
        return row if row is not None or opened is None else opened.span(self._aim.last)

    def hints(self) -> tuple[Hint, ...]:
        """Return the hints about a span's parts."""
        opened, span = self._aim.opened, self.growing()
        if opened is None or span is None:
            return ()
        if self._aim.selected:
            quote = shortened(span.quote(opened.document.text))
            return (Hint(keys=("+",), words=self.tr("add to “{words}”").format(words=quote)),)
        if self._aim.row() is not None and len(span.parts) > 1:
            return (Hint(keys=("−",), words=self.tr("remove this part")),)
        if self._aim.row() is not None and FORM in span.attributes:
            return (Hint(keys=("T",), words=self.tr("switch: part, derived, whole word")),)
        return ()

    def beside(self, usual: Sequence[Hint]) -> tuple[Hint, ...]:
        """Insert these hints into the usual ones: after the labelling hints if only words are selected, else first."""
        place = _AFTER if self._aim.selected and self._aim.row() is None else 0
        return (*usual[:place], *self.hints(), *usual[place:])


class SnappingModes(QObject):
    """The unit that selections widen to (words, sentences or characters), kept until the program is closed."""

    changed = Signal(str)  # the mode

    def __init__(self, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view

    def choose(self, mode: str) -> None:
        """Set the unit that selections widen to."""
        self._view.set_snapping(Snapping(mode))
        self.changed.emit(mode)

    def choose_next(self) -> None:
        """Switch to the next unit that selections widen to."""
        modes = list(Snapping)
        self.choose(modes[(modes.index(self._view.snapping) + 1) % len(modes)])

    def hints(self) -> tuple[Hint, ...]:
        """Return a hint that names the unit, unless the unit is words."""
        names = {
            Snapping.SENTENCE: self.tr("selecting whole sentences"),
            Snapping.CHARACTER: self.tr("selecting single characters"),
        }
        words = names.get(self._view.snapping)
        key = QKeySequence(_NEXT_MODE).toString(QKeySequence.SequenceFormat.NativeText)
        return (Hint(keys=(key,), words=words),) if words else ()
