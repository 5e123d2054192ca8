"""The author's advice and short judgements, and answers of an interview that tell of others."""

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_inner_sources import spoken
from tests.annotator.suggest.claims.test_passages import marked


def own(line, language):
    """Return the words of the author's own claims."""
    text, names = marked(line.replace(" ||| ", "\n\n"))
    found = find(text, language, names, never)
    return [text[slice(*one.parts[0])] for one in found if str(one.rule) == "author's own"]


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        (
            "How to buy a boiler ||| Above all, never sign anything. Ask for two quotes.",
            "en",
            ["Above all, never sign anything", "Ask for two quotes"],
        ),
        ("A boiler ||| Don't pay in cash. {Rosa Finch} bought one in May.", "en", ["Don't pay in cash"]),
        ("A boiler ||| It rained. First, do not panic. It snowed.", "en", ["First, do not panic"]),
        ("Boilers ||| Always read the label. It rained.", "en", ["Always read the label"]),
        (
            "Boilers ||| Check the label. Take your time. Keep all receipts. It rained.",
            "en",
            ["Check the label", "Take your time", "Keep all receipts"],
        ),
        (
            "So kaufen Sie einen Ofen ||| Prüfen Sie die Rechnung, bevor Sie zahlen.",
            "de",
            ["Prüfen Sie die Rechnung, bevor Sie zahlen"],
        ),
        ("Der Ofen ||| Vor allem: Kaufen Sie keinen alten Ofen.", "de", ["Vor allem: Kaufen Sie keinen alten Ofen"]),
    ],
)
def test_advice_is_a_demand_of_the_author(line, language, expected):
    assert own(line, language) == expected


@pytest.mark.parametrize(
    ("line", "language", "words"),
    [
        ("Ban the bagpipe ||| The pipers deserve no scorn. It rained.", "en", "The pipers deserve no scorn"),
        ("Ban the bagpipe ||| Their case is fair. It rained.", "en", "Their case is fair"),
        ("The verdict ||| The prosecution's argument is weak.", "en", "The prosecution's argument is weak"),
        ("Zum Tod ||| Wer sie hörte, lachte. Das ist kaum zu hoch gegriffen.", "de", "Das ist kaum zu hoch gegriffen"),
        ("Zum Tod ||| Das ist keineswegs übertrieben. Es regnete.", "de", "Das ist keineswegs übertrieben"),
        ("Der Rat ||| Wer das glaubt, irrt. Es regnete.", "de", "Wer das glaubt, irrt"),
    ],
)
def test_short_judgement_is_the_authors(line, language, words):
    assert words in own(line, language)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("A boiler ||| Never before had it snowed in May. Do they run? Always a bore, he left.", "en"),
        ("A walk ||| Keep in touch was all he wrote. Make no mistake was his motto.", "en"),
        ("Der Ofen ||| Haben Sie Fragen, hilft der Verein. Kaufen Sie bis Mai, gilt der Rabatt.", "de"),
        ("Der Ofen ||| Möchten Sie mehr wissen? Zahlen Sie?", "de"),
    ],
)
def test_reports_and_conditions_are_no_advice(line, language):
    assert own(line, language) == []


TALK = "Der Imker {Jost Reuter} im Gespräch. ||| Herr {Reuter}, machen Sie weiter? ||| %s ||| Und die Bienen? ||| Gut."


def test_answer_tells_what_another_thinks():
    found = spoken((TALK % "Meine Frau zweifelt. Sie meint, die Bienen seien faul.").replace(" ||| ", "\n\n"), "de")
    assert ("Sie meint, die Bienen seien faul", "Reuter") in found
    assert any(words == "die Bienen seien faul" for words, _ in found)


@pytest.mark.parametrize("answer", ["Ich glaube, nein.", "Ich denke, ja.", "Ich fürchte schon."])
def test_mere_yes_or_no_is_no_claim(answer):
    found = spoken((TALK % f"{answer} Der Rücken schmerzt.").replace(" ||| ", "\n\n"), "de")
    assert [words for words, _ in found] == ["Der Rücken schmerzt"]
