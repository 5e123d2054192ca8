"""Edits about identities."""

import pytest

from annotator.editing import edits
from annotator.editing.identities import aliases_from, describe, identify, merged, merging, new_identity, wikidata_id
from annotator.model.values import Identity
from annotator.system.errors import SchemaError, StoreError
from tests.annotator.made import add_article, span


def test_identify_adds_an_identity_and_undo_removes_both(project, document):
    mention = span(document, "Köln")
    project.do(edits.add(mention))
    city = new_identity("  Köln\n am Rhein ", "LOC")
    assert city.name == "Köln am Rhein"
    project.do(identify([mention], city, annotator="anna", new=True))
    read = project.read.annotated(document, "anna")
    assert (read.spans[0].attributes, read.identities) == ({"identity": city.id}, (city,))
    project.undo(document)
    assert project.read.who.identities() == []
    assert project.read.annotated(document, "anna").spans == (mention,)
    project.redo(document)
    assert project.read.annotated(document, "anna").identities == (city,)


def test_identifying_again_makes_no_edit(document):
    city = Identity(id="k", name="Köln", label="LOC")
    assert identify([span(document, "Köln", attributes={"identity": "k"})], city, annotator="anna") is None
    assert identify([span(document, "Köln")], None, annotator="anna") is None


def test_identity_used_elsewhere_is_not_undone(project, document):
    first, other = span(document, "Köln"), add_article(project, "Zweiter", "Köln 🎈")
    second = span(other, "Köln", text="Köln 🎈")
    project.do(edits.add(first))
    project.do(edits.add(second))
    city = new_identity("Köln", "LOC")
    project.do(identify([first], city, annotator="anna", new=True))
    project.do(identify([second], city, annotator="anna"))
    with pytest.raises(StoreError, match="changed since"):
        project.undo(document)
    assert project.read.annotated(document, "anna").identities == (city,)


def test_merging_keeps_every_name_once_and_the_first_wikidata_id():
    oh = Identity(id="1", name="Oh Se-hoon", label="PER", aliases=("Oh",))
    mayor = Identity(id="2", name="Oh", label="PER", aliases=("Bürgermeister Oh", "Oh Se-hoon"), kb_id="Q42")
    assert merged([oh, mayor]) == Identity(
        id="1", name="Oh Se-hoon", label="PER", aliases=("Oh", "Bürgermeister Oh"), kb_id="Q42"
    )
    assert [(c.before, c.after) for c in merging([oh, mayor])] == [(oh, merged([oh, mayor])), (mayor, None)]


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Q64", "Q64"),
        (" q64 ", "Q64"),
        ("https://www.wikidata.org/wiki/Q64", "Q64"),
        ("http://www.wikidata.org/entity/Q64/", "Q64"),
        ("", None),
        ("  ", None),
    ],
)
def test_a_wikidata_id_is_typed_or_pasted(words, id_):
    assert wikidata_id(words) == id_


@pytest.mark.parametrize("words", ["64", "Q0", "Q", "Q64x", "https://evil.example/wiki/Q64", "P31", "Q" + "9" * 40])
def test_invalid_wikidata_id_is_refused(words):
    with pytest.raises(SchemaError, match="not a Wikidata id"):
        wikidata_id(words)


def test_name_cannot_be_emptied():
    before = Identity(id="1", name="Oh", label="PER")
    after = Identity(id="1", name="Oh Se-hoon", label="PER", aliases=aliases_from("Oh;; OSH ; Oh"))
    assert after.aliases == ("Oh", "OSH")
    edit = describe(before, after, annotator="anna")
    assert edit is not None
    assert [(change.before, change.after) for change in edit.changes] == [(before, after)]
    assert describe(before, before, annotator="anna") is None
    with pytest.raises(SchemaError, match="needs a name"):
        describe(before, Identity(id="1", name=" ", label="PER"), annotator="anna")
