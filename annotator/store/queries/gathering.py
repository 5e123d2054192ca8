"""Queries of documents with all their annotations, which read many documents together: one query per kind of row."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from annotator.model.json_records import line_around, origin_line, span_line
from annotator.model.talk import in_order
from annotator.model.values import Annotated, Document, Span
from annotator.processes.slices import portions
from annotator.store.connection import Connection
from annotator.store.queries.assigned import ROUNDS
from annotator.store.queries.base import Queries
from annotator.store.row_json import readable
from annotator.store.rows import (
    COMMENT,
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
    plain_span_line,
)
from annotator.system.errors import StoreError

_AT_ONCE = 25  # documents read at a time; with more, queries hardly get faster
_LISTED = "IN (SELECT value FROM json_each(:ids))"
_TEXTS = f"SELECT document, text FROM document_text WHERE document {_LISTED}"  # noqa: S608  # it knows no constants
_DOCUMENTS = f"SELECT split, {', '.join(DOCUMENT.read)} FROM document WHERE id {_LISTED}"  # noqa: S608
_BY_PLACE = " ORDER BY document, start, end, id"  # an index provides the first two
_PLACE = itemgetter(3, 0, 1, 2)  # document, start, end, id
_SPANS = f"SELECT start, end, {', '.join(SPAN.read)} FROM span WHERE "  # noqa: S608


class RecordLine(NamedTuple):
    """A document's record as a line of JSON, and the number of its spans."""

    text: str
    spans: int


class _Portion:
    """A group of documents whose rows are read together, with the SQL conditions for these rows."""

    def __init__(
        self,
        ids: Sequence[str],
        annotator: str | None,
        *,
        suggestions: bool,
        rounds: bool = False,
        comments: bool = False,
    ) -> None:
        self.ids = ids
        self.suggestions = suggestions
        self.comments = comments
        self.values = {"ids": json.dumps(list(ids)), "annotator": annotator}
        everybody = "" if rounds else f" AND annotator NOT IN ({ROUNDS})"
        self.theirs = everybody if annotator is None else " AND annotator = :annotator"
        self.mine = f"document {_LISTED}{self.theirs}"


