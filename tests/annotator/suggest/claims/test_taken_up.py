"""Who disputes, accepts or leaves open a claim of the sentence before, without saying it again."""

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_passages import marked


def last(line, language):
    """Return the words, the claimant and the stance of the last claim."""
    text, names = marked("Ein Tag ||| ".replace(" ||| ", "\n\n") + line)
    one = find(text, language, names, never)[-1]
    part = one.speaker.part
    said = None if part is None else text[part[0] : part[1]]
    stance = "refutes" if one.refutes else "unclear" if one.unclear else "affirms"
    return " | ".join(text[slice(*each)] for each in one.parts), said, stance


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Die Kasse schätzt den Verlust auf drei Millionen Euro. Direktor {Nick Sarto} bestreitet die Zahl.",
            ("den Verlust auf drei Millionen Euro", "Nick Sarto", "refutes"),
        ),
        (
            "Der Verein spricht von 400 Gästen. Die Polizei bezweifelt diese Angabe.",
            ("400 Gästen", "Die Polizei", "refutes"),
        ),
        (
            "Die Müllerin sagt, das Korn sei feucht gewesen. Den Vorwurf bestreitet Bauer {Karl Dorn}.",
            ("das Korn sei feucht gewesen", "Karl Dorn", "refutes"),
        ),
        (
            "{Eva Roth} meint, das Wehr halte. Der Taucher glaubt das nicht.",
            ("das Wehr halte", "Der Taucher", "refutes"),
        ),
        (
            "{Karl Dorn} sagte, der Turm sei verkauft. Das stimme nicht, entgegnete {Eva Roth}.",
            ("der Turm sei verkauft", "Eva Roth", "refutes"),
        ),
        (
            "{Karl Dorn} sagte, der Turm sei verkauft. Davon könne keine Rede sein, stellte {Eva Roth} klar.",
            ("der Turm sei verkauft", "Eva Roth", "refutes"),
        ),
        (
            (
                "Die Pumpe sei gewartet worden, sagte {Uwe Stahl}. {Dora Zink} hat eine solche Wartung nicht in"
                " Erinnerung."
            ),
            ("Die Pumpe sei gewartet worden", "Dora Zink", "unclear"),
        ),
        (
            "Der Koch sagte, die Suppe sei kalt gewesen. Die Kellnerin kann sich daran nicht erinnern.",
            ("die Suppe sei kalt gewesen", "Die Kellnerin", "unclear"),
        ),
        (
            "{Uwe Stahl} sagte, die Pumpe sei neu. {Dora Zink} wollte dies weder bejahen noch bestreiten.",
            ("die Pumpe sei neu", "Dora Zink", "unclear"),
        ),
        (
            "{Karl Dorn} forderte ein Tempolimit. Die Ministerin lehnt das ab.",
            ("ein Tempolimit", "Die Ministerin", "refutes"),
        ),
        (
            "Der Rat sei bestochen, sagte {Karl Dorn}. Das wies der Verein am Montag zurück.",
            ("Der Rat sei bestochen", "der Verein", "refutes"),
        ),
        (
            "{Karl Dorn} behauptet, der Turm sei schief. {Eva Roth} sagt, das stimme nicht.",
            ("der Turm sei schief", "Eva Roth", "refutes"),
        ),
    ],
)
def test_german_claim_is_taken_up_again(line, expected):
    assert last(line, "de") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The <Bread Guild> puts the loss at £3m. {Orr} disputes the sum.", ("the loss at £3m", "Orr", "refutes")),
        (
            "{Lyle} said the loss was £3m and that the ovens were old. {Orr} contests the figure.",
            ("the loss was £3m and that the ovens were old", "Orr", "refutes"),
        ),
        (
            "{Lyle} said she had been told to hide the pies. The café denies that account of things.",
            ("she had been told to hide the pies", "The café", "refutes"),
        ),
        (
            "{Lyle} said the pies were cold. The café rejects that reading of events.",
            ("the pies were cold", "The café", "refutes"),
        ),
        (
            "{Kent} argued that the harp was stolen. {Lind} agrees with her there, though on little else.",
            ("the harp was stolen", "Lind", "affirms"),
        ),
        (
            "{Kent} argued that the harp was stolen. {Lind} sides with him on this.",
            ("the harp was stolen", "Lind", "affirms"),
        ),
        ("{Lyle} said the pies were cold. The baker accepts this.", ("the pies were cold", "The baker", "affirms")),
        (
            "{Lyle} said the pies were cold. The baker does not dispute this.",
            ("the pies were cold", "The baker", "affirms"),
        ),
        (
            "{Lyle} said the pies were cold. {Orr} could neither confirm nor deny that.",
            ("the pies were cold", "Orr", "unclear"),
        ),
        (
            "{Kent} argued that the harp was stolen. That claim was rejected by {Lind}.",
            ("the harp was stolen", "Lind", "refutes"),
        ),
        (
            "{Kent} argued that the harp was stolen. {Lind} has dismissed the allegation.",
            ("the harp was stolen", "Lind", "refutes"),
        ),
    ],
)
def test_english_claim_is_taken_up_again(line, expected):
    assert last(line, "en") == expected


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("{Lyle} said the pies were cold, a claim the baker denies.", "the baker"),
        ("{Lyle} said the pies were cold, something that <Orme Foods> disputes.", "Orme Foods"),
        ("{Lyle} said the pies were cold, an allegation {Orr} has strongly denied.", "Orr"),
        ("The guild claimed that flour was short, a suggestion <Orme Foods> rejects.", "Orme Foods"),
        ("The guild claimed that flour was short, a claim till records do not support.", "till records"),
        ("{Lyle} insisted that the oven was new, something {Kent} disputed.", "Kent"),
    ],
)
def test_claim_is_disputed_within_its_own_sentence(line, who):
    words, claimant, stance = last(line, "en")
    assert (claimant, stance) == (who, "refutes")
    assert words


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("{Karl Dorn} sagte, der Turm sei verkauft. Niemand glaubt das nicht.", "de"),
        ("{Karl Dorn} sagte, der Turm sei verkauft. {Eva Roth} bestreitet die Zahl der Besucher.", "de"),
        ("{Karl Dorn} sagte, der Turm sei verkauft. {Eva Roth} erinnert sich gern an den Turm.", "de"),
        ("{Kent} argued that the harp was stolen. {Lind} agreed with her.", "en"),
        ("{Kent} argued that the harp was stolen. Nobody disputes that.", "en"),
        ("{Kent} argued that the harp was stolen. {Lind} rejected the claim for damages.", "en"),
    ],
)
def test_only_whole_earlier_claims_are_taken_up(line, language):
    text, names = marked(f"Ein Tag\n\n{line}")
    spans = [one.parts for one in find(text, language, names, never)]
    assert len(spans) == len(set(spans))


def test_rejection_that_opens_a_paragraph_takes_nothing_up():
    line = "Der Rat sei bestochen, sagte {Karl Dorn}.\n\nDer Verein wies das zurück. Es sei Neid, sagte {Eva Roth}."
    text, names = marked(line)
    assert not any(one.refutes for one in find(text, "de", names, never))
