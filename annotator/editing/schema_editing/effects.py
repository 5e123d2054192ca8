"""Count the effects of a schema change on a project, and find parts that must be kept so that nothing is lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotator.editing.schema_editing.changes import FieldKey, LabelKey, SchemaChange, ValueKey
from annotator.model.schema import Attribute, AttributeKind, Layer, RelationType, Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """The number of uses of each part of the schema in a project, by all annotators together.

    ``pending`` counts pending suggestions by label. ``relations`` counts relations by (type, head's label, tail's
    label). ``doubles`` counts places that one person labelled twice, by (layer, label, label). ``heads`` counts spans
    with several relations, by how many of each type. ``words`` counts the words of labels to be split.
    """

    labels: Mapping[LabelKey, int] = field(default_factory=dict)
    pending: Mapping[LabelKey, int] = field(default_factory=dict)
    fields: Mapping[FieldKey, int] = field(default_factory=dict)
    values: Mapping[ValueKey, int] = field(default_factory=dict)
    relations: Mapping[tuple[str, LabelKey, LabelKey], int] = field(default_factory=dict)
    doubles: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    heads: Mapping[tuple[tuple[str, int], ...], int] = field(default_factory=dict)
    words: Mapping[LabelKey, Mapping[str, int]] = field(default_factory=dict)  # only for labels to be split

    def relations_of(self, id_: str) -> int:
        """Return the number of relations of a type."""
        return sum(count for (label, *_), count in self.relations.items() if label == id_)


class Effect(StrEnum):
    """An effect of a schema change."""

    RELABELLED = "relabelled"  # spans get another label
    REMOVED = "removed"  # spans of a label are removed
    JOINED = "joined"  # places with two labels get one
    UNRELATED = "unrelated"  # relations are removed
    RELATED = "related"  # relations get another type
    CROWDED = "crowded"  # a span gets more relations of a type than the schema allows
    REVALUED = "revalued"  # a field's value becomes another
    EMPTIED = "emptied"  # a field's value is removed
    FIELD_RENAMED = "field_renamed"
    FIELD_EMPTIED = "field_emptied"
    SUPERSEDED = "superseded"  # pending suggestions become superseded


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """An effect on ``count`` rows; ``what`` is the changed part's key, ``into`` the id that replaces it, or None."""

    effect: Effect
    count: int
    what: tuple[str, ...]
    into: str | None = None