class WholeDocuments(Queries):
    """Queries of whole documents. ``kept`` are texts already in memory, by document id."""

    def __init__(self, connection: Connection, path: Path, kept: Mapping[str, str]) -> None:
        super().__init__(connection, path)
        self._kept = kept

    def each(
        self,
        ids: Iterable[str],
        annotator: str | None,
        *,
        suggestions: bool = False,
        rounds: bool = False,
        comments: bool = False,
    ) -> Iterator[Annotated]:
        """Yield documents with their annotations, in the order of ``ids``, with few in memory at a time.

        ``annotator`` says whose annotations, None for everybody's. Everybody's annotations leave out those of rounds of
        re-tests and practice, unless ``rounds``. ``suggestions`` adds pending suggestions, ``comments`` all comments.

        Raises:
            StoreError: ``store.no_document``.
        """
        for some in portions(ids, _AT_ONCE):
            portion = _Portion(some, annotator, suggestions=suggestions, rounds=rounds, comments=comments)
            spans = self._by_document(SPAN, portion.mine + _BY_PLACE, portion.values)
            yield from self._together(portion, self._texts(portion.ids), spans)

    def lines(self, ids: Iterable[str], *, suggestions: bool = False) -> Iterator[RecordLine]:
        """Yield documents with everyone's annotations as JSON, as `json_records.to_line` writes them.

        Most spans are written from their columns without building a `Span`, which halves the work.

        Raises:
            StoreError: ``store.no_document``.
        """
        for some in portions(ids, _AT_ONCE):
            portion = _Portion(some, None, suggestions=suggestions, comments=True)
            texts = self._texts(portion.ids)
            written, made = self._span_lines(portion, texts)
            for annotated in self._together(portion, texts, made):
                spans = written[annotated.document.id]
                yield RecordLine(line_around(annotated, spans), len(spans))

    def _span_lines(
        self, portion: _Portion, texts: Mapping[str, str]
    ) -> tuple[defaultdict[str, list[str]], dict[str, list[Span]]]:
        """Return the portion's spans as JSON, by document, and the `Span` objects built on the way."""
        written: defaultdict[str, list[str]] = defaultdict(list)
        made: defaultdict[str, list[Span]] = defaultdict(list)
        key: object = None
        with readable(self._path, SPAN.name, lambda: key):
            rows = self._all(f"{_SPANS}{portion.mine}", portion.values)
            for found in sorted(rows, key=_PLACE):  # nearly sorted by an index; SQLite would sort them from scratch
                key, document = found[2], found[3]
                line = plain_span_line(found, texts[document])
                if line is None:
                    span = SPAN.value(found[2:], texts.__getitem__)
                    made[document].append(span)
                    line = span_line(span, span.quote(texts[document]), origin_line(span.origin))
                written[document].append(line)
        return written, made

    def _together(
        self, portion: _Portion, texts: Mapping[str, str], spans: Mapping[str, Sequence[Span]]
    ) -> Iterator[Annotated]:
        """Yield the portion's documents with the given spans, their identities, and the documents' other rows."""
        values, mine = portion.values, portion.mine
        documents = self._documents(values, texts)
        relations = self._relations(portion.theirs, values)
        labels = self._by_document(DOCUMENT_LABEL, mine, values)
        sentences = self._by_document(SENTENCE_MARK, f"{mine} ORDER BY document, start, end", values)
        states = self._by_document(DOCUMENT_STATE, mine, values)
        waiting = f"document {_LISTED} AND state = 'pending'{_BY_PLACE}"
        pending = self._by_document(SUGGESTION, waiting, values) if portion.suggestions else {}
        said = self._by_document(COMMENT, f"document {_LISTED}", values) if portion.comments else {}
        meant = {id_: _identity_ids(found) for id_, found in spans.items()}
        named = sorted({name for names in meant.values() for name in names})
        known = self._by_document(IDENTITY, f"id {_LISTED}", {"ids": json.dumps(named)}, of="id") if named else {}
        for id_ in portion.ids:
            if id_ not in documents:
                raise StoreError("store.no_document", document=id_, file=self._path.name)
            document, split = documents[id_]
            yield Annotated(
                document=document,
                spans=tuple(spans.get(id_, ())),
                relations=tuple(relations.get(id_, ())),
                identities=tuple(identity for name in meant.get(id_, ()) for identity in known.get(name, ())),
                labels=tuple(labels.get(id_, ())),
                sentences=tuple(sentences.get(id_, ())),
                states=tuple(states.get(id_, ())),
                suggestions=tuple(pending.get(id_, ())),
                split=split,
                comments=tuple(in_order(said[id_])) if id_ in said else (),
            )

    def _texts(self, ids: Sequence[str]) -> dict[str, str]:
        texts = {id_: self._kept[id_] for id_ in ids if id_ in self._kept}
        missing = [id_ for id_ in ids if id_ not in texts]
        return {**texts, **dict(self._all(_TEXTS, {"ids": json.dumps(missing)}))} if missing else texts

    def _documents(self, values: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, tuple[Document, str | None]]:
        """Return the documents and their splits, by id."""
        documents: dict[str, tuple[Document, str | None]] = {}
        key: object = None
        with readable(self._path, DOCUMENT.name, lambda: key):
            for split, *found in self._all(_DOCUMENTS, values):
                key = found[0]
                documents[found[0]] = DOCUMENT.value(found, texts.__getitem__), split
        return documents

    def _relations(self, theirs: str, values: Mapping[str, Any]) -> dict[str, list[Any]]:
        """Return the relations by the document of their head, each list ordered by id."""
        if not self._one("SELECT 1 FROM relation LIMIT 1"):
            return {}  # a search for each span would be wasted
        columns = ", ".join(f"relation.{column}" for column in RELATION.read)
        statement = (
            f"SELECT span.document, {columns} FROM span JOIN relation ON relation.head = span.id"  # noqa: S608
            f" WHERE span.document {_LISTED}{theirs.replace('AND annotator', 'AND relation.annotator')}"
            " ORDER BY relation.id"
        )
        return self._grouped(RELATION, statement, values, {})

    def _by_document(
        self,
        table: Table[RowT],
        rest: str,
        values: Mapping[str, Any],
        texts: Mapping[str, str] | None = None,
        of: str = "document",
    ) -> dict[str, list[RowT]]:
        """Return rows of a table grouped by the column ``of``; ``rest`` is the SQL after WHERE."""
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


def _identity_ids(spans: Sequence[Span]) -> list[str]:
    """Return the ids of the identities that the spans name, sorted."""
    return sorted({name for span in spans if isinstance(name := span.attributes.get("identity"), str)})
