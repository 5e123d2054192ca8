"""Taking back what a source suggests."""

from annotator import edits
from annotator.jobs.withdrawing import withdrawing
from annotator.model import SuggestionState
from tests.annotator.made import suggestion


def states(project, document):
    return {s.quote(project.read.text(document)): str(s.state) for s in project.read.suggestions(document)}


def withdraw(project, source):
    steps = project.timeline.doing(withdrawing(project.read, source, "anna"))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_only_what_that_source_suggests_and_nobody_decided_about_goes_and_undo_brings_it_back(project, document):
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


def test_nothing_is_done_where_nothing_waits(project, document):
    assert withdraw(project, "de_news") is None
    assert project.next_undo(document) is None
