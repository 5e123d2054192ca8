"""Makes records from the rows of a project."""

from collections.abc import Iterator
from typing import Any

from annotator.editing.proposed_relations import CLAIMANT
from annotator.model import talk, values
from annotator.model.schema import ROLE
from annotator.model.values import Annotated
from spanwright.records import Article, Claim, Comment, Related, Span, Suggestion


def article_of(annotated: Annotated) -> Article:
    """Return the record of an article."""
    document = annotated.document
    return Article(
        article_id=document.id,
        title=document.title,
        text=document.text,
        language=document.language,
        publisher=document.publisher,
        author=document.author,
        url=document.url,
        published=document.published,
        state=str(annotated.states[0].state) if annotated.states else "open",
        split=annotated.split,
        labels={label.label: label.value for label in annotated.labels},
        excluded=document.excluded,
        meta=dict(document.meta),
    )


def span_of(row: values.Span, text: str) -> Span:
    """Return the record of labelled words in an article's text."""
    return Span(**_fields(row, text))


def claim_of(row: values.Span, annotated: Annotated) -> Claim:
    """Return the record of a claim, with the other ends of its relations."""
    related = tuple(_related(row, annotated))
    claimant = next((each.quote for each in related if each.relation == CLAIMANT), None)
    return Claim(**_fields(row, annotated.document.text), claimant=claimant, related=related)


def suggestion_of(row: values.Suggestion, text: str) -> Suggestion:
    """Return the record of a suggestion."""
    return Suggestion(
        id=row.id,
        article_id=row.document,
        layer=row.layer,
        label=row.label,
        start=row.start,
        end=row.end,
        quote=row.quote(text),
        source=row.source,
        version=row.version,
        parts=row.parts,
        attributes=dict(row.attributes),
        score=row.score,
        rule=row.rule,
        state=str(row.state),
    )


def comment_of(row: talk.Comment, text: str) -> Comment:
    """Return the record of a comment in an article's text."""
    return Comment(
        id=row.id,
        article_id=row.document,
        start=row.start,
        end=row.end,
        quote=text[row.start : row.end],
        text=row.text,
        annotator=row.annotator,
        made=row.made,
        reply_to=row.reply_to,
        span=row.span,
    )


def _fields(row: values.Span, text: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "article_id": row.document,
        "layer": row.layer,
        "label": row.label,
        "start": row.start,
        "end": row.end,
        "quote": row.quote(text),
        "annotator": row.annotator,
        "parts": row.parts,
        "attributes": dict(row.attributes),
        "note": row.note,
        "doubt": row.doubt,
        "origin": str(row.origin.kind),
        "source": row.origin.source,
        "score": row.origin.score,
    }


def _related(claim: values.Span, annotated: Annotated) -> Iterator[Related]:
    here = {span.id: span for span in annotated.spans}
    far = {each.id: each for each in annotated.elsewhere}
    for relation in annotated.relations:
        if relation.head != claim.id:
            continue
        role = relation.attributes.get(ROLE)
        if tail := here.get(relation.tail):
            yield Related(
                relation=relation.label,
                id=tail.id,
                article_id=tail.document,
                quote=tail.quote(annotated.document.text),
                start=tail.start,
                end=tail.end,
                label=tail.label,
                role=role,
            )
        elif other := far.get(relation.tail):
            yield Related(relation=relation.label, id=other.id, article_id=other.document, quote=other.quote, role=role)
