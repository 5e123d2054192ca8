"""Queries of pending suggestions, of the sources that processed an article, and of replaced articles."""

import json
from collections.abc import Generator, Iterable
from math import inf
from typing import Any, NamedTuple

from annotator.processes import slices
from annotator.store.queries.base import Queries
from annotator.store.rows import CURRENT

_WANTED = """
FROM suggestion JOIN document ON document.id = suggestion.document
WHERE suggestion.state = 'pending' AND (:source IS NULL OR suggestion.source = :source)
    AND (:layer IS NULL OR suggestion.layer = :layer) AND (:label IS NULL OR suggestion.label = :label)
    AND coalesce(suggestion.score, :unscored) >= :least AND coalesce(suggestion.score, :unscored) < :below
    AND (:words = '' OR instr(casefold(suggestion.quote), :words))
"""
_PLACE = "document.rowid, suggestion.start, suggestion.end, suggestion.id"
_COUNTS = f"SELECT document.id, count(*) {_WANTED} AND {CURRENT} GROUP BY document.rowid ORDER BY document.rowid"
_LISTED = f"SELECT document.id, suggestion.id {_WANTED} AND {CURRENT} ORDER BY {_PLACE} LIMIT :first"
_DOUBTED = (
    f"SELECT document.id, suggestion.id {_WANTED} AND {CURRENT}"
    f" ORDER BY coalesce(suggestion.score, :unscored), {_PLACE} LIMIT :first"
)
_INSIDE = f"SELECT suggestion.id {_WANTED} AND suggestion.document = :document"
_TOTAL = f"SELECT suggestion.source, count(*) {_WANTED} AND {CURRENT} GROUP BY suggestion.source ORDER BY 1"


class PendingQuery(NamedTuple):
    """Conditions on pending suggestions: source, layer, label, score (``least`` ≤ score < ``below``) and words.

    None and "" match all. ``unscored`` is the score assumed for suggestions without one. Case is ignored in words.
    """

    source: str | None = None
    layer: str | None = None
    label: str | None = None
    least: float = -inf
    below: float = inf
    unscored: float = 0.0
    words: str = ""


class PendingRows(Queries):
    """Queries of pending suggestions. Replaced articles are left out, except by `inside`."""

    def sources(self) -> dict[str, int]:
        """Count all pending suggestions by source."""
        return dict(self._matching(_TOTAL, PendingQuery()))

    def counts(self, query: PendingQuery) -> dict[str, int]:
        """Count the matches in each document that has any, in the order the documents were added."""
        return dict(self._matching(_COUNTS, query))

    def listed(self, query: PendingQuery, first: int, *, by_doubt: bool = False) -> list[tuple[str, str]]:
        """Return (document, id) of ``first`` matches, by document and place, or ``by_doubt`` by ascending score."""
        return self._matching(_DOUBTED if by_doubt else _LISTED, query, first=first)

    def inside(self, document: str, query: PendingQuery) -> frozenset[str]:
        """Return the ids of the matching suggestions in one document, which may be a replaced one."""
        return frozenset(id_ for (id_,) in self._matching(_INSIDE, query, document=document))

    def _matching(self, statement: str, query: PendingQuery, **more: object) -> list[Any]:
        return self._all(statement, {**query._asdict(), "words": query.words.casefold(), **more})


_SCANNED = 500  # documents per slice, which takes two milliseconds

_ASKED = "SELECT 1 FROM document_source WHERE document = :document AND source = :source AND version = :version"

_TO_ASK = """
SELECT id FROM document WHERE rowid > :after AND rowid <= :last AND EXISTS (
    SELECT 1 FROM json_each(:asked) AS asked WHERE NOT EXISTS (
        SELECT 1 FROM document_source WHERE document_source.document = document.id
            AND document_source.source = asked.value ->> 0 AND document_source.version = asked.value ->> 1)
    AND (asked.value ->> 2 IS NULL
        OR asked.value ->> 2 IN (document.language, (SELECT value FROM setting WHERE name = 'language'))
        OR NOT EXISTS (SELECT 1 FROM document_source WHERE document_source.document = document.id)))
    AND document.id NOT IN (SELECT document FROM replaced)
    AND NOT (EXISTS (SELECT 1 FROM document_state
            WHERE document_state.document = document.id AND annotator = :finished_by AND state = 'done')
        AND EXISTS (SELECT 1 FROM document_source WHERE document_source.document = document.id))
ORDER BY rowid
"""
_NEWEST = "SELECT coalesce(max(rowid), 0) FROM document"


class AskedSources(Queries):
    """Queries of which sources have processed which documents."""

    def was_asked(self, document: str, source: str, version: str) -> bool:
        """Return whether this version of a source has processed a document."""
        return bool(self._all(_ASKED, {"document": document, "source": source, "version": version}))

    def documents(self, sources: Iterable[tuple[str, str, str | None]], finished_by: str | None = None) -> list[str]:
        """Return the documents that at least one of the sources has not processed, in the order they were added.

        Each source is (source, version, language). A source with a language skips documents known to be in another
        language. Documents that the annotator ``finished_by`` has finished are skipped once any source has processed
        them.
        """
        return slices.finish(self.finding(sources, finished_by))

    def finding(
        self, sources: Iterable[tuple[str, str, str | None]], finished_by: str | None = None
    ) -> Generator[None, None, list[str]]:
        """Find what `documents` returns, in slices with a pause after each; documents added meanwhile are included."""
        values = {"asked": json.dumps(list(sources)), "finished_by": finished_by}
        found: list[str] = []
        after = 0
        while after < self._one(_NEWEST)[0]:
            found += self._column(_TO_ASK, {**values, "after": after, "last": after + _SCANNED})
            after += _SCANNED
            yield
        return found


class Replaced(Queries):
    """Queries of articles that newer versions replace."""

    def count(self) -> int:
        """Count the replaced documents."""
        return len(self._column("SELECT document FROM replaced"))

    def newer(self, document: str) -> str | None:
        """Return the id of the newer version that replaces a document, or None."""
        return next(iter(self._column("SELECT replaced_by FROM replaced WHERE document = ?", [document])), None)

    def older(self, document: str) -> list[str]:
        """Return the ids of the documents that a document replaces, in the order they were added."""
        statement = "SELECT document FROM replaced JOIN document ON id = document WHERE replaced.replaced_by = ?"
        return self._column(f"{statement} ORDER BY document.rowid", [document])
