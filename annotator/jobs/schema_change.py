"""Changing a project's schema and its labels in one edit, which can be undone as a whole.

Labels are lost only if the change says so, and the project is backed up first.
"""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from annotator.editing.edits import Change, Edit, EditKind, SlicedEdit
from annotator.editing.proposed_relations import Key
from annotator.editing.schema_editing.changes import (
    Fates,
    SchemaChange,
    fates_to,
    reshaped,
    reshaped_document_label,
    reshaped_identity,
    reshaped_relation,
    reshaped_suggestion,
)
from annotator.editing.schema_editing.effects import KeptParts, Usage, keeping
from annotator.jobs.snapshots import reading
from annotator.model.json_rows import Json, row_from
from annotator.model.schema import Schema
from annotator.model.schema_file import dumps, loads
from annotator.model.values import (
    DOCUMENT,
    ENTITIES,
    SCHEMA,
    DocumentLabel,
    Identity,
    Part,
    Relation,
    Row,
    Setting,
    Span,
    Suggestion,
    SuggestionState,
)
from annotator.processes.slices import aside, finish, portions
from annotator.processes.worker import Progress, no_progress

if TYPE_CHECKING:
    from annotator.project.project import Project
    from annotator.store.reader import Reader

_PORTION = 100  # rows between two pauses
_T = TypeVar("_T")
_Said: TypeAlias = Span | Relation | Suggestion | Identity
_RowT = TypeVar("_RowT", bound=_Said)
_KINDS: tuple[type[_Said], ...] = (Span, Relation, Suggestion, Identity)


def usage(project: Path, *, progress: Progress = no_progress) -> Usage:
    """Count how often each part of a project's schema is used. Runs as a job; the project may be open elsewhere."""
    progress(0, 1)
    with reading(project) as opened:
        return used(opened.read)


def used(read: "Reader") -> Usage:
    """Count how often each part of the schema is used; values are counted only for fields with a closed list."""
    return finish(_using(read))


def _using(read: "Reader") -> Generator[None, None, Usage]:
    """Count what `used` returns, with a pause after each count."""
    walk, schema = read.walk, loads(read.setting(SCHEMA) or "", name=SCHEMA)
    return Usage(
        labels=(yield from aside(walk.labels)),
        pending=(yield from aside(walk.pending)),
        fields=(yield from aside(walk.fields)),
        values=(yield from aside(partial(walk.values, _closed(schema)))),
        relations=(yield from aside(walk.joined)),
        doubles=(yield from aside(walk.doubles)),
        heads=(yield from aside(walk.heads)),
    )


def words_of(project: Path, layer: str, label: str, *, progress: Progress = no_progress) -> dict[str, int]:
    """Count the spans of a label by their words, the most frequent words first. Runs as a job."""
    progress(0, 1)
    with reading(project) as opened:
        return opened.read.walk.words(layer, label)


def remodel(project: "Project", change: SchemaChange) -> tuple[Edit | None, KeptParts]:
    """Back up the project and change its schema; return the edit, and the parts kept because they are in use.

    Raises:
        SchemaError: ``schema.invalid``.
        StoreError: The change could not be stored; nothing was done.
    """
    from annotator.project.project import back_up

    _, kept = keeping(change, used(project.read))
    back_up(project.path, SCHEMA)
    return finish(project.timeline.doing(step(project.read, change, annotator=project.annotator))), kept


def take_back(project: "Project") -> Edit | None:
    """Back up the project and undo its last schema change; return the edit, or None if there is no such change.

    Raises:
        StoreError: The change could not be stored; nothing was done.
    """
    from annotator.project.project import back_up

    edit = last(project.read)
    if edit is None:
        return None
    back_up(project.path, SCHEMA)
    return finish(project.timeline.doing(going_back(project.read, edit, annotator=project.annotator)))


