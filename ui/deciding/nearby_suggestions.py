"""What a label that a person sets has to do with what is suggested for some of its words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from annotator.editing.edits import Change, Edit
from annotator.model.values import CLAIMS, Part, Span, Suggestion

Parts = tuple[Part, ...]


def nearest(suggestions: Iterable[Suggestion], layer: str, label: str, parts: Parts) -> Suggestion | None:
    """Give the suggested claim that shares most characters with these parts, if any does."""
    if layer != CLAIMS:
        return None
    found = [row for row in suggestions if (row.layer, row.label) == (layer, label) and _shared(row.parts, parts)]
    return max(found, key=lambda row: (_shared(row.parts, parts), row.id), default=None)


def overruled(suggestions: Iterable[Suggestion], label: str, parts: Parts) -> list[Suggestion]:
    """Give the suggestions of its layer that a label on these words says better, the nearest first.

    Those are what lies within them or across their edges, and what goes beyond them with the same label. What goes
    beyond them with another label may hold beside it.
    """
    start, end = parts[0][0], parts[-1][1]

    def shared(row: Suggestion) -> int:
        return _shared(((row.start, row.end),), parts)

    found = [
        row
        for row in suggestions
        if shared(row) and (row.label == label or not (row.start <= start and end <= row.end))
    ]
    return sorted(found, key=lambda row: (-shared(row), row.label != label, row.id))


def is_meant(suggestion: Suggestion, parts: Parts) -> bool:
    """Tell whether a claim of these parts is that suggestion, better cut: one of them covers half of the other."""
    return 2 * _shared(suggestion.parts, parts) >= min(_length(suggestion.parts), _length(parts))


def made_like(
    suggestion: Suggestion, label: str, parts: Parts, accept: Callable[[Sequence[Suggestion]], Edit]
) -> tuple[Change, ...]:
    """Give what adds a claim of other parts with all that is proposed for a suggested one; the claim comes first.

    The suggestion stays as it is. Where there is a claim of these parts already nothing is given.
    """
    _, *changes = accept([replace(suggestion, label=label, parts=parts)]).changes
    made = changes[0].after if changes else None
    return tuple(changes) if isinstance(made, Span) and made.parts == parts else ()


def _length(parts: Parts) -> int:
    return sum(end - start for start, end in parts)


def _shared(one: Parts, other: Parts) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
