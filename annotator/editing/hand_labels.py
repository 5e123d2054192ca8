"""Labels made by hand, and the suggestions and labels that such a label replaces."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from annotator.editing.accepted_spans import changed
from annotator.editing.edits import Change, Edit, EditKind, accept, reject
from annotator.model.values import CLAIMS, Part, Span, Suggestion
from annotator.text.parts import length, shared

Parts = tuple[Part, ...]


def nearest(suggestions: Iterable[Suggestion], label: str, parts: Parts) -> Suggestion | None:
    """Return the suggested claim with this label that shares most characters with these parts, or None."""
    found = [row for row in suggestions if (row.layer, row.label) == (CLAIMS, label) and shared(row.parts, parts)]
    return max(found, key=lambda row: (shared(row.parts, parts), row.id), default=None)


def overruled(suggestions: Iterable[Suggestion], label: str, parts: Parts) -> list[Suggestion]:
    """Return the suggestions that a new label on these words replaces, the nearest first.

    All ``suggestions`` must be of the label's layer. Those inside the words or across their boundaries are replaced,
    and longer ones with the same label. A longer suggestion with another label stays.
    """
    start, end = parts[0][0], parts[-1][1]

    def covered(row: Suggestion) -> int:
        return shared([(row.start, row.end)], parts)

    found = [
        row
        for row in suggestions
        if covered(row) and (row.label == label or not (row.start <= start and end <= row.end))
    ]
    return sorted(found, key=lambda row: (-covered(row), row.label != label, row.id))


def redrawn(spans: Iterable[Span], layer: str, label: str, part: Part) -> list[Span]:
    """Return the spans whose boundaries a label on these words corrects, in text order.

    They have the same label and lie inside or around the words; those that cross the words' boundaries are left to
    be joined. Claims may nest, and a span with gaps has other words between its parts, so these are never corrected.
    If a span has exactly these words, none is.
    """
    if layer == CLAIMS:
        return []
    alike = [span for span in spans if (span.layer, span.label) == (layer, label)]
    if any(span.parts == (part,) for span in alike):
        return []
    found = (span for span in alike if len(span.parts) == 1 and _is_nested(span.parts[0], part))
    return sorted(found, key=lambda span: (span.start, span.end, span.id))


def _is_nested(one: Part, other: Part) -> bool:
    """Return whether one part lies inside the other."""
    return shared((one,), (other,)) == min(one[1] - one[0], other[1] - other[0])


def settling(edit: Edit, suggestions: Sequence[Suggestion], span: Span) -> Edit:
    """Return an edit that also settles suggestions: it accepts those equal to the span and rejects the others.

    Its kind is then that of a correction, whose decisions count in the figures of the sources.
    """
    if not suggestions:
        return edit
    equal = [row for row in suggestions if row.key == (span.layer, span.parts, span.label)]
    others = [row for row in suggestions if row not in equal]
    accepted = accept(equal, [span], annotator=edit.annotator).changes
    rejected = reject(others, annotator=edit.annotator).changes
    return replace(edit, kind=EditKind.CORRECT, changes=(*edit.changes, *accepted, *rejected))


def is_meant(suggestion: Suggestion, parts: Parts) -> bool:
    """Return whether a claim with these parts can be taken for the suggested claim with corrected boundaries.

    The two must share at least half of the longer one's characters. Otherwise the words are a claim of their own.
    """
    return 2 * shared(suggestion.parts, parts) >= max(length(suggestion.parts), length(parts))


def made_like(
    suggestion: Suggestion, label: str, parts: Parts, accept: Callable[[Sequence[Suggestion]], Edit]
) -> tuple[Change, ...]:
    """Return the changes that add a claim with a suggestion's values and relations, but other boundaries.

    The first change adds the claim. The suggestion is not changed. If a claim with these boundaries exists, there are
    no changes.
    """
    _, *changes = accept([replace(suggestion, label=label, parts=parts)]).changes
    made = changes[0].after if changes else None
    if not isinstance(made, Span) or made.parts != parts:
        return ()
    return (Change(after=changed(made)), *changes[1:])
