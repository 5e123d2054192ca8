"""The share of decided suggestions after others decided in their packages."""

from contextlib import closing

from annotator.editing import edits
from annotator.jobs.merging.copies_merged import merge
from annotator.model.values import SuggestionState
from annotator.project.project import Project
from annotator.quality.assigning import Wish
from tests.annotator.jobs.team.test_packing import dealt, packed
from tests.annotator.made import add_article, make_project, suggestion


def test_progress_counts_own_decisions_only(tmp_path):
    with closing(make_project(tmp_path)) as project:
        id_ = add_article(project)
        project.put_suggestions(id_, "de_news", [suggestion(id_, "Köln"), suggestion(id_, "EU", "ORG")])
        dealt(project, Wish(people=("Lea",), overlap=0))
        path = packed(project, tmp_path / "out")["Lea"]
        with closing(Project.open(path)) as package:
            package.do(edits.reject(waiting(package, id_)[:1], annotator="Lea"))
            assert decided_in(package, id_) == (1, 1)
        merge(project, [path])
        assert decided_in(project, id_) == (0, 2)
        project.do(edits.accept(waiting(project, id_)[:1], [], annotator=project.annotator))
        assert decided_in(project, id_) == (1, 1)
        project.undo(id_)
        assert decided_in(project, id_) == (0, 2)


def waiting(project, id_):
    return project.read.suggestions(id_, SuggestionState.PENDING)


def decided_in(project, id_):
    (line,) = project.read.lines([id_], project.annotator)
    assert line.decided == project.read.decided.count_in(id_, project.annotator)
    return line.decided, line.pending
