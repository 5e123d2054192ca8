"""Queries for a project's statistics. Each reads the whole file, so they run in a separate process.

None as annotator stands for everyone.
"""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from annotator.model.values import LABELLING, State
from annotator.store.queries.assigned import ROUNDS
from annotator.store.queries.base import Queries
from annotator.store.row_json import readable
from annotator.store.rows import CURRENT, check_words

PAUSE = 300_000  # milliseconds; a longer decision counts as this: the annotator was away
_BUCKET = 100  # milliseconds


class StateCount(NamedTuple):
    """The number of documents of a batch that are in a state for an annotator; None means no batch."""

    annotator: str
    batch: str | None
    state: str
    documents: int


class LabelCount(NamedTuple):
    """The number of spans with a label in a publisher's articles of a month (``2026-03``, None without a date)."""

    layer: str
    label: str
    publisher: str | None
    month: str | None
    spans: int


class WeekCount(NamedTuple):
    """The number of spans in a publisher's articles of a week. ``week`` is the ISO date of its Monday."""

    week: str
    publisher: str | None
    spans: int


class Spelling(NamedTuple):
    """The number of entities with the same words, label and identity; None means no identity."""

    identity: str | None
    words: str
    label: str
    spans: int


class Spent(NamedTuple):
    """The time that an annotator spent on a document, in milliseconds, and whether the annotator has finished it."""

    document: str
    title: str
    annotator: str
    milliseconds: float
    done: bool


class Took(NamedTuple):
    """The number of edits of one kind and duration; durations are rounded down to tenths of a second."""

    kind: str
    milliseconds: int
    edits: int


# If articles were taken back, only the log still names the person. An undone step dealt no article.
_DEALT_TO = f"""(
    SELECT annotator FROM assignment UNION SELECT annotator FROM package WHERE purpose = '{LABELLING}'
    UNION SELECT row ->> 1 FROM row_head JOIN edit ON edit.id = row_head.edit
    WHERE row_head.kind = 'assignment' AND undoes IS NULL AND json_valid(row) AND json_type(row, '$[1]') = 'text')
"""  # noqa: S608  # a constant of ours
_STATES = f"""
SELECT person.name, document.batch, coalesce(document_state.state, 'open'), count(*)
FROM (SELECT name FROM annotator UNION SELECT annotator FROM assignment) AS person CROSS JOIN document
    LEFT JOIN document_state ON document_state.document = document.id AND document_state.annotator = person.name
WHERE (:annotator IS NULL OR person.name = :annotator) AND document.id NOT IN (SELECT document FROM replaced)
    AND (coalesce(document_state.state, 'open') != 'open'
        OR person.name NOT IN {_DEALT_TO}
        OR EXISTS (SELECT 1 FROM assignment WHERE document = document.id AND annotator = person.name))
GROUP BY 1, 2, 3 ORDER BY 1, document.batch IS NULL, 2, 3
"""  # noqa: S608  # ours; only articles dealt to a person are open to them, if any were, even if all were taken back
_LEFT = f"""
SELECT count(*) FROM document WHERE document.id NOT IN (SELECT document FROM replaced) AND NOT EXISTS (
    SELECT 1 FROM document_state WHERE document = document.id AND state != 'open'
        AND (:annotator IS NULL OR annotator = :annotator))
    AND (:annotator IS NULL OR :annotator NOT IN {_DEALT_TO}
        OR EXISTS (SELECT 1 FROM assignment WHERE document = document.id AND annotator = :annotator))
"""  # noqa: S608  # a condition of ours
_LABELS = """
SELECT span.layer, span.label, document.publisher, substr(document.published, 1, 7), count(*)
FROM span JOIN document ON document.id = span.document
WHERE (:annotator IS NULL OR span.annotator = :annotator) AND (:publisher IS NULL OR publisher = :publisher)
    AND document.id NOT IN (SELECT document FROM replaced)
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""
_WEEKS = """
SELECT week, publisher, sum(spans) FROM (
    SELECT date(substr(document.published, 1, 10), '-6 days', 'weekday 1') AS week, document.publisher,
        (SELECT count(*) FROM span WHERE span.document = document.id
            AND (:annotator IS NULL OR span.annotator = :annotator)) AS spans
    FROM document WHERE length(document.published) >= 10 AND document.id NOT IN (SELECT document FROM replaced))
