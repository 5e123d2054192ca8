"""Matching of typed text with words of the article, ignoring case, accents and line breaks."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from annotator.model.values import Part
from ui.choosing.ranking import fold

_folded_character = lru_cache(maxsize=1024)(fold)
BEGINS, CONTAINS, ALL = range(3)  # the typed text matches at the beginning, further on, or word by word


class Sought(NamedTuple):
    """The typed text, the 1-based rank of the match shown (0 for none), and the number of matches."""

    typed: str
    place: int
    fitting: int


def fit(quote: str, typed: str) -> int | None:
    """Return how well words match, the lowest best, or None. Only the beginning of each word need be typed."""
    words, wanted = _one_line(quote), _one_line(typed)
    if words.startswith(wanted):
        return BEGINS
    if _holds(words, wanted):
        return CONTAINS
    return ALL if all(_holds(words, one) for one in wanted.split()) else None


def places(text: str, typed: str, part: Part) -> Iterator[Part]:
    """Yield where the typed words begin in a part of a text (code points, end exclusive), as far as typed."""
    wanted = _one_line(typed)
    if not wanted:
        return
    folded, origins = _folded(text, part)
    for start in _begun(folded, wanted):
        yield origins[start], origins[start + len(wanted) - 1] + 1


def _one_line(text: str) -> str:
    return " ".join(fold(text).split())


def _holds(words: str, wanted: str) -> bool:
    return next(_begun(words, wanted), None) is not None


def _begun(words: str, wanted: str) -> Iterator[int]:
    """Yield where a word begins with the wanted text."""
    at = words.find(wanted)
    while at >= 0:
        if not (at and words[at - 1].isalnum()):
            yield at
        at = words.find(wanted, at + 1)


def _folded(text: str, part: Part) -> tuple[str, list[int]]:
    """Fold a part of a text; return it with the origin of each character."""
    found: list[str] = []
    origins: list[int] = []
    for at in range(*part):
        for each in _folded_character(text[at]):
            if each.isspace() and (not found or found[-1] == " "):
                continue
            found.append(" " if each.isspace() else each)
            origins.append(at)
    return "".join(found), origins
