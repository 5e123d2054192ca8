"""Queries of who has worked in a project; rounds of re-tests and practice are left out."""

from annotator.store.queries.assigned import ROUNDS
from annotator.store.queries.base import Queries
from annotator.store.rows import CURRENT

_LABELLING = """
WITH RECURSIVE step(number) AS (
    SELECT (SELECT rowid FROM span ORDER BY layer, label, annotator LIMIT 1)
    UNION ALL
    SELECT (SELECT later.rowid FROM span AS later
        WHERE (later.layer, later.label, later.annotator) > (span.layer, span.label, span.annotator)
        ORDER BY later.layer, later.label, later.annotator LIMIT 1)
    FROM step JOIN span ON span.rowid = step.number
)
SELECT DISTINCT span.annotator FROM step JOIN span ON span.rowid = step.number
"""  # leaps from one annotator to the next in the index, however many labels each has
_STATED = "SELECT DISTINCT annotator FROM document_state WHERE state = :state"
_DECIDING = """
SELECT name FROM annotator WHERE EXISTS (SELECT 1 FROM document_state WHERE annotator = name)
    OR EXISTS (SELECT 1 FROM document_label WHERE annotator = name)
    OR EXISTS (SELECT 1 FROM sentence_mark WHERE annotator = name)
    OR EXISTS (SELECT 1 FROM edit WHERE annotator = name AND kind IN ('accept', 'correct', 'reject'))
"""
_COUNTS = f"""
SELECT own.annotator, own.state, count(*) FROM document_state AS own JOIN document ON document.id = own.document
WHERE own.state != 'open' AND (:replaced OR {CURRENT}) GROUP BY 1, 2 ORDER BY 1, 2
"""  # noqa: S608  # a condition of ours


class People(Queries):
    """Queries of annotators by what they have done in the project."""

    def labelling(self) -> list[str]:
        """Return the annotators who have labels on words, sorted; fast however many labels there are."""
        return self._without_rounds(self._column(_LABELLING))

    def done(self) -> list[str]:
        """Return the annotators who have finished an article, sorted."""
        return self._without_rounds(self._column(_STATED, {"state": "done"}))

    def present(self) -> list[str]:
        """Return the annotators who have labels, article states or decisions about suggestions, sorted."""
        return self._without_rounds([*self._column(_LABELLING), *self._column(_DECIDING)])

    def states(self, *, replaced: bool = False) -> list[tuple[str, str, int]]:
        """Count finished and skipped articles as (annotator, state, number); ``replaced`` includes replaced ones."""
        return self._all(_COUNTS, {"replaced": replaced})

    def _without_rounds(self, names: list[str]) -> list[str]:
        return sorted(set(names) - set(self._column(ROUNDS)))
