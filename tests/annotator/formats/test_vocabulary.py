"""What the labels of a file are called in the project."""

import pytest

from annotator.formats.vocabulary import Vocabulary
from annotator.schema_file import load

NEWS = Vocabulary(
    schema=load("news"), renamed={"Person": "PER", "Quote": "claims.CLAIM", "Money.amount": "MONEY", "by": "claimant"}
)


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
        ("person", None, None),
        ("Quote", "entities", ("claims", "CLAIM")),
        ("Money.amount", None, ("entities", "MONEY")),
        ("", None, None),
    ],
)
def test_a_label_is_found_by_name_case_or_another_name(label, layer, found):
    assert NEWS.label(label, layer) == found


def test_a_relation_is_found_likewise():
    assert [NEWS.relation(name) for name in ("claimant", "CLAIMANT", "by", "says")] == ["claimant"] * 3 + [None]


def test_without_a_schema_every_name_is_taken_as_it_is_but_a_label_needs_its_layer():
    free = Vocabulary(renamed={"x": "claims.Y"})
    assert free.label("TREE", "plants") == ("plants", "TREE")
    assert free.label("TREE", None) is None
    assert free.label("x", None) == ("claims", "Y")
    assert free.relation("says") == "says"
    assert free.holds("entities", "part_of_word", "half")


def test_a_tagset_says_what_a_field_may_hold():
    assert NEWS.holds("entities", "part_of_word", "deriv")
    assert not NEWS.holds("entities", "part_of_word", "half")
    assert not NEWS.holds("entities", "part_of_word", ["deriv"])
    assert NEWS.holds("entities", "unknown", "half")
