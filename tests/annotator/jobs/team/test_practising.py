"""Practice packages: what they contain, how labels are compared with the answers, and what comes back."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.jobs.merging import copies_merged
from annotator.jobs.team import adjudicating, packing, personal, practising
from annotator.jobs.team.personal import Every
from annotator.model import answers
from annotator.model.packages import ANSWERS
from annotator.model.values import GOLD, DocumentLabel, DocumentState, Package, State
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import AnnotatorError
from tests.annotator.made import TEXT, add_article, make_project, span


def label(project, document, annotator, name="LOC"):
    """Label an article as another annotator, then switch back to Lea."""
    project.set_annotator(annotator)
    project.do(edits.add([span(document, "Köln", name, annotator=annotator)]))
    project.do(edits.set_state(None, document, State.DONE, annotator=annotator))
    project.set_annotator("lea")


@pytest.fixture
def project(tmp_path):
    """Six articles with gold, of which Max finished the first."""
    made = make_project(tmp_path, annotator="lea")
    for number in range(6):
        document = add_article(made, f"Nr. {number}", f"{TEXT}\n\nNr. {number}.")
        gold = (span(document, "Köln", annotator=GOLD), span(document, "Kürzlich", "ORG", annotator=GOLD))
        rows = (*gold, DocumentState(document=document, annotator=GOLD, state=State.DONE))
        made.do(Edit(kind=EditKind.ADJUDICATE, annotator="lea", changes=tuple(Change(after=row) for row in rows)))
        if not number:
            label(made, document, "max")
    yield made
    made.close()


def written(project, folder, person="max", **more):
    (made,) = practising.write(project, folder, person, **more)
    packing.record(project, [made])
    return made


def within(package):
    found = practising.within(package)
    assert found is not None
    return found


def answers_of(path):
    with closing(Project.open(path)) as package:
        return package.read.setting(ANSWERS)


def practise(made, label="LOC", articles=None):
    """Label a place in each article of a package, and finish all articles except those left out."""
    with closing(Project.open(made.path)) as package:
        for document in made.package.options["documents"][:articles]:
            package.do(edits.add([span(document, "Köln", label, annotator=package.annotator)]))
            package.do(edits.set_state(None, document, State.DONE, annotator=package.annotator))


def test_package_shows_no_answer_and_no_suggestion(project, tmp_path):
    made = written(project, tmp_path / "out")
    assert made.articles == 5  # Max knows the first
    with closing(sqlite3.connect(made.path)) as connection:
        for table in ("span", "document_state", "suggestion", "comment", "relation"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        (log,) = connection.execute("SELECT group_concat(changes) FROM edit").fetchone()
    assert '"row": "span"' not in log
    with closing(Project.open(made.path)) as package:
        assert package.packed is not None
        assert package.packed.withholds
        assert package.annotator == "max~2"


def test_package_compares_finished_articles_with_answers(project, tmp_path):
    made = written(project, tmp_path / "out", number=2, pass_mark=60)
    practise(made, articles=1)
    found = within(made.path)
    assert (found.person, found.number, len(found.articles), found.passed) == ("max", 2, 1, None)
    (article,) = found.articles
    assert article.f == pytest.approx(2 / 3)
    assert [(each.own, each.answer, each.words) for each in article.places] == [(None, "ORG", "Kürzlich")]
    assert practising.within(project) is None


def test_result_comes_back_and_is_hidden_elsewhere(project, tmp_path):
    made = written(project, tmp_path / "out", number=3, pass_mark=60)
    practise(made)
    before = adjudicating.articles(project)
    copies_merged.merge(project, [made.path])
    (found,) = practising.results(project, "max")
    assert found.passed
    assert within(made.path).f == found.f == pytest.approx(2 / 3)
    assert {each.label: each.same for each in found.labels} == {"LOC": 3, "ORG": 0}
    assert adjudicating.articles(project) == before
    assert "max~2" not in project.read.annotators()
    assert practising.results(project, "lea") == []


def test_below_the_mark_is_not_passed(project, tmp_path):
    made = written(project, tmp_path / "out", pass_mark=68)
    practise(made)
    assert within(made.path).passed is False


def test_changes_after_the_answers_do_not_count(project, tmp_path):
    made = written(project, tmp_path / "out", number=1, pass_mark=90)
    practise(made)
    with closing(Project.open(made.path)) as package:
        (document,) = made.package.options["documents"]
        package.do(edits.add([span(document, "Kürzlich", "ORG", annotator="max~2")]))
        before = package.read.annotated(document, "max~2").states[0]
        package.do(edits.set_state(before, document, State.OPEN, annotator="max~2"))
    assert within(made.path).f == pytest.approx(2 / 3)
    assert within(made.path).passed is False
    copies_merged.merge(project, [made.path])
    (found,) = practising.results(project, "max")
    assert found.passed is False


def test_nobody_practises_on_an_article_twice(project, tmp_path):
    written(project, tmp_path / "one", number=4)
    assert written(project, tmp_path / "two").articles == 1
    with pytest.raises(AnnotatorError) as caught:
        practising.write(project, tmp_path, "max")
    assert caught.value.code == "practice.nothing"


def test_fields_that_differ_are_places(project, tmp_path):
    made = written(project, tmp_path / "out", number=1)
    (document,) = made.package.options["documents"]
    with closing(sqlite3.connect(made.path)) as connection:
        (held,) = connection.execute("SELECT value FROM setting WHERE name = 'answers'").fetchone()
        value = json.loads(held)
        claim = dict(value["articles"][document]["spans"][0], layer="claims", label="CLAIM", attributes={"kind": "x"})
        value["articles"][document]["spans"] = [claim]
        connection.execute("UPDATE setting SET value = ? WHERE name = 'answers'", [json.dumps(value)])
        connection.commit()
    with closing(Project.open(made.path)) as package:
        words = TEXT[claim["start"] : claim["end"]]
        package.do(edits.add([span(document, words, "CLAIM", "claims", annotator="max~2")]))
        package.do(edits.set_state(None, document, State.DONE, annotator="max~2"))
        (article,) = within(package).articles
    assert article.f == 1
    assert [each.fields for each in article.places] == [("kind",)]


def classify(target, document, annotator, value, label="topic"):
    row = DocumentLabel(document=document, annotator=annotator, label=label, value=value)
    target.do(Edit(kind=EditKind.CLASSIFY, annotator=target.annotator, changes=(Change(after=row),)))


def test_labels_of_whole_articles_are_compared_apart(project, tmp_path):
    for document in project.read.document_ids(DocumentQuery(annotator=GOLD)):
        classify(project, document, GOLD, "economy")
    made = written(project, tmp_path / "out")
    first, second, *_ = made.package.options["documents"]
    with closing(Project.open(made.path)) as package:
        assert not package.read.annotated(first, None).labels, "nobody sees the answers"
        for document, value in ((first, "economy"), (second, "society")):
            classify(package, document, package.annotator, value)
    practise(made, articles=2)
    with closing(Project.open(made.path)) as package:
        last = package.read.annotated(second, package.annotator).labels[0]
        change = Change(before=last, after=replace(last, value="economy"))
        package.do(Edit(kind=EditKind.CLASSIFY, annotator=package.annotator, changes=(change,)))
        found = within(package)
    places = [place for article in found.articles for place in article.places if place.layer == "document"]
    assert [(each.words, each.own, each.answer) for each in places] == [("topic", "society", "economy")]
    assert found.of_articles.f == 0.5
    assert {each.layer for each in found.labels} == {"entities"}, "the pass mark does not count them"
    copies_merged.merge(project, [made.path])
    (result,) = practising.results(project)
    assert practising.as_mapping(result)["article_labels"] == 0.5


def test_old_package_without_article_answers_compares_none(project, tmp_path):
    made = written(project, tmp_path / "out")
    known = json.loads(answers_of(made.path))
    for each in known["articles"].values():
        del each["labels"]
    old = answers.loads(json.dumps(known), file="old")
    assert old is not None
    document = made.package.options["documents"][0]
    with closing(Project.open(made.path)) as package:
        classify(package, document, package.annotator, "economy")
        assert not old.beside(package.read.annotated(document, package.annotator)).labels


BROKEN_LABELS = '{"pass_mark": 5, "articles": {"d": {"spans": [], "relations": [], "labels": [["topic", 3]]}}}'


@pytest.mark.parametrize(
    "held", ["", "[]", '{"pass_mark": true, "articles": {}}', "[" * 100_000, '{"pass_mark": 5}', BROKEN_LABELS]
)
def test_broken_answers_are_a_sentence(project, tmp_path, held):
    made = written(project, tmp_path / "out", number=1)
    with closing(sqlite3.connect(made.path)) as connection:
        connection.execute("UPDATE setting SET value = ? WHERE name = 'answers'", [held])
        connection.commit()
    with pytest.raises(AnnotatorError) as caught:
        practising.within(made.path)
    assert caught.value.code == "package.broken"


def test_answers_cannot_be_set_in_a_package(project, tmp_path):
    made = written(project, tmp_path / "out", number=1)
    with closing(Project.open(made.path)) as package, pytest.raises(AnnotatorError) as caught:
        package.keep("answers", "{}")
    assert caught.value.code == "package.fixed"


def test_person_over_time_against_gold_and_others(project, tmp_path):
    made = written(project, tmp_path / "out", number=2)
    practise(made)
    copies_merged.merge(project, [made.path])
    found = personal.over_time(project, "max")
    (layer,) = found.layers
    assert layer.gold.f == pytest.approx(2 / 3)
    assert layer.gold.labels == 3
    assert layer.others.f is None
    (month,) = layer.periods
    assert month.articles == 1
    assert month.gold.f == pytest.approx(2 / 3)
    assert {each.label: each.gold.f for each in layer.labels} == {"LOC": 1, "ORG": 0}
    assert len(found.practice) == 1
    assert json.dumps(personal.as_mapping(found))


def test_others_are_all_people_together(project):
    document = project.read.document_ids(DocumentQuery(annotator=None))[0]
    for annotator, name in (("lea", "LOC"), ("tom", "ORG")):
        label(project, document, annotator, name)
    (layer,) = personal.over_time(project, "max", Every.WEEK).layers
    assert (layer.others.f, layer.others.labels) == (0.5, 4)
    assert "-W" in layer.periods[0].when


def test_unknown_person_is_a_sentence(project):
    with pytest.raises(AnnotatorError) as caught:
        personal.over_time(project, "nobody")
    assert caught.value.code == "store.no_annotator"


def test_round_with_odd_options_is_read(project):
    odd = Package(id="0" * 32, annotator="max~9", purpose="practice", made="", options={"documents": 5, "person": 7})
    project.do(Edit(kind=EditKind.PACK, annotator="lea", changes=(Change(after=odd),)))
    (found,) = practising.results(project)
    assert (found.person, found.number, found.passed) == ("7", 0, None)
    assert practising.offered(project, "7", GOLD) == 6


def test_week_of_a_time_is_that_of_iso():
    assert personal.period("2026-01-01T10:00:00", Every.WEEK) == "2026-W01"
    assert personal.period("2027-01-01T10:00:00", Every.WEEK) == "2026-W53"
    assert personal.period("2026-03-09T10:00:00", Every.MONTH) == "2026-03"
