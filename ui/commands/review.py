"""Review of suggestions: keys accept, reject or correct one and go to the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot

from annotator.editing.edits import Edit, EditKind
from annotator.model.values import CLAIMS, ENTITIES, Acceptance, Part, Span, Suggestion
from annotator.suggest.tiers import Tier, best_of, tier_of
from ui.article.view import ArticleView
from ui.base.words.counted import counted
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.deciding import refusals
from ui.deciding.aim import Aim
from ui.deciding.decisions import Decisions
from ui.deciding.edit_names import shortened
from ui.jobs.suggesting.suggestion_queue import Suggesting
from ui.panels.suggestions.suggestion_panel import SuggestionPanel


class Review(QObject):
    """Decides suggestions, one by one or together."""

    emptied = Signal()  # the last suggestion of the article was decided

    def __init__(
        self,
        view: ArticleView,
        aim: Aim,
        decisions: Decisions,
        suggesting: Suggesting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._aim = aim
        self._decisions = decisions
        self._suggesting = suggesting
        self.shown_by: Callable[[], str] = lambda: ""  # returns the key that shows hidden suggestions again

    def accept(self) -> None:
        """Accept the active suggestion, if any, and go to the next."""
        active = self._aim.row()
        if isinstance(active, Suggestion):
            self._settle(active, self._decisions.accept([active.id]))
        else:
            self.go_next()

    def reject(self) -> None:
        """Reject the active suggestion and go to the next."""
        active = self._aim.row()
        if isinstance(active, Suggestion):
            self._settle(active, self._decisions.reject([active.id]))
        else:
            self._aim.told.emit(refusals.no_suggestion(active), False)

    @Slot(str, bool)
    def decide(self, suggestion: str, accepted: bool) -> None:  # noqa: FBT001
        """Accept or reject a suggestion by its id; the caret stays."""
        if accepted:
            self._decisions.accept([suggestion])
        else:
            self._decisions.reject([suggestion])

    def correct(self, suggestion: Suggestion, layer: str, label: str) -> None:
        """Accept a suggestion with another label, and go to the next."""
        if suggestion.layer != layer:
            self._aim.told.emit(refusals.other_layer(), False)
            return
        made = self._decisions.correct(suggestion.id, layer, label)
        self._settle(suggestion, made is not None)

    def accept_visible(self) -> None:
        """Accept all visible suggestions, in one step."""
        if not self._accept_together(self.seen()):
            self._aim.told.emit(self.tr("No suggestion is visible."), False)

    def accept_sure(self) -> bool:
        """Accept the sure visible suggestions in one step. If several are on the same words, accept the best.

        Return whether any was accepted.
        """
        accepted = self._accept_together(self.sure())
        if not accepted:
            self._aim.told.emit(self.tr("No sure suggestion is visible."), False)
        return accepted

    def sure(self) -> list[Suggestion]:
        """Return the suggestions that `accept_sure` accepts."""
        return best_of(suggestion for suggestion in self.seen() if tier_of(suggestion.score) is Tier.SURE)

    def seen(self) -> list[Suggestion]:
        """Return the suggestions whose words are fully visible, in document order."""
        opened, area = self._aim.opened, self._view.viewport().rect()
        if opened is None:
            return []
        first, last = self._in_sight()
        near = (s for s in opened.suggestions if first <= s.start and s.end <= last)
        found = ((suggestion, self._view.span_rects(suggestion.id)) for suggestion in near)
        return [suggestion for suggestion, places in found if places and all(map(area.contains, places))]

    def go_next(self) -> None:
        """Go to the next suggestion, wrapping around."""
        if self._view.row_steps.next_suggestion() is None:
            self._wrap(0)

    def go_previous(self) -> None:
        """Go to the previous suggestion, wrapping around."""
        if self._view.row_steps.previous_suggestion() is None:
            self._wrap(-1)

    def left_out(self) -> str:
        """Return a message if the filter hides all the suggestions that are left, else ""."""
        opened, shown = self._aim.opened, self._view.page.rows.shown
        if opened is None or not opened.suggestions or shown.wanted is None or not shown.suggestions:
            return ""
        only = self.tr("The filter hides the only suggestion left.")
        return counted(len(opened.suggestions), only, self.tr("The filter hides all {count} suggestions left."))

    def _settle(self, suggestion: Suggestion, settled: bool) -> None:  # noqa: FBT001
        if not settled:
            return
        self._view.select(suggestion.start, suggestion.start, exact=True)
        if self._view.row_steps.next_suggestion() is None:
            self._aim.activate(None)
        self._check_left()

    def _check_left(self) -> None:
        opened = self._aim.opened
        if opened is not None and not opened.suggestions:
            self.emptied.emit()

    def _wrap(self, index: int) -> None:
        opened, rows = self._aim.opened, self._view.page.rows
        shown = [s for s in opened.suggestions if rows.get(s.id)] if opened is not None else []
        if not shown:
            self._aim.told.emit(self._why_none(opened), False)
            return
        suggestion = shown[index]
        self._aim.go(suggestion.start, suggestion.end)
        self._aim.activate(suggestion.id)

    def _why_none(self, opened: Opened | None) -> str:
        if opened is not None and opened.suggestions:
            shown = self.tr("Suggestions are hidden: {key} shows them.").format(key=self.shown_by())
            return self.left_out() or (shown if self.shown_by() else self.tr("Suggestions are hidden."))
        if opened is not None and self._suggesting.is_asking_about(opened.document.id):
            return self.tr("Suggestions for this article are not ready yet.")
        return self.tr("There are no more suggestions in this article.")

    def _accept_together(self, seen: Sequence[Suggestion]) -> bool:
        before = self._aim.opened
        if not seen or before is None or not self._decisions.accept([one.id for one in seen], Acceptance.SIGHT):
            return False
        after = self._aim.opened or before
        settled = len(before.suggestions) - len(after.suggestions) if len(seen) > 1 else 1  # counted as undo does
        words = [counted(settled, self.tr("One suggestion accepted."), self.tr("{count} suggestions accepted."))]
        along = len(after.spans) - len(before.spans) - settled
        if along > 0:
            one, many = self.tr("One label was added with a claim."), self.tr("{count} labels were added with claims.")
            words.append(counted(along, one, many))
        if any(tier_of(one.score) is not Tier.SURE for one in seen):
            words.append(self.tr("You will be asked about the unsure ones later."))
        self._aim.told.emit(" ".join(words), True)
        self._aim.activate(None)
        self._check_left()
        return True

    def _in_sight(self) -> Part:
        area = self._view.viewport()
        first = self._view.offset_at(QPoint(0, 0)) or 0
        last = self._view.offset_at(QPoint(area.width() - 1, area.height() - 1))
        return first, last if last is not None else first


class TakenAlong(QObject):
    """Reports names that were labelled because a claim was accepted, as these names may be out of sight."""

    def __init__(self, session: Session, aim: Aim) -> None:
        super().__init__(aim)
        self._aim = aim
        session.settled.connect(self._on_settled)

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        edit, opened = edits[-1], self._aim.opened
        if edit.kind is not EditKind.ACCEPT or opened is None or opened.document.id not in edit.document_ids:
            return
        made = [change.after for change in edit.changes if change.before is None and isinstance(change.after, Span)]
        claims = [span for span in made if span.layer == CLAIMS]
        names = [shortened(span.quote(opened.document.text)) for span in made if span.layer == ENTITIES]
        if len(claims) != 1 or not names or claims[0].origin.acceptance is not Acceptance.LOOKED:
            return
        words = self.tr("“{name}” was labelled along with the claim.").format(name=names[0])
        if len(names) > 1:
            quoted = ", ".join(self.tr("“{name}”").format(name=name) for name in names)
            words = self.tr("{names} were labelled along with the claim.").format(names=quoted)
        self._aim.told.emit(words, True)


_RESTS = 60  # milliseconds without a change before counting, so that nothing is counted while scrolling


class SureInSight(QObject):
    """Counts the sure visible suggestions whenever the view or the filter changes."""

    def __init__(self, view: ArticleView, review: Review, panel: SuggestionPanel) -> None:
        super().__init__(panel)
        self._view = view
        self._review = review
        self._panel = panel
        self._rest = QTimer(self, singleShot=True, interval=_RESTS)
        self._rest.timeout.connect(self._count)
        for signal in (view.shown_changed, panel.narrowed):
            signal.connect(self._rest.start)
        view.verticalScrollBar().valueChanged.connect(self._wait)

    @Slot()
    def _wait(self) -> None:
        self._rest.start()  # connected itself, it would take the scroll bar's value for its interval

    @Slot()
    def _count(self) -> None:
        self._panel.sure.allow("shown", self._view.display.shown.suggestions)
        everything = self._panel.filters.wanted.everything
        self._panel.sure.show_count(None if everything else len(self._review.sure()))
