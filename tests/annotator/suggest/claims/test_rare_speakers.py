"""Who speaks in invented headlines, wishes, open questions, and quotations that go on, in both languages."""

import pytest

from annotator.suggest.claims.by_meaning.claimants import claimants_of
from annotator.suggest.claims.by_meaning.finder import finder_of
from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_passages import marked
from tests.conftest import SHIPPED

BEFORE = "Ein Abend ||| Es regnete. "
EVENING = "An evening ||| It rained. "


def spoken(line, language):
    """Return the words and the claimant of each claim."""
    text, names = marked(line)
    return [
        (
            " | ".join(text[slice(*part)] for part in one.parts),
            text[slice(*one.speaker.part)] if one.speaker.part is not None else None,
        )
        for one in find(text, language, names, never)
    ]


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("„Wir sind am Ende“ – Innung <Bäcker Nord> ||| Es regnete.", "de", ("Wir sind am Ende", "Bäcker Nord")),
        (
            "„Keine Angst vor Wölfen“, Försterin {Eva Roth} ||| Es regnete.",
            "de",
            ("Keine Angst vor Wölfen", "Eva Roth"),
        ),
        (
            "„Das war kein Unfall“ – Anwältin der Familie ||| Die Anwältin {Eva Roth} klagt.",
            "de",
            ("Das war kein Unfall", "Eva Roth"),
        ),
        (
            "Reederei: Drei Fähren weniger im Winter ||| {Jan Pohl} fährt gern.",
            "de",
            ("Drei Fähren weniger im Winter", "Reederei"),
        ),
        (
            "Sparkasse: Zwei Filialen schließen ab Mai ||| {Jan Pohl} zahlt bar.",
            "de",
            ("Zwei Filialen schließen ab Mai", "Sparkasse"),
        ),
        ("‘We are broken’ – farmers' union ||| {Ann Lee} came.", "en", ("We are broken", "farmers' union")),
        ("‘I saw the flames’ — driver {Tom Hale} ||| A depot burned.", "en", ("I saw the flames", "Tom Hale")),
        (
            "“It was no accident”: family lawyer ||| Family lawyer {Ann Lee} appealed. {Tom Hale} left.",
            "en",
            ("It was no accident", "Ann Lee"),
        ),
        (
            "Ferry operator: two boats fewer from October ||| {Tom Hale} rows.",
            "en",
            ("two boats fewer from October", "Ferry operator"),
        ),
        ("Polizei sucht Zeugen: Mann raubt Kiosk aus ||| Es regnete.", "de", ("Mann raubt Kiosk aus", "Polizei")),
        ("Gewerkschaft sauer: Lohn reicht nicht ||| Es regnete.", "de", ("Lohn reicht nicht", "Gewerkschaft")),
        ("Feuerwehr im Einsatz: Keller laufen voll ||| Es regnete.", "de", ("Keller laufen voll", "Feuerwehr")),
        (
            "Union boss slams cuts: ‘It is pure madness’ ||| Union boss {Ann Lee} spoke.",
            "en",
            ("It is pure madness", "Ann Lee"),
        ),
        ("Mayor backs down: tram line stays ||| Mayor {Ann Lee} spoke.", "en", ("tram line stays", "Ann Lee")),
        ("Doctors angry: ward to shut in May ||| It rained.", "en", ("ward to shut in May", "Doctors")),
        ("Council told bridge is unsafe ||| {Ann Lee} listened.", "en", ("bridge is unsafe", None)),
        ("Court told man lied about fire ||| {Ann Lee} listened.", "en", ("man lied about fire", None)),
        ("Harrow inquest told alarm was off ||| {Ann Lee} listened.", "en", ("alarm was off", None)),
    ],
)
def test_headline_without_speech_verb_has_speaker(line, language, expected):
    assert spoken(line, language)[0] == expected


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("„Faust“ im Park: Premiere ab Mai ||| Es regnete.", "de"),
        ("„Wir sind am Ende“ – ein Abend am See ||| Es regnete.", "de"),
        ("„Wir sind am Ende“ – {Eva Roth} verlässt den Rat ||| Es regnete.", "de"),
        ("Wetter: Sonne ab Mai ||| Es regnete.", "de"),
        ("“It was no accident” – a night in Harrow ||| It rained.", "en"),
        ("Weather: sun from May ||| It rained.", "en"),
        ("Council told to repair bridge ||| It rained.", "en"),
    ],
)
def test_other_headlines_have_no_speaker(line, language):
    assert not spoken(line, language)


