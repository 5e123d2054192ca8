import pytest

from annotator.model.schema import may_join, words
from annotator.system.errors import SchemaError
from tests.annotator.schemas import small_schema


def test_labels_fields_and_relations_are_found_by_name():
    schema = small_schema()
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
    claimant = small_schema().relation("claimant")
    assert claimant is not None
    assert claimant.single
    assert may_join(claimant, ("claims", "CLAIM"), ("entities", "PER"))
    assert not may_join(claimant, ("claims", "CLAIM"), ("entities", "LOC"))
    assert not may_join(claimant, ("entities", "PER"), ("entities", "PER"))


def test_value_outside_its_tagset_is_refused():
    schema = small_schema()
    schema.check_attributes("claims", {"speech": "direct", "since": "2026", "fremd": 1})
    with pytest.raises(SchemaError, match="laut is not a value of speech"):
        schema.check_attributes("claims", {"speech": "laut"})
    with pytest.raises(SchemaError, match="is not a value of speech"):
        schema.check_attributes("claims", {"speech": ["direct"]})


def test_words_fall_back_to_english():
    assert words({"de": "Namen", "en": "Entities"}, "de") == "Namen"
    assert words({"de": "Namen", "en": "Entities"}, "fr") == "Entities"
    assert words({"de": "Namen"}, "en") == "Namen"
    assert words({}, "de") == ""
