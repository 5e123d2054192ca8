"""What a key does in the article: joins what the view shows as selected or active with the decisions."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from annotator.edits import Edit
from annotator.model import CLAIMS, ENTITIES, Part, Span, State, Suggestion, SuggestionState
from annotator.tokens import Tokens
from ui.article.view import ArticleView
from ui.hand.decisions import Decisions
from ui.session import Opened, Session


class Labelling(QObject):
    """The slots of the actions that decide. After each, the next pending suggestion is ready where that helps."""

    active_changed = Signal(str)  # id of the span or suggestion with the ring, empty for none
    card_wanted = Signal(str)  # id of the claim
    finished = Signal()  # the open article is done or skipped: go on to the next
    told = Signal(str, bool)  # words for the user, and whether undo is offered

    def __init__(
        self, session: Session, decisions: Decisions, view: ArticleView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._decisions = decisions
        self._view = view
        view.boundary_dragged.connect(self.move)

    # Labels

    def label(self, place: str) -> None:
        """Label the selection; without one relabel, correct or accept what is active. ``place`` is "layer LABEL"."""
        layer, label = place.split()
        start, end = self._view.selection()
        active = self._active()
        if start < end:
            self._label_words(start, end, layer, label)
        elif isinstance(active, Suggestion):
            self._correct(active, layer, label)
        elif layer == CLAIMS:
            self.open_card()
        elif isinstance(active, Span):
            self._relabel(active, layer, label)
        else:
            self.told.emit(self.tr("Select the words first."), False)

    def remove(self) -> None:
        """Remove the active span, or refuse the active suggestion."""
        active = self._active()
        if isinstance(active, Suggestion):
            self.reject()
        elif isinstance(active, Span):
            self._decisions.remove([active.id])
            self.activate(None)

    def open_card(self) -> None:
        """Show the card of the active claim, or of the smallest one around the caret."""
        active = self._active()
        if isinstance(active, Span) and active.layer == CLAIMS:
            self.card_wanted.emit(active.id)
            return
        caret = self._view.caret()
        opened = self._opened
        around = [s for s in opened.spans if s.layer == CLAIMS and s.start <= caret <= s.end] if opened else []
        if not around:
            self.told.emit(self.tr("Select the words of the claim first."), False)
            return
        claim = min(around, key=lambda span: span.end - span.start)
        self.activate(claim.id)
        self.card_wanted.emit(claim.id)

    # Suggestions

    def accept(self) -> None:
        """Accept the active suggestion and go on to the next; without one, go to the next."""
        active = self._active()
        if isinstance(active, Suggestion):
            self._settle(active, self._decisions.accept([active.id]))
        else:
            self.next_suggestion()

    def reject(self) -> None:
        """Refuse the active suggestion and go on to the next."""
        active = self._active()
        if isinstance(active, Suggestion):
            self._settle(active, self._decisions.reject([active.id]))

    def accept_visible(self) -> None:
        """Accept all suggestions that can be seen, as one step."""
        opened = self._opened
        if opened is None:
            return
        first, last = self._in_sight()
        seen = [s.id for s in opened.suggestions if first <= s.start and s.end <= last and self._view.span_rects(s.id)]
        if not seen or not self._decisions.accept(seen):
            self.told.emit(self.tr("No suggestion is in sight."), False)
        elif len(seen) == 1:
            self.told.emit(self.tr("One suggestion accepted."), True)
        else:
            self.told.emit(self.tr("{count} suggestions accepted.").format(count=len(seen)), True)
        self.activate(None)

    def next_suggestion(self) -> None:
        """Go to the next suggestion, from the last on to the first."""
        if self._view.next_suggestion() is None:
            self._wrap(0)

    def previous_suggestion(self) -> None:
        """Go to the previous suggestion, from the first on to the last."""
        if self._view.previous_suggestion() is None:
            self._wrap(-1)

    # Boundaries

    def move_end(self, step: str) -> None:
        """Let the selection or the active row end a token later ("1") or earlier ("-1")."""
        if self._is_selected() or self._active() is None:
            self._view.extend_by_token(int(step))
            return
        self._move_edge(int(step), at_end=True)

    def move_start(self, step: str) -> None:
        """Let the active row start a token later or earlier; a selection grows by sentences."""
        if self._is_selected() or self._active() is None:
            self._view.extend_by_sentence(int(step))
            return
        self._move_edge(int(step), at_end=False)

    def move(self, row_id: str, parts: tuple[Part, ...]) -> None:
        """Give a span other boundaries; a suggestion is taken with them."""
        opened = self._opened
        if opened is None:
            return
        suggestion = opened.suggestion(row_id)
        if suggestion is None:
            self._decisions.move(row_id, parts)
            return
        made = self._decisions.correct(row_id, suggestion.layer, suggestion.label, parts)
        if made is not None:
            self.activate(made.id)

    # Undo

    def undo(self) -> None:
        """Take the last step back and show where."""
        edit = self._session.next_undo()
        if self._session.undo() and edit is not None:
            self._show_touched(edit)

    def redo(self) -> None:
        """Do the step again and show where."""
        edit = self._session.next_redo()
        if self._session.redo() and edit is not None:
            self._show_touched(edit)

    # The article

    def done(self) -> None:
        """Say that the article is done, and go on."""
        if self._session.set_state(State.DONE):
            self.finished.emit()

    def skip(self) -> None:
        """Leave the article out, and go on."""
        if self._session.set_state(State.SKIPPED):
            self.finished.emit()

    def reopen(self) -> None:
        """Say that there is still something to do."""
        self._session.set_state(State.OPEN)

    def activate(self, row_id: str | None) -> None:
        """Put the ring around a row, or nowhere."""
        self._view.set_active(row_id)
        self.active_changed.emit(self._view.active() or "")

    # Inside

    @property
    def _opened(self) -> Opened | None:
        return self._session.opened

    def _active(self) -> Span | Suggestion | None:
        opened, active = self._opened, self._view.active()
        if opened is None or active is None:
            return None
        return opened.span(active) or opened.suggestion(active)

    def _is_selected(self) -> bool:
        start, end = self._view.selection()
        return start < end

    def _label_words(self, start: int, end: int, layer: str, label: str) -> None:
        opened = self._session.required_opened()
        same = [s for s in opened.spans_at(start, end) if s.layer == layer and layer == ENTITIES]
        other = next((s for s in same if s.label != label), None)
        if other is not None:  # the same words as two kinds of name: what is meant is another label
            done = other.id if self._decisions.relabel(other.id, layer, label) else None
        else:
            made = self._decisions.label(start, end, layer, label)
            done = made.id if made else None
        if done is not None:
            self._view.select(end, end, exact=True)
            self.activate(done)

    def _relabel(self, span: Span, layer: str, label: str) -> None:
        if span.layer != layer:
            self.told.emit(self.tr("Select the words first: this label is of another layer."), False)
        else:
            self._decisions.relabel(span.id, layer, label)

    def _correct(self, suggestion: Suggestion, layer: str, label: str) -> None:
        if suggestion.layer != layer:
            self.told.emit(self.tr("Select the words first: this label is of another layer."), False)
            return
        made = self._decisions.correct(suggestion.id, layer, label)
        self._settle(suggestion, made is not None)

    def _settle(self, suggestion: Suggestion, settled: bool) -> None:  # noqa: FBT001
        if not settled:
            return
        self._view.select(suggestion.start, suggestion.start, exact=True)
        if self._view.next_suggestion() is None:
            self.activate(None)

    def _wrap(self, index: int) -> None:
        opened = self._opened
        if opened is None or not opened.suggestions or self._view.display.clean:
            self.told.emit(self.tr("There are no more suggestions in this article."), False)
            return
        suggestion = opened.suggestions[index]
        self._view.select(suggestion.start, suggestion.start, exact=True)
        self.activate(suggestion.id)

    def _in_sight(self) -> Part:
        area = self._view.viewport()
        first = self._view.offset_at(QPoint(0, 0)) or 0
        last = self._view.offset_at(QPoint(area.width() - 1, area.height() - 1))
        return first, last if last is not None else first

    def _move_edge(self, step: int, *, at_end: bool) -> None:
        active, opened = self._active(), self._opened
        if active is None or opened is None:
            return
        edge = _end_edge if at_end else _start_edge
        parts = edge(active.parts, opened.tokens, step)
        if parts is not None:
            self.move(active.id, parts)

    def _show_touched(self, edit: Edit) -> None:
        """Go to what is there again now that an edit was inverted."""
        shown = next((change.before for change in edit.changes if _is_shown(change.before)), None)
        self.activate(shown.id if isinstance(shown, Span | Suggestion) else None)


def _is_shown(row: object) -> bool:
    return isinstance(row, Span) or (isinstance(row, Suggestion) and row.state is SuggestionState.PENDING)


def _end_edge(parts: Sequence[Part], tokens: Tokens, step: int) -> tuple[Part, ...] | None:
    start, end = parts[-1]
    moved = tokens.next_end(end) if step > 0 else tokens.previous_end(end)
    if moved is None or moved <= start:
        return None
    return (*parts[:-1], (start, moved))


def _start_edge(parts: Sequence[Part], tokens: Tokens, step: int) -> tuple[Part, ...] | None:
    start, end = parts[0]
    moved = tokens.next_start(start) if step > 0 else tokens.previous_start(start)
    if moved is None or moved >= end:
        return None
    return ((moved, end), *parts[1:])
