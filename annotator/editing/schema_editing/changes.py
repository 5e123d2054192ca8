"""Schema changes, and their effects on rows made with the old schema.

A `SchemaChange` is a value. Functions on it return a new value; the project stays the same until it is applied.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeVar

from annotator.editing.schema_editing import references
from annotator.model.citations import CITATIONS, citations_of, citing
from annotator.model.schema import Attribute, Label, Layer, RelationType, Rule, Schema, Value
from annotator.model.values import (
    DOCUMENT,
    DocumentLabel,
    DraftRelation,
    Identity,
    Relation,
    Span,
    Suggestion,
    SuggestionState,
)

LabelKey: TypeAlias = tuple[str, str]  # layer, label
FieldKey: TypeAlias = tuple[str, str]  # layer, attribute
ValueKey: TypeAlias = tuple[str, str, str]  # layer, attribute, value

_Key = TypeVar("_Key", bound=tuple[str, ...])
_T = TypeVar("_T", bound=Layer | Label | Attribute | Value | RelationType | Rule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """The fates of parts of the old schema: a part's new id, or None if it is removed. Parts not listed stay.

    A label never moves to another layer. ``words`` splits labels: spans with these words get another label.
    """

    labels: Mapping[LabelKey, str | None] = field(default_factory=dict)
    fields: Mapping[FieldKey, str | None] = field(default_factory=dict)
    values: Mapping[ValueKey, str | None] = field(default_factory=dict)
    relations: Mapping[str, str | None] = field(default_factory=dict)
    words: Mapping[LabelKey, Mapping[str, str]] = field(default_factory=dict)

    def label(self, layer: str, label: str, words: str) -> str | None:
        """Return the new label of a span with a label and words, or None if the span is removed."""
        parted = self.words.get((layer, label), {})
        return parted[words] if words in parted else self.labels.get((layer, label), label)

    def layers(self) -> frozenset[str]:
        """Return the ids of the layers whose spans may change."""
        keys: tuple[Iterable[tuple[str, ...]], ...] = (self.labels, self.fields, self.values, self.words)
        return frozenset(key[0] for each in keys for key in each)


def fates_to(fates: Fates) -> dict[str, Any]:
    """Return fates as JSON for the log: [key, new id] lists by kind of part, [key, words, new id] for words."""
    written: dict[str, Any] = {
        name: [[list(key), new] for key, new in sorted(getattr(fates, name).items())]
        for name in ("labels", "fields", "values")
    }
    written["relations"] = [[old, new] for old, new in sorted(fates.relations.items())]
    written["words"] = [
        [list(key), words, new] for key, parted in sorted(fates.words.items()) for words, new in sorted(parted.items())
    ]
    return {name: listed for name, listed in written.items() if listed}


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaChange:
    """An old and a new schema, and what becomes of the old schema's parts."""

    before: Schema
    after: Schema
    fates: Fates = field(default_factory=Fates)

    @property
    def changes_anything(self) -> bool:
        """Whether the change alters anything."""
        return self.before != self.after or self.fates != Fates()


# Rows


def reshaped(span: Span, words: str, fates: Fates) -> Span | None:
    """Return a span that reads ``words`` as it is after a schema change, or None if it is removed."""
    label = fates.label(span.layer, span.label, words)
    if label is None:
        return None
    return replace(span, label=label, attributes=reshaped_attributes(span.layer, span.attributes, fates))


def reshaped_document_label(row: DocumentLabel, fates: Fates) -> DocumentLabel | None:
    """Return a document label as it is after a schema change, or None if it is removed."""
    becomes = reshaped_attributes(DOCUMENT, {row.label: row.value}, fates)
    return next((replace(row, label=label, value=value) for label, value in becomes.items()), None)


def reshaped_relation(relation: Relation, fates: Fates) -> Relation | None:
    """Return a relation as it is after a schema change, or None if it is removed."""
    label = fates.relations.get(relation.label, relation.label)
    return replace(relation, label=label) if label is not None else None


