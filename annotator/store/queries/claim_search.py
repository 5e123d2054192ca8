"""Queries that find claims by their words, and return claims as lines of a list."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.model.json_rows import object_from
from annotator.model.values import Annotated, Elsewhere
from annotator.store.queries.base import Queries
from annotator.store.row_json import load, readable
from annotator.text import sentences

REPEATS = "repeats"
"""The relation type between claims that say the same."""

_COUNTED = 60  # longest stems of a claim whose frequency is counted: a claim may be a whole article
_RAREST = 6  # rarest stems that are searched, of which a claim must have two; more would only match common words
_ALWAYS = 3  # rarest stems that are searched however common they are
_COMMON = 5_000  # claims with a stem above which searching it tells little and costs much
_MOST = 300  # claims returned
_INEXACT = 3  # letters above which a stem matches as a prefix
_AFTER_ALL = "\U0010ffff"

_FREQUENCY = """
SELECT (SELECT coalesce(sum(doc), 0) FROM claim_search_word WHERE term >= :first AND term < :last)
    + (SELECT coalesce(sum(doc), 0) FROM claim_search_word WHERE term >= 'ge' || :first AND term < 'ge' || :last)
"""
_NEAR = """
SELECT claim_words.claim FROM claim_search JOIN claim_words ON claim_words.number = claim_search.rowid
WHERE claim_search MATCH :wanted
    AND claim_words.claim NOT IN (SELECT id FROM span WHERE document IN (SELECT document FROM replaced))
ORDER BY rank LIMIT :most
"""
_LINES = """
SELECT claim.id, claim.document, document.title, document.published, coalesce(document.language, ''), claim.start,
    claim.end, claim.quote, claim.attributes, (
        SELECT coalesce(identity.name, claimant.quote)
        FROM relation JOIN span AS claimant ON claimant.id = relation.tail
            LEFT JOIN identity ON identity.id = json_extract(claimant.attributes, '$.identity')
        WHERE relation.head = claim.id AND relation.label = 'claimant' LIMIT 1)
FROM span AS claim JOIN document ON document.id = claim.document
WHERE claim.id IN (SELECT value FROM json_each(:ids)) AND (:annotator IS NULL OR claim.annotator = :annotator)
ORDER BY claim.id
"""
_SAYINGS = """
SELECT span.id, coalesce(document.language, ''), span.quote,
    iif(json_valid(span.attributes), coalesce(json_extract(span.attributes, '$.claim_text'), ''), '')
FROM span JOIN document ON document.id = span.document
WHERE span.layer = 'claims' AND (:annotator IS NULL OR span.annotator = :annotator)
    AND span.document NOT IN (SELECT document FROM replaced)
"""
_ALIKE = """
WITH RECURSIVE alike(id) AS (
    SELECT :claim UNION SELECT CASE relation.head WHEN alike.id THEN relation.tail ELSE relation.head END
    FROM alike JOIN relation ON relation.label = :label AND (relation.head = alike.id OR relation.tail = alike.id))
SELECT id FROM alike WHERE id != :claim
"""
_ELSEWHERE = """
SELECT span.id, span.document, document.title, document.publisher, document.url, document.published, span.quote,
    span.start, span.end, document_text.text
