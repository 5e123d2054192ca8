"""The go-on key: it accepts what is sure and visible, shows the rest, and leads to the next screen and article."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QElapsedTimer, QObject, Signal, SignalInstance, Slot

from annotator.editing.edits import Edit
from annotator.model.values import State, Suggestion
from ui.article.view import ArticleView
from ui.base.i18n import translate
from ui.base.key_line import Hint
from ui.base.listening import Listening
from ui.base.words.counted import counted
from ui.bridge.session import Session
from ui.commands.review import Review
from ui.commands.undo_done import Steps
from ui.deciding.aim import Aim
from ui.jobs.suggesting.suggestion_queue import Suggesting


class FollowUp(QObject):
    """Requests suggestions again once the last one is decided, if labels changed since the last request."""

    progressed = Signal()  # `is_awaited` may have changed
    awaited_changed = Signal(bool)

    def __init__(self, session: Session, suggesting: Suggesting, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._suggesting = suggesting
        self._known: object = None  # the spans at the last request
        self._awaited = False  # the value emitted last
        session.document_opened.connect(self._on_opened)
        session.settled.connect(self._on_settled)
        suggesting.progressed.connect(self._on_progress)

    @property
    def is_awaited(self) -> bool:
        """Whether suggestions for the open article are still to come."""
        opened = self._session.opened
        return opened is not None and self._suggesting.is_asking_about(opened.document.id)

    def ask(self) -> None:
        """Request suggestions again if the article's labels changed since the last request."""
        opened = self._session.opened
        if opened is not None and opened.spans is not self._known:
            self._known = opened.spans
            self._suggesting.ask_about_open()

    @Slot()
    def _on_opened(self) -> None:
        opened = self._session.opened
        self._known = opened.spans if opened is not None else None  # opening an article requests suggestions
        self._emit_awaited()

    @Slot()
    def _on_progress(self) -> None:
        self._emit_awaited()
        self.progressed.emit()

    def _emit_awaited(self) -> None:
        awaited = self.is_awaited
        if awaited != self._awaited:
            self._awaited = awaited
            self.awaited_changed.emit(awaited)

    @Slot(object)
    def _on_settled(self, made: Sequence[Edit]) -> None:
        opened = self._session.opened
        if opened is None or opened.suggestions:
            return
        changes = (change for edit in made if opened.document.id in edit.document_ids for change in edit.changes)
        if any(isinstance(change.after or change.before, Suggestion) for change in changes):
            self.ask()


GO_ON = "suggestion.go_on"
LOOK = 400  # milliseconds in which nobody has looked at an article


class _NextPress(StrEnum):
    """The effect of the next press of the go-on key; with `NOTHING` the key does its usual work."""

    NOTHING = "nothing"
    PASSING = "passing"  # pass over the visible suggestions, which stay open
    WAITING = "waiting"  # finish once it is clear that no suggestions are to come
    FINISHING = "finishing"


