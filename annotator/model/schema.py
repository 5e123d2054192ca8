"""The schema: layers, labels, attributes with their tagsets, relation types and rules.

`annotator.model.schema_file` reads and writes schemas as files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeAlias

from annotator.model.citations import are_citations
from annotator.model.values import ATTRIBUTION, CLAIMS, DOCUMENT
from annotator.system.errors import SchemaError

Words: TypeAlias = Mapping[str, str]  # language → words
Examples: TypeAlias = Mapping[str, tuple[str, ...]]  # language → sentences


SPEAKER = "SPEAKER"  # the label of claimants without a name, such as "critics"
ROLE = "role"  # the attribute of a relation that holds its role
DIGITS = tuple("123456789")  # keys that are given to labels and values without one, in this order


class AttributeKind(StrEnum):
    """The kinds of values that an attribute can have."""

    CHOICE = "choice"
    TEXT = "text"
    DATE = "date"
    SCALE = "scale"
    CITATIONS = "citations"  # the attribute's ``values`` are the allowed roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label of a layer. Pressing ``key`` in the article sets it; ``active`` says whether it is offered.

    ``parent`` is the id of a broader label in the same layer. ``guidelines`` say in plain text when to use the label
    and when not. ``examples`` are sentences with words that have the label. ``light`` and ``dark`` are its colours.
    """

    id: str
    layer: str
    name: Words
    help: Words
    key: str | None
    light: str
    dark: str
    active: bool = True
    parent: str | None = None
    guidelines: Words = field(default_factory=dict)
    examples: Examples = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Labels that belong together, such as those of names."""

    id: str
    name: Words
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a tagset. Pressing ``key`` while its field is focused chooses it; ``examples`` are cases of it."""

    id: str
    name: Words
    help: Words
    key: str | None = None
    examples: Examples = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A field of the spans of one layer, or of whole documents (layer `DOCUMENT`).

    ``shown`` says whether the claim card shows it, and pressing ``key`` moves to it there. ``keys`` are the keys for
    languages in which another letter is easier to remember: language → key.
    """

    id: str
    layer: str
    kind: AttributeKind
    name: Words
    help: Words
    key: str | None = None
    keys: Words = field(default_factory=dict)
    shown: bool = True
    values: tuple[Value, ...] = ()

    def key_in(self, language: str) -> str | None:
        """Return the key that moves to the field in a language, or None."""
        return self.keys.get(language, self.key)

    @property
    def closed(self) -> tuple[Value, ...]:
        """The values from which one is chosen; none if the field has no tagset."""
        return self.values if self.kind in {AttributeKind.CHOICE, AttributeKind.SCALE} else ()

    def allows(self, value: Any) -> bool:
        """Return whether the field may have a value."""
        known = [allowed.id for allowed in self.values]
        if self.kind is AttributeKind.CITATIONS:
            return are_citations(value, known)
        return self.kind not in {AttributeKind.CHOICE, AttributeKind.SCALE} or value in known


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationType:
    """A type of relation. ``head`` and ``tail`` are the layers, or ``layer.LABEL``, of the spans that it may join.

    ``single`` allows at most one such relation per head. ``roles`` are the possible values of the relation's attribute
    `ROLE`, such as supports and refutes for evidence. Relation types with the same key share a field on the claim card.
    """

    id: str
    name: Words
    help: Words
    head: tuple[str, ...]
    tail: tuple[str, ...]
    key: str | None = None
    single: bool = False
    roles: tuple[Value, ...] = ()


class Comparison(StrEnum):
    """The test that a condition applies to a span's values."""

    PRESENT = "present"
    ABSENT = "absent"
    IN = "in"  # the span has a value, and each is one of the condition's
    NOT_IN = "not_in"  # the span has no value, or none of the condition's


