"""Find flaws in the draft of a schema; a schema without flaws is a valid file."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from enum import StrEnum

from annotator.model.schema import AttributeKind, Comparison, Rule, Schema, Words, unknown_to
from annotator.model.values import DOCUMENT


class Wrong(StrEnum):
    """A kind of flaw."""

    NO_NAME = "no_name"
    KEY_TWICE = "key_twice"  # the same key as `Flaw.other`
    NO_VALUES = "no_values"
    NO_ENDS = "no_ends"
    RULE_OF_NOTHING = "rule_of_nothing"
    RULE_WITHOUT_WORDS = "rule_without_words"
    RULE_UNFINISHED = "rule_unfinished"  # a condition lacks its subject or its values
    RULE_UNKNOWN = "rule_unknown"  # a rule names parts that the schema or its layers lack


OF_RULES = frozenset({Wrong.RULE_OF_NOTHING, Wrong.RULE_WITHOUT_WORDS, Wrong.RULE_UNFINISHED, Wrong.RULE_UNKNOWN})
_LISTING = frozenset({Comparison.IN, Comparison.NOT_IN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A flaw and its place: (layer, label), (layer, field, value), (relation,) or, for `OF_RULES`, (rule,).

    For a duplicate key, ``key`` is the key and ``other`` the place that also has it.
    """

    wrong: Wrong
    place: tuple[str, ...]
    key: str = ""
    other: tuple[str, ...] = ()


def flaws(schema: Schema) -> tuple[Flaw, ...]:
    """Return all flaws: of labels, fields, relations and rules, each in the schema's order."""
    return (*_of_labels(schema), *_of_fields(schema), *_of_relations(schema), *_of_rules(schema))


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """Return the wanted id, or the id with the first free number appended if it is taken."""
    known = taken if isinstance(taken, Set) else set(taken)
    number = 1
    found = wanted
    while found in known:
        number += 1
        found = f"{wanted}{number}"
    return found


def _of_labels(schema: Schema) -> Iterator[Flaw]:
    for layer in schema.layers:
        yield from _unnamed(layer.name, (layer.id,))
    for label in schema.labels:
        yield from _unnamed(label.name, (label.layer, label.id))
    yield from _twice(((label.layer, label.id), label.key) for label in schema.labels if label.active)


def _of_fields(schema: Schema) -> Iterator[Flaw]:
    for layer in schema.layers:
        shown = [field for field in schema.attributes_of(layer.id) if field.shown]
        languages = sorted({language for field in shown for language in field.keys})
        by_language = (
            [((layer.id, each.id), each.key_in(language)) for each in shown] for language in ("", *languages)
        )
        yield from dict.fromkeys(flaw for keys in by_language for flaw in _twice(keys))
    for field in schema.fields:
        place = (field.layer, field.id)
        yield from _unnamed(field.name, place)
        if field.kind in {AttributeKind.CHOICE, AttributeKind.SCALE} and not field.values:
            yield Flaw(wrong=Wrong.NO_VALUES, place=place)
        for value in field.values:
            yield from _unnamed(value.name, (*place, value.id))
        if field.layer != DOCUMENT:
            yield from _twice(((*place, value.id), value.key) for value in field.values)
    offered = [field for field in schema.document_labels if field.shown]  # the window offers all in one list
    yield from _twice(((DOCUMENT, field.id, value.id), value.key) for field in offered for value in field.values)


def _of_relations(schema: Schema) -> Iterator[Flaw]:
    for relation in schema.relations:
        yield from _unnamed(relation.name, (relation.id,))
        if not (relation.head and relation.tail):
            yield Flaw(wrong=Wrong.NO_ENDS, place=(relation.id,))


def _of_rules(schema: Schema) -> Iterator[Flaw]:
    for rule in schema.rules:
        wrong = _wrong_with(rule, schema)
        if wrong is not None:
            yield Flaw(wrong=wrong, place=(rule.id,))


def _wrong_with(rule: Rule, schema: Schema) -> Wrong | None:
    conditions = (*rule.when, rule.then)
    if not rule.of:
        return Wrong.RULE_OF_NOTHING
    if any(not each.id or (each.test in _LISTING and not each.values) for each in conditions):
        return Wrong.RULE_UNFINISHED
    if unknown_to(schema, rule):
        return Wrong.RULE_UNKNOWN
    return None if any(words.strip() for words in rule.words.values()) else Wrong.RULE_WITHOUT_WORDS


def _unnamed(name: Words, place: tuple[str, ...]) -> Iterator[Flaw]:
    if not any(words.strip() for words in name.values()):
        yield Flaw(wrong=Wrong.NO_NAME, place=place)


def _twice(keys: Iterable[tuple[tuple[str, ...], str | None]]) -> Iterator[Flaw]:
    holders: dict[str, tuple[str, ...]] = {}
    for place, key in keys:
        if key is None:
            continue
        if key in holders:
            yield Flaw(wrong=Wrong.KEY_TWICE, place=place, key=key, other=holders[key])
        holders[key] = place