def reshaped_identity(identity: Identity, fates: Fates, layer: str) -> Identity:
    """Return an identity as it is after a schema change; its mentions are spans of ``layer``."""
    return replace(identity, label=fates.labels.get((layer, identity.label)) or identity.label)


def reshaped_suggestion(suggestion: Suggestion, words: str, fates: Fates) -> Suggestion:
    """Return a suggestion that reads ``words`` as it is after a schema change.

    If its label is removed, an undecided suggestion is superseded. A rejected one stays rejected with its new label.
    """
    label = fates.label(suggestion.layer, suggestion.label, words)
    if label is None:
        return replace(suggestion, state=SuggestionState.SUPERSEDED) if suggestion.waits else suggestion
    return replace(
        suggestion,
        label=label,
        attributes=reshaped_attributes(suggestion.layer, suggestion.attributes, fates),
        relations=tuple(_drafts(suggestion.relations, fates)),
    )


def _drafts(drafts: Iterable[DraftRelation], fates: Fates) -> Iterable[DraftRelation]:
    for draft in drafts:
        label = fates.relations.get(draft.label, draft.label)
        tail = fates.labels.get((draft.layer, draft.tail_label), draft.tail_label)
        if label is not None and tail is not None:
            yield replace(draft, label=label, tail_label=tail)


def reshaped_attributes(layer: str, attributes: Mapping[str, Any], fates: Fates) -> Mapping[str, Any]:
    """Return the values of fields of a layer as they are after a schema change, by field."""
    kept: dict[str, Any] = {}
    for name, value in attributes.items():
        becomes = _value(layer, name, value, fates)
        called = fates.fields.get((layer, name), name)
        if becomes is not None and called is not None:
            kept[called] = becomes
    return kept


def _value(layer: str, name: str, value: Any, fates: Fates) -> Any:
    """Return a field's value after a schema change, None if it is removed; roles of citations change, too."""
    if isinstance(value, str):
        return fates.values.get((layer, name, value), value)
    if name != CITATIONS:
        return value
    cited = citations_of({CITATIONS: value})
    kept = [replace(each, role=fates.values.get((layer, name, each.role), each.role) or "") for each in cited]
    return citing(kept, {})[CITATIONS]


# Labels


def put_label(change: SchemaChange, id_: str, label: Label) -> SchemaChange:
    """Replace the label with this id in its layer; if the new label has another id, spans get the new id."""
    labels = _exchanged(_layer(change, label.layer).labels, id_, label)
    changed = _with_labels(change, label.layer, labels)
    return changed if label.id == id_ else _label_becomes(changed, (label.layer, id_), label.id)


def add_label(change: SchemaChange, label: Label, *, after: str | None = None) -> SchemaChange:
    """Add a label to its layer, after the label ``after`` or at the end."""
    return _with_labels(change, label.layer, _added(_layer(change, label.layer).labels, label, after))


def remove_label(change: SchemaChange, key: LabelKey, into: str | None) -> SchemaChange:
    """Remove a label; its spans get the label ``into``, or are removed if that is None.

    Its child labels move below ``into``, or below the removed label's parent if that is None.
    """
    layer, id_ = key
    above = next(label.parent for label in _layer(change, layer).labels if label.id == id_)
    labels = tuple(
        replace(label, parent=_parent(label, into or above)) if label.parent == id_ else label
        for label in _layer(change, layer).labels
        if label.id != id_
    )
    return _label_becomes(_with_labels(change, layer, labels), key, into)


def split_label(change: SchemaChange, key: LabelKey, new: Label, words: Iterable[str]) -> SchemaChange:
    """Add a label after the label ``key``, and give it the spans of that label that have one of the ``words``."""
    added = add_label(change, new, after=key[1])
    parted = {known: dict(of) for known, of in change.fates.words.items()}
    for origin in _origins(change.fates.labels, _label_keys(change.before), key):
        parted.setdefault(origin, {}).update(dict.fromkeys(words, new.id))
    return replace(added, fates=replace(added.fates, words={known: of for known, of in parted.items() if of}))


