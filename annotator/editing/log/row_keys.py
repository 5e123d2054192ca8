"""A row's key, which stays the same when the row changes, and the document that a row belongs to."""

import json
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, TypeAlias

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

_KEYS: Mapping[type, tuple[str, Callable[[Row], Any]]] = {
    kind: (name, attrgetter(*columns.split()))
    for kind, name, columns in (
        (Document, "document", "id"),
        (Span, "span", "id"),
        (Relation, "relation", "id"),
        (Suggestion, "suggestion", "id"),
        (Identity, "identity", "id"),
        (Package, "package", "id"),
        (Settled, "settled", "id"),
        (Comment, "comment", "id"),
        (DocumentState, "document_state", "document annotator"),
        (DocumentLabel, "document_label", "document annotator label value"),
        (SentenceMark, "sentence_mark", "document annotator start end"),
        (DocumentSplit, "document_split", "document"),
        (Assignment, "assignment", "document annotator"),
        (Review, "review", "document annotator"),
        (Setting, "setting", "name"),
    )
}
_listed = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def key_of(row: Row) -> RowKey:
    """Return the key of a row: its kind, and its id or key columns."""
    name, key = _KEYS[type(row)]
    found = key(row)
    return name, found if isinstance(found, str) else _listed(found)


def document_of(row: Row) -> str | None:
    """Return the id of the document that a row belongs to, or None for kinds such as relations and identities."""
    return row.id if isinstance(row, Document) else getattr(row, "document", None)