@pytest.mark.parametrize(
    ("line", "language", "said"),
    [
        ("Der Rat stimmte zu. Und wer soll das am Ende bezahlen?", "de", "bezahlen?"),
        ("{Eva Roth} leitet das Museum. Es wird erwartet, dass 3.000 Gäste kommen.", "de", "3.000 Gäste kommen"),
        ("{Karl Dorn} wurde gefragt, ob er bleibe.", "de", "er bleibe"),
        ("Dann wurde der Trainer gefragt, warum er schweige.", "de", "warum er schweige"),
        ("{Ann Lee} runs the museum. It is expected that 3,000 guests will come.", "en", "3,000 guests will come"),
        ("{Ann Lee} runs the museum. It is hoped that the roof will hold.", "en", "the roof will hold"),
        ("{Tom Hale} was asked whether he would stay.", "en", "he would stay"),
        ("Then the coach was asked why nobody had run.", "en", "why nobody had run"),
    ],
)
def test_nobody_makes_open_question_or_expectation(line, language, said):
    before = BEFORE if language == "de" else EVENING
    ((words, who),) = spoken(before + line, language)
    assert said in words
    assert who is None


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("Ginge es nach {Karl Dorn}, würde die Halle abgerissen.", "de", ("würde die Halle abgerissen", "Karl Dorn")),
        ("Ginge es nach dem Wirt, bliebe die Straße zu.", "de", ("bliebe die Straße zu", "dem Wirt")),
        ("Geht es nach der <CDU>, sinkt die Steuer bald.", "de", ("sinkt die Steuer bald", "CDU")),
        ("Würde es nach {Eva Roth} gehen, führe ein Bus.", "de", ("führe ein Bus", "Eva Roth")),
        ("Wäre es nach den Anwohnern gegangen, stünde sie noch.", "de", ("stünde sie noch", "den Anwohnern")),
        ("Die Halle fiele morgen, wenn es nach {Eva Roth} ginge.", "de", ("Die Halle fiele morgen", "Eva Roth")),
        ("If {Tom Hale} had his way, the hall would go.", "en", ("the hall would go", "Tom Hale")),
        ("If the mayor gets her way, the road will close.", "en", ("the road will close", "the mayor")),
        ("If it were up to {Ann Lee}, trains would run all night.", "en", ("trains would run all night", "Ann Lee")),
        ("Were it up to residents, there would be a park.", "en", ("there would be a park", "residents")),
        ("Had {Tom Hale} had his way, the mill would stand.", "en", ("the mill would stand", "Tom Hale")),
        ("The hall would go tomorrow if {Ann Lee} had her way.", "en", ("The hall would go tomorrow", "Ann Lee")),
        ("{Karl Dorn} kennt das. Sein Rat lautet, dass alle früh säen.", "de", ("alle früh säen", "Karl Dorn")),
        (
            "{Eva Roth} prüfte alles. Ihre Antwort lautete, das Dach sei dicht.",
            "de",
            ("das Dach sei dicht", "Eva Roth"),
        ),
        ("{Eva Roth} prüfte alles. Ihr Fazit ist, dass es hält.", "de", ("es hält", "Eva Roth")),
        (
            "{Eva Roth} prüfte alles. Ihr erster Eindruck war, dass niemand zuhört.",
            "de",
            ("niemand zuhört", "Eva Roth"),
        ),
        (
            "{Ann Lee} knows. Her advice was that farmers should sow early.",
            "en",
            ("farmers should sow early", "Ann Lee"),
        ),
        ("{Tom Hale} knows. His answer was that nobody listened.", "en", ("nobody listened", "Tom Hale")),
    ],
)
def test_wish_and_noun_of_speech_have_speaker(line, language, expected):
    assert spoken((BEFORE if language == "de" else EVENING) + line, language) == [expected]


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        (
            "{Karl Dorn} sagte, {Eva Roth} habe ihm erzählt, dass die Kasse leer sei.",
            "de",
            ("die Kasse leer sei", "Eva Roth"),
        ),
        (
            "{Karl Dorn} sagte, seine Nachbarin habe ihm berichtet, das Haus stehe leer.",
            "de",
            ("das Haus stehe leer", "seine Nachbarin"),
        ),
        (
            "{Eva Roth} erklärte, ein Arzt habe ihr versichert, dass das Mittel wirke.",
            "de",
            ("das Mittel wirke", "ein Arzt"),
        ),
        ("{Tom Hale} said {Ann Lee} had told him that the till was empty.", "en", ("the till was empty", "Ann Lee")),
        ("{Tom Hale} said a neighbour had told him the house was empty.", "en", ("the house was empty", "a neighbour")),
        (
            "{Ann Lee} recalled that a doctor had assured her that it was safe.",
            "en",
            ("it was safe", "a doctor"),
        ),
        (
            "{Ann Lee} spoke. Asked by {Tom Hale} whether it held, she answered that it had been checked.",
            "en",
            ("it had been checked", "Ann Lee"),
        ),
        (
            "{Ann Lee} spoke. Asked by {Tom Hale} if it held, she replied that it had been checked.",
            "en",
            ("it had been checked", "Ann Lee"),
        ),
    ],
)
def test_source_of_source_speaks(line, language, expected):
    assert spoken((BEFORE if language == "de" else EVENING) + line, language)[-1] == expected


