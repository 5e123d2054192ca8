"""How far the object of a speech verb goes if it is a list, in invented sentences of both languages."""

import pytest

from tests.annotator.suggest.claims.read import found_claims


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Der Ärztebund empfiehlt Spaziergänge, wenig Zucker und höchstens einen Kaffee am Morgen.",
            "Spaziergänge, wenig Zucker und höchstens einen Kaffee am Morgen",
        ),
        (
            "Die Gewerkschaft fordert 7,2 Prozent mehr Geld, mindestens aber 290 Euro im Monat.",
            "7,2 Prozent mehr Geld, mindestens aber 290 Euro im Monat",
        ),
        ("Der Dienst warnte vor Sturm, starkem Regen und Hagel.", "Sturm, starkem Regen und Hagel"),
        ("Eva Roth forderte neue Busse, längere Pausen, mehr Fahrer und Ruhe.", None),
        ("Die Firma dementierte Lohnkürzungen, Entlassungen oder Verkäufe.", None),
    ],
)
def test_german_list_belongs_to_the_claim_as_a_whole(text, words):
    (found,) = found_claims(text, "de")
    expected = words or text.rstrip(".").split(" forderte ")[-1].split(" dementierte ")[-1]
    assert found.words == (expected,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Gewerkschaft fordert mehr Geld, Busse und Bahnen stehen still.", "mehr Geld"),
        ("Klaus Berg forderte ein Verbot, Kinder und Jugendliche leiden Hunger.", "ein Verbot"),
        ("Eva Roth forderte mehr Busse, unter Beifall und Pfiffen.", "mehr Busse"),
        ("Eva Roth fordert mehr Busse, Klaus Berg weniger.", "mehr Busse"),
    ],
)
def test_german_clause_after_a_comma_is_no_list(text, words):
    assert found_claims(text, "de")[0].words == (words,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The charity recommended long walks, less sugar and at most two coffees a day.",
            "long walks, less sugar and at most two coffees a day",
        ),
        ("The union demanded 7% more pay, at least £290 a month.", "7% more pay, at least £290 a month"),
        ("The office warned of gales, heavy rain and hail.", "gales, heavy rain and hail"),
        (
            "Ann Lee called for new buses, longer breaks, and more drivers.",
            "new buses, longer breaks, and more drivers",
        ),
    ],
)
def test_english_list_belongs_to_the_claim_as_a_whole(text, words):
    (found,) = found_claims(text, "en")
    assert found.words == (words,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The union demanded more pay, buses and trains stood still.", "more pay"),
        ("Ann Lee called for a ban, citing health and safety.", "a ban"),
        ("Ann Lee called for a ban, in line with doctors and nurses.", "a ban"),
    ],
)
def test_english_clause_after_a_comma_is_no_list(text, words):
    assert found_claims(text, "en")[0].words == (words,)
