"""Bulk edits of many documents. Their builders pause often, so that the window stays responsive."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.editing import edits
from annotator.editing.edits import Change, EditKind, SlicedEdit, edit_of
from annotator.editing.occurrence_states import KINDS, Purpose
from annotator.jobs.suggesting.triage import query_of
from annotator.model import schema_file
from annotator.model.schema import nameless_ends
from annotator.model.values import SCHEMA, Acceptance, Part, Span, Suggestion, SuggestionState, new_id
from annotator.suggest.tiers import SuggestionFilter, best_of

if TYPE_CHECKING:
    from annotator.store.reader import Reader


def labelling(
    document: str,
    places: Collection[Part],
    spans: Iterable[Span],
    pending: Iterable[Suggestion],
    acceptance: Acceptance = Acceptance.SIGHT,
    /,
    *,
    layer: str,
    label: str,
    annotator: str,
) -> list[Change]:
    """Label the places that have no label of the layer yet, and settle the suggestions at these places."""
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
            accepted = edits.accept([suggestion], present, annotator=annotator, acceptance=acceptance).changes
            present += [row for change in accepted if isinstance(row := change.after, Span)]
            changes += accepted
        else:
            corrected = edits.correct(suggestion, layer, label, parts, annotator=annotator, acceptance=acceptance)
            changes += corrected.changes
    return changes


def relabelling(places: Collection[Part], spans: Iterable[Span], *, layer: str, label: str) -> list[Change]:
    """Change the label of the layer's spans that exactly cover a place; their acceptance stays the same."""
    found = (span for span in labelled_at(places, spans, layer) if span.label != label)
    return [Change(before=span, after=replace(span, layer=layer, label=label)) for span in found]


def labelled_at(places: Collection[Part], spans: Iterable[Span], layer: str) -> list[Span]:
    """Return the layer's spans that exactly cover one of the places."""
    return [span for span in spans if span.layer == layer and len(span.parts) == 1 and span.parts[0] in places]


def step(
    read: "Reader", purpose: Purpose, places: Mapping[str, Collection[Part]], *, layer: str, label: str, annotator: str
) -> SlicedEdit:
    """Build the edit that labels, relabels or unlabels places, pausing after each document; None if nothing changes.

    ``read`` is the project as it is now, not as it was when the places were listed. ``places`` are code points, end
    exclusive, by document. ``label`` is the new label; it is ignored when removing.

    Raises:
        StoreError: ``store.no_document``.
    """
    changes: list[Change] = []
    doomed: list[Span] = []
    acceptance = Acceptance.SIGHT if sum(map(len, places.values())) > 1 else Acceptance.LOOKED
    own = {"layer": layer, "label": label, "annotator": annotator}
    for document, parts in places.items():
        present = read.annotated(document, annotator, suggestions=purpose is Purpose.LABEL)
        if purpose is Purpose.LABEL:
            changes += labelling(document, parts, present.spans, present.suggestions, acceptance, **own)
        elif purpose is Purpose.RELABEL:
            changes += relabelling(parts, present.spans, layer=layer, label=label)
        else:
            doomed += labelled_at(parts, present.spans, layer)
        yield
    if doomed:
        touching = read.relations_of(span.id for span in doomed)  # once for all: one may join two of the spans
        changes = list(edits.remove(doomed, touching, annotator=annotator).changes)
    return edit_of(KINDS[purpose], changes, annotator=annotator)


def settling(read: "Reader", wanted: Mapping[str, Collection[str]], *, accepted: bool, annotator: str) -> SlicedEdit:
    """Build the edit that accepts or rejects suggestions, pausing after each document; None if nothing changes.

    ``wanted`` has the ids of suggestions by document. Suggestions that were decided in the meantime stay unchanged. A
    suggestion is not accepted if its words already have another label of the same layer. If several labels are
    suggested for the same words, only the one with the highest score is accepted, and the others stay pending. Several
    suggestions at once count as accepted by sight.

    Raises:
        StoreError: ``store.no_document``.
    """
    listed = ((document, frozenset(ids)) for document, ids in wanted.items())
    acceptance = Acceptance.SIGHT if sum(map(len, wanted.values())) > 1 else Acceptance.LOOKED
    return _settling(read, listed, accepted=accepted, annotator=annotator, acceptance=acceptance)


def settling_all(
    read: "Reader", documents: Iterable[str], wanted: SuggestionFilter, *, accepted: bool, annotator: str
) -> SlicedEdit:
    """Build the edit that accepts or rejects all suggestions matching a filter, like `settling`.

    The pending suggestions are read document by document, so that memory never holds a hundred thousand ids.
    """
    query = query_of(wanted)
    found = ((document, read.pending.inside(document, query)) for document in documents)
    return _settling(read, found, accepted=accepted, annotator=annotator, acceptance=Acceptance.SIGHT)


def _settling(
    read: "Reader",
    wanted: Iterable[tuple[str, Collection[str]]],
    *,
    accepted: bool,
    annotator: str,
    acceptance: Acceptance,
) -> SlicedEdit:
    changes: list[Change] = []
    nameless = nameless_ends(schema_file.loads(read.setting(SCHEMA) or "", name=SCHEMA))
    for document, listed in wanted:
        waiting = read.suggestions(document, SuggestionState.PENDING)
        pending = [suggestion for suggestion in waiting if suggestion.id in listed]
        if accepted:
            present = read.annotated(document, annotator)
            refused = {s.key for s in read.suggestions(document, SuggestionState.REJECTED)}
            taken = _undisputed(pending, present.spans)
            changes += edits.accept(
                taken,
                present.spans,
                annotator=annotator,
                refused=refused,
                pending=[other for other in waiting if other not in taken],
                nameless=nameless,
                acceptance=acceptance,
                relations=present.relations,
            ).changes
        else:
            changes += edits.reject(pending, annotator=annotator).changes
        yield
    kind = EditKind.ACCEPT if accepted else EditKind.REJECT
    return edit_of(kind, changes, annotator=annotator)


def _undisputed(pending: Collection[Suggestion], spans: Collection[Span]) -> list[Suggestion]:
    labels: dict[tuple[str, tuple[Part, ...]], set[str]] = {}
    for span in spans:
        labels.setdefault((span.layer, span.parts), set()).add(span.label)
    return [s for s in best_of(pending) if s.label in labels.get((s.layer, s.parts), {s.label})]
