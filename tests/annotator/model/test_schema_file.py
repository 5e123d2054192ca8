import json
from typing import Any

import pytest

from annotator.model import schema_file
from annotator.model.schema_file import dumps, load, loads, ready_schemas
from annotator.system.errors import SchemaError
from tests.annotator.schemas import schema_value, small_schema


@pytest.mark.parametrize("name", sorted(ready_schemas()))
def test_shipped_schemas_survive_a_round_trip(name):
    schema = load(name)
    assert loads(dumps(schema), name="again") == schema
    assert schema_file.DEFAULT in ready_schemas()


@pytest.mark.parametrize("name", sorted(ready_schemas()))
def test_shipped_schemas_have_both_languages(name):
    schema = load(name)
    parts: list[Any] = [*schema.labels, *schema.attributes, *schema.relations, *schema.layers]
    offered = [label for label in schema.labels if label.active]
    for language in ("de", "en"):
        assert [part.id for part in parts if language not in part.name] == []
        assert [label.id for label in offered if not label.guidelines.get(language)] == []
        assert [label.id for label in offered if not label.examples.get(language)] == []


def test_a_plain_string_is_english():
    assert small_schema().name == {"en": "Klein 🌊"}


def test_label_parents_are_written():
    labels = [{**LABEL, "id": "FIRM", "parent": "ORG"}, {**LABEL, "id": "ORG"}]
    schema = small_schema(layers=[{"id": "claims", "labels": labels}], attributes=[], relations=[])
    assert [label.parent for label in schema.labels] == ["ORG", None]
    assert loads(dumps(schema), name="wieder") == schema
    assert dumps(schema).count("parent") == 1


def test_guidelines_and_examples_in_both_languages():
    told = {"guidelines": {"de": "Nur mit Namen.\n\nNie mit Titel."}, "examples": {"de": ["Kanzlerin Weiß"]}}
    schema = small_schema(
        layers=[{"id": "claims", "labels": [{**LABEL, **told}, {**LABEL, "id": "ORG"}]}], attributes=[], relations=[]
    )
    person, other = schema.labels
    assert person.guidelines == told["guidelines"]
    assert person.examples == {"de": ("Kanzlerin Weiß",)}
    assert loads(dumps(schema), name="wieder") == schema
    assert (other.guidelines, other.examples) == ({}, {})


def test_examples_roles_and_rules_survive_a_round_trip():
    value = {"id": "direct", "key": "d", "examples": {"de": ["„Weiß 🎈“", "„Köln“"]}}
    rule = {
        "id": "direct_has_claimant",
        "of": ["claims"],
        "when": [{"attribute": "speech", "test": "in", "values": ["direct"]}],
        "then": {"relation": "claimant", "test": "present"},
        "words": {"de": "Wer spricht, fehlt."},
    }
    relation = {"id": "claimant", "head": ["claims"], "tail": ["entities"], "roles": [{"id": "speaks", "key": "1"}]}
    schema = small_schema(
        attributes=[{"id": "speech", "layer": "claims", "values": [value]}], relations=[relation], rules=[rule]
    )
    assert schema.attributes[0].values[0].examples == {"de": ("„Weiß 🎈“", "„Köln“")}
    assert schema.relations[0].roles[0].id == "speaks"
    assert loads(dumps(schema), name="wieder") == schema


