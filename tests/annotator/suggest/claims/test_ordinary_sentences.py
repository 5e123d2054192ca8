"""Claims, claimants and denials in the sentences of which most news stories consist, in both languages."""

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_passages import marked


def every(line, language):
    """Return parts, claimant and whether it is denied, of each claim."""
    text, names = marked(line)
    return [
        (
            " | ".join(text[start:end] for start, end in one.parts),
            None if one.speaker.part is None else text[slice(*one.speaker.part)],
            one.refutes,
        )
        for one in find(text, language, names, never)
    ]


@pytest.mark.parametrize(
    ("line", "claimant"),
    [
        ("<Harrow Council> met. The port authority denied that oil had leaked.", "The port authority"),
        ("<Harrow Port Authority> met. The port authority denied that oil had leaked.", "Harrow Port Authority"),
        ("<Harrow Council> met. The local authority denied that oil had leaked.", "Harrow Council"),
    ],
)
def test_port_authority_is_no_council(line, claimant):
    assert every(line, "en") == [("oil had leaked", claimant, True)]


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("The port authority denied a leak.", "en", ("a leak", "The port authority", True)),
        ("Residents reported hearing a loud bang.", "en", ("hearing a loud bang", "Residents", False)),
        ("Die Firma rechnet nicht damit, dass Öl fehlt.", "de", ("Öl fehlt", "Die Firma", True)),
        ("Die Firma rechnet damit, dass nicht viel fehlt.", "de", ("nicht viel fehlt", "Die Firma", False)),
        ("Die Firma wies den Vorwurf zurück, Öl sei verschwunden.", "de", ("Öl sei verschwunden", "Die Firma", True)),
        ("Das Amt wies die Klage zurück, sie sei zu spät.", "de", ("sie sei zu spät", "Das Amt", False)),
        ("Öl sei da, sagte der Rat in einer Mitteilung.", "de", ("Öl sei da", "der Rat", False)),
        ("Öl sei da, sagte der Rat in Weifang.", "de", ("Öl sei da", "der Rat in Weifang", False)),
        ("Laut {Eva Roth}, die das Amt leitet, fehlen 90 Liter Öl.", "de", ("fehlen 90 Liter Öl", "Eva Roth", False)),
        ("Angaben der Polizei zufolge brannte Öl.", "de", ("brannte Öl", "der Polizei", False)),
        (
            "Das Gutachten sieht die Kosten bei drei bis 4 Euro.",
            "de",
            ("die Kosten bei drei bis 4 Euro", "Das Gutachten", False),
        ),
        ("{James}’ lawyer said it was late.", "en", ("it was late", "James’ lawyer", False)),
        ("In a note the sisters' lawyer said it was late.", "en", ("it was late", "the sisters' lawyer", False)),
        ("The <Harrow Trust>’s argument is that pay fell.", "en", ("pay fell", "Harrow Trust", False)),
        ("Nach Angaben des Richters {Klaus Berg} fehlt Öl.", "de", ("fehlt Öl", "Klaus Berg", False)),
        (
            "Nach Angaben der Anwältin des Richters {Klaus Berg} fehlt Öl.",
            "de",
            ("fehlt Öl", "der Anwältin des Richters Klaus Berg", False),
        ),
    ],
)
def test_claim_claimant_and_denial(line, language, expected):
    assert every(line, language) == [expected]


@pytest.mark.parametrize("line", ["Residents reported a fire.", "The port authority denied it."])
def test_act_without_content_is_no_claim(line):
    assert every(line, "en") == []


@pytest.mark.parametrize(
    ("line", "language", "inner"),
    [
        ("{Ann Lee} said {Tom Hale} had told the board that oil had leaked.", "en", ("oil had leaked", "Tom Hale")),
        ("{Ann Lee} said {Tom Hale} had told of a plan that had failed.", "en", None),
        ("{Ann Lee} said she had told the board that oil had leaked.", "en", None),
        ("{Eva Roth} sagte, ein Zeuge habe der Polizei gesagt, Öl sei da.", "de", ("Öl sei da", "ein Zeuge")),
        ("{Eva Roth} sagte, sie habe der Polizei gesagt, Öl sei da.", "de", None),
        ("{Eva Roth} sagte, ein Zeuge habe das schon gesagt, Öl sei da.", "de", None),
    ],
)
def test_words_told_to_somebody_else_are_claims(line, language, inner):
    found = [one[:2] for one in every(line, language)]
    assert found[1:] == ([] if inner is None else [inner])


