"""What became of suggestions, as the file says."""

from dataclasses import replace

from annotator import edits
from annotator.store.decided import DecidedSuggestion
from tests.annotator.made import span, suggestion


def test_a_decision_comes_with_its_time_and_what_stands_there_now(project, document):
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln", score=0.5)], version="1")
    (suggested,) = project.read.suggestions(document)
    edit = edits.accept([suggested], [], annotator="anna")
    project.do(edit)
    assert project.read.decided.suggestions("de_news") == [
        DecidedSuggestion("entities", "LOC", 0.5, "accepted", True, True, edit.when, 1, 0)
    ]
    assert project.read.decided.suggestions("seen") == []


def test_documents_wait_while_something_is_pending(project, document):
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln")], version="1")
    assert project.read.decided.documents_waiting("de_news") == [document]
    assert project.read.decided.pending("de_news") == {("entities", "LOC"): 1}
    project.do(edits.reject(project.read.suggestions(document), annotator="anna"))
    assert project.read.decided.documents_waiting("de_news") == []


def test_only_single_labels_by_hand_tell_how_long_one_takes(project, document):
    project.do(replace(edits.add(span(document, "Köln")), milliseconds=2_000))
    project.do(replace(edits.add([span(document, "EU", "ORG"), span(document, "line", "PER")]), milliseconds=9_000))
    project.timeline.undo(document)
    project.timeline.redo(document)
    assert project.read.decided.by_hand() == [("entities", 2_000)]
