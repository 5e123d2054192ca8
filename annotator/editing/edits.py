"""Edits, an annotator's steps: values that are applied, logged and undone."""

from collections.abc import Collection, Container, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeAlias

from annotator.editing.accepted_spans import changed, confirmed, merged_attributes, span_of, with_attributes
from annotator.editing.log.row_keys import document_of
from annotator.editing.proposed_relations import Key, draw, drawable
from annotator.model.schema import ROLE
from annotator.model.values import (
    BY_HAND,
    Acceptance,
    Document,
    DocumentLabel,
    DocumentState,
    Part,
    Relation,
    Row,
    SentenceMark,
    Span,
    State,
    Suggestion,
    SuggestionState,
    new_id,
)


def now() -> str:
    """Return the current UTC time in ISO 8601, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class EditKind(StrEnum):
    """The kind of an edit, stored in the log and shown by "Undo"."""

    ADD = "add"
    REMOVE = "remove"
    RELABEL = "relabel"
    MOVE = "move"
    SPLIT = "split"
    JOIN = "join"
    CHANGE = "change"
    RELATE = "relate"
    UNRELATE = "unrelate"
    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    STATE = "state"
    DESCRIBE = "describe"
    CLASSIFY = "classify"
    EXCLUDE = "exclude"
    SEEN = "seen"
    LOOK = "look"
    IDENTIFY = "identify"
    MERGE = "merge"
    DESCRIBE_IDENTITY = "describe_identity"
    DISSOLVE = "dissolve"
    GO_BACK = "go_back"
    IMPORT = "import"
    SUGGEST = "suggest"
    SCHEMA = "schema"
    DELETE = "delete"
    DEAL = "deal"
    REPLACE = "replace"
    BRING = "bring"
    CREATE = "create"
    DETECT = "detect"
    LISTS = "lists"
    ASSIGN = "assign"
    PACK = "pack"
    ADJUDICATE = "adjudicate"
    REVIEW = "review"
    COMMENT = "comment"


RECORDS = frozenset({EditKind.CREATE, EditKind.IMPORT, EditKind.SUGGEST, EditKind.DELETE, EditKind.DETECT})
"""The kinds of edit whose changes are logged for replaying only: they are never undone or shown."""
LOGGED_ONLY = RECORDS | {EditKind.SCHEMA, EditKind.DEAL, EditKind.LISTS, EditKind.PACK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row before and after the edit; ``before`` is None for an addition, ``after`` for a removal.

    ``over`` are the ids of the edits on whose versions of the row it was made; only changes read from a log have it.
    """

    before: Row | None = None
    after: Row | None = None
    over: tuple[str, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One undoable step.

    ``when`` is ISO 8601, UTC. ``milliseconds`` is how long the annotator took to decide. ``undoes`` is the id of the
    edit that this one undoes. ``about`` are affected documents that the changed rows don't name, such as that of a
    relation's head. ``facts`` are further JSON for a replay. ``turn`` is a Lamport clock, one more than the highest in
    the file; ``copy`` is the id of the file's copy where the edit was made. Only edits read from a log have both.
    """

    id: str = field(default_factory=new_id)
    kind: EditKind
    annotator: str
    when: str = field(default_factory=now)
    milliseconds: int = 0
    changes: tuple[Change, ...]
    undoes: str | None = None
    about: frozenset[str] = frozenset()
    facts: Mapping[str, Any] = field(default_factory=dict, compare=False)
    turn: int = field(default=0, compare=False)
    copy: str = field(default="", compare=False)
    _touched: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)

    def inverse(self, *, annotator: str) -> "Edit":
        """Return an edit by this annotator that undoes this one."""
        swapped = tuple(Change(before=c.after, after=c.before) for c in reversed(self.changes))
        return Edit(kind=self.kind, annotator=annotator, changes=swapped, undoes=self.id, about=self.about)

    def know_documents(self, documents: Iterable[str]) -> None:
        """Set `document_ids` in advance, so that they need not be computed."""
        object.__setattr__(self, "_touched", frozenset(documents))

    @property
    def document_ids(self) -> frozenset[str]:
        """The ids of the affected documents; cached, because an edit may have thousands of changes."""
        if self._touched is None:
            rows = (row for change in self.changes for row in (change.before, change.after) if row is not None)
            touched = self.about | {document for row in rows if (document := document_of(row)) is not None}
            object.__setattr__(self, "_touched", touched)
            return touched
        return self._touched


SlicedEdit: TypeAlias = Generator[None, None, Edit | None]  # pauses; returns None if nothing changes


def edit_of(kind: EditKind, changes: Iterable[Change], *, annotator: str) -> Edit | None:
    """Return an edit with these changes, or None if there are none."""
    every = tuple(changes)
    return Edit(kind=kind, annotator=annotator, changes=every) if every else None


def add(spans: Span | Iterable[Span], relations: Iterable[Relation] = ()) -> Edit:
    """Return the edit that adds spans and relations."""
    added = (spans,) if isinstance(spans, Span) else tuple(spans)
    rows: tuple[Row, ...] = (*added, *relations)
    return Edit(kind=EditKind.ADD, annotator=added[0].annotator, changes=tuple(Change(after=row) for row in rows))


def remove(spans: Iterable[Span], relations: Iterable[Relation], *, annotator: str) -> Edit:
    """Return the edit that removes spans, and the relations among ``relations`` that begin or end at these spans."""
    gone = tuple(spans)
    ids = {span.id for span in gone}
    touching = (r for r in relations if r.head in ids or r.tail in ids)
    rows: tuple[Row, ...] = (*touching, *gone)
    return Edit(kind=EditKind.REMOVE, annotator=annotator, changes=tuple(Change(before=row) for row in rows))


def relabel(span: Span, layer: str, label: str, *, annotator: str) -> Edit:
    """Return the edit that changes a span's label."""
    return _replaced(EditKind.RELABEL, span, replace(changed(span), layer=layer, label=label), annotator)


def move(span: Span, parts: tuple[Part, ...], *, annotator: str, attributes: Mapping[str, Any] | None = None) -> Edit:
    """Return the edit that changes a span's boundaries, and attributes as `change` does."""
    after = replace(changed(span), parts=parts, attributes=merged_attributes(span, attributes))
    return _replaced(EditKind.MOVE, span, after, annotator)


def split(span: Span, pieces: Sequence[tuple[Part, ...]], *, annotator: str) -> Edit:
    """Return the edit that splits a span into ``pieces``, the parts of at least two pieces in order.

    All pieces keep attributes, note and doubt; the first also keeps the id and the relations.
    """
    first, *others = pieces
    added = (replace(span, id=new_id(), parts=parts, annotator=annotator) for parts in others)
    changes = (Change(before=span, after=replace(span, parts=first)), *(Change(after=piece) for piece in added))
    return Edit(kind=EditKind.SPLIT, annotator=annotator, changes=changes)


def join(
    spans: Sequence[Span],
    parts: tuple[Part, ...],
    relations: Iterable[Relation],
    *,
    annotator: str,
    single: Collection[str] = (),
) -> Edit:
    """Return the edit that joins spans into the first one, which takes over the relations of the others.

    Args:
        spans: At least two spans with the same label, in text order.
        parts: The parts of the joined span.
        relations: All relations that begin or end at these spans.
        annotator: Whose edit it is.
        single: Relation types allowed once per head; the first span keeps its own relation of such a type.
    """
    kept, *others = spans
    merged = {name: value for span in reversed(spans) for name, value in span.attributes.items()}
    notes = dict.fromkeys(span.note for span in spans if span.note)
    after = replace(
        kept, parts=parts, attributes=merged, note="\n".join(notes), doubt=any(span.doubt for span in spans)
    )
    moved = _moved(relations, {span.id for span in others}, kept.id, single)
    changes = (*moved, Change(before=kept, after=after), *(Change(before=span) for span in others))
    return Edit(kind=EditKind.JOIN, annotator=annotator, changes=changes)


def change(
    span: Span,
    *,
    annotator: str,
    attributes: Mapping[str, Any] | None = None,
    note: str | None = None,
    doubt: bool | None = None,
) -> Edit:
    """Return the edit that changes a span's attributes, note or doubt.

    An attribute's value None removes it. Attributes that are set count as reviewed.
    """
    after = replace(
        with_attributes(span, attributes or {}),
        note=span.note if note is None else note,
        doubt=span.doubt if doubt is None else doubt,
    )
    return _replaced(EditKind.CHANGE, span, after, annotator)


def confirm(span: Span, attributes: Iterable[str], relations: Iterable[Relation], *, annotator: str) -> Edit:
    """Return the edit that marks a span's suggested attributes as reviewed, and its relations as made by hand."""
    taken = (Change(before=r, after=replace(r, annotator=annotator, origin=BY_HAND)) for r in relations)
    after = confirmed(span, attributes)
    own = () if after == span else (Change(before=span, after=after),)
    return Edit(kind=EditKind.CHANGE, annotator=annotator, changes=(*taken, *own), about=frozenset({span.document}))


def relate(
    head: Span,
    label: str,
    tail: Span,
    *,
    annotator: str,
    replacing: Iterable[Relation] = (),
    adding: bool = False,
    attributes: Mapping[str, Any] | None = None,
    role: str | None = None,
) -> Edit:
    """Return the edit that relates two spans, and removes relations that the new one replaces.

    Args:
        head: The claim.
        label: The relation type.
        tail: The span to which the relation points, possibly in another document.
        annotator: Whose edit it is.
        replacing: Relations to remove, such as that to a claim's former claimant.
        adding: Whether the tail is new and added in the same edit.
        attributes: Attributes of the head to change in the same edit; see `change`.
        role: The relation's role; see `annotator.model.schema.RelationType`.
    """
    purpose = {} if role is None else {ROLE: role}
    relation = Relation(id=new_id(), label=label, head=head.id, tail=tail.id, attributes=purpose, annotator=annotator)
    changes = [Change(before=old) for old in replacing]
    if adding:
        changes.append(Change(after=tail))
    changes.append(Change(after=relation))
    changes.extend(_changed(head, attributes))
    about = frozenset({head.document})
    return Edit(kind=EditKind.RELATE, annotator=annotator, changes=tuple(changes), about=about)


def unrelate(
    head: Span,
    relations: Iterable[Relation],
    *,
    annotator: str,
    attributes: Mapping[str, Any] | None = None,
    removing: Iterable[Span] = (),
) -> Edit:
    """Return the edit that removes a span's relations and other spans, and changes attributes as `change` does."""
    gone: tuple[Row, ...] = (*relations, *removing)
    changes = (*(Change(before=row) for row in gone), *_changed(head, attributes))
    return Edit(kind=EditKind.UNRELATE, annotator=annotator, changes=changes, about=frozenset({head.document}))


def accept(
    suggestions: Sequence[Suggestion],
    present: Iterable[Span],
    *,
    annotator: str,
    refused: Container[Key] = (),
    pending: Iterable[Suggestion] = (),
    nameless: Mapping[str, tuple[str, str]] | None = None,
    acceptance: Acceptance = Acceptance.LOOKED,
    relations: Iterable[Relation] = (),
) -> Edit:
    """Return the edit that accepts suggestions with their proposed relations.

    A span that has relations of a type already gets no more of that type. If the name to which a relation points was
    rejected, its words become a ``nameless`` speaker instead. If that is impossible, or the name overlaps an existing
    one, the relation and the head's ``claimant_kind`` are left out.

    Args:
        suggestions: Pending suggestions.
        present: The document's spans; if a proposed tail is one of them, that span is used.
        annotator: Whose edit it is.
        refused: The document's rejected suggestions, as (layer, parts, label).
        pending: Other pending suggestions; those to which a relation points are accepted, too.
        nameless: The (layer, label) of speakers without a name, by relation type.
        acceptance: How the annotator accepted the suggestions.
        relations: The relations of the spans in ``present``.
    """
    drawn = {(relation.head, relation.label) for relation in relations}
    others = {suggestion.key: suggestion for suggestion in pending}
    known = {(s.layer, s.parts, s.label): s for s in present}
    changes: list[Change] = []
    for suggestion in suggestions:
        changes.append(_settled(suggestion, SuggestionState.ACCEPTED))
        drafts, said = drawable(suggestion, known.values(), refused, nameless or {})
        proposed = span_of(suggestion, annotator=annotator, acceptance=acceptance)
        span = known.get(suggestion.key)
        if span is None:
            span = replace(proposed, attributes=merged_attributes(proposed, said))
            known[suggestion.key] = span
            changes.append(Change(after=span))
        drafts = [draft for draft in drafts if (span.id, draft.label) not in drawn]
        drawn |= {(span.id, draft.label) for draft in drafts}
        for draft in drafts:
            tail = others.get((draft.layer, draft.parts, draft.tail_label))
            if tail is not None and tail.key not in known:
                known[tail.key] = span_of(tail, annotator=annotator, acceptance=acceptance)
                changes += [_settled(tail, SuggestionState.ACCEPTED), Change(after=known[tail.key])]
            end, rows = draw(draft, span, proposed, known)
            known[end.layer, end.parts, end.label] = end
            changes += [Change(after=row) for row in rows]
    return Edit(kind=EditKind.ACCEPT, annotator=annotator, changes=tuple(changes))


def correct(
    suggestion: Suggestion,
    layer: str,
    label: str,
    parts: tuple[Part, ...],
    *,
    annotator: str,
    attributes: Mapping[str, Any] | None = None,
    acceptance: Acceptance = Acceptance.LOOKED,
) -> Edit:
    """Return the edit that accepts a suggestion with another label or boundaries, and attributes as `change` does."""
    taken = changed(span_of(suggestion, annotator=annotator, acceptance=acceptance))
    span = replace(taken, layer=layer, label=label, parts=parts, attributes=merged_attributes(taken, attributes))
    changes = (_settled(suggestion, SuggestionState.CORRECTED), Change(after=span))
    return Edit(kind=EditKind.CORRECT, annotator=annotator, changes=changes)


def reject(suggestions: Iterable[Suggestion], *, annotator: str) -> Edit:
    """Return the edit that rejects suggestions. No source may suggest the same label for the same words again."""
    changes = tuple(_settled(suggestion, SuggestionState.REJECTED) for suggestion in suggestions)
    return Edit(kind=EditKind.REJECT, annotator=annotator, changes=changes)


def set_state(before: DocumentState | None, document: str, state: State, *, annotator: str, note: str = "") -> Edit:
    """Return the edit that sets an annotator's state of a document; ``before`` is None if there was no state."""
    after = DocumentState(document=document, annotator=annotator, state=state, note=note)
    return _replaced(EditKind.STATE, before, after, annotator)


def describe(before: Document, after: Document, *, annotator: str) -> Edit:
    """Return the edit that changes a document's metadata."""
    return _replaced(EditKind.DESCRIBE, before, after, annotator)


def classify(document: str, present: Iterable[DocumentLabel], label: str, value: str | None, *, annotator: str) -> Edit:
    """Return the edit that sets a document label's value in place of the annotator's earlier one; None removes it."""
    gone = tuple(Change(before=old) for old in present if (old.label, old.annotator) == (label, annotator))
    made = [] if value is None else [DocumentLabel(document=document, annotator=annotator, label=label, value=value)]
    return Edit(kind=EditKind.CLASSIFY, annotator=annotator, changes=(*gone, *(Change(after=row) for row in made)))


def exclude(document: Document, excluded: tuple[Part, ...], *, annotator: str, held: Iterable[Change] = ()) -> Edit:
    """Return the edit that sets a document's page furniture; ``held`` are the changes of suggestions this causes."""
    after = replace(document, excluded=excluded)
    return Edit(kind=EditKind.EXCLUDE, annotator=annotator, changes=(Change(before=document, after=after), *held))


def see(marks: Iterable[SentenceMark], *, annotator: str) -> Edit:
    """Return the edit that marks sentences as read and empty."""
    return Edit(kind=EditKind.SEEN, annotator=annotator, changes=tuple(Change(after=row) for row in marks))


def unsee(marks: Iterable[SentenceMark], *, annotator: str) -> Edit:
    """Return the edit that removes marks of sentences as read and empty."""
    return Edit(kind=EditKind.SEEN, annotator=annotator, changes=tuple(Change(before=row) for row in marks))


def _replaced(kind: EditKind, before: Row | None, after: Row, annotator: str) -> Edit:
    return Edit(kind=kind, annotator=annotator, changes=(Change(before=before, after=after),))


def _moved(
    relations: Iterable[Relation], gone: Collection[str], kept: str, single: Collection[str]
) -> Iterable[Change]:
    """Yield the changes that move relations to the span ``kept``; duplicates and loops are removed instead."""
    every = list(relations)
    staying = [r for r in every if r.head not in gone and r.tail not in gone]
    present = {(r.label, r.head, r.tail) for r in staying}
    led = {(r.label, r.head) for r in staying if r.label in single}
    for relation in every:
        if relation.head not in gone and relation.tail not in gone:
            continue
        head, tail = (kept if end in gone else end for end in (relation.head, relation.tail))
        taken = (relation.label, head, tail) in present or (relation.label, head) in led
        if taken or head == tail:
            yield Change(before=relation)
            continue
        present.add((relation.label, head, tail))
        if relation.label in single:
            led.add((relation.label, head))
        yield Change(before=relation, after=replace(relation, head=head, tail=tail))


def _changed(span: Span, attributes: Mapping[str, Any] | None) -> Iterable[Change]:
    after = with_attributes(span, attributes or {})
    return () if after == span else (Change(before=span, after=after),)


def _settled(suggestion: Suggestion, state: SuggestionState) -> Change:
    return Change(before=suggestion, after=replace(suggestion, state=state))
