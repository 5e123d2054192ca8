"""How well what is typed fits words of the article. Capitals, accents and line breaks make no difference."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from annotator.model.values import Part
from ui.choosing.ranking import fold

BEGINS, CONTAINS, ALL = range(3)  # the words begin like this, do so further on, or have each of them somewhere


class Sought(NamedTuple):
    """What was typed, which of the words that fit is shown (from 1 on; 0: none fits), and how many fit."""

    typed: str
    place: int
    fitting: int


def fit(quote: str, typed: str) -> int | None:
    """Tell how well words fit, the best first; None where they do not. Of each word only the beginning may be typed."""
    words, wanted = _one_line(quote), _one_line(typed)
    if words.startswith(wanted):
        return BEGINS
    if _holds(words, wanted):
        return CONTAINS
    return ALL if all(_holds(words, one) for one in wanted.split()) else None


def places(text: str, typed: str, part: Part) -> Iterator[Part]:
    """Give where words of a text (code points, end exclusive) begin like this, each as far as was typed."""
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
    """Give where a word begins with what is wanted."""
    at = words.find(wanted)
    while at >= 0:
        if not (at and words[at - 1].isalnum()):
            yield at
        at = words.find(wanted, at + 1)


def _folded(text: str, part: Part) -> tuple[str, list[int]]:
    """Fold a part of a text; for each character that is left, say where it came from."""
    found: list[str] = []
    origins: list[int] = []
    for at in range(*part):
        for each in _character(text[at]):
            if each.isspace() and (not found or found[-1] == " "):
                continue
            found.append(" " if each.isspace() else each)
            origins.append(at)
    return "".join(found), origins


@lru_cache(maxsize=1024)
def _character(character: str) -> str:
    return fold(character)
