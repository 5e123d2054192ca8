from annotator.editing.schema_editing.references import (
    attribute_renamed,
    label_renamed,
    layer_renamed,
    relation_renamed,
    value_renamed,
)
from annotator.model.schema import Comparison, Condition, Label, Layer, RelationType, Rule, Schema, Subject
from annotator.model.values import CLAIMS, ENTITIES


def label(id_, parent=None):
    return Label(id=id_, layer=ENTITIES, name={}, help={}, key=None, light="#000000", dark="#ffffff", parent=parent)


SCHEMA = Schema(
    id="klein",
    name={},
    layers=(Layer(id=ENTITIES, name={}, labels=(label("FIRM", "ORG"), label("GPE"))),),
    relations=(RelationType(id="r", name={}, help={}, head=("entities.ORG", "entities.GPE"), tail=(ENTITIES,)),),
)


def test_references_follow_a_renamed_label():
    found = label_renamed(SCHEMA, (ENTITIES, "ORG"), "GROUP")
    assert found.labels[0].parent == "GROUP"
    assert found.relations[0].head == ("entities.GROUP", "entities.GPE")
    assert found.relations[0].tail == (ENTITIES,)


def test_duplicate_references_are_merged():
    assert label_renamed(SCHEMA, (ENTITIES, "ORG"), "GPE").relations[0].head == ("entities.GPE",)


def test_references_to_a_removed_label_are_dropped():
    found = label_renamed(SCHEMA, (ENTITIES, "ORG"), None)
    assert found.labels[0].parent is None
    assert found.relations[0].head == ("entities.GPE",)


def test_references_to_a_removed_layer_are_dropped():
    assert layer_renamed(SCHEMA, ENTITIES, None).relations[0].tail == ()


def rule(id_, of, then, *when):
    return Rule(id=id_, of=of, when=when, then=then, words={})


def asks(subject, id_, comparison, *values):
    return Condition(subject=subject, id=id_, test=comparison, values=values)


KIND = asks(Subject.ATTRIBUTE, "kind", Comparison.IN, "fact", "opinion")
VERDICT = asks(Subject.ATTRIBUTE, "verdict", Comparison.ABSENT)
CLAIMANT = asks(Subject.RELATION, "claimant", Comparison.IN, "entities.PER", "entities.ORG")
RULED = Schema(
    id="klein",
    name={},
    layers=(),
    rules=(
        rule("one", (CLAIMS,), VERDICT, KIND),
        rule("two", ("claims.CLAIM",), CLAIMANT),
        rule("other", (ENTITIES,), asks(Subject.ATTRIBUTE, "kind", Comparison.PRESENT)),
    ),
)


def ids(schema):
    return [each.id for each in schema.rules]


def test_rules_follow_what_they_name():
    found = attribute_renamed(RULED, (CLAIMS, "kind"), "sort")
    assert [found.rules[0].when[0].id, found.rules[2].then.id] == ["sort", "kind"]
    found = value_renamed(RULED, (CLAIMS, "kind", "fact"), "truth")
    assert found.rules[0].when[0].values == ("truth", "opinion")
    found = relation_renamed(RULED, "claimant", "said_by")
    assert found.rules[1].then.id == "said_by"
    found = label_renamed(RULED, (ENTITIES, "PER"), "HUMAN")
    assert found.rules[1].then.values == ("entities.HUMAN", "entities.ORG")
    assert label_renamed(RULED, (CLAIMS, "CLAIM"), "SAID").rules[1].of == ("claims.SAID",)


def test_rules_without_subject_are_dropped():
    assert ids(attribute_renamed(RULED, (CLAIMS, "verdict"), None)) == ["two", "other"]
    assert ids(relation_renamed(RULED, "claimant", None)) == ["one", "other"]
    assert ids(label_renamed(RULED, (CLAIMS, "CLAIM"), None)) == ["one", "other"]
    fewer = value_renamed(RULED, (CLAIMS, "kind", "fact"), None)
    assert fewer.rules[0].when[0].values == ("opinion",)
    assert ids(value_renamed(fewer, (CLAIMS, "kind", "opinion"), None)) == ["two", "other"]
