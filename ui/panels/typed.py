"""How well what is typed fits words of the article. Capitals, accents and line breaks make no difference."""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.model import Part
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
    starts = _starts(words)
    if any(words.startswith(wanted, start) for start in starts):
        return CONTAINS
    each = [words[start:] for start in starts]
    return ALL if all(any(word.startswith(one) for word in each) for one in wanted.split()) else None


def places(text: str, typed: str, part: Part) -> Iterator[Part]:
    """Give where words of a text (code points, end exclusive) begin like this, each as far as was typed."""
    wanted = _one_line(typed)
    if not wanted:
        return
    folded, origins = _folded(text, part)
    for start in _starts(folded):
        if folded.startswith(wanted, start):
            yield origins[start], origins[start + len(wanted) - 1] + 1


def _one_line(text: str) -> str:
    return " ".join(fold(text).split())


def _starts(words: str) -> list[int]:
    return [at for at, each in enumerate(words) if each.isalnum() and not (at and words[at - 1].isalnum())]


def _folded(text: str, part: Part) -> tuple[str, list[int]]:
    """Fold a part of a text; for each character that is left, say where it came from."""
    found: list[str] = []
    origins: list[int] = []
    for at in range(*part):
        for each in fold(text[at]):
            if each.isspace() and (not found or found[-1] == " "):
                continue
            found.append(" " if each.isspace() else each)
            origins.append(at)
    return "".join(found), origins
