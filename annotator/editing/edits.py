"""Edits: an annotator's steps, as values that are applied, logged and undone."""

from collections.abc import Collection, Container, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeAlias

from annotator.editing.accepted_spans import changed, looked, span_of
from annotator.editing.proposed_relations import Key, draw, drawable
from annotator.editing.row_keys import document_of
from annotator.model.schema import ROLE
from annotator.model.values import (
    BY_HAND,
    Acceptance,
    Document,
    DocumentLabel,
    DocumentState,
    OriginKind,
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
    """The kind of an edit, as named in the log and by "Undo"."""

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
"""Kinds whose changes are in the log only so that it can be replayed: nobody undoes them or looks at them."""
LOGGED_ONLY = RECORDS | {EditKind.SCHEMA, EditKind.DEAL, EditKind.LISTS, EditKind.PACK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row before and after the edit; ``before`` is None for an addition, ``after`` for a removal.

    ``over`` are the ids of the edits that wrote the row before; the store knows them, so only a read log has them.
    """

    before: Row | None = None
    after: Row | None = None
    over: tuple[str, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One undoable step.

    ``when`` is ISO 8601, UTC; ``milliseconds`` is how long the annotator took to decide. ``undoes`` is the id of the
    edit that this one undoes, if any. ``about`` holds documents that the changed rows don't name: a relation belongs to
    its head's document. ``facts`` are JSON that a replay needs besides. ``turn`` is Lamport's clock, one more than the
    file had seen, and ``copy`` the copy of the file that it was made in; both are empty until it is read from a log.
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
        """Return the edit that undoes this one."""
        swapped = tuple(Change(before=c.after, after=c.before) for c in reversed(self.changes))
        return Edit(kind=self.kind, annotator=annotator, changes=swapped, undoes=self.id, about=self.about)

    def know_documents(self, documents: Iterable[str]) -> None:
        """Set `document_ids` in advance, to save computing them."""
        object.__setattr__(self, "_touched", frozenset(documents))

    @property
    def document_ids(self) -> frozenset[str]:
        """The affected documents; cached, because an edit may have thousands of changes."""
        if self._touched is None:
            rows = (row for change in self.changes for row in (change.before, change.after) if row is not None)
            touched = self.about | {document for row in rows if (document := document_of(row)) is not None}
            object.__setattr__(self, "_touched", touched)
            return touched
        return self._touched


SlicedEdit: TypeAlias = Generator[None, None, Edit | None]  # pauses, and returns None if nothing changes


def edit_of(kind: EditKind, changes: Iterable[Change], *, annotator: str) -> Edit | None:
    """Return the edit of some changes, or None without any."""
    every = tuple(changes)
    return Edit(kind=kind, annotator=annotator, changes=every) if every else None


def add(spans: Span | Iterable[Span], relations: Iterable[Relation] = ()) -> Edit:
    """Add spans, and relations with them."""
    added = (spans,) if isinstance(spans, Span) else tuple(spans)
    rows: tuple[Row, ...] = (*added, *relations)
    return Edit(kind=EditKind.ADD, annotator=added[0].annotator, changes=tuple(Change(after=row) for row in rows))


def remove(spans: Iterable[Span], relations: Iterable[Relation], *, annotator: str) -> Edit:
    """Remove spans and the relations that touch them; undo restores both."""
    gone = tuple(spans)
    ids = {span.id for span in gone}
    touching = (r for r in relations if r.head in ids or r.tail in ids)
    rows: tuple[Row, ...] = (*touching, *gone)
    return Edit(kind=EditKind.REMOVE, annotator=annotator, changes=tuple(Change(before=row) for row in rows))


def relabel(span: Span, layer: str, label: str, *, annotator: str) -> Edit:
    """Change the label of a span."""
    return _replaced(EditKind.RELABEL, span, replace(changed(span), layer=layer, label=label), annotator)


def move(span: Span, parts: tuple[Part, ...], *, annotator: str, attributes: Mapping[str, Any] | None = None) -> Edit:
    """Change the boundaries of a span, and its attributes in the same step; see `change`."""
    after = replace(changed(span), parts=parts, attributes=_merged(span, attributes))
    return _replaced(EditKind.MOVE, span, after, annotator)


def split(span: Span, pieces: Sequence[tuple[Part, ...]], *, annotator: str) -> Edit:
    """Split a span. The first piece keeps its id and relations; all pieces keep its attributes, note and doubt.

    Args:
        span: The span to split.
        pieces: The parts of each piece, in order; at least two pieces.
        annotator: Who decides.
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
    """Join spans into the first one, which takes over the relations of the others.

    Args:
        spans: At least two spans of one label, in document order.
        parts: The parts of the joined span.
        relations: All relations that start or end at these spans.
        annotator: Who decides.
        single: Relation types allowed once per head; the first span keeps its own.
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
    """Change the attributes, note or doubt of a span.

    None removes an attribute. Attributes that are set count as reviewed.
    """
    after = replace(
        _confirmed(span, attributes or ()),
        attributes=_merged(span, attributes),
        note=span.note if note is None else note,
        doubt=span.doubt if doubt is None else doubt,
    )
    return _replaced(EditKind.CHANGE, span, after, annotator)


def described(span: Span, attributes: Mapping[str, Any]) -> Span:
    """Return the span with attributes set as `change` sets them."""
    return replace(_confirmed(span, attributes), attributes=_merged(span, attributes))


def confirm(span: Span, attributes: Iterable[str], relations: Iterable[Relation], *, annotator: str) -> Edit:
    """Confirm suggested attributes of a span, and relations that start there."""
    taken = (Change(before=r, after=replace(r, annotator=annotator, origin=BY_HAND)) for r in relations)
    after = _confirmed(span, attributes)
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
    """Relate two spans, removing the relations that this one replaces (a claim has one claimant).

    Args:
        head: The claim.
        label: The relation type.
        tail: The span that the relation points to, possibly in another document.
        annotator: Who decides.
        replacing: Relations to remove.
        adding: Whether the tail is new and added in the same step.
        attributes: Attributes of the head to change in the same step; see `change`.
        role: The purpose of the relation; see `annotator.model.schema.RelationType`.
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
    """Remove relations of a span; also remove tails and change attributes (see `change`)."""
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
) -> Edit:
    """Accept suggestions with their proposed relations.

    A relation to a rejected name points at the same words as a ``nameless`` speaker instead. If that is impossible, or
    the name overlaps an existing one, the relation is left out with the head's attribute about it (``claimant_kind``).

    Args:
        suggestions: Pending suggestions.
        present: The document's spans; a proposed tail among them is reused.
        annotator: Who decides.
        refused: Rejected suggestions of the document, as (layer, parts, label).
        pending: Other pending suggestions; those that a relation points at are also accepted.
        nameless: Layer and label for unnamed speakers, by relation type.
        acceptance: Whether the annotator looked at each suggestion.
    """
    others = {suggestion.key: suggestion for suggestion in pending}
    known = {(s.layer, s.parts, s.label): s for s in present}
    changes: list[Change] = []
    for suggestion in suggestions:
        changes.append(_settled(suggestion, SuggestionState.ACCEPTED))
        drafts, said = drawable(suggestion, known.values(), refused, nameless or {})
        span = known.get(suggestion.key)
        if span is None:
            taken = span_of(suggestion, annotator=annotator, acceptance=acceptance)
            span = replace(taken, attributes=_merged(taken, said))
            known[suggestion.key] = span
            changes.append(Change(after=span))
        for draft in drafts:
            tail = others.get((draft.layer, draft.parts, draft.tail_label))
            if tail is not None and tail.key not in known:
                known[tail.key] = span_of(tail, annotator=annotator, acceptance=acceptance)
                changes += [_settled(tail, SuggestionState.ACCEPTED), Change(after=known[tail.key])]
            proposed = span_of(suggestion, annotator=annotator, acceptance=acceptance)
            changes += [Change(after=row) for row in draw(draft, span, proposed, known)]
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
    """Accept a suggestion with another label or boundaries, and change attributes (see `change`)."""
    taken = changed(span_of(suggestion, annotator=annotator, acceptance=acceptance))
    span = replace(taken, layer=layer, label=label, parts=parts, attributes=_merged(taken, attributes))
    changes = (_settled(suggestion, SuggestionState.CORRECTED), Change(after=span))
    return Edit(kind=EditKind.CORRECT, annotator=annotator, changes=changes)


def reject(suggestions: Iterable[Suggestion], *, annotator: str) -> Edit:
    """Reject suggestions. No source may suggest the same label for the same words again."""
    changes = tuple(_settled(suggestion, SuggestionState.REJECTED) for suggestion in suggestions)
    return Edit(kind=EditKind.REJECT, annotator=annotator, changes=changes)


def set_state(before: DocumentState | None, document: str, state: State, *, annotator: str, note: str = "") -> Edit:
    """Set the state of a document."""
    after = DocumentState(document=document, annotator=annotator, state=state, note=note)
    return _replaced(EditKind.STATE, before, after, annotator)


def describe(before: Document, after: Document, *, annotator: str) -> Edit:
    """Change a document's metadata, not its text."""
    return _replaced(EditKind.DESCRIBE, before, after, annotator)


def classify(document: str, present: Iterable[DocumentLabel], label: str, value: str | None, *, annotator: str) -> Edit:
    """Set a document label, replacing the annotator's earlier value; None removes it."""
    gone = tuple(Change(before=old) for old in present if (old.label, old.annotator) == (label, annotator))
    made = [] if value is None else [DocumentLabel(document=document, annotator=annotator, label=label, value=value)]
    return Edit(kind=EditKind.CLASSIFY, annotator=annotator, changes=(*gone, *(Change(after=row) for row in made)))


def exclude(document: Document, excluded: tuple[Part, ...], *, annotator: str, held: Iterable[Change] = ()) -> Edit:
    """Mark paragraphs as page furniture; ``held`` are suggestions withdrawn or restored by the marks."""
    after = replace(document, excluded=excluded)
    return Edit(kind=EditKind.EXCLUDE, annotator=annotator, changes=(Change(before=document, after=after), *held))


def see(marks: Iterable[SentenceMark], *, annotator: str) -> Edit:
    """Mark sentences as read and empty."""
    return Edit(kind=EditKind.SEEN, annotator=annotator, changes=tuple(Change(after=row) for row in marks))


def unsee(marks: Iterable[SentenceMark], *, annotator: str) -> Edit:
    """Remove marks that sentences were read without labels."""
    return Edit(kind=EditKind.SEEN, annotator=annotator, changes=tuple(Change(before=row) for row in marks))


def _replaced(kind: EditKind, before: Row | None, after: Row, annotator: str) -> Edit:
    return Edit(kind=kind, annotator=annotator, changes=(Change(before=before, after=after),))


def _moved(
    relations: Iterable[Relation], gone: Collection[str], kept: str, single: Collection[str]
) -> Iterable[Change]:
    """Move relations to the span that stays; drop duplicates and relations from it to itself."""
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


def _merged(span: Span, attributes: Mapping[str, Any] | None) -> Mapping[str, Any]:
    return {name: value for name, value in {**span.attributes, **(attributes or {})}.items() if value is not None}


def _changed(span: Span, attributes: Mapping[str, Any] | None) -> Iterable[Change]:
    after = replace(_confirmed(span, attributes or ()), attributes=_merged(span, attributes))
    return () if after == span else (Change(before=span, after=after),)


def _confirmed(span: Span, attributes: Iterable[str]) -> Span:
    """Mark a suggested span's attributes as reviewed; a span made by hand needs no review."""
    if span.origin.kind is not OriginKind.SUGGESTION:
        return span
    confirmed = tuple(sorted({*span.origin.confirmed, *attributes}))
    span = looked(span) if attributes else span
    return replace(span, origin=replace(span.origin, confirmed=confirmed))


def _settled(suggestion: Suggestion, state: SuggestionState) -> Change:
    return Change(before=suggestion, after=replace(suggestion, state=state))
