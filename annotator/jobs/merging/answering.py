"""Resolving what two logs leave open, with edits of our own: unknown labels, deleted articles, labels set twice."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.replaying import Replayed, replayed
from annotator.editing.log.row_keys import key_of
from annotator.jobs.merging.answers import ADD, LEAVE, MergeAnswers
from annotator.jobs.merging.copies_read import Coming
from annotator.jobs.merging.fits import FIT, fits
from annotator.jobs.merging.report import MergeProblem, Trouble
from annotator.model.schema import Layer, Schema
from annotator.model.schema_file import dumps, loads
from annotator.model.values import SCHEMA, Document, Relation, Row, Setting, Span, Suggestion
from annotator.store.rows import TextOf
from annotator.system.errors import AnnotatorError, SchemaError


@dataclass(slots=True, kw_only=True)
class Answering:
    """Makes edits that resolve what a merge leaves open. Call it with the rows replayed from the merged logs.

    ``before`` is our log. ``here`` returns our document with an id, or None if we lack it. ``problems`` collects what
    only a person can decide.
    """

    answers: MergeAnswers
    annotator: str
    coming: Coming
    text: TextOf
    before: Sequence[Edit]
    here: Callable[[str], Document | None] = lambda _: None
    problems: list[MergeProblem] = field(default_factory=list)
    _turn: int = 0

    def __call__(self, found: Replayed, fresh: Sequence[Edit]) -> list[Edit]:
        """Return our own edits that resolve what the replayed logs leave open; ``fresh`` are the copies' edits."""
        every = [*self.before, *fresh]
        self._turn = max((edit.turn for edit in every), default=0)
        made: list[Edit] = []
        for step in (self._bring_back, self._fit, self._relabel, self._add, self._join):
            edits = step(found, [*every, *made], fresh)
            if edits:
                made += edits
                found = replayed([*every, *made])
        return made

    def _edit(
        self,
        kind: EditKind,
        changes: Iterable[Change],
        found: Replayed,
        facts: Mapping[str, Any] = MappingProxyType({}),
    ) -> list[Edit]:
        """Return an edit of changes, made on the heads of its rows if a change does not name others; none if empty."""
        over = tuple(
            replace(change, over=change.over or found.heads.get(key_of(row), ()))
            for change in changes
            if (row := change.before or change.after) is not None
        )
        if not over:
            return []
        self._turn += 1
        return [Edit(kind=kind, annotator=self.annotator, changes=over, turn=self._turn, facts=facts)]

    # Deleted articles

    def _bring_back(self, found: Replayed, _: Sequence[Edit], fresh: Sequence[Edit]) -> list[Edit]:
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

    def _unknown(self, found: Replayed, schema: Schema | None) -> list[Span]:
        """Return the spans that are not shown because the schema lacks their label."""
        gone = {key[1] for key in found.heads if key[0] == "document" and key not in found.rows}
        rows = (row for row in found.loose.values() if isinstance(row, Span) and row.document not in gone)
        return [row for row in rows if schema is not None and schema.label(row.layer, row.label) is None]

    def _fit(self, found: Replayed, every: Sequence[Edit], _: Sequence[Edit]) -> list[Edit]:
        """Fit rows to schema changes that their author did not know."""
        schema = _schema_of(found)
        if schema is None:
            return []
        return self._edit(EditKind.RELABEL, fits(every, found, schema, self._words), found, {FIT: True})

    def _relabel(self, found: Replayed, *_: Sequence[Edit]) -> list[Edit]:
        """Relabel the spans of unknown labels as the person answered, and report the labels that stay unknown."""
        schema = _schema_of(found)
        changes: list[Change] = []
        left: Counter[tuple[str, str]] = Counter()
        for row in self._unknown(found, schema):
            answer = self.answers.labels.get(f"{row.layer}.{row.label}", LEAVE)
            if answer == LEAVE:
                left[row.layer, row.label] += 1
            elif answer != ADD and schema is not None and schema.label(row.layer, answer) is not None:
                changes.append(Change(before=row, after=replace(row, label=answer)))
        for (layer, label), count in sorted(left.items()):
            self._tell(Trouble.UNKNOWN_LABEL, f"{layer}.{label}", f"{layer}.{label}", count)
        return self._edit(EditKind.RELABEL, changes, found)

    def _add(self, found: Replayed, every: Sequence[Edit], _: Sequence[Edit]) -> list[Edit]:
        """Add the wanted labels to the schema, as another branch of the schema defines them."""
        schema = _schema_of(found)
        wanted = {(row.layer, row.label) for row in self._unknown(found, schema)}
        wanted = {key for key in wanted if self.answers.labels.get(".".join(key)) == ADD}
        if not wanted or schema is None:
            return []
        larger = schema
        for other in _schemas_in(every):
            for key in sorted(wanted):
                larger = with_label(larger, other, *key)
        before, after = found.rows["setting", SCHEMA], Setting(name=SCHEMA, value=dumps(larger))
        return self._edit(EditKind.SCHEMA, [Change(before=before, after=after)], found)

    # Labels that somebody set twice

    def _join(self, found: Replayed, _: Sequence[Edit], fresh: Sequence[Edit]) -> list[Edit]:
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
            return []
        return self._edit(EditKind.JOIN, _joined(twins, found), found)

    def _words(self, row: Span | Suggestion) -> str:
        text = self.text(row.document)
        return " ".join(text[start:end] for start, end in row.parts)

    def _tell(self, trouble: Trouble, name: str, key: str, count: int) -> None:
        self.problems.append(MergeProblem(trouble=trouble, name=name, key=key, count=count))


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