@pytest.mark.parametrize(
    ("line", "language", "claimant"),
    [
        ("<Lindenau>: Streit um die Brücke ||| Es regnete.", "de", None),
        ("<Lindenau>: Brücke bleibt zu ||| Es regnete in Lindenau.", "de", None),
        ("<Nordwerk>: Brücke bleibt zu ||| Es regnete.", "de", "Nordwerk"),
        ("Experte: Streit um Brücke schadet allen ||| Es regnete.", "de", "Experte"),
        ("<Harrow>: Row over bridge ||| It rained.", "en", None),
        ("<Harrow>: Bridge to stay shut ||| In Harrow it rained.", "en", None),
        ("<Nordwerk>: Bridge to stay shut ||| Shares in Nordwerk fell.", "en", "Nordwerk"),
        ("{Storm Eva}: What to expect ||| It rained.", "en", None),
    ],
)
def test_topic_of_headline_does_not_speak(line, language, claimant):
    found = every(line, language)
    assert [one[1] for one in found] == ([] if claimant is None else [claimant])


@pytest.mark.parametrize(
    "line",
    [
        "Residents of <Hebden> had complained for months.",
        "Residents had warned for many years.",
        "{Josh Fenton} called that answer shameless.",
    ],
)
def test_time_or_object_of_verb_is_no_clause(line):
    assert every(line, "en") == []


def test_called_that_a_disgrace_is_one_claim():
    assert every("{Josh Fenton} called that a disgrace.", "en") == [("that a disgrace", "Josh Fenton", False)]


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        ("Bis Fulda brauche man eine Stunde.", True),
        ("Damit sei der Streit beendet.", True),
        ("Während der Ferien müsse man warten.", True),
        ("Als sei nichts geschehen, feierte die Stadt.", False),
        ("Bis das Geld komme, baut die Stadt nicht.", False),
    ],
)
def test_subjunctive_goes_on_behind_adverb(line, goes_on):
    found = every(f"„Das ist schlimm“, sagte die Hebamme {{Sabine Thoma}}. {line}", "de")[1:]
    assert found == ([(line[:-1], "Sabine Thoma", False)] if goes_on else [])


@pytest.mark.parametrize(
    "line",
    ["{Olaf Lies} ließ offen, ob das Land vermitteln werde.", "Ob das Land vermitteln werde, ließ er offen."],
)
def test_question_left_open_is_no_claim(line):
    assert every(f"Der Streik schade allen, warnte {{Olaf Lies}}. {line}", "de")[1:] == []


