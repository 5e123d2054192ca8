"""Documents with everything that was decided about them: one query for each kind of row of many documents."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotator.errors import StoreError
from annotator.model import Annotated, Span
from annotator.store import file
from annotator.store.rows import (
    DOCUMENT,
    DOCUMENT_LABEL,
    DOCUMENT_STATE,
    IDENTITY,
    RELATION,
    SENTENCE_MARK,
    SPAN,
    SUGGESTION,
    RowT,
    Table,
    readable,
)

_AT_ONCE = 25  # documents that are in memory: with more, a query for each costs next to nothing already
_LISTED = "IN (SELECT value FROM json_each(:ids))"
_TEXTS = f"SELECT document, text FROM document_text WHERE document {_LISTED}"  # noqa: S608  # it knows no constants
_SPLITS = f"SELECT id, split FROM document WHERE id {_LISTED}"  # noqa: S608
_BY_PLACE = " ORDER BY document, start, end, id"  # an index has the first two


class Gathering:
    """Gathers documents of one open project file. ``kept`` are texts, by document, that need not be read again."""

    def __init__(self, connection: sqlite3.Connection, path: Path, kept: Mapping[str, str]) -> None:
        self._connection = connection
        self._path = path
        self._kept = kept

    def each(self, ids: Sequence[str], annotator: str | None, *, suggestions: bool = False) -> Iterator[Annotated]:
        """Give these documents, in this order, a few at a time in memory: see `Reader.annotated`.

        Raises:
            StoreError: ``store.no_document``.
        """
        for first in range(0, len(ids), _AT_ONCE):
            yield from self._together(ids[first : first + _AT_ONCE], annotator, suggestions=suggestions)

    def _together(self, ids: Sequence[str], annotator: str | None, *, suggestions: bool) -> Iterator[Annotated]:
        values = {"ids": json.dumps(list(ids)), "annotator": annotator}
        texts = self._texts(ids)
        documents = self._rows(DOCUMENT, f"id {_LISTED}", values, texts, of="id")
        splits = dict(self._all(_SPLITS, values))
        theirs = "" if annotator is None else " AND annotator = :annotator"
        mine = f"document {_LISTED}{theirs}"
        spans = self._rows(SPAN, mine + _BY_PLACE, values)
        relations = self._relations(theirs, values)
        labels = self._rows(DOCUMENT_LABEL, mine, values)
        sentences = self._rows(SENTENCE_MARK, f"{mine} ORDER BY document, start, end", values)
        states = self._rows(DOCUMENT_STATE, mine, values)
        waiting = f"document {_LISTED} AND state = 'pending'{_BY_PLACE}"
        pending = self._rows(SUGGESTION, waiting, values) if suggestions else {}
        meant = {id_: _meant(found) for id_, found in spans.items()}
        named = sorted({name for names in meant.values() for name in names})
        known = self._rows(IDENTITY, f"id {_LISTED}", {"ids": json.dumps(named)}, of="id") if named else {}
        for id_ in ids:
            if id_ not in documents:
                raise StoreError("store.no_document", document=id_, file=self._path.name)
            yield Annotated(
                document=documents[id_][0],
                spans=tuple(spans.get(id_, ())),
                relations=tuple(relations.get(id_, ())),
                identities=tuple(identity for name in meant.get(id_, ()) for identity in known.get(name, ())),
                labels=tuple(labels.get(id_, ())),
                sentences=tuple(sentences.get(id_, ())),
                states=tuple(states.get(id_, ())),
                suggestions=tuple(pending.get(id_, ())),
                split=splits[id_],
            )

    def _texts(self, ids: Sequence[str]) -> dict[str, str]:
        texts = {id_: self._kept[id_] for id_ in ids if id_ in self._kept}
        missing = [id_ for id_ in ids if id_ not in texts]
        return {**texts, **dict(self._all(_TEXTS, {"ids": json.dumps(missing)}))} if missing else texts

    def _relations(self, theirs: str, values: Mapping[str, Any]) -> dict[str, list[Any]]:
        """Give the relations by the document that their head stands in, in order of their ids."""
        columns = ", ".join(f"relation.{column}" for column in RELATION.read)
        statement = (
            f"SELECT span.document, {columns} FROM span JOIN relation ON relation.head = span.id"  # noqa: S608
            f" WHERE span.document {_LISTED}{theirs.replace('annotator =', 'relation.annotator =')}"
            " ORDER BY relation.id"
        )
        return self._grouped(RELATION, statement, values, {})

    def _rows(
        self,
        table: Table[RowT],
        rest: str,
        values: Mapping[str, Any],
        texts: Mapping[str, str] | None = None,
        of: str = "document",
    ) -> dict[str, list[RowT]]:
        """Give rows by the column ``of``."""
        statement = f"SELECT {of}, {', '.join(table.read)} FROM {table.name} WHERE {rest}"  # noqa: S608  # names of ours
        return self._grouped(table, statement, values, texts or {})

    def _grouped(
        self, table: Table[RowT], statement: str, values: Mapping[str, Any], texts: Mapping[str, str]
    ) -> dict[str, list[RowT]]:
        grouped: dict[str, list[RowT]] = defaultdict(list)
        key: object = None
        with readable(self._path, table.name, lambda: key):
            for found in self._all(statement, values):
                key = found[1]
                grouped[found[0]].append(table.value(found[1:], texts.__getitem__))
        return grouped

    def _all(self, statement: str, values: Mapping[str, Any]) -> list[Any]:
        with file.told(self._path):
            return self._connection.execute(statement, values).fetchall()


def _meant(spans: Sequence[Span]) -> list[str]:
    """Give the identities that mentions name, in order."""
    return sorted({name for span in spans if isinstance(name := span.attributes.get("identity"), str)})
