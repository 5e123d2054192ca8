"""Search the whole project for articles and spans; see `annotator.model.query`.

Queries of labels and states take the annotator. A long list is read in slices; each answer says how far it reached.
"""

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from operator import itemgetter
from typing import Any, NamedTuple

from annotator.model.query import Order, Query, Stage, match_of
from annotator.model.values import Part, Priority, State
from annotator.store.queries.base import Queries
from annotator.store.queries.talk import OPEN_COMMENT
from annotator.store.row_json import readable
from annotator.store.rows import CURRENT, REPLACED
from annotator.store.sqlite_errors import sqlite_errors
from annotator.text.sorting import title_fit

MOST_RANKED = 5_000  # matching articles above which ranking them takes longer than a frame
RANKED = 200  # the number of best matches
_SCANNED = 2_000  # articles per slice
_AT_ONCE = 60_000  # characters of matching texts per slice, which holds at least one article
_CHANCE = 5  # in the learning order one article in this many is random: otherwise some would never come
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # Unicode guarantees that these code points are not characters

_FROM = "document_number CROSS JOIN document ON document.id = document_number.document"
_FOUND = (
    f"document_search CROSS JOIN {_FROM.replace(' ON ', ' ON document_number.number = document_search.rowid AND ')}"
)
_MATCHES = (
    f"SELECT number, id, document.title, characters, highlight(document_search, 0, '{_OPEN}', '{_CLOSE}'),"  # noqa: S608
    f" highlight(document_search, 1, '{_OPEN}', '{_CLOSE}') FROM {_FOUND} WHERE document_search MATCH :match"
)
_COUNT_MATCHES = "SELECT count(*) FROM (SELECT 1 FROM document_search WHERE document_search MATCH :match LIMIT :most)"
_IN_A_STATE = "SELECT 1 FROM document_state WHERE document = document.id AND annotator = :annotator"
_STATES = "SELECT document, state FROM document_state WHERE annotator = :annotator AND state != 'open'"
_A_SPAN = "SELECT 1 FROM span WHERE span.document = document.id"
_STATE_OF = {state.value: state for state in State}  # a quarter of the time of State(…)
_REASONS = (
    "SELECT DISTINCT note FROM document_state WHERE annotator = :annotator AND state = 'skipped' AND note != ''"
    " ORDER BY note"
)
_OF_DOCUMENT: Mapping[str, str] = {
    "title": "instr(casefold(document.title), :title)",
    "language": "document.language = :language",
    "publisher": "document.publisher = :publisher",
    "since": "document.published >= :since",
    "until": "substr(document.published, 1, 10) <= :until",
    "batch": "document.batch = :batch",
    "priority": "(document.id IN (SELECT id FROM document WHERE priority = :priority) OR :priority = 'normal'"
    " AND document.id NOT IN (SELECT id FROM document WHERE priority IN ('high', 'low')))",
    "dealt_to": "EXISTS (SELECT 1 FROM assignment WHERE assignment.document = document.id"
    " AND assignment.annotator = :dealt_to)",
    "done_by": "EXISTS (SELECT 1 FROM document_state AS theirs WHERE theirs.document = document.id"
    " AND theirs.annotator = :done_by AND theirs.state = 'done')",
    "article_label": "EXISTS (SELECT 1 FROM document_label AS own WHERE own.document = document.id"
    " AND own.annotator = :annotator AND own.label = :article_label AND own.value = :article_value)",
    "noted": f"EXISTS ({_IN_A_STATE} AND note != '')",
}
_OF_SPAN: Mapping[str, str] = {
    "layer": "span.layer = :layer",
    "label": "span.label = :label",
    "beside": "EXISTS (SELECT 1 FROM span AS other WHERE other.document = span.document"
    " AND other.annotator = span.annotator AND other.layer = :beside_layer AND other.label = :beside_label)",
    "attribute": "CAST(json_extract(span.attributes, :path) AS TEXT) = :value",
    "claimant": "EXISTS (SELECT 1 FROM relation JOIN span AS claimant ON claimant.id = relation.tail"
    " WHERE relation.head = span.id AND relation.label = 'claimant' AND instr(casefold(claimant.quote), :claimant))",
    "note": "span.note != ''",
    "doubt": "span.doubt",
}
_SEVERAL_DONE = (
    "1 < (SELECT count(*) FROM document_state AS several WHERE several.document = document.id"
    " AND several.annotator != 'gold' AND several.state = 'done')"
)
_GOLD_DONE = (
    "EXISTS (SELECT 1 FROM document_state AS gold WHERE gold.document = document.id"
    " AND gold.annotator = 'gold' AND gold.state = 'done')"
)
_REVIEWED = "EXISTS (SELECT 1 FROM review WHERE review.document = document.id)"
_OF_STAGE: Mapping[Stage, str] = {
    Stage.REVIEWED: _REVIEWED,
    Stage.UNREVIEWED: f"NOT {_REVIEWED}",
    Stage.ADJUDICATED: _GOLD_DONE,
    Stage.UNADJUDICATED: f"NOT {_GOLD_DONE} AND {_SEVERAL_DONE}",
    Stage.DISCUSSED: f"EXISTS (SELECT 1 FROM comment WHERE comment.document = document.id AND {OPEN_COMMENT})",  # noqa: S608
}
_ORDERS: Mapping[Order, str] = {
    Order.ADDED: "document.rowid",
    Order.NEWEST: "document.published IS NULL, document.published DESC, document.rowid",
    Order.OLDEST: "document.published IS NULL, document.published, document.rowid",
    Order.TITLE: "sort_key(document.title), document.rowid",
    Order.WAITING: "(SELECT count(*) FROM suggestion WHERE suggestion.document = document.id"
    " AND suggestion.state = 'pending') DESC, document.rowid",
    # Doubt is 1 minus the score; a suggestion without a score gets the one in `tiers.certainty`. A very short text
    # counts as 600 characters, or a line with one doubtful name would come first.
    Order.LEARNING: "(SELECT total(1.0 - coalesce(score, 0.6)) FROM suggestion WHERE suggestion.document = document.id"
    " AND suggestion.state = 'pending') / max(document.characters, 600) DESC, document.rowid",
    Order.VARIED: "document.rowid",
    Order.BATCH: "document.batch IS NULL, document.batch, document.rowid",
    Order.RANDOM: "document.rowid",
}

