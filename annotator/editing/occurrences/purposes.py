"""What can be done about all occurrences at once, and which of them are meant by it."""

from enum import StrEnum

from annotator.editing.edits import EditKind
from annotator.editing.occurrences.occurrence_states import Hit, Standing


class Purpose(StrEnum):
    """What shall become of the occurrences that are kept."""

    LABEL = "label"
    RELABEL = "relabel"
    REMOVE = "remove"


KINDS = {Purpose.LABEL: EditKind.ADD, Purpose.RELABEL: EditKind.RELABEL, Purpose.REMOVE: EditKind.REMOVE}


def can_be_kept(hit: Hit, purpose: Purpose, label: str) -> bool:
    """Tell whether something can be done about an occurrence: a label is never put over a decision."""
    if purpose is Purpose.LABEL:
        return hit.standing is not Standing.LABELLED
    return hit.standing is Standing.LABELLED and (purpose is Purpose.REMOVE or hit.label != label)


def is_proposed(hit: Hit, purpose: Purpose, label: str) -> bool:
    """Tell whether an occurrence is kept until somebody drops it; what was decided otherwise waits to be kept."""
    if not can_be_kept(hit, purpose, label):
        return False
    refused_as_another = hit.standing is Standing.REFUSED and hit.label != label
    return hit.standing in {Standing.FREE, Standing.SUGGESTED, Standing.LABELLED} or refused_as_another
