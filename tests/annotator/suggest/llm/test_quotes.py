"""Quotes of a model are found in code points, with near misses repaired and inventions refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.llm.quotes import NOWHERE, QuoteFinder

TEXT = (
    "🎈 Die Bürgermeisterin Céline Weiß sagte: „Wir sparen\u00a0zwölf Millionen Euro“ – und ging.\n"
    "Berliner fragen, ob Berlin spart. Der Bahnhof wird im Frühjahr 2027 vollständig geschlossen."
)


def words(quote):
    found = QuoteFinder(TEXT).find(quote)
    return [TEXT[start:end] for start, end in found.places], found.repaired


def test_exact_quote_counts_code_points():
    found = QuoteFinder(TEXT).find("Céline Weiß")
    assert found.places == ((TEXT.index("Céline"), TEXT.index("Céline") + 11),)
    assert not found.repaired


def test_quote_inside_a_word_is_not_taken():
    assert words("Berlin") == (["Berlin"], False)
    assert words("ahnhof") == ([], False)


@pytest.mark.parametrize(
    "quote",
    [
        '"Wir sparen zwölf Millionen Euro"',
        "«Wir sparen zwölf  Millionen\nEuro»",
        "wir sparen zwölf millionen EURO",
        "Wir sparen zwölf\u00ad Millionen Euro",
        "Wir sparen zwölf Milionen Euro",
        "Wir sparen zwoelf Millionen Euro",
    ],
)
def test_near_miss_is_repaired(quote):
    found, repaired = words(quote)
    assert [each.strip("„“") for each in found] == ["Wir sparen\u00a0zwölf Millionen Euro"]
    assert repaired


def test_decomposed_quote_is_found():
    assert words(unicodedata.normalize("NFD", "Céline Weiß")) == (["Céline Weiß"], False)
    assert words("Celine WEISS")[0] == []  # short names are never guessed
    assert words("CÉLINE WEISS") == (["Céline Weiß"], True)


@pytest.mark.parametrize("quote", ["", "  ", "—", "Der Flughafen wird im Herbst 2031 eröffnet.", "x" * 5000, "Köln"])
def test_invented_quote_is_nowhere(quote):
    assert QuoteFinder(TEXT).find(quote) == NOWHERE


def test_near_misses_are_searched_only_so_often():
    finder = QuoteFinder(TEXT)
    near = "Der Bahnhof wird im Früjahr 2027 vollständig geschlossen"
    assert finder.find("völlig anderes Zeug überall", most_near=1) == NOWHERE
    assert finder.find(near, most_near=1) == NOWHERE
    assert QuoteFinder(TEXT).find(near).repaired


@given(st.text(max_size=80), st.text(max_size=30))
def test_any_quote_keeps_to_the_text(text, quote):
    for start, end in QuoteFinder(text).find(quote).places:
        assert 0 <= start < end <= len(text)


@given(st.data())
def test_any_quote_with_one_error_is_found(data):
    sentence = "Der Bahnhof wird im Frühjahr 2027 vollständig geschlossen"
    at = data.draw(st.integers(0, len(sentence) - 1))
    wrong = sentence[:at] + data.draw(st.sampled_from(["", "q", sentence[at] + "q"])) + sentence[at + 1 :]
    (place,) = QuoteFinder(TEXT).find(wrong).places
    assert abs(place[0] - TEXT.index(sentence)) <= 3
    assert TEXT[slice(*place)] in sentence
