"""Spans that come from suggestions, and whether a person looked at them."""

from dataclasses import replace

from annotator.model.values import Acceptance, Origin, OriginKind, Span, Suggestion, new_id


def span_of(suggestion: Suggestion, *, annotator: str, acceptance: Acceptance | None = None) -> Span:
    """Build the span that a suggestion proposes, with its origin."""
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
    """Return the span as looked at, or the same object if there is nothing to record."""
    if span.origin.kind is not OriginKind.SUGGESTION or span.origin.acceptance is Acceptance.LOOKED:
        return span
    return replace(span, origin=replace(span.origin, acceptance=Acceptance.LOOKED))


def changed(span: Span) -> Span:
    """Return a span whose label or boundaries a person changes: it was also looked at. One by hand stays as it is."""
    if span.origin.kind is OriginKind.HUMAN:
        return span
    span = looked(span)
    return span if span.origin.changed else replace(span, origin=replace(span.origin, changed=True))
