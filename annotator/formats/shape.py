"""Reshaping the parts of a span."""

from annotator.model.values import Part
from annotator.text.tokens import Tokens


def hull(parts: tuple[Part, ...]) -> Part:
    """Return the range from the first part to the last, including the gaps."""
    return parts[0][0], parts[-1][1]


def longest(parts: tuple[Part, ...]) -> Part:
    """Return the part with the most characters, the first one if tied."""
    return max(parts, key=lambda part: part[1] - part[0])


def widen(tokens: Tokens, parts: tuple[Part, ...]) -> tuple[Part, ...] | None:
    """Widen each part to whole tokens and join parts that meet; return None if no part touches a token."""
    widened: list[Part] = []
    for start, end in parts:
        found = tokens.snap(start, end)
        if found is None:
            continue
        if widened and found[0] <= widened[-1][1]:
            widened[-1] = (widened[-1][0], max(found[1], widened[-1][1]))
        else:
            widened.append(found)
    return tuple(widened) or None
