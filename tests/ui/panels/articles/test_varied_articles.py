"""The order "Most varied first": each next article differs most from those before, in a real window."""

import pytest

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.model.query import Order
from annotator.project.project import Project
from tests.annotator.jobs.searching.test_variety import TEXTS


@pytest.fixture
def window(make_window, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = Project.create(tmp_path / "Varied", schema=schema_file.load("news"), language="en", annotator="anna")
    project.add_articles([Article(title=title, text=text) for title, text in TEXTS.items()])
    project.close()
    return make_window(project.path)


def titles(window):
    model = window.articles.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_articles_are_listed_as_varied_once_compared(window, qtbot):
    window.articles.filters.arrange(Order.VARIED)
    assert titles(window) == list(TEXTS), "as added, until they are compared"
    with qtbot.waitSignal(window.articles.varied.found, timeout=60_000):
        pass
    assert {title.split()[0] for title in titles(window)[:3]} == {"Bridge", "Football", "Wolf"}
    window.articles.filters.arrange(Order.ADDED)
    assert titles(window) == list(TEXTS)


def test_order_is_made_again_when_articles_come(window, qtbot):
    window.articles.filters.arrange(Order.VARIED)
    qtbot.waitSignal(window.articles.varied.found, timeout=60_000).wait()
    with qtbot.waitSignal(window.articles.varied.found, timeout=60_000):
        assert window.session.add_articles(
            [Article(title="Tax 1", text="The council raises the dog tax.")], exclude_furniture=False
        )
    assert len(titles(window)) == len(TEXTS) + 1