WHERE week >= '1900' AND week < '2100' AND spans > 0 GROUP BY 1, 2 ORDER BY 1, 2
"""
_SPELLINGS = """
SELECT identity, quote, label, count(*) FROM span
WHERE layer = 'entities' AND (:annotator IS NULL OR annotator = :annotator)
    AND document NOT IN (SELECT document FROM replaced)
GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2, 3 LIMIT :most
"""
_TOGETHER = """
SELECT labels, count(*) FROM (
    SELECT document, group_concat(name, char(10)) AS labels FROM (
        SELECT DISTINCT document, layer || char(9) || label AS name FROM span
        WHERE (:annotator IS NULL OR annotator = :annotator) AND document NOT IN (SELECT document FROM replaced)
        ORDER BY 1, 2)
    GROUP BY document)
GROUP BY labels ORDER BY labels
"""
_SPENT = f"""
WITH about AS (SELECT edit, count(*) AS documents FROM edit_document GROUP BY edit)
SELECT edit_document.document, document.title, edit.annotator,
    sum(min(edit.milliseconds, {PAUSE}) * 1.0 / about.documents), coalesce(max(document_state.state) = 'done', 0)
FROM edit JOIN about ON about.edit = edit.number JOIN edit_document ON edit_document.edit = edit.number
    JOIN document ON document.id = edit_document.document
    LEFT JOIN document_state
        ON document_state.document = edit_document.document AND document_state.annotator = edit.annotator
WHERE edit.milliseconds > 0 AND (:annotator IS NULL OR edit.annotator = :annotator)
GROUP BY 1, 3 ORDER BY 1, 3
"""  # noqa: S608  # a number of ours
_TOOK = f"""
SELECT kind, min(milliseconds, {PAUSE}) / {_BUCKET} * {_BUCKET}, count(*) FROM edit
WHERE milliseconds > 0 AND undoes IS NULL AND (:annotator IS NULL OR annotator = :annotator)
GROUP BY 1, 2 ORDER BY 1, 2
"""  # noqa: S608  # numbers of ours
_DONE_BY_SEVERAL = """
SELECT document_state.document FROM document_state JOIN document ON document.id = document_state.document
WHERE state = 'done' AND annotator IN (SELECT value FROM json_each(:annotators))
    AND document_state.document NOT IN (SELECT document FROM replaced)
GROUP BY 1 HAVING count(*) > 1 ORDER BY document.rowid
"""
_FINISHED_BY = f"""
SELECT document.id, document.title, json_group_array(own.annotator) FILTER (WHERE own.annotator IS NOT NULL)
FROM document LEFT JOIN document_state AS own ON own.document = document.id AND own.state = 'done'
    AND own.annotator NOT IN ({ROUNDS})
