"""The order in which each article differs most from the articles before it."""

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.searching import variety
from annotator.jobs.searching.variety import varied_order
from annotator.model.query import Order, Query
from annotator.model.values import State

TEXTS = {
    "Bridge 1": "The old bridge over the river is closed to cars from spring on, the city says.",
    "Bridge 2": "Cars may no longer cross the old river bridge from spring on, says the city.",
    "Bridge 3": "Die Stadt sperrt die alte Brücke über den Fluss ab dem Frühjahr für Autos.",
    "Football 1": "The home team won the cup final by three goals to one on Saturday evening.",
    "Football 2": "Am Samstagabend gewann die Heimmannschaft das Pokalfinale mit drei zu eins.",
    "Wolf": "Wolves are back in the forest behind the village, and shepherds build fences.",
}


pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture
def articles(project):
    made = [
        Article(name=t, title=t, text=text, language="de" if text.startswith(("Die", "Am")) else "en")
        for t, text in TEXTS.items()
    ]
    return dict(zip(TEXTS, project.add_articles(made).ids, strict=True))


def titles(project, articles):
    names = {id_: title for title, id_ in articles.items()}
    found = varied_order(project.path)
    assert found.left == 0
    return [names[id_] for id_ in found.ids]


def test_first_articles_are_about_different_things(project, articles):
    order = titles(project, articles)
    assert sorted(order) == sorted(TEXTS)
    assert {title.split()[0] for title in order[:3]} == {"Bridge", "Football", "Wolf"}
    assert order[0].startswith("Bridge"), "it stands for most others"


def test_what_is_done_is_not_repeated(project, articles):
    for title in ("Bridge 2", "Football 1"):
        project.do(edits.set_state(None, articles[title], State.DONE, annotator="anna"))
    order = titles(project, articles)
    assert order[0] == "Wolf"
    assert len(order) == 4


def test_vectors_are_made_some_at_once(project, articles, monkeypatch):
    monkeypatch.setattr(variety, "_A_CALL", 4)
    assert varied_order(project.path).left == 2
    assert varied_order(project.path).left == 0


def test_list_follows_ranks_below_priority(project, articles):
    ranks = {articles["Wolf"]: 0, articles["Bridge 2"]: 1}
    ids = project.read.search.ids(Query(), "anna", Order.VARIED, ranks=ranks, first=3)
    assert ids == [articles["Wolf"], articles["Bridge 2"], articles["Bridge 1"]]
