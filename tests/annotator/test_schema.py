import json
from typing import Any

import pytest

from annotator import schema as schemas
from annotator.errors import SchemaError
from annotator.schema import Schema, dumps, load, loads, may_join, ready_schemas, words


def _value(**changed: Any) -> dict[str, Any]:
    colours = {"light": "#aabbcc", "dark": "#112233"}
    return {
        "version": 1,
        "id": "klein",
        "name": "Klein 🌊",
        "layers": [
            {
                "id": "entities",
                "name": {"de": "Namen", "en": "Entities"},
                "labels": [
                    {"id": "PER", "name": {"de": "Person", "en": "Person"}, "key": "1", **colours},
                    {"id": "ORG", "name": {"de": "Größe"}, "key": None, "active": False, **colours},
                ],
            },
            {"id": "claims", "labels": [{"id": "CLAIM", "key": "b", **colours}]},
        ],
        "attributes": [
            {"id": "speech", "layer": "claims", "values": [{"id": "direct", "key": "d"}, {"id": "indirect"}]},
            {"id": "since", "layer": "claims", "kind": "date"},
        ],
        "relations": [{"id": "claimant", "head": ["claims"], "tail": ["entities.PER", "entities.ORG"], "single": True}],
        **changed,
    }


def _schema(**changed: Any) -> Schema:
    return loads(json.dumps(_value(**changed)), name="klein.schema.json")


@pytest.mark.parametrize("name", sorted(ready_schemas()))
def test_the_schemas_that_ship_are_valid_and_come_back_as_they_were(name):
    schema = load(name)
    assert loads(dumps(schema), name="again") == schema
    assert schemas.DEFAULT in ready_schemas()


def test_labels_fields_and_relations_are_found_by_name():
    schema = _schema()
    assert [label.id for label in schema.labels] == ["PER", "ORG", "CLAIM"]
    person = schema.require_label("entities", "PER")
    assert (person.key, person.active, person.light) == ("1", True, "#aabbcc")
    assert schema.label("claims", "PER") is None
    speech = schema.attribute("claims", "speech")
    assert speech is not None
    assert [value.id for value in speech.values] == ["direct", "indirect"]
    assert schema.attribute("entities", "speech") is None
    assert [attribute.id for attribute in schema.attributes_of("claims")] == ["speech", "since"]
    assert schema.relation("cue") is None
    with pytest.raises(SchemaError, match="no label LOC in layer entities"):
        schema.require_label("entities", "LOC")
    assert schema.require_relation("claimant").single
    with pytest.raises(SchemaError, match="no relation cue"):
        schema.require_relation("cue")


def test_a_relation_joins_what_its_ends_allow():
    claimant = _schema().relation("claimant")
    assert claimant is not None
    assert claimant.single
    assert may_join(claimant, ("claims", "CLAIM"), ("entities", "PER"))
    assert not may_join(claimant, ("claims", "CLAIM"), ("entities", "LOC"))
    assert not may_join(claimant, ("entities", "PER"), ("entities", "PER"))


def test_a_value_outside_its_tagset_is_refused_and_the_unknown_passes():
    schema = _schema()
    schema.check_attributes("claims", {"speech": "direct", "since": "2026", "fremd": 1})
    with pytest.raises(SchemaError, match="laut is no value of speech"):
        schema.check_attributes("claims", {"speech": "laut"})
    with pytest.raises(SchemaError, match="is no value of speech"):
        schema.check_attributes("claims", {"speech": ["direct"]})


def test_words_come_in_the_language_asked_for_or_in_english_or_in_any():
    assert words({"de": "Namen", "en": "Entities"}, "de") == "Namen"
    assert words({"de": "Namen", "en": "Entities"}, "fr") == "Entities"
    assert words({"de": "Namen"}, "en") == "Namen"
    assert words({}, "de") == ""


def test_a_plain_string_is_english():
    assert _schema().name == {"en": "Klein 🌊"}


def test_a_label_may_be_a_kind_of_another_and_is_written_so():
    labels = [{**LABEL, "id": "FIRM", "parent": "ORG"}, {**LABEL, "id": "ORG"}]
    schema = _schema(layers=[{"id": "claims", "labels": labels}], attributes=[], relations=[])
    assert [label.parent for label in schema.labels] == ["ORG", None]
    assert loads(dumps(schema), name="wieder") == schema
    assert dumps(schema).count("parent") == 1


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
        ({"relations": [{"id": "r", "head": ["claims"]}]}, "relation r, tail"),
        ({"relations": [{"id": "r", "head": [3], "tail": ["claims"]}]}, "relation r, head"),
        ({"relations": [{"id": "r", "head": ["claims"], "tail": ["fremd"]}]}, "relation r"),
        ({"relations": [{"id": "r", "head": ["claims.FREMD"], "tail": ["claims"]}]}, "relation r"),
        ({"name": "halb \ud83d"}, "JSON"),
    ],
)
def test_a_schema_that_is_wrong_is_refused_with_the_place(changed, place):
    with pytest.raises(SchemaError) as caught:
        _schema(**changed)
    assert caught.value.code == "schema.invalid"
    assert caught.value.details["place"] == place
    assert "klein.schema.json" in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", "[" * 100_000, '{"version": ' + "9" * 5000 + "}"])
def test_what_is_no_schema_at_all_is_refused(text):
    with pytest.raises(SchemaError) as caught:
        loads(text, name="a")
    assert caught.value.code == "schema.invalid"


def test_a_schema_of_ones_own_is_loaded_by_its_path(tmp_path):
    path = tmp_path / "größe.schema.json"
    path.write_text(json.dumps(_value()), "utf-8")
    assert load(str(path)).id == "klein"


def test_a_file_that_cannot_be_read_as_one_is_refused(tmp_path):
    with pytest.raises(SchemaError, match=r"There is no schema called weg\. Ready ones: .*news"):
        load("weg")
    wrong = tmp_path / "a.json"
    wrong.write_bytes("Größe".encode("cp1252"))
    with pytest.raises(SchemaError, match=r"a\.json is not a schema: file"):
        load(str(wrong))
    with wrong.open("wb") as file:
        file.truncate(schemas.LIMIT + 1)
    with pytest.raises(SchemaError, match="more than 4 MB"):
        load(str(wrong))
