"""Whether a person looked at an accepted suggestion alone."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.accepted_spans import looked
from annotator.model import json_rows
from annotator.model.values import Acceptance, Origin, OriginKind, Relation, Span
from tests.annotator.editing.test_edits import CLAIM, SPAN, SUGGESTION

PROPOSED = Origin(kind=OriginKind.SUGGESTION, source="rules")
SIGHTED = replace(SPAN, origin=replace(PROPOSED, acceptance=Acceptance.SIGHT))


def _ways(edit):
    return {change.after.origin.acceptance for change in edit.changes if isinstance(change.after, Span | Relation)}


def test_acceptance_by_sight_is_recorded_in_all_rows():
    edit = edits.accept([SUGGESTION], [], annotator="jana", acceptance=Acceptance.SIGHT)
    assert _ways(edit) == {Acceptance.SIGHT}
    assert _ways(edits.accept([SUGGESTION], [], annotator="jana")) == {Acceptance.LOOKED}


def test_correction_counts_as_looked_at():
    assert _ways(edits.correct(SUGGESTION, "entities", "LOC", ((5, 11),), annotator="jana")) == {Acceptance.LOOKED}


def test_looking_changes_what_was_not_looked_at():
    older = replace(SPAN, id="old", origin=PROPOSED)
    known = replace(SIGHTED, id="seen", origin=replace(PROPOSED, acceptance=Acceptance.LOOKED))
    assert {looked(span).origin.acceptance for span in (SIGHTED, older)} == {Acceptance.LOOKED}
    assert all(looked(span) is span for span in (known, CLAIM))


@pytest.mark.parametrize(
    "edit",
    [
        edits.relabel(SIGHTED, "entities", "ORG", annotator="jana"),
        edits.move(SIGHTED, ((5, 9),), annotator="jana"),
        edits.change(SIGHTED, annotator="jana", attributes={"form": "name"}),
    ],
    ids=["relabel", "move", "change"],
)
def test_changing_a_label_is_a_look_at_it(edit):
    assert _ways(edit) == {Acceptance.LOOKED}


def test_note_does_not_count_as_a_look():
    assert _ways(edits.change(SIGHTED, annotator="jana", note="prüfen")) == {Acceptance.SIGHT}


@pytest.mark.parametrize(
    "edit",
    [
        edits.relabel(SIGHTED, "entities", "ORG", annotator="jana"),
        edits.move(SIGHTED, ((5, 9),), annotator="jana"),
        edits.correct(SUGGESTION, "entities", "LOC", ((5, 11),), annotator="jana"),
    ],
    ids=["relabel", "move", "correct"],
)
def test_correction_is_recorded_as_a_change(edit):
    (span,) = (change.after for change in edit.changes if isinstance(change.after, Span))
    assert span.origin.changed
    assert json_rows.origin_from(json_rows.origin_to(span.origin)) == span.origin
    assert not any(change.before.origin.changed for change in edit.changes if isinstance(change.before, Span))


def test_label_by_hand_is_not_recorded_as_changed():
    edit = edits.relabel(SPAN, "entities", "ORG", annotator="jana")
    (change,) = edit.changes
    assert isinstance(change.after, Span)
    assert change.after.origin == SPAN.origin
