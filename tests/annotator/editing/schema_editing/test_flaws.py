from dataclasses import replace

import pytest

from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.editing.schema_editing.flaws import Flaw, Wrong, flaws, free_id
from annotator.model.schema import (
    Attribute,
    AttributeKind,
    Comparison,
    Condition,
    Layer,
    RelationType,
    Rule,
    Subject,
    Value,
)
from annotator.model.schema_file import dumps, load, loads, ready_schemas
from annotator.model.values import CLAIMS, DOCUMENT, ENTITIES

NEWS = load("news")
PLACE = NEWS.require_label(ENTITIES, "LOC")


@pytest.fixture
def change():
    return SchemaChange(before=NEWS, after=NEWS)


@pytest.mark.parametrize("name", sorted(ready_schemas()))
def test_the_schemas_that_ship_have_no_flaw(name):
    assert flaws(load(name)) == ()


def test_two_labels_cannot_have_one_key(change):
    made = changes.put_label(change, "LOC", replace(PLACE, key="c"))
    (found,) = flaws(made.after)
    assert found == Flaw(wrong=Wrong.KEY_TWICE, place=(CLAIMS, "CLAIM"), key="c", other=(ENTITIES, "LOC"))


def test_label_may_have_the_key_of_one_not_offered(change):
    made = changes.put_label(change, "LOC", replace(PLACE, key="5"))
    assert flaws(made.after) == ()
    assert loads(dumps(made.after), name="news") == made.after
    date = made.after.require_label(ENTITIES, "DATE")
    (found,) = flaws(changes.put_label(made, "DATE", replace(date, active=True)).after)
    assert (found.wrong, found.key) == (Wrong.KEY_TWICE, "5")


def test_duplicate_keys_of_fields_or_values_are_flaws(change):
    kind, speech = NEWS.attribute(CLAIMS, "kind"), NEWS.attribute(CLAIMS, "speech")
    assert kind is not None
    assert speech is not None
    made = changes.put_attribute(change, "speech", replace(speech, key=kind.key))
    assert [(f.wrong, f.place) for f in flaws(made.after)] == [(Wrong.KEY_TWICE, (CLAIMS, "speech"))]
    same = replace(kind.values[1], key=kind.values[0].key)
    made = changes.put_value(change, (CLAIMS, "kind"), same.id, same)
    assert [(f.wrong, f.place) for f in flaws(made.after)] == [(Wrong.KEY_TWICE, (CLAIMS, "kind", same.id))]


def test_missing_name_values_or_ends_are_flaws(change):
    made = changes.put_label(change, "LOC", replace(PLACE, name={"de": " "}))
    made = changes.add_layer(made, Layer(id="places", name={}, labels=()))
    empty = Attribute(id="size", layer=ENTITIES, kind=AttributeKind.CHOICE, name={"en": "Size"}, help={})
    made = changes.add_attribute(made, empty)
    made = changes.add_relation(made, RelationType(id="r", name={"en": "R"}, help={}, head=(), tail=(CLAIMS,)))
    made = changes.add_value(made, (CLAIMS, "kind"), Value(id="x", name={}, help={}))
    assert set(flaws(made.after)) == {
        Flaw(wrong=Wrong.NO_NAME, place=("places",)),
        Flaw(wrong=Wrong.NO_NAME, place=(ENTITIES, "LOC")),
        Flaw(wrong=Wrong.NO_VALUES, place=(ENTITIES, "size")),
        Flaw(wrong=Wrong.NO_NAME, place=(CLAIMS, "kind", "x")),
        Flaw(wrong=Wrong.NO_ENDS, place=("r",)),
    }


def test_a_new_id_is_one_that_is_free():
    assert free_id("NEW", ["OLD"]) == "NEW"
    assert free_id("NEW", ["NEW", "NEW2"]) == "NEW3"


def test_duplicate_keys_among_document_label_values_are_flaws(change):
    topic = NEWS.attribute(DOCUMENT, "topic")
    assert topic is not None
    made = changes.put_value(change, (DOCUMENT, "topic"), "politics", replace(topic.values[0], key="r"))
    (found,) = flaws(made.after)
    assert found.place == (DOCUMENT, "topic", "politics")
    assert found.other == (DOCUMENT, "relevance", "relevant")
    hidden = changes.put_attribute(made, "topic", replace(made.after.document_labels[1], shown=False))
    assert flaws(hidden.after) == ()


def test_unfinished_rule_is_a_flaw(change):
    asked = Condition(subject=Subject.ATTRIBUTE, id="kind", test=Comparison.PRESENT)
    rule = Rule(id="r", of=(CLAIMS,), then=asked, words={"en": "R"})
    assert flaws(changes.add_rule(change, rule).after) == ()
    for wrong, unfinished in (
        (Wrong.RULE_OF_NOTHING, replace(rule, of=())),
        (Wrong.RULE_WITHOUT_WORDS, replace(rule, words={"de": " "})),
        (Wrong.RULE_UNFINISHED, replace(rule, when=(replace(asked, id=""),))),
        (Wrong.RULE_UNFINISHED, replace(rule, then=replace(asked, test=Comparison.NOT_IN))),
        (Wrong.RULE_UNKNOWN, replace(rule, of=(ENTITIES,))),
    ):
        assert flaws(changes.add_rule(change, unfinished).after) == (Flaw(wrong=wrong, place=("r",)),)
