"""One step about many places of many documents, made with pauses for a window that goes on meanwhile."""

from collections.abc import Collection, Generator, Mapping
from typing import TYPE_CHECKING

from annotator.edits import Change, Edit
from annotator.model import Part, Span
from annotator.occurrences.changes import freeing, labelled_at, labelling, relabelling
from annotator.occurrences.purposes import KINDS, Purpose

if TYPE_CHECKING:
    from annotator.store.reading import Reader


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
