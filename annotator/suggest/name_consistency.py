"""Making names consistent: the same words get the same label throughout an article."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_SURE = 0.85
_LONGEST_NAME = 3
_SHORTEST_TEXT = 4
# The score of a name that was found only because it is a sure name elsewhere in the article.
_SCORE_OF_REPEATED = 0.7


class FoundName(NamedTuple):
    """A name: the words from ``start`` to ``end``, exclusive, its label, and the score that the model gave it."""

    start: int
    end: int
    label: str
    score: float


def consistent(words: Sequence[str], found: Iterable[FoundName]) -> list[FoundName]:
    """Set the same label for all names with the same words, and add unmarked occurrences of sure names.

    Each name votes for its label with its score. A name whose label changes gets the winning label's share of the votes
    as its score. Added occurrences overlap no other name. The returned names are in text order.
    """
    found = list(found)
    shares = _shares(words, found)
    settled = []
    for name in found:
        votes = shares[tuple(words[name.start : name.end])]
        label = max(votes, key=lambda candidate: votes[candidate])
        score = name.score if label == name.label else votes[label]
        settled.append(FoundName(name.start, name.end, label, score))
    return sorted([*settled, *_repeated(words, settled)])


def _shares(words: Sequence[str], found: Iterable[FoundName]) -> dict[tuple[str, ...], dict[str, float]]:
    sums: dict[tuple[str, ...], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in found:
        sums[tuple(words[name.start : name.end])][name.label] += name.score
    totals = {text: sum(votes.values()) or 1.0 for text, votes in sums.items()}  # a score may be 0
    return {text: {label: vote / totals[text] for label, vote in votes.items()} for text, votes in sums.items()}


def _repeated(words: Sequence[str], found: Sequence[FoundName]) -> list[FoundName]:
    """Return further occurrences of sure names in words outside any name; longer names are looked for first."""
    sure = {}
    for name in found:
        text = tuple(words[name.start : name.end])
        is_short = len(text) > _LONGEST_NAME or len("".join(text)) < _SHORTEST_TEXT
        if name.score >= _SURE and not is_short:
            sure[text] = name.label
    taken = {place for name in found for place in range(name.start, name.end)}
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        places[word].append(place)
    repeated = []
    for text in sorted(sure, key=len, reverse=True):
        for start in places[text[0]]:
            covered = range(start, start + len(text))
            if tuple(words[start : covered.stop]) == text and taken.isdisjoint(covered):
                repeated.append(FoundName(start, covered.stop, sure[text], _SCORE_OF_REPEATED))
                taken.update(covered)
    return repeated