WHERE :replaced OR {CURRENT} GROUP BY document.id ORDER BY document.rowid
"""  # noqa: S608  # conditions of ours


class Figures(Queries):
    """Counts and times for a project's statistics."""

    def states(self, annotator: str | None) -> list[StateCount]:
        """Count documents by annotator, batch and state, sorted; documents without a batch come last.

        A person who was dealt articles has only these open; everybody else has all of them open.
        """
        return [StateCount(*row) for row in self._counted(_STATES, annotator)]

    def left(self, annotator: str | None) -> int:
        """Count the documents that the annotator has neither finished nor skipped, as `states` counts open ones."""
        ((documents,),) = self._counted(_LEFT, annotator)
        return int(documents)

    def done_by_several(self, annotators: Iterable[str]) -> list[str]:
        """Return the documents that two or more of the annotators finished, in the order they were added."""
        return self._column(_DONE_BY_SEVERAL, {"annotators": json.dumps(list(annotators))})

    def finished_by(self, *, replaced: bool = False) -> list[tuple[str, str, list[str]]]:
        """Return id, title and the annotators who finished it for each document, in the order they were added."""
        found = self._all(_FINISHED_BY, {"replaced": replaced})
        return [(id_, title, sorted(json.loads(names))) for id_, title, names in found]

    def labels(self, annotator: str | None, publisher: str | None = None) -> list[LabelCount]:
        """Count spans by label, publisher and month, sorted; ``publisher`` limits them to one publisher."""
        return [LabelCount(*row) for row in self._counted(_LABELS, annotator, publisher=publisher)]

    def weeks(self, annotator: str | None) -> list[WeekCount]:
        """Count spans by week of publication and publisher, sorted; articles without a full date are left out."""
        return [WeekCount(*row) for row in self._counted(_WEEKS, annotator)]

    def spellings(self, annotator: str | None, *, most: int) -> list[Spelling]:
        """Count entities by identity, words and label; return the ``most`` frequent, the most frequent first."""
        found = [Spelling(*row) for row in self._counted(_SPELLINGS, annotator, most=most)]
        with readable(self._path, "span", lambda: "of a name"):
            check_words(*(spelling.words for spelling in found))
        return found

    def together(self, annotator: str | None) -> list[tuple[tuple[tuple[str, str], ...], int]]:
        """Return each set of labels, as sorted (layer, label), and how many documents have exactly this set."""
        found = self._counted(_TOGETHER, annotator)
        return [(tuple(_pair(name) for name in labels.split("\n")), documents) for labels, documents in found]

    def spent(self, annotator: str | None) -> list[Spent]:
        """Return the time spent by annotator and document; an edit of several documents is divided equally."""
        found = self._counted(_SPENT, annotator)
        return [Spent(document, title, who, time, bool(done)) for document, title, who, time, done in found]

    def took(self, annotator: str | None) -> list[Took]:
        """Count edits by kind and duration, except undo; durations are rounded down to tenths of a second."""
        return [Took(*row) for row in self._counted(_TOOK, annotator)]

    def _counted(self, statement: str, annotator: str | None, **values: Any) -> list[Any]:
        return self._all(statement, {"annotator": annotator, **values})


def _pair(name: str) -> tuple[str, str]:
    layer, _, label = name.partition("\t")
    return layer, label


_LABEL_COUNTS = """
SELECT layer, label, count(*) FROM span
WHERE (:annotator IS NULL OR annotator = :annotator) AND document NOT IN (SELECT document FROM replaced)
GROUP BY layer, label ORDER BY layer, label
"""
_SPANS_BY = """
SELECT annotator, layer, count(*) FROM span
WHERE :replaced OR document NOT IN (SELECT document FROM replaced)
GROUP BY annotator, layer ORDER BY annotator, layer
"""
_STATE_COUNTS = """
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
        return self._all(_LABEL_COUNTS, {"annotator": annotator})

    def spans_by(self, *, replaced: bool = False) -> list[tuple[str, str, int]]:
        """Return (annotator, layer, number of spans), sorted; ``replaced`` includes replaced articles."""
        return self._all(_SPANS_BY, {"replaced": replaced})

    def states(self, annotator: str | None) -> list[tuple[str, str, int]]:
        """Return (annotator, state, number of documents), sorted."""
        found = self._all(_STATE_COUNTS, {"annotator": annotator})
        with readable(self._path, "document_state", lambda: f"of {annotator}" if annotator else "of somebody"):
            for _, state, _ in found:
                State(state)
        return found

    def suggestions(self) -> list[tuple[str, str, int]]:
        """Return (source, state, number of suggestions), sorted."""
        return self._all(_SUGGESTIONS)

    def sizes(self) -> tuple[int, int]:
        """Return the number of documents and the number of characters in all their texts."""
        documents, characters = self._one(_SIZES)
        return documents, characters

    def topics(self) -> list[str]:
        """Return up to 200 topics of the latest 5,000 claims, the most frequent first."""
        return self._column(_TOPICS)

    def splits(self) -> dict[str, str | None]:
        """Return the split of each document, by id; None means no split."""
        return dict(self._all(_SPLITS))

    def pace(self, annotator: str) -> float:
        """Return how many seconds an annotator took per article on average; 0 before the first edit.

        An edit of more than two minutes counts as two minutes: the annotator was away.
        """
        milliseconds, documents = self._one(_PACE, {"annotator": annotator})
        return milliseconds / 1000 / documents if documents else 0.0

    def longest(self) -> tuple[int, int, int]:
        """Return the numbers of characters of the longest title, language and date."""
        title, language, published = self._one(
            "SELECT max(length(title)), max(length(language)), max(length(published)) FROM document"
        )
        return title or 0, language or 0, published or 0
