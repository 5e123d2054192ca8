"""What a source's answer for a document is held against: of a long article only what stands where the answer does.

An article may hold 20,000 labels; the window waits while an answer is taken in.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotator.model import CLAIMS, Part, Span, Suggestion
from annotator.record import parts_from
from annotator.sentence_states import Stretches
from annotator.store import file
from annotator.store.rows import SPAN, SUGGESTION, RowT, Table, load, readable

_AT_STARTS = "document = :document AND start IN (SELECT value FROM json_each(:starts))"
_WAITING = "document = :document AND state IN ('pending', 'held')"
_DECIDED_THERE = (
    "document = :document AND state IN ('accepted', 'corrected', 'rejected', 'superseded')"
    " AND start IN (SELECT value FROM json_each(:starts))"
)
_LISTED = "id IN (SELECT value FROM json_each(:ids))"
_CLAIMS = """
SELECT span.id, span.start, span.end FROM claim_index JOIN span ON span.id = claim_index.claim
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


class Nearby:
    """Asks one open project file, of what everybody decided."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def is_done(self, document: str) -> bool:
        """Tell whether anybody is done with a document."""
        return bool(self._all(_DONE, {"document": document}))

    def suggestions(self, document: str, coming: Iterable[Suggestion]) -> list[Suggestion]:
        """Give the suggestions of a document that wait, and of those that were decided what begins where these do."""
        starts = json.dumps([each.start for each in coming])
        there = self._rows(SUGGESTION, _DECIDED_THERE, {"document": document, "starts": starts})
        return [*self.waiting(document), *there]

    def waiting(self, document: str) -> list[Suggestion]:
        """Give the suggestions of a document that nobody has decided about, be they shown or held back."""
        return self._rows(SUGGESTION, _WAITING, {"document": document})

    def spans(self, document: str, coming: Collection[Suggestion]) -> list[Span]:
        """Give the spans of a document that begin where one of these suggestions does, and all claims that touch one.

        A claim is asked for by a suggested claim alone.
        """
        starts = json.dumps([each.start for each in coming])
        found = {span.id: span for span in self._rows(SPAN, _AT_STARTS, {"document": document, "starts": starts})}
        hulls = [(each.start, each.end) for each in coming if each.layer == CLAIMS]
        if hulls:
            claims = Stretches(hulls)
            every = self._all(_CLAIMS, {"document": document})
            ids = [id_ for id_, start, end in every if id_ not in found and claims.touch(start, end)]
            found |= {span.id: span for span in self._rows(SPAN, _LISTED, {"ids": json.dumps(ids)})}
        return list(found.values())

    def decided(self, document: str, stretches: Sequence[Part]) -> list[Part]:
        """Give the places of what was decided that stand across these stretches, in code points, end exclusive.

        Spans, marks of sentences, and suggestions that do not wait; of what has gaps each part.
        """
        wanted = Stretches(stretches)
        parts: list[Part] = []
        with readable(self._path, "span", lambda: document):
            for start, end, written in self._all(_PLACES, {"document": document}):
                if wanted.touch(start, end):
                    parts += parts_from(load(written)) if written else [(start, end)]
        return parts

    def _rows(self, table: Table[RowT], where: str, values: Mapping[str, Any]) -> list[RowT]:
        key = ""

        def no_text(document: str) -> str:
            raise KeyError(document)  # neither kind of row needs one

        rows: list[RowT] = []
        statement = f"SELECT {', '.join(table.read)} FROM {table.name} WHERE {where}"  # noqa: S608  # names of ours
        with readable(self._path, table.name, lambda: key):
            for found in self._all(statement, values):
                key = found[0]
                rows.append(table.value(found, no_text))
        return rows

    def _all(self, statement: str, values: Mapping[str, Any]) -> list[Any]:
        with file.told(self._path):
            return self._connection.execute(statement, values).fetchall()
