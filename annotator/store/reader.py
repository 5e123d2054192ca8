"""All queries of a project file. None as annotator stands for everyone, where a query allows it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.model.values import PRIORITY, Annotated, Priority, State, priority_of
from annotator.store.connection import Connection
from annotator.store.log.edit_log import Log
from annotator.store.queries.assigned import ROUNDS, Assigned
from annotator.store.queries.claim_search import ClaimSearch
from annotator.store.queries.decided import DECIDED_BY, Decided
from annotator.store.queries.disputes import Disputes
from annotator.store.queries.gathering import WholeDocuments
from annotator.store.queries.pending import AskedSources, PendingRows, Replaced
from annotator.store.queries.people import People
from annotator.store.queries.project_figures import Counts, Figures
from annotator.store.queries.searching import Searches
from annotator.store.queries.stored_rows import StoredRows
from annotator.store.queries.talk import Talk
from annotator.store.queries.walking import Nearby, Walk
from annotator.store.queries.who import Who
from annotator.store.row_json import readable
from annotator.store.rows import CURRENT
from annotator.system.errors import StoreError

_IDS_AT_ONCE = 500
_LINES_AT_ONCE = 2_000
_IN_A_STATE = (
    "SELECT 1 FROM document_state WHERE document = document.id AND (:annotator IS NULL OR annotator = :annotator)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A line in the list of articles. ``spans`` and ``claims`` count the labels of the annotator who asked.

    ``pending`` counts suggestions, which belong to everybody; ``decided`` counts those that this annotator decided.
    ``discussed`` says whether a thread of comments is open.
    """

    id: str
    title: str
    language: str
    publisher: str | None
    published: str | None
    state: State
    note: str
    priority: Priority
    replaced_by: str | None
    spans: int
    claims: int
    pending: int
    decided: int
    reviewed: bool = False
    adjudicated: bool = False
    discussed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentQuery:
    """A query for documents by part of the title (case-insensitive), by state and by suggestions.

    If ``annotator`` is None, a document has a state if it has that state for anybody. ``unsuggested`` selects documents
    without any suggestion, ``pending`` documents with a suggestion to decide about. ``replaced`` includes documents
    that a newer version replaces. ``first`` limits the number of documents.
    """

    annotator: str | None
    title: str = ""
    state: State | None = None
    unsuggested: bool = False
    pending: bool = False
    replaced: bool = False
    first: int | None = None


_LINES = f"""
SELECT document.id, title, language, publisher, published, coalesce(document_state.state, 'open'),
    coalesce(document_state.note, ''), document.priority,
    CASE WHEN document.replaced_by IS NOT NULL
        THEN (SELECT replaced_by FROM replaced WHERE replaced.document = document.id) END,
    (SELECT count(*) FROM span WHERE span.document = document.id AND span.annotator = :annotator),
    (SELECT count(*) FROM span WHERE span.document = document.id AND span.annotator = :annotator
        AND span.layer = 'claims'),
    (SELECT count(*) FROM suggestion WHERE suggestion.document = document.id AND suggestion.state = 'pending'),
    {DECIDED_BY.format(document="document.id")},
    EXISTS (SELECT 1 FROM review WHERE review.document = document.id),
    EXISTS (SELECT 1 FROM document_state AS gold WHERE gold.document = document.id AND gold.annotator = 'gold'
        AND gold.state = 'done'),
    EXISTS (SELECT 1 FROM comment WHERE comment.document = document.id AND comment.text != ''
        AND NOT EXISTS (SELECT 1 FROM comment AS answer WHERE answer.reply_to = comment.id)),
    document.rowid
FROM document
    LEFT JOIN document_state ON document_state.document = document.id AND document_state.annotator = :annotator
"""  # noqa: S608  # a query of ours
_LINE = f"{_LINES} WHERE document.id IN (SELECT value FROM json_each(:ids))"  # noqa: S608  # it knows no constants
_STATES = {str(state): state for state in State}  # a lookup takes half the time of State(…)


