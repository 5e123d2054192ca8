"""Conflicts between merged copies: where they are, each person's version, and how to settle them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.replaying import MAPPINGS, WHOLE
from annotator.editing.log.row_keys import key_of
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.editing.schema_editing.effects import keeping
from annotator.jobs.schema_change import used
from annotator.jobs.snapshots import Readable, reading
from annotator.model.json_rows import row_from, row_to
from annotator.model.schema_file import dumps, loads
from annotator.model.values import (
    SCHEMA,
    Document,
    DocumentLabel,
    DocumentState,
    Identity,
    Relation,
    Row,
    SentenceMark,
    Setting,
    Span,
)
from annotator.processes.worker import Progress, no_progress
from annotator.store.log.logged_rows import logged_row

if TYPE_CHECKING:
    from annotator.store.queries.disputes import Disputed
    from annotator.store.reader import Reader

_DECIDED = frozenset({"suggestion"})  # both decisions stay in the log, so there is nothing to settle
_KINDS: dict[type, EditKind] = {
    Document: EditKind.DESCRIBE,
    DocumentState: EditKind.STATE,
    Identity: EditKind.DESCRIBE_IDENTITY,
    DocumentLabel: EditKind.CLASSIFY,
    SentenceMark: EditKind.SEEN,
    Setting: EditKind.SCHEMA,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One person's version: the JSON value of each disputed field, None for a field that the person removed."""

    annotator: str
    edit: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A row that people changed differently; ``fields`` are the disputed ones, `WHOLE` if somebody removed the row.

    ``shown`` is whether the row is in the project. Document, title, place and words are empty for rows without them.
    """

    kind: str
    row: str
    fields: tuple[str, ...]
    sides: tuple[Side, ...]
    shown: bool
    document: str = ""
    title: str = ""
    start: int = 0
    end: int = 0
    words: str = ""
    layer: str = ""
    label: str = ""


def conflicts(project: Readable, *, progress: Progress = no_progress) -> tuple[Conflict, ...]:
    """Return all conflicts of a project, ordered by article and place. Runs as a job."""
    progress(0, 1)
    with reading(project) as opened:
        found = []
        for (kind, id_), own in groupby(opened.read.disputes.all(), key=lambda each: (each.kind, each.row)):
            if kind not in _DECIDED:
                with opened.read.disputes.readable(id_):
                    found.append(_conflict(opened.read, list(own)))
    return tuple(sorted(found, key=lambda each: (each.title, each.document, each.start, each.kind, each.row)))


def settling(read: "Reader", conflict: Conflict, side: int, *, annotator: str) -> Edit | None:
    """Return the edit that gives a row the values of one side, or None if the row is not in the project.

    The edit follows all heads of the row, so the conflict ends here and in every copy that merges the edit.

    Raises:
        StoreError: ``store.damaged`` if a value of the side does not fit its field.
    """
    before = _present(read, conflict.kind, conflict.row)
    if before is None:
        return None
    said = conflict.sides[side]
    if WHOLE in conflict.fields and said.values[conflict.fields.index(WHOLE)] is None:
        relations = read.relations_of([before.id]) if isinstance(before, Span) else []
        gone = tuple(Change(before=row) for row in (*relations, before))
        kind = _KINDS.get(type(before), EditKind.REMOVE)
        return Edit(kind=kind, annotator=annotator, changes=gone, about=_about(read, before))
    after = before
    with read.disputes.readable(conflict.row):
        for name, value in zip(conflict.fields, said.values, strict=True):
            after = _with(after, name, value) if name != WHOLE else after
    if isinstance(before, Setting) and isinstance(after, Setting) and before.name == SCHEMA:
        after = _with_used_parts(read, before, after)
    kind = _KINDS.get(type(before), EditKind.CHANGE)
    if isinstance(before, Span) and isinstance(after, Span) and before.label != after.label:
        kind = EditKind.RELABEL
    return Edit(
        kind=kind, annotator=annotator, changes=(Change(before=before, after=after),), about=_about(read, after)
    )


def settled_schema(
    project: Readable, conflict: Conflict, side: int, annotator: str, *, progress: Progress = no_progress
) -> Edit | None:
    """Return and raise as `settling` does, for a schema, whose used parts take long to count. Runs as a job."""
    progress(0, 1)
    with reading(project) as opened:
        return settling(opened.read, conflict, side, annotator=annotator)


def _with_used_parts(read: "Reader", before: Setting, after: Setting) -> Setting:
    """Return a side's schema with the parts of the shown schema that are in use, no longer offered."""
    change = SchemaChange(before=loads(before.value, name=SCHEMA), after=loads(after.value, name=SCHEMA))
    kept, _ = keeping(change, used(read))
    return replace(after, value=dumps(kept.after))