@pytest.mark.parametrize(
    ("line", "language", "words", "expected"),
    [
        (
            "„Der Wald stirbt“, sagte {Eva Roth}. Neben ihr stand {Karl Dorn}. ||| „Wir pflanzen jetzt Eichen.“",
            "de",
            "Eichen",
            "Eva Roth",
        ),
        (
            (
                "„Der Wald stirbt“, sagte {Eva Roth}. {Karl Dorn} nickte. ||| „Die Fichte fehlt. Das schmerzt uns.“ |||"
                " Es wurde still."
            ),
            "de",
            "schmerzt",
            "Eva Roth",
        ),
        (
            "„Wir kämpfen weiter“, sagte der Wirt. Draußen wartete {Eva Roth}. ||| „Aufgeben war nie mein Plan.“",
            "de",
            "Aufgeben",
            "der Wirt",
        ),
        (
            "“The wood is dying,” said {Ann Lee}. Beside her stood {Tom Hale}. ||| “We plant oaks now.”",
            "en",
            "oaks",
            "Ann Lee",
        ),
        (
            "“The wood is dying,” said {Ann Lee}. {Tom Hale} nodded. ||| “The spruce is gone. That hurts us.”",
            "en",
            "hurts",
            "Ann Lee",
        ),
        (
            "“We fight on,” said a baker. Outside waited {Ann Lee}. ||| “Giving up was never my plan.”",
            "en",
            "Giving up",
            "a baker",
        ),
    ],
)
def test_quotation_of_own_paragraph_goes_on(line, language, words, expected):
    found = spoken((BEFORE if language == "de" else EVENING) + line, language)
    assert [who for said, who in found if words in said] == [expected]


def test_thorough_answer_leaves_source_of_source():
    line = "Ein Abend ||| {Karl Dorn} sagte, seine Nachbarin habe ihm berichtet, das Haus stehe leer."
    text, names = marked(line)
    find_more, decide = finder_of(*SHIPPED), claimants_of(*SHIPPED)
    assert find_more is not None
    assert decide is not None
    found = decide(text, "de", find_more(text, "de", find(text, "de", names, never), names), names)
    said = {text[slice(*one.parts[0])]: text[slice(*one.speaker.part)] for one in found if one.speaker.part}
    assert said["das Haus stehe leer"] == "seine Nachbarin"
