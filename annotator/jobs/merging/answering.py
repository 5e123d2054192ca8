"""Resolving what two logs leave open, with edits of our own: unknown labels, deleted articles, labels set twice."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.replaying import Replayed
from annotator.editing.log.row_keys import RowKey, key_of
from annotator.editing.schema_editing.changes import (
    Fates,
    reshaped,
    reshaped_attributes,
    reshaped_relation,
    reshaped_suggestion,
)
from annotator.editing.schema_editing.logged_fates import fates_from
from annotator.jobs.merging.answers import ADD, LEAVE, Answers
from annotator.jobs.merging.copies_read import Coming
from annotator.jobs.merging.report import Problem, Trouble
from annotator.model.schema import Layer, Schema
from annotator.model.schema_file import dumps, loads
from annotator.model.values import DOCUMENT, SCHEMA, Document, DocumentLabel, Relation, Row, Setting, Span, Suggestion
from annotator.store.rows import TextOf
from annotator.system.errors import AnnotatorError, SchemaError


@dataclass(slots=True, kw_only=True)
class Answering:
    """Makes edits that resolve what a merge leaves open. Call it with the rows replayed from the merged logs.

    ``before`` is our log. ``here`` returns our document with an id, or None if we lack it. ``problems`` collects what
    only a person can decide.
    """

    answers: Answers
    annotator: str
    coming: Coming
    text: TextOf
    before: Sequence[Edit]
    here: Callable[[str], Document | None] = lambda _: None
    problems: list[Problem] = field(default_factory=list)
    _fates: list[tuple[int, Fates]] = field(default_factory=list)
    _turn: int = 0

    def __call__(self, found: Replayed, fresh: Sequence[Edit]) -> list[Edit]:
        """Return our own edits that resolve what the replayed logs leave open; ``fresh`` are the copies' edits."""
        every = [*self.before, *fresh]
        self._turn = max((edit.turn for edit in every), default=0)
        self._fates = _fates_in(every)
        schema = _schema_of(found)
        made = [self._bring_back(found, fresh)]
        if schema is not None:
            unknown = self._unknown(found, schema)
            made += [self._fit(found, fresh, schema, unknown), self._add(found, schema, unknown, every)]
        made.append(self._join(found, fresh))
        return [edit for edit in made if edit is not None]

    def _edit(self, kind: EditKind, changes: Iterable[Change], found: Replayed) -> Edit | None:
        over = tuple(
            replace(change, over=found.heads.get(key_of(row), ()))
            for change in changes
            if (row := change.before or change.after) is not None
        )
        if not over:
            return None
        self._turn += 1
        return Edit(kind=kind, annotator=self.annotator, changes=over, turn=self._turn)

    # Deleted articles

    def _bring_back(self, found: Replayed, fresh: Sequence[Edit]) -> Edit | None:
        touched: dict[str, set[str]] = defaultdict(set)
        for edit in fresh:
            for change in edit.changes:
                if isinstance(row := change.after, Span):
                    touched[row.document].add(row.id)
        changes = self._kept(found, fresh)
        for id_, spans in sorted(touched.items()):
            key = ("document", id_)
            document = self.coming.documents.get(id_)
            if key in found.rows or key not in found.heads or document is None or self.here(id_) is not None:
                continue
            if self.answers.brings_back(id_):
                changes.append(Change(after=replace(document, text="")))
            else:
                self._tell(Trouble.DELETED, document.title, id_, len(spans))
        return self._edit(EditKind.IMPORT, changes, found)

    def _kept(self, found: Replayed, fresh: Sequence[Edit]) -> list[Change]:
        """Return the changes that keep our documents that were deleted in a copy, if the answers say so."""
        changes = []
        for id_ in sorted({id_ for edit in fresh if edit.kind is EditKind.DELETE for id_ in edit.document_ids}):
            document = self.here(id_) if ("document", id_) not in found.rows else None
            if document is not None and self.answers.brings_back(id_):
                changes.append(Change(after=replace(document, text="")))
            elif document is not None:
                lost = sum(isinstance(row, Span) and row.document == id_ for row in found.loose.values())
                self._tell(Trouble.DELETES, document.title, id_, lost)
        return changes

    # Labels that the schema lacks

    def _unknown(self, found: Replayed, schema: Schema) -> list[Span]:
        """Return the spans that are not shown because the schema lacks their label."""
        gone = {key[1] for key in found.heads if key[0] == "document" and key not in found.rows}
        rows = (row for row in found.loose.values() if isinstance(row, Span))
        return [row for row in rows if row.document not in gone and schema.label(row.layer, row.label) is None]

    def _fit(self, found: Replayed, fresh: Sequence[Edit], schema: Schema, unknown: Sequence[Span]) -> Edit | None:
        """Adapt labels and fields to schema changes that their author did not know, or to the person's answer."""
        changes: list[Change] = []
        left: Counter[tuple[str, str]] = Counter()
        for row in unknown:
            after = self._fated(row, schema)
            if after is None:
                left[row.layer, row.label] += 1
            elif after != row:
                changes.append(Change(before=row, after=after))
        for (layer, label), count in sorted(left.items()):
            if self.answers.labels.get(f"{layer}.{label}", LEAVE) == LEAVE:
                self._tell(Trouble.UNKNOWN_LABEL, f"{layer}.{label}", f"{layer}.{label}", count)
        changes += self._late(found, fresh, schema)
        changes += self._values(found, fresh, schema, {key_of(c.before) for c in changes if c.before is not None})
        changes += self._relations(found, schema)
        return self._edit(EditKind.RELABEL, changes, found)

    def _fated(self, row: Span, schema: Schema) -> Span | None:
        """Return a span of an unknown label with a label that the schema knows, or None if it stays unknown."""
        answer = self.answers.labels.get(f"{row.layer}.{row.label}")
        if answer is not None:
            known = answer not in {ADD, LEAVE} and schema.label(row.layer, answer) is not None
            return replace(row, label=answer) if known else None
        words = self._words(row)
        after: Span | None = row
        for _, fates in self._fates:
            after = reshaped(after, words, fates) if after is not None else None
        return after if after is not None and schema.label(after.layer, after.label) is not None else None

    def _late(self, found: Replayed, fresh: Sequence[Edit], schema: Schema) -> list[Change]:
        """Return the changes of spans with a known label to which a later schema change must still be applied.

        A span never gets a label that the schema lacks.
        """
        changes = []
        written = {row.id: edit.turn for edit in fresh for c in edit.changes if isinstance(row := c.after, Span)}
        for id_, turn in written.items() if self._fates else ():
            before = found.rows.get(("span", id_))
            if not isinstance(before, Span):
                continue
            after: Span | None = before
            for when, fates in self._fates:
                if when > turn and after is not None:
                    after = reshaped(after, self._words(before), fates)
            if after is not None and after != before and schema.label(after.layer, after.label) is not None:
                changes.append(Change(before=before, after=after))
        return changes

    def _values(self, found: Replayed, fresh: Sequence[Edit], schema: Schema, done: Set[RowKey]) -> list[Change]:
        """Return the changes of rows, except those ``done``, with something that the schema lacks by now."""
        if not self._fates:
            return []
        keys: Set[RowKey] = found.rows.keys()
        if all(edit.kind is not EditKind.SCHEMA for edit in fresh):
            keys &= {key_of(row) for edit in fresh for c in edit.changes if (row := c.after) is not None}
        changes = []
        for key in sorted(keys - done):
            before = found.rows[key]
            after = self._renewed(before, schema)
            if after is not None and after != before and key_of(after) != key and key_of(after) in found.rows:
                after = None  # the person has chosen this document label, too
            if after != before:
                changes.append(Change(before=before, after=after))
        return changes

    def _renewed(self, row: Row, schema: Schema) -> Row | None:
        """Return a row as schema changes make it, if it has something that the schema lacks; None if it is removed."""
        if isinstance(row, Span):
            return replace(row, attributes=self._fitting(row.layer, row.attributes, schema))
        if isinstance(row, DocumentLabel):
            fitting = self._fitting(DOCUMENT, {row.label: row.value}, schema)
            return next((replace(row, label=name, value=value) for name, value in fitting.items()), None)
        if isinstance(row, Suggestion) and schema.label(row.layer, row.label) is None:
            for _, fates in self._fates:
                row = reshaped_suggestion(row, self._words(row), fates)
        return row

    def _fitting(self, layer: str, attributes: Mapping[str, Any], schema: Schema) -> Mapping[str, Any]:
        """Return the values of fields, those that the schema lacks changed as the schema was."""
        fitting = {name: value for name, value in attributes.items() if _allows(schema, layer, name, value)}
        for name, value in attributes.items():
            if name not in fitting:
                fitting = {**self._followed(layer, name, value, schema), **fitting}
        return fitting

    def _followed(self, layer: str, name: str, value: Any, schema: Schema) -> Mapping[str, Any]:
        """Return a value as schema changes make it, by field; as it is if the schema does not allow that, either.

        The value of a field that was removed stays, as the schema allows any value in a field that it lacks.
        """
        became: Mapping[str, Any] = {name: value}
        for _, fates in self._fates:
            became = reshaped_attributes(layer, became, fates)
        if became:
            fits = all(_allows(schema, layer, *each) for each in became.items())
        else:
            fits = schema.attribute(layer, name) is not None
        return became if fits else {name: value}

    def _relations(self, found: Replayed, schema: Schema) -> list[Change]:
        changes = []
        for row in found.loose.values():
            if isinstance(row, Relation) and schema.relation(row.label) is None:
                after: Relation | None = row
                for _, fates in self._fates:
                    after = reshaped_relation(after, fates) if after is not None else None
                if after is not None and schema.relation(after.label) is not None:
                    changes.append(Change(before=row, after=after))
        return changes

    def _add(self, found: Replayed, schema: Schema, unknown: Sequence[Span], every: Sequence[Edit]) -> Edit | None:
        """Add the wanted labels to the schema, as another branch of the schema defines them."""
        wanted = {(row.layer, row.label) for row in unknown}
        wanted = {key for key in wanted if self.answers.labels.get(".".join(key)) == ADD}
        if not wanted:
            return None
        larger = schema
        for other in _schemas_in(every):
            for key in sorted(wanted):
                larger = with_label(larger, other, *key)
        before, after = found.rows["setting", SCHEMA], Setting(name=SCHEMA, value=dumps(larger))
        return self._edit(EditKind.SCHEMA, [Change(before=before, after=after)], found)

    # Labels that somebody set twice

    def _join(self, found: Replayed, fresh: Sequence[Edit]) -> Edit | None:
        added = {
            row.id for edit in fresh for c in edit.changes if c.before is None and isinstance(row := c.after, Span)
        }
        documents = {row.document for row in found.rows.values() if isinstance(row, Span) and row.id in added}
        places: dict[tuple[object, ...], list[Span]] = defaultdict(list)
        for row in found.rows.values():
            if isinstance(row, Span) and row.document in documents:
                places[row.document, row.layer, row.label, row.parts, row.annotator].append(row)
        twins = [sorted(rows, key=lambda row: row.id) for rows in places.values() if len(rows) > 1]
        twins = [rows for rows in twins if any(row.id in added for row in rows)]
        if not self.answers.joins_twins:
            for name, count in sorted(Counter(rows[0].annotator for rows in twins).items()):
                self._tell(Trouble.TWINS, name, name, count)
            return None
        return self._edit(EditKind.JOIN, _joined(twins, found), found)

    def _words(self, row: Span | Suggestion) -> str:
        text = self.text(row.document)
        return " ".join(text[start:end] for start, end in row.parts)

    def _tell(self, trouble: Trouble, name: str, key: str, count: int) -> None:
        self.problems.append(Problem(trouble=trouble, name=name, key=key, count=count))