_RANKS = {Priority.HIGH: -1, Priority.LOW: 1}


class FoundSpan(NamedTuple):
    """A span that matches a search; ``start`` and ``end`` are its hull in code points, end exclusive."""

    id: str
    layer: str
    label: str
    start: int
    end: int
    whole: bool  # whether the span has one part only


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocument:
    """An article that matches a search.

    If words were searched, ``text`` is the article's text and ``parts`` are the matches in it, in text order, in code
    points, end exclusive. ``titled`` says whether the title matches.
    """

    id: str
    title: str
    text: str = ""
    parts: tuple[Part, ...] = ()
    titled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSlice:
    """A slice of the matching articles. The next slice begins after ``reached``, which is None after the last slice."""

    documents: tuple[FoundDocument, ...]
    reached: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleQuery:
    """A search of titles for all ``words``, in any case: at most ``limit`` of the next ``scanned`` articles.

    A long list is searched in slices: ``after`` is 0 at first, then ``reached`` of the previous answer.
    """

    words: tuple[str, ...]
    after: int = 0
    scanned: int
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A slice of articles as (id, title, published, `title_fit`), those that fit best first.

    ``reached`` is None after the last slice.
    """

    documents: tuple[tuple[str, str, str | None, int], ...]
    reached: int | None


class Searches(Queries):
    """Queries for articles and spans by words and properties."""

    def documents(self, query: Query, annotator: str, *, after: int = 0, scanned: int = _SCANNED) -> SearchSlice:
        """Return a slice of the matching articles, in the order they were added.

        ``after`` is 0 for the first slice, then ``reached`` of the previous answer.
        """
        match = match_of(query.words)
        last = after + scanned
        values = {**_values(query, annotator), "match": match, "after": after, "last": last}
        if match is None:
            statement = (
                f"SELECT number, id, title, 0, '', '' FROM {_FROM} WHERE number > :after AND number <= :last"  # noqa: S608
                f"{_where(query)} ORDER BY number"
            )
        else:
            statement = (
                f"{_MATCHES} AND document_search.rowid > :after AND document_search.rowid <= :last{_where(query)}"
                " ORDER BY document_search.rowid"
            )
        documents, stopped = self._until_enough(statement, values)
        if stopped is not None:
            return SearchSlice(documents=documents, reached=stopped)
        newest = self._one("SELECT max(number) FROM document_number")[0] or 0
        return SearchSlice(documents=documents, reached=last if last < newest else None)

    def ranked(self, query: Query, annotator: str) -> tuple[FoundDocument, ...] | None:
        """Return the best matches, best first, or None if no words are searched or too many articles match."""
        match = match_of(query.words)
        values = {**_values(query, annotator), "match": match, "most": MOST_RANKED + 1, "limit": RANKED}
        if match is None or self._one(_COUNT_MATCHES, values)[0] > MOST_RANKED:
            return None
        statement = f"{_MATCHES}{_where(query)} ORDER BY rank LIMIT :limit"
        return tuple(map(_document, self._all(statement, values)))

    def titled(self, query: TitleQuery) -> Titled:
        """Return the articles with matching titles in one slice."""
        bounds = {"after": query.after, "last": query.after + query.scanned}
        words = {f"word{i}": word.casefold() for i, word in enumerate(query.words)}
        where = "".join(f" AND instr(casefold(title), :{name})" for name in words)
        found = self._all(
            f"SELECT id, title, published FROM document WHERE rowid > :after AND rowid <= :last{where}"  # noqa: S608
            " ORDER BY rowid",
            bounds | words,
        )
        fitted = sorted(((*row, title_fit(row[1], query.words)) for row in found), key=itemgetter(3))
        (newest,) = self._one("SELECT coalesce(max(rowid), 0) FROM document")
        beyond = newest > bounds["last"]
        return Titled(documents=tuple(fitted[: query.limit]), reached=bounds["last"] if beyond else None)

    def spans(self, document: str, query: Query, annotator: str) -> list[FoundSpan]:
        """Return the matching spans of a document, in text order."""
        found = self._all(
            "SELECT id, layer, label, start, end, json_array_length(parts) = 1 FROM span WHERE document = :document"  # noqa: S608
            f"{_where_span(query)} ORDER BY start, end, id",
            {**_values(query, annotator), "document": document},
        )
        return [FoundSpan(*row) for row in found]

    def ids(
        self,
        query: Query,
        annotator: str,
        order: Order = Order.ADDED,
        seed: int = 0,
        first: int | None = None,
        ranks: Mapping[str, int] | None = None,
    ) -> list[str]:
        """Return the ids of the matching articles in an order; ``first`` limits their number.

        The same seed gives the same random order. Articles in ``ranks`` come before others, by rank. In any order,
        articles of high priority come first and those of low priority last; then titles come first that begin with the
        searched title, and then those in which a word does, unless there are more than `MOST_RANKED`.
        """
        urgent = self._prioritised()
        sorted_here = urgent or ranks or query.title or order in {Order.RANDOM, Order.LEARNING}
        ids = self._column(
            f"SELECT document.id FROM document WHERE 1{_where_document(query)}"  # noqa: S608
            f" ORDER BY {_ORDERS[order]} LIMIT :limit",
            {
                **_values(query, annotator),
                "match": match_of(query.words),
                "limit": -1 if first is None or sorted_here else first,
            },
        )
        if order is Order.RANDOM:
            random.Random(seed).shuffle(ids)  # noqa: S311  # nothing secret
        elif order is Order.LEARNING:
            ids = _with_chance(ids, seed)
        if ranks:
            ids.sort(key=lambda id_: ranks.get(id_, len(ranks)))
        if query.title and len(ids) <= MOST_RANKED:
            titles = "SELECT id, title FROM document WHERE id IN (SELECT value FROM json_each(:ids))"
            fits = {id_: title_fit(title, (query.title,)) for id_, title in self._all(titles, {"ids": json.dumps(ids)})}
            ids.sort(key=fits.__getitem__)
        if urgent:
            ids.sort(key=lambda id_: urgent.get(id_, 0))
        return ids if first is None else ids[:first]

    def states(self, annotator: str) -> dict[str, State]:
        """Return the state of each article that the annotator finished or skipped, by id."""
        rows = self._all(_STATES, {"annotator": annotator})
        with readable(self._path, "document_state", lambda: f"of {annotator}"):
            return {document: _STATE_OF[state] for document, state in rows}

    def following(self, query: Query, annotator: str, here: str | None = None) -> str | None:
        """Return the id of the next article to work on: among the matches, one of the highest priority.

        Articles of this priority are taken in the order they were added. If ``here`` has this priority, the article
        after it is returned; at the end, or if ``here`` has another priority, the first. None if nothing matches.
        """
        ranks = self._prioritised()
        for priority in Priority:
            rank = _RANKS.get(priority, 0)
            if query.priority not in {None, priority} or (rank and rank not in ranks.values()):
                continue
            narrowed = replace(query, priority=priority)
            values = {**_values(narrowed, annotator), "match": match_of(narrowed.words), "here": here}
            statement = f"SELECT document.id FROM document WHERE 1{_where_document(narrowed)}"  # noqa: S608
            after = " AND document.rowid > (SELECT rowid FROM document WHERE id = :here)"
            for place in (after, "") if here is not None and ranks.get(here, 0) == rank else ("",):
                if found := self._column(f"{statement}{place} ORDER BY document.rowid LIMIT 1", values):
                    return found[0]
        return None

    def publishers(self) -> list[str]:
        """Return the names of all publishers, sorted."""
        return self._column(
            "SELECT DISTINCT publisher FROM document WHERE publisher != '' ORDER BY sort_key(publisher)"
        )

    def batches(self) -> list[str]:
        """Return the names of all batches, sorted."""
        return self._column("SELECT DISTINCT batch FROM document WHERE batch != '' ORDER BY batch")

    def reasons(self, annotator: str) -> list[str]:
        """Return the reasons that an annotator gave for skipping articles, sorted."""
        return self._column(_REASONS, {"annotator": annotator})

    def _prioritised(self) -> dict[str, int]:
        """Return the ranks of articles of high (-1) and low (1) priority, by id."""
        rows = self._all("SELECT id, priority FROM document WHERE priority IS NOT NULL")
        return {id_: _RANKS[priority] for id_, priority in rows if priority in _RANKS}

    def _until_enough(self, statement: str, values: Mapping[str, Any]) -> tuple[tuple[FoundDocument, ...], int | None]:
        """Return matches up to a limit of characters, and the number of the last article, or None if all were read."""
        documents: list[FoundDocument] = []
        room = _AT_ONCE
        with sqlite_errors(self._path, reads=True):
            rows = self._connection.execute(statement, values)
            try:
                for row in rows:
                    documents.append(_document(row))
                    room -= row[3]
                    if room <= 0:
                        return tuple(documents), row[0]
            finally:
                rows.close()
        return tuple(documents), None


def _document(row: Sequence[Any]) -> FoundDocument:
    _, id_, title, characters, marked_title, marked = row
    text = marked.replace(_OPEN, "").replace(_CLOSE, "")
    parts = _parts(marked) if len(text) == characters else ()  # if not, the text itself contains the marks
    return FoundDocument(id=id_, title=title, text=text, parts=parts, titled=_OPEN in marked_title)


def _parts(marked: str) -> tuple[Part, ...]:
    """Return the offsets of the matches in the text without FTS5's marks around them."""
    found: list[Part] = []
    place = marked.find(_OPEN)
    signs = 0
    while place >= 0:
        close = marked.index(_CLOSE, place)
        found.append((place - signs, close - signs - 1))
        signs += 2
        place = marked.find(_OPEN, close)
    return tuple(found)


