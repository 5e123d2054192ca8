"""Claims in set phrases: who blames, rates, rules, plans or keeps saying something, and what a paper says."""

import pytest

from tests.annotator.suggest.claims.test_inner_sources import spoken


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Die Winzerin {Wilma Starck} gibt dem Regen die Schuld.", ("dem Regen", "Wilma Starck")),
        ("{Karl Dorn} gab der Bank die Schuld an der Pleite.", ("der Bank | an der Pleite", "Karl Dorn")),
        (
            "Die Anwohner geben dem Landrat eine Mitschuld. Die Fischer gaben dem Öl die Hauptschuld.",
            ("dem Öl", "Die Fischer"),
        ),
        (
            "Im Mai erschien ein Papier, nach dem jeder dritte Lift zu schnell fährt.",
            ("jeder dritte Lift zu schnell fährt", "ein Papier"),
        ),
        ("Es gibt eine neue Studie, nach der Möwen singen können.", ("Möwen singen können", "eine neue Studie")),
        ("Vorgelegt wurde das Gutachten des <TÜV>, nach dem die Halle wackelt.", ("die Halle wackelt", "TÜV")),
        ("Die Gemeinde wollte dem folgen.", ("dem folgen", "Die Gemeinde")),
        ("Die Kirche wollte der Klage beitreten.", ("der Klage beitreten", "Die Kirche")),
        ("Der Zoo wollte den Vorschlag übernehmen.", ("den Vorschlag übernehmen", "Der Zoo")),
        ("Die Stadt hat eine halbe Stelle in Aussicht gestellt.", ("eine halbe Stelle", "Die Stadt")),
        ("Der Verband stellte einen Zuschuss in Aussicht.", ("einen Zuschuss", "Der Verband")),
        ("Sein Anwalt hält das Urteil für falsch: Niemand kündige gern.", ("das Urteil für falsch", "Sein Anwalt")),
    ],
)
def test_german_set_phrase_holds_a_claim(line, expected):
    assert expected in spoken(line, "de")


def test_survey_and_whoever_cites_it_say_the_same():
    found = spoken("{Eva Roth} verwies auf eine Umfrage, nach der 94 Prozent der Gäste zufrieden sind.", "de")
    assert found == [
        ("94 Prozent der Gäste zufrieden sind", "eine Umfrage"),
        ("94 Prozent der Gäste zufrieden sind", "Eva Roth"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "The guide <Forkful> gave the soup two stars out of five.",
            ("the soup two stars out of five", "Forkful"),
        ),
        ("{Kent} awarded the show four stars.", ("the show four stars", "Kent")),
        ("Judge {Vera Kent} ruled that the pie contained lard.", ("the pie contained lard", "Vera Kent")),
        ("With a wave of his hand, {Kent} ruled that the pie was cold.", ("the pie was cold", "Kent")),
        ("{Kent} had been saying that the roof would leak.", ("the roof would leak", "Kent")),
        (
            "The firm has been telling customers that prices would fall.",
            ("prices would fall", "The firm"),
        ),
        ("The board said it would reply soon, which {Lyle} reads as a refusal.", ("a refusal", "Lyle")),
        ("The board said it would wait, which the baker took as a threat.", ("a threat", "the baker")),
        ("The zoo plans a new pond.", ("a new pond", "The zoo")),
        ("The abbey, where monks brew beer, plans a fair in June.", ("a fair in June", "The abbey")),
        ("The zoo, whose pandas arrive in May, plans a new pond.", ("a new pond", "The zoo")),
        (
            "A home failed to check on a guest for six hours, a coroner has found.",
            ("A home failed to check on a guest for six hours", "a coroner"),
        ),
        ("The brakes of the tram were worn, an inquiry found.", ("The brakes of the tram were worn", "an inquiry")),
        ("The firm is said to favour a sale of the mill.", ("The firm | to favour a sale of the mill", None)),
    ],
)
def test_english_set_phrase_holds_a_claim(line, expected):
    assert expected in spoken(line, "en")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Ein Lotse berichtete von der Landung im Mai.", "de"),
        ("Eine Hebamme berichtete von der Geburt am Montag.", "de"),
        ("Ein Gast berichtete vom Umbau.", "de"),
        ("Die Zahl der Nächte bestätigte er nicht.", "de"),
        ("Es gibt ein Gesetz, nach dem Hunde Steuern zahlen müssen.", "de"),
        ("Eigentlich wollte die Gemeinde dem folgen.", "de"),
        ("Früher wollte die Kirche der Klage beitreten.", "de"),
        ("The cook disagrees with all three critics.", "en"),
        ("The guests disagreed about the soup and its bowls.", "en"),
        ("I wondered how heavy the bells were.", "en"),
        ("We asked why the bells were silent.", "en"),
        ("I asked {Kent} whether the bells were heavy.", "en"),
        ("The cook asked the waiter, who was new, for a spoon.", "en"),
        ("She asked not to be named.", "en"),
        ("A nurse, who asked not to be identified, waved.", "en"),
    ],
)
def test_attitude_event_or_own_question_is_no_claim(line, language):
    assert spoken(line, language) == []


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        (
            "Ein Lotse berichtete von starkem Nebel und zwei Schiffen.",
            "de",
            ("starkem Nebel und zwei Schiffen", "Ein Lotse"),
        ),
        ("The cook disagrees: soup is cold.", "en", ("soup is cold", "The cook")),
        ("The cook asked why the bells were silent.", "en", ("why the bells were silent", "The cook")),
    ],
)
def test_statements_and_questions_of_others_stay_claims(line, language, expected):
    assert [(words, who) for words, who in spoken(line, language) if who == expected[1]]
