"""Update the references between parts of a schema when a part is renamed or removed.

If the new name is None, the references are removed, and rules that lose a condition with them. The part itself must
have already been renamed or removed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from annotator.model.schema import Condition, Layer, Rule, Schema, Subject


def layer_renamed(schema: Schema, old: str, new: str | None) -> Schema:
    """Return the schema with all references to a layer changed; see the module."""
    return _with_ends(schema, old, new)


def label_renamed(schema: Schema, old: tuple[str, str], new: str | None) -> Schema:
    """Return the schema with all references to a label, given as (layer, label), changed; see the module."""
    layer, label = old
    named, becomes = f"{layer}.{label}", f"{layer}.{new}" if new is not None else None
    layers = tuple(_with_parents(each, label, new) if each.id == layer else each for each in schema.layers)
    return _with_ends(replace(schema, layers=layers), named, becomes)


def _with_ends(schema: Schema, named: str, becomes: str | None) -> Schema:
    def follow(condition: Condition) -> Condition | None:
        return _with_values(condition, named, becomes) if condition.subject is Subject.RELATION else condition

    rules = (replace(rule, of=_exchanged(rule.of, named, becomes)) for rule in schema.rules)
    return replace(
        schema,
        relations=tuple(
            replace(r, head=_exchanged(r.head, named, becomes), tail=_exchanged(r.tail, named, becomes))
            for r in schema.relations
        ),
        rules=tuple(_ruled((rule for rule in rules if rule.of), follow)),
    )


def attribute_renamed(schema: Schema, old: tuple[str, str], new: str | None) -> Schema:
    """Return the schema with all references to a field, given as (layer, field), changed; see the module."""
    layer, attribute = old

    def follow(condition: Condition) -> Condition | None:
        if (condition.subject, condition.id) != (Subject.ATTRIBUTE, attribute):
            return condition
        return replace(condition, id=new) if new is not None else None

    return _with_rules_about(schema, layer, follow)


def value_renamed(schema: Schema, old: tuple[str, str, str], new: str | None) -> Schema:
    """Return the schema with all references to a value (layer, field, value) changed; see the module."""
    layer, attribute, value = old

    def follow(condition: Condition) -> Condition | None:
        meant = (condition.subject, condition.id) == (Subject.ATTRIBUTE, attribute)
        return _with_values(condition, value, new) if meant else condition

    return _with_rules_about(schema, layer, follow)


def relation_renamed(schema: Schema, relation: str, new: str | None) -> Schema:
    """Return the schema with all references to a relation type changed; see the module."""

    def follow(condition: Condition) -> Condition | None:
        if (condition.subject, condition.id) != (Subject.RELATION, relation):
            return condition
        return replace(condition, id=new) if new is not None else None

    return replace(schema, rules=tuple(_ruled(schema.rules, follow)))


def _with_rules_about(schema: Schema, layer: str, follow: Callable[[Condition], Condition | None]) -> Schema:
    def about(rule: Rule) -> bool:
        return any(end.partition(".")[0] == layer for end in rule.of)

    rules = (found for rule in schema.rules for found in (_ruled([rule], follow) if about(rule) else [rule]))
    return replace(schema, rules=tuple(rules))


def _ruled(rules: Iterable[Rule], follow: Callable[[Condition], Condition | None]) -> Iterator[Rule]:
    """Yield the rules with updated conditions, without rules that lose a condition: their meaning would change."""
    for rule in rules:
        when, then = tuple(map(follow, rule.when)), follow(rule.then)
        kept = tuple(condition for condition in when if condition is not None)
        if then is not None and len(kept) == len(when):
            yield replace(rule, when=kept, then=then)


def _with_values(condition: Condition, old: str, new: str | None) -> Condition | None:
    if old not in condition.values:
        return condition
    values = _exchanged(condition.values, old, new)
    return replace(condition, values=values) if values else None


def _with_parents(layer: Layer, old: str, new: str | None) -> Layer:
    labels = (replace(v, parent=new) if v.parent == old else v for v in layer.labels)
    return replace(layer, labels=tuple(labels))


def _exchanged(names: Iterable[str], old: str, new: str | None) -> tuple[str, ...]:
    found = (new if name == old else name for name in names)
    return tuple(dict.fromkeys(name for name in found if name is not None))
