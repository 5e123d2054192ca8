"""The agreement of the people of a real project file."""

from dataclasses import replace

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.team.agreement import AgreementRequest, DisagreementQuery, as_mapping, disagreements, measure
from annotator.model.values import CLAIMS, ENTITIES, GOLD, State
from annotator.quality.measures.figures import Lack
from annotator.system.errors import AnnotatorError
from tests.annotator.made import TEXT, claim, make_project, span

NAMES = ("Kürzlich", "Köln", "EU-Kommission")


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    yield made
    made.close()


def article(project, number, published="2026-03-02"):
    made = Article(
        name=str(number), title=f"Nr. {number}", text=f"{TEXT}\n\nNr. {number}.", language="de", published=published
    )
    return project.add_articles([made]).ids[0]


def by(project, annotator, document, *rows, done=True):
    """Label an article as the given annotator."""
    project.set_annotator(annotator)
    if rows:
        project.do(edits.add([replace(row, document=document, annotator=annotator) for row in rows]))
    if done:
        project.do(edits.set_state(None, document, State.DONE, annotator=annotator))


def names(*labelled):
    return [span("", words, label) for words, label in labelled]


@pytest.fixture
def team(project):
    """A project of two articles that two people finished.

    They labelled three names, one differently; one article is empty.
    """
    first, second = article(project, 1), article(project, 2, "2026-04-01")
    for who, label in (("anna", "ORG"), ("ben", "LOC")):
        by(project, who, first, *names(("Kürzlich", "PER"), ("Köln", "LOC"), ("EU-Kommission", label)))
    by(project, "anna", second)
    by(project, "ben", second, *names(("Köln", "LOC")))
    return project


def entities(project, **wanted):
    return measure(project, AgreementRequest(**wanted)).layer(ENTITIES)


def test_labels_of_finished_articles_are_compared(team):
    found = entities(team)
    assert (found.articles, found.pairs, found.labelled) == (2, 1, 7)
    assert found.f_exact == pytest.approx(4 / 7)
    assert found.f_overlap == pytest.approx(4 / 7)
    assert [(each.label, each.labels, each.f) for each in found.labels] == [
        ("LOC", 4, 0.5),
        ("PER", 2, 1.0),
        ("ORG", 1, 0.0),
    ]
    assert found.interval is None


def test_confusion_names_what_was_taken_for_what(team):
    assert sorted((each.one or "", each.other or "", each.number) for each in entities(team).confusion) == [
        ("LOC", "", 1),
        ("LOC", "LOC", 1),
        ("ORG", "LOC", 1),
        ("PER", "PER", 1),
    ]


def test_months_follow_the_articles(team):
    assert [(each.month, each.articles, each.labels, each.f) for each in entities(team).months] == [
        ("2026-03", 1, 6, pytest.approx(2 / 3)),
        ("2026-04", 1, 1, 0.0),
    ]


def test_disagreements_lead_to_article_and_place(team):
    found = disagreements(team, DisagreementQuery(layer=ENTITIES, between=("anna", "ben")))
    assert [(each.title, each.words, *each.labels) for each in found.listed] == [
        ("Nr. 1", "EU-Kommission", "ORG", "LOC"),
        ("Nr. 2", "Köln", None, "LOC"),
    ]
    assert found.number == 2
    start = TEXT.index("EU-Kommission")
    assert found.listed[0][2:4] == (start, start + len("EU-Kommission"))


def test_disagreements_of_two_labels_only(team):
    found = disagreements(team, DisagreementQuery(layer=ENTITIES, between=("anna", "ben"), labels=("LOC", None)))
    assert [each.title for each in found.listed] == ["Nr. 2"]


def test_unfinished_articles_do_not_count(project):
    document = article(project, 1)
    by(project, "anna", document, *names(("Köln", "LOC")))
    by(project, "ben", document, *names(("Köln", "LOC")), done=False)
    found = measure(project)
    assert (found.articles, found.layers) == (0, ())
    assert entities(project, layer=ENTITIES).lacks["f_exact"] is Lack.ARTICLES


def test_furniture_is_left_out(project):
    document = article(project, 1)
    by(project, "anna", document, *names(("Kürzlich", "PER"), ("Köln", "LOC")))
    by(project, "ben", document, *names(("Köln", "LOC")))
    shown = project.read.annotated(document, None).document
    project.do(edits.exclude(shown, ((0, 8),), annotator="anna"))
    assert entities(project).f_exact == 1


def test_fields_and_relations_are_compared(project):
    document = article(project, 1)
    for who in ("anna", "ben"):
        said = replace(claim(document, "sie spare viel"), annotator=who, attributes={"worthiness": "CFS"})
        name = replace(span(document, "EU-Kommission", "ORG"), annotator=who)
        by(project, who, document, said, name, done=False)
        project.do(edits.relate(said, "claimant", name, annotator=who))
        project.do(edits.set_state(None, document, State.DONE, annotator=who))
    found = measure(project).layer(CLAIMS)
    assert found is not None
    assert [(each.relation, each.relations, each.f) for each in found.relations] == [("claimant", 2, 1.0)]
    (worth,) = (each for each in found.fields if each.field == "worthiness")
    assert (worth.metric, worth.spans, worth.alpha) == ("ordinal", 1, None)


def test_kappa_only_if_everything_is_asked(team):
    assert entities(team).kappa is None
    assert entities(team, everything=True).kappa is not None


def test_unknown_person_or_layer_is_refused(team):
    for wanted in (AgreementRequest(between=("anna", "zoe")), AgreementRequest(layer="stances")):
        with pytest.raises(AnnotatorError):
            measure(team, wanted)


def test_figures_are_the_same_each_time_and_plain(team):
    assert as_mapping(measure(team)) == as_mapping(measure(team.path))
    assert as_mapping(measure(team))["layers"][ENTITIES]["pairs"] == 1


def test_annotator_gold_is_left_out_unless_named(team):
    document = article(team, 3)
    by(team, "anna", document)
    state = edits.set_state(None, document, State.DONE, annotator=GOLD)
    team.do(replace(state, kind=edits.EditKind.ADJUDICATE))
    assert measure(team).people == ("anna", "ben")
    assert measure(team, AgreementRequest(between=("anna", GOLD))).articles == 1
