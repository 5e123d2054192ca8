"""Finding claims by their words, and what is known about them at a glance."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.model.json_rows import object_from
from annotator.model.values import Annotated, Elsewhere
from annotator.store.json_columns import load, readable
from annotator.store.queries.base import Queries
from annotator.text import sentences

REPEATS = "repeats"
"""The relation type that joins claims which say the same."""

_COUNTED = 60  # stems of a claim, the longest, of which the rarest are sought: a claim may be a whole article
_RAREST = 6  # stems of which a claim must share two: any more only bring what shares the commonest words
_ALWAYS = 3  # of them, however common
_COMMON = 5_000  # claims with a stem from which on it tells little and costs much
_MOST = 300  # claims that are looked at closely
_INEXACT = 3  # letters from which a stem stands for all words that begin so
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
SELECT claim.id, claim.document, document.title, document.published, claim.start, claim.end, claim.quote,
    claim.attributes, (
        SELECT coalesce(identity.name, claimant.quote)
        FROM relation JOIN span AS claimant ON claimant.id = relation.tail
            LEFT JOIN identity ON identity.id = json_extract(claimant.attributes, '$.identity')
        WHERE relation.head = claim.id AND relation.label = 'claimant' LIMIT 1)
FROM span AS claim JOIN document ON document.id = claim.document
WHERE claim.id IN (SELECT value FROM json_each(:ids)) AND (:annotator IS NULL OR claim.annotator = :annotator)
ORDER BY claim.id
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

    ``claimant`` is the name of whom the claim's claimant means, or its words; None where no relation names one.
    """

    id: str
    document: str
    title: str
    published: str | None
    start: int
    end: int
    quote: str
    attributes: Mapping[str, Any]
    claimant: str | None


class ClaimSearch(Queries):
    """Searches the claims of one open project file by an index that the file itself keeps right."""

    def near(self, stems: Collection[str], *, besides: int = 0) -> list[str]:
        """Give the ids of claims that share at least two of the rarest of these stems (the only one, if there is one).

        The best come first, and at most 300; none of an article that a newer version stands for.

        Args:
            stems: Folded beginnings of words (`annotator.text.similarity.stems`).
            besides: In how many claims each is sure to be: 1 for the words of a claim of the project. What no others
                have is not sought.
        """
        rarest = self._rarest(stems, besides)
        if len(rarest) < min(2, len(stems)) or not rarest:
            return []
        return self._column(_NEAR, {"wanted": query(rarest), "most": _MOST})

    def lines(self, ids: Iterable[str], annotator: str | None) -> list[ClaimLine]:
        """Give what is known about an annotator's claims, or everyone's, in order of id.

        Raises:
            StoreError: ``store.damaged`` where somebody else's hand wrote what cannot be read.
        """
        found = self._all(_LINES, {"ids": json.dumps(list(ids)), "annotator": annotator})
        row: Sequence[Any] = ("",)
        with readable(self._path, "span", lambda: row[0]):
            return [_line(row) for row in found]

    def same_as(self, claim: str) -> set[str]:
        """Give the ids of the claims that are joined with one as the same, be it by way of others."""
        return set(self._column(_ALIKE, {"claim": claim, "label": REPEATS}))

    def with_elsewhere(self, annotated: Annotated) -> Annotated:
        """Add what its relations end at in other documents, for those who write it down."""
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
        """Count the claims with words that begin so; of a number with a point, those with the rarer half of it."""
        return min(self._count(word) for word in stem.split("."))

    def _count(self, word: str) -> int:
        (count,) = self._one(_FREQUENCY, {"first": word, "last": word + _AFTER_ALL})
        return int(count)


def query(stems: Sequence[str]) -> str:
    """Write what FTS5 looks for: any two of the stems; the only one, if there is one."""
    words = [_words(stem) for stem in stems]
    pairs = (f"({word} AND ({' OR '.join(words[place:])}))" for place, word in enumerate(words[:-1], start=1))
    return " OR ".join(pairs) or "".join(words)


def _words(stem: str) -> str:
    """Write which words a stem stands for; of a German participle ``ge`` was taken away, and of a number the point."""
    if not stem.isalpha():
        return "(" + " AND ".join(f'"{digits}"' for digits in stem.split(".")) + ")"
    return f'("{stem}"* OR "ge{stem}"*)' if len(stem) >= _INEXACT else f'"{stem}"'


def _line(row: Sequence[Any]) -> ClaimLine:
    id_, document, title, published, start, end, words, attributes, claimant = row
    return ClaimLine(
        id=id_,
        document=document,
        title=title,
        published=published,
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
