import pytest

from annotator.suggest.consistency import Found
from annotator.suggest.currencies import without_currencies


def kept(text, *found):
    words = text.split()
    return [" ".join(words[name.start : name.end]) for name in without_currencies(words, found)]


@pytest.mark.parametrize(
    "word",
    ["Euro", "Dollar", "US-Dollar", "Franken", "Pfund", "Yen", "Cent", "Z\u0142oty", "EUR", "€", "US\u00ad-Dollar"],
)
def test_a_currency_is_no_name(word):
    assert kept(f"Für 5 {word} 🙂", Found(2, 3, "MISC", 0.9)) == []


@pytest.mark.parametrize("word", ["Eurozone", "Euro-3-Norm", "Pfundskerl", "Dax", "euro", "Ko\u0308ln"])
def test_what_only_begins_or_is_written_like_a_currency_stays(word):
    assert kept(f"Die {word}", Found(1, 2, "MISC", 0.9)) == [word]


def test_a_currency_in_a_longer_name_stays():
    assert kept("Die Euro 2024 in Köln", Found(1, 3, "MISC", 0.9)) == ["Euro 2024"]


def test_the_region_and_the_person_of_that_name_stay():
    found = (Found(0, 1, "PER", 0.9), Found(2, 3, "LOC", 0.9), Found(4, 5, "MISC", 0.9))
    assert kept("Mark besucht Franken mit Mark", *found) == ["Mark", "Franken"]