class Subject(StrEnum):
    """The part of a span that a condition tests: an attribute, or the tails of its relations."""

    ATTRIBUTE = "attribute"  # the value of an attribute
    RELATION = "relation"  # the layer and label of each tail of a relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition on a span.

    ``id`` is the id of the attribute or relation type. ``values`` are values of the attribute, or for a relation type
    the layers, or ``layer.LABEL``, of tails.
    """

    subject: Subject
    id: str
    test: Comparison
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule about spans: if all conditions ``when`` are true of a span, ``then`` should be true, too.

    ``of`` are the layers, or ``layer.LABEL``, of the spans it applies to. ``words`` state the rule for people.
    """

    id: str
    of: tuple[str, ...]
    when: tuple[Condition, ...] = ()
    then: Condition
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The layers, fields, relations and rules of a project.

    ``document_labels`` are fields of whole documents, such as topic and relevance.
    """

    id: str
    name: Words
    layers: tuple[Layer, ...]
    attributes: tuple[Attribute, ...] = ()
    relations: tuple[RelationType, ...] = ()
    rules: tuple[Rule, ...] = ()
    document_labels: tuple[Attribute, ...] = ()
    _index: dict[str, dict[str, Label]] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def labels(self) -> tuple[Label, ...]:
        """All labels of all layers, in order."""
        return tuple(label for layer in self.layers for label in layer.labels)

    @property
    def word_labels(self) -> tuple[Label, ...]:
        """The active labels outside the layers of claims and of words that serve a claim."""
        return tuple(label for label in self.labels if label.active and label.layer not in {CLAIMS, ATTRIBUTION})

    @property
    def fields(self) -> tuple[Attribute, ...]:
        """All fields, those of spans first, then those of whole documents."""
        return (*self.attributes, *self.document_labels)

    def with_fields(self, fields: Iterable[Attribute]) -> "Schema":
        """Return the schema with other `fields`; each field's layer decides whether it is one of whole documents."""
        every = tuple(fields)
        return replace(
            self,
            attributes=tuple(field for field in every if field.layer != DOCUMENT),
            document_labels=tuple(field for field in every if field.layer == DOCUMENT),
        )

    def label(self, layer: str, label: str) -> Label | None:
        """Return a label of a layer, or None if the schema lacks it."""
        if not self._index:  # built once, since an import asks for each of its labels
            for known in reversed(self.layers):  # of several with the same id, the first counts
                self._index[known.id] = {found.id: found for found in reversed(known.labels)}
        return self._index.get(layer, {}).get(label)

    def attributes_of(self, layer: str) -> tuple[Attribute, ...]:
        """Return the fields of a layer, in order; the fields of layer `DOCUMENT` are those of whole documents."""
        return tuple(attribute for attribute in self.fields if attribute.layer == layer)

    def attribute(self, layer: str, attribute: str) -> Attribute | None:
        """Return a field of a layer, or None if the schema lacks it."""
        return next((found for found in self.fields if found.id == attribute and found.layer == layer), None)

    def relation(self, relation: str) -> RelationType | None:
        """Return a relation type, or None if the schema lacks it."""
        return next((found for found in self.relations if found.id == relation), None)

    def require_label(self, layer: str, label: str) -> Label:
        """Return a label of a layer, which must be in the schema.

        Raises:
            SchemaError: ``value.label`` if the schema lacks it.
        """
        found = self.label(layer, label)
        if found is None:
            raise SchemaError("value.label", label=label, layer=layer)
        return found

    def require_relation(self, relation: str) -> RelationType:
        """Return a relation type, which must be in the schema.

        Raises:
            SchemaError: ``value.relation`` if the schema lacks it.
        """
        found = self.relation(relation)
        if found is None:
            raise SchemaError("value.relation", label=relation)
        return found

    def check_attributes(self, layer: str, attributes: Mapping[str, Any]) -> None:
        """Raise for a value that is not in its attribute's tagset; attributes that the schema lacks may have any value.

        Raises:
            SchemaError: ``value.attribute``.
        """
        for name, value in attributes.items():
            attribute = self.attribute(layer, name)
            if attribute is not None and not attribute.allows(value):
                raise SchemaError("value.attribute", value=value, attribute=name)


def words(of: Words, language: str) -> str:
    """Return the text in a language, else in English, else in any language, or ""."""
    return of.get(language) or of.get("en") or next(iter(of.values()), "")


def may_join(relation: RelationType, head: tuple[str, str], tail: tuple[str, str]) -> bool:
    """Return whether a relation of a type may join a head and a tail of these (layer, label)."""
    return allows(relation.head, head) and allows(relation.tail, tail)


def nameless_ends(schema: Schema) -> dict[str, tuple[str, str]]:
    """Return the (layer, label) of claimants without a name ("critics"), by relation type that may lead to them."""
    end = ATTRIBUTION, SPEAKER
    if schema.label(*end) is None:
        return {}
    return {relation.id: end for relation in schema.relations if allows(relation.tail, end)}


def unknown_to(schema: Schema, rule: Rule) -> list[str]:
    """Return the names in a rule that the schema lacks; a rule with an unknown name is always or never broken.

    The schema has an attribute if one of the rule's layers has it.
    """
    ends = {*(layer.id for layer in schema.layers), *(f"{label.layer}.{label.id}" for label in schema.labels)}
    unknown = [end for end in rule.of if end not in ends]
    layers = {end.partition(".")[0] for end in rule.of}
    for condition in (*rule.when, rule.then):
        if condition.subject is Subject.RELATION:
            known = ends if schema.relation(condition.id) is not None else None
        else:
            found = [schema.attribute(layer, condition.id) for layer in layers]
            values = {value.id for attribute in found if attribute is not None for value in attribute.values}
            known = (values or {*condition.values}) if any(found) else None
        if known is None:
            unknown.append(condition.id)
        else:
            unknown += [value for value in condition.values if value not in known]
    return unknown


def allows(ends: Iterable[str], end: tuple[str, str]) -> bool:
    """Return whether ``ends``, layers or ``layer.LABEL``, include spans of this (layer, label)."""
    return any(allowed in {end[0], f"{end[0]}.{end[1]}"} for allowed in ends)