def move_label(change: SchemaChange, key: LabelKey, by: int) -> SchemaChange:
    """Move a label down in its layer, or up if negative, by so many labels of the same broader label."""
    layer, id_ = key
    labels = _layer(change, layer).labels
    parent = next(label.parent for label in labels if label.id == id_)
    alike = [place for place, label in enumerate(labels) if label.parent == parent]
    here = next(at for at, place in enumerate(alike) if labels[place].id == id_)
    there = max(0, min(len(alike) - 1, here + by))
    return _with_labels(change, layer, _moved(labels, id_, alike[there] - alike[here]))


def _parent(label: Label, wanted: str | None) -> str | None:
    return None if wanted == label.id else wanted


def _label_becomes(change: SchemaChange, key: LabelKey, new: str | None) -> SchemaChange:
    labels = _led(change.fates.labels, _label_keys(change.before), key, new)
    layer, old = key
    words = {
        known: {quote: new if label == old and known[0] == layer else label for quote, label in of.items()}
        for known, of in change.fates.words.items()
    }
    kept = {known: {q: label for q, label in of.items() if label is not None} for known, of in words.items()}
    fates = replace(change.fates, labels=labels, words={known: of for known, of in kept.items() if of})
    after = references.label_renamed(change.after, key, new)
    return replace(change, after=after, fates=fates)


# Fields and values; in the layer `DOCUMENT`, these are labels of whole articles


def put_attribute(change: SchemaChange, id_: str, attribute: Attribute) -> SchemaChange:
    """Replace the field with this id in its layer; if the new field has another id, spans get the new id."""
    key = attribute.layer, id_
    changed = _with_fields(change, (attribute if _key(known) == key else known for known in change.after.fields))
    return changed if attribute.id == id_ else _field_becomes(changed, (attribute.layer, id_), attribute.id)


def add_attribute(change: SchemaChange, attribute: Attribute) -> SchemaChange:
    """Add a field after all others."""
    return _with_fields(change, (*change.after.fields, attribute))


def remove_attribute(change: SchemaChange, key: FieldKey) -> SchemaChange:
    """Remove a field, and its value from all spans."""
    kept = (known for known in change.after.fields if _key(known) != key)
    return _field_becomes(_with_fields(change, kept), key, None)


def move_attribute(change: SchemaChange, key: FieldKey, by: int) -> SchemaChange:
    """Move a field ``by`` places down in its layer, or up if negative."""
    layer, id_ = key
    own = iter(_moved(change.after.attributes_of(layer), id_, by))
    return _with_fields(change, (next(own) if known.layer == layer else known for known in change.after.fields))


def put_value(change: SchemaChange, key: FieldKey, id_: str, value: Value) -> SchemaChange:
    """Replace the value with this id of a field; if the new value has another id, spans get the new id."""
    changed = _with_values(change, key, _exchanged(_attribute(change, key).values, id_, value))
    return changed if value.id == id_ else _value_becomes(changed, key, id_, value.id)


def add_value(change: SchemaChange, key: FieldKey, value: Value, *, after: str | None = None) -> SchemaChange:
    """Add a value to a field, after the value ``after`` or at the end."""
    return _with_values(change, key, _added(_attribute(change, key).values, value, after))


def remove_value(change: SchemaChange, key: FieldKey, id_: str, into: str | None) -> SchemaChange:
    """Remove a value; its spans get the value ``into``, or no value if that is None."""
    kept = tuple(value for value in _attribute(change, key).values if value.id != id_)
    return _value_becomes(_with_values(change, key, kept), key, id_, into)


def move_value(change: SchemaChange, key: FieldKey, id_: str, by: int) -> SchemaChange:
    """Move a value ``by`` places down in its field, or up if negative."""
    return _with_values(change, key, _moved(_attribute(change, key).values, id_, by))


