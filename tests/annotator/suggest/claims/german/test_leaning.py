"""German claims inside claims, after nouns and adjectives, in documents, and of the author."""

import pytest

from tests.annotator.suggest.claims.read import claims, found_claims

FIRST = "Eine ruhige Woche\n\nNichts geschah. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Roth konterte, der Plan sei alt.", ("der Plan sei alt", "konterte", "Eva Roth")),
        ("Ihr Anwalt hatte auf Freispruch plädiert.", ("Freispruch", "plädiert", "Ihr Anwalt")),
        ("Nordwerk peilt 300 Millionen Euro Umsatz an.", ("300 Millionen Euro Umsatz", "peilt", "Nordwerk")),
        (
            "Die Ernte fiel nach Messungen der Uni Moor mager aus.",
            ("Die Ernte fiel | mager aus", "nach Messungen", "der Uni Moor"),
        ),
        ("Die Ermittler schließen Brandstiftung nicht aus.", ("Brandstiftung", "schließen", "Die Ermittler")),
        ("Klaus Berg hält fest, dass Geld fehlt.", ("Geld fehlt", "hält", "Klaus Berg")),
        (
            "Der Brand kostet nach ersten Schätzungen der Polizei eine Million.",
            ("Der Brand kostet | eine Million", "nach ersten Schätzungen", "der Polizei"),
        ),
        ("Klaus Berg zeigte sich sicher, dass er siegt.", ("er siegt", "sicher", "Klaus Berg")),
        ("Die Veranstalter sprachen von 900.", ("900", "sprachen", "Die Veranstalter")),
        ("Eva Roth hält das für abwegig.", ("das für abwegig", "hält", "Eva Roth")),
        ("Eva Roth sieht darin keinen Gewinn.", ("darin keinen Gewinn", "sieht", "Eva Roth")),
        ("Klaus Berg ist überzeugt, dass die Brücke hält.", ("die Brücke hält", "überzeugt", "Klaus Berg")),
        ("Klaus Berg vertritt die Ansicht, dass Geld fehlt.", ("Geld fehlt", "Ansicht", "Klaus Berg")),
        ("Im Vertrag steht, dass der Turm bleibt.", ("der Turm bleibt", "steht", "Vertrag")),
        ("Aus der Akte geht hervor, dass sie log.", ("sie log", "geht", "der Akte")),
        ("Strom soll dem Vernehmen nach knapp werden.", ("Strom soll | knapp werden", "dem Vernehmen nach", None)),
        ("Eva Roth schilderte, wie das Dach einstürzte.", ("wie das Dach einstürzte", "schilderte", "Eva Roth")),
        (
            "Zwei mit dem Fall befasste Beamte sprachen von 30 Opfern.",
            ("30 Opfern", "sprachen", "Zwei mit dem Fall befasste Beamte"),
        ),
        ("Eva Roth lobte den Bau und mahnte zugleich mehr Licht an.", ("mehr Licht", "mahnte", "Eva Roth")),
        ("Im Rathaus hält man die Rechnung für falsch.", ("die Rechnung für falsch", "hält", "Rathaus")),
        ("Auf die Frage, ob er gehe, lachte er.", ("er gehe", "Frage", None)),
        ("Aus Berlin hieß es, das Amt werde verlegt.", ("das Amt werde verlegt", "hieß", None)),
        (
            "Eine Studie, wonach der Deich sinkt, habe den Rat überzeugt, sagte Eva Roth.",
            ("Eine Studie, wonach der Deich sinkt, habe den Rat überzeugt", "sagte", "Eva Roth"),
        ),
        (
            "Eva Roth sagte, die Studie, wonach der Deich sinkt, habe den Rat überzeugt.",
            ("die Studie, wonach der Deich sinkt, habe den Rat überzeugt", "sagte", "Eva Roth"),
        ),
        ("Eine Studie, wonach der Deich sinkt, überzeugte alle.", ("der Deich sinkt", "wonach", "Eine Studie")),
        (
            "Eva Roth sagte, das Dach, das seit Mai leckt, werde erneuert.",
            ("das Dach, das seit Mai leckt, werde erneuert", "sagte", "Eva Roth"),
        ),
        (
            "Nordwerk wächst, teilte die Initiative „Rettet den Park“ mit.",
            ("Nordwerk wächst", "teilte", "die Initiative „Rettet den Park“"),
        ),
    ],
)
def test_claims_of_nouns_documents_and_longer_phrases(text, expected):
    assert expected in claims(FIRST + text, "de")


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Die Initiative um Eva Roth sammelte nach eigenen Angaben 90 Namen.", "Die Initiative"),
        ("Der Verein, gegründet von Nordwerk, sammelte nach eigenen Angaben 90 Namen.", "Der Verein"),
        (
            "Im Mai sammelte die Initiative „Berlin blüht“ nach eigenen Angaben 90 Namen.",
            "die Initiative „Berlin blüht“",
        ),
        ("Im Mai baute die Firma „Nordwerk“ nach eigenen Angaben 90 Hallen.", "Nordwerk"),
    ],
)
def test_own_account_is_of_the_subject(text, claimant):
    assert claims(FIRST + text, "de")[-1][2] == claimant


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Lotsen kündigen Streik an", ("kündigen Streik an", "kündigen", "Lotsen")),
        ("Busfahrer drohen mit Streik", ("drohen mit Streik", "drohen", "Busfahrer")),
        ("Lotsen kündigen neuen Streik im Mai an", ("neuen Streik im Mai", "kündigen", "Lotsen")),
        ("Ermittler schließen Mord nicht aus", ("Mord", "schließen", "Ermittler")),
    ],
)
def test_single_word_of_a_headline_keeps_its_verb(headline, expected):
    assert claims(f"{headline}\n\nEs regnete.", "de") == [expected]


