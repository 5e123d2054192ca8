"""The rows that a source's answer is compared with: of a long article, only those at the same places.

An article may have 20,000 labels, and the window waits while an answer is merged.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from annotator.model.json_rows import parts_from
from annotator.model.sentence_states import Stretches
from annotator.model.values import CLAIMS, Part, Suggestion
from annotator.store.json_columns import load, readable
from annotator.store.queries.base import Queries
from annotator.store.rows import SUGGESTION
from annotator.suggestions.renewal import Taken

_AT_STARTS = """
SELECT layer, start, end, parts FROM span
WHERE document = :document AND start IN (SELECT value FROM json_each(:starts))
"""
_WAITING = "document = :document AND state IN ('pending', 'held')"
_DECIDED_THERE = (
    "document = :document AND state IN ('accepted', 'corrected', 'rejected', 'superseded')"
    " AND start IN (SELECT value FROM json_each(:starts))"
    " AND (state = 'rejected' OR source IN (SELECT value FROM json_each(:sources)))"
)
_CLAIMS = """
SELECT layer, start, end, parts FROM claim_index JOIN span ON span.id = claim_index.claim
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


class Nearby(Queries):
    """Queries of everybody's decisions around suggestions."""

    def is_done(self, document: str) -> bool:
        """Return whether anybody has finished a document."""
        return bool(self._all(_DONE, {"document": document}))

    def suggestions(self, document: str, coming: Iterable[Suggestion], sources: Collection[str]) -> list[Suggestion]:
        """Return a document's waiting suggestions, and the decided ones that start where new ones do.

        Decided means refused, by whatever source, or anything else by these sources.
        """
        starts, named = json.dumps([each.start for each in coming]), json.dumps([*sources])
        there = self._suggestions(_DECIDED_THERE, {"document": document, "starts": starts, "sources": named})
        return [*self.waiting(document), *there]

    def of(self, ids: Iterable[str]) -> dict[str, Suggestion]:
        """Return the present suggestions with these ids, by id."""
        found = self._suggestions("id IN (SELECT value FROM json_each(:ids))", {"ids": json.dumps([*ids])})
        return {suggestion.id: suggestion for suggestion in found}

    def waiting(self, document: str) -> list[Suggestion]:
        """Return a document's undecided suggestions, shown or held back."""
        return self._suggestions(_WAITING, {"document": document})

    def taken(self, document: str, coming: Collection[Suggestion]) -> list[Taken]:
        """Return the places of spans that start where one of these suggestions does, and of claims that overlap one.

        Claims are only compared with suggested claims.
        """
        starts = json.dumps([each.start for each in coming])
        rows = self._all(_AT_STARTS, {"document": document, "starts": starts})
        hulls = [(each.start, each.end) for each in coming if each.layer == CLAIMS]
        if hulls:
            claims = Stretches(hulls)
            rows += [row for row in self._all(_CLAIMS, {"document": document}) if claims.touch(*row[1:3])]
        with readable(self._path, "span", lambda: document):
            return [Taken(layer, _parts(start, end, parts), start, end) for layer, start, end, parts in rows]

    def decided(self, document: str, stretches: Sequence[Part]) -> list[Part]:
        """Return the places of decisions that overlap these stretches, in code points, end exclusive.

        Decisions are spans, marks of sentences, and decided suggestions; each part of a discontinuous one is returned.
        """
        wanted = Stretches(stretches)
        parts: list[Part] = []
        with readable(self._path, "span", lambda: document):
            for start, end, written in self._all(_PLACES, {"document": document}):
                if wanted.touch(start, end):
                    parts += _parts(start, end, written) if written else [(start, end)]
        return parts

    def _suggestions(self, where: str, values: Mapping[str, Any]) -> list[Suggestion]:
        return self._rows(SUGGESTION, where, values, str)  # such a row needs no text


def _parts(start: int, end: int, written: str) -> tuple[Part, ...]:
    """Read the parts of a span with this hull; most have no gaps."""
    return ((start, end),) if written == f"[[{start},{end}]]" else parts_from(load(written))