def _field_becomes(change: SchemaChange, key: FieldKey, new: str | None) -> SchemaChange:
    known = [_key(attribute) for attribute in change.before.fields]
    fates = replace(change.fates, fields=_led(change.fates.fields, known, key, new))
    return replace(change, after=references.attribute_renamed(change.after, key, new), fates=fates)


def _value_becomes(change: SchemaChange, key: FieldKey, id_: str, new: str | None) -> SchemaChange:
    known = [_key(attribute) for attribute in change.before.fields]
    values: Mapping[ValueKey, str | None] = change.fates.values
    for layer, name in _origins(change.fates.fields, known, key):
        attribute = change.before.attribute(layer, name)
        said = [(layer, name, value.id) for value in attribute.values] if attribute is not None else []
        values = _led(values, said, (layer, name, id_), new)
    after = references.value_renamed(change.after, (*key, id_), new)
    return replace(change, after=after, fates=replace(change.fates, values=values))


# Relations and layers


def put_relation(change: SchemaChange, id_: str, relation: RelationType) -> SchemaChange:
    """Replace the relation type with this id; if the new type has another id, relations get the new id."""
    every = _exchanged(change.after.relations, id_, relation)
    changed = replace(change, after=replace(change.after, relations=every))
    return changed if relation.id == id_ else _relation_becomes(changed, id_, relation.id)


def add_relation(change: SchemaChange, relation: RelationType) -> SchemaChange:
    """Add a relation type after all others."""
    return replace(change, after=replace(change.after, relations=(*change.after.relations, relation)))


def remove_relation(change: SchemaChange, id_: str, into: str | None) -> SchemaChange:
    """Remove a relation type; its relations get the type ``into``, or are removed if that is None."""
    kept = tuple(known for known in change.after.relations if known.id != id_)
    return _relation_becomes(replace(change, after=replace(change.after, relations=kept)), id_, into)


def move_relation(change: SchemaChange, id_: str, by: int) -> SchemaChange:
    """Move a relation type ``by`` places down, or up if negative."""
    return replace(change, after=replace(change.after, relations=_moved(change.after.relations, id_, by)))


def add_rule(change: SchemaChange, rule: Rule, *, after: str | None = None) -> SchemaChange:
    """Add a rule after the rule ``after`` or at the end."""
    return replace(change, after=replace(change.after, rules=_added(change.after.rules, rule, after)))


def move_rule(change: SchemaChange, id_: str, by: int) -> SchemaChange:
    """Move a rule ``by`` places down, or up if negative."""
    return replace(change, after=replace(change.after, rules=_moved(change.after.rules, id_, by)))


def put_rule(change: SchemaChange, rule: Rule) -> SchemaChange:
    """Replace the rule that has the same id."""
    return replace(change, after=replace(change.after, rules=_exchanged(change.after.rules, rule.id, rule)))


def remove_rule(change: SchemaChange, id_: str) -> SchemaChange:
    """Remove a rule; no spans change."""
    kept = tuple(rule for rule in change.after.rules if rule.id != id_)
    return replace(change, after=replace(change.after, rules=kept))


def rules_renamed(change: SchemaChange) -> tuple[Rule, ...]:
    """Return the old schema's rules with renamed parts under their new names, to compare with the new rules.

    A part merged into an existing one does not count as renamed, so its rules count as changed.
    """
    before, fates = change.before, change.fates
    followed = before
    for (layer, field_, value), into in fates.values.items():
        known = before.attribute(layer, field_)
        if into is not None and known is not None and into not in [each.id for each in known.values]:
            followed = references.value_renamed(followed, (layer, field_, value), into)
    for (layer, field_), into in fates.fields.items():
        if into is not None and before.attribute(layer, into) is None:
            followed = references.attribute_renamed(followed, (layer, field_), into)
    for (layer, label), into in fates.labels.items():
        if into is not None and before.label(layer, into) is None:
            followed = references.label_renamed(followed, (layer, label), into)
    for relation, into in fates.relations.items():
        if into is not None and before.relation(into) is None:
            followed = references.relation_renamed(followed, relation, into)
    return followed.rules


