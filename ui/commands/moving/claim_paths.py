"""Navigation between claims, and between a claim and its linked words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from annotator.model.values import CLAIMS
from ui.article.layout.row_index import Drawn, place_of
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.deciding import refusals
from ui.deciding.aim import Aim
from ui.panels.claim.words_wanted import WordsWanted

if TYPE_CHECKING:
    from ui.claims.drawn import DrawnClaims

AWAY = "away"  # a direction of `Pointers`


class ClaimPaths(QObject):
    """Navigates between the open article's claims and their links.

    The drawing of claims is created with the first project.
    """

    jump_wanted = Signal(str, int, int)  # document id, start, end
    fields_wanted = Signal(str)  # open the card of this claim
    decided = Signal(str, bool)  # suggestion, and whether it was accepted beside the text
    claim_shown = Signal(str)  # id of the claim drawn with its relations, or ""

    def __init__(
        self, session: Session, view: ArticleView, aim: Aim, wanted: WordsWanted, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._aim = aim
        self._wanted = wanted
        self.drawn: DrawnClaims | None = None
        session.project_opened.connect(self.draw)

    def by_claim(self, step: str) -> None:
        """Go to the next ("1") or previous ("-1") claim."""
        opened = self._aim.opened
        if opened is None:
            return
        row, caret = self._aim.row(), self._view.caret()
        here = caret, -1 if int(step) > 0 else caret, ""
        key = place_of(row) if row is not None else here
        claim = opened.spans.beside(key, CLAIMS, int(step))
        if claim is not None:
            self._go(claim)
        else:
            beyond = opened.suggestions.beside(key, CLAIMS, int(step))
            suggested = beyond is not None and self._view.page.rows.get(beyond.id) is not None
            self._aim.told.emit(self._nothing_beyond(int(step), suggested=suggested), False)

    def _nothing_beyond(self, step: int, *, suggested: bool) -> str:
        if suggested and step > 0:
            return self.tr("Only suggested claims after this point: Label → Next Suggestion goes there.")
        if suggested:
            return self.tr("Only suggested claims before this point: Label → Previous Suggestion goes there.")
        return self.tr("No claims after this point.") if step > 0 else self.tr("No claims before this point.")

    def along_links(self) -> None:
        """Go from a claim to the next of its linked words (claimant, cue, object …), and at last back to the claim."""
        linked = self.drawn.linked if self.drawn is not None else None
        if linked is None:
            self._aim.told.emit(refusals.no_claim(), False)
            return
        if not linked.ends:
            self._aim.told.emit(self.tr("Nothing in this article is linked to the claim."), False)
            return
        ways = [linked.claim, *(end.span for end in linked.ends)]
        here = next((i for i, span in enumerate(ways) if span.id == self._view.active()), 0)
        self._go(ways[(here + 1) % len(ways)])

    def to_claim(self) -> None:
        """Go from linked words to their claim, even if it is in another article."""
        served = self._linked_ids()
        if not served:
            self._aim.told.emit(self.tr("Place the caret in words that belong to a claim first."), False)
            return
        linked = self.drawn.linked if self.drawn is not None else None
        if linked is not None and linked.claim.id not in served:
            self._go(linked.claim)
            return
        project = self._session.required()
        own = (r for r in project.read.relations_of(served) if r.annotator == project.annotator)
        claims = project.read.spans_of(relation.head for relation in own if relation.tail in served)
        if claims:
            self.go(claims[0])
        else:
            self._aim.told.emit(self.tr("No claim is linked to this."), False)

    def to_other_article(self) -> None:
        """Follow the claim's relation to another article; with several, ask which."""
        if self.drawn is None or not self.drawn.pointers.go(AWAY):
            self._aim.told.emit(self.tr("Nothing in another article is linked to the claim."), False)

    @Slot(object)
    def go(self, span: Drawn) -> None:
        """Go to a span, even if it is in another article."""
        if span.document == self._view.document_id():
            self._go(span)
            self._view.setFocus()
        else:
            self.jump_wanted.emit(span.document, span.start, span.end)

    @Slot(object)
    def pick(self, claim: Drawn) -> None:
        """Go to a clicked claim; if a field waits for words, put the claim into the field instead."""
        if self._wanted.prompt:
            self._wanted.take(claim.id)
        else:
            self.go(claim)

    def _linked_ids(self) -> list[str]:
        """Return the id of the active row; without an active row, the ids of the spans on the selected words."""
        opened, row = self._aim.opened, self._aim.row()
        if opened is None:
            return []
        return [row.id] if row is not None else [span.id for span in opened.spans_at(*self._aim.selection())]

    def _go(self, span: Drawn) -> None:
        self._aim.go(span.start, span.end)
        self._aim.activate(span.id)

    @Slot()
    def draw(self) -> None:
        """Create the drawing of claims. This is deferred so that the window appears sooner."""
        if self.drawn is not None:
            return
        from ui.claims.drawn import DrawnClaims

        self.drawn = DrawnClaims(self._session, self._view)
        self.drawn.chosen.connect(self.go)
        self.drawn.picked.connect(self.pick)
        self.drawn.shown.connect(self.claim_shown)
        self.drawn.margin.fields_wanted.connect(self.fields_wanted)
        self.drawn.margin.decided.connect(self.decided)
        for moved in (self._view.activated, self._aim.active_changed):
            moved.connect(self.drawn.update)
