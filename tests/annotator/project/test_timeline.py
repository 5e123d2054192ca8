"""Edits in many documents, and edits in slices."""

from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.model.values import State
from annotator.project.project import Project
from annotator.system.errors import AnnotatorError, SchemaError, StoreError
from tests.annotator.made import OTHER, add_article, make_project, span

TEXT = "Köln 🎈 Köln"


def everywhere(project, documents, label="LOC"):
    spans = [span(document, "Köln", label, text=TEXT) for document in documents]
    return edits.add(spans)


def made(edit):
    yield
    return edit


def run(steps):
    """Exhaust a generator; return its result and the number of pauses that it made."""
    pauses = 0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value, pauses
        pauses += 1


def labels(project, documents):
    return [[s.label for s in project.read.annotated(document, "anna").spans] for document in documents]


@pytest.fixture
def documents(project):
    return [add_article(project, f"A{number}", TEXT + " " * number) for number in range(3)]


def test_edit_of_many_documents_is_undone_from_any(project, documents):
    project.do(everywhere(project, documents))
    assert labels(project, documents) == [["LOC"]] * 3
    for document in documents:
        assert project.undo(document) is not None
        assert labels(project, documents) == [[]] * 3
        assert project.next_undo(documents[0]) is None
        assert project.redo(documents[0]) is not None
        assert labels(project, documents) == [["LOC"]] * 3


def test_undo_is_refused_whole_after_one_change(project, documents):
    project.do(everywhere(project, documents))
    (there,) = project.read.annotated(documents[2], "anna").spans
    project.do(edits.relabel(there, "entities", "ORG", annotator="anna"))
    with pytest.raises(StoreError) as refused:
        project.undo(documents[0])
    assert refused.value.code == "undo.changed_since"
    assert labels(project, documents) == [["LOC"], ["LOC"], ["ORG"]]


def test_undo_after_reopening(tmp_path):
    with closing(make_project(tmp_path)) as project:
        documents = [add_article(project, f"A{number}", TEXT + " " * number) for number in range(3)]
        project.do(everywhere(project, documents))
    with closing(Project.open(project.path)) as again:
        step = again.next_undo(documents[1])
        assert step is not None
        assert step.document_ids == set(documents)
        again.undo(documents[1])
        assert labels(again, documents) == [[]] * 3


def test_edit_in_slices_is_one_edit(project, documents):
    edit, pauses = run(project.timeline.doing(made(everywhere(project, documents))))
    assert pauses >= 3
    assert labels(project, documents) == [["LOC"]] * 3
    assert project.next_undo(documents[0]) == edit
    assert project.read.edit(edit.id).changes == edit.changes
    inverse, pauses = run(project.timeline.inverting(edit))
    assert pauses >= 3
    assert inverse.undoes == edit.id
    assert labels(project, documents) == [[]] * 3
    project.redo(documents[2])
    assert labels(project, documents) == [["LOC"]] * 3


def test_abandoned_edit_in_slices_leaves_nothing(project, documents):
    steps = project.timeline.doing(made(everywhere(project, documents)))
    for _ in range(6):
        next(steps)
    assert project.timeline.busy
    steps.close()
    assert not project.timeline.busy
    assert labels(project, documents) == [[]] * 3
    assert project.next_undo(documents[0]) is None


def test_store_is_busy_during_an_edit_in_slices(project, documents):
    steps = project.timeline.doing(made(everywhere(project, documents)))
    next(steps)
    for refused in (lambda: project.do(everywhere(project, documents)), lambda: add_article(project, text=OTHER)):
        with pytest.raises(StoreError) as told:
            refused()
        assert told.value.code == "store.busy"
    project.checkpoint()
    run(steps)
    assert labels(project, documents) == [["LOC"]] * 3
    project.checkpoint()


def test_empty_edit_is_not_logged(project, documents):
    assert run(project.timeline.doing(made(None))) == (None, 1)
    assert project.next_undo(documents[0]) is None


def test_edit_in_slices_is_checked(project, documents):
    with pytest.raises(SchemaError):
        run(project.timeline.doing(made(everywhere(project, documents, "CITY"))))
    assert labels(project, documents) == [[]] * 3
    assert not project.timeline.busy


def test_conflict_in_slices_is_reported_as_undo(project, documents):
    edit = everywhere(project, documents)
    project.do(edit)
    (there,) = project.read.annotated(documents[1], "anna").spans
    project.do(edits.relabel(there, "entities", "ORG", annotator="anna"))
    with pytest.raises(StoreError) as refused:
        run(project.timeline.inverting(edit))
    assert refused.value.code == "undo.changed_since"
    assert labels(project, documents) == [["LOC"], ["ORG"], ["LOC"]]


def spoilt_by_an_earlier_version(project, document):
    """Store values that no exported file can hold, as earlier versions let people do."""
    project.do(edits.add(span(document, "Köln", text=TEXT)))
    project.do(edits.set_state(None, document, State.OPEN, annotator="anna", note="later"))
    with project._store.transaction():
        for statement in (
            'UPDATE document SET author = \'a\' || char(0), meta = json(\'{"place": "b\\u0000", "desk": "c"}\')',
            "UPDATE span SET note = 'd' || char(0)",
            "UPDATE document_state SET note = 'e' || char(0)",
        ):
            project._store._connection.execute(statement)
    return project.read.annotated(document, "anna")


def test_old_values_that_no_file_holds_stay_editable(project, documents):
    found = spoilt_by_an_earlier_version(project, documents[0])
    before, (labelled,), (state,) = found.document, found.spans, found.states
    after = replace(before, title="Köln", meta={**before.meta, "desk": "local"})
    project.do(edits.describe(before, after, annotator="anna"))
    project.do(edits.relabel(labelled, "entities", "ORG", annotator="anna"))
    project.do(edits.set_state(state, documents[0], State.DONE, annotator="anna", note=state.note))
    found = project.read.annotated(documents[0], "anna")
    assert found.document == after
    assert [(each.label, each.note) for each in found.spans] == [("ORG", "d\0")]
    assert [(each.state, each.note) for each in found.states] == [(State.DONE, "e\0")]


@pytest.mark.parametrize("given", [{"author": "x\0"}, {"meta": {"place": "x\0"}}, {"meta": {"desk": float("nan")}}])
def test_new_values_that_no_file_holds_are_refused(project, documents, given):
    before = spoilt_by_an_earlier_version(project, documents[0]).document
    with pytest.raises(AnnotatorError) as refused:
        project.do(edits.describe(before, replace(before, **given), annotator="anna"))
    assert refused.value.code == "value.content"
    assert project.read.document(documents[0]) == before
