"""Searches as FTS5 queries and as JSON."""

import pytest

from annotator.model.query import (
    Listing,
    Order,
    Query,
    from_mapping,
    listing_from,
    listing_to,
    match_of,
    phrases,
    saved_from,
    saved_to,
)
from annotator.model.values import State


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("Köln", '"Köln"*'),
        ("Köln ", '"Köln"'),
        ("K", '"K"'),
        ("Rat Köl", '"Rat" "Köl"*'),
        ('"HD Hyundai" sagt', '"HD Hyundai" "sagt"*'),
        ('"HD Hyundai"', '"HD Hyundai"'),
        ('"HD Hyu', '"HD Hyu"*'),
        ("Metaverse-St", '"Metaverse-St"*'),
        ("NOT OR (text:", '"NOT" "OR" "(text:"*'),
        ("„HD Hyundai“ «a b»", '"HD Hyundai" "a b"'),
        ("a\0b", '"ab"*'),
        ("🎈 – *", None),
        ("", None),
    ],
)
def test_words_become_an_fts5_query(words, match):
    assert match_of(words) == match


def test_quoted_words_are_a_phrase():
    assert phrases('der "HD Hyundai" Ozean') == ["der", "HD Hyundai", "Ozean"]


def test_query_survives_a_round_trip():
    asked = Query(
        words="Köln 🎈", language="de", state=State.DONE, attribute=("kind", "fact"), doubt=True, since="2026-01-01"
    )
    assert saved_from(saved_to({"a": asked, "b": Query()})) == {"a": asked, "b": Query()}


def test_invalid_conditions_are_ignored():
    assert from_mapping({"state": ["done"], "attribute": [1], "words": 3, "x": 1}) == Query()


def test_query_fields_are_cut_to_the_limit():
    assert len(from_mapping({"words": "x" * 10_000}).words) == 200


def test_query_about_spans_and_without_conditions():
    asked = Query(words="Rat", label="LOC", layer="entities", publisher="Bote")
    assert asked.about_spans
    assert asked.without("label", "layer") == Query(words="Rat", publisher="Bote")
    assert not asked.without("label", "layer").about_spans


def test_saved_queries_survive_a_round_trip():
    asked = {"Zug 🚆": Query(words="zug"), "A": Query(label="LOC", layer="entities")}
    assert list(saved_from(saved_to(asked)).items()) == list(asked.items())
    assert saved_from('{"a": 3, "b": {"words": "x"}}') == {"b": Query(words="x")}
    assert saved_from("[") == saved_from("[]") == {}


def test_listing_survives_a_round_trip():
    listing = Listing(query=Query(publisher="Bote"), order=Order.RANDOM, seed=7)
    assert listing_from(listing_to(listing)) == listing


@pytest.mark.parametrize("written", ["", "3", '{"question": 1, "order": ["x"], "seed": "y"}', '{"order": "none"}'])
def test_invalid_listing_is_the_default(written):
    assert listing_from(written) == Listing()


def test_seed_is_limited():
    assert listing_from('{"seed": 123456789012345678901}').seed == 999_999
