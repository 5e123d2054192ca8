"""A project with claims of several claimants, and the board over it."""

import pytest
from PySide6.QtWidgets import QLabel

from annotator.corpus.article import Article
from annotator.editing.edits import add
from annotator.editing.identities import identify, new_identity
from annotator.model.values import CLAIMS, ENTITIES, Relation, Span, new_id
from tests.ui.opened import new_project
from ui.board.board_window import BoardWindow

ARTICLES = (
    ("Hafen wächst", "2026-01-15", "Küstenbote"),
    ("Hafen 🎈 schrumpft", "2026-03-02", "Anzeiger"),
    ("Ohne Tag", None, None),
)
TEXT = "Nun: {title}. Oh Se-hoon sagt, die Stadt spare viel.\nKritiker bezweifeln, dass der Ausbau helfe."


@pytest.fixture
def said_path(tmp_path):
    """A project in which Oh, who has an identity, makes three claims on two topics.

    Critics refute one of these, and an article makes a claim itself.
    """
    articles = [
        Article(title=title, text=TEXT.format(title=title), language="de", published=published, publisher=publisher)
        for title, published, publisher in ARTICLES
    ]
    project, (first, second, third) = project_of(tmp_path / "Hafen 🌆", articles)
    names = [say(project, first, "Oh Se-hoon", topic="Haushalt", stance="affirms", kind="fact_claim")]
    names += [say(project, second, "Oh Se-hoon", topic="Haushalt", stance="refutes")]
    names += [say(project, third, "Oh Se-hoon", topic="Klima", stance="affirms", worthiness="CFS")]
    edit = identify(names, new_identity("Oh Se-hoon", "PER"), annotator="anna", new=True)
    assert edit is not None
    project.do(edit)
    say(project, second, "Kritiker", words="der Ausbau helfe", topic="Klima", claimant_kind="unnamed", stance="refutes")
    say(project, first, None, words="Nun", claimant_kind="author")
    path = project.path
    project.close()
    return path


def project_of(path, articles):
    """Create a project with articles; return it and their ids."""
    project = new_project(path)
    return project, project.add_articles(articles).ids


def say(project, document, claimant, words="die Stadt spare viel", start=None, **attributes):
    """Store a claim; return the span of its claimant's name, which is the first one in the text without ``start``."""
    text = project.read.text(document)

    def span(of, layer, label, at=None, **fields):
        first = text.index(of) if at is None else at
        parts = ((first, first + len(of)),)
        own = {"layer": layer, "label": label, "parts": parts, "annotator": "anna", "attributes": fields}
        return Span(id=new_id(), document=document, **own)

    claim = span(words, CLAIMS, "CLAIM", **attributes)
    if claimant is None:
        project.do(add(claim))
        return None
    name = span(claimant, ENTITIES, "PER", start)
    relation = Relation(id=new_id(), label="claimant", head=claim.id, tail=name.id, annotator="anna")
    project.do(add([claim, name], [relation]))
    return name


@pytest.fixture
def window(make_window, said_path):
    return make_window(said_path)


def open_board(window):
    """Open the board over a window's project."""
    window.actions_by_id["project.board"].trigger()
    return window.findChild(BoardWindow)


def join_words(board):
    """Return what the line about joining names says."""
    return board.findChild(QLabel, "boardJoinWords").text()