def step(read: "Reader", change: SchemaChange, *, annotator: str) -> SlicedEdit:
    """Build the edit that changes schema and labels, pausing often; None if nothing changes.

    If spans of one person get the same label at the same place, they are joined into one that keeps all relations.
    Parts in use that the new schema lacks are kept, but no longer offered.

    Raises:
        StoreError: A row cannot be read.
    """
    if not change.changes_anything:
        return None
    change, _ = keeping(change, (yield from _using(read)))
    yield
    fates = change.fates
    spans: list[Change] = []
    others: list[Change] = []
    follows: dict[str, str | None] = {}  # id of a removed span → id of the span that it is joined into, or None
    for layer in sorted(fates.layers() - {DOCUMENT}):
        for rows in portions(_places(read.walk.spans(layer)), _PORTION):
            for row in rows:
                spans += _at_place(row, fates, follows)
            yield
        for near in portions(_grouped(read.walk.suggestions(layer), _start), _PORTION):
            for suggested in near:
                others += _changed(_suggested(suggested, fates))
            yield
    if DOCUMENT in fates.layers():
        by_one = _grouped(read.walk.document_labels(), lambda row: (row.document, row.annotator))
        for several in portions(by_one, _PORTION):
            for labels in several:
                others += _reclassified(labels, fates)
            yield
    identities = read.walk.identities([label for layer, label in fates.labels if layer == ENTITIES])
    others += _changed((row, reshaped_identity(row, fates, ENTITIES)) for row in identities)
    single = frozenset(relation.id for relation in change.after.relations if relation.single)
    related = list(_related(read, fates, follows, single))
    yield
    made = yield from _edit(read, change.after, (*related, *spans, *others), annotator)
    return replace(made, facts={"fates": fates_to(fates)} if fates != Fates() else {})


def last(read: "Reader") -> str | None:
    """Return the id of the last schema change that is not undone, or None."""
    standing = read.walk.schema_edits()
    return standing[-1] if standing else None


def going_back(read: "Reader", edit: str, *, annotator: str) -> SlicedEdit:
    """Build the edit that undoes a schema change, pausing often.

    Only the effects of the change are undone: later decisions stay. Added parts that are now in use are kept, but no
    longer offered.

    Raises:
        StoreError: A row cannot be read.
    """
    present = loads(read.setting(SCHEMA) or "", name=SCHEMA)
    schema, found = present, list[Change]()
    coming = portions(read.walk.changes(edit), _PORTION)
    records = yield from aside(partial(next, coming, []))  # reading the first one loads the whole row of the log
    while records:
        pairs = [(_row(before), _row(after)) for before, after in records]
        schema = next((loads(before.value, name=SCHEMA) for before, _ in pairs if isinstance(before, Setting)), schema)
        found += _restoring(read, pairs)
        found += _reclassifying(read, pairs)
        yield
        records = next(coming, [])
    changes = _without_loose_ends(read, found)
    yield
    usage_ = yield from _usage_after(read, changes, present)
    kept, _ = keeping(SchemaChange(before=present, after=schema), usage_)
    yield
    made = yield from _edit(read, kept.after, changes, annotator)
    return replace(made, undoes=edit)


# Changing


def _places(rows: Iterable[tuple[Span, str]]) -> Iterator[list[tuple[Span, str]]]:
    """Group the spans that one person put on the same words, each with its words."""
    for found in _grouped(rows, _start):
        near: dict[tuple[tuple[Part, ...], str], list[tuple[Span, str]]] = {}
        for span, words in found:
            near.setdefault((span.parts, span.annotator), []).append((span, words))
        yield from near.values()


def _start(row: tuple[Span | Suggestion, str]) -> tuple[str, int]:
    return row[0].document, row[0].start


def _at_place(rows: list[tuple[Span, str]], fates: Fates, follows: dict[str, str | None]) -> Iterator[Change]:
    """Yield the changes of the spans at one place; record the removed spans in ``follows``."""
    kept: dict[str, tuple[Span, Span]] = {}
    for before, words in sorted(rows, key=lambda row: fates.label(row[0].layer, row[0].label, row[1]) != row[0].label):
        after = reshaped(before, words, fates)
        if after is None:
            follows[before.id] = None
            yield Change(before=before)
        elif after.label in kept and after.label != before.label:
            stays, so_far = kept[after.label]
            follows[before.id] = stays.id
            kept[after.label] = stays, _joined(so_far, after)
            yield Change(before=before)
        else:
            kept[after.label if after.label not in kept else after.id] = before, after
    yield from _changed(kept.values())