FROM span JOIN document ON document.id = span.document JOIN document_text ON document_text.document = span.document
WHERE span.id IN (SELECT value FROM json_each(:ids)) ORDER BY span.document, span.start, span.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim as a list shows it. ``start`` and ``end`` are code points of the hull, end exclusive.

    ``language`` is the article's, "" if unknown. ``claimant`` is the name of the claimant's identity, else the
    claimant's words, or None if the claim has no claimant.
    """

    id: str
    document: str
    title: str
    published: str | None
    language: str = ""
    start: int
    end: int
    quote: str
    attributes: Mapping[str, Any]
    claimant: str | None


class ClaimSearch(Queries):
    """Queries of claims, which use the full text index of claims."""

    def near(self, stems: Collection[str], *, besides: int = 0) -> list[str]:
        """Return the ids of the claims that contain at least two of the rarest given stems (or the only given stem).

        At most 300 are returned, the best matches first. Claims of replaced articles are left out.

        Args:
            stems: Folded beginnings of words (`annotator.text.stems.stems`).
            besides: How many claims are already known to contain each stem: 1 if the stems come from a claim of the
            project. A stem that no other claim contains is not searched.
        """
        rarest = self._rarest(stems, besides)
        if len(rarest) < min(2, len(stems)) or not rarest:
            return []
        return self._column(_NEAR, {"wanted": query(rarest), "most": _MOST})

    def lines(self, ids: Iterable[str], annotator: str | None) -> list[ClaimLine]:
        """Return an annotator's claims among those with the given ids, or everyone's for None, as lines ordered by id.

        Raises:
            StoreError: ``store.damaged`` for a row that cannot be read.
        """
        found = self._all(_LINES, {"ids": json.dumps(list(ids)), "annotator": annotator})
        row: Sequence[Any] = ("",)
        with readable(self._path, "span", lambda: row[0]):
            return [_line(row) for row in found]

    def sayings(self, annotator: str | None) -> list[tuple[str, str, str, str]]:
        """Return (id, language, quote, self-contained text) of an annotator's claims, or of everyone's for None.

        An unknown language and a missing text are "". Claims of replaced articles are left out.
        """
        return [
            (id_, language, quote, str(text))
            for id_, language, quote, text in self._all(_SAYINGS, {"annotator": annotator})
        ]

    def any(self) -> bool:
        """Return whether the project has a claim."""
        (found,) = self._one("SELECT EXISTS (SELECT 1 FROM span WHERE layer = 'claims')")
        return bool(found)

    def edits(self) -> int:
        """Return the number of the last edit in the log; claims cannot have changed while it is the same."""
        (count,) = self._one("SELECT coalesce(max(number), 0) FROM edit")
        return int(count)

    def same_as(self, claim: str) -> set[str]:
        """Return the ids of the claims that relations join to a claim as the same, directly or through other claims."""
        return set(self._column(_ALIKE, {"claim": claim, "label": REPEATS}))

    def joined(self) -> list[tuple[str, str]]:
        """Return the ids (head, tail) of each pair of claims that a relation marks as the same."""
        return self._all("SELECT head, tail FROM relation WHERE label = :label", {"label": REPEATS})

    def with_elsewhere(self, annotated: Annotated) -> Annotated:
        """Add the spans in other documents to which the document's relations lead, for writers that cite them."""
        if not annotated.relations:
            return annotated
        here = {span.id for span in annotated.spans}
        far = {relation.tail for relation in annotated.relations} - here
        if not far:
            return annotated
        found = self._all(_ELSEWHERE, {"ids": json.dumps(sorted(far))})
        return replace(annotated, elsewhere=tuple(map(_elsewhere, found)))

    def _rarest(self, stems: Collection[str], besides: int) -> list[str]:
        longest = sorted(stems, key=lambda stem: (-len(stem), stem))[:_COUNTED]
        counted = ((self._frequency(stem), stem) for stem in longest)
        rarest = sorted((count, stem) for count, stem in counted if count > besides)[:_RAREST]
        return [stem for place, (count, stem) in enumerate(rarest) if place < _ALWAYS or count < _COMMON]

    def _frequency(self, stem: str) -> int:
        """Count the claims with a word that begins with a stem; for a number with a point, the rarer half counts."""
        return min(self._count(word) for word in stem.split("."))

    def _count(self, word: str) -> int:
        (count,) = self._one(_FREQUENCY, {"first": word, "last": word + _AFTER_ALL})
        return int(count)


def query(stems: Sequence[str]) -> str:
    """Build the FTS5 query that matches claims with any two of the stems, or with the only one."""
    words = [_words(stem) for stem in stems]
    pairs = (f"({word} AND ({' OR '.join(words[place:])}))" for place, word in enumerate(words[:-1], start=1))
    return " OR ".join(pairs) or "".join(words)


def _words(stem: str) -> str:
    """Build the FTS5 expression for a stem. It also matches the stem after ``ge``, as in German participles.

    A number with a point is split at the point.
    """
    if not stem.isalpha():
        return "(" + " AND ".join(f'"{digits}"' for digits in stem.split(".")) + ")"
    return f'("{stem}"* OR "ge{stem}"*)' if len(stem) >= _INEXACT else f'"{stem}"'


def _line(row: Sequence[Any]) -> ClaimLine:
    id_, document, title, published, language, start, end, words, attributes, claimant = row
    return ClaimLine(
        id=id_,
        document=document,
        title=title,
        published=published,
        language=language,
        start=start,
        end=end,
        quote=words,
        attributes=object_from(load(attributes)),
        claimant=claimant,
    )


def _elsewhere(row: Sequence[Any]) -> Elsewhere:
    *known, words, start, end, text = row
    every = sentences.split(text)
    first = bisect_right(every, start, key=lambda sentence: sentence[1])
    return Elsewhere(
        **dict(zip(("id", "document", "title", "publisher", "url", "published"), known, strict=True)),
        quote=words,
        sentences=(first, max(first + 1, bisect_left(every, end, key=lambda sentence: sentence[0]))),
    )
