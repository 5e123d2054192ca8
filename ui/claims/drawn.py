"""The claim drawn with its links: the active one, or the claim that the active row lies in or is linked from."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import Change, Edit
from annotator.model.values import CLAIMS, Relation, Span, Suggestion
from ui.article.layout.row_index import Drawn
from ui.article.view import ArticleView
from ui.base.later import Later
from ui.bridge.session import Session
from ui.claims.claim_words import ClaimWords
from ui.claims.links import End, Linked, Links
from ui.claims.margin import Margin
from ui.claims.pointers import Place, Pointers


class DrawnClaims(QObject):
    """Links, cards and pointers of the open article, kept in step with the active row and with edits."""

    chosen = Signal(object)  # the Span to go to, possibly in another article
    picked = Signal(object)  # the claim whose card was clicked, a Span or a Suggestion
    shown = Signal(str)  # id of the claim whose links are drawn, "" for none

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self.words = ClaimWords(session)
        self.margin = Margin(view, self.words)
        self.links = Links(view)
        self.pointers = Pointers(view, self.links)
        self._elsewhere: dict[str, Place | None] = {}  # by span id's id
        self._later = Later(self._update_all, self)
        self._describe, view.accessible.describe = view.accessible.describe, self.describe
        self.margin.chosen.connect(self._on_card)
        self.pointers.chosen.connect(self.chosen)
        view.shown_changed.connect(self._later.ask)
        session.document_opened.connect(self._on_document)
        session.edited.connect(self._on_edit)

    @property
    def linked(self) -> Linked | None:
        """The claim whose links are drawn, with its ends."""
        return self.links.linked

    def describe(self, row: Drawn, text: str) -> str:
        """Describe a row for a screen reader; a claim with its claimant and fields."""
        described = self._describe(row, text)
        return f"{described}; {self.words.spoken(row)}" if isinstance(row, Span) and row.layer == CLAIMS else described

    def update(self) -> None:
        """Draw the claim that belongs to the active row."""
        row = self._view.page.rows.get(self._view.active() or "")
        claim = self._claim_of(row)
        self.shown.emit(claim.id if claim is not None else "")
        # a suggested claim has a card but no links
        carded = claim if claim is not None or row is None or row.layer != CLAIMS else row
        self.margin.set_active(carded.id if carded is not None else None)
        if claim is None:
            self.links.show_links(None)
            self.pointers.show_away(())
            return
        relations = self._relations(claim)
        self.links.show_links(Linked(claim, tuple(self._ends(relations))))
        self.pointers.show_away(self._away(relations))

    def _claim_of(self, row: Drawn | None) -> Span | None:
        opened = self._session.opened
        if row is None or opened is None:
            return None
        if row.layer == CLAIMS:
            return opened.span(row.id)
        shown = opened.span(self.linked.claim.id) if self.linked is not None else None
        if shown is not None and any(relation.tail == row.id for relation in opened.relations.of_head(shown.id)):
            return shown
        around = (other for other in self._view.page.rows.within(row.start, row.end) if _holds(other, row))
        claims = [claim for other in around if (claim := opened.span(other.id)) is not None]
        return min(claims, key=lambda claim: (claim.end - claim.start, claim.id), default=None)

    def _relations(self, claim: Span) -> list[Relation]:
        relations = self._session.required_opened().relations.of_head(claim.id)
        return sorted(relations, key=self.words.rank)

    def _ends(self, relations: Iterable[Relation]) -> list[End]:
        """Return the claim's linked spans in this article; a span linked twice has both roles."""
        opened = self._session.required_opened()
        roles: dict[str, list[str]] = {}
        for relation in relations:
            if opened.span(relation.tail) is not None:
                roles.setdefault(relation.tail, []).append(self.words.end_name(relation))
        return [End(", ".join(names), span) for tail, names in roles.items() if (span := opened.span(tail))]

    def _away(self, relations: Iterable[Relation]) -> list[Place]:
        """Return the claim's linked spans in other articles."""
        opened = self._session.required_opened()
        away = ((r, self._read(r.tail)) for r in relations if opened.span(r.tail) is None)
        return [replace(place, name=self.words.end_name(relation)) for relation, place in away if place is not None]

    def _read(self, tail: str) -> Place | None:
        """Read a span of another article, cached because the ring moves often."""
        if tail not in self._elsewhere:
            read = self._session.required().read
            self._elsewhere[tail] = None
            for span in read.spans_of([tail]):
                document = read.document(span.document)
                self._elsewhere[tail] = Place("", span.quote(document.text), span, document.title)
        return self._elsewhere[tail]

    @Slot()
    def _update_all(self) -> None:
        self.update()
        self.pointers.refresh()

    @Slot()
    def _on_document(self) -> None:
        self.links.show_links(None)
        self.pointers.show_away(())
        self.margin.drop_cache()
        self._elsewhere.clear()
        self._later.ask()

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        """Update at once: an edit of a link changes nothing else in the article that is painted before the panels."""
        if edit.document_ids - {self._view.document_id()}:
            self._elsewhere.clear()
        if any(map(self._affects_cards, edit.changes)):
            self.margin.refresh()
        self.update()

    def _affects_cards(self, change: Change) -> bool:
        """Return whether a change may alter cards; names that no claim is linked to do not."""
        row, opened = change.after or change.before, self._session.opened
        if isinstance(row, Span) and row.layer != CLAIMS and opened is not None:
            return bool(opened.relations.of_tail(row.id))
        return not isinstance(row, Suggestion) or row.layer == CLAIMS

    @Slot(str)
    def _on_card(self, claim: str) -> None:
        opened = self._session.opened
        row = (opened.span(claim) or opened.suggestion(claim)) if opened is not None else None
        if row is not None:
            self.picked.emit(row)


def _holds(claim: Drawn, row: Drawn) -> bool:
    return claim.layer == CLAIMS and any(start <= row.start and row.end <= end for start, end in claim.parts)