def _allows(schema: Schema, layer: str, name: str, value: Any) -> bool:
    attribute = schema.attribute(layer, name)
    return attribute is not None and attribute.allows(value)


def with_label(schema: Schema, other: Schema, layer: str, label: str) -> Schema:
    """Return a schema with a label, and its layer, added from another schema; unchanged if that lacks the label."""
    found = other.label(layer, label)
    if found is None or schema.label(layer, label) is not None:
        return schema
    known = {each.id: each for each in schema.layers}
    origin = next(each for each in other.layers if each.id == layer)
    own = known.get(layer, replace(origin, labels=()))
    parent = found.parent if schema.label(layer, found.parent or "") is not None else None
    larger: Layer = replace(own, labels=(*own.labels, replace(found, parent=parent, key=None)))
    return replace(schema, layers=tuple((known | {layer: larger}).values()))


def _joined(twins: Iterable[Sequence[Span]], found: Replayed) -> list[Change]:
    """Return the changes that join equal labels into the first one, which gets all fields, notes and relations."""
    follows: dict[str, str] = {}
    spans: list[Change] = []
    for first, *others in twins:
        attributes, notes = dict(first.attributes), [first.note]
        for other in others:
            follows[other.id] = first.id
            attributes = {**other.attributes, **attributes}
            notes.append(other.note)
            spans.append(Change(before=other))
        note = "\n".join(dict.fromkeys(each for each in notes if each))
        after = replace(first, attributes=attributes, note=note)
        if after != first:
            spans.append(Change(before=first, after=after))
    relations: list[Change] = []
    rows = [row for row in found.rows.values() if isinstance(row, Relation)]
    there = {(row.label, row.head, row.tail) for row in rows}
    for row in rows:
        head, tail = follows.get(row.head, row.head), follows.get(row.tail, row.tail)
        if (head, tail) != (row.head, row.tail):
            doubled = (row.label, head, tail) in there or head == tail
            there.add((row.label, head, tail))
            relations.append(Change(before=row, after=None if doubled else replace(row, head=head, tail=tail)))
    return [*relations, *spans]


