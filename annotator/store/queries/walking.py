"""Queries that walk over all rows of a kind, count how often parts of the schema are used, or look near suggestions."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from annotator.editing.edits import EditKind
from annotator.model.json_rows import Json, parts_from
from annotator.model.values import CLAIMS, DOCUMENT, DocumentLabel, Identity, Part, Relation, Row, Span, Suggestion
from annotator.store.queries.base import Bound, Queries
from annotator.store.row_json import load, readable
from annotator.store.rows import DOCUMENT_LABEL, IDENTITY, RELATION, SPAN, SUGGESTION, TABLES, Table
from annotator.suggestions.renewal import LabelledWords
from annotator.text.parts import Cover

_RowT = TypeVar("_RowT", bound=Row)
_BY_PLACE = "ORDER BY document, start, id"

_FIELDS = """
SELECT layer, said.key, count(*) FROM span, json_each(span.attributes) AS said GROUP BY layer, said.key
UNION ALL SELECT :document, label, count(*) FROM document_label GROUP BY label
"""
_VALUES = """
SELECT layer, said.key, said.atom, count(*) FROM span, json_each(span.attributes) AS said
WHERE said.type = 'text' AND said.key IN (SELECT value FROM json_each(:fields)) GROUP BY layer, said.key, said.atom
UNION ALL SELECT :document, label, value, count(*) FROM document_label GROUP BY label, value
"""
_RELATIONS = """
SELECT relation.label, head.layer, head.label, tail.layer, tail.label, count(*)
FROM relation JOIN span AS head ON head.id = relation.head JOIN span AS tail ON tail.id = relation.tail
GROUP BY relation.label, head.layer, head.label, tail.layer, tail.label
"""
_DOUBLES = """
SELECT one.layer, one.label, other.label, count(*) FROM span AS one JOIN span AS other
    ON other.document = one.document AND other.start = one.start AND other.parts = one.parts
        AND other.layer = one.layer AND other.annotator = one.annotator AND other.label > one.label
GROUP BY one.layer, one.label, other.label
"""
_HEADS = """
SELECT leading, count(*) FROM (
    SELECT json_group_array(json_array(label, number)) AS leading FROM (
        SELECT head, label, count(*) AS number FROM relation GROUP BY head, label ORDER BY head, label)
    GROUP BY head HAVING sum(number) > 1)
