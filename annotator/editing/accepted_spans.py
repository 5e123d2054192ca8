"""Build spans from suggestions, and record whether a person looked at them."""

from dataclasses import replace

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
