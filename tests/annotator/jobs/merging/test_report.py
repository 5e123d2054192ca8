"""The people in the report of a merge."""

from contextlib import closing

from annotator.project.project import Project
from tests.annotator.jobs.merging.test_merge_cases import labelled, merged, team
from tests.annotator.made import add_article, suggestion

__all__ = ["team"]


def test_article_that_was_only_opened_is_not_counted(team):
    a, b, _ = team.paths
    labelled(b)
    with closing(Project.open(b)) as project:
        project.set_annotator("anna")
        opened = add_article(project, title="Nur geöffnet", text="Max traf Köln.")
        project.set_annotator("ben")
        project.put_suggestions(opened, "x", [suggestion(opened, "Köln", "LOC", source="x")])
    result = merged(a, b)
    (came,) = [each for each in result.people if each.annotator == "ben"]
    assert (came.articles, came.new) == (1, 1)
    assert (result.edits, result.steps) == (3, 2), "what a machine suggested is no step"