GROUP BY leading
"""
_SCHEMA_EDITS = "SELECT id, undoes FROM edit WHERE kind = :kind AND changes != '[]' ORDER BY number"


class Walk(Queries):
    """Queries of all rows of a kind, of every annotator. Nothing may be written while a walk is running."""

    def spans(self, layer: str) -> Iterator[tuple[Span, str]]:
        """Yield the spans of a layer with their words, ordered by document and place.

        They are read in the order of an index, so nothing is sorted and the first span comes at once.
        """
        return self._quoted(SPAN, "+layer = :layer", {"layer": layer})

    def suggestions(self, layer: str) -> Iterator[tuple[Suggestion, str]]:
        """Yield the suggestions of a layer, decided or not, with their words, ordered by document and place."""
        return self._quoted(SUGGESTION, "layer = :layer", {"layer": layer})

    def relations(self, labels: Collection[str]) -> Iterator[Relation]:
        """Yield the relations of these types, ordered by id."""
        where = "label IN (SELECT value FROM json_each(:labels)) ORDER BY id"
        return self._values(RELATION, where, {"labels": _json(labels)})

    def document_labels(self, documents: Collection[str] | None = None) -> Iterator[DocumentLabel]:
        """Yield the labels of whole documents, ordered by document and annotator; None stands for all documents."""
        where = "true" if documents is None else "document IN (SELECT value FROM json_each(:documents))"
        values = {} if documents is None else {"documents": _json(documents)}
        return self._values(DOCUMENT_LABEL, f"{where} ORDER BY document, annotator, label, value", values)

    def identities(self, labels: Collection[str]) -> Iterator[Identity]:
        """Yield the identities with these labels, ordered by id."""
        where = "label IN (SELECT value FROM json_each(:labels)) ORDER BY id"
        return self._values(IDENTITY, where, {"labels": _json(labels)})

    def present(self, kind: type[_RowT], ids: Collection[str]) -> list[_RowT]:
        """Return the existing rows of a kind with these ids, in no particular order."""
        table: Table[_RowT] = TABLES[kind]
        return list(self._values(table, "id IN (SELECT value FROM json_each(:ids))", {"ids": _json(ids)}))

    def labels(self) -> dict[tuple[str, str], int]:
        """Count spans: (layer, label) → number."""
        return self._counted("SELECT layer, label, count(*) FROM span GROUP BY layer, label")

    def pending(self) -> dict[tuple[str, str], int]:
        """Count pending suggestions: (layer, label) → number."""
        return self._counted(
            "SELECT layer, label, count(*) FROM suggestion WHERE state = 'pending' GROUP BY layer, label"
        )

    def fields(self) -> dict[tuple[str, str], int]:
        """Count how often attributes are set: (layer, attribute) → number. Document labels have layer `DOCUMENT`."""
        return self._counted(_FIELDS, {"document": DOCUMENT})

    def values(self, fields: Collection[str]) -> dict[tuple[str, str, str], int]:
        """Count the values of these attributes and of all document labels: (layer, attribute, value) → number."""
        return self._counted(_VALUES, {"fields": _json(fields), "document": DOCUMENT})

    def joined(self) -> dict[tuple[str, tuple[str, str], tuple[str, str]], int]:
        """Count relations: (type, (layer, label) of the head, (layer, label) of the tail) → number."""
        rows = self._all(_RELATIONS)
        return {(label, (h_layer, head), (t_layer, tail)): n for label, h_layer, head, t_layer, tail, n in rows}

    def heads(self) -> dict[tuple[tuple[str, int], ...], int]:
        """Count the heads of several relations: sorted ((relation type, number), …) → number of spans."""
        rows = self._all(_HEADS)
        return {tuple((label, number) for label, number in json.loads(leading)): heads for leading, heads in rows}

    def doubles(self) -> dict[tuple[str, str, str], int]:
        """Count the places where one annotator set two labels of one layer: (layer, label, label) → number."""
        return self._counted(_DOUBLES)

    def words(self, layer: str, label: str) -> dict[str, int]:
        """Count how often a label's spans have each quote, the most frequent first."""
        statement = (
            "SELECT quote, count(*) FROM span WHERE layer = :layer AND label = :label"
            " GROUP BY quote ORDER BY count(*) DESC, quote"
        )
        return dict(self._portions(statement, {"layer": layer, "label": label}))

    def schema_edits(self) -> list[str]:
        """Return the ids of the schema edits that are in force, oldest first."""
        standing: dict[str, None] = {}
        undoing: set[str] = set()  # edits that undid one; undoing such an edit puts it in force again
        for id_, undoes in self._portions(_SCHEMA_EDITS, {"kind": str(EditKind.SCHEMA)}):
            if undoes is None or undoes in undoing:
                standing[id_] = None
            else:
                standing.pop(undoes, None)
                undoing.add(id_)
        return list(standing)

    def changes(self, edit: str) -> Iterator[tuple[Json | None, Json | None]]:
        """Yield the logged changes of an edit as JSON records (before, after)."""
        statement = "SELECT said.value FROM edit, json_each(edit.changes) AS said WHERE edit.id = :edit"
        with readable(self._path, "edit", lambda: edit):
            for (written,) in self._portions(statement, {"edit": edit}):
                change = load(written)
                yield change["before"], change["after"]

    def _quoted(self, table: Table[Any], where: str, values: dict[str, Any]) -> Iterator[tuple[Any, str]]:
        statement = _select(table, f"{where} {_BY_PLACE}", "quote")
        found: list[Any] = [""]
        with readable(self._path, table.name, lambda: found[0]):
            for *found, quote in self._portions(statement, values):
                yield table.value(found, _no_text), quote

    def _values(self, table: Table[_RowT], where: str, values: dict[str, Any]) -> Iterator[_RowT]:
        found: Sequence[Any] = ("",)
        with readable(self._path, table.name, lambda: found[0]):
            for found in self._portions(_select(table, where), values):
                yield table.value(found, _no_text)

    def _counted(self, statement: str, values: Bound = ()) -> dict[Any, int]:
        return {tuple(key): count for *key, count in self._portions(statement, values)}


def _select(table: Table[Any], rest: str, *more: str) -> str:
    return f"SELECT {', '.join((*table.read, *more))} FROM {table.name} WHERE {rest}"  # noqa: S608  # names of ours


