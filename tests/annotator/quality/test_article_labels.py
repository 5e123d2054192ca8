"""Labels of whole articles in adjudication, in a real project file."""

import pytest

from annotator.editing.edits import Change, Edit, EditKind
from annotator.jobs.team import adjudicating
from annotator.model.values import GOLD, DocumentLabel
from annotator.quality.strategies import parse
from tests.annotator.jobs.team.test_adjudicating import article, by
from tests.annotator.made import make_project


@pytest.fixture
def project(tmp_path):
    """An article whose topic all say, and on whose relevance one of three differs."""
    made = make_project(tmp_path, annotator="chris")
    document = article(made, 1)
    for name, relevance in (("anna", "yes"), ("ben", "yes"), ("eva", "no")):
        by(made, name, document, ("Köln", "LOC"))
        made.set_annotator(name)
        rows = [("topic", "harbour"), ("relevance", relevance)]
        changes = [
            Change(after=DocumentLabel(document=document, annotator=name, label=label, value=value))
            for label, value in rows
        ]
        made.do(Edit(kind=EditKind.CLASSIFY, annotator=name, changes=tuple(changes)))
        made.set_annotator("chris")
    yield made
    made.close()


def gold(project):
    (document,) = adjudicating.articles(project)
    found = project.read.annotated(document, GOLD)
    return {row.label: row.value for row in found.labels}


def test_what_all_say_becomes_gold(project):
    adjudicating.adjudicate(project, parse("unanimous"))
    assert gold(project) == {"topic": "harbour"}


def test_rule_settles_what_most_say(project):
    adjudicating.adjudicate(project, parse("most"))
    assert gold(project) == {"topic": "harbour", "relevance": "yes"}


def test_beginning_by_hand_has_them_too(project):
    (document,) = adjudicating.articles(project)
    found = adjudicating.beginning(project, document, "chris")
    assert [row.after.value for row in found.changes if isinstance(row.after, DocumentLabel)] == ["harbour"]


def test_removed_label_stays_removed(project):
    adjudicating.adjudicate(project, parse("unanimous"))
    (document,) = adjudicating.articles(project)
    (row,) = project.read.annotated(document, GOLD).labels
    project.do(Edit(kind=EditKind.ADJUDICATE, annotator="chris", changes=(Change(before=row),)))
    adjudicating.adjudicate(project, parse("most"))
    assert gold(project) == {"relevance": "yes"}


def test_undo_takes_them_back(project):
    adjudicating.adjudicate(project, parse("most"))
    project.undo(adjudicating.articles(project)[0])
    assert gold(project) == {}
