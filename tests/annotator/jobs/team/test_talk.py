"""Reviews and comments in a real project file: the log, merges and packages."""

import pytest

from annotator.editing import edits, talking
from annotator.editing.log.replaying import replayed
from annotator.jobs.merging import copies_merged
from annotator.jobs.team import adjudicating, dealing, packing
from annotator.jobs.team.talk import labels_of_others
from annotator.model.query import Query, Stage
from annotator.model.talk import Comment, Review, threads
from annotator.model.values import CLAIMS, ENTITIES, Relation, State, new_id
from annotator.project.project import Project
from annotator.quality.assigning import Wish
from annotator.quality.strategies import parse
from annotator.system.errors import AnnotatorError
from tests.annotator.made import add_article, claim, make_project, span


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path, annotator="chris")
    for name in ("anna", "ben", "lea", "zoe", "chris"):
        made.set_annotator(name)
    yield made
    made.close()


def comment(project, document, text="Ist das ein Ort?", place=(0, 8)):
    project.do(talking.comment(document, place, text, annotator=project.annotator))


def the_thread(project, document):
    (found,) = threads(project.read.talk.comments(document))
    return found


def test_thread_is_answered_closed_and_opened_again(project):
    document = add_article(project)
    comment(project, document)
    project.do(talking.answer(the_thread(project, document), "Ja, Köln.", annotator="lea"))
    assert [each.text for each in the_thread(project, document).comments] == ["Ist das ein Ort?", "Ja, Köln."]
    project.do(talking.close(the_thread(project, document), annotator="chris"))
    assert not the_thread(project, document).is_open
    assert project.read.talk.stages().open_threads == 0
    project.undo(document)
    assert the_thread(project, document).is_open
    project.redo(document)
    project.do(talking.answer(the_thread(project, document), "Doch nicht.", annotator="lea"))
    assert the_thread(project, document).is_open


@pytest.mark.parametrize(("text", "code"), [("  \n", "comment.empty"), ("a" * 10_001, "comment.long")])
def test_empty_and_endless_comments_are_refused(project, text, code):
    with pytest.raises(AnnotatorError) as caught:
        talking.comment("d", (0, 1), text, annotator="chris")
    assert caught.value.code == code


def test_replay_rebuilds_reviews_and_comments(project):
    document = add_article(project)
    comment(project, document)
    project.do(talking.close(the_thread(project, document), annotator="lea"))
    project.do(talking.review(document, None, annotator="chris"))
    found = replayed(project.read.log.whole()).rows.values()
    rebuilt = {row.id: row for row in found if isinstance(row, Comment)}
    assert rebuilt == {row.id: row for row in project.read.talk.comments(document)}
    assert [row for row in found if isinstance(row, Review)] == [project.read.talk.review(document, "chris")]


def test_review_can_be_taken_back_and_undone(project):
    document = add_article(project)
    project.do(talking.review(document, None, annotator="chris"))
    (step,) = project.read.talk.standing(document).reviewed
    assert step.annotator == "chris"
    project.do(talking.review(document, project.read.talk.review(document, "chris"), annotator="chris"))
    assert project.read.talk.standing(document).reviewed == ()
    project.undo(document)
    assert project.read.talk.standing(document).reviewed == (step,)


def test_standing_names_every_person_and_who_adjudicated(project):
    document = add_article(project)
    for name in ("anna", "ben"):
        project.do(edits.add([span(document, "Köln", annotator=name)]))
        project.do(edits.set_state(None, document, State.DONE, annotator=name))
    project.do(edits.add([span(document, "Köln", annotator="zoe")]))
    adjudicating.adjudicate(project, parse("most"))
    found = project.read.talk.standing(document)
    assert found.states == (("anna", State.DONE), ("ben", State.DONE), ("zoe", State.OPEN))
    assert found.adjudicated is not None
    assert found.adjudicated.annotator == "chris"
    assert project.read.talk.stages().adjudicated == 1


def test_articles_are_found_by_stage_and_by_who_finished(project):
    first, second = add_article(project, "Eins"), add_article(project, "Zwei", "Ein ganz anderer Text über Köln.")
    project.do(talking.review(first, None, annotator="lea"))
    project.do(edits.set_state(None, second, State.DONE, annotator="lea"))
    comment(project, second)

    def found(**wanted):
        return project.read.search.ids(Query(**wanted), "chris")

    assert found(stage=Stage.REVIEWED) == [first]
    assert found(stage=Stage.UNREVIEWED) == [second]
    assert found(stage=Stage.DISCUSSED) == [second]
    assert found(stage=Stage.ADJUDICATED) == found(stage=Stage.UNADJUDICATED) == []
    assert found(done_by="lea") == [second]


def test_comments_travel_with_a_package_and_answers_come_back(project, tmp_path):
    document = add_article(project)
    comment(project, document)
    project.do(dealing.step(dealing.plan(project, Wish(people=("lea",))), annotator="chris"))
    (written,) = packing.write(project, tmp_path / "out")
    packing.show([written])
    package = Project.open(written.path)
    package.do(talking.answer(the_thread(package, document), "Ein Ort.", annotator="lea"))
    package.do(talking.close(the_thread(package, document), annotator="lea"))
    package.do(talking.review(document, None, annotator="lea"))
    package.close()
    copies_merged.merge(project, [written.path])
    assert [each.text for each in the_thread(project, document).comments] == ["Ist das ein Ort?", "Ein Ort.", ""]
    assert not the_thread(project, document).is_open
    assert [each.annotator for each in project.read.talk.standing(document).reviewed] == ["lea"]
    assert copies_merged.merge(project, [written.path]).edits == 0


def test_deleted_article_takes_its_comments_along(project):
    document = add_article(project)
    comment(project, document)
    project.do(talking.review(document, None, annotator="chris"))
    project.delete_documents([document])
    assert project.read.talk.every_comment() == []
    assert project.read.talk.stages() == (0, 0, 0)


def test_labels_of_others_keep_what_they_are_linked_to(project):
    document = add_article(project)
    name, saying = span(document, "EU-Kommission", "ORG"), claim(document, "sie spare viel")
    said_by = Relation(id=new_id(), label="claimant", head=saying.id, tail=name.id, annotator="anna")
    project.do(edits.add([name, saying], [said_by]))
    found = {row.layer: row.relations for row in labels_of_others(project, document, "chris")}
    (draft,) = found[CLAIMS]
    assert (draft.label, draft.tail_label, draft.parts) == ("claimant", "ORG", name.parts)
    assert found[ENTITIES] == ()
