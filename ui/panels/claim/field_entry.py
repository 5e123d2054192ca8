"""Handles input in the fields of a claim's card, and keeps texts that are not stored yet."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from annotator.model.citations import citations_of, read_citation
from annotator.model.values import Span
from ui.bridge.session import Session
from ui.panels.claim.choice_popup import ChoicePopup
from ui.panels.claim.claim_values import CitationDraft, ClaimValues, FieldDecisions
from ui.panels.claim.words_wanted import Want, WordsWanted
from ui.panels.span import span_fields
from ui.panels.span.drafts import CardDrafts, Typed
from ui.panels.span.field_grid import FieldGrid
from ui.panels.span.span_fields import NEW


class FieldEntry(QObject):
    """Turns input in a card's fields into decisions. A text that cannot be stored yet is kept and shown again later."""

    end_wanted = Signal(object)  # the Span to go to: a piece of evidence or another claim
    kept = Signal()  # a text was kept that is not stored

    def __init__(
        self,
        session: Session,
        fields: FieldGrid,
        values: ClaimValues,
        deciding: FieldDecisions,
        words: WordsWanted,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._values = values
        self._deciding = deciding
        self._words = words
        self._draft: CitationDraft | None = None  # the citation that the open line is for
        # kept texts, each with the citation that it is for, by claim id and field id
        self._unfinished: dict[tuple[str, str], tuple[str, CitationDraft | None]] = {}
        self._roleless: tuple[str, int, str] | None = None  # field, place and words of a citation just stored
        self.shown: Callable[[], Span | None] = lambda: None
        self._drafts = CardDrafts(session, self._claim, self._on_draft, self, claims=True)
        self._drafts.citation = self._citation
        fields.chosen.connect(self._on_chosen)
        fields.dropped.connect(self._on_dropped)
        fields.again.connect(self._on_again)
        fields.spelled.connect(self._on_spelled)
        fields.written.connect(self._on_written)
        fields.unfinished.connect(self._on_unfinished)
        fields.typing.connect(self._on_typing)
        fields.opened.connect(self._on_opened)
        for line_closed in (fields.keys_wanted, fields.left):
            line_closed.connect(self._ask_role)
        words.typed.connect(self.type_words)
        self._drafts.serve(fields)

    def unfinished(self, claim: Span) -> Mapping[str, str]:
        """Return messages about a claim's texts that are not stored yet, by field id."""
        kept = self._unfinished.items()
        return {field: span_fields.not_saved(words) for (id_, field), (words, _) in kept if id_ == claim.id}

    @Slot(str)
    def type_words(self, words: str) -> None:
        """Open the editor of the waiting field, filled with the words that were typed or pasted."""
        want = self._words.want
        if want is None or not want.field.cites:
            return
        self._words.stop()
        self._fields.finish_line()
        self._begin(CitationDraft(role=want.role or ""))
        self._fields.write(want.field.id, words, begun=True)
        if not words:
            self._offer(want.field.id)

    def forget(self) -> None:
        """Forget the texts that are not stored yet, because the project was closed."""
        self._unfinished.clear()

    @Slot(str)
    def _on_typing(self, _field: str) -> None:
        sought = self._words.sought
        self.type_words(sought.typed if sought is not None else "")

    @Slot(str, object)
    def _on_chosen(self, field_id: str, value: str | None) -> None:
        claim, field = self.shown(), self._values.field(field_id)
        if claim is None or self._deciding.take_open(claim, value):
            return
        self._fields.finish_line()
        typed = self._fields.by_other_key
        wanted = field.chosen(value) if field is not None and not (typed and field.cites) else None
        draft = self._values.draft(claim, field, value) if field is not None else None
        end = self._values.end(claim, field, value) if field is not None else None
        if field is not None and wanted is not None:
            self._words.start(Want(claim=claim, field=field, relation=wanted[0], role=wanted[1]))
        elif draft is not None:
            self._write(field_id, draft)
        elif end is not None:
            self.end_wanted.emit(end)
        else:
            self._deciding.choose(claim, field_id, value)

    @Slot(str, str)
    def _on_dropped(self, field_id: str, piece: str) -> None:
        claim = self.shown()
        if claim is not None:
            self._deciding.drop(claim, field_id, piece)

    @Slot(str, str)
    def _on_spelled(self, field_id: str, letter: str) -> None:
        """Wait for the words, or open the line, that begins with what was typed instead of choosing to name them."""
        field = self._fields.field(field_id)
        if field is None:
            return
        self._on_chosen(field_id, field.spec.by_letters)
        if self._draft is not None:
            self._fields.go_on_with(letter)
        else:
            self._words.spelled.emit(letter)

    @Slot(str)
    def _on_again(self, field_id: str) -> None:
        claim, field, shown = self.shown(), self._values.field(field_id), self._fields.field(field_id)
        if claim is None or field is None or shown is None:
            return
        self._fields.finish_line()
        draft = self._values.draft(claim, field, span_fields.NEW)
        if field.relations and not (self._fields.by_other_key and field.cites):
            letter = shown.spec.key if shown.spec.by_letters else ""
            self._words.start(Want(claim=claim, field=field, relation=field.relations[0]), letter)
        elif draft is not None:
            self._write(field_id, draft)

    def _write(self, field_id: str, draft: CitationDraft) -> None:
        self._fields.write(field_id, draft.words)
        self._begin(draft)
        self._offer(field_id)

    @Slot(str)
    def _on_opened(self, field_id: str) -> None:
        self._begin(None)
        self._offer(field_id)

    def _begin(self, draft: CitationDraft | None) -> None:
        self._draft, self._roleless = draft, None

    def _offer(self, field_id: str) -> None:
        """Put the text that could not be stored, if any, into the opened editor."""
        claim = self.shown()
        kept = self._unfinished.get((claim.id, field_id)) if claim is not None else None
        if kept is not None and kept[1] == self._draft:
            self._fields.go_on_with(kept[0])

    @Slot(str, str)
    def _on_written(self, field_id: str, words: str) -> None:
        claim, draft = self.shown(), self._draft
        self._draft = self._roleless = None
        if claim is None:
            return
        self._store(claim, field_id, words, draft)
        if draft is not None and not draft.role and words and (claim.id, field_id) not in self._unfinished:
            place = len(citations_of(claim.attributes)) if draft.place is None else draft.place
            self._roleless = field_id, place, words

    @Slot()
    def _ask_role(self) -> None:
        """Ask what a piece of evidence does to the claim if its words were stored with Return and without a role."""
        asked, self._roleless = self._roleless, None
        field = self._fields.field(asked[0]) if asked is not None else None
        if asked is None or field is None:
            return
        roles = [choice for choice in field.spec.choices if choice.id not in {None, NEW}]
        if roles:
            popup = ChoicePopup(roles, None, "", field)
            popup.chosen.connect(partial(self._set_role, *asked[1:]))
            popup.open_at(field)

    def _set_role(self, place: int, words: str, role: str) -> None:
        claim = self.shown()
        if claim is not None:
            self._deciding.cite(claim, CitationDraft(role=role, place=place), words)

    def _claim(self) -> Span | None:
        return self.shown()

    def _citation(self) -> tuple[str, int | None]:
        draft = self._draft
        return ("", None) if draft is None else (draft.role, -1 if draft.place is None else draft.place)

    def _on_draft(self, claim: Span, typed: Typed) -> None:
        place, cited = typed.place, len(citations_of(claim.attributes))
        draft = None if place is None else CitationDraft(role=typed.role, place=place if 0 <= place < cited else None)
        self._store(claim, typed.field, typed.words, draft)

    def _store(self, claim: Span, field_id: str, words: str, draft: CitationDraft | None) -> None:
        self._unfinished.pop((claim.id, field_id), None)
        if draft is None:
            same = words == span_fields.stored_text(claim, field_id)
            stored = self._deciding.write(claim, field_id, words)
        else:
            same = read_citation(words) == read_citation(draft.words)
            stored = self._deciding.cite(claim, draft, words)
        if not stored and not same:
            self._keep(claim, field_id, words, draft)

    @Slot(str, str)
    def _on_unfinished(self, field_id: str, words: str) -> None:
        claim = self.shown()
        if claim is not None:
            self._keep(claim, field_id, words, self._draft)

    def _keep(self, claim: Span, field_id: str, words: str, draft: CitationDraft | None) -> None:
        self._unfinished[claim.id, field_id] = words, draft
        self.kept.emit()