PRESENT = {"attribute": "speech", "test": "present"}
RULE = {"id": "r", "of": ["claims"], "then": PRESENT}
LABEL = {"id": "PER", "light": "#aabbcc", "dark": "#112233"}


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"version": 2}, "version"),
        ({"id": "1 zwei"}, "schema"),
        ({"id": None}, "schema"),
        ({"name": 3}, "schema, name"),
        ({"name": {"de": 3}}, "schema, name"),
        ({"layers": {}}, "schema, layers"),
        ({"layers": ["PER"]}, "schema, layers 1"),
        ({"layers": [{"id": "entities"}, {"id": "entities"}, {"id": "claims"}]}, "layers"),
        ({"layers": [{"id": "claims", "labels": [LABEL, LABEL]}]}, "layer claims"),
        ({"layers": [{"id": "claims", "labels": [{**LABEL, "light": "red"}]}]}, "label PER"),
        ({"layers": [{"id": "claims", "labels": [{**LABEL, "dark": None}]}]}, "label PER"),
        ({"layers": [{"id": "claims", "labels": [{**LABEL, "key": "ab"}]}]}, "label PER"),
        (
            {"layers": [{"id": "claims", "labels": [{**LABEL, "key": "a"}, {**LABEL, "id": "ORG", "key": "a"}]}]},
            "keys of labels",
        ),
        ({"layers": [{"id": "claims", "labels": [{**LABEL, "parent": "FREMD"}]}]}, "label PER"),
        ({"layers": [{"id": "claims", "labels": [{**LABEL, "parent": "PER"}]}]}, "label PER"),
        ({"layers": [{"id": "claims", "labels": [{**LABEL, "parent": 3}]}]}, "label PER, parent"),
        (
            {
                "layers": [
                    {
                        "id": "claims",
                        "labels": [{**LABEL, "parent": "ORG"}, {**LABEL, "id": "ORG", "parent": "PER"}],
                    }
                ]
            },
            "label PER",
        ),
        ({"attributes": [{"id": "a", "layer": "claims", "kind": "farbe"}]}, "attribute a"),
        ({"attributes": [{"id": "a", "layer": "claims", "kind": ["choice"]}]}, "attribute a"),
        ({"attributes": [{"id": "a", "layer": 3}]}, "attribute a, layer"),
        ({"attributes": [{"id": "a", "layer": "fremd"}]}, "attribute a"),
        ({"attributes": [{"id": "a", "layer": "claims"}] * 2}, "attributes of claims"),
        ({"attributes": [{"id": "a", "layer": "claims", "values": [{"id": "x"}] * 2}]}, "attribute a"),
        ({"relations": [{"id": "r", "head": ["claims"], "tail": ["claims"]}] * 2}, "relations"),
        (
            {"relations": [{"id": "r", "head": ["claims"], "tail": ["claims"], "roles": [{"id": "x"}] * 2}]},
            "relation r",
        ),
        (
            {"attributes": [{"id": "a", "layer": "claims", "values": [{"id": "x", "examples": {"de": "eins"}}]}]},
            "attribute a, values 1, examples, de",
        ),
        ({"rules": [RULE, RULE]}, "rules"),
        ({"rules": [{**RULE, "of": ["fremd"]}]}, "rule r"),
        ({"rules": [{**RULE, "of": "claims"}]}, "rule r, of"),
        ({"rules": [{**RULE, "then": None}]}, "rule r, then"),
        ({"rules": [{**RULE, "then": {**PRESENT, "test": "maybe"}}]}, "rule r, then"),
        ({"rules": [{**RULE, "then": {**PRESENT, "relation": "claimant"}}]}, "rule r, then"),
        ({"rules": [{**RULE, "then": {**PRESENT, "attribute": "fremd"}}]}, "rule r"),
        ({"rules": [{**RULE, "of": ["entities"]}]}, "rule r"),
        ({"rules": [{**RULE, "when": [{"relation": "fremd", "test": "absent"}]}]}, "rule r"),
        ({"rules": [{**RULE, "then": {"attribute": "speech", "test": "in", "values": ["laut"]}}]}, "rule r"),
        ({"rules": [{**RULE, "then": {"relation": "claimant", "test": "in", "values": ["fremd"]}}]}, "rule r"),
        ({"rules": [{**RULE, "then": {"relation": "claimant", "test": "in"}}]}, "rule r, then, values"),
        ({"relations": [{"id": "r", "head": ["claims"]}]}, "relation r, tail"),
        ({"relations": [{"id": "r", "head": [3], "tail": ["claims"]}]}, "relation r, head"),
        ({"relations": [{"id": "r", "head": ["claims"], "tail": ["fremd"]}]}, "relation r"),
        ({"relations": [{"id": "r", "head": ["claims.FREMD"], "tail": ["claims"]}]}, "relation r"),
        ({"name": "halb \ud83d"}, "JSON"),
    ],
)
def test_invalid_schema_is_refused_with_the_place(changed, place):
    with pytest.raises(SchemaError) as caught:
        small_schema(**changed)
    assert caught.value.code == "schema.invalid"
    assert caught.value.details["place"] == place
    assert "klein.schema.json" in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", "[" * 100_000, '{"version": ' + "9" * 5000 + "}"])
def test_other_json_is_not_a_schema(text):
    with pytest.raises(SchemaError) as caught:
        loads(text, name="a")
    assert caught.value.code == "schema.invalid"


def test_field_there_twice_is_refused():
    text = json.dumps(schema_value()).replace('"version"', '"id": "anders", "version"')
    with pytest.raises(SchemaError, match="a field is there twice"):
        loads(text, name="a")


def test_schema_is_loaded_by_path(tmp_path):
    path = tmp_path / "größe.schema.json"
    path.write_text(json.dumps(schema_value()), "utf-8")
    assert load(str(path)).id == "klein"


def test_unreadable_schema_file_is_refused(tmp_path):
    with pytest.raises(SchemaError, match=r"There is no schema called weg\. Built in: .*news"):
        load("weg")
    wrong = tmp_path / "a.json"
    wrong.write_bytes("Größe".encode("cp1252"))
    with pytest.raises(SchemaError, match=r"in a\.json cannot be used: file"):
        load(str(wrong))
    with wrong.open("wb") as file:
        file.truncate(schema_file.LIMIT + 1)
    with pytest.raises(SchemaError, match="more than 4 MB"):
        load(str(wrong))


def test_document_labels_survive_and_are_unique():
    label = {"id": "topic", "name": {"de": "Thema 🎈"}, "values": [{"id": "sport", "key": "s"}]}
    schema = small_schema(document_labels=[label])
    assert [(found.id, found.values[0].key) for found in schema.document_labels] == [("topic", "s")]
    assert loads(dumps(schema), name="wieder") == schema
    with pytest.raises(SchemaError):
        small_schema(document_labels=[label, label])
    with pytest.raises(SchemaError):
        small_schema(document_labels=["topic"])


def test_field_keys_by_language():
    written = json.loads(dumps(load("news")))
    topic = next(field for field in written["attributes"] if field["id"] == "topic")
    assert (topic["key"], topic["keys"]) == ("k", {"de": "m"})
    found = loads(json.dumps(written), name="a").attribute("claims", "topic")
    assert found is not None
    assert [found.key_in(language) for language in ("de", "en", "fr")] == ["m", "k", "k"]
    topic["keys"] = {"de": "zwei"}
    with pytest.raises(SchemaError):
        loads(json.dumps(written), name="a")
