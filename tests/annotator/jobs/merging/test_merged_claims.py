"""The index of claims follows the claimants of merged copies."""

from contextlib import closing
from dataclasses import replace

from annotator.editing import edits
from annotator.jobs.merging.copies_merged import merge
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from tests.annotator.jobs.merging.test_uniting import copied
from tests.annotator.made import add_article, claim, make_project, span


def test_claimant_that_became_a_new_label_is_found(tmp_path):
    with closing(make_project(tmp_path)) as project:
        document = add_article(project)
        said, old = claim(document, "EU-Kommission"), span(document, "Köln")
        project.do(edits.add([said, old]))
        project.do(edits.relate(said, "claimant", old, annotator="anna"))
    copy = copied(project.path, tmp_path / "copy.spanwright")
    with closing(Project.open(copy)) as other:
        new = span(document, "Kürzlich")
        other.do(edits.add([new]))
        (led,) = other.read.relations_of([said.id])
        step = edits.relate(said, "claimant", new, annotator="anna")
        other.do(replace(step, changes=(edits.Change(before=led, after=replace(led, tail=new.id)),)))
    with closing(Project.open(project.path)) as project:
        merge(project, [copy])
        assert [row.tail for row in project.read.relations_of([said.id])] == [new.id]
    assert check(project.path, progress=no_progress) == []
