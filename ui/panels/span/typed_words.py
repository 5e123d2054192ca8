"""Matches typed text with words of the article. Case, accents and line breaks do not matter."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from annotator.model.values import Part
from ui.choosing.ranking import fold

_folded_character = lru_cache(maxsize=1024)(fold)
BEGINS, CONTAINS, ALL = range(3)  # how a text matches, best first: at the beginning, further on, or word by word


class Sought(NamedTuple):
    """The typed text, the rank of the shown match (from 1; 0 for none), and the number of matches.

    ``away`` is the words of the match if they are out of sight, else "".
    """

    typed: str
    place: int
    fitting: int
    away: str = ""


def fit(quote: str, typed: str) -> int | None:
    """Return how well ``quote`` matches, lowest best, or None. Of each word, typing the beginning is enough."""
    words, wanted = _one_line(quote), _one_line(typed)
    if words.startswith(wanted):
        return BEGINS
    if _holds(words, wanted):
        return CONTAINS
    return ALL if all(_holds(words, one) for one in wanted.split()) else None


def places(text: str, typed: str, part: Part) -> Iterator[Part]:
    """Yield start and end (code points, end exclusive) of the places in a part of a text that match the typed words."""
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
    """Yield each index at which a word begins with ``wanted``."""
    at = words.find(wanted)
    while at >= 0:
        if not (at and words[at - 1].isalnum()):
            yield at
        at = words.find(wanted, at + 1)


def _folded(text: str, part: Part) -> tuple[str, list[int]]:
    """Return a part of a text, folded, and for each character of the result its offset in the text."""
    found: list[str] = []
    origins: list[int] = []
    for at in range(*part):
        for each in _folded_character(text[at]):
            if each.isspace() and (not found or found[-1] == " "):
                continue
            found.append(" " if each.isspace() else each)
            origins.append(at)
    return "".join(found), origins