def consequences(change: SchemaChange, usage: Usage) -> tuple[Consequence, ...]:
    """Return the effects of a change that concern at least one row, the most serious last."""
    found = (
        *_of_labels(change, usage),
        *_of_fields(change, usage),
        *_of_relations(change, usage),
        *_losses(change, usage),
    )
    return tuple(consequence for consequence in found if consequence.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptParts:
    """Parts of the old schema that are in use and so are kept in the new one, but no longer offered."""

    labels: tuple[LabelKey, ...] = ()
    fields: tuple[FieldKey, ...] = ()
    values: tuple[ValueKey, ...] = ()
    relations: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the kept parts, in order."""
        return (
            *(label for _, label in self.labels),
            *(name for _, name in self.fields),
            *(value for _, _, value in self.values),
            *self.relations,
        )


def keeping(change: SchemaChange, usage: Usage) -> tuple[SchemaChange, KeptParts]:
    """Return the change with parts added that are in use but neither in the new schema nor given a fate."""
    after, fates = change.after, change.fates
    labels = tuple(
        key
        for key in (*usage.labels, *(k for k in usage.pending if k not in usage.labels))
        if key not in fates.labels and after.label(*key) is None and change.before.label(*key) is not None
    )
    for key in labels:
        after = _with_label(after, change.before, key)
    fields = tuple(
        key
        for key in usage.fields
        if key not in fates.fields and after.attribute(*key) is None and change.before.attribute(*key) is not None
    )
    for attribute in filter(None, (change.before.attribute(*key) for key in fields)):
        after = after.with_fields((*after.fields, replace(attribute, key=None, shown=False)))
    values = tuple(key for key in usage.values if key not in fates.values and _is_missing(after, change, key))
    for value in values:
        after = _with_value(after, change.before, value)
    names = {label: None for label, *_ in usage.relations}
    relations = tuple(
        name
        for name in names
        if name not in fates.relations and after.relation(name) is None and change.before.relation(name) is not None
    )
    for relation in filter(None, map(change.before.relation, relations)):
        after = replace(after, relations=(*after.relations, _fitted(relation, after, usage)))
    return replace(change, after=after), KeptParts(labels=labels, fields=fields, values=values, relations=relations)


def _of_labels(change: SchemaChange, usage: Usage) -> Iterator[Consequence]:
    fates = change.fates
    for key, of in fates.words.items():
        counted: Counter[str] = Counter()
        for words, label in of.items():
            counted[label] += usage.words.get(key, {}).get(words, 0)
        for label, count in counted.items():
            yield Consequence(effect=Effect.RELABELLED, count=count, what=key, into=label)
    for key, into in fates.labels.items():
        if into is not None:
            left = usage.labels.get(key, 0) - _split_count(key, change, usage)
            yield Consequence(effect=Effect.RELABELLED, count=left, what=key, into=into)
    for (layer, one, other), count in usage.doubles.items():
        both = {fates.labels.get((layer, label), label) for label in (one, other)}
        if len(both) == 1 and both != {None}:
            yield Consequence(effect=Effect.JOINED, count=count, what=(layer, one, other), into=both.pop())


def _of_fields(change: SchemaChange, usage: Usage) -> Iterator[Consequence]:
    for key, into in change.fates.fields.items():
        effect = Effect.FIELD_EMPTIED if into is None else Effect.FIELD_RENAMED
        yield Consequence(effect=effect, count=usage.fields.get(key, 0), what=key, into=into)
    for value, into in change.fates.values.items():
        if change.fates.fields.get(value[:2], "") is not None:
            effect = Effect.EMPTIED if into is None else Effect.REVALUED
            yield Consequence(effect=effect, count=usage.values.get(value, 0), what=value, into=into)


def _of_relations(change: SchemaChange, usage: Usage) -> Iterator[Consequence]:
    for name, into in change.fates.relations.items():
        if into is not None:
            yield Consequence(effect=Effect.RELATED, count=usage.relations_of(name), what=(name,), into=into)
    for relation in change.after.relations:
        if relation.single:
            yield _crowded(relation, change, usage)


def _crowded(relation: RelationType, change: SchemaChange, usage: Usage) -> Consequence:
    """Count the spans that the change leaves with several relations of a type that is allowed once."""
    fates = change.fates.relations
    sources = {name for name, into in fates.items() if into == relation.id}
    if relation.id not in fates:
        sources.add(relation.id)
    allowed = {name for name in sources if (old := change.before.relation(name)) is not None and old.single}
    count = 0
    for leading, heads in usage.heads.items():
        of_each = {name: number for name, number in leading if name in sources}
        were_too_many = any(number > 1 for name, number in of_each.items() if name in allowed)
        count += heads if sum(of_each.values()) > 1 and not were_too_many else 0
    what = min(sources - {relation.id}, default=relation.id)
    return Consequence(effect=Effect.CROWDED, count=count, what=(what,), into=relation.id)


def _losses(change: SchemaChange, usage: Usage) -> Iterator[Consequence]:
    fates = change.fates
    gone = {key for key, into in fates.labels.items() if into is None}
    for key in gone:
        left = usage.labels.get(key, 0) - _split_count(key, change, usage)
        yield Consequence(effect=Effect.REMOVED, count=left, what=key)
    falling: Counter[str] = Counter()
    for (name, head, tail), count in usage.relations.items():
        if fates.relations.get(name, "") is None or gone & {head, tail}:
            falling[name] += count
    for name, count in falling.items():
        yield Consequence(effect=Effect.UNRELATED, count=count, what=(name,))
    for key in gone:
        yield Consequence(effect=Effect.SUPERSEDED, count=usage.pending.get(key, 0), what=key)


def _split_count(key: LabelKey, change: SchemaChange, usage: Usage) -> int:
    known = usage.words.get(key, {})
    return sum(known.get(words, 0) for words in change.fates.words.get(key, {}))


def _with_label(after: Schema, before: Schema, key: LabelKey) -> Schema:
    label = before.require_label(*key)
    layers = list(after.layers)
    at = next((i for i, layer in enumerate(layers) if layer.id == label.layer), None)
    if at is None:
        old = next(layer for layer in before.layers if layer.id == label.layer)
        at = len(layers)
        layers.append(Layer(id=old.id, name=old.name, labels=()))
    parent = label.parent if any(v.id == label.parent for v in layers[at].labels) else None
    kept = replace(label, key=None, active=False, parent=parent)
    layers[at] = replace(layers[at], labels=(*layers[at].labels, kept))
    return replace(after, layers=tuple(layers))


def _is_missing(after: Schema, change: SchemaChange, key: ValueKey) -> bool:
    layer, name, value = key
    old = change.before.attribute(layer, name)
    into = change.fates.fields.get((layer, name), name)
    new = after.attribute(layer, into) if into is not None else None
    if old is None or new is None or new.kind not in {AttributeKind.CHOICE, AttributeKind.SCALE}:
        return False
    return _has(old, value) and not _has(new, value)


def _has(attribute: Attribute, value: str) -> bool:
    return any(known.id == value for known in attribute.values)


def _with_value(after: Schema, before: Schema, key: ValueKey) -> Schema:
    layer, name, value = key
    old = before.attribute(layer, name)
    added = [replace(known, key=None) for known in (old.values if old is not None else ()) if known.id == value]
    every = (
        replace(known, values=(*known.values, *added)) if (known.layer, known.id) == (layer, name) else known
        for known in after.fields
    )
    return after.with_fields(every)


def _fitted(relation: RelationType, after: Schema, usage: Usage) -> RelationType:
    """Return a relation type whose heads and tails are limited to layers and labels of the new schema."""
    there = {*(layer.id for layer in after.layers), *(f"{label.layer}.{label.id}" for label in after.labels)}
    joined = [(head, tail) for name, head, tail in usage.relations if name == relation.id]

    def ends(of: Iterable[str], used: Iterable[LabelKey]) -> tuple[str, ...]:
        kept = tuple(end for end in of if end in there)
        layers = tuple(dict.fromkeys(layer for layer, _ in used if layer in there))
        return kept or layers or tuple(layer.id for layer in after.layers)

    heads, tails = ends(relation.head, (h for h, _ in joined)), ends(relation.tail, (t for _, t in joined))
    return replace(relation, key=None, head=heads, tail=tails)
