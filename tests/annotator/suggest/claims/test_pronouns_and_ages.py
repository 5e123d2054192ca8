"""Whom a pronoun or an age means in invented German sentences."""

import pytest

from tests.annotator.suggest.claims.spoken import claimant_of


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "{Ina Faber}, 44, kocht. Die Kellnerin ist neu. Sie mag den Herd. „Keiner weiß es“, sagte die 23-Jährige.",
            "Keiner",
            "Die Kellnerin",
        ),
        ("Die 58-jährige {Ina Faber} schwieg. Die Pilotin kam. „Wind“, sagte die 29-Jährige.", "Wind", "Die Pilotin"),
        ("{Jan Ott} (61) fuhr fort. Der Lehrling blieb. „Ja, gern“, sagte der 17-Jährige.", "Ja, gern", "Der Lehrling"),
        ("{Jan Ott}, 61, ging. Ein Fahrer kam. „Es war glatt“, sagte der 40-Jährige.", "Es war", "Ein Fahrer"),
        (
            "{Ina Faber}, 44, kocht. Die Kellnerin ist neu. „Es ist heiß“, sagte die 44-Jährige.",
            "Es ist",
            "{Ina Faber}",
        ),
        ("{Ina Faber} kocht. „Es ist heiß“, sagte die 23-Jährige.", "Es ist", "{Ina Faber}"),
    ],
)
def test_age_excludes_people_of_another_age(line, words, claimant):
    assert claimant_of(line, "de", words) == claimant


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Das Haus hatte {Jan Ott}. Ihr Großvater blieb stur, er glaubte, die Zeche komme.", "Zeche", "Ihr Großvater"),
        ("Den Plan hat {Eva Roth}. Unsere Lehrerin zögerte, sie fand, er sei flach.", "flach", "Unsere Lehrerin"),
        ("Gestern rief {Jan Ott} an. Mein Onkel freute sich, er meinte, das Kino bleibe.", "Kino", "Mein Onkel"),
        ("{Eva Roth} ging. Seine Mutter war besorgt, sie sagte, er sei krank.", "krank", "Seine Mutter"),
        ("{Jan Ott} kam. Sein kleiner Bruder lachte, er sagte, der Hund habe gebellt.", "Hund", "Sein kleiner Bruder"),
        ("{Eva Roth} ging. Seine Mutter war besorgt. Sie sagte, er sei krank.", "krank", "Seine Mutter"),
        ("{Eva Roth} ging. Ihr Auto war alt, sie sagte, es sei krank.", "krank", "{Eva Roth}"),
    ],
)  # fmt: skip
def test_pronoun_means_subject_of_previous_clause(line, words, claimant):
    assert claimant_of(line, "de", words) == claimant


@pytest.mark.parametrize(
    ("line", "claimant"),
    [
        ("{Bernd Kuhl} warb. {Uwe Stahl} hielt ihm vor, dass sie alles fräßen. „Nein“, entgegnete er.", "{Bernd Kuhl}"),
        ("{Elke Raab} plant es. {Dora Zink} sagte ihr, dass niemand komme. „Nein“, erwiderte sie.", "{Elke Raab}"),
        ("{Rita Olsen} wollte Geld. {Gerda Timm} sagte ihr, dass es fehle. „Nein“, konterte sie.", "{Rita Olsen}"),
        ("{Jan Ott} kam. {Olaf Kern} erklärte ihm, dass es spät sei. „Nein“, antwortete er.", "{Jan Ott}"),
        ("{Eva Roth} kam. {Ute Hahn} warf ihr vor, dass sie log. „Nein“, erwiderte sie.", "{Eva Roth}"),
        ("{Jan Ott} kam. {Olaf Kern} sagte, dass es spät sei. „Nein“, fügte er hinzu.", "{Olaf Kern}"),
    ],
)
def test_person_addressed_is_the_one_who_replies(line, claimant):
    assert claimant_of(line, "de", "Nein") == claimant


@pytest.mark.parametrize(
    "line",
    [
        "Die Pilotin {Käthe Simon} flog. Als der <Klub Linz> sie ehrte, ließ sie erklären, sie sei krank.",
        "Die Pilotin {Käthe Simon} flog. Als der <Klub Linz> kam, ließ sie mitteilen, sie sei krank.",
        "Die Ärztin {Käthe Simon} schwieg. Als <Klub Linz> fragte, ließ sie ausrichten, sie sei krank.",
        "Die Autorin {Käthe Simon} fehlte. Den <Freunden Linz> ließ sie mitteilen, sie sei krank.",
        "Die Läuferin {Käthe Simon} fehlte. Vor dem <Klub Linz> hat sie behauptet, sie sei krank.",
        "Die Chefin {Käthe Simon} fehlte. Dem <Klub Linz> ließ sie bestellen, sie sei krank.",
    ],
)
def test_singular_auxiliary_makes_the_pronoun_singular(line):
    assert claimant_of(line, "de", "sie sei krank") == "{Käthe Simon}"
