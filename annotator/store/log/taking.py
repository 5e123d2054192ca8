"""Write the result of a merge: other people's edits into the log, and the rows that follow from both logs."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

from annotator.editing.edits import Edit
from annotator.editing.log.replaying import Dispute, Said
from annotator.editing.log.row_keys import RowKey
from annotator.editing.log.uniting import Union
from annotator.model.json_rows import row_to
from annotator.model.values import (
    Document,
    DocumentLabel,
    DocumentSplit,
    Row,
)
from annotator.store import writing
from annotator.store.connection import Connection
from annotator.store.row_json import dump, load
from annotator.store.rows import TABLES, TextOf

# by kind of row; a split is stored in a column of its document
_TABLES = {table.name: table for row, table in TABLES.items() if row is not DocumentSplit}
_TABLES["document_split"] = TABLES[DocumentSplit]
# rows are written in this order, and removed in the reverse order
_ORDER = ("setting", "document", "document_split", "identity", "span", "suggestion", "relation")
_APPEND = """
INSERT INTO edit (id, kind, annotator, at, milliseconds, undoes, facts, turn, copy, changes)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class Taking:
    """Writes the results of merges into one open project file."""

    def __init__(
        self, connection: Connection, transaction: Callable[[], AbstractContextManager[None]], known: TextOf
    ) -> None:
        self._connection = connection
        self._transaction = transaction
        self._known = known

    def take(self, union: Union, texts: Mapping[str, str], kept: Mapping[str, str] = MappingProxyType({})) -> None:
        """Write the result of a merge, in one transaction.

        ``texts`` are the texts of the union's documents, by id. ``kept`` are settings to store with it.

        Raises:
            StoreError: The file could not be written; nothing was merged.
        """
        with self._transaction():
            _take(self._connection, union, texts, self._known)
            statement = "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)"
            self._connection.executemany(statement, list(kept.items()))


def _take(connection: Connection, union: Union, texts: Mapping[str, str], known: TextOf) -> None:
    """Write a union into a file, inside the caller's transaction.

    Args:
        connection: The file's connection.
        union: The result of the merge.
        texts: The texts of documents that may be new to the file, by id.
        known: Returns the text of a document in the file, by its id.
    """

    def text(document: str) -> str:
        return texts[document] if document in texts else known(document)

    rows = [row for row in union.rows.values() if row is not None]
    names = {edit.annotator for edit in union.edits} | writing.signed(rows)
    writing.add_annotators(connection, names)
    added = {edit_row.id: edit.when for edit in union.edits for edit_row in _added(edit)}
    ordered = sorted(union.rows, key=_place)
    for key in reversed(ordered):
        if union.rows[key] is None:
            _remove(connection, key)
    fresh: list[str] = []
    for key in ordered:
        row = union.rows[key]
        if isinstance(row, Document) and not _is_there(connection, key):
            writing.add_documents(connection, [(replace(row, text=texts[row.id]), None, added.get(row.id, ""))])
            fresh.append(row.id)
        elif row is not None:
            _put(connection, key, row, text)
    for document, sentences in union.held.items():
        if document in fresh:
            writing.put_held(connection, document, sentences)
    _put_disputes(connection, union.disputes)
    _put_heads(connection, union.heads)
    for edit in union.edits:
        _append(connection, edit)


def _added(edit: Edit) -> Iterable[Document]:
    return (change.after for change in edit.changes if isinstance(change.after, Document))


def _place(key: RowKey) -> tuple[int, str]:
    kind = key[0]
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER), key[1]


def _columns(key: RowKey) -> dict[str, Any]:
    """Return the key columns, name → value, of the row that a row key identifies."""
    kind, id_ = key
    names = _TABLES[kind].key
    if kind in {"assignment", "document_state", "document_label", "review", "sentence_mark"}:
        return dict(zip(names, load(id_), strict=True))
    return {names[0]: id_}


def _is_there(connection: Connection, key: RowKey) -> bool:
    table = _TABLES[key[0]]
    statement = f"SELECT 1 FROM {table.name} WHERE {table.where}"  # noqa: S608  # names of ours
    return connection.execute(statement, _columns(key)).fetchone() is not None


def _remove(connection: Connection, key: RowKey) -> None:
    table = _TABLES[key[0]]
    if key[0] == "document_split":
        connection.execute("UPDATE document SET split = NULL WHERE id = :id", _columns(key))
        return
    connection.execute(f"DELETE FROM {table.name} WHERE {table.where}", _columns(key))  # noqa: S608  # names of ours


def _put(connection: Connection, key: RowKey, row: Row, text: TextOf) -> None:
    if not _is_there(connection, key):
        writing.insert(connection, row, text)
    elif not isinstance(row, DocumentLabel):  # the key is the whole row
        writing.update(connection, row, text)


def _put_disputes(connection: Connection, disputes: Mapping[RowKey, tuple[Dispute, ...]]) -> None:
    connection.executemany("DELETE FROM dispute WHERE kind = ? AND row = ?", list(disputes))
    rows = [
        (*key, each.field, dump([_said(said) for said in each.said])) for key, own in disputes.items() for each in own
    ]
    connection.executemany("INSERT INTO dispute (kind, row, field, said) VALUES (?, ?, ?, ?)", rows)


def _said(said: Said) -> dict[str, Any]:
    return {"edit": said.edit, "annotator": said.annotator, "value": said.value}


def _put_heads(connection: Connection, heads: Mapping[RowKey, tuple[str, ...]]) -> None:
    connection.executemany("DELETE FROM row_head WHERE kind = ? AND row = ?", list(heads))
    rows = [(*key, edit) for key, own in heads.items() for edit in own]
    connection.executemany("INSERT INTO row_head (kind, row, edit) VALUES (?, ?, ?)", rows)


def _append(connection: Connection, edit: Edit) -> None:
    """Append an edit of another copy to the log; its ``turn``, and ``over`` of its changes, stay as they are there."""
    written: list[dict[str, Any]] = []
    for change in edit.changes:
        before, after = (None if row is None else row_to(row) for row in (change.before, change.after))
        sides: dict[str, Any] = {"before": before, "after": after}
        written.append({**sides, "over": change.over} if change.over else sides)
    values = [edit.id, str(edit.kind), edit.annotator, edit.when, edit.milliseconds, edit.undoes]
    facts = dump(dict(edit.facts)) if edit.facts else None
    cursor = connection.execute(_APPEND, [*values, facts, edit.turn, edit.copy, dump(written)])
    insert = partial(connection.executemany, "INSERT INTO edit_document (document, edit) VALUES (?, ?)")
    insert([(document, cursor.lastrowid) for document in sorted(edit.document_ids)])
