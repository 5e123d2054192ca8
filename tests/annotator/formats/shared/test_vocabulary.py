"""Mapping a file's labels to those of the project."""

from dataclasses import replace

import pytest

from annotator.editing.schema_editing.new_label import with_labels
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.schema_file import load

NEWS = Vocabulary(
    schema=load("news"), renamed={"Person": "PER", "Quote": "claims.CLAIM", "Money.amount": "MONEY", "by": "claimant"}
)


def test_layers_of_the_file_are_mapped():
    renamed = {"ner.N": "LOC", "N": "PER", "pos.*": "", "Event.*": "claims.CLAIM"}
    vocabulary = replace(NEWS, renamed=renamed, cached={})
    pairs = [("N", "ner"), ("N", "other"), ("ADV", "pos"), ("Fire", "Event"), ("PER", "ner")]
    found = [vocabulary.label(label, layer) for label, layer in pairs]
    assert found == [("entities", "LOC"), ("entities", "PER"), None, ("claims", "CLAIM"), ("entities", "PER")]


@pytest.mark.parametrize(
    ("label", "layer", "found"),
    [
        ("PER", "entities", ("entities", "PER")),
        ("PER", None, ("entities", "PER")),
        ("PER", "ner", ("entities", "PER")),
        ("per", None, ("entities", "PER")),
        ("Claim", "claims", ("claims", "CLAIM")),
        ("CLAIM", "entities", None),
        ("Person", None, ("entities", "PER")),
        ("person", None, ("entities", "PER")),
        ("GPE", "entities", ("entities", "LOC")),
        ("Ort", None, ("entities", "LOC")),
        ("ORGANIZATION", "ner", ("entities", "ORG")),
        ("location", "claims", None),
        ("Tree", None, None),
        ("Quote", "entities", ("claims", "CLAIM")),
        ("Money.amount", None, ("entities", "MONEY")),
        ("", None, None),
    ],
)
def test_finds_label_by_name_case_or_usual_name(label, layer, found):
    assert NEWS.label(label, layer) == found


def test_own_label_id_beats_usual_name():
    news = load("news")
    company = replace(next(label for label in news.labels if label.id == "ORG"), id="COMPANY", name={"en": "Firm"})
    schema = with_labels(news, [company])
    assert Vocabulary(schema=schema).label("Company", None) == ("entities", "COMPANY")
    assert Vocabulary(schema=schema).label("Organisation", None) == ("entities", "ORG")


def test_ambiguous_label_name_is_not_found():
    news = load("news")
    other = replace(next(label for label in news.labels if label.id == "ORG"), id="OTHER", name={"en": "Person"})
    assert Vocabulary(schema=with_labels(news, [other])).label("person", None) is None


def test_finds_relation_by_name_or_case():
    assert [NEWS.relation(name) for name in ("claimant", "CLAIMANT", "by", "says")] == ["claimant"] * 3 + [None]


def test_without_schema_names_stay_and_labels_need_layer():
    free = Vocabulary(renamed={"x": "claims.Y"})
    assert free.label("TREE", "plants") == ("plants", "TREE")
    assert free.label("TREE", None) is None
    assert free.label("x", None) == ("claims", "Y")
    assert free.relation("says") == "says"
    assert free.holds("entities", "part_of_word", "half")


def test_tagset_limits_field_values():
    assert NEWS.holds("entities", "part_of_word", "deriv")
    assert not NEWS.holds("entities", "part_of_word", "half")
    assert not NEWS.holds("entities", "part_of_word", ["deriv"])
    assert NEWS.holds("entities", "unknown", "half")
