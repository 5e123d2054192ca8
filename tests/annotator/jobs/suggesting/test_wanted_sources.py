"""Earlier decisions, as sources get them."""

from annotator.editing import edits
from annotator.jobs.suggesting.wanted_sources import prepare_here, seen_here
from annotator.processes.worker import no_progress
from tests.annotator.made import TEXT, add_article, span


def counted(project):
    return {(seen.text, seen.label): (seen.accepted, seen.rejected) for seen in seen_here(project)}


def test_what_was_decided_is_counted_anew_after_each_step(project):
    first = add_article(project, "eins", TEXT)
    assert counted(project) == {}
    project.do(edits.add(span(first, "Köln", "LOC")))
    assert counted(project) == {("Köln", "LOC"): (1, 0)}
    project.undo(first)
    assert counted(project) == {}
    project.redo(first)
    assert counted(project) == {("Köln", "LOC"): (1, 0)}
    project.delete_documents([first])
    assert counted(project) == {}


def told(document, language, labels, seen, sources, *, progress):
    return [(each.text, each.label) for each in seen]


def test_prepare_sees_decisions_of_another_process(project):
    first = add_article(project, "eins", TEXT)
    document = project.read.document(first)

    def prepared() -> object:
        return prepare_here(told, project.path, frozenset(), document, "de", (), (), progress=no_progress)

    assert prepared() == []
    project.do(edits.add(span(first, "Köln", "LOC")))
    assert prepared() == [("Köln", "LOC")]
