"""The occurrences that a bulk action applies to."""

import pytest

from annotator.editing.occurrence_states import Hit, OccurrenceState, Purpose, can_be_kept, is_proposed


def hit(standing, label=""):
    return Hit("d", 0, 3, "", "Rat", "", standing, label)


@pytest.mark.parametrize(
    ("standing", "label", "can", "proposed"),
    [
        (OccurrenceState.FREE, "", True, True),
        (OccurrenceState.SUGGESTED, "LOC", True, True),
        (OccurrenceState.LABELLED, "LOC", False, False),
        (OccurrenceState.LABELLED, "ORG", False, False),
        (OccurrenceState.OVERLAPPING, "ORG", True, False),
        (OccurrenceState.REFUSED, "ORG", True, False),
        (OccurrenceState.REFUSED, "LOC", True, True),
        (OccurrenceState.FURNITURE, "", True, False),
    ],
)
def test_a_decision_is_never_labelled_over(standing, label, can, proposed):
    found = hit(standing, label)
    assert can_be_kept(found, Purpose.LABEL, "ORG") is can
    assert is_proposed(found, Purpose.LABEL, "ORG") is proposed


def test_only_what_is_labelled_can_be_relabelled_or_freed():
    free, same, other = (
        hit(OccurrenceState.FREE),
        hit(OccurrenceState.LABELLED, "ORG"),
        hit(OccurrenceState.LABELLED, "LOC"),
    )
    assert [is_proposed(each, Purpose.RELABEL, "ORG") for each in (free, same, other)] == [False, False, True]
    assert [is_proposed(each, Purpose.REMOVE, "ORG") for each in (free, same, other)] == [False, True, True]