def put_layer(change: SchemaChange, layer: Layer) -> SchemaChange:
    """Replace the layer that has the same id."""
    return replace(change, after=replace(change.after, layers=_exchanged(change.after.layers, layer.id, layer)))


def add_layer(change: SchemaChange, layer: Layer) -> SchemaChange:
    """Add a layer after all others."""
    return replace(change, after=replace(change.after, layers=(*change.after.layers, layer)))


def remove_layer(change: SchemaChange, id_: str) -> SchemaChange:
    """Remove a layer that has neither labels nor fields."""
    kept = tuple(layer for layer in change.after.layers if layer.id != id_)
    after = references.layer_renamed(replace(change.after, layers=kept), id_, None)
    return replace(change, after=after)


def _relation_becomes(change: SchemaChange, id_: str, new: str | None) -> SchemaChange:
    known = [(relation.id,) for relation in change.before.relations]
    single = {(name,): fate for name, fate in change.fates.relations.items()}
    led = {name: fate for (name,), fate in _led(single, known, (id_,), new).items()}
    after = references.relation_renamed(change.after, id_, new)
    return replace(change, after=after, fates=replace(change.fates, relations=led))


# Helpers


def _origins(fates: Mapping[_Key, str | None], known: Iterable[_Key], key: _Key) -> list[_Key]:
    """Return the keys of the old schema's parts that now have the key ``key``."""
    return [old for old in known if old[:-1] == key[:-1] and fates.get(old, old[-1]) == key[-1]]


def _led(
    fates: Mapping[_Key, str | None], known: Iterable[_Key], key: _Key, new: str | None
) -> Mapping[_Key, str | None]:
    """Return ``fates`` with ``new`` as the fate of the old parts that would become ``key``; None removes them."""
    led = {**fates, **dict.fromkeys(_origins(fates, known, key), new)}
    return {old: fate for old, fate in led.items() if fate != old[-1]}


def _label_keys(schema: Schema) -> list[LabelKey]:
    return [(label.layer, label.id) for label in schema.labels]


def _layer(change: SchemaChange, id_: str) -> Layer:
    return next(layer for layer in change.after.layers if layer.id == id_)


def _attribute(change: SchemaChange, key: FieldKey) -> Attribute:
    return next(known for known in change.after.fields if _key(known) == key)


def _key(attribute: Attribute) -> FieldKey:
    return attribute.layer, attribute.id


def _with_fields(change: SchemaChange, fields: Iterable[Attribute]) -> SchemaChange:
    return replace(change, after=change.after.with_fields(fields))


def _with_labels(change: SchemaChange, layer: str, labels: tuple[Label, ...]) -> SchemaChange:
    return put_layer(change, replace(_layer(change, layer), labels=labels))


def _with_values(change: SchemaChange, key: FieldKey, values: tuple[Value, ...]) -> SchemaChange:
    return put_attribute(change, key[1], replace(_attribute(change, key), values=values))


def _exchanged(every: Iterable[_T], id_: str, new: _T) -> tuple[_T, ...]:
    return tuple(new if known.id == id_ else known for known in every)


def _added(every: tuple[_T, ...], new: _T, after: str | None) -> tuple[_T, ...]:
    if after is None:
        return (*every, new)  # an import may add thousands
    at = next((i + 1 for i, known in enumerate(every) if known.id == after), len(every))
    return (*every[:at], new, *every[at:])


def _moved(every: tuple[_T, ...], id_: str, by: int) -> tuple[_T, ...]:
    order = list(every)
    at = next(i for i, known in enumerate(order) if known.id == id_)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    return tuple(order)
