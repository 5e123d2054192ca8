"""Finding words: tokens, white space, accents, case, endings."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.editing.finding import LONGEST, WantedWords, find
from annotator.suggest.tokenizer import tokenise
from annotator.text.tokens import from_pairs, provisional


def found(text, words, *, language="de", tokens=None, **options):
    wanted = WantedWords(words=words, **options)
    parts = find(text, tokens or tokenise(text, language), wanted, language)
    return [text[start:end] for start, end in parts]


def test_words_are_found_on_whole_tokens_only():
    text = "Die EU 🎈 und die EU-Kommission, die EUROPA sagt: EU."
    assert found(text, "EU") == ["EU", "EU"]
    assert found(text, "EU-Kommission") == ["EU-Kommission"]
    assert found(text, "Kommission") == []


def test_white_space_and_accents_that_look_alike_are_alike():
    text = "Ce\u0301line\u00a0Weiß, Céline\nWeiß und Céline\n\nWeiß"
    assert found(text, "Céline Weiß") == ["Ce\u0301line\u00a0Weiß", "Céline\nWeiß"]


def test_case_matters_unless_any_case():
    text = "Der SPIEGEL, der Spiegel, ein spiegel; die ÄRZTE und Ärzte"
    assert found(text, "Spiegel") == ["Spiegel"]
    assert found(text, "Spiegel", any_case=True) == ["SPIEGEL", "Spiegel", "spiegel"]
    assert found(text, "ärzte", any_case=True) == ["ÄRZTE", "Ärzte"]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Deutschland", "Deutschlands Rat, in Deutschland", ["Deutschlands", "Deutschland"]),
        ("Deutschlands", "Deutschland und Deutschlands", ["Deutschland", "Deutschlands"]),
        ("Rat", "des Rates, dem Rate, der Räte", ["Rates", "Rate"]),
        ("Kurde", "die Kurden", ["Kurden"]),
        ("Hans", "Hans’ Haus, Hans", ["Hans", "Hans"]),
        ("Berlin", "Berliner Bürger in Berlin, Berlins Mitte", ["Berlin", "Berlins"]),
        ("Paris", "Pari, Paris", ["Paris"]),
        ("Deutsche Bahn", "der Deutschen Bahn, Deutscher Bahn, Deutsche Bahnen", ["Deutschen Bahn", "Deutscher Bahn"]),
        ("Vereinte Nationen", "den Vereinten Nationen", ["Vereinten Nationen"]),
    ],
)
def test_german_endings_are_taken_along(words, text, expected):
    assert [one for one in found(text, words, inflected=True) if one != "Deutsche Bahnen"] == expected


def test_endings_match_only_if_inflected():
    assert found("Deutschlands Rat", "Deutschland") == []


def test_english_has_endings_of_its_own():
    text = "Kurds and a Kurd; the Kurden; Hyundai's ship"
    assert found(text, "Kurd", language="en", inflected=True) == ["Kurds", "Kurd"]
    assert found(text, "Hyundai", language="en") == ["Hyundai"]
    assert found(text, "Kurd", language="other", inflected=True) == ["Kurds", "Kurd"]


def test_match_inside_a_token_does_not_hide_the_next():
    text = "xab ab ab"
    assert found(text, "ab ab") == ["ab ab"]


def test_nothing_and_too_much_find_nothing():
    assert found("a b", "  ") == []
    assert found("ab " * LONGEST, "ab " * LONGEST) == []


def test_regex_characters_are_literal():
    assert found("Yahoo! und Yahoo", "Yahoo", tokens=provisional("Yahoo! und Yahoo")) == ["Yahoo", "Yahoo"]
    assert found("C++ (2) a.b axb", "a.b", tokens=provisional("C++ (2) a.b axb")) == ["a.b"]


def test_long_white_space_is_fast():
    text = ("a" + " " * 2000) * 200
    assert found(text, "a b", tokens=provisional(text)) == []


@given(st.text(alphabet="aäÄs \u00a0\n🎈-", max_size=60), st.text(alphabet="aäs 🎈", max_size=6), st.booleans())
def test_matches_are_ordered_whole_tokens_without_overlap(text, words, loose):
    tokens = from_pairs("test", "1", (match.span() for match in re.finditer(r"\S+", text)))
    wanted = WantedWords(words=words, any_case=loose, inflected=loose)
    parts = list(find(text, tokens, wanted, "de"))
    assert all(tokens.snap(*part) == part for part in parts)
    assert all(first[1] <= second[0] for first, second in pairwise(parts))
    if not loose and words.split():
        assert all(text[s:e].split() == words.split() for s, e in parts)
