"""Turns the labels of imported documents into pending suggestions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.formats.shared.renewed import with_new_ids
from annotator.model.schema import Schema
from annotator.model.values import IMPORTED, Annotated, DraftRelation, Span, Suggestion, new_id
from annotator.project.project import Project


def suggestions_of(
    project: Project, annotated: Sequence[Annotated], schema: Schema
) -> tuple[list[Annotated], list[tuple[str, tuple[Suggestion, ...]]]]:
    """Return the new documents, with their labels as suggestions, and the suggestions for existing documents."""
    present = project.read.documents_with_text({entry.document.sha256 for entry in annotated})
    fresh: list[Annotated] = []
    suggested: list[tuple[str, tuple[Suggestion, ...]]] = []
    for entry in annotated:
        for span in entry.spans:
            schema.require_label(span.layer, span.label)
            schema.check_attributes(span.layer, span.attributes)
        known = present.get(entry.document.sha256)
        if known is None:
            renewed = with_new_ids(replace(entry, identities=(), labels=(), sentences=(), states=(), comments=()))
            document = renewed.document
            present[document.sha256] = document.id
            fresh.append(Annotated(document=document, suggestions=tuple(_drafts(renewed))))
        else:
            suggested.append((known, tuple(_drafts(entry, known))))
    return fresh, suggested


def _drafts(entry: Annotated, document: str | None = None) -> Iterator[Suggestion]:
    """Convert spans to suggestions; their relations become drafts that also describe the tail."""
    spans = {span.id: span for span in entry.spans}
    drawn: dict[str, list[DraftRelation]] = {}
    for relation in entry.relations:
        tail = spans.get(relation.tail)
        if tail is not None:
            draft = DraftRelation(label=relation.label, layer=tail.layer, tail_label=tail.label, parts=tail.parts)
            drawn.setdefault(relation.head, []).append(draft)
    for span in entry.spans:
        yield _suggestion(span, document or span.document, tuple(drawn.get(span.id, ())))


def _suggestion(span: Span, document: str, relations: tuple[DraftRelation, ...]) -> Suggestion:
    return Suggestion(
        id=new_id(),
        document=document,
        layer=span.layer,
        label=span.label,
        parts=span.parts,
        attributes=span.attributes,
        relations=relations,
        source=span.origin.source or IMPORTED,
        version=span.origin.version or "",
        score=span.origin.score,
        rule=span.origin.rule,
    )
