"""Which documents a source of suggestions has processed, and which are left."""

import json
from collections.abc import Generator, Iterable

from annotator.processes import slices
from annotator.store.queries.base import Queries

_SCANNED = 500  # documents per slice: two milliseconds

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
    """Queries of the sources that were asked."""

    def was_asked(self, document: str, source: str, version: str) -> bool:
        """Return whether this version of a source has processed a document."""
        return bool(self._all(_ASKED, {"document": document, "source": source, "version": version}))

    def documents(self, sources: Iterable[tuple[str, str, str | None]], finished_by: str | None = None) -> list[str]:
        """Return the documents that one of these (source, version, language) has not processed, as added.

        A source for one language skips documents known to be in another one. Documents that the annotator
        ``finished_by`` has finished are skipped once any source has processed them.
        """
        return slices.finish(self.finding(sources, finished_by))

    def finding(
        self, sources: Iterable[tuple[str, str, str | None]], finished_by: str | None = None
    ) -> Generator[None, None, list[str]]:
        """Find the same in slices, with a pause after each; documents added meanwhile are included."""
        values = {"asked": json.dumps(list(sources)), "finished_by": finished_by}
        found: list[str] = []
        after = 0
        while after < self._one(_NEWEST)[0]:
            found += self._column(_TO_ASK, {**values, "after": after, "last": after + _SCANNED})
            after += _SCANNED
            yield
        return found
