"""The keys of labels in the article: they label, relabel, correct or remove."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from annotator.editing.hand_labels import overruled, redrawn
from annotator.model.values import CLAIMS, ENTITIES, GOLD, Part, Span, Suggestion
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.commands.review import Review
from ui.deciding import refusals
from ui.deciding.aim import Aim
from ui.deciding.decisions import Decisions
from ui.deciding.word_checks import inside_word, refused, remarked, without_full_stop


class Labelling(QObject):
    """Gives labels to words and rows, and opens claim cards."""

    claim_made = Signal(str)  # id of the claim, made by hand or accepted to its card
    card_wanted = Signal(str)  # id of the claim

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        aim: Aim,
        decisions: Decisions,
        review: Review,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._aim = aim
        self._decisions = decisions
        self._review = review
        self.last: str | None = None  # the last label as "layer LABEL"
        view.heading_pressed.connect(lambda: aim.told.emit(refusals.title_above(), False))

    def label(self, place: str) -> None:
        """Label the selection, or relabel, correct or accept the active row. ``place`` is "layer LABEL"."""
        layer, label = place.split()
        self.last = place
        start, end = self._aim.selection()
        active = self._aim.row()
        if start < end:
            self._label_words(start, end, layer, label)
        elif layer == CLAIMS and not (isinstance(active, Suggestion) and active.layer == CLAIMS):
            self.open_card()  # also while a name inside the claim is active
        elif isinstance(active, Suggestion) and active.layer == layer == CLAIMS:
            self._accept_to_card(active, label)
        elif isinstance(active, Suggestion):
            self._review.correct(active, layer, label)
        elif isinstance(active, Span):
            self._relabel(active, layer, label)
        else:
            self._aim.told.emit(refusals.no_words(), False)

    def label_besides(self, place: str) -> None:
        """Add a label to the selected words, or to the words of the active span; their other labels stay."""
        layer, label = place.split()
        row = self._aim.row()
        if self._aim.selected:
            parts: tuple[Part, ...] = (self._aim.selection(),)
        elif isinstance(row, Span):
            parts = row.parts
        else:
            return
        self.last = place
        if self._is_refused(self._session.required_opened().document.text, layer, parts):
            return
        made = self._decisions.label_besides(parts, layer, label)
        if made is not None:
            self._show_made(made.id, parts[-1][1], layer)

    def repeat(self) -> None:
        """Apply the label that was used last."""
        if self.last is None:
            self._aim.told.emit(self.tr("No label has been given yet."), False)
        else:
            self.label(self.last)

    def doubt(self) -> None:
        """Mark the active span as doubtful, to review later, or remove the mark."""
        active = self._aim.row()
        if isinstance(active, Span):
            self._decisions.change(active.id, doubt=not active.doubt)
        else:
            self._aim.told.emit(refusals.no_label(active), False)

    def remove(self) -> None:
        """Remove the active span, or reject the active suggestion."""
        active = self._aim.row()
        if isinstance(active, Suggestion):
            self._review.reject()
        elif isinstance(active, Span):
            self._decisions.remove([active.id])
            self._aim.activate(None)

    def open_card(self) -> None:
        """Show the card of the active claim, or of the smallest claim around the caret."""
        claim = self._aim.claim()
        if claim is None:
            self._aim.told.emit(self.tr("Select the words of the claim first."), False)
            return
        self._aim.activate(claim.id)
        self.card_wanted.emit(claim.id)

    def claim_again(self) -> None:
        """Add another claim on the current claim's words, and show its card."""
        claim = self._aim.claim()
        if claim is None:
            self._aim.told.emit(refusals.no_claim(), False)
            return
        twin = self._decisions.label_again(claim.id)
        if twin is not None:
            self._aim.activate(twin.id)
            self.card_wanted.emit(twin.id)

    def _accept_to_card(self, suggestion: Suggestion, label: str) -> None:
        """Accept a suggested claim and show its card, where its fields can be corrected."""
        made = self._decisions.correct(suggestion.id, CLAIMS, label)
        if made is not None:
            self._view.select(made.start, made.start, exact=True)
            self._aim.activate(made.id)
            self.claim_made.emit(made.id)
            self.card_wanted.emit(made.id)

    def _label_words(self, start: int, end: int, layer: str, label: str) -> None:
        opened = self._session.required_opened()
        if self._is_refused(opened.document.text, layer, ((start, end),)):
            return
        if layer == CLAIMS:
            start, end = without_full_stop(opened.document.text, start, end)
        names = [s for s in opened.spans_at(start, end) if s.layer == layer == ENTITIES]
        if names and label not in {name.label for name in names}:  # a name has one label: the user means to relabel
            done = names[0].id if self._decisions.relabel(names[0].id, layer, label) else None
        else:
            done = self._draw((start, end), layer, label)
            made = self._session.required_opened().span(done)
            notice = inside_word(made, opened) if made else None
            if notice is not None:
                self._aim.told.emit(notice, False)
        if done is not None:
            self._show_made(done, end, layer)
            warning = remarked(opened.document.text, layer, ((start, end),))
            if warning:
                self._aim.told.emit(warning, True)

    def _draw(self, part: Part, layer: str, label: str) -> str | None:
        """Label words, or move an equal label inside or around them to them. Return its id, or None on failure."""
        opened, replaced = self._session.required_opened(), self._overruled(part, layer, label)
        adjudicates = opened.annotator == GOLD  # then the words answer a question
        old = [] if adjudicates else redrawn(opened.spans.touching(*part), layer, label, part)
        if len(old) > 1:
            return self._decisions.join([span.id for span in old], (part,), replaced)
        if old:
            return old[0].id if self._decisions.move(old[0].id, (part,), replaced) else None
        made = self._decisions.label(*part, layer, label, replaced)
        return made.id if made else None

    def _overruled(self, part: Part, layer: str, label: str) -> list[Suggestion]:
        """Return the suggestions that a label on these words replaces.

        A claim replaces none, because claims may nest.
        """
        if layer == CLAIMS:
            return []
        rows = [row for row in self._view.page.rows.within(*part) if isinstance(row, Suggestion) and row.layer == layer]
        return overruled(rows, label, (part,)) if rows else []

    def _is_refused(self, text: str, layer: str, parts: Sequence[Part]) -> bool:
        why = refused(text, layer, parts)
        if why:
            self._aim.told.emit(why, False)
        return bool(why)

    def _show_made(self, span: str, end: int, layer: str) -> None:
        self._view.select(end, end, exact=True, active=span)
        self._aim.activate(span)
        if layer == CLAIMS:
            self.claim_made.emit(span)
            self.card_wanted.emit(span)

    def _relabel(self, span: Span, layer: str, label: str) -> None:
        if span.layer != layer:
            self._aim.told.emit(refusals.other_layer(), False)
        else:
            self._decisions.relabel(span.id, layer, label)
