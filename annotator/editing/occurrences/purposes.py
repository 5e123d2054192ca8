"""Bulk actions on occurrences, and which occurrences each one applies to."""

from enum import StrEnum

from annotator.editing.edits import EditKind
from annotator.editing.occurrences.occurrence_states import Hit, Standing


class Purpose(StrEnum):
    """The action to take on the kept occurrences."""

    LABEL = "label"
    RELABEL = "relabel"
    REMOVE = "remove"


KINDS = {Purpose.LABEL: EditKind.ADD, Purpose.RELABEL: EditKind.RELABEL, Purpose.REMOVE: EditKind.REMOVE}


def can_be_kept(hit: Hit, purpose: Purpose, label: str) -> bool:
    """Return whether the action can apply to an occurrence; a label never overwrites a decision."""
    if purpose is Purpose.LABEL:
        return hit.standing is not Standing.LABELLED
    return hit.standing is Standing.LABELLED and (purpose is Purpose.REMOVE or hit.label != label)


def is_proposed(hit: Hit, purpose: Purpose, label: str) -> bool:
    """Return whether an occurrence is kept by default; those decided otherwise must be kept explicitly."""
    if not can_be_kept(hit, purpose, label):
        return False
    refused_as_another = hit.standing is Standing.REFUSED and hit.label != label
    return hit.standing in {Standing.FREE, Standing.SUGGESTED, Standing.LABELLED} or refused_as_another
