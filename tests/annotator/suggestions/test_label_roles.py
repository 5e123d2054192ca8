"""Which of a project's labels mean persons, organisations, places and other names."""

from dataclasses import replace

import pytest

from annotator.editing.schema_editing.new_label import new_label, with_labels
from annotator.model import schema_file
from annotator.suggestions.label_roles import USUAL, Roles, counterpart, roles_of
from tests.annotator.made import OWN_NAMES, renamed

NEWS = schema_file.load("news")


@pytest.mark.parametrize("name", ["news", "claims", "conll", "fact_checking"])
def test_schemas_with_our_labels_need_no_roles(name):
    assert roles_of(schema_file.load(name)) == USUAL


def test_labels_of_ontonotes_have_roles():
    roles = roles_of(schema_file.load("ontonotes"))
    assert {label: roles.of(label) for label in ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "MONEY")} == {
        "PERSON": "PER",
        "ORG": "ORG",
        "GPE": "LOC",
        "LOC": "LOC",
        "FAC": "LOC",
        "NORP": "MISC",
        "MONEY": "MONEY",
    }
    assert (roles.called("PER"), roles.called("ORG")) == ("PERSON", "ORG")


def test_other_names_of_germeval_are_our_miscellaneous_ones():
    assert roles_of(schema_file.load("germeval")) == Roles(ours=(("OTH", "MISC"),), theirs=(("MISC", "OTH"),))


def test_own_labels_have_roles_by_their_ids():
    schema = renamed(NEWS, **OWN_NAMES)
    roles = roles_of(schema)
    assert {ours: roles.called(ours) for ours in OWN_NAMES} == OWN_NAMES
    assert {theirs: roles.of(theirs) for theirs in OWN_NAMES.values()} == {name: id_ for id_, name in OWN_NAMES.items()}
    offered = {label.id for label in schema.labels}
    assert [counterpart(label, offered, roles) for label in ("PERSON", "PER", "GPE", "NORP")] == [
        *("Person", "Person", "Ort", "Sonstiges")
    ]


def test_own_label_has_a_role_by_its_words():
    schema = renamed(NEWS, PER="P1")
    (names, *others) = schema.layers
    labels = tuple(replace(each, name={"de": "Personen"}) if each.id == "P1" else each for each in names.labels)
    roles = roles_of(replace(schema, layers=(replace(names, labels=labels), *others)))
    assert (roles.of("P1"), roles.called("PER")) == ("PER", "P1")


def test_narrower_label_has_the_role_of_the_broader_one():
    politician = replace(new_label(NEWS, "entities", "Politician"), parent="PER")
    roles = roles_of(with_labels(NEWS, [politician]))
    assert roles.is_person("Politician")
    assert roles.called("PER") == "PER"


def test_label_of_another_kind_has_no_role():
    schema = renamed(NEWS, PER="Wetter")
    roles = roles_of(schema)
    assert roles.of("Wetter") == "Wetter"
    assert counterpart("PER", {label.id for label in schema.labels}, roles) is None
