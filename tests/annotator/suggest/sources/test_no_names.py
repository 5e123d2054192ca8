import pytest

from annotator.suggest.sources.categories import is_bare_number, is_currency


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


@pytest.mark.parametrize("number", ["210", "1,5", "2.000", "12\u00a0000"])
def test_bare_number_is_not_a_name(number):
    assert all(is_bare_number(number, label) for label in ("PER", "ORG", "LOC", "MISC"))
    assert not is_bare_number(number, "QUANTITY")


@pytest.mark.parametrize("name", ["Euro 2024", "9/11", "7-Eleven", "A7"])
def test_name_with_number_stays(name):
    assert not is_bare_number(name, "MISC")