def _grouped(rows: Iterable[_T], key: Callable[[_T], object]) -> Iterator[list[_T]]:
    return (list(found) for _, found in groupby(rows, key))


def _suggested(rows: list[tuple[Suggestion, str]], fates: Fates) -> Iterator[tuple[Suggestion, Suggestion]]:
    """Yield suggestions before and after the change. If a source has several equal ones, all but one are superseded."""
    changed = [(row, reshaped_suggestion(row, words, fates)) for row, words in rows]
    there: set[tuple[str, Key]] = set()
    for before, after in sorted(changed, key=lambda pair: pair[0].label != pair[1].label):
        doubled = (after.source, after.key) in there and before.label != after.label
        if doubled and after.waits:
            yield before, replace(before, state=SuggestionState.SUPERSEDED)
            continue
        there.add((after.source, after.key))
        yield before, after


def _reclassified(rows: list[DocumentLabel], fates: Fates) -> Iterator[Change]:
    """Yield the changes of one person's labels of a document, avoiding duplicates."""
    there = set(rows)
    for before in rows:
        after = reshaped_document_label(before, fates)
        if after != before:
            there.discard(before)
            yield Change(before=before, after=None if after in there else after)
            there |= {after} if after is not None else set()


def _joined(span: Span, other: Span) -> Span:
    notes = dict.fromkeys(note for note in (span.note, other.note) if note)
    return replace(
        span,
        attributes={**other.attributes, **span.attributes},
        note="\n".join(notes),
        doubt=span.doubt or other.doubt,
    )


def _related(
    read: "Reader", fates: Fates, follows: Mapping[str, str | None], single: frozenset[str]
) -> Iterator[Change]:
    """Yield the changes of relations whose type changes, or whose head or tail is removed or joined."""
    ends = [id_ for pair in follows.items() for id_ in pair if id_ is not None]
    touched = {relation.id: relation for ids in portions(ends, _PORTION) for relation in read.relations_of(ids)}
    touched |= {relation.id: relation for relation in read.walk.relations(fates.relations.keys())}
    there: set[tuple[str, ...]] = set()
    for before in sorted(touched.values(), key=lambda r: (r.head in follows or r.tail in follows, r.id)):
        after = reshaped_relation(before, fates)
        head, tail = follows.get(before.head, before.head), follows.get(before.tail, before.tail)
        if after is None or head is None or tail is None or head == tail:
            yield Change(before=before)
            continue
        key = (after.label, head) if after.label in single else (after.label, head, tail)
        moved = (head, tail) != (before.head, before.tail)
        if moved and key in there:
            yield Change(before=before)
            continue
        there.add(key)
        yield from _changed([(before, replace(after, head=head, tail=tail))])


def _changed(pairs: Iterable[tuple[_RowT, _RowT]]) -> Iterator[Change]:
    return (Change(before=before, after=after) for before, after in pairs if before != after)


def _edit(read: "Reader", schema: Schema, changes: Iterable[Change], annotator: str) -> Generator[None, None, Edit]:
    """Build the edit with the schema's change first, pausing often. A relation belongs to the document of its head."""
    before, after = read.setting(SCHEMA) or "", dumps(schema)
    first = [Change(before=Setting(name=SCHEMA, value=before), after=Setting(name=SCHEMA, value=after))]
    every = (*(first if before != after else ()), *changes)
    heads: set[str] = set()
    for portion in portions(every, _PORTION):
        heads |= {row.head for change in portion for row in (change.before, change.after) if isinstance(row, Relation)}
        yield
    about: set[str] = set()
    for ids in portions(sorted(heads), _PORTION):
        about |= {span.document for span in read.spans_of(ids)}
        yield
    return Edit(kind=EditKind.SCHEMA, annotator=annotator, changes=every, about=frozenset(about))


# Undoing


def _row(record: Json | None) -> Row | None:
    return row_from(record, str) if record is not None else None


