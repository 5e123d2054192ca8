"""Queries of claims by claimant, and of identities and their mentions.

The table ``claim_index`` has a row per claim. A *key* identifies a claimant: ``identity:ID``, ``words:…`` for a name
without an identity, ``unnamed:…`` for words that name nobody, ``author``, or ``open`` if the claimant is not labelled
yet.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from annotator.editing.edits import EditKind
from annotator.editing.log.history import LoggedStep
from annotator.model.values import Identity
from annotator.store.queries.base import Queries
from annotator.store.row_json import readable
from annotator.store.rows import IDENTITY
from annotator.suggestions.namesakes import Mention

NO_VERDICT = "open"  # the verdict of a filter for claims without one


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """A filter of claims; None matches all. Both ISO dates are inclusive; articles without a date match no date.

    ``verdict`` may be `NO_VERDICT`.
    """

    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    worthiness: str | None = None
    verdict: str | None = None
    annotator: str | None = None


class ClaimCount(NamedTuple):
    """The number of claims that share claimant, topic and stance.

    ``claimant`` is a claimant's key (see the module). ``topic`` and ``stance`` are None for claims without one.
    ``label`` is the label of the claimant's span.
    """

    claimant: str
    topic: str | None
    stance: str | None
    label: str | None
    claims: int


class SaidClaim(NamedTuple):
    """A claim as a list shows it. ``claimant`` is a claimant's key (see the module).

    ``start`` and ``end`` are the code points of the claim's hull, end exclusive.
    """

    id: str
    document: str
    start: int
    end: int
    words: str
    title: str
    publisher: str | None
    published: str | None
    claimant: str
    topic: str | None
    kind: str | None
    stance: str | None
    worthiness: str | None
    verdict: str | None
    annotator: str


_KEY = """CASE WHEN claim_index.identity IS NOT NULL THEN 'identity:' || claim_index.identity
    WHEN claimant_kind = 'author' THEN 'author'
    WHEN claimant_kind = 'unnamed' THEN 'unnamed:' || coalesce(words, '')
    WHEN words IS NOT NULL THEN 'words:' || words ELSE 'open' END"""
_OF_DOCUMENT = {
    "since": "published >= :since",
    "until": "substr(published, 1, 10) <= :until",
    "publisher": "publisher = :publisher",
}
_OF_CLAIM = {"worthiness": "worthiness = :worthiness", "annotator": "claim_index.annotator = :annotator"}
_COUNTED = "SELECT {key}, topic, stance, min(label), count(*) FROM claim_index WHERE {where} GROUP BY 1, 2, 3"
_SAID = """
SELECT claim, claim_index.document, span.start, span.end, span.quote, document.title, document.publisher,
    document.published, {key}, topic, kind, stance, worthiness, verdict, claim_index.annotator
FROM claim_index JOIN span ON span.id = claim JOIN document ON document.id = claim_index.document
WHERE {where} AND {key} IN (SELECT value FROM json_each(:keys))
    AND (:topics IS NULL OR coalesce(topic, '') IN (SELECT value FROM json_each(:topics)))
ORDER BY document.published IS NULL, document.published, document.rowid, span.start, span.id LIMIT :most
"""
_NAMED = """
SELECT span.id, document, start, end, quote, label, identity FROM span JOIN document ON document.id = span.document
WHERE layer = 'entities' AND annotator = :annotator OR identity IS NOT NULL ORDER BY document.rowid, start, span.id
"""
_MENTIONS = "SELECT id FROM span WHERE identity IN (SELECT value FROM json_each(:ids)) ORDER BY document, start, id"
_CALLED = """
SELECT id FROM identity
WHERE name || char(10) || aliases LIKE :rough AND instr(casefold(name || char(10) || aliases), :words)
ORDER BY length(name), name, id LIMIT :most
"""
_LIKE = """
SELECT id FROM identity WHERE name || char(10) || aliases LIKE :rough
    AND EXISTS (SELECT 1 FROM span WHERE document = :document AND span.identity = identity.id)
ORDER BY length(name), name, id LIMIT :most
"""
_IN_DOCUMENT = """
SELECT DISTINCT identity FROM span WHERE document = :document AND identity IS NOT NULL
    AND (:words IS NULL OR casefold(quote) = :words)