def _json(values: Collection[str]) -> str:
    return json.dumps(sorted(values))


def _no_text(document: str) -> str:
    """Raise LookupError: the rows of a walk need no text."""
    raise LookupError(document)


_AT_STARTS = """
SELECT layer, start, end, parts FROM span
WHERE document = :document AND start IN (SELECT value FROM json_each(:starts))
"""
_WAITING = "document = :document AND state IN ('pending', 'held')"
_DECIDED_THERE = (
    "document = :document AND state IN ('accepted', 'corrected', 'rejected', 'superseded')"
    " AND start IN (SELECT value FROM json_each(:starts))"
    " AND (state = 'rejected' OR source IN (SELECT value FROM json_each(:sources)))"
)
_CLAIMS = """
SELECT layer, start, end, parts FROM claim_index JOIN span ON span.id = claim_index.claim
WHERE claim_index.document = :document
"""
_DONE = "SELECT 1 FROM document_state WHERE document = :document AND state = 'done' LIMIT 1"
_PLACES = """
SELECT start, end, parts FROM span WHERE document = :document
UNION ALL
SELECT start, end, '' FROM sentence_mark WHERE document = :document
UNION ALL
SELECT start, end, parts FROM suggestion
    WHERE document = :document AND state IN ('accepted', 'corrected', 'rejected', 'superseded')
"""


class Nearby(Queries):
    """Queries of suggestions, and of everybody's decisions at the same places."""

    def is_done(self, document: str) -> bool:
        """Return whether anybody has finished a document."""
        return bool(self._all(_DONE, {"document": document}))

    def suggestions(self, document: str, coming: Iterable[Suggestion], sources: Collection[str]) -> list[Suggestion]:
        """Return a document's undecided suggestions, and the decided ones that start where a new suggestion starts.

        Rejected suggestions of any source are returned, other decided ones only of these sources.
        """
        starts, named = json.dumps([each.start for each in coming]), json.dumps([*sources])
        there = self._suggestions(_DECIDED_THERE, {"document": document, "starts": starts, "sources": named})
        return [*self.waiting(document), *there]

    def of(self, ids: Iterable[str]) -> dict[str, Suggestion]:
        """Return the suggestions with these ids that exist, by id."""
        found = self._suggestions("id IN (SELECT value FROM json_each(:ids))", {"ids": json.dumps([*ids])})
        return {suggestion.id: suggestion for suggestion in found}

    def waiting(self, document: str) -> list[Suggestion]:
        """Return a document's undecided suggestions, shown or held back."""
        return self._suggestions(_WAITING, {"document": document})

    def taken(self, document: str, coming: Collection[Suggestion]) -> list[LabelledWords]:
        """Return the places of spans that start where a new suggestion starts, and of claims that overlap a new claim.

        ``coming`` are the new suggestions, which are not stored yet.
        """
        starts = json.dumps([each.start for each in coming])
        rows = self._all(_AT_STARTS, {"document": document, "starts": starts})
        hulls = [(each.start, each.end) for each in coming if each.layer == CLAIMS]
        if hulls:
            claims = Cover(hulls)
            rows += [row for row in self._all(_CLAIMS, {"document": document}) if claims.touches(*row[1:3])]
        with readable(self._path, "span", lambda: document):
            return [LabelledWords(layer, _parts(start, end, parts), start, end) for layer, start, end, parts in rows]

    def decided(self, document: str, stretches: Sequence[Part]) -> list[Part]:
        """Return the places of decisions that overlap one of the stretches, in code points, end exclusive.

        Decisions are spans, marked sentences and decided suggestions. If a decision has several parts, each part is
        returned.
        """
        wanted = Cover(stretches)
        parts: list[Part] = []
        with readable(self._path, "span", lambda: document):
            for start, end, written in self._all(_PLACES, {"document": document}):
                if wanted.touches(start, end):
                    parts += _parts(start, end, written) if written else [(start, end)]
        return parts

    def _suggestions(self, where: str, values: Mapping[str, Any]) -> list[Suggestion]:
        return self._rows(SUGGESTION, where, values, str)  # such a row needs no text


def _parts(start: int, end: int, written: str) -> tuple[Part, ...]:
    """Return a span's parts from JSON; most spans have no gaps, and need no parsing."""
    return ((start, end),) if written == f"[[{start},{end}]]" else parts_from(load(written))
