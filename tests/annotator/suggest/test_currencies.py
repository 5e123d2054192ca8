import pytest

from annotator.suggest.currencies import is_currency


@pytest.mark.parametrize(
    "word",
    ["Euro", "Dollar", "US-Dollar", "Franken", "Pfund", "Yen", "Cent", "Z\u0142oty", "EUR", "€", "US\u00ad-Dollar"],
)
def test_a_currency_is_no_name(word):
    assert is_currency(word, "MISC")


@pytest.mark.parametrize("word", ["Eurozone", "Euro-3-Norm", "Pfundskerl", "Dax", "euro", "Ko\u0308ln"])
def test_what_only_begins_or_is_written_like_a_currency_is_one_still(word):
    assert not is_currency(word, "MISC")


def test_a_currency_in_a_longer_name_is_part_of_it():
    assert not is_currency("Euro 2024", "MISC")


@pytest.mark.parametrize(("name", "label"), [("Mark", "PER"), ("Franken", "LOC")])
def test_the_person_and_the_region_of_that_name_are_names(name, label):
    assert not is_currency(name, label)
