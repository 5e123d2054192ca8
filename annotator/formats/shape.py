"""What can be made of the parts of a span where they cannot stay as they are."""

from annotator.model.values import Part
from annotator.text.tokens import Tokens


def hull(parts: tuple[Part, ...]) -> Part:
    """Give the range from the first part to the last, with all in between."""
    return parts[0][0], parts[-1][1]


def longest(parts: tuple[Part, ...]) -> Part:
    """Give the part with the most characters, of equals the first."""
    return max(parts, key=lambda part: part[1] - part[0])


def widen(tokens: Tokens, parts: tuple[Part, ...]) -> tuple[Part, ...] | None:
    """Widen each part to whole tokens; parts that meet become one."""
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