def _with_chance(ids: Sequence[str], seed: int) -> list[str]:
    """Return the ids with a random one at every fifth place; the others keep their order."""
    drawn = list(ids)
    random.Random(seed).shuffle(drawn)  # noqa: S311  # nothing secret
    chance, ranked = iter(drawn), iter(ids)
    taken: dict[str, None] = {}
    for place in range(len(ids)):
        source = chance if place % _CHANCE == _CHANCE - 1 else ranked
        taken[next(id_ for id_ in source if id_ not in taken)] = None
    return list(taken)


def _values(query: Query, annotator: str) -> dict[str, Any]:
    name, value = query.attribute or ("", "")
    article_label, article_value = query.article_label or ("", "")
    beside_layer, beside_label = query.beside or ("", "")
    return {
        **asdict(query),  # SQLite ignores names that a statement lacks
        "annotator": annotator,
        "said_by": query.said_by or annotator,
        "title": query.title.casefold(),
        "state": str(query.state),
        "beside_layer": beside_layer,
        "beside_label": beside_label,
        "path": f"$.{json.dumps(name)}",
        "value": value,
        "article_label": article_label,
        "article_value": article_value,
        "claimant": query.claimant.casefold(),
    }


def _where(query: Query) -> str:
    """Return the SQL conditions on ``document``, each after an AND, without the searched words."""
    conditions = [REPLACED if query.replaced else CURRENT]
    conditions += [condition for name, condition in _OF_DOCUMENT.items() if getattr(query, name)]
    if query.state is State.OPEN:
        conditions.append(f"NOT EXISTS ({_IN_A_STATE} AND state != 'open')")
    elif query.state is not None:
        conditions.append(f"EXISTS ({_IN_A_STATE} AND state = :state)")
    if query.stage is not None:
        conditions.append(_OF_STAGE[query.stage])
    if query.about_spans:
        conditions.append(f"EXISTS ({_A_SPAN}{_where_span(query)})")
    return "".join(f" AND {condition}" for condition in conditions)


def _where_document(query: Query) -> str:
    """Return the SQL conditions on ``document``, each after an AND, including the searched words."""
    words = (
        " AND document.id IN (SELECT document FROM document_search JOIN document_number"
        " ON number = document_search.rowid WHERE document_search MATCH :match)"
    )
    return f"{words if match_of(query.words) is not None else ''}{_where(query)}"


def _where_span(query: Query) -> str:
    conditions = ["span.annotator = :said_by"]
    conditions += [condition for name, condition in _OF_SPAN.items() if getattr(query, name)]
    return "".join(f" AND {condition}" for condition in conditions)
