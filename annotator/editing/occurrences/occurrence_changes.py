"""What labelling, relabelling or freeing many occurrences comes to, document by document, as changes of one edit.

Only what nobody has decided is labelled, only what carries another label is relabelled: whatever was done since the
list was made counts.
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
    """Label places of a document that carry no label of the layer; a suggestion there is settled by it."""
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
    """Give the spans of a layer at these places another label."""
    found = (span for span in labelled_at(places, spans, layer) if span.label != label)
    return [change for span in found for change in edits.relabel(span, layer, label, annotator=annotator).changes]


def labelled_at(places: Collection[Part], spans: Iterable[Span], layer: str) -> list[Span]:
    """Give the spans of a layer that fill one of the places."""
    return [span for span in spans if span.layer == layer and len(span.parts) == 1 and span.parts[0] in places]


def freeing(spans: Iterable[Span], relations: Iterable[Relation], *, annotator: str) -> list[Change]:
    """Remove spans, of whatever documents, with the relations that touch them: all at once, or one would go twice."""
    return list(edits.remove(spans, relations, annotator=annotator).changes)
