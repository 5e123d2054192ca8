from annotator.model import ENTITIES
from annotator.schema import Label, Layer, RelationType, Schema
from annotator.schema_references import Names, renamed


def label(id_, parent=None):
    return Label(id=id_, layer=ENTITIES, name={}, help={}, key=None, light="#000000", dark="#ffffff", parent=parent)


SCHEMA = Schema(
    id="klein",
    name={},
    layers=(Layer(id=ENTITIES, name={}, labels=(label("FIRM", "ORG"), label("GPE"))),),
    relations=(RelationType(id="r", name={}, help={}, head=("entities.ORG", "entities.GPE"), tail=(ENTITIES,)),),
)


def test_what_names_a_label_follows_it():
    found = renamed(SCHEMA, Names.LABEL, (ENTITIES, "ORG"), "GROUP")
    assert found.labels[0].parent == "GROUP"
    assert found.relations[0].head == ("entities.GROUP", "entities.GPE")
    assert found.relations[0].tail == (ENTITIES,)


def test_what_is_named_twice_then_is_named_once():
    assert renamed(SCHEMA, Names.LABEL, (ENTITIES, "ORG"), "GPE").relations[0].head == ("entities.GPE",)


def test_what_names_a_label_that_goes_names_it_no_more():
    found = renamed(SCHEMA, Names.LABEL, (ENTITIES, "ORG"), None)
    assert found.labels[0].parent is None
    assert found.relations[0].head == ("entities.GPE",)
