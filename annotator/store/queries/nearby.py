"""What a source's answer for a document is held against: of a long article only what stands where the answer does.

An article may hold 20,000 labels; the window waits while an answer is taken in.
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
    """Asks one open project file, of what everybody decided."""

    def is_done(self, document: str) -> bool:
        """Tell whether anybody is done with a document."""
        return bool(self._all(_DONE, {"document": document}))

    def suggestions(self, document: str, coming: Iterable[Suggestion], sources: Collection[str]) -> list[Suggestion]:
        """Give the suggestions of a document that wait, and of those that were decided what begins where these do.

        Of what was decided: what was refused, whoever had suggested it, else only what these sources had.
        """
        starts, named = json.dumps([each.start for each in coming]), json.dumps([*sources])
        there = self._suggestions(_DECIDED_THERE, {"document": document, "starts": starts, "sources": named})
        return [*self.waiting(document), *there]

    def of(self, ids: Iterable[str]) -> dict[str, Suggestion]:
        """Give the suggestions with these ids as they are now, by id; what is not there is left out."""
        found = self._suggestions("id IN (SELECT value FROM json_each(:ids))", {"ids": json.dumps([*ids])})
        return {suggestion.id: suggestion for suggestion in found}

    def waiting(self, document: str) -> list[Suggestion]:
        """Give the suggestions of a document that nobody has decided about, be they shown or held back."""
        return self._suggestions(_WAITING, {"document": document})

    def taken(self, document: str, coming: Collection[Suggestion]) -> list[Taken]:
        """Give where a span begins that one of these suggestions begins with, and all claims that touch one.

        A claim is asked for by a suggested claim alone.
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
        """Give the places of what was decided that stand across these stretches, in code points, end exclusive.

        Spans, marks of sentences, and suggestions that do not wait; of what has gaps each part.
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
    """Read the parts of what has this hull; most have no gaps."""
    return ((start, end),) if written == f"[[{start},{end}]]" else parts_from(load(written))
