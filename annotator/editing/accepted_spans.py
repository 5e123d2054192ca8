"""Build spans from suggestions, and record what a person looked at or changed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from annotator.model.values import Acceptance, Origin, OriginKind, Span, Suggestion, new_id


def span_of(suggestion: Suggestion, *, annotator: str, acceptance: Acceptance | None = None) -> Span:
    """Return a new span as a suggestion proposes it, with the suggestion as its origin."""
    return Span(
        id=new_id(),
        document=suggestion.document,
        layer=suggestion.layer,
        label=suggestion.label,
        parts=suggestion.parts,
        attributes=suggestion.attributes,
        annotator=annotator,
        origin=Origin(
            kind=OriginKind.SUGGESTION,
            source=suggestion.source,
            version=suggestion.version,
            score=suggestion.score,
            rule=suggestion.rule,
            acceptance=acceptance,
        ),
    )


def looked(span: Span) -> Span:
    """Return a span recorded as looked at, or the same object if there is nothing to record."""
    if span.origin.kind is not OriginKind.SUGGESTION or span.origin.acceptance is Acceptance.LOOKED:
        return span
    return replace(span, origin=replace(span.origin, acceptance=Acceptance.LOOKED))


def changed(span: Span) -> Span:
    """Return a span recorded as changed by a person and looked at; a span made by hand is returned as it is."""
    if span.origin.kind is OriginKind.HUMAN:
        return span
    span = looked(span)
    return span if span.origin.changed else replace(span, origin=replace(span.origin, changed=True))


def confirmed(span: Span, attributes: Iterable[str]) -> Span:
    """Return a suggested span with attributes marked as reviewed; a span made by hand is returned as it is."""
    if span.origin.kind is not OriginKind.SUGGESTION:
        return span
    reviewed = tuple(sorted({*span.origin.confirmed, *attributes}))
    span = looked(span) if attributes else span
    return replace(span, origin=replace(span.origin, confirmed=reviewed))


def with_attributes(span: Span, attributes: Mapping[str, Any]) -> Span:
    """Return a span with attributes set, which then count as reviewed; the value None removes an attribute."""
    return replace(confirmed(span, attributes), attributes=merged_attributes(span, attributes))


def merged_attributes(span: Span, attributes: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Return a span's attributes after setting some; the value None removes one."""
    return {name: value for name, value in {**span.attributes, **(attributes or {})}.items() if value is not None}
