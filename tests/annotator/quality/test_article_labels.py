"""Labels of whole articles in adjudication, in a real project file."""

from dataclasses import replace

import pytest

from annotator.editing.edits import Change, Edit, EditKind
from annotator.jobs.team import adjudicating
from annotator.model.values import GOLD, DocumentLabel, Relation
from annotator.quality.settling import as_edit
from annotator.quality.strategies import parse
from tests.annotator.jobs.team.test_adjudicating import article, by
from tests.annotator.made import make_project


@pytest.fixture
def project(tmp_path):
    """An article on whose topic all three agree; on its relevance, one of them differs."""
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


def begun(project):
    (document,) = adjudicating.articles(project)
    found = adjudicating.beginning(project, document, "chris")
    project.do(as_edit(found.changes, by="chris"))
    return found.one


def test_differing_label_is_asked_last_and_keeps_gold_open(project):
    (document,) = adjudicating.articles(project)
    for name, words in (("anna", "EU"), ("ben", "Kürzlich")):
        by(project, name, document, (words, "ORG"), done=False)
    one = begun(project)
    assert [each.layer for each in one.open()] == ["entities", "entities", "document.relevance"]
    assert [row.settled for row in adjudicating.waiting(project)] == [0]
    for question in one.open()[:2]:
        project.do(as_edit([*one.choose(question, 0, by="chris"), *one.finished()], by="chris"))
    assert adjudicating.following(project, "", "chris") == document
    (question,) = one.open()
    assert question.values == (("yes",), ("no",))
    project.do(as_edit([*one.choose(question, 1, by="chris"), *one.finished()], by="chris"))
    assert (gold(project), adjudicating.following(project, "", "chris")) == (
        {"topic": "harbour", "relevance": "no"},
        None,
    )
    assert adjudicating.waiting(project)[0].open == 0
    adjudicating.adjudicate(project, parse("most"))
    assert gold(project)["relevance"] == "no", "a rule never changes a person's answer"


def test_value_set_by_hand_settles_its_question(project):
    one = begun(project)
    (document,) = adjudicating.articles(project)
    row = DocumentLabel(document=document, annotator=GOLD, label="relevance", value="perhaps")
    made = one.set_by_hand([Change(after=row)], by="chris")
    project.do(as_edit(made, by="chris"))
    assert (gold(project)["relevance"], one.open(), adjudicating.following(project, "", "chris")) == (
        "perhaps",
        [],
        None,
    )
    project.undo(document)
    assert adjudicating.following(project, "", "chris") == document


def test_one_more_value_opens_the_question_again(project):
    one = begun(project)
    (question,) = one.open()
    project.do(as_edit([*one.choose(question, 0, by="chris"), *one.finished()], by="chris"))
    (document,) = adjudicating.articles(project)
    by(project, "flo", document, ("Köln", "LOC"))
    again = next(each for each in begun(project).open() if each.layer == "document.relevance")
    assert () in again.values
    assert again.ballots[again.values.index(())] == ("flo",)


def test_same_votes_on_two_labels_are_two_questions(project):
    (document,) = adjudicating.articles(project)
    for name, value in (("anna", "yes"), ("ben", "yes"), ("eva", "no")):
        row = DocumentLabel(document=document, annotator=name, label="urgent", value=value)
        project.set_annotator(name)
        project.do(Edit(kind=EditKind.CLASSIFY, annotator=name, changes=(Change(after=row),)))
    project.set_annotator("chris")
    adjudicating.adjudicate(project, parse("most"))
    assert gold(project) == {"topic": "harbour", "relevance": "yes", "urgent": "yes"}


def test_relations_to_other_articles_are_counted(project):
    (document,) = adjudicating.articles(project)
    other = article(project, 2)
    by(project, "anna", other, ("Köln", "LOC"), done=False)
    (far,) = project.read.annotated(other, "anna").spans
    (near,) = project.read.annotated(document, "anna").spans
    found = project.read.annotated(document, None)
    drawn = Relation(id="r", label="repeats", head=near.id, tail=far.id, annotator="anna")
    assert adjudicating.left_out(found) == 0
    assert adjudicating.left_out(replace(found, relations=(drawn, replace(drawn, id="s")))) == 1
