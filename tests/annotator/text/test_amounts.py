"""Numbers as values, however they are written."""

from math import isfinite

import pytest

from annotator.text.amounts import amounts, lacking


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("1,5 Mio. Euro", "£1.5m"),
        ("anderthalb Millionen", "1.5 million"),
        ("vierhunderttausend Menschen", "400,000 people"),
        ("eintausendvierhundert Schafe", "1,400 sheep"),
        ("einunddreißig Panzer", "thirty-one tanks"),
        ("hundertzwanzig Kranke", "a hundred and twenty patients"),
        ("zweitausendfünfhunderteins", "two thousand five hundred and one"),
        ("siebenhundertsiebenundsiebzigtausendsiebenhundertsiebenundsiebzig", "777,777"),
        ("10.000,50 Euro", "$10,000.50"),
        ("jede dritte Stelle", "one in three jobs"),
        ("zwei Drittel", "67 percent"),
        ("zwischen 1990 und 2020 zwei Fünftel", "between 1990 and 2020, two fifths"),
        ("neun von zehn", "90 per cent"),
        ("5 Milliarden", "5 billion"),
        ("im dritten Quartal 11,2 %", "11.2 percent in the third quarter"),
        ("viermal täglich", "four a day"),
        ("halbiert", "by half"),
        ("eine halbe Million", "half a million"),
        ("250.000", "a quarter of a million"),
    ],
)
def test_same_number_in_both_languages(german, english):
    here, there = amounts(german, "de"), amounts(english, "en")
    assert here.values or here.ordinals
    assert not lacking(here.values, there.values)
    assert not lacking(there.values, here.values)
    assert (here.years, here.ordinals) == (there.years, there.ordinals)


@pytest.mark.parametrize(
    ("one", "other"), [("1,5 Millionen", "1,5 Milliarden"), ("ein Drittel", "ein Fünftel"), ("5 Prozent", "5 Euro")]
)
def test_other_numbers_differ(one, other):
    assert lacking(amounts(one, "de").values, amounts(other, "de").values)


def test_hundreds_and_cents_belong_to_their_number():
    assert amounts("two thousand five hundred and one", "en").values == {2501}
    assert amounts("10.000,50 Euro", "de").values == {10_000.5}


def test_articles_are_no_numbers_and_years_are_apart():
    assert amounts("Ein Mann und eine Frau", "de") == amounts("a man", "en")
    assert amounts("2019 waren es 2.019", "de")[:2] == (frozenset({2019.0}), frozenset({2019.0}))


@pytest.mark.parametrize("text", ["9" * 5000, "hundert" * 900, "1" * 400 + " Prozent", "0 von 0", "²³ ½ ٣", "und" * 99])
def test_hostile_text_is_read(text):
    assert all(isfinite(value) for found in amounts(text, "de")[:2] for value in found)
