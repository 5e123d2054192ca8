"""Queries that return rows as values, by id or by document."""

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.model.values import Document, Identity, Relation, Settled, Span, Suggestion, SuggestionState
from annotator.store.connection import Connection
from annotator.store.queries.base import Queries
from annotator.store.rows import DOCUMENT, IDENTITY, RELATION, SETTLED, SPAN, SUGGESTION
from annotator.store.sqlite_errors import damaged
from annotator.system.errors import StoreError
from annotator.text.tokens import Tokens, from_bytes

_TEXTS_KEPT = 4
_TEXTS_AT_ONCE = 50
_BY_PLACE = " ORDER BY start, end, id"
_LISTED = "id IN (SELECT value FROM json_each(:ids))"

_EVERY_TEXT = """
SELECT id, text FROM document JOIN document_text ON document_text.document = document.id
WHERE document.id NOT IN (SELECT document FROM replaced) AND (:annotator IS NULL
    OR EXISTS (SELECT 1 FROM span WHERE span.document = document.id AND annotator = :annotator AND layer = 'entities')
    OR EXISTS (SELECT 1 FROM document_state AS said WHERE said.document = document.id AND annotator = :annotator
        AND state = 'done'))
ORDER BY document.rowid
"""

_TAKEN = " UNION ALL ".join(  # S608 knows no constants
    f"SELECT id FROM {table} WHERE {_LISTED}"  # noqa: S608
    for table in ("document", "span", "relation", "suggestion", "comment")
)


class StoredRows(Queries):
    """Queries that return rows as values. The texts read last are kept in memory."""

    def __init__(self, connection: Connection, path: Path) -> None:
        super().__init__(connection, path)
        self._texts: OrderedDict[str, str] = OrderedDict()

    def setting(self, name: str) -> str | None:
        """Return the value of a project setting, or None if it is not set."""
        found = self._one("SELECT value FROM setting WHERE name = ?", [name])
        return str(found[0]) if found else None

    def setting_names(self, prefix: str) -> list[str]:
        """Return the names of the settings that begin with a prefix, sorted."""
        return self._column("SELECT name FROM setting WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name", [prefix])

    def text(self, id_: str) -> str:
        """Return the text of the document with this id.

        Raises:
            StoreError: ``store.no_document``.
        """
        kept = self._texts.get(id_)
        if kept is not None:
            return kept
        found = self._one("SELECT text FROM document_text WHERE document = ?", [id_])
        if found is None:
            raise StoreError("store.no_document", document=id_, file=self._path.name)
        if type(found[0]) is not str:
            raise damaged(self._path, f"document_text {id_}")
        self._texts[id_] = found[0]
        if len(self._texts) > _TEXTS_KEPT:
            self._texts.popitem(last=False)
        return str(found[0])

    def document(self, id_: str) -> Document:
        """Return the document with this id.

        Raises:
            StoreError: ``store.no_document``.
        """
        found = self._rows(DOCUMENT, DOCUMENT.where, {"id": id_}, self.text)
        if not found:
            raise StoreError("store.no_document", document=id_, file=self._path.name)
        return found[0]

    def hashes(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the SHA-256 hashes of the texts of the documents with these ids: document id → hash."""
        statement = "SELECT id, sha256 FROM document WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._all(statement, [json.dumps(list(ids))]))

    def documents_with_text(self, sha256: Iterable[str]) -> dict[str, str]:
        """Return the documents whose text has one of these SHA-256 hashes: hash → document id."""
        statement = "SELECT sha256, id FROM document WHERE sha256 IN (SELECT value FROM json_each(?))"
        return dict(self._all(statement, [json.dumps(list(sha256))]))

    def texts(self, worked_at_by: str | None = None) -> Iterator[tuple[str, str]]:
        """Yield (id, text) of all documents except replaced ones, in the order they were added.

        ``worked_at_by`` limits them to documents that this annotator has finished or has labelled a name in.
        """
        return self._portions(_EVERY_TEXT, {"annotator": worked_at_by}, _TEXTS_AT_ONCE)

    def tokens(self, id_: str) -> Tokens | None:
        """Return a document's token boundaries, or None if they are missing or damaged and must be computed again."""
        found = self._one("SELECT tokenizer, version, starts, ends FROM document_tokens WHERE document = ?", [id_])
        if found is None:
            return None
        tokenizer, version, starts, ends = found
        try:
            return from_bytes(tokenizer, version, starts, ends, self.text(id_))
        except ValueError:  # `checking` reports it
            return None

    def suggestions(self, id_: str, state: SuggestionState | None = None) -> list[Suggestion]:
        """Return a document's suggestions in text order, or only those in one state."""
        where = "document = :document" + (" AND state = :state" if state is not None else "")
        return self._rows(SUGGESTION, where + _BY_PLACE, {"document": id_, "state": str(state)}, self.text)

    def settled(self, id_: str) -> list[Settled]:
        """Return the settled adjudication questions of a document, in text order."""
        return self._rows(SETTLED, "document = :document ORDER BY start, end, id", {"document": id_}, self.text)

    def spans_of(self, ids: Iterable[str]) -> list[Span]:
        """Return the spans with these ids, from any document, ordered by place."""
        return self._rows(SPAN, _LISTED + _BY_PLACE, {"ids": json.dumps(list(ids))}, self.text)

    def relations_of(self, ids: Iterable[str]) -> list[Relation]:
        """Return everyone's relations whose head or tail is one of these spans."""
        listed = "(SELECT value FROM json_each(:ids))"
        where = f"head IN {listed} OR tail IN {listed} ORDER BY id"
        return self._rows(RELATION, where, {"ids": json.dumps(list(ids))}, self.text)

    def identities(self, ids: Iterable[str]) -> list[Identity]:
        """Return the identities with these ids."""
        return self._rows(IDENTITY, _LISTED, {"ids": json.dumps(list(ids))}, self.text)

    def taken_ids(self, ids: Iterable[str]) -> set[str]:
        """Return the ids among ``ids`` that a document, span, relation, suggestion or comment already has."""
        return set(self._column(_TAKEN, {"ids": json.dumps(list(ids))}))
