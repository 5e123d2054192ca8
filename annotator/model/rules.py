"""Find spans that break rules of the schema, and fields that nobody has reviewed. Both are only reported.

A rule is about a span, its attributes and the tails of its relations; see `annotator.model.schema.Rule`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from annotator.model.schema import Attribute, Comparison, Condition, Rule, Schema, Subject, allows
from annotator.model.values import CLAIMS, OriginKind, Relation, Span

Find = Callable[[str], Span | None]  # returns the span with an id, or None


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRule:
    """A span and a rule that it breaks."""

    span: Span
    rule: Rule


def faults(schema: Schema, spans: Iterable[Span], relations: Iterable[Relation]) -> list[BrokenRule]:
    """Return the rules broken in a document, by span and then in the schema's order.

    ``relations`` are those whose head is one of the spans. A tail in another document is unknown, and breaks no rule.
    """
    every = list(spans)
    by_id = {span.id: span for span in every}
    by_head: dict[str, list[Relation]] = {}
    for relation in relations:
        by_head.setdefault(relation.head, []).append(relation)
    return [fault for span in every for fault in faults_of(schema, span, by_head.get(span.id, ()), by_id.get)]


def faults_of(schema: Schema, span: Span, relations: Sequence[Relation], find: Find) -> list[BrokenRule]:
    """Return the rules that one span breaks, in the schema's order.

    The span is the head of ``relations``; ``find`` returns a relation's tail by its id, or None if it is unknown.
    """
    about = [rule for rule in schema.rules if allows(rule.of, (span.layer, span.label))]
    tails = _tails(relations, find) if about else {}
    return [
        BrokenRule(span=span, rule=rule)
        for rule in about
        if all(_holds(condition, span, tails) for condition in rule.when) and not _holds(rule.then, span, tails)
    ]


def unseen_fields(schema: Schema, span: Span) -> list[Attribute]:
    """Return the fields of a claim that its suggestion filled and nobody has reviewed, in the schema's order."""
    if span.layer != CLAIMS or span.origin.kind is not OriginKind.SUGGESTION:
        return []
    unseen = span.attributes.keys() - set(span.origin.confirmed)
    return [attribute for attribute in schema.attributes_of(span.layer) if attribute.id in unseen]


def outdated_fields(
    schema: Schema, span: Span, former: Mapping[str, Any], proposed: AbstractSet[str]
) -> AbstractSet[str]:
    """Return the proposed fields that fitted only former values of a span.

    These are fields that a rule links to a changed field, and that break a rule or have the former value themselves,
    like the type of fact “prediction” of a claim whose kind was “prediction”.

    Args:
        schema: The schema with the rules.
        span: The span with its new values and the proposed ones.
        former: The former value of each changed field.
        proposed: The ids of the fields that nobody has reviewed.
    """
    broken = {fault.rule.then.id for fault in faults_of(schema, span, (), lambda _: None)} if former else set()
    found = set[str]()
    for rule in schema.rules:
        linked = {condition.id for condition in (*rule.when, rule.then)}
        values = [former[name] for name in linked & former.keys()]
        if values:
            found |= {name for name in linked & proposed if name in broken or span.attributes.get(name) in values}
    return found


def _tails(relations: Iterable[Relation], find: Find) -> Mapping[str, list[Span | None]]:
    tails: dict[str, list[Span | None]] = {}
    for relation in relations:
        tails.setdefault(relation.label, []).append(find(relation.tail))
    return tails


def _holds(condition: Condition, span: Span, tails: Mapping[str, list[Span | None]]) -> bool:
    if condition.subject is Subject.RELATION:
        there = tails.get(condition.id, [])
        within = [tail is None or allows(condition.values, (tail.layer, tail.label)) for tail in there]
        without = [tail is None or not fits for tail, fits in zip(there, within, strict=True)]
        return _answer(condition.test, within, without)
    value = span.attributes.get(condition.id)
    within = [] if value is None else [value in condition.values]
    return _answer(condition.test, within, [not fits for fits in within])


def _answer(test: Comparison, within: Sequence[bool], without: Sequence[bool]) -> bool:
    """Return the result of a comparison.

    For each value of the span, ``within`` says whether it is, or may be, one of the condition's values, and
    ``without`` whether it is not, or may not be.
    """
    match test:
        case Comparison.PRESENT:
            return bool(within)
        case Comparison.ABSENT:
            return not within
        case Comparison.IN:
            return bool(within) and all(within)
        case Comparison.NOT_IN:
            return all(without)
