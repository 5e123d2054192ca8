"""Navigation between the article and the drawer: what to search for, and the places that rows lead to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from annotator.model.values import ENTITIES, Span, Suggestion
from annotator.text import sentences
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.deciding.aim import Aim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.editing.open_questions import OpenQuestion
    from annotator.jobs.searching.concordance import FoundPlace
    from annotator.jobs.suggesting.triage import Pending
    from ui.occurrences.occurrences_page import Search


class Places(QObject):
    """Goes to places in articles, and opens these as needed. The session reports articles that were deleted."""

    def __init__(self, session: Session, view: ArticleView, aim: Aim, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._aim = aim

    def searched(self) -> "Search | None":
        """Return a search for the selection, else the active row, else the word at the caret; None if there is none."""
        opened, row = self._aim.opened, self._aim.row()
        if opened is None:
            return None
        text, (start, end) = opened.document.text, self._aim.selection()
        if start < end:
            same: tuple[Span | Suggestion, ...]
            same = (*opened.spans_at(start, end), *opened.suggestions_at(start, end))
            row = next((r for r in same if r.layer == ENTITIES), None)
        elif row is not None:
            start, end = row.parts[0]
        else:
            start, end = opened.tokens.at(self._view.caret()) or (0, 0)
        words = text[start:end].strip()
        if not any(map(str.isalnum, words)):
            return None
        from ui.occurrences.occurrences_page import Search

        return Search(
            words=words,
            layer=row.layer if row else ENTITIES,
            label=row.label if row else "",
            document=opened.document.id,
            part=(start, end),
        )

    def said(self) -> tuple[str, tuple[str, int, int]] | None:
        """Return the selected words, else those of the active claim, else the sentence at the caret.

        The second value is their place: document id, start and end in code points. None if there are no words.
        """
        opened = self._aim.opened
        if opened is None:
            return None
        text, (start, end) = opened.document.text, self._aim.selection()
        claim = self._aim.claim()
        if start >= end and claim is not None:
            start, end = claim.start, claim.end
        elif start >= end:
            start, end = _sentence_at(text, self._view.caret())
        words = " ".join(text[start:end].split())
        return (words, (opened.document.id, start, end)) if any(map(str.isalnum, words)) else None

    def go_back(self, search: "Search") -> None:
        """Return to the place in an article where a search started; do nothing if it started in a list."""
        if search.document and self.is_open(search.document):
            self._aim.go(*search.part)

    @Slot(object)
    def go_to_suggestion(self, pending: "Pending") -> None:
        """Go to a suggestion in its article, and activate it."""
        if self.is_open(pending.document):
            self._aim.go(pending.start, pending.end)
            self._aim.activate(pending.id)

    @Slot(object)
    def enter_suggestion(self, pending: "Pending") -> None:
        """Go to a suggestion in its article, and give the article the keyboard."""
        self.go_to_suggestion(pending)
        self._view.setFocus()

    @Slot(object)
    def go_to_question(self, question: "OpenQuestion") -> None:
        """Go to the place that a question is about, in its article."""
        if self.is_open(question.document):
            self._aim.go(question.start, question.end)
            self._aim.activate(question.span or None)

    @Slot(object)
    def enter_question(self, question: "OpenQuestion") -> None:
        """Go to the place that a question is about, and give the article the keyboard."""
        self.go_to_question(question)
        self._view.setFocus()

    def go_to_found(self, place: "FoundPlace", places: "Sequence[FoundPlace]", *, enter: bool) -> None:
        """Go to a found place in its article, and highlight the other ``places`` in that article."""
        if not self.is_open(place.document):
            return
        found = places if place.words and not place.span else ()
        self._view.show_hits([p.part for p in found if p.document == place.document and p.words], place.part)
        self._aim.go(place.start, place.end)
        self._aim.activate(place.span or None)
        if enter:
            self._view.setFocus()

    def is_open(self, document: str) -> bool:
        """Open a document if needed; return whether it is open now."""
        if self._view.document_id() != document:
            self._session.open_document(document)
        return self._view.document_id() == document


def _sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return the sentence at an offset, found by looking at its paragraph only; (0, 0) if there is none."""
    first = text.rfind("\n", 0, offset) + 1
    last = text.find("\n", offset)
    paragraph = text[first : last if last >= 0 else len(text)]
    found = sentences.at(sentences.split(paragraph), offset - first)
    return (first + found[0], first + found[1]) if found is not None else (0, 0)
