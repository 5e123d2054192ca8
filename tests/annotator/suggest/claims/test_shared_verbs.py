"""Claims of several claimants who share a verb, or who say the same together."""

import pytest

from tests.annotator.suggest.claims.spoken import said_in

PLAN = "prediction"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "<Norway> pledged 300 million euros and <Canada> $90 million.",
            [("300 million euros", "Norway", PLAN), ("$90 million", "Canada", PLAN)],
        ),
        (
            "<Denmark> promised 40 tanks and <Sweden> twelve helicopters.",
            [("40 tanks", "Denmark", PLAN), ("twelve helicopters", "Sweden", PLAN)],
        ),
        (
            "<Britain> pledged £80 million for the fund, and <Spain> 45 million euros.",
            [("£80 million for the fund", "Britain", PLAN), ("45 million euros", "Spain", PLAN)],
        ),
        (
            "<Norway> pledged 300 million euros, <Canada> $90 million and the <Redmont Trust> £5 million.",
            [
                ("300 million euros", "Norway", PLAN),
                ("$90 million", "Canada", PLAN),
                ("£5 million", "Redmont Trust", PLAN),
            ],
        ),
        (
            "<Norway> pledged 300 million euros for <Canada> and <Sweden>.",
            [("300 million euros for Canada and Sweden", "Norway", PLAN)],
        ),
        (
            "<Norway> pledged 30 tanks for 2026 and 12 helicopters.",
            [("30 tanks for 2026 and 12 helicopters", "Norway", PLAN)],
        ),
    ],
)
def test_second_country_has_its_own_pledge_in_english(line, expected):
    assert said_in(line, "en") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "<Norwegen> sagte 300 Millionen Euro zu, <Kanada> 90 Millionen Dollar.",
            [("300 Millionen Euro", "Norwegen", PLAN), ("90 Millionen Dollar", "Kanada", PLAN)],
        ),
        (
            "<Dänemark> versprach 40 Panzer und <Schweden> zwölf Hubschrauber.",
            [("40 Panzer", "Dänemark", PLAN), ("zwölf Hubschrauber", "Schweden", PLAN)],
        ),
        (
            "<Frankreich> kündigte 80 Millionen Euro an und <Spanien> 45 Millionen.",
            [("80 Millionen Euro", "Frankreich", PLAN), ("45 Millionen", "Spanien", PLAN)],
        ),
        (
            "Die <Nordwerk AG> versprach zwei Millionen Euro und der <Landesbund Sport> 500.000 Euro.",
            [("zwei Millionen Euro", "Nordwerk AG", PLAN), ("500.000 Euro", "Landesbund Sport", PLAN)],
        ),
        (
            "<Norwegen> versprach 30 Panzer für <Kanada> und <Schweden>.",
            [("30 Panzer für Kanada und Schweden", "Norwegen", PLAN)],
        ),
        (
            "<Norwegen> versprach 30 Panzer und zwölf Hubschrauber.",
            [("30 Panzer und zwölf Hubschrauber", "Norwegen", PLAN)],
        ),
    ],
)
def test_second_country_has_its_own_pledge_in_german(line, expected):
    assert said_in(line, "de") == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        (
            "de",
            "Prof. {Anna Lüders} und Dr. {Karl Menge} betonten, dass die Zahlen stimmen.",
            [("die Zahlen stimmen", "Anna Lüders + Karl Menge", "fact_claim")],
        ),
        (
            "de",
            "{Ines Harms} und {Paul Gerdes} betonten, dass die Messungen korrekt seien.",
            [("die Messungen korrekt seien", "Ines Harms + Paul Gerdes", "fact_claim")],
        ),
        (
            "de",
            "Die Proben seien sauber, erklärten Dr. {Ute Blank} und Professor {Jan Feld}.",
            [("Die Proben seien sauber", "Ute Blank + Jan Feld", "fact_claim")],
        ),
        (
            "de",
            "„Der Damm hält seit 1962“, sagten {Maria Sander} und {Heiko Ott}.",
            [("Der Damm hält seit 1962", "Maria Sander + Heiko Ott", "fact_claim")],
        ),
        (
            "de",
            "{Maria Sander} sagte {Heiko Ott}, der Damm halte.",
            [("der Damm halte", "Maria Sander", "fact_claim")],
        ),
        (
            "en",
            "Prof {Anna Lynde} and Dr {Carl Moss} stressed that the figures were correct.",
            [("the figures were correct", "Anna Lynde + Carl Moss", "fact_claim")],
        ),
        (
            "en",
            "{Ida Harms} and {Paul Gerrard} insisted that the samples were clean.",
            [("the samples were clean", "Ida Harms + Paul Gerrard", "fact_claim")],
        ),
        (
            "en",
            "The samples were clean, said Dr {Una Blake} and Professor {John Field}.",
            [("The samples were clean", "Una Blake + John Field", "fact_claim")],
        ),
        (
            "en",
            "{Maria Sanders} and {Hugh Otley} said that the dam held.",
            [("the dam held", "Maria Sanders + Hugh Otley", "fact_claim")],
        ),
        (
            "en",
            "{Maria Sanders} met {Hugh Otley} and said that the dam held.",
            [("the dam held", "Maria Sanders", "fact_claim")],
        ),
    ],
)
def test_two_people_who_say_it_together_both_speak(language, line, expected):
    assert said_in(line, language) == expected
