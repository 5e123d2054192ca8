"""“The bank” means the bank that acted last in its paragraph; between two others the claimant stays open."""

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_passages import marked


def candidates(line, language, words):
    """Return the claimant of the claim with these words, and the others that it may be."""
    text, names = marked(line)
    (one,) = (one for one in find(text, language, names, never) if words in text[slice(*one.parts[0])])
    able = [one.speaker.name, *one.speaker.rivals]
    return [text[name.start : name.end] for name in able if name is not None]


@pytest.mark.parametrize(
    ("line", "language", "words", "expected"),
    [
        (
            "<Alder Bank> closed its branch after a talk with <Harrow Bank>. The bank plans to sell the house.",
            "en",
            "sell the house",
            ["Alder Bank"],
        ),
        (
            "<Alder Bank> lent money to <Clay Motors>. The bank plans to lend more.",
            "en",
            "lend more",
            ["Alder Bank"],
        ),
        (
            "<Harrow Bank> fell. ||| <Clay Motors> owes <Alder Bank> £3m. The bank plans to wait.",
            "en",
            "wait",
            ["Alder Bank"],
        ),
        ("<Clayden> cut 200 jobs. The bank plans to hire again.", "en", "hire again", ["Clayden"]),
        (
            "<Clay Motors> owes money to <Harrow Bank> and <Alder Bank>. The bank plans to wait.",
            "en",
            "wait",
            ["Alder Bank", "Harrow Bank"],
        ),
        (
            "Die <Auenbank> schloss ihre Filiale gegen den Rat der <Nordbank>. Die Bank will das Haus verkaufen.",
            "de",
            "verkaufen",
            ["Auenbank"],
        ),
        (
            "Die <Auenbank> gab der <Klee Motoren AG> Kredit. Die Bank will noch mehr Geld leihen.",
            "de",
            "leihen",
            ["Auenbank"],
        ),
    ],
)
def test_bank_is_who_acted_last_or_open_between_two(line, language, words, expected):
    assert candidates(line, language, words) == expected