def _conflict(read: "Reader", own: "Sequence[Disputed]") -> Conflict:
    kind, id_ = own[0].kind, own[0].row
    row = _present(read, kind, id_)
    place = row or next((r for each in own for side in each.said if (r := _row(side["value"])) is not None), None)
    made = Conflict(
        kind=kind,
        row=id_,
        fields=tuple(each.field for each in own),
        sides=tuple(_sides(own, row)),
        shown=row is not None,
    )
    return _placed(read, made, place)


def _sides(own: "Sequence[Disputed]", row: Row | None) -> Iterator[Side]:
    """Yield one side of the conflict for each edit; a field that the edit did not write has the project's value."""
    names = {str(side["edit"]): str(side["annotator"]) for each in own for side in each.said}
    present = row_to(row) if row is not None else {}
    for edit, name in sorted(names.items(), key=lambda pair: (pair[1], pair[0])):
        values = [
            next((side["value"] for side in each.said if side["edit"] == edit), _value(present, each.field))
            for each in own
        ]
        yield Side(annotator=name, edit=edit, values=tuple(values))


def _placed(read: "Reader", made: Conflict, place: Row | None) -> Conflict:
    span = place
    if isinstance(place, Relation):
        span = next(iter(read.spans_of([place.head])), None)
    id_ = _document_of(made, span)
    if id_ not in read.taken_ids([id_]):
        return replace(made, label=place.label if isinstance(place, Span | Relation) else "")
    document = read.document(id_)
    made = replace(made, document=id_, title=document.title)
    if not isinstance(span, Span) or span.end > len(document.text):
        return made
    words = " … ".join(document.text[start:end] for start, end in span.parts)
    made = replace(made, start=span.start, end=span.end, words=words, layer=span.layer, label=span.label)
    return replace(made, label=place.label) if isinstance(place, Relation) else made


def _document_of(made: Conflict, row: Row | None) -> str:
    if isinstance(row, Document):
        return row.id
    if made.kind in {"document_state", "document_label", "sentence_mark"}:
        return str(json.loads(made.row)[0])
    if made.kind in {"document", "document_split"}:
        return made.row
    return str(getattr(row, "document", ""))


def _present(read: "Reader", kind: str, id_: str) -> Row | None:
    """Return a disputed row as it is now, or None if the project lacks it or its kind cannot be settled."""
    found: Sequence[Row] = ()
    match kind:
        case "span":
            found = read.spans_of([id_])
        case "relation":
            found = read.walk.present(Relation, [id_])
        case "identity":
            found = read.identities([id_])
        case "document":
            found = [read.document(id_)] if read.taken_ids([id_]) else []
        case "setting":
            value = read.setting(id_)
            found = [Setting(name=id_, value=value)] if value is not None else []
        case "document_state":
            document, annotator = json.loads(id_)
            if read.taken_ids([document]):
                found = read.annotated(document, annotator).states
        case "document_label" | "sentence_mark":
            document, annotator, *_ = json.loads(id_)
            if read.taken_ids([document]):
                now = read.annotated(document, annotator)
                rows: tuple[Row, ...] = (*now.labels, *now.sentences)
                found = [row for row in rows if key_of(row) == (kind, id_)]
        case _:
            pass
    return next(iter(found), None)


def _row(value: Any) -> Row | None:
    """Return the row if a side's value is a whole row, or None if it is the value of one field."""
    try:
        return row_from(value, lambda _: "") if isinstance(value, dict) and "row" in value else None
    except (KeyError, TypeError, ValueError):
        return None


def _value(present: dict[str, Any], name: str) -> Any:
    if name == WHOLE:
        return present or None
    outer, _, inner = name.partition(".")
    value = present.get(outer)
    return value.get(inner) if outer in MAPPINGS and isinstance(value, dict) else value


def _with(row: Row, name: str, value: Any) -> Row:
    """Return a row with a field set to a JSON value."""
    written = row_to(row)
    outer, _, inner = name.partition(".")
    if outer in MAPPINGS:
        inside = {**written.get(outer, {}), inner: value}
        written[outer] = {key: each for key, each in inside.items() if each is not None}
    else:
        written[outer] = value
    made = logged_row(written, lambda _: "")
    return replace(made, text=row.text) if isinstance(made, Document) and isinstance(row, Document) else made


def _about(read: "Reader", row: Row) -> frozenset[str]:
    if isinstance(row, Relation):
        return frozenset(span.document for span in read.spans_of([row.head]))
    return frozenset()
