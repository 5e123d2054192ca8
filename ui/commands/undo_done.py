"""Undo and redo, and the article's state (done, skipped or open), each with a message."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypeGuard

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import LOGGED_ONLY, Change, Edit, EditKind
from annotator.editing.identities import KINDS
from annotator.editing.log.history import going_back, size_of
from annotator.editing.log.row_keys import document_of
from annotator.model.values import (
    GOLD,
    DocumentLabel,
    DocumentState,
    Relation,
    Row,
    Settled,
    Span,
    State,
    Suggestion,
    SuggestionState,
)
from ui.actions.actions import When, why_not
from ui.base.i18n import number
from ui.base.look.plain_text import one_line, within_quotes
from ui.base.messages import MessageBar
from ui.base.window_keys import PressedKeys
from ui.base.words.counted import counted
from ui.bridge.session import Session
from ui.deciding.aim import Aim
from ui.deciding.edit_names import decided, step_name
from ui.jobs.bulk_edits import LONG, Asker, Everywhere

_TITLE = 40  # characters of a title
_PERCENT = 5  # per cent between two messages
_LOOKED_THROUGH = 2_000  # changes searched for the row to show
_BESIDE_ARTICLE = frozenset({EditKind.ASSIGN, EditKind.REVIEW, EditKind.COMMENT})  # the article does not show these
_OWNED = Span | Relation | DocumentState | DocumentLabel | Settled


class Steps(QObject):
    """Undoes and redoes steps; finishes, skips or reopens the article."""

    finished = Signal()  # the open article is done or skipped
    advanced = Signal(str)  # progress of a long undo or redo; `everywhere.cancel` stops it
    schema_wanted = Signal(str, str)  # id of the schema edit to revert, and the message afterwards

    def __init__(
        self, session: Session, aim: Aim, everywhere: Everywhere, held: PressedKeys, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._aim = aim
        self._held = held
        self._everywhere = everywhere
        self._percent = 0  # next progress to report
        self.may_finish: Callable[[], bool] = lambda: True  # asked before the article is done

    def undo(self) -> None:
        """Undo the last step and show where; a step in many articles is undone in all of them."""
        words = self.tr("Undone in {count} articles: {step}.")
        nothing = why_not(When.UNDO, self._session)
        messages = _Messages(self.tr("Undone: {step}."), words, self.tr("Undoing: {percent}%"), nothing)
        self._revert(self._session.next_undo(), self._session.undo, messages)

    def redo(self) -> None:
        """Redo the step that was undone last, and show where."""
        words = self.tr("Redone in {count} articles: {step}.")
        nothing = why_not(When.REDO, self._session)
        messages = _Messages(self.tr("Redone: {step}."), words, self.tr("Redoing: {percent}%"), nothing)
        self._revert(self._session.next_redo(), self._session.redo, messages)

    @Slot(str)
    def show_step(self, id_: str) -> None:
        """Go to the row that a logged step changed, if it still exists, else to the words of that row."""
        opened = self._session.opened
        if opened is None:
            return
        rows = [row for change in self._session.required().read.edit(id_).changes for row in _rows(change)]
        here = [row for row in rows if row.document == opened.document.id]
        there = next((row for row in here if opened.row(row.id)), None)
        if here:
            self._aim.go(here[0].start, here[0].end)
        self._aim.activate(there.id if there is not None else None)

    @Slot(str)
    def go_back(self, id_: str) -> None:
        """Undo, in one step, everything that the annotator did in the article after a logged step."""
        project, document = self._session.required(), self._session.required_opened().document.id
        after = [step.id for step in project.read.steps(document, None)]
        after = after[after.index(id_) + 1 :]
        steps = project.read.steps(document, project.annotator)
        own = {step.id for step in steps if step.kind not in LOGGED_ONLY}
        later = [step for step in after if step in own]
        edit = going_back(map(project.read.edit, later), annotator=project.annotator)
        if edit is None:
            self._aim.told.emit(self.tr("The article has not changed since then."), False)
        elif self._session.do(edit):
            self._aim.activate(None)
            words = counted(len(later), self.tr("One step undone."), self.tr("{count} steps undone."))
            self._aim.told.emit(words, True)

    def done(self) -> None:
        """Mark the article as done and go on, unless its open questions are to be listed first."""
        if self.may_finish():
            self.finish()

    def finish(self) -> None:
        """Mark the article as done and go on."""
        left = bool(self._session.required_opened().suggestions)
        open_ = self.tr("“{title}” is done. Suggestions left: {count}.")
        self._leave(State.DONE, open_ if left else self.tr("“{title}” is done."))

    @Slot()
    @Slot(str)
    def skip(self, reason: str | None = None) -> None:
        """Skip the article and go on; without a reason, the article keeps its note."""
        self._leave(State.SKIPPED, self.tr("“{title}” is skipped."), reason)

    def reopen(self) -> None:
        """Mark the article as open again."""
        words = self._about(self.tr("“{title}” is open again."))
        if self._session.set_state(State.OPEN):
            self._aim.told.emit(words, False)

    def _leave(self, state: State, words: str, note: str | None = None) -> None:
        words = self._about(words)
        here = self._session.required_opened()
        left, before = here.document.id, here.state
        same = before is not None and before.state is state and note in {None, before.note}
        if same or self._session.set_state(state, note):
            self.finished.emit()
            opened = self._session.opened
            stays = opened is not None and opened.document.id == left
            self._aim.told.emit(self._with_what_is_next(words) if stays else words, not same)

    def _with_what_is_next(self, words: str) -> str:
        """Return the message ``words``, and why no other article was opened: none is left, or the list hides them."""
        from annotator.store.reader import DocumentQuery  # with the store: not before the window is painted

        project = self._session.required()
        still_open = DocumentQuery(annotator=project.annotator, state=State.OPEN, first=1)
        if next(iter(project.read.iter_document_ids(still_open)), None) is not None:
            return words + " " + self.tr("Title search or filters hide the open articles that are left.")
        if project.packed is not None:
            done = self.tr("This package is done: close the program and send {file} back.")
            return done.format(file=one_line(project.path.name, _TITLE))
        return words + " " + self.tr("No open article is left. File → Export… writes what you labelled.")

    def _about(self, words: str) -> str:
        opened = self._session.required_opened()
        title = within_quotes(one_line(opened.document.title, _TITLE))
        return words.format(title=title, count=number(len(opened.suggestions)))

    def _revert(self, edit: Edit | None, revert: Callable[[], bool], messages: "_Messages") -> None:
        if edit is None:  # a key was pressed again before the menus were up to date
            self._aim.told.emit(messages.nothing, False)
            return
        if edit.kind is EditKind.SCHEMA:
            if not self._held.held:
                self.schema_wanted.emit(edit.id, messages.elsewhere.format(step=step_name(edit, self._session)))
            return
        unseen = self._is_elsewhere(edit) or self._is_out_of_sight(edit)
        if unseen and self._held.held:
            return  # a held key stops at the next article
        message = messages.elsewhere.format(step=step_name(edit, self._session)) if unseen else ""
        if len(edit.document_ids) > 1:
            name = step_name(edit, self._session)
            message = messages.many.format(count=number(len(edit.document_ids)), step=name)
        if size_of(edit) > LONG:
            advanced = partial(self._report_progress, messages.under_way)
            message = message or messages.elsewhere.format(step=step_name(edit, self._session))
            self._percent = 0
            self._everywhere.take_back(Asker(done=partial(self._show_reverted, edit, message), advanced=advanced), edit)
        elif revert():
            self._show_reverted(edit, message)

    def _is_elsewhere(self, edit: Edit) -> bool:
        opened = self._session.opened
        return bool(edit.document_ids) and (opened is None or opened.document.id not in edit.document_ids)

    def _is_out_of_sight(self, edit: Edit) -> bool:
        """Return whether the open article does not show what a step changed in it, as with gold or its assignment."""
        opened = self._session.opened
        rows = (row for change in edit.changes[:_LOOKED_THROUGH] for row in (change.before, change.after))
        whose = {GOLD if isinstance(row, Settled) else row.annotator for row in rows if isinstance(row, _OWNED)}
        return edit.kind in _BESIDE_ARTICLE or (opened is not None and bool(whose) and opened.annotator not in whose)

    def _report_progress(self, words: str, done: int, total: int) -> None:
        """Report progress now and then, but never 100%, because the result is still to be written."""
        percent = min(99, 100 * done // total)
        if percent >= self._percent:
            self._percent = percent + _PERCENT
            self.advanced.emit(words.format(percent=number(percent)))

    def _show_reverted(self, edit: Edit, message: str, _inverse: Edit | None = None) -> None:
        """Go to what was undone or redone, and show ``message`` unless it is empty.

        Who is meant by names of other articles is only reported, because such a step belongs to no article.
        """
        elsewhere = self._is_elsewhere(edit)
        is_assignment = edit.kind is EditKind.ASSIGN  # an article does not show who has it
        if not is_assignment and not (elsewhere and edit.kind in KINDS):
            if elsewhere:
                self._session.open_document(min(edit.document_ids))
            self._show_touched(edit)
        if message:
            self._aim.told.emit(message, False)

    def _show_touched(self, edit: Edit) -> None:
        """Activate the restored row nearest to the caret, or the head of a relation that changed."""
        opened = self._aim.opened
        if opened is None:
            return
        changes = edit.changes[:_LOOKED_THROUGH]
        befores = [change.before for change in changes]
        back = [row for row in befores if _is_shown(row) and document_of(row) == opened.document.id]
        if edit.kind is EditKind.ACCEPT:
            back = [*decided(back)] or back  # the claim, not the names that came with it
        caret = self._aim.selection()[0]
        shown = [row.id for row in sorted(back, key=lambda row: abs(row.start - caret))]  # nearest first
        ends = [row for change in changes for row in (change.before, change.after) if isinstance(row, Relation)]
        heads = [relation.head for relation in ends if opened.span(relation.head) is not None]
        shown = [*heads, *shown] if edit.kind is EditKind.RELATE else [*shown, *heads]
        self._aim.activate(shown[0] if shown else None)


class LongSteps(QObject):
    """Shows the progress of a long undo or redo, with a button that stops it."""

    def __init__(self, steps: Steps, everywhere: Everywhere, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._everywhere = everywhere
        self._messages = messages
        steps.advanced.connect(self._on_advanced)

    @Slot(str)
    def _on_advanced(self, words: str) -> None:
        self._messages.tell(words, self.tr("Stop"), self._stop)

    def _stop(self) -> None:
        self._everywhere.cancel()
        self._messages.tell(self.tr("Stopped; nothing was changed."))


class _Messages(NamedTuple):
    elsewhere: str  # with {step}
    many: str  # with {count} and {step}
    under_way: str  # with {percent}
    nothing: str


def _rows(change: Change) -> list[Span | Suggestion]:
    return [row for row in (change.after, change.before) if isinstance(row, Span | Suggestion)]


def _is_shown(row: Row | None) -> TypeGuard[Span | Suggestion]:
    return isinstance(row, Span) or (isinstance(row, Suggestion) and row.state is SuggestionState.PENDING)
