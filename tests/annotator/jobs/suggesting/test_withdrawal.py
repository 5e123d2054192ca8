"""Withdrawing the suggestions of a source."""

import pytest

from annotator.editing import edits
from annotator.jobs.suggesting.withdrawal import withdrawing
from annotator.model.values import SuggestionState
from annotator.processes import slices
from annotator.system.errors import StoreError
from tests.annotator.made import span, suggestion


def states(project, document):
    return {s.quote(project.read.text(document)): str(s.state) for s in project.read.suggestions(document)}


def withdraw(project, source):
    steps = project.timeline.doing(withdrawing(project.read, source, "anna"))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_withdraws_pending_suggestions_of_one_source_and_undo_restores(project, document):
    own = [suggestion(document, "Köln"), suggestion(document, "EU", "ORG"), suggestion(document, "Kürzlich", "MISC")]
    project.put_suggestions(document, "de_news", own)
    project.put_suggestions(document, "seen", [suggestion(document, "line", "PER", source="seen")])
    refused = next(s for s in project.read.suggestions(document) if s.label == "ORG")
    project.do(edits.reject([refused], annotator="anna"))
    before = states(project, document)
    withdraw(project, "de_news")
    assert states(project, document) == {
        "Köln": str(SuggestionState.SUPERSEDED),
        "EU": str(SuggestionState.REJECTED),
        "Kürzlich": str(SuggestionState.SUPERSEDED),
        "line": str(SuggestionState.PENDING),
    }
    project.timeline.undo(document)
    assert states(project, document) == before


def test_nothing_pending_makes_no_edit(project, document):
    assert withdraw(project, "de_news") is None
    assert project.next_undo(document) is None


def test_renewed_suggestion_does_not_block_undo(project, document):
    project.do(edits.add(span(document, "EU", "ORG")))
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln"), suggestion(document, "line", "MISC")])
    withdraw(project, "de_news")
    again = [suggestion(document, "Köln", score=0.61)]
    project.put_suggestions(document, "de_news", again, version="2")
    assert states(project, document) == {"Köln": "pending", "line": "superseded"}
    project.timeline.undo(document)
    assert states(project, document) == {"Köln": "pending", "line": "pending"}
    project.timeline.redo(document)  # what undo had brought back, no more
    assert states(project, document) == {"Köln": "pending", "line": "superseded"}
    project.timeline.undo(document)
    project.timeline.undo(document)
    assert project.read.annotated(document, "anna").spans == ()


def test_undo_of_fully_renewed_step_changes_nothing(project, document):
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln")])
    withdraw(project, "de_news")
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln", score=0.61)])
    undone = slices.finish(project.timeline.inverting(project.next_undo(document)))
    assert (undone.changes, undone.document_ids) == ((), {document})
    assert project.next_undo(document) is None
    assert project.next_redo(document) is not None


def test_later_decision_still_blocks_undo(project, document):
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln")])
    withdraw(project, "de_news")
    step = project.next_undo(document)
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln")])
    project.do(edits.reject(project.read.suggestions(document), annotator="anna"))
    with pytest.raises(StoreError) as told:
        slices.finish(project.timeline.inverting(step))
    assert told.value.code == "undo.changed_since"
    assert states(project, document) == {"Köln": "rejected"}