def test_reported_speech_inside_reported_speech_has_its_own_claim():
    text = FIRST + "Eva Roth klagte, das Dach sei undicht. Der Vermieter habe gesagt, es werde im Mai geflickt."
    assert claims(text, "de")[1:] == [
        ("Der Vermieter habe gesagt, es werde im Mai geflickt", None, "Eva Roth"),
        ("es werde im Mai geflickt", "gesagt", "Der Vermieter"),
    ]


def test_speech_goes_on_with_an_unusual_subjunctive():
    text = FIRST + "Eva Roth schwieg lange, dann sagte sie, es reiche. Ein Rücktritt kläre gar nichts."
    assert claims(text, "de")[-1] == ("Ein Rücktritt kläre gar nichts", None, "Eva Roth")


def test_dispute_repeats_the_claim_before_it():
    text = FIRST + "Laut Nordwerk ist der Boden sauber. Klaus Berg widerspricht dieser Darstellung."
    found = found_claims(text, "de")
    assert found[-1].words == found[0].words == ("ist der Boden sauber",)
    assert (found[-1].speaker, found[-1].refutes) == ("Klaus Berg", True)


def test_demnach_goes_on_with_the_source_before_it():
    text = FIRST + "Laut Nordwerk ist der Boden sauber. Im See leben demnach wieder Hechte."
    assert claims(text, "de")[-1] == ("Im See leben | wieder Hechte", "demnach", "Nordwerk")


def test_initial_of_a_defendant_is_a_name():
    text = FIRST + "R. hatte die Kasse geleert. Nach der Pause hat R. die Tat eingeräumt."
    found = found_claims(text, "de")
    assert (found[-1].speaker, found[-1].named) == ("R.", True)


def test_ministry_is_a_name_and_union_is_not_the_firm():
    ministry = found_claims(FIRST + "Das Verkehrsministerium teilte mit, die Strecke sei sicher.", "de")
    assert (ministry[0].speaker, ministry[0].named) == ("Verkehrsministerium", True)
    union = found_claims(FIRST + "Nordwerk wächst. Die Gewerkschaft sagte, es fehle Personal.", "de")
    assert (union[0].speaker, union[0].named) == ("Die Gewerkschaft", False)


@pytest.mark.parametrize(
    "text",
    ["Klaus Berg nannte keine Zahlen.", "Davon will Klaus Berg nichts wissen.", "Klaus Berg sah aus dem Fenster."],
)
def test_refusals_and_looks_are_not_claims(text):
    assert claims(FIRST + text, "de") == []


def test_verdict_of_the_author_is_a_claim_in_any_genre():
    text = FIRST + "Laut Nordwerk ist der Hafen voll. Das klingt nach Ausrede. Der Wind drehte."
    found = found_claims(text, "de")
    assert [(each.words, each.kind, each.rule) for each in found[1:]] == [
        (("Das klingt nach Ausrede",), "opinion", "author's own")
    ]
