"""New labels for a schema."""

from dataclasses import replace

import pytest

from annotator.editing.schema_editing.flaws import flaws
from annotator.editing.schema_editing.new_label import (
    _OFFERED,
    DARK_PAPER,
    LIGHT_PAPER,
    READABLE,
    contrast,
    new_label,
    requested_labels,
    with_labels,
    with_used,
)
from annotator.model.schema_file import dumps, load
from annotator.model.values import CLAIMS, ENTITIES
from annotator.system.errors import SchemaError
from tests.annotator.formats.texts import rich, span

NEWS = load("news")


@pytest.mark.parametrize("colours", _OFFERED)
def test_offered_colours_are_readable_on_their_paper(colours):
    for colour, paper in zip(colours, (LIGHT_PAPER, DARK_PAPER), strict=True):
        assert contrast(colour, paper) >= READABLE


def test_many_new_labels_keep_the_schema_valid():
    schema = NEWS
    for number in range(20):
        schema = with_labels(schema, [new_label(schema, ENTITIES, f"Straße {number} 🎈")])
    assert not list(flaws(schema))
    assert dumps(schema)
    assert len({label.id for label in schema.labels if label.layer == ENTITIES}) == 20 + len(NEWS.layers[0].labels)


def test_new_label_takes_the_key_of_one_not_offered():
    made = new_label(NEWS, ENTITIES, "Firma")
    assert made.key == NEWS.require_label(ENTITIES, "DATE").key == "5"
    assert requested_labels(NEWS, {"Firma": "new"})[0]["Firma"].key == "5"


def test_new_requests_a_label_in_the_named_layer():
    made, names = requested_labels(NEWS, {"Firma": "new", "These": "claims.new", "city": "LOC"})
    assert {theirs: (label.layer, label.id) for theirs, label in made.items()} == {
        "Firma": (ENTITIES, "Firma"),
        "These": (CLAIMS, "These"),
    }
    assert names == {"Firma": "entities.Firma", "These": "claims.These", "city": "LOC"}
    assert made["Firma"].light != made["These"].light


def test_a_label_that_is_there_is_not_made_again():
    made, names = requested_labels(NEWS, {"person": "new", "per": "entities.new", "Stoff": "new", "STOFF": "new"})
    assert names == {
        "person": "entities.PER",
        "per": "entities.PER",
        "Stoff": "entities.Stoff",
        "STOFF": "entities.Stoff",
    }
    assert list(made) == ["Stoff"]


def test_existing_label_called_new_is_used():
    schema = with_labels(NEWS, [replace(new_label(NEWS, ENTITIES, "new"), id="new")])
    assert requested_labels(schema, {"Firma": "new"}) == ({}, {"Firma": "new"})


def test_a_layer_that_nobody_has_is_refused():
    with pytest.raises(SchemaError, match="no layer names"):
        requested_labels(NEWS, {"Firma": "names.new"})


def test_only_labels_that_are_used_are_added():
    made = [new_label(NEWS, ENTITIES, "STOFF"), new_label(NEWS, ENTITIES, "FIRMA")]
    used = replace(rich(), spans=(span(1, "Köln", label="STOFF"),))
    schema = with_used(NEWS, made, [used])
    assert schema is not None
    assert schema.label(ENTITIES, "STOFF") is not None
    assert schema.label(ENTITIES, "FIRMA") is None
    assert with_used(NEWS, made, [rich()]) is None
