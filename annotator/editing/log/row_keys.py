"""A row's key, which stays the same when the row changes, and the document that a row belongs to."""

import json
from typing import TypeAlias

from annotator.model.talk import Comment, Review
from annotator.model.values import (
    Assignment,
    Document,
    DocumentLabel,
    DocumentSplit,
    DocumentState,
    Identity,
    Package,
    Relation,
    Row,
    SentenceMark,
    Setting,
    Settled,
    Span,
    Suggestion,
)

RowKey: TypeAlias = tuple[str, str]
"""The kind of a row, as in the log, and its id, or its key columns as JSON if it has no id."""

BY_PLACE = frozenset(
    "assignment document_label document_split document_state review sentence_mark setting settled".split()
)
"""The kinds of rows whose key follows from what they are about, so that two people may make the same row."""

_KINDS: dict[type, str] = {
    Document: "document",
    Span: "span",
    Relation: "relation",
    Suggestion: "suggestion",
    Identity: "identity",
    Package: "package",
    Settled: "settled",
    Comment: "comment",
}
_listed = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def key_of(row: Row) -> RowKey:
    """Return the key of a row: its kind, and its id or key columns."""
    kind = _KINDS.get(type(row))
    if kind is not None:
        return kind, row.id  # type: ignore[union-attr]  # all these kinds have an id
    match row:
        case DocumentState():
            return "document_state", _listed([row.document, row.annotator])
        case DocumentLabel():
            return "document_label", _listed([row.document, row.annotator, row.label, row.value])
        case SentenceMark():
            return "sentence_mark", _listed([row.document, row.annotator, row.start, row.end])
        case DocumentSplit():
            return "document_split", row.document
        case Assignment():
            return "assignment", _listed([row.document, row.annotator])
        case Review():
            return "review", _listed([row.document, row.annotator])
        case Setting():
            return "setting", row.name
        case _:
            raise TypeError(type(row).__name__)


def document_of(row: Row) -> str | None:
    """Return the id of the document that a row belongs to, or None for kinds such as relations and identities."""
    match row:
        case Document():
            return row.id
        case (
            Span()
            | Suggestion()
            | DocumentLabel()
            | SentenceMark()
            | DocumentState()
            | DocumentSplit()
            | Assignment()
            | Settled()
            | Review()
            | Comment()
        ):
            return row.document
        case _:
            return None
