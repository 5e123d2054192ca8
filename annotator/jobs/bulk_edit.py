"""One step about many places of many documents, made with pauses for a window that goes on meanwhile."""

from collections.abc import Collection, Generator, Iterable, Mapping
from typing import TYPE_CHECKING

from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.occurrences.occurrence_changes import freeing, labelled_at, labelling, relabelling
from annotator.editing.occurrences.purposes import KINDS, Purpose
from annotator.jobs.suggesting.triage import query_of
from annotator.model import schema_file
from annotator.model.schema import nameless_ends
from annotator.model.values import SCHEMA, Part, Span, Suggestion, SuggestionState
from annotator.suggest.filtering import SuggestionFilter
from annotator.suggest.tiers import best_of

if TYPE_CHECKING:
    from annotator.store.reader import Reader


def step(
    read: "Reader", purpose: Purpose, places: Mapping[str, Collection[Part]], *, layer: str, label: str, annotator: str
) -> Generator[None, None, Edit | None]:
    """Make the edit that labels, relabels or frees places; pause after each document. None: there is nothing to do.

    Args:
        read: What is in the project now; it decides, not what was there when somebody looked.
        purpose: What to do.
        places: Code points, end exclusive, by document.
        layer: The layer that matters.
        label: The label to give; of no meaning where labels are removed.
        annotator: Who decides.

    Raises:
        StoreError: ``store.no_document``.
    """
    changes: list[Change] = []
    doomed: list[Span] = []
    own = {"layer": layer, "label": label, "annotator": annotator}
    for document, parts in places.items():
        present = read.annotated(document, annotator, suggestions=purpose is Purpose.LABEL)
        if purpose is Purpose.LABEL:
            changes += labelling(document, parts, present.spans, present.suggestions, **own)
        elif purpose is Purpose.RELABEL:
            changes += relabelling(parts, present.spans, **own)
        else:
            doomed += labelled_at(parts, present.spans, layer)
        yield
    if doomed:
        changes = freeing(doomed, read.relations_of(span.id for span in doomed), annotator=annotator)
    return Edit(kind=KINDS[purpose], annotator=annotator, changes=tuple(changes)) if changes else None


def settling(
    read: "Reader", wanted: Mapping[str, Collection[str]], *, accepted: bool, annotator: str
) -> Generator[None, None, Edit | None]:
    """Make the edit that accepts or refuses suggestions; pause after each document. None: there is nothing to do.

    What was decided meanwhile stays. Nothing is accepted for words that carry another label of the same layer already,
    and of several labels for the same words only the most certain: the others stay to be decided about.

    Args:
        read: What is in the project now.
        wanted: Ids of suggestions, by document.
        accepted: Whether to accept or to refuse them.
        annotator: Who decides.

    Raises:
        StoreError: ``store.no_document``.
    """
    listed = ((document, frozenset(ids)) for document, ids in wanted.items())
    return _settling(read, listed, accepted=accepted, annotator=annotator)


def settling_all(
    read: "Reader", documents: Iterable[str], wanted: SuggestionFilter, *, accepted: bool, annotator: str
) -> Generator[None, None, Edit | None]:
    """Make the edit that accepts or refuses all that a filter leaves in documents, like `settling`.

    What is pending when it comes to a document counts: nobody has to hold a hundred thousand ids until then.
    """
    query = query_of(wanted)
    found = ((document, read.pending.inside(document, query)) for document in documents)
    return _settling(read, found, accepted=accepted, annotator=annotator)


def _settling(
    read: "Reader", wanted: Iterable[tuple[str, Collection[str]]], *, accepted: bool, annotator: str
) -> Generator[None, None, Edit | None]:
    changes: list[Change] = []
    nameless = nameless_ends(schema_file.loads(read.setting(SCHEMA) or "", name=SCHEMA))
    for document, listed in wanted:
        pending = [s for s in read.suggestions(document, SuggestionState.PENDING) if s.id in listed]
        if accepted:
            spans = read.annotated(document, annotator).spans
            refused = {s.key for s in read.suggestions(document, SuggestionState.REJECTED)}
            taken = _undisputed(pending, spans)
            changes += edits.accept(taken, spans, annotator=annotator, refused=refused, nameless=nameless).changes
        else:
            changes += edits.reject(pending, annotator=annotator).changes
        yield
    kind = EditKind.ACCEPT if accepted else EditKind.REJECT
    return Edit(kind=kind, annotator=annotator, changes=tuple(changes)) if changes else None


def _undisputed(pending: Collection[Suggestion], spans: Collection[Span]) -> list[Suggestion]:
    labels: dict[tuple[str, tuple[Part, ...]], set[str]] = {}
    for span in spans:
        labels.setdefault((span.layer, span.parts), set()).add(span.label)
    return [s for s in best_of(pending) if s.label in labels.get((s.layer, s.parts), {s.label})]
