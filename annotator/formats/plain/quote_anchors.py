"""Find quoted words in a text by the words themselves and by the words around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from operator import eq

from annotator.formats.shared.units import ToPoint
from annotator.model.values import Part

_MOST = 1000  # places of the same words that are compared
_NEAR = 32  # characters around the words


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteAnchor:
    """Quoted words and where they are: offsets in the file's unit, and the text before and after them."""

    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


def anchored(text: str, anchor: QuoteAnchor, to_point: ToPoint) -> Part | None:
    """Return the place of the words, or None if they are not in the text or in several equally good places."""
    given: Part | None = None
    if anchor.start is not None and anchor.end is not None:
        given = to_point(anchor.start), to_point(anchor.end)
        inside = 0 <= given[0] < given[1] <= len(text)
        if inside and (not anchor.exact or text[given[0] : given[1]] == anchor.exact):
            return given
    if not anchor.exact.strip():
        return None
    places = [*_places(text, anchor.exact)]
    if not places:
        return _by_words(text, anchor)
    best = max(_fit(text, place, anchor) for place in places)
    alike = [place for place in places if _fit(text, place, anchor) == best]
    if len(alike) == 1:
        return alike[0]
    return min(alike, key=lambda place: abs(place[0] - given[0])) if given is not None else None


def _places(text: str, words: str) -> Iterator[Part]:
    at = text.find(words)
    for _ in range(_MOST):
        if at < 0:
            return
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _fit(text: str, place: Part, anchor: QuoteAnchor) -> int:
    """Return how many characters around a place match those around the quote, ignoring white space."""
    before, after = _bare(text[max(0, place[0] - 2 * _NEAR) : place[0]]), _bare(text[place[1] : place[1] + 2 * _NEAR])
    return _alike(before[::-1], _bare(anchor.prefix)[::-1]) + _alike(after, _bare(anchor.suffix))


def _alike(one: str, other: str) -> int:
    return sum(takewhile(bool, map(eq, one, other)))


def _bare(text: str) -> str:
    return "".join(text.split())


def _by_words(text: str, anchor: QuoteAnchor) -> Part | None:
    """Return the place where the words stand with different white space, or None if there is not exactly one."""
    bare = _bare(anchor.exact)
    kept = [at for at, character in enumerate(text) if not character.isspace()]
    without = _bare(text)
    at = without.find(bare)
    if at < 0 or without.find(bare, at + 1) >= 0:
        return None
    return kept[at], kept[at + len(bare) - 1] + 1
