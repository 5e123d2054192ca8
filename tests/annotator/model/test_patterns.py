"""Word lists as values: what is usable, and how they are stored."""

import json

import pytest

from annotator.model import patterns
from annotator.model.patterns import NEEDS_MODEL, NO_REGEX, NO_TEXT, NO_TOKENS, TOO_LONG, TOO_OPEN, UNKNOWN, PatternList


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Köln", None),
        ([{"LOWER": "köln"}, {"OP": "?"}], None),
        ([{"lower": {"IN": ["a", "b"]}, "OP": "{1,3}"}], None),
        ("", NO_TOKENS),
        ("…", NO_TOKENS),
        ("x" * 201, TOO_LONG),
        ("a\nb", TOO_LONG),
        (7, NO_TOKENS),
        ([], NO_TOKENS),
        (["Köln"], NO_TOKENS),
        ([{"OP": "?"}], NO_TOKENS),
        ([{"TEXT": {"REGEX": "(a+)+$"}}], NO_REGEX),
        ([{"TEXT": {"FUZZY3": "Köln"}}], NO_REGEX),
        ([{"REGEX": "a"}], NO_REGEX),
        ([{"LEMMA": "gehen"}], NEEDS_MODEL),
        ([{"_": {"is_city": True}}], NEEDS_MODEL),
        ([{"COLOUR": "red"}], UNKNOWN),
        ([{"TEXT": {"LIKE": "a"}}], UNKNOWN),
        ([{"TEXT": {"IN": [["a"]]}}], UNKNOWN),
        ([{"LOWER": "a", "OP": "{1,99999999}"}], TOO_OPEN),
        ([{"LOWER": "a", "OP": "{x}"}], UNKNOWN),
        ([{"LOWER": "a"}, {"OP": "*"}], TOO_OPEN),
        ([{"IS_ALPHA": True, "OP": "+"}] * 3, TOO_OPEN),
        ([{"LOWER": "a"}] * 21, TOO_LONG),
        ("a\ud800", NO_TEXT),
        ([{"LOWER": "a\ud800"}], NO_TEXT),
    ],
)
def test_what_is_usable(words, reason):
    assert patterns.unusable(words) == reason


def test_list_survives_being_stored():
    made = PatternList(
        name="Städte 🏙",
        on=False,
        forms=False,
        patterns=(patterns.pattern("  Bad   Ems ", "LOC"), patterns.pattern([{"LOWER": "köln"}], "LOC", on=False)),
    )
    assert patterns.loads(made.id, patterns.dumps(made)) == made
    assert made.patterns[0].words == "Bad Ems"
    (row,) = patterns.listed(patterns.index_of([made], {made.id: patterns.dumps(made)}))
    assert (row.id, row.name, row.on, row.count, row.labels) == (made.id, "Städte 🏙", False, 2, ("LOC",))


@pytest.mark.parametrize(
    "written", [None, "", "[", "[]", '{"rows": 1}', '{"rows": [1, ["a"], ["a", 1, 1]]}', "[" * 9999]
)
def test_damaged_list_is_empty(written):
    assert patterns.loads("a", written).patterns == ()
    assert patterns.listed(written) == ()


def test_hostile_rows_of_a_list_are_left_out():
    rows = [["Köln", "LOC", 1], [[{"TEXT": {"REGEX": "(a+)+"}}], "LOC", 1], ["x" * 900, "LOC", 1]]
    found = patterns.loads("a", json.dumps({"rows": rows}))
    assert [each.words for each in found.patterns] == ["Köln"]


def test_list_replaces_one_of_its_name():
    old, other = PatternList(name="a"), PatternList(name="b")
    new = PatternList(name="a", forms=False)
    found = patterns.with_list((old, other), new)
    assert [each.id for each in found] == [old.id, other.id]
    assert found[0].forms is False


def test_repetitions_are_kept_once():
    one, two = patterns.pattern("Köln", "LOC"), patterns.pattern("Köln", "LOC", on=False)
    assert patterns.together([one, patterns.pattern("Köln", "ORG"), two])[0] == two
    assert len(patterns.together([one, two])) == 1