def test_second_verb_without_infinitive_claims_nothing():
    assert every("Will nicht bauen und will Geld.", "de") == []


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("{Ann Lee} disputes this: the pump ran all night.", "en", [("the pump ran all night", False)]),
        ("The firm denied that on Monday: “The pump ran all night.”", "en", [("The pump ran all night", False)]),
        (
            "{Ann Lee} doubted that the pump had failed: it was tested in May.",
            "en",
            [("the pump had failed", True), ("it was tested in May", False)],
        ),
        ("{Eva Roth} bestreitet dies: Ihre Pumpe sei gelaufen.", "de", [("Ihre Pumpe sei gelaufen", False)]),
        ("Das bestritt {Eva Roth}: „Die Pumpe ist gelaufen.“", "de", [("Die Pumpe ist gelaufen", False)]),
        ("Das Werk wies den Vorwurf zurück: Öl sei genug da.", "de", [("Öl sei genug da", False)]),
        (
            "{Eva Roth} bezweifelt, dass die Pumpe ausfiel: Sie sei im Mai geprüft worden.",
            "de",
            [("die Pumpe ausfiel", True), ("Sie sei im Mai geprüft worden", False)],
        ),
    ],
)
def test_words_after_colon_of_denial_are_affirmed(line, language, expected):
    text = f"{line} Es war Montag." if language == "de" else f"{line} It was Monday."
    assert [(words, denied) for words, _, denied in every(text, language)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Her deputy, {Tom Hale}, said the pumps failed twice.", ("the pumps failed twice", "Tom Hale", False)),
        ("{Tom Hale}, 46, said the pumps run all night.", ("the pumps run all night", "Tom Hale", False)),
        ("Its owner, <Harrow Ltd>, said the pumps run all night.", ("the pumps run all night", "Harrow Ltd", False)),
        ("A pump, the oldest, failed twice, said {Tom Hale}.", ("A pump, the oldest, failed twice", "Tom Hale", False)),
    ],
)
def test_apposition_of_subject_is_no_claim(line, expected):
    assert every(f"{line} It was late.", "en") == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "The board said it had tested the pump in May and had found no leak.",
            "it had tested … and had found no leak",
        ),
        ("The board says it has tested the pump, and has found no leak.", "it has tested … and has found no leak"),
    ],
)
def test_second_half_in_the_perfect_belongs_to_the_claim(line, expected):
    begins, ends = expected.split(" … ")
    ((claim, claimant, _denied),) = every(f"{line} It was late.", "en")
    assert claim.startswith(begins)
    assert claim.endswith(ends)
    assert claimant == "The board"


def test_words_told_in_the_second_half_are_a_claim_too():
    line = "{Ann Lee} said the driver had been ill and had told colleagues he was late. It rained."
    assert every(line, "en") == [
        ("the driver had been ill and had told colleagues he was late", "Ann Lee", False),
        ("he was late", "the driver", False),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{Ann Lee} denies the theft and has said she will appeal.", ["the theft", "she will appeal"]),
        ("{Ann Lee} has said the pump has failed and has called for a ban.", ["the pump has failed", "a ban"]),
        ("{Ann Lee} said it was late and warned that rain would come.", ["it was late", "rain would come"]),
    ],
)
def test_second_act_of_the_speaker_is_a_claim_of_its_own(line, expected):
    assert [claim for claim, _, _ in every(f"{line} It was late.", "en")] == expected


@pytest.mark.parametrize(
    ("line", "claimant"),
    [
        ("Die Firma bestätigte den Fund, nicht aber die Menge: Davon stehe im Bericht nichts.", "Die Firma"),
        ("{Eva Roth} forderte neue Pumpen, auch im Mai: Davon stehe im Bericht nichts.", "Eva Roth"),
        ("{Eva Roth} lehnte ab, wie schon im Mai: Davon stehe im Bericht nichts.", "Eva Roth"),
    ],
)
def test_subjunctive_after_later_colon_is_a_claim(line, claimant):
    found = every(f"{line} Es war spät.", "de")
    assert found[-1] == ("Davon stehe im Bericht nichts", claimant, False)
    assert all(" im Bericht" not in claim for claim, _, _ in found[:-1])


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("The mayor's claims rest on two studies.", "en"),
        ("The mayors’ claims rest on two studies.", "en"),
        ("{Eva Roth} verwies auf den Jahresbericht, der im März erscheint.", "de"),
        ("Das Amt verwies auf das laufende Verfahren.", "de"),
    ],
)
def test_words_that_tell_nothing_are_no_claim(line, language):
    assert every(f"{line} {'It was late.' if language == 'en' else 'Es war spät.'}", language) == []


@pytest.mark.parametrize(
    ("line", "language", "claim"),
    [
        ("The mayor claims rents are falling.", "en", "rents are falling"),
        ("Das Amt verwies auf den Bericht, der Bau sei dicht.", "de", "der Bau sei dicht"),
        ("Das Amt verwies auf steigende Preise.", "de", "steigende Preise"),
    ],
)
def test_words_that_tell_something_stay_a_claim(line, language, claim):
    found = every(f"{line} {'It was late.' if language == 'en' else 'Es war spät.'}", language)
    assert [words for words, _, _ in found] == [claim]
