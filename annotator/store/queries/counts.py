"""Counts over a project, each by one query."""

from annotator.model.values import State
from annotator.store.json_columns import readable
from annotator.store.queries.base import Queries
from annotator.store.rows import CURRENT

_LABELS = """
SELECT layer, label, count(*) FROM span
WHERE (:annotator IS NULL OR annotator = :annotator) AND document NOT IN (SELECT document FROM replaced)
GROUP BY layer, label ORDER BY layer, label
"""
_STATES = """
SELECT annotator, state, documents FROM progress WHERE :annotator IS NULL OR annotator = :annotator
ORDER BY annotator, state
"""
_SUGGESTIONS = """
SELECT source, state, count(*) FROM suggestion WHERE document NOT IN (SELECT document FROM replaced)
GROUP BY source, state ORDER BY source, state
"""
_SPLITS = "SELECT id, split FROM document ORDER BY rowid"
_PACE = """
SELECT coalesce(sum(min(edit.milliseconds, 120000)), 0),
    (SELECT count(DISTINCT document) FROM edit_document JOIN edit ON edit.number = edit_document.edit
        WHERE edit.annotator = :annotator AND edit.milliseconds > 0)
FROM edit WHERE edit.annotator = :annotator
"""
_SIZES = f"SELECT count(*), coalesce(sum(characters), 0) FROM document WHERE {CURRENT}"  # noqa: S608  # ours
_TOPICS = """
SELECT topic FROM (SELECT topic FROM claim_index WHERE topic IS NOT NULL ORDER BY rowid DESC LIMIT 5000)
GROUP BY topic ORDER BY count(*) DESC, topic LIMIT 200
"""


class Counts(Queries):
    """Counts that leave out replaced articles. None as annotator stands for everyone."""

    def labels(self, annotator: str | None) -> list[tuple[str, str, int]]:
        """Return (layer, label, number of spans), sorted."""
        return self._all(_LABELS, {"annotator": annotator})

    def states(self, annotator: str | None) -> list[tuple[str, str, int]]:
        """Return (annotator, state, number of documents), sorted; from the view ``progress``."""
        found = self._all(_STATES, {"annotator": annotator})
        with readable(self._path, "document_state", lambda: f"of {annotator}" if annotator else "of somebody"):
            for _, state, _ in found:
                State(state)
        return found

    def suggestions(self) -> list[tuple[str, str, int]]:
        """Return (source, state, number of suggestions), sorted."""
        return self._all(_SUGGESTIONS)

    def sizes(self) -> tuple[int, int]:
        """Return the number of documents, and of characters in all of them."""
        documents, characters = self._one(_SIZES)
        return documents, characters

    def topics(self) -> list[str]:
        """Return the topics of the latest claims, the most frequent first."""
        return self._column(_TOPICS)

    def splits(self) -> dict[str, str | None]:
        """Return the split of each document by id; None if it has none yet."""
        return dict(self._all(_SPLITS))

    def pace(self, annotator: str) -> float:
        """Return how many seconds an annotator took per article on average; 0 if nothing was decided.

        A decision of more than two minutes counts as two: the annotator was away.
        """
        milliseconds, documents = self._one(_PACE, {"annotator": annotator})
        return milliseconds / 1000 / documents if documents else 0.0

    def longest(self) -> tuple[int, int, int]:
        """Return how many characters the longest title, language and date have."""
        title, language, published = self._one(
            "SELECT max(length(title)), max(length(language)), max(length(published)) FROM document"
        )
        return title or 0, language or 0, published or 0
