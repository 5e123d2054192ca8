"""Write the result of a merge: other people's edits into the log, and the rows that follow from both logs."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from itertools import groupby
from types import MappingProxyType
from typing import Any

from annotator.editing.edits import Edit
from annotator.editing.log.replaying import Dispute
from annotator.editing.log.row_keys import RowKey
from annotator.editing.log.uniting import MergedRows
from annotator.model.values import Document, DocumentLabel, DocumentSplit, Row
from annotator.processes import slices
from annotator.store import writing
from annotator.store.connection import Connection
from annotator.store.row_json import dump, load
from annotator.store.rows import TABLES, TextOf

# by kind of row; a split is stored in a column of its document
_TABLES = {table.name: table for row, table in TABLES.items() if row is not DocumentSplit}
_TABLES["document_split"] = TABLES[DocumentSplit]
# rows are written in this order, and removed in the reverse order
_ORDER = ("setting", "document", "document_split", "identity", "span", "suggestion", "relation")
_PRESENT = "SELECT {key} FROM {table} WHERE {key} IN (SELECT value FROM json_each(?))"
_PORTION = 500  # rows looked up, or edits appended, at a time
_APPEND = f"{writing.INTO_LOG} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Taking:
    """Writes the results of merges into one open project file."""

    def __init__(
        self, connection: Connection, transaction: Callable[[], AbstractContextManager[None]], known: TextOf
    ) -> None:
        self._connection = connection
        self._transaction = transaction
        self._known = known

    def take(self, union: MergedRows, texts: Mapping[str, str], kept: Mapping[str, str] = MappingProxyType({})) -> None:
        """Write the result of a merge, in one transaction.

        ``texts`` are the texts of the union's documents, by id. ``kept`` are settings to store with it.

        Raises:
            StoreError: The file could not be written; nothing was merged.
        """
        with self._transaction(), writing.large_cache(self._connection, wanted=True):
            _take(self._connection, union, texts, self._known)
            statement = "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)"
            self._connection.executemany(statement, list(kept.items()))


def _take(connection: Connection, union: MergedRows, texts: Mapping[str, str], known: TextOf) -> None:
    """Write a union into a file, inside the caller's transaction.

    ``texts`` has the texts of documents that may be new to the file, by id; ``known`` returns that of a document in it.
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
    fresh: list[Row] = []
    changed: list[Row] = []
    there = _present(connection, ordered)
    for key in ordered:
        row = union.rows[key]
        if isinstance(row, Document) and key not in there:
            writing.add_documents(connection, [(replace(row, text=texts[row.id]), None, added.get(row.id, ""))])
            if row.id in union.held:
                writing.put_held(connection, row.id, union.held[row.id])
        elif isinstance(row, DocumentSplit) or (row is not None and key in there):
            changed.append(row)
        elif row is not None:
            fresh.append(row)
    slices.finish(writing.inserting(connection, fresh, text))
    for row in changed:  # last: a claim's index, which triggers keep, needs the spans to which its relations lead
        _update(connection, row, text)
    _put_disputes(connection, union.disputes)
    _put_heads(connection, union.heads)
    _append(connection, union.edits)


def _added(edit: Edit) -> Iterable[Document]:
    return (change.after for change in edit.changes if isinstance(change.after, Document))


def _place(key: RowKey) -> tuple[int, RowKey]:
    return _ORDER.index(key[0]) if key[0] in _ORDER else len(_ORDER), key


def _columns(key: RowKey) -> dict[str, Any]:
    """Return the key columns, name → value, of the row that a row key identifies."""
    kind, id_ = key
    names = _TABLES[kind].key
    if len(names) > 1:
        return dict(zip(names, load(id_), strict=True))
    return {names[0]: id_}


def _present(connection: Connection, keys: Iterable[RowKey]) -> set[RowKey]:
    """Return the keys of the rows that the file has; rows with an id are looked up many at once."""
    found: set[RowKey] = set()
    for kind, alike in groupby(keys, lambda key: key[0]):
        table = _TABLES[kind]
        if len(table.key) > 1:
            found.update(key for key in alike if connection.execute(table.select, _columns(key)).fetchone())
            continue
        statement = _PRESENT.format(key=table.key[0], table=table.name)  # names of ours
        for some in slices.portions(alike, _PORTION):
            ids = json.dumps([id_ for _, id_ in some])
            found.update((kind, id_) for (id_,) in connection.execute(statement, [ids]))
    return found


def _remove(connection: Connection, key: RowKey) -> None:
    table = _TABLES[key[0]]
    if key[0] == "document_split":
        connection.execute("UPDATE document SET split = NULL WHERE id = :id", _columns(key))
        return
    connection.execute(f"DELETE FROM {table.name} WHERE {table.where}", _columns(key))  # noqa: S608  # names of ours


def _update(connection: Connection, row: Row, text: TextOf) -> None:
    if not isinstance(row, DocumentLabel):  # the key is the whole row
        writing.update(connection, row, text)


def _put_disputes(connection: Connection, disputes: Mapping[RowKey, tuple[Dispute, ...]]) -> None:
    connection.executemany("DELETE FROM dispute WHERE kind = ? AND row = ?", list(disputes))
    rows = [
        (*key, each.field, dump([asdict(said) for said in each.said])) for key, own in disputes.items() for each in own
    ]
    connection.executemany("INSERT INTO dispute (kind, row, field, said) VALUES (?, ?, ?, ?)", rows)


def _put_heads(connection: Connection, heads: Mapping[RowKey, tuple[str, ...]]) -> None:
    connection.executemany("DELETE FROM row_head WHERE kind = ? AND row = ?", list(heads))
    rows = [(*key, edit) for key, own in heads.items() for edit in own]
    connection.executemany("INSERT INTO row_head (kind, row, edit) VALUES (?, ?, ?)", rows)


def _append(connection: Connection, edits: Sequence[Edit]) -> None:
    """Append edits of other copies to the log, with their own ``turn`` and the ``over`` of their changes."""
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM edit").fetchone()
    documents = {edit.id: edit.document_ids for edit in edits}
    for some in slices.portions(edits, _PORTION):
        connection.executemany(_APPEND, [_values(edit) for edit in some])
    numbers = connection.execute("SELECT id, number FROM edit WHERE number > ?", [last])
    about = sorted((document, number) for id_, number in numbers for document in documents[id_])
    connection.executemany("INSERT INTO edit_document (document, edit) VALUES (?, ?)", about)


def _values(edit: Edit) -> list[Any]:
    changes = ",".join(writing.line(change, change.over) for change in edit.changes)
    return [*writing.values(edit), edit.turn, edit.copy, f"[{changes}]"]
