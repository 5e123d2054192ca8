"""Two articles that say the same, and a window with the newer one open."""

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.project.project import Project
from tests.annotator.made import claim

NEW = "Kürzlich 🎈: HD Hyundai fährt bald Schiffe ohne Kapitän, heißt es."
OLD = "Im Mai 🚆 sagte HD Hyundai, das Schiff fahre bald ohne einen Kapitän."
KNOWN = {"verdict": "refuted", "topic": "Schiffe", "stance": "affirms"}


@pytest.fixture
def claims(project_path):
    """The claims of two articles that say the same in other words; the older claim has a verdict."""
    project = Project.open(project_path)
    articles = [
        Article(name=title, title=title, text=text, language="de", published=day)
        for title, text, day in (("Neu", NEW, "2026-03-09"), ("Alt", OLD, "2025-05-02"))
    ]
    new, old = project.add_articles(articles).ids
    made = (
        claim(new, "HD Hyundai fährt bald Schiffe ohne Kapitän", text=NEW),
        claim(old, "das Schiff fahre bald ohne einen Kapitän", text=OLD, attributes=KNOWN),
    )
    project.do(edits.add(made[0]))
    project.do(edits.add(made[1]))
    project.close()
    return made


@pytest.fixture
def window(make_window, project_path, claims):
    made = make_window(project_path)
    go_to(made, claims[0])
    return made


def go_to(window, claim_):
    window.session.open_document(claim_.document)
    window.aim.go(claim_.start, claim_.end)
    window.aim.activate(claim_.id)
    window.view.setFocus()