class GoOn(QObject):
    """Handles the go-on key, which never accepts unseen or unsure suggestions.

    It never finishes an article with suggestions left or to come. Unsure suggestions in view are pointed out, and only
    an extra press passes over them. Finishing is announced one key press before: by the key that decided the last
    suggestion, or by a press of the go-on key that finds none. Any other action in between cancels finishing. A press
    that follows at once, as if the key were tapped fast, accepts nothing in the next article.
    """

    changed = Signal()  # `hints` changed

    def __init__(
        self,
        view: ArticleView,
        aim: Aim,
        review: Review,
        steps: Steps,
        follow_up: FollowUp,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._aim = aim
        self._review = review
        self._steps = steps
        self._follow_up = follow_up
        self._next = _NextPress.NOTHING
        self._passed: set[str] = set()  # ids of suggestions left open on the way through the article
        self._finishing = ""  # id of the article that the key finishes, perhaps after a search for open questions
        self._reached = ""  # id of the article that the key opened
        self._arrived = QElapsedTimer()  # since then
        follow_up.progressed.connect(self._check)
        review.emptied.connect(self._prepare)
        moves = (view.caret_moved, view.selection_changed, view.activated, aim.active_changed, view.shown_changed)
        self._ends = Listening(*((moved, self.relent) for moved in moves))  # while a press does something special

    def go_on(self) -> None:
        """Accept what is sure and visible, and show what is left. With nothing left, announce that, then finish."""
        opened = self._aim.opened
        if opened is None:
            return
        shown = any(self._view.page.rows.get(suggestion.id) for suggestion in opened.suggestions)
        if self._reached == opened.document.id and not self._arrived.hasExpired(LOOK):
            self._aim.told.emit(self.tr("This is the next article: look at it, then press the key again."), False)
        elif self._review.sure():
            if self._review.accept_sure():
                self._show_left()
        elif seen := self._review.seen():
            left = self._left()
            if left and self._next is not _NextPress.PASSING:
                self._point_out(left)
            else:
                self._pass_over(left or seen)
        elif opened.suggestions and not shown:
            self._aim.told.emit(self._review.left_out() or self._hidden_words(), False)
        elif shown:
            self._review.go_next()
        elif self._next is _NextPress.FINISHING:
            self._finishing = opened.document.id
            self._steps.done()
        else:
            self._prepare()

    def hints(self, key_of: Callable[[str], str]) -> tuple[Hint, ...]:
        """Return hints if the next press does something special; ``key_of`` returns an action's key, or ""."""
        if self._next is _NextPress.PASSING:
            return self._left_hints(key_of)
        if self._next is _NextPress.WAITING:
            done, coming = key_of("article.done"), translate("Hints", "Suggestions for this article are not ready yet.")
            finishing = Hint(keys=(done,), words=translate("Hints", "done, next article"))
            return (Hint(keys=(), words=coming, loud=True), *((finishing,) if done else ()))
        if self._next is not _NextPress.FINISHING:
            return ()
        opened = self._aim.opened
        is_done = opened is not None and opened.state is not None and opened.state.state is State.DONE
        does = translate("Hints", "next open article") if is_done else translate("Hints", "article done, next one")
        return (
            Hint(keys=(), words=self._nothing_left(), loud=True),
            Hint(keys=(key_of(GO_ON),), words=does, loud=True),
        )

    @Slot()
    def relent(self) -> None:
        """Let the next press do nothing special, because something else was done in between."""
        self._set_next(_NextPress.NOTHING)

    def follow_actions(self, begun: SignalInstance) -> None:
        """Call `relent` before other actions; ``begun`` is emitted with the id of each action about to run."""
        self._ends.add(begun, self._on_begun)

    @Slot(str)
    def _on_begun(self, action: str) -> None:
        if action != GO_ON:
            self.relent()

    @Slot()
    def begin(self) -> None:
        """Go to the first suggestion of the article just opened if the key finished the one before it."""
        opened, before = self._aim.opened, self._finishing
        self._finishing = ""
        if before and opened is not None and opened.document.id != before:
            self._reached = opened.document.id
            self._arrived.start()
            if self._aim.row() is None:
                self._view.row_steps.next_suggestion()

    def _show_left(self) -> None:
        """Show the suggestions left after the sure ones: the visible ones first, else the next one below."""
        left = self._left()
        if left:
            self._point_out(left)
            return
        if self._aim.opened is not None and self._aim.opened.suggestions:
            self._view.row_steps.next_suggestion()

    def _left(self) -> list[Suggestion]:
        """Return the visible suggestions that were not passed over."""
        return [suggestion for suggestion in self._review.seen() if suggestion.id not in self._passed]

    def _point_out(self, left: Sequence[Suggestion]) -> None:
        """Go to the first of these suggestions, and tell the user to look at each of them."""
        self._go_to(left[0])
        self._set_next(_NextPress.PASSING)

    def _pass_over(self, left: Sequence[Suggestion]) -> None:
        """Leave these suggestions open, and go to the next one.

        After the article's last suggestion, start again with the first. If there are no others, stay and say so.
        """
        others = self._others(left)
        self._passed |= {suggestion.id for suggestion in left}
        fresh = [other for other in others if other.id not in self._passed]
        following = next((other for other in fresh if other.start >= left[-1].start), fresh[0] if fresh else None)
        if following is not None:
            self._go_to(following)
            return
        self._passed.clear()
        if others:
            self._go_to(others[0])
        else:
            self._point_out(left)
            last = self.tr("Nothing else is open: accept or reject these, or finish with Article → Done and Continue.")
            self._aim.told.emit(last, False)

    def _others(self, left: Sequence[Suggestion]) -> list[Suggestion]:
        """Return the suggestions shown in the article that are not in ``left``."""
        opened, here = self._aim.opened, {suggestion.id for suggestion in left}
        every = opened.suggestions if opened is not None else ()
        return [each for each in every if each.id not in here and self._view.page.rows.get(each.id)]

    def _go_to(self, suggestion: Suggestion) -> None:
        self._aim.go(suggestion.start, suggestion.end)
        self._aim.activate(suggestion.id)

    def _left_hints(self, key_of: Callable[[str], str]) -> tuple[Hint, ...]:
        left = self._left()
        one = translate("Hints", "1 suggestion to look at")
        words = counted(len(left), one, translate("Hints", "{count} suggestions to look at"))
        shown = [Hint(keys=(), words=words, loud=True)]
        does = [
            ("suggestion.accept", translate("Hints", "accept")),
            ("suggestion.reject", translate("Hints", "reject")),
        ]
        if self._others(left):
            does.append((GO_ON, translate("Hints", "leave open, go on")))
        every = translate("Hints", "accept all visible, confirm before finishing")
        does.append(("suggestion.accept_visible", every))
        shown += [Hint(keys=(key,), words=words) for id_, words in does if (key := key_of(id_))]
        return tuple(shown)

    def _hidden_words(self) -> str:
        if key := self._review.shown_by():
            words = self.tr("Suggestions are hidden: {key} shows them, Article → Done and Continue finishes.")
            return words.format(key=key)
        return self.tr("Suggestions are hidden: show them, or finish with Article → Done and Continue.")

    def _nothing_left(self) -> str:
        progress = self._view.page.progress
        unread = progress.total - progress.read
        if not unread:
            return translate("Hints", "No suggestions left.")
        one = translate("Hints", "No suggestions left, 1 sentence not read.")
        return counted(unread, one, translate("Hints", "No suggestions left, {count} sentences not read."))

    @Slot()
    def _prepare(self) -> None:
        """Prepare to finish the article once no more suggestions are to come."""
        self._follow_up.ask()
        self._set_next(_NextPress.WAITING)
        self._check()

    @Slot()
    def _check(self) -> None:
        opened = self._aim.opened
        if self._next is not _NextPress.WAITING or opened is None:
            return
        if opened.suggestions:
            self._set_next(_NextPress.NOTHING)
        elif not self._follow_up.is_awaited:
            self._set_next(_NextPress.FINISHING)

    def _set_next(self, following: _NextPress) -> None:
        if self._next is following:
            return
        self._ends.turn(on=following is not _NextPress.NOTHING)
        self._next = following
        self.changed.emit()
