"""The values of a claim's fields, which of them are only proposed, and the rules that the claim breaks."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotator.editing import edits
from annotator.editing.completing import part_of
from annotator.model.citations import citations_of, citing, read_citation, written
from annotator.model.rules import faults_of, outdated_fields, unseen_fields
from annotator.model.schema import Attribute, AttributeKind, Rule, Schema, may_join, words
from annotator.model.values import Document, Relation, Span, Suggestion
from ui.base import i18n
from ui.base.i18n import translate
from ui.base.look.plain_text import one_line
from ui.bridge.session import Session
from ui.claims.claim_words import role_words
from ui.deciding.decisions import Decisions
from ui.deciding.left_behind import left_behind
from ui.panels.claim.choice_popup import PopupChoice
from ui.panels.claim.claim_fields import ClaimField, claim_fields
from ui.panels.claim.claimant_choice import shown_open, take_open
from ui.panels.span import span_fields
from ui.panels.span.fields import ShownValue

if TYPE_CHECKING:
    from ui.jobs.claim_proposals import ClaimProposals

TOPIC = "topic"
_LONGEST = 80  # shown characters of a piece


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationDraft:
    """A citation that is being written: the one at index ``place`` in the claim's list, or a new one for None."""

    role: str
    place: int | None = None
    words: str = ""


