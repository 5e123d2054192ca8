"""Differences between the articles of two corpora: labels, languages, names, doubt.

A difference does not mean that the models do worse on a corpus; only people who look at its suggestions can tell.
"""

from math import isclose
from typing import NamedTuple

from annotator.scale.results.asking import RunResults

_PLACES = ("month", "publisher")
_PER_WORDS = 100
_FEWEST = 20  # articles of a month or publisher; with fewer, figures differ by chance


class FigureDifference(NamedTuple):
    """A figure for each of two corpora, None for a corpus with nothing to measure. ``kind`` says what is measured."""

    kind: str
    name: str
    here: float | None
    there: float | None

    @property
    def size(self) -> float:
        """The relative distance between the two figures, from 0 to 1; a rounding error counts as 0."""
        if self.here is None or self.there is None:
            return 1.0 if self.here or self.there else 0.0
        if isclose(self.here, self.there):
            return 0.0
        most = max(abs(self.here), abs(self.there))
        return abs(self.here - self.there) / most


def compared(answers: RunResults, others: RunResults) -> list[FigureDifference]:
    """Return the figures of the two corpora, sorted so that the figures that differ most come first.

    ``labels`` are shares of all suggestions, ``languages`` of all articles, ``unread`` of the articles without any
    suggestion, all in per cent. ``names`` and ``doubt`` are per 100 words, in all and by month and publisher.

    Raises:
        ModelError: ``corpus.question``.
    """
    here, there = _figures(answers), _figures(others)
    found = [FigureDifference(*key, here.get(key), there.get(key)) for key in sorted(here.keys() | there.keys())]
    return sorted(found, key=lambda one: (-one.size, one.kind, one.name))


def _figures(answers: RunResults) -> dict[tuple[str, str], float]:
    labels = answers.labels()
    every = sum(labels.values())
    found = {("labels", f"{layer}.{label}"): 100 * count / every for (layer, label), count in labels.items()}
    ((articles, unread, words, names, doubt),) = answers.rows(
        "SELECT count(*), count(*) FILTER (names = 0 AND claims = 0), coalesce(sum(words), 0)::BIGINT,"
        " coalesce(sum(names), 0)::BIGINT, coalesce(sum(doubt * words), 0) FROM articles WHERE problem IS NULL"
    )
    if articles:
        found["unread", ""] = 100 * unread / articles
    if words:
        found["names", ""] = _PER_WORDS * names / words
        found["doubt", ""] = doubt / words
    for share in answers.facet("language"):
        found["languages", share.value or ""] = 100 * share.articles / articles
    for facet in _PLACES:
        for share in answers.facet(facet):
            if share.articles >= _FEWEST and share.words:
                found[f"names by {facet}", share.value or ""] = _PER_WORDS * share.names / share.words
                found[f"doubt by {facet}", share.value or ""] = share.doubt
    return found
