"""Queries of assignments and of written packages."""

from collections import defaultdict
from typing import NamedTuple

from annotator.model.values import PRACTICE, RETEST, Package
from annotator.store.queries.base import Queries
from annotator.store.rows import CURRENT, PACKAGE

ROUNDS = f"SELECT annotator FROM package WHERE purpose IN ('{RETEST}', '{PRACTICE}')"  # noqa: S608  # constants of ours
"""SQL for the annotators made for rounds of re-tests and practice, whom lists of people and labels leave out."""
_FINISHED = f"""
SELECT document.id, max(edit.at) FROM document_state AS own
    JOIN document ON document.id = own.document
    JOIN edit_document ON edit_document.document = document.id
    JOIN edit ON edit.number = edit_document.edit
WHERE own.annotator = :annotator AND own.state = 'done' AND {CURRENT} AND edit.annotator = :annotator
    AND edit.kind NOT IN ('adjudicate', 'review', 'comment')
GROUP BY document.id ORDER BY document.rowid
"""  # noqa: S608  # a condition of ours
_LABELS = """
SELECT document, label, count(*) FROM span WHERE annotator = :annotator GROUP BY document, label
"""
_OPEN = "NOT EXISTS (SELECT 1 FROM document_state WHERE document = document.id AND state != 'open')"
_DEALABLE = f"SELECT id, publisher, published, language, {_OPEN} FROM document WHERE {CURRENT} ORDER BY rowid"  # noqa: S608
_GIVEN = "SELECT document, annotator FROM assignment ORDER BY document, annotator"
_PEOPLE = "SELECT DISTINCT annotator FROM assignment ORDER BY annotator"
_TO_SEND = f"""
SELECT document.id FROM assignment JOIN document ON document.id = assignment.document
WHERE assignment.annotator = :annotator AND assignment.purpose = :purpose AND {CURRENT}
    AND NOT EXISTS (SELECT 1 FROM span WHERE span.document = document.id AND span.annotator = :annotator)
    AND NOT EXISTS (SELECT 1 FROM document_state AS own
        WHERE own.document = document.id AND own.annotator = :annotator AND own.state != 'open')
ORDER BY document.rowid
"""  # noqa: S608  # a condition of ours
_HELD = f"""
SELECT document.id, EXISTS (SELECT 1 FROM span WHERE span.document = document.id AND span.annotator = :annotator)
FROM assignment JOIN document ON document.id = assignment.document
WHERE assignment.annotator = :annotator AND assignment.purpose = :purpose AND {CURRENT}
    AND NOT EXISTS (SELECT 1 FROM document_state AS own
        WHERE own.document = document.id AND own.annotator = :annotator AND own.state != 'open')
ORDER BY document.rowid
"""  # noqa: S608  # a condition of ours
_UNFINISHED = f"""
SELECT assignment.annotator, count(*) FROM assignment JOIN document ON document.id = assignment.document
WHERE assignment.purpose = :purpose AND {CURRENT}
    AND NOT EXISTS (SELECT 1 FROM document_state AS own
        WHERE own.document = document.id AND own.annotator = assignment.annotator AND own.state != 'open')
GROUP BY 1 ORDER BY 1
"""  # noqa: S608  # a condition of ours


class HeldRow(NamedTuple):
    """An article that a person was dealt and has neither finished nor skipped; ``begun`` if it has labels by them."""

    id: str
    begun: bool


class DealableRow(NamedTuple):
    """An article that can be dealt; ``is_open`` says whether nobody has finished or skipped it."""

    id: str
    publisher: str | None
    published: str | None
    language: str
    is_open: bool  # SQLite returns 1 or 0


class Assigned(Queries):
    """Queries of assignments and packages; articles that a newer version replaces are left out."""

    def dealable(self) -> list[DealableRow]:
        """Return the articles that can be dealt, in the order they were added."""
        return [DealableRow(*row) for row in self._all(_DEALABLE)]

    def given(self) -> dict[str, list[str]]:
        """Return the people to whom each article was dealt, by the article's id."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for document, annotator in self._all(_GIVEN):
            found[document].append(annotator)
        return dict(found)

    def is_dealt(self, document: str, annotator: str) -> bool:
        """Return whether a person was dealt an article."""
        where = {"document": document, "annotator": annotator}
        return bool(self._all("SELECT 1 FROM assignment WHERE document = :document AND annotator = :annotator", where))

    def people(self) -> list[str]:
        """Return the people who were dealt articles, sorted."""
        return self._column(_PEOPLE)

    def to_send(self, annotator: str, purpose: str) -> list[str]:
        """Return the articles that a person was dealt for a purpose and has not labelled, finished or skipped here."""
        return self._column(_TO_SEND, {"annotator": annotator, "purpose": purpose})

    def held(self, annotator: str, purpose: str) -> list[HeldRow]:
        """Return the articles that a person was dealt for a purpose and has neither finished nor skipped here."""
        found = self._all(_HELD, {"annotator": annotator, "purpose": purpose})
        return [HeldRow(id_, bool(begun)) for id_, begun in found]

    def unfinished(self, purpose: str) -> dict[str, int]:
        """Count the articles that `held` would return for each annotator who has any, sorted by annotator."""
        return dict(self._all(_UNFINISHED, {"purpose": purpose}))

    def sent(self, annotator: str, purpose: str) -> set[str]:
        """Return the articles in packages that were written for a person."""
        where, values = "annotator = :annotator AND purpose = :purpose", {"annotator": annotator, "purpose": purpose}
        return {id_ for package in self._rows(PACKAGE, where, values, str) for id_ in package.documents}

    def rounds(self) -> list[str]:
        """Return the annotator names of rounds of re-tests and practice, sorted."""
        return sorted(set(self._column(ROUNDS)))

    def finished(self, annotator: str) -> list[tuple[str, str]]:
        """Return (id, time) of each article that a person finished; time is when the person last edited it."""
        return [(id_, when) for id_, when in self._all(_FINISHED, {"annotator": annotator})]

    def labels_in(self, annotator: str) -> dict[str, dict[str, int]]:
        """Return how often a person used each label, by article."""
        found: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for document, label, count in self._all(_LABELS, {"annotator": annotator}):
            found[document][label] = count
        return dict(found)

    def packages(self) -> list[Package]:
        """Return the packages that were written, oldest first."""
        return self._rows(PACKAGE, "1 ORDER BY made, annotator, id", {}, str)
