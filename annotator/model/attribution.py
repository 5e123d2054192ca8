"""Assigning an annotator to unowned rows."""

from dataclasses import replace
from typing import TypeVar

from annotator.model.values import IMPORTED, Annotated, DocumentLabel, DocumentState, Relation, SentenceMark, Span

_Row = TypeVar("_Row", Span, Relation, DocumentLabel, SentenceMark, DocumentState)


def ascribe(annotated: Annotated, annotator: str) -> Annotated:
    """Assign all rows of the annotator `IMPORTED`, which stands for nobody, to ``annotator``."""

    def all_of(rows: tuple[_Row, ...]) -> tuple[_Row, ...]:
        return tuple(replace(row, annotator=annotator) if row.annotator == IMPORTED else row for row in rows)

    return replace(
        annotated,
        spans=all_of(annotated.spans),
        relations=all_of(annotated.relations),
        labels=all_of(annotated.labels),
        sentences=all_of(annotated.sentences),
        states=all_of(annotated.states),
    )
