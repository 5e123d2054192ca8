"""The pending suggestions of a whole project, counted and listed without reading a text."""

from math import inf
from typing import Any, NamedTuple

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
    """A query for pending suggestions by source, layer, label, score (``least`` ≤ score < ``below``) and words.

    None matches all; ``unscored`` is the assumed score of suggestions without one. Words are case-insensitive.
    """

    source: str | None = None
    layer: str | None = None
    label: str | None = None
    least: float = -inf
    below: float = inf
    unscored: float = 0.0
    words: str = ""


class PendingRows(Queries):
    """Queries of pending suggestions; those in replaced articles are left out."""

    def sources(self) -> dict[str, int]:
        """Count all pending suggestions by source."""
        return dict(self._matching(_TOTAL, PendingQuery()))

    def counts(self, query: PendingQuery) -> dict[str, int]:
        """Count the matches by document, in the order documents were added, without zeros."""
        return dict(self._matching(_COUNTS, query))

    def listed(self, query: PendingQuery, first: int, *, by_doubt: bool = False) -> list[tuple[str, str]]:
        """Return (document, id) of the ``first`` matches by document and place, or of the least certain ones."""
        return self._matching(_DOUBTED if by_doubt else _LISTED, query, first=first)

    def inside(self, document: str, query: PendingQuery) -> frozenset[str]:
        """Return the ids of the matches in one document."""
        return frozenset(id_ for (id_,) in self._matching(_INSIDE, query, document=document))

    def _matching(self, statement: str, query: PendingQuery, **more: object) -> list[Any]:
        return self._all(statement, {**query._asdict(), "words": query.words.casefold(), **more})