class ClaimValues:
    """The values of fields of the open document's claims."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._elsewhere: dict[str, tuple[Span, str] | None] = {}
        self._schema: Schema | None = None
        self._fields: tuple[ClaimField, ...] = ()
        self.proposals: ClaimProposals | None = None  # for claims made by hand

    def drop_cache(self) -> None:
        """Drop the cached spans of other articles."""
        self._elsewhere.clear()

    @property
    def fields(self) -> tuple[ClaimField, ...]:
        """The fields that the schema shows, in order."""
        schema = self._session.required().schema
        if schema is not self._schema:
            self._schema, self._fields = schema, claim_fields(schema)
        return self._fields

    def field(self, id_: str) -> ClaimField | None:
        """Return the claim field with this id, or None. Fields that every span has are not claim fields."""
        return next((field for field in self.fields if field.id == id_), None)

    def known_words(self, field_id: str) -> Sequence[str]:
        """Return values of other claims for completing a field's text, so that all claims spell them alike."""
        return self._session.required().read.counts.topics() if field_id == TOPIC else ()

    def relations(self, claim: Span, field: ClaimField) -> list[Relation]:
        types = {relation.id for relation in field.relations}
        return [relation for relation in self._from(claim) if relation.label in types] if types else []

    def of(self, claim: Span) -> dict[str, ShownValue]:
        """Return the value of each field by its id."""
        values = span_fields.own_shown(claim)
        every = self._from(claim)
        unseen = unseen_fields(self._session.required().schema, claim)
        for field in self.fields:
            types = {relation.id: relation for relation in field.relations}
            there = [relation for relation in every if relation.label in types]
            values[field.id] = self._shown(claim, field, there, unseen)
        offered = self.offered(claim)
        if offered is not None:
            text = self._session.required_opened().document.text
            fields = {field.id: field for field in self.fields if not values[field.id].words}
            values |= {id_: _offered_shown(field, offered, text) for id_, field in fields.items()}
        return values

    def is_fresh(self, claim: Span) -> bool:
        """Return whether a claim was just made by hand, so that its proposals are accepted all at once."""
        return self.proposals is not None and self.proposals.fresh == claim.id

    def offered(self, claim: Span) -> Suggestion | None:
        """Return the proposal for a claim made by hand, without fields that the schema lacks or the claim has."""
        found = self.proposals.of(claim) if self.proposals is not None else None
        if found is None:
            return None
        taken = {relation.label for relation in self._from(claim)}
        attributes, relations = set[str](), set[str]()
        for field in self.fields:
            ends = [draft for draft in found.relations if _may_link(field, claim, draft.layer, draft.tail_label)]
            own = field.attribute
            has = (own is not None and own.id in claim.attributes) or taken & {each.id for each in field.relations}
            if not has:
                relations |= {draft.label for draft in ends if draft.label in {each.id for each in field.relations}}
                if own is not None and own.allows(found.attributes.get(own.id)):
                    attributes.add(own.id)
        former = {id_: value for id_, value in found.attributes.items() if claim.attributes.get(id_, value) != value}
        changed = replace(claim, attributes={**found.attributes, **claim.attributes})
        attributes -= outdated_fields(self._session.required().schema, changed, former, attributes)
        return part_of(found, frozenset(attributes), frozenset(relations))

    def faults(self, claim: Span) -> dict[str, str]:
        """Return the messages about broken rules by field id; "" has those that belong to no field."""
        messages: dict[str, list[str]] = {}
        for fault in faults_of(self._session.required().schema, claim, self._from(claim), self._find):
            messages.setdefault(self._field_of(fault.rule), []).append(words(fault.rule.words, i18n.ui_language()))
        return {field: " ".join(sentences) for field, sentences in messages.items()}

    def _shown(
        self, claim: Span, field: ClaimField, there: Sequence[Relation], unseen: Sequence[Attribute]
    ) -> ShownValue:
        attribute = field.attribute
        shown = ShownValue()
        if attribute is not None:
            proposed = attribute in unseen
            shown = span_fields.attribute_shown(attribute, claim, proposed=proposed)
        ends = self._ends(field, there)
        if not ends:
            return shown if shown.words else shown_open(self._session, claim, field)
        pieces = () if field.relations[0].single else tuple(_piece(relation.id, words_) for relation, words_ in ends)
        return ShownValue(
            words="; ".join([*(words_ for _, words_ in ends), *([shown.words] if field.cites and shown.words else [])]),
            current=shown.current,
            proposed=span_fields.is_proposed(there),
            pieces=(*pieces, *shown.pieces),
        )

    def draft(self, claim: Span, field: ClaimField, chosen: str | None) -> CitationDraft | None:
        """Return the citation to edit for a chosen citation, or a new one for a chosen role; else None."""
        if chosen is None or field.attribute is None or field.attribute.kind is not AttributeKind.CITATIONS:
            return None
        roles = {value.id for value in field.attribute.values}
        if not chosen.startswith(span_fields.PIECE):
            known = chosen == span_fields.NEW or chosen in roles
            return CitationDraft(role="" if chosen == span_fields.NEW else chosen) if known else None
        place = int(chosen.removeprefix(span_fields.PIECE))
        citation = citations_of(claim.attributes)[place]
        return CitationDraft(role=citation.role, place=place, words=written(citation))

    def end(self, claim: Span, field: ClaimField, chosen: str | None) -> Span | None:
        """Return the tail of the chosen relation, or None if the choice is not a relation."""
        relation = next((relation for relation in self.relations(claim, field) if relation.id == chosen), None)
        return self._find(relation.tail) if relation is not None else None

    def _ends(self, field: ClaimField, there: Sequence[Relation]) -> list[tuple[Relation, str]]:
        """Return each relation with its tail's text, in text order; relations to other articles come last."""
        types = {relation.id: relation for relation in field.relations}
        ends = [(self._tail(relation.tail), relation) for relation in there]
        found = [(*end, relation) for end, relation in ends if end is not None]
        opened = self._session.required_opened().document.id
        found.sort(key=lambda each: (each[0].document != opened, each[0].document, each[0].start, each[0].id))
        pattern = translate("ClaimValues", "{role}: {words}")
        shown: list[tuple[Relation, str]] = []
        for _, words_, relation in found:
            kind = types[relation.label]
            role = words(kind.name, i18n.ui_language()) if len(types) > 1 else role_words(kind, relation.attributes)
            shown.append((relation, pattern.format(role=role, words=words_) if role else words_))
        return shown

    def _tail(self, id_: str) -> tuple[Span, str] | None:
        """Return a span and its text, or None if the span does not exist."""
        opened = self._session.required_opened()
        span = opened.span(id_)
        return (span, span.quote(opened.document.text)) if span is not None else self._other(id_)

    def _find(self, id_: str) -> Span | None:
        found = self._tail(id_)
        return found[0] if found is not None else None

    def _other(self, id_: str) -> tuple[Span, str] | None:
        """Return a span of another article, and its text with the article's title."""
        if id_ not in self._elsewhere:
            read = self._session.required().read
            span = next(iter(read.spans_of([id_])), None)
            self._elsewhere[id_] = (span, _words_elsewhere(span, read.document(span.document))) if span else None
        return self._elsewhere[id_]

    def _from(self, claim: Span) -> tuple[Relation, ...]:
        return self._session.required_opened().relations.of_head(claim.id)

    def _field_of(self, rule: Rule) -> str:
        about = {rule.then.id}
        for field in self.fields:
            if (field.attribute is not None and field.attribute.id in about) or about & {r.id for r in field.relations}:
                return field.id
        return ""


def _piece(id_: str, words_: str) -> PopupChoice:
    help_ = translate("SpanFields", "Return goes there, Backspace removes it.")
    return PopupChoice(id=id_, name=one_line(words_, _LONGEST), help=help_, removable=True)


def _words_elsewhere(span: Span, document: Document) -> str:
    pattern = translate("ClaimValues", "{words} ({article})")
    return pattern.format(words=span.quote(document.text), article=document.title)