class Reader(StoredRows):
    """The queries of one open project file. Most are grouped in its attributes, one for each kind of question."""

    def __init__(self, connection: Connection, path: Path) -> None:
        super().__init__(connection, path)
        self.counts = Counts(connection, path)
        self.figures = Figures(connection, path)
        self.walk = Walk(connection, path)
        self.claims = ClaimSearch(connection, path)
        self.who = Who(connection, path)
        self.decided = Decided(connection, path)
        self.search = Searches(connection, path)
        self.replaced = Replaced(connection, path)
        self.pending = PendingRows(connection, path)
        self.nearby = Nearby(connection, path)
        self.asking = AskedSources(connection, path)
        self.assigned = Assigned(connection, path)
        self.people = People(connection, path)
        self.gathering = WholeDocuments(connection, path, self._texts)
        self.talk = Talk(connection, path)
        self.disputes = Disputes(connection, path)
        self.log = Log(connection, path, self.text)
        self.edit = self.log.edit
        self.steps = self.log.steps

    def annotators(self, *, rounds: bool = False) -> list[str]:
        """Return the names of all annotators, sorted; ``rounds`` includes those of rounds of re-tests and practice."""
        where = "1" if rounds else f"name NOT IN ({ROUNDS})"
        return self._column(f"SELECT name FROM annotator WHERE {where} ORDER BY name")  # noqa: S608  # ours

    def annotated(
        self, id_: str, annotator: str | None, *, suggestions: bool = False, comments: bool = False
    ) -> Annotated:
        """Return a document with an annotator's annotations, or everyone's for None.

        ``suggestions`` adds pending suggestions, ``comments`` everybody's comments.

        Raises:
            StoreError: ``store.no_document``.
        """
        self.text(id_)  # puts it into the cache
        (found,) = self.gathering.each([id_], annotator, suggestions=suggestions, comments=comments)
        return found

    def known_files(self) -> frozenset[str]:
        """Return the SHA-256 of each file that was read and whose articles are all still in the project."""
        return frozenset(self._column("SELECT digest FROM file_read GROUP BY digest HAVING count(*) = max(documents)"))

    def document_ids(self, query: DocumentQuery) -> list[str]:
        """Return the ids of matching documents, in the order they were added."""
        return list(self.iter_document_ids(query))

    def iter_document_ids(self, query: DocumentQuery) -> Iterator[str]:
        """Yield the ids that `document_ids` returns, with few of them in memory at a time."""
        where, values = _condition(query)
        statement = f"SELECT id FROM document WHERE {where} ORDER BY rowid LIMIT :first"  # noqa: S608
        first = -1 if query.first is None else query.first
        for (id_,) in self._portions(statement, {**values, "first": first}, _IDS_AT_ONCE):
            yield id_

    def count_documents(self, query: DocumentQuery) -> int:
        """Count the matching documents, ignoring the query's limit."""
        where, values = _condition(query)
        (count,) = self._one(f"SELECT count(*) FROM document WHERE {where}", values)  # noqa: S608
        return int(count)

    def find_document(self, name: str) -> str:
        """Return the id of the document that has this id or, if none has, this title.

        Raises:
            StoreError: ``store.no_document`` or ``store.ambiguous_document``.
        """
        found = self._all("SELECT id FROM document WHERE id = :name", {"name": name})
        found = found or self._all("SELECT id FROM document WHERE title = :name", {"name": name})
        if not found:
            raise StoreError("store.no_document", document=name, file=self._path.name)
        if len(found) > 1:
            raise StoreError("store.ambiguous_document", document=name, count=len(found))
        return str(found[0][0])

    def lines(self, ids: Sequence[str], annotator: str) -> list[DocumentLine]:
        """Return the list's lines for documents, in the order of ``ids``; missing documents are left out."""
        found = self._all(_LINE, {"annotator": annotator, "ids": json.dumps(list(ids))})
        by_id = {line.id: line for line in self._read_lines(found)}
        return [by_id[id_] for id_ in ids if id_ in by_id]

    def iter_lines(self, query: DocumentQuery, annotator: str) -> Iterator[DocumentLine]:
        """Yield the list's lines for matching documents, in the order they were added.

        They are read in portions, with no statement open in between, so the caller may be slow, for example while
        printing.
        """
        where, values = _condition(query)
        bound = {**values, "annotator": annotator, "after": 0, "most": _LINES_AT_ONCE}
        page = f"{_LINES} WHERE document.rowid > :after AND {where} ORDER BY document.rowid LIMIT :most"
        while found := self._all(page, bound):
            yield from self._read_lines(found)
            bound["after"] = found[-1][-1]

    def _read_lines(self, rows: Iterable[Sequence[Any]]) -> list[DocumentLine]:
        """Return rows as lines.

        Raises:
            StoreError: ``store.damaged`` for a row that cannot be read.
        """
        lines: list[DocumentLine] = []
        row: Sequence[Any] = ("",)
        with readable(self._path, "document", lambda: row[0]):
            for row in rows:
                lines.append(_line(row))  # noqa: PERF401  # `row` names the row in the message
        return lines


def _line(row: Sequence[Any]) -> DocumentLine:
    id_, title, language, publisher, published, state, note, priority, replaced_by, *counts, _ = row
    spans, claims, pending, decided, reviewed, adjudicated, discussed = counts
    return DocumentLine(
        id=id_,
        title=title,
        language=language,
        publisher=publisher,
        published=published,
        state=_STATES.get(state) or State(state),
        note=note,
        priority=Priority.NORMAL if priority is None else priority_of({PRIORITY: priority}),
        replaced_by=replaced_by,
        spans=spans,
        claims=claims,
        pending=pending,
        decided=decided,
        reviewed=bool(reviewed),
        adjudicated=bool(adjudicated),
        discussed=bool(discussed),
    )


def _condition(query: DocumentQuery) -> tuple[str, dict[str, str | None]]:
    """Return the SQL condition of a query, and the values it binds."""
    where = ["1" if query.replaced else CURRENT]
    if query.title:
        where.append("instr(casefold(title), :title)")
    if query.state is State.OPEN:
        where.append(f"NOT EXISTS ({_IN_A_STATE} AND state != 'open')")
    elif query.state is not None:
        where.append(f"EXISTS ({_IN_A_STATE} AND state = :state)")
    if query.unsuggested:
        where.append("NOT EXISTS (SELECT 1 FROM suggestion WHERE document = document.id)")
    if query.pending:
        where.append("EXISTS (SELECT 1 FROM suggestion WHERE document = document.id AND state = 'pending')")
    values = {"annotator": query.annotator, "title": query.title.casefold(), "state": str(query.state)}
    return " AND ".join(where), values
