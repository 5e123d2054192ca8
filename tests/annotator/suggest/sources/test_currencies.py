import pytest

from annotator.suggest.sources.categories import is_currency


@pytest.mark.parametrize(
    "word",
    ["Euro", "Dollar", "US-Dollar", "Franken", "Pfund", "Yen", "Cent", "Z\u0142oty", "EUR", "€", "US\u00ad-Dollar"],
)
def test_currency_is_not_a_name(word):
    assert is_currency(word, "MISC")


@pytest.mark.parametrize("word", ["Eurozone", "Euro-3-Norm", "Pfundskerl", "Dax", "euro", "Ko\u0308ln"])
def test_words_that_resemble_currencies_stay_names(word):
    assert not is_currency(word, "MISC")


def test_currency_in_longer_name_stays():
    assert not is_currency("Euro 2024", "MISC")


@pytest.mark.parametrize(("name", "label"), [("Mark", "PER"), ("Franken", "LOC")])
def test_person_and_region_named_like_a_currency_stay(name, label):
    assert not is_currency(name, label)
