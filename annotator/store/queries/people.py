"""Queries of who is in a project, and who has worked there; rounds of re-tests and practice are left out."""

from annotator.model.values import GOLD
from annotator.store.queries.assigned import ROUNDS
from annotator.store.queries.base import Queries
from annotator.store.rows import CURRENT
from annotator.system.errors import StoreError

_ORDER = "ORDER BY layer, label, annotator LIMIT 1"
_LABELLING = f"""
WITH RECURSIVE step(number) AS (
    SELECT (SELECT rowid FROM span {_ORDER})
    UNION ALL
    SELECT coalesce(
        (SELECT rowid FROM span WHERE layer = now.layer AND label = now.label AND annotator > now.annotator {_ORDER}),
        (SELECT rowid FROM span WHERE layer = now.layer AND label > now.label {_ORDER}),
        (SELECT rowid FROM span WHERE layer > now.layer {_ORDER}))
    FROM step JOIN span AS now ON now.rowid = step.number
)
SELECT DISTINCT span.annotator FROM step JOIN span ON span.rowid = step.number
"""  # noqa: S608  # ours; it leaps from one annotator of a label to the next in the index, past all their labels
_DECIDING = """
SELECT name FROM annotator WHERE EXISTS (SELECT 1 FROM document_state WHERE annotator = name)
    OR EXISTS (SELECT 1 FROM document_label WHERE annotator = name)
    OR EXISTS (SELECT 1 FROM sentence_mark WHERE annotator = name)
    OR EXISTS (SELECT 1 FROM edit WHERE annotator = name AND kind IN ('accept', 'correct', 'reject'))
"""
_AT_ARTICLES = "SELECT annotator FROM document_state UNION SELECT annotator FROM assignment"
_COUNTS = f"""
SELECT own.annotator, own.state, count(*) FROM document_state AS own JOIN document ON document.id = own.document
WHERE own.state != 'open' AND (:replaced OR {CURRENT}) GROUP BY 1, 2 ORDER BY 1, 2
"""  # noqa: S608  # a condition of ours


class People(Queries):
    """Queries of annotators by name, and by what they have done in the project."""

    def labelling(self) -> list[str]:
        """Return the annotators who have labels on words, sorted; fast however many labels there are."""
        return self._without_rounds(self._column(_LABELLING))

    def present(self) -> list[str]:
        """Return the annotators who have labels, article states or decisions about suggestions, sorted."""
        return self._without_rounds([*self._column(_LABELLING), *self._column(_DECIDING)])

    def working(self) -> list[str]:
        """Return the annotators who have labels or article states, or were dealt articles, sorted."""
        return self._without_rounds([*self._column(_LABELLING), *self._column(_AT_ARTICLES)])

    def states(self, *, replaced: bool = False) -> list[tuple[str, str, int]]:
        """Count finished and skipped articles as (annotator, state, number); ``replaced`` includes replaced ones."""
        return self._all(_COUNTS, {"replaced": replaced})

    def require(self, name: str, *, rounds: bool = True) -> None:
        """Raise if the project has no annotator of this name; ``rounds`` also allows those of re-tests and practice.

        Raises:
            StoreError: ``store.no_annotator``, or ``store.no_gold`` if nothing was adjudicated.
        """
        every = self._column("SELECT name FROM annotator")
        known = self._without_rounds(every)
        if name == GOLD and name not in every:
            raise StoreError("store.no_gold", file=self._path.name)
        if name not in (every if rounds else known):
            raise StoreError("store.no_annotator", annotator=name, file=self._path.name, names=", ".join(known))

    def _without_rounds(self, names: list[str]) -> list[str]:
        return sorted(set(names) - set(self._column(ROUNDS)))
