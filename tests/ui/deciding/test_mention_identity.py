"""Whom a mention means, in a project whose labels have other names."""

import pytest

from annotator.corpus.article import Article
from annotator.editing.edits import add
from annotator.model import schema_file
from annotator.model.values import ATTRIBUTION
from annotator.project.project import Project
from tests.annotator.made import OWN_NAMES, renamed, span
from ui.bridge.session import Session
from ui.deciding.mention_identity import decide_new, meant, proposed

TEXT = "Die Bürgermeisterin sprach. Ashdown hörte zu."


@pytest.fixture
def opened(tmp_path):
    """Return a session with an open article, and the spans of a mayor and of Ashdown."""
    schema = renamed(schema_file.load("news"), **OWN_NAMES)
    made = Project.create(tmp_path / "Eigene", schema=schema, annotator="anna")
    made.close()
    session = Session()
    assert session.open_project(made.path)
    added = session.add_articles([Article(title="t", text=TEXT, language="de")], exclude_furniture=False)
    assert added is not None
    (document,) = added.ids
    session.open_document(document)
    mayor = span(document, "Die Bürgermeisterin", "SPEAKER", ATTRIBUTION, text=TEXT)
    ashdown = span(document, "Ashdown", "Person", text=TEXT)
    assert session.do(add([mayor, ashdown]))
    yield session, mayor, ashdown
    session.close_project()


def test_mention_without_a_name_is_a_person_of_the_project(opened):
    session, mayor, _ = opened
    assert decide_new(session, mayor, "Ida Norden")
    whose = meant(session, session.opened.span(mayor.id))
    assert whose is not None
    assert (whose.name, whose.label) == ("Ida Norden", "Person")


def test_surname_proposes_the_person_whatever_persons_are_called(opened):
    session, mayor, ashdown = opened
    assert decide_new(session, mayor, "Tom Ashdown")
    assert [each.name for each in proposed(session, ashdown, "Ashdown")] == ["Tom Ashdown"]