def _fates_in(log: Iterable[Edit]) -> list[tuple[int, Fates]]:
    """Return the label and field changes of each schema change that is not undone, with its turn, in order."""
    edits = sorted((edit for edit in log if edit.kind is EditKind.SCHEMA), key=lambda edit: (edit.turn, edit.id))
    undone = {edit.undoes for edit in edits}
    found = []
    for edit in edits:
        fates = edit.facts.get("fates")
        if isinstance(fates, Mapping) and edit.id not in undone and edit.undoes is None:
            try:
                found.append((edit.turn, fates_from(fates)))
            except ValueError:  # made by another program: its labels count as unknown here
                continue
    return found


def _schemas_in(log: Iterable[Edit]) -> list[Schema]:
    """Return every schema that a log stored, the latest first."""
    rows: list[Row | None] = [change.after for edit in log for change in edit.changes]
    texts = [row.value for row in rows if isinstance(row, Setting) and row.name == SCHEMA]
    found = []
    for text in dict.fromkeys(reversed(texts)):
        try:
            found.append(loads(text, name=SCHEMA))
        except SchemaError:
            continue
    return found


def _schema_of(found: Replayed) -> Schema | None:
    setting = found.rows.get(("setting", SCHEMA))
    try:
        return loads(setting.value, name=SCHEMA) if isinstance(setting, Setting) else None
    except AnnotatorError:
        return None
