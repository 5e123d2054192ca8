"""Cutting words into pieces, and the form of a name within them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.compounds import (
    DERIVED,
    FORM,
    PART,
    WHOLE,
    form_after,
    piece_at,
    pieces,
    without_joints,
    word_around,
)
from annotator.text.tokens import from_pairs


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Metaverse-Stadt", ["Metaverse", "Stadt"]),
        ("EU-Kommission", ["EU", "Kommission"]),
        ("Nordrhein-Westfalen-Plan", ["Nordrhein", "Westfalen", "Plan"]),
        ("MetaverseStadt", ["Metaverse", "Stadt"]),
        ("BMWWerk", ["BMW", "Werk"]),
        ("NATO", ["NATO"]),
        ("Stadtrat", ["Stadtrat"]),
        ("ZDF/ARD", ["ZDF", "ARD"]),
        ("Süd‑Köln-Öl", ["Süd", "Köln", "Öl"]),
        ("-Rat-", ["Rat"]),
        ("A\u0308rzte-Rat", ["A\u0308rzte", "Rat"]),
        ("---", []),
        ("", []),
    ],
)
def test_words_are_cut_at_hyphens_and_capitals(word, expected):
    assert [word[start:end] for start, end in pieces(word)] == expected


def test_piece_at_the_caret():
    word = "EU-Kommission"
    assert [piece_at(word, offset) for offset in (0, 1, 2, 3, 13)] == [(0, 2), (0, 2), (0, 2), (3, 13), (3, 13)]
    assert piece_at("-", 0) is None


@given(st.text(alphabet="aBÄß-/🎈1\u0308", max_size=20))
def test_pieces_cover_the_word_except_joints(word):
    found = pieces(word)
    assert all(start < end for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    kept = "".join(word[start:end] for start, end in found)
    assert kept == word.replace("-", "").replace("/", "")


def test_word_around_a_part_of_it():
    tokens = from_pairs("t", "1", [(0, 13), (14, 18)])
    assert word_around(tokens, [(0, 2)]) == (0, 13)
    assert word_around(tokens, [(0, 13), (16, 18)]) == (14, 18)
    assert word_around(tokens, [(0, 13), (14, 18)]) is None
    assert word_around(tokens, [(0, 18)]) is None


@pytest.mark.parametrize(
    ("selected", "expected"),
    [("Braxochem-", "Braxochem"), ("-backed", "backed"), ("Braxochem-backed", "Braxochem-backed"), ("-", "-")],
)
def test_hyphen_before_the_rest_of_a_word_is_left_out(selected, expected):
    text = "A Braxochem-backed plan"
    start = text.index(selected)
    low, high = without_joints(text, start, start + len(selected))
    assert text[low:high] == expected


def test_hyphen_at_the_end_of_a_word_stays():
    assert without_joints("Nord- und", 0, 5) == (0, 5)


@pytest.mark.parametrize(
    ("said", "was", "now", "expected"),
    [
        (None, False, True, PART),
        (WHOLE, False, True, PART),
        (DERIVED, False, True, DERIVED),
        (PART, True, False, None),
        (DERIVED, True, False, DERIVED),
        (PART, False, False, PART),
        (None, False, False, None),
    ],
)
def test_form_follows_boundaries_unless_set(said, was, now, expected):
    attributes = {} if said is None else {FORM: said}
    assert form_after(attributes, was_inside=was, is_inside=now) == expected
