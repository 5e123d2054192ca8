"""Spans of several parts: words that belong together and do not stand together."""

from annotator.model import Part
from annotator.tokens import trim


def joined(parts: tuple[Part, ...], added: Part, text: str) -> tuple[Part, ...]:
    """Give the parts with one more, in order; what touches, overlaps or has but white space between it becomes one."""
    found: list[Part] = []
    for start, end in sorted((*parts, added)):
        if found and (start <= found[-1][1] or text[found[-1][1] : start].isspace()):
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)


def without(parts: tuple[Part, ...], taken: Part, text: str) -> tuple[Part, ...]:
    """Give the parts without a stretch, white space at new edges cut off; nothing is left of what lies in it."""
    first, last = taken
    found: list[Part] = []
    for start, end in parts:
        if end <= first or start >= last:
            found.append((start, end))
            continue
        found += [
            piece for low, high in ((start, first), (last, end)) if (piece := trim(text, low, high))[0] < piece[1]
        ]
    return tuple(found)


def part_at(parts: tuple[Part, ...], offset: int) -> Part | None:
    """Give the part that holds the character at the offset, or that ends there."""
    return next((part for part in parts if part[0] <= offset <= part[1]), None)
