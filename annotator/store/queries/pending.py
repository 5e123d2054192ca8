"""Which suggestions of a whole project are to be decided about: counted and listed without reading a text."""

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
    """Those of a source, a layer, a label, with a score of ``least`` and more but not of ``below``, with these words.

    None stands for all; ``unscored`` is what counts as the score of what has none. Small and capital letters are one.
    """

    source: str | None = None
    layer: str | None = None
    label: str | None = None
    least: float = -inf
    below: float = inf
    unscored: float = 0.0
    words: str = ""


class PendingRows(Queries):
    """Asks one open project file, without what a newer version stands for."""

    def sources(self) -> dict[str, int]:
        """Give how many are pending by source, whatever they are."""
        return dict(self._matching(_TOTAL, PendingQuery()))

    def counts(self, query: PendingQuery) -> dict[str, int]:
        """Give how many there are by document, in the order documents were added; none with nothing."""
        return dict(self._matching(_COUNTS, query))

    def listed(self, query: PendingQuery, first: int, *, by_doubt: bool = False) -> list[tuple[str, str]]:
        """Give (document, id) of the first ones by document and place, or of the least certain ones."""
        return self._matching(_DOUBTED if by_doubt else _LISTED, query, first=first)

    def inside(self, document: str, query: PendingQuery) -> frozenset[str]:
        """Give the ids of those in one document."""
        return frozenset(id_ for (id_,) in self._matching(_INSIDE, query, document=document))

    def _matching(self, statement: str, query: PendingQuery, **more: object) -> list[Any]:
        return self._all(statement, {**query._asdict(), "words": query.words.casefold(), **more})