class FieldDecisions:
    """Sets fields, and accepts or rejects proposed values. Methods return whether they changed anything."""

    def __init__(self, session: Session, decisions: Decisions, values: ClaimValues) -> None:
        self._session = session
        self._decisions = decisions
        self._values = values

    def take_open(self, claim: Span, chosen: str | None) -> bool:
        """Set the chosen name as the claimant if the suggestion left several open; return False for other choices."""
        return take_open(self._session, self._decisions, claim, chosen)

    def choose(self, claim: Span, field_id: str, value: str | None) -> bool:
        """Set a field's value, or clear the field for None. Relations in the field are removed.

        Proposed values that fitted only the former value are removed, too.
        """
        if field_id == span_fields.DOUBT:
            return self._decisions.change(claim.id, doubt=value is not None)
        field = self._values.field(field_id)
        if field is None:
            return False
        attributes = _changed_attributes(claim, field, value)
        attributes |= dict.fromkeys(self._outdated(claim, attributes))
        gone = self._values.relations(claim, field)
        if not gone:
            return bool(attributes) and self._decisions.change(claim.id, attributes=attributes)
        return self._decisions.unrelate(claim, gone, attributes, left_behind(self._session, gone))

    def write(self, claim: Span, field_id: str, words: str) -> bool:
        """Set a text; "" clears the field."""
        if field_id == span_fields.NOTE:
            return self._decisions.change(claim.id, note=words)
        return self._decisions.change(claim.id, attributes={field_id: words or None})

    def cite(self, claim: Span, draft: CitationDraft, words: str) -> bool:
        """Set a citation; "" removes it."""
        cited = list(citations_of(claim.attributes))
        citation = read_citation(words, draft.role)
        if draft.place is None:
            cited.append(citation)
        else:
            cited[draft.place] = citation
        return self._decisions.change(claim.id, attributes=citing(cited, claim.attributes))

    def drop(self, claim: Span, field_id: str, piece: str) -> bool:
        """Remove one piece of evidence, and the suggested attribution spans that only this piece used."""
        field = self._values.field(field_id)
        if field is None:
            return False
        draft = self._values.draft(claim, field, piece)
        if draft is not None:
            return self.cite(claim, draft, "")
        gone = [relation for relation in self._values.relations(claim, field) if relation.id == piece]
        return bool(gone) and self._decisions.unrelate(claim, gone, removing=left_behind(self._session, gone))

    def take(self, claim: Span, field_ids: Iterable[str]) -> bool:
        """Accept the proposed values of fields."""
        fields = [field for field in map(self._values.field, field_ids) if field is not None]
        attributes = [field.attribute.id for field in fields if field.attribute is not None]
        offered = self._values.offered(claim)
        if offered is not None:
            labels = {relation.id for field in fields for relation in field.relations}
            return self._decisions.complete(claim, part_of(offered, frozenset(attributes), frozenset(labels)))
        relations = [
            r for field in fields for r in self._values.relations(claim, field) if span_fields.is_proposed([r])
        ]
        edit = edits.confirm(claim, attributes, relations, annotator=self._session.required().annotator)
        return bool(edit.changes) and self._session.do(edit)

    def refuse(self, claim: Span, field_ids: Iterable[str]) -> bool:
        """Reject the proposed values of fields, and remove suggested attribution spans that only they used."""
        fields = [field for field in map(self._values.field, field_ids) if field is not None]
        offered, proposals = self._values.offered(claim), self._values.proposals
        if offered is not None and proposals is not None:
            proposals.keep(claim, _without(offered, fields))
            return True
        attributes: dict[str, Any] = {}
        for field in fields:
            attributes |= _changed_attributes(claim, field, None)
        gone = [relation for field in fields for relation in self._values.relations(claim, field)]
        if not gone:
            return bool(attributes) and self._decisions.change(claim.id, attributes=attributes)
        return self._decisions.unrelate(claim, gone, attributes, left_behind(self._session, gone))

    def _outdated(self, claim: Span, changed: Mapping[str, Any]) -> AbstractSet[str]:
        schema = self._session.required().schema
        former = {
            id_: claim.attributes[id_] for id_, value in changed.items() if claim.attributes.get(id_, value) != value
        }
        proposed = {attribute.id for attribute in unseen_fields(schema, claim)} - changed.keys()
        after = replace(claim, attributes={**claim.attributes, **changed})
        return outdated_fields(schema, after, former, proposed)


def _may_link(field: ClaimField, claim: Span, layer: str, label: str) -> bool:
    """Return whether a relation of the field may link the claim to words with this label."""
    return any(may_join(each, (claim.layer, claim.label), (layer, label)) for each in field.relations)


def _offered_shown(field: ClaimField, offered: Suggestion, text: str) -> ShownValue:
    """Return a field's value from the proposal for a claim made by hand."""
    types = {relation.id for relation in field.relations}
    ends = [" … ".join(text[a:b] for a, b in draft.parts) for draft in offered.relations if draft.label in types]
    if ends:
        return ShownValue(words="; ".join(ends), proposed=True)
    return (
        ShownValue()
        if field.attribute is None
        else span_fields.attribute_shown(field.attribute, offered, proposed=True)
    )


def _without(offered: Suggestion, fields: Iterable[ClaimField]) -> Suggestion:
    """Return a proposal without the values of these fields."""
    gone = list(fields)
    attributes = offered.attributes.keys() - {field.attribute.id for field in gone if field.attribute is not None}
    labels = {draft.label for draft in offered.relations}
    labels -= {relation.id for field in gone for relation in field.relations}
    return part_of(offered, frozenset(attributes), frozenset(labels))


def _changed_attributes(claim: Span, field: ClaimField, value: str | None) -> dict[str, Any]:
    if field.attribute is None:
        return {}
    if field.attribute.kind is AttributeKind.CITATIONS and value is None:
        return citing((), claim.attributes)
    return {field.attribute.id: value}
