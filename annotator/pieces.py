"""Parts of a text cut and united: what splitting and joining labels comes to. Code points, end exclusive."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

Part: TypeAlias = tuple[int, int]

_BETWEEN = frozenset(",;/·&+|-‐‑–—")  # stands between two names and belongs to neither


def is_between(character: str) -> bool:
    """Tell whether a character, such as a space, comma or dash, may part two labels and belong to neither."""
    return character.isspace() or character in _BETWEEN


def cut(text: str, parts: Sequence[Part], places: Iterable[int]) -> list[tuple[Part, ...]]:
    """Cut the parts of a label at places, in order; what only parts its words falls away at each cut.

    Pieces without a character are left out: fewer than two pieces mean that there was nothing to cut.
    """
    first, last = parts[0][0], parts[-1][1]
    bounds = [first, *sorted({place for place in places if first < place < last}), last]
    pieces = (
        tuple(_clipped(text, parts, low, high, opens=low == first, closes=high == last))
        for low, high in pairwise(bounds)
    )
    return [piece for piece in pieces if piece]


def united(parts: Iterable[Part], bridges: Iterable[Part] = ()) -> tuple[Part, ...]:
    """Give the parts, and what bridges them, in order; those that overlap or touch become one."""
    found: list[Part] = []
    for start, end in sorted((*parts, *bridges)):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)


def _clipped(text: str, parts: Iterable[Part], low: int, high: int, *, opens: bool, closes: bool) -> Iterable[Part]:
    """Give what of the parts lies in a stretch. A stretch that does not open or close the label begins at a cut."""
    inside = [(max(start, low), min(end, high)) for start, end in parts if start < high and end > low]
    for number, (start, end) in enumerate(inside):
        if number == 0 and not opens:
            while start < end and is_between(text[start]):
                start += 1  # noqa: PLW2901
        if number == len(inside) - 1 and not closes:
            while end > start and is_between(text[end - 1]):
                end -= 1  # noqa: PLW2901
        if start < end:
            yield start, end
