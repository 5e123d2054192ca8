"""Forms of reported speech: accusations, "wonach", titles, organisations between commas, plain clauses."""

import pytest

from tests.annotator.suggest.claims.read import claims
from tests.annotator.suggest.claims.test_given_words import proposed, tails

GERMAN = [
    (
        "Klaus Berg beschuldigt Nordwerk, die Messwerte gefälscht zu haben.",
        ("die Messwerte gefälscht zu haben", "beschuldigt", "Klaus Berg"),
    ),
    (
        "Der Verein bezichtigte die Stadt der Untätigkeit.",
        ("die Stadt der Untätigkeit", "bezichtigte", "Der Verein"),
    ),
    (
        "Es gibt einen Bericht von Nordwerk, wonach die Brücke marode ist.",
        ("die Brücke marode ist", "wonach", "Nordwerk"),
    ),
    (
        "Die Stadt legte ein Gutachten vor, wonach der Deich hält.",
        ("der Deich hält", "wonach", "ein Gutachten"),
    ),
    (
        "Klaus Berg verwies auf eine Studie, wonach jede dritte Brücke marode sei.",
        ("jede dritte Brücke marode sei", "verwies", "Klaus Berg"),
    ),
    ("Den Umbau hält Klaus Berg für zu teuer.", ("Den Umbau | für zu teuer", "hält", "Klaus Berg")),
    ("Für überflüssig hält Eva Roth den Umbau.", ("Für überflüssig | den Umbau", "hält", "Eva Roth")),
    (
        "Eva Roth sagte am Dienstag, die neue Halle kostet 12 Millionen Euro.",
        ("die neue Halle kostet 12 Millionen Euro", "sagte", "Eva Roth"),
    ),
    (
        "Eva Roth sagte dem Radio, der Hafen hat zu wenige Kräne.",
        ("der Hafen hat zu wenige Kräne", "sagte", "Eva Roth"),
    ),
    ("Nordwerk teilte mit, alle Anlagen laufen wieder.", ("alle Anlagen laufen wieder", "teilte", "Nordwerk")),
    ("Dr. Sonja Wirtz sagte, die Klinik sei voll.", ("die Klinik sei voll", "sagte", "Dr. Sonja Wirtz")),
    (
        "Nach Angaben von Dr. Sonja Wirtz ist die Klinik voll.",
        ("ist die Klinik voll", "Nach Angaben von", "Dr. Sonja Wirtz"),
    ),
    (
        "Die Klinik sei voll, so Prof. Dr. Sonja Wirtz am Montag.",
        ("Die Klinik sei voll", "so", "Prof. Dr. Sonja Wirtz"),
    ),
    (
        "Der Betreiber, die Nordwerk, sagte, der Hafen sei veraltet.",
        ("der Hafen sei veraltet", "sagte", "Nordwerk"),
    ),
    ("„Der Hafen ist alt“, sagte der Betreiber, die Nordwerk.", ("Der Hafen ist alt", "sagte", "Nordwerk")),
]
ENGLISH = [
    ("The operator, Harrow Ltd, said the depot would close.", ("the depot would close", "said", "Harrow Ltd")),
    ("The union, ARDU, said the depot would close.", ("the depot would close", "said", "ARDU")),
    ("The developer, Castell Homes, claims the flats are sound.", ("the flats are sound", "claims", "Castell Homes")),
    ("“The depot will close,” the union, ARDU, said.", ("The depot will close", "said", "ARDU")),
    ("The depot will close, the union, ARDU, said on Monday.", ("The depot will close", "said", "ARDU")),
    ("Analysts expect Harrow Ltd to post a loss.", ("Harrow Ltd to post a loss", "expect", "Analysts")),
    ("Researchers say bees avoid the fields.", ("bees avoid the fields", "say", "Researchers")),
    ("The ward is full, according to Dr. Ann Lee.", ("The ward is full", "according to", "Ann Lee")),
]


@pytest.mark.parametrize(("text", "claim"), GERMAN)
def test_german_form_of_speech_is_read(text, claim):
    assert claims(text, "de") == [claim]


@pytest.mark.parametrize(("text", "claim"), ENGLISH)
def test_english_form_of_speech_is_read(text, claim):
    assert claims(text, "en") == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Für den Umbau hält die Stadt Geld bereit.",
        "Der beschuldigte Händler schwieg.",
        "Die Halle, in der die Firma baut, ist groß.",
    ],
)
def test_like_words_without_speech_are_not_a_claim(text):
    assert claims(text, "de") == []


def test_person_of_a_body_is_not_the_body():
    text = "A spokesman for the operator, Harrow Ltd, said the mill would close."
    assert claims(text, "en")[0][2] == "A spokesman for the operator"


@pytest.mark.parametrize(
    ("text", "words", "language", "who", "cue"),
    [
        (GERMAN[0][0], "die Messwerte gefälscht zu haben", "de", "Klaus Berg", "beschuldigt"),
        (GERMAN[2][0], "die Brücke marode ist", "de", "Nordwerk", "wonach"),
        (GERMAN[5][0], "Den Umbau", "de", "Klaus Berg", "hält"),
        (ENGLISH[2][0], "the flats are sound", "en", "Castell Homes", "claims"),
    ],
)
def test_claim_by_hand_gets_claimant_and_cue(text, words, language, who, cue):
    one = proposed(text, words, language)
    assert one is not None
    assert (tails(text, one)["claimant"], tails(text, one)["cue"]) == (who, cue)