"""
_STEPS = """
SELECT id, kind, undoes FROM edit WHERE kind IN (SELECT value FROM json_each(:kinds)) AND annotator = :annotator
ORDER BY number
"""

_PLAIN = re.compile(r"[^a-z0-9]+|ss")


class Who(Queries):
    """Queries of claims and identities."""

    def counted(self, wanted: ClaimFilter) -> list[ClaimCount]:
        """Count claims by claimant, topic and stance."""
        where, values = _where(wanted)
        return [ClaimCount(*row) for row in self._all(_COUNTED.format(key=_KEY, where=where), values)]

    def said(
        self, wanted: ClaimFilter, claimants: Iterable[str], topics: Iterable[str] | None = None, *, most: int
    ) -> list[SaidClaim]:
        """Return up to ``most`` claims of the claimants (keys) about the topics, oldest first, undated ones last.

        The topic "" stands for claims without a topic; None as ``topics`` stands for all claims.
        """
        where, values = _where(wanted)
        values |= {
            "keys": json.dumps(list(claimants)),
            "topics": None if topics is None else json.dumps(list(topics)),
            "most": most,
        }
        return [SaidClaim(*row) for row in self._all(_SAID.format(key=_KEY, where=where), values)]

    def publishers(self) -> list[str]:
        """Return the publishers of all articles, sorted."""
        return self._column(
            "SELECT DISTINCT publisher FROM document WHERE publisher != '' ORDER BY sort_key(publisher)"
        )

    def identities(self) -> list[Identity]:
        """Return all identities, ordered by name."""
        found = self._all(f"SELECT {', '.join(IDENTITY.read)} FROM identity ORDER BY name, id")  # noqa: S608
        with readable(self._path, IDENTITY.name, lambda: "of a name"):
            return [IDENTITY.value(row, str) for row in found]

    def called(self, words: str, *, most: int) -> list[str]:
        """Return the ids of identities whose name or alias contains the words, in any case, the shortest name first."""
        values = {"rough": _rough(words), "words": words.casefold(), "most": most}
        return self._column(_CALLED, values)

    def like(self, words: str, document: str, *, most: int) -> list[str]:
        """Return the ids of a document's identities that may have the words in a name or alias, shortest name first.

        Only the longest run of plain letters is compared, so some identities may lack the words. This is fast enough to
        run after every edit.
        """
        values = {"rough": _rough(words), "document": document, "most": most}
        return self._column(_LIKE, values)

    def identities_in(self, document: str, words: str | None = None) -> list[str]:
        """Return the ids of the identities mentioned in a document, by any words or by exactly ``words``."""
        values = {"document": document, "words": None if words is None else words.casefold()}
        return self._column(_IN_DOCUMENT, values)

    def mentions(self, identities: Iterable[str]) -> list[str]:
        """Return the ids of everyone's spans that name one of these identities, ordered by document and place."""
        return self._column(_MENTIONS, {"ids": json.dumps(list(identities))})

    def named(self, annotator: str) -> list[Mention]:
        """Return an annotator's names, and everybody's mentions of identities.

        They are ordered by document, as added, and by place.
        """
        return [Mention(*row) for row in self._all(_NAMED, {"annotator": annotator})]

    def steps(self, annotator: str, kinds: Iterable[str]) -> list[LoggedStep]:
        """Return an annotator's edits of some kinds in the whole project as steps of a history, oldest first."""
        found = self._all(_STEPS, {"annotator": annotator, "kinds": json.dumps(list(kinds))})
        with readable(self._path, "edit", lambda: f"of {annotator}"):
            return [LoggedStep(id=step, kind=EditKind(kind), undoes=undoes) for step, kind, undoes in found]


def _rough(words: str) -> str:
    """Return a LIKE pattern that matches all names with these words and perhaps others.

    The pattern is the longest run of plain letters: LIKE ignores case only for these, and does not fold ß.
    """
    return f"%{max(_PLAIN.split(words.casefold()), key=len)}%"


def _where(wanted: ClaimFilter) -> tuple[str, dict[str, Any]]:
    values = {name: value for name, value in asdict(wanted).items() if value is not None}
    conditions = ["claim_index.document NOT IN (SELECT document FROM replaced)"]
    conditions += [_OF_CLAIM[name] for name in values if name in _OF_CLAIM]
    dated = [_OF_DOCUMENT[name] for name in values if name in _OF_DOCUMENT]
    if dated:
        chosen = f"SELECT id FROM document WHERE {' AND '.join(dated)}"  # noqa: S608  # conditions of ours
        conditions.append(f"claim_index.document IN ({chosen})")
    if wanted.verdict == NO_VERDICT:
        conditions.append("verdict IS NULL")
    elif wanted.verdict is not None:
        conditions.append("verdict = :verdict")
    return " AND ".join(conditions), values