def _restoring(read: "Reader", pairs: Iterable[tuple[Row | None, Row | None]]) -> Iterator[Change]:
    """Yield the changes that restore rows; fields and rows that a person has changed in the meantime stay."""
    known = [(before, after) for before, after in pairs if isinstance(before, _KINDS)]
    present: dict[str, _Said] = {}
    for kind in _KINDS:
        present |= {row.id: row for row in read.walk.present(kind, [b.id for b, _ in known if isinstance(b, kind)])}
    documents = read.taken_ids({before.document for before, _ in known if isinstance(before, Span)})
    for before, after in known:
        now = present.get(before.id)
        if now is not None and isinstance(after, _KINDS):
            yield from _changed([(now, _restored(before, after, now))])
        elif now is None and after is None and (not isinstance(before, Span) or before.document in documents):
            yield Change(after=before)


def _reclassifying(read: "Reader", pairs: Iterable[tuple[Row | None, Row | None]]) -> Iterator[Change]:
    """Yield the changes that restore document labels, except labels that a person has set differently meanwhile."""
    known = [(b, a) for b, a in pairs if isinstance(b, DocumentLabel) and (a is None or isinstance(a, DocumentLabel))]
    about = {before.document for before, _ in known}
    there = set(read.walk.document_labels(about)) if known else set()
    said = {(row.document, row.annotator, row.label) for row in there}
    documents = read.taken_ids(about) if known else set()
    for before, after in known:
        if after in there:
            yield Change(before=after, after=None if before in there else before)
            there.add(before)
        free = (before.document, before.annotator, before.label) not in said
        if after is None and free and before.document in documents:
            yield Change(after=before)


def _restored(before: _Said, after: _Said, now: _RowT) -> _RowT:
    """Restore each field that still has the value that the schema change gave it."""
    names = (each.name for each in fields(before))
    return replace(
        now,
        **{
            name: getattr(before, name)
            for name in names
            if getattr(now, name) == getattr(after, name) != getattr(before, name)
        },
    )


def _without_loose_ends(read: "Reader", changes: list[Change]) -> list[Change]:
    """Drop relations whose head or tail no longer exists."""
    added = {change.after.id for change in changes if change.before is None and isinstance(change.after, Span)}
    ends = {end for change in changes if isinstance(r := change.after, Relation) for end in (r.head, r.tail)}
    there = added.union(*(read.taken_ids(ids) for ids in portions(sorted(ends - added), _PORTION)))
    kept = [c for c in changes if not isinstance(c.after, Relation) or {c.after.head, c.after.tail} <= there]
    return sorted(kept, key=lambda change: not isinstance(change.after or change.before, Relation))


def _usage_after(read: "Reader", changes: Iterable[Change], present: Schema) -> Generator[None, None, Usage]:
    """Count how often each part of the schema is used after these changes, pausing often."""
    walk = read.walk
    labels, fields_ = Counter((yield from aside(walk.labels))), Counter((yield from aside(walk.fields)))
    relations = Counter((yield from aside(walk.joined)))
    values = Counter((yield from aside(partial(walk.values, _closed(present)))))
    for number, change in enumerate(changes):
        if number % _PORTION == 0:
            yield
        for row, sign in ((change.before, -1), (change.after, 1)):
            if isinstance(row, Span):
                labels[row.layer, row.label] += sign
                for name, value in row.attributes.items():
                    fields_[row.layer, name] += sign
                    if isinstance(value, str):
                        values[row.layer, name, value] += sign
            elif isinstance(row, DocumentLabel):
                fields_[DOCUMENT, row.label] += sign
                values[DOCUMENT, row.label, row.value] += sign
            elif isinstance(row, Relation):
                relations[row.label, ("", ""), ("", "")] += sign
    by_type: Counter[str] = Counter()
    for (label, *_), count in relations.items():
        by_type[label] += count
    return Usage(
        labels=+labels,
        fields=+fields_,
        values=+values,
        relations={key: count for key, count in relations.items() if by_type[key[0]] > 0},
    )


def _closed(schema: Schema) -> set[str]:
    return {field.id for field in schema.attributes if field.values}
