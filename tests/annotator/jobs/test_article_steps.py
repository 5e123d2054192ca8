"""Edits of the articles themselves (not of labels), many at once, in real files."""

import pytest

from annotator.corpus import furniture
from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs import article_steps
from annotator.model.query import Order, Query
from annotator.model.values import Part, Priority
from annotator.project.project import PAGE_RULES
from tests.annotator.jobs.searching.test_concordance import run

CAPTION = "Foto: Anna Groß"
TEXT = f"Der Rat 🎈 tagt {{}}.\n\n{CAPTION}"


@pytest.fixture
def documents(project):
    articles = [Article(title=f"A{n}", text=TEXT.format(n), publisher="Bote") for n in range(3)]
    articles.append(Article(title="B", text=TEXT.format("x"), publisher="Blatt"))
    return project.add_articles(articles).ids


@pytest.fixture
def rule():
    return furniture.rule_for(CAPTION, "Bote")


def do(project, steps):
    _, edit = run(project.timeline.doing(steps))
    return edit


def excluded(project, documents) -> list[tuple[Part, ...]]:
    return [project.read.document(id_).excluded for id_ in documents]


def test_rule_excludes_furniture_of_a_publisher_in_one_step(project, documents, rule):
    caption = ((TEXT.format(0).index("Foto"), len(TEXT.format(0))),)
    document = project.read.document(documents[0])
    project.do(edits.exclude(document, caption, annotator="anna"))
    assert run(article_steps.counting(project.read, rule, "anna"))[1] == (2, 2)
    edit = do(project, article_steps.excluding(project.read, rule, "anna"))
    assert edit.document_ids == set(documents[1:3])
    assert excluded(project, documents) == [caption, caption, caption, ()]
    assert do(project, article_steps.excluding(project.read, rule, "anna")) is None
    project.undo(documents[2])
    assert excluded(project, documents) == [caption, (), (), ()]


def test_what_a_rule_says_is_excluded_from_what_comes_in(project, rule):
    project.keep(PAGE_RULES, furniture.dumps([rule]))
    added = project.add_articles(
        [
            Article(title="Neu", text=TEXT.format(7), publisher="Bote"),
            Article(title="Anders", text=TEXT.format(8), publisher="Blatt"),
        ]
    )
    texts = [project.read.document(id_) for id_ in added.ids]
    assert [[d.text[s:e] for s, e in d.excluded] for d in texts] == [[CAPTION], []]


def test_articles_are_put_into_a_batch_and_out_of_it(project, documents):
    edit = do(project, article_steps.batching(project.read, documents[:2], "Mai 🎈", "anna"))
    assert edit.document_ids == set(documents[:2])
    assert project.read.search.batches() == ["Mai 🎈"]
    do(project, article_steps.batching(project.read, documents[:1], "", "anna"))
    assert [project.read.document(id_).meta.get("batch") for id_ in documents[:3]] == [None, "Mai 🎈", None]
    project.undo(documents[0])
    project.undo(documents[0])
    assert project.read.search.batches() == []


@pytest.mark.parametrize("order", list(Order))
def test_priority_orders_articles_first(project, documents, order):
    do(project, article_steps.prioritising(project.read, [documents[0]], Priority.LOW, "anna"))
    do(project, article_steps.prioritising(project.read, [documents[3]], Priority.HIGH, "anna"))
    listed = project.read.search.ids(Query(), "anna", order, seed=1)
    assert (listed[0], listed[-1], set(listed)) == (documents[3], documents[0], set(documents))
    assert project.read.search.ids(Query(), "anna", order, seed=1, first=2) == listed[:2]


def test_a_priority_is_found_listed_and_taken_back(project, documents):
    edit = do(project, article_steps.prioritising(project.read, documents[:2], Priority.HIGH, "anna"))
    assert edit.document_ids == set(documents[:2])
    assert project.read.search.ids(Query(priority=Priority.HIGH), "anna") == list(documents[:2])
    assert project.read.search.ids(Query(priority=Priority.NORMAL), "anna") == list(documents[2:])
    priorities = [line.priority for line in project.read.lines(documents, "anna")]
    assert priorities == [Priority.HIGH, Priority.HIGH, Priority.NORMAL, Priority.NORMAL]
    assert do(project, article_steps.prioritising(project.read, documents[:2], Priority.HIGH, "anna")) is None
    project.undo(documents[0])
    assert project.read.search.ids(Query(priority=Priority.HIGH), "anna") == []


def test_invalid_priority_counts_as_normal(project):
    article = Article(title="X", text="Ein Text.", meta={"priority": "sofort"})
    (id_,) = project.add_articles([article]).ids
    assert project.read.lines([id_], "anna")[0].priority is Priority.NORMAL
    assert project.read.search.ids(Query(), "anna") == [id_]
    assert project.read.search.ids(Query(priority=Priority.NORMAL), "anna") == [id_]
