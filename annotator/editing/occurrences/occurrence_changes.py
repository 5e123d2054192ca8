"""Changes that label, relabel or unlabel many occurrences, document by document, for one edit.

Only undecided places are labelled and only differing labels replaced: decisions made since the list was built count.
"""

from collections.abc import Collection, Iterable

from annotator.editing import edits
from annotator.editing.edits import Change
from annotator.model.values import Part, Relation, Span, Suggestion, new_id


def labelling(
    document: str,
    places: Collection[Part],
    spans: Iterable[Span],
    pending: Iterable[Suggestion],
    *,
    layer: str,
    label: str,
    annotator: str,
) -> list[Change]:
    """Label places that have no label of the layer, settling the suggestions there."""
    present = list(spans)
    taken = {span.parts for span in present if span.layer == layer}
    suggested = {s.parts: s for s in pending if s.layer == layer and (s.label == label or s.parts[0] in places)}
    changes: list[Change] = []
    for part in sorted(places):
        parts = (part,)
        if parts in taken:
            continue
        suggestion = suggested.get(parts)
        if suggestion is None:
            made = Span(id=new_id(), document=document, layer=layer, label=label, parts=parts, annotator=annotator)
            changes.append(Change(after=made))
        elif suggestion.label == label:
            accepted = edits.accept([suggestion], present, annotator=annotator).changes
            present += [row for change in accepted if isinstance(row := change.after, Span)]
            changes += accepted
        else:
            changes += edits.correct(suggestion, layer, label, parts, annotator=annotator).changes
    return changes


def relabelling(
    places: Collection[Part], spans: Iterable[Span], *, layer: str, label: str, annotator: str
) -> list[Change]:
    """Change the label of the layer's spans at these places."""
    found = (span for span in labelled_at(places, spans, layer) if span.label != label)
    return [change for span in found for change in edits.relabel(span, layer, label, annotator=annotator).changes]


def labelled_at(places: Collection[Part], spans: Iterable[Span], layer: str) -> list[Span]:
    """Return the layer's spans that fill one of the places."""
    return [span for span in spans if span.layer == layer and len(span.parts) == 1 and span.parts[0] in places]


def unlabelling(spans: Iterable[Span], relations: Iterable[Relation], *, annotator: str) -> list[Change]:
    """Remove spans of any documents with the relations that touch them.

    All at once: a relation between two of them must be removed only once.
    """
    return list(edits.remove(spans, relations, annotator=annotator).changes)
