import pytest

from tests.annotator.suggest.claims.read import claims, found_claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Die Halle ist marode“, sagte Ministerin Eva Roth am Montag.", ("Die Halle ist marode", "sagte", "Eva Roth")),
        ("„Die Halle“, sagte Eva Roth, „ist marode.“", ("Die Halle | ist marode", "sagte", "Eva Roth")),
        ("»Wir haben verloren«, so Trainer Klaus Berg.", ("Wir haben verloren", "so", "Klaus Berg")),
        ("Klaus Berg sagte: „Wir haben verloren.“", ("Wir haben verloren", "sagte", "Klaus Berg")),
        ("„Warum hilft niemand?“, fragte Klaus Berg.", ("Warum hilft niemand?", "fragte", "Klaus Berg")),
        (
            "„Das Lager war 😀 leer“, heißt es in einem Brief des Vereins.",
            ("Das Lager war 😀 leer", "heißt", "einem Brief des Vereins"),
        ),
    ],
)
def test_quotation_with_speech_verb(text, expected):
    (found,) = found_claims(text, "de")
    assert (" | ".join(found.words), found.cue, found.speaker) == expected
    assert (found.form, found.rule) == ("direct", "quotation")


@pytest.mark.parametrize("text", ["Klaus Berg sagte, ohne", "Klaus Berg sagte, außer\n"])
def test_text_may_end_within_a_clause(text):
    assert found_claims(text, "de") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Klaus Berg sagte, dass die Halle marode sei.", ("die Halle marode sei", "sagte", "Klaus Berg")),
        (
            "Klaus Berg sagte, ohne die Halle sei der Aufstieg wertlos.",
            ("ohne die Halle sei der Aufstieg wertlos", "sagte", "Klaus Berg"),
        ),
        ("Die Halle sei marode, sagte Klaus Berg.", ("Die Halle sei marode", "sagte", "Klaus Berg")),
        ("Es sei, so Klaus Berg, ein gutes Jahr.", ("Es sei | ein gutes Jahr", "so", "Klaus Berg")),
        ("Der Verein kündigte an, die Halle zu verkaufen.", ("die Halle zu verkaufen", "kündigte", "Der Verein")),
        ("Der Verein hat angekündigt, zu verkaufen.", ("zu verkaufen", "angekündigt", "Der Verein")),
        ("Die Firma teilte mit, sie baue um. ", ("sie baue um", "teilte", "Die Firma")),
        ("Wie die Polizei mitteilte, brannte ein Lager.", ("brannte ein Lager", "mitteilte", "die Polizei")),
        (
            "Laut Polizei wurde niemand verletzt; Nachbarn bezweifeln das.",
            ("wurde niemand verletzt", "Laut", "Polizei"),
        ),
        ("Laut Polizei wurde niemand verletzt.", ("wurde niemand verletzt", "Laut", "Polizei")),
        (
            "Verletzt wurde nach Angaben der Polizei niemand.",
            ("Verletzt wurde | niemand", "nach Angaben", "der Polizei"),
        ),
        (
            "Die Zahl stieg nach Angaben des Rates 2023 stark.",
            ("Die Zahl stieg | 2023 stark", "nach Angaben", "des Rates"),
        ),
        ("Nach den Worten von Eva Roth fehlt Geld.", ("fehlt Geld", "Nach den Worten von", "Eva Roth")),
        ("Nach Ansicht von Klaus Berg fehlt Geld.", ("fehlt Geld", "Nach Ansicht von", "Klaus Berg")),
        (
            "Der Schaden liegt dem Landgericht Osnabrück zufolge bei 3 Millionen Euro.",
            ("Der Schaden liegt | bei 3 Millionen Euro", "zufolge", "Landgericht Osnabrück"),
        ),
        ("Klaus Berg fragte, warum niemand half.", ("warum niemand half", "fragte", "Klaus Berg")),
        ("Eine Umfrage ergab, dass jeder Dritte friert.", ("jeder Dritte friert", "ergab", "Eine Umfrage")),
    ],
)
def test_reported_clause_without_its_introduction(text, expected):
    (found,) = found_claims(text, "de")
    assert (" | ".join(found.words), found.cue, found.speaker) == expected
    assert found.form == "indirect"


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Die Opposition forderte ein Tempolimit.", "ein Tempolimit", "demand"),
        ("Der Dienst warnte vor schweren Sturmböen.", "schweren Sturmböen", "prediction"),
        ("Fachleute rechnen mit 20 Prozent mehr Besuchern.", "20 Prozent mehr Besuchern", "prediction"),
        ("Der Präsident nannte die Entscheidung bedauerlich.", "die Entscheidung bedauerlich", "opinion"),
        ("Der Verband warf der Regierung Untätigkeit vor.", "Untätigkeit", "fact_claim"),
        ("Die Gewerkschaft hält acht Euro für nötig.", "acht Euro für nötig", "opinion"),
        ("Die Stadt dementierte einen Streit.", "einen Streit", "fact_claim"),
        ("Die Regierung erwägt eine Steuer auf Zucker.", "eine Steuer auf Zucker", "prediction"),
    ],
)
def test_object_of_reported_act(text, words, kind):
    (found,) = found_claims(text, "de")
    assert (found.words, found.form, found.kind) == ((words,), "reported", kind)


def test_object_before_the_verb():
    assert claims("Die Kosten bezifferte sie auf 3 Millionen Euro.", "de") == [
        ("Die Kosten | auf 3 Millionen Euro", "bezifferte", "sie")
    ]


def test_two_verbs_of_one_speaker():
    text = "Die Präsidentin kündigte eine Reform an und versprach, niemanden zu entlassen."
    assert claims(text, "de") == [
        ("eine Reform", "kündigte", "Die Präsidentin"),
        ("niemanden zu entlassen", "versprach", "Die Präsidentin"),
    ]


def test_amount_is_not_a_speaker():
    assert claims("Weitere 300.000 Euro hat die Landesbank zugesagt.", "de") == []


def test_addressee_belongs_to_the_demand():
    assert claims("Die Gewerkschaft forderte die Stadt auf, mehr zu bauen.", "de") == [
        ("die Stadt | mehr zu bauen", "forderte", "Die Gewerkschaft")
    ]


def test_subjunctive_continues_until_the_indicative():
    text = "Die Halle sei marode, sagte Klaus Berg. Das Land müsse zahlen. Man hätte früher beginnen sollen. Es regnet."
    assert claims(text, "de")[1:] == [
        ("Das Land müsse zahlen", None, "Klaus Berg"),
        ("Man hätte früher beginnen sollen", None, "Klaus Berg"),
    ]


def test_quotation_of_several_sentences():
    text = "„Wir zahlen nicht. Das ist falsch“, sagte Eva Roth. „Wir klagen.“"
    assert claims(text, "de") == [
        ("Wir zahlen nicht", "sagte", "Eva Roth"),
        ("Das ist falsch", "sagte", "Eva Roth"),
        ("Wir klagen", "sagte", "Eva Roth"),
    ]


def test_sentence_attributed_or_disputed_afterwards():
    text = "Das Werk schließt. Das teilte Nordwerk mit. Das dementierte ein Sprecher."
    first, second = found_claims(text, "de")
    assert (first.words, first.cue, first.speaker, first.refutes) == (
        ("Das Werk schließt",),
        "teilte",
        "Nordwerk",
        False,
    )
    assert (second.words, second.speaker, second.refutes) == (("Das Werk schließt",), "ein Sprecher", True)


def test_wants_and_plans():
    text = "Die Stadt Weifang will bis 2025 drei Parks bauen. Der Bau soll im Mai beginnen. Die Eröffnung ist geplant."
    found = found_claims(text, "de")
    assert [(each.words, each.cue, each.speaker) for each in found] == [
        (("bis 2025 drei Parks bauen",), "will", "Weifang"),
        (("Der Bau", "im Mai beginnen"), "soll", "Weifang"),
        (("Die Eröffnung",), "geplant", None),
    ]
    assert {(each.kind, each.form, each.rule) for each in found} == {("prediction", "reported", "intention")}


def test_hearsay_differs_from_intention():
    text = "Der Mann soll das Geld gestohlen haben. Der Mann will nichts gesehen haben. Angeblich war er in Berlin."
    found = found_claims(text, "de")
    assert [(each.cue, each.speaker) for each in found] == [("soll", None), ("will", "Der Mann"), ("Angeblich", None)]
    assert {(each.rule, each.kind) for each in found} == {("hearsay", "fact_claim")}


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Der alte Fahrer sagte, es sei spät.", "Der alte Fahrer"),
        ("Es sei spät, sagte der verletzte Fahrer.", "der verletzte Fahrer"),
        ("Die frisch gewählte Leiterin sagte, es sei spät.", "Die frisch gewählte Leiterin"),
        ("Nach Angaben der betagten Zeugin war es spät.", "der betagten Zeugin"),
        ("Es sei spät, sagte der bekannte Fahrer.", "der bekannte Fahrer"),
        ("Den alten Leuten sagte ein Fahrer, es sei spät.", "ein Fahrer"),
        ("Die hatte Angst und sagte, es sei spät.", "Eva Roth"),
        ("Das erfreute Fahrer und Gäste, es sei spät.", "Eva Roth"),
    ],
)
def test_adjective_in_te_belongs_to_the_speaker(sentence, speaker):
    text = f"Die Halle sei zu, sagte Eva Roth. {sentence}"
    assert claims(text, "de")[-1][2] == speaker


def test_headline_with_colon_needs_a_speaker():
    text = "Verkehrsminister: Brücke wird teurer\n\nDer Bau beginnt."
    assert claims(text, "de") == [("Brücke wird teurer", None, "Verkehrsminister")]
    assert claims("Hochwasser: Zwei Straßen gesperrt\n\nDer Bau beginnt.", "de") == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat beschloss den Haushalt. Das Gericht verurteilte den Mann.",
        "Ob das Geld reicht, ließ Klaus Berg offen. Zu den Kosten äußerte er sich nicht.",
        "Er heißt Klaus. Das heißt, wir fahren. Sie sprach leise und zeigte auf die Karte.",
        "Im Mai erscheint „Der lange Weg nach Hause“. Der „Tatort“ lief um acht.",
        "Im Lied „Wir gehen nie nach Haus“ singt sie laut.",
        "Er tat so, als habe er nichts gehört. Als wäre nichts gewesen, lief er fort. Gott sei Dank regnete es.",
        "Es sei denn, es regnet. Sei es im Sommer, sei es im Winter.",
        "Wer helfen will, kann sich melden. Wenn man sparen will, muss man planen.",
        "Die Firma lehnt den Plan ab. Klaus Berg wies die Vorwürfe zurück. Die geforderte Summe ist hoch.",
        "Habe und Gut gingen verloren. Die Sage erzählt man Kindern gern.",
    ],
)
def test_sentences_without_claims(text):
    assert found_claims(text, "de") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Das sei falsch, entgegnete die Leiterin des Rats, Eva Roth.",
            [("Das sei falsch", "entgegnete", "Eva Roth")],
        ),
        (
            "Eva Roth leitet das Haus. Ihr zufolge fehlen sechzig Plätze.",
            [("fehlen sechzig Plätze", "zufolge", "Eva Roth")],
        ),
        (
            "Die Halle sei marode, sagte Eva Roth. Klaus Berg widersprach ihr: Die Prüfung habe nichts ergeben.",
            [
                ("Die Halle sei marode", "sagte", "Eva Roth"),
                ("Die Prüfung habe nichts ergeben", "widersprach", "Klaus Berg"),
            ],
        ),
        (
            "Eva Roth nannte die Pläne fatal: Der Verein habe 2024 Gewinn gemacht.",
            [
                ("die Pläne fatal", "nannte", "Eva Roth"),
                ("Der Verein habe 2024 Gewinn gemacht", "nannte", "Eva Roth"),
            ],
        ),
    ],
)
def test_claimant_after_comma_pronoun_and_before_colon(text, expected):
    assert claims(text, "de") == expected


def test_reason_after_judgement_is_a_fact():
    judged, reason = found_claims("Eva Roth nannte die Pläne fatal: Der Verein habe 2024 Gewinn gemacht.", "de")
    assert (judged.kind, reason.kind) == ("opinion", "fact_claim")


def test_holding_against_something_is_not_an_opinion():
    (found,) = found_claims("Nordwerk hält dagegen, kleine Häfen hätten mehr Unfälle.", "de")
    assert (found.words, found.speaker, found.kind) == (
        ("kleine Häfen hätten mehr Unfälle",),
        "Nordwerk",
        "fact_claim",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Im März 2024 hieß es, die Halle sei marode.", ("die Halle sei marode", "hieß", None)),
        ("Im vergangenen Jahr hieß es, die Halle sei marode.", ("die Halle sei marode", "hieß", None)),
        ("Auf Anfrage hieß es, die Halle sei marode.", ("die Halle sei marode", "hieß", None)),
        ("Im Herbst hieß es aus dem Rathaus, es regne.", ("es regne", "hieß", "dem Rathaus")),
        ("Nach Angaben vom März 2024 fehlt Geld.", ("fehlt Geld", "Nach Angaben", None)),
        ("Nach Angaben der Polizei vom Freitag fehlt Geld.", ("fehlt Geld", "Nach Angaben", "der Polizei")),
        ("Laut einem Gutachten vom 3. Mai 2024 fehlt Geld.", ("fehlt Geld", "Laut", "einem Gutachten")),
        ("Laut einer Studie aus dem Jahr 2023 fehlt Geld.", ("fehlt Geld", "Laut", "einer Studie")),
        ("Laut einer Studie von 2023 fehlt Geld.", ("fehlt Geld", "Laut", "einer Studie von 2023")),
        ("Dem Vertrag vom März 2024 zufolge fehlt Geld.", ("fehlt Geld", "zufolge", "Dem Vertrag")),
        ("Laut Bericht (März 2024) fehlt Geld.", ("fehlt Geld", "Laut", "Bericht")),
        (
            "Das Bild stammt laut Museum aus dem Jahr 1820.",
            ("Das Bild stammt | aus dem Jahr 1820", "laut", "Museum"),
        ),
    ],
)
def test_date_is_no_claimant(text, expected):
    assert claims(text, "de") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Das Bad schließt. Eine Sprecherin bestätigte das auf Anfrage.",
        "Das Bad schließt. Klaus Berg bestätigte dies gestern dem Sender im Gespräch.",
        "Das Bad schließt. Nordwerk räumte es auf Nachfrage ein.",
        "Das Bad schließt. Klaus Berg fordert das seit Jahren.",
    ],
)
def test_pronoun_for_earlier_words_is_no_claim(text):
    assert claims(text, "de") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Klaus Berg forderte das auf dem Gelände geplante Haus.", "das auf dem Gelände geplante Haus"),
        ("Klaus Berg forderte das Ende der Gespräche.", "das Ende der Gespräche"),
        ("Klaus Berg nannte das einen Skandal.", "das einen Skandal"),
        ("Klaus Berg führt das auf die Kosten zurück.", "das auf die Kosten"),
        ("Das Bad schließt. Das bestätigte eine Sprecherin auf Anfrage.", "Das Bad schließt"),
    ],
)
def test_pronoun_alone_is_told_from_an_article(text, words):
    assert [each[0] for each in claims(text, "de")] == [words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ihrer Ansicht nach, so Eva Roth, sei es zu spät.", ("sei es zu spät", "so", "Eva Roth")),
        ("Nach Angaben der Polizei, sagte Eva Roth, ist es spät.", ("ist es spät", "sagte", "Eva Roth")),
        ("Laut Klaus Berg ist es spät, sagte Eva Roth.", ("ist es spät", "Laut", "Klaus Berg")),
    ],
)
def test_source_phrase_beside_speech_verb_yields_one_claim(text, expected):
    assert claims(text, "de") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mit Regen rechnet Nordwerk erst im Mai.", [("Regen | erst im Mai", "rechnet", "Nordwerk")]),
        ("Vor Glätte auf Straßen warnte Eva Roth.", [("Glätte auf Straßen", "warnte", "Eva Roth")]),
        ("Vor dem Rathaus warnte Eva Roth vor Glätte.", [("Glätte", "warnte", "Eva Roth")]),
        ("Von der Bühne aus sprach Eva Roth lange.", []),
        ("Von der Bühne sprach Eva Roth eine Stunde lang.", []),
        ("Von einem „Grab“ sprechen Forscher nur, wenn Knochen darin liegen.", []),
    ],
)
def test_object_with_preposition_before_the_verb(text, expected):
    assert claims(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "words", "other", "speaker"),
    [
        ("Eva Roth forderte Haft, die Verteidigung einen Freispruch.", "Haft", "einen Freispruch", "die Verteidigung"),
        ("Eva Roth hatte ein Tor gefordert, Klaus Berg zwei Tore.", "ein Tor", "zwei Tore", "Klaus Berg"),
        ("Eva Roth plant eine Schule, die Stadt ein Bad.", "eine Schule", "ein Bad", "die Stadt"),
    ],
)
def test_two_subjects_share_a_verb(text, words, other, speaker):
    assert [each[::2] for each in claims(text, "de")] == [(words, "Eva Roth"), (other, speaker)]


@pytest.mark.parametrize("words", ["einen Bau, der 30 Millionen Euro kostet", "dem Ort ein Bad, dem Rat einen Saal"])
def test_relative_clause_or_hearer_shares_no_verb(words):
    assert claims(f"Nordwerk verspricht {words}.", "de") == [(words, "verspricht", "Nordwerk")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am Abend wurden die Gäste gebeten, zu gehen, und gingen.", [("die Gäste | zu gehen", "gebeten", None)]),
        ("Fahrern wird vom Amt geraten, umzukehren.", [("Fahrern | umzukehren", "geraten", "Amt")]),
        ("Wer etwas gesehen hat, wird gebeten, sich zu melden.", []),
        ("Der Wagen wurde angehalten, um ihn zu prüfen.", []),
        ("Die Gäste wurden gebeten und gingen, um zu schlafen.", []),
    ],
)
def test_demand_in_the_passive(text, expected):
    assert claims(text, "de") == expected


def test_source_inside_a_claim_has_its_own_claim():
    inner, whole = ("die Mieten steigen", "zeigen", "Die Zahlen"), "Die Zahlen zeigen, dass die Mieten steigen"
    assert claims(f"{whole}, sagte Eva Roth.", "de") == [(whole, "sagte", "Eva Roth"), inner]


def test_finding_that_points_to_something():
    (one,) = claims("Die Daten deuten darauf hin, dass das Eis schmilzt.", "de")
    assert one == ("das Eis schmilzt", "deuten", "Die Daten")
    assert claims("Alles deutet darauf hin, dass das Eis schmilzt.", "de") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Firma führt das Minus auf hohe Kosten zurück.", "das Minus auf hohe Kosten"),
        ("Die Firma kündigte einen Bau in Berlin an.", "einen Bau in Berlin"),
    ],
)
def test_separated_prefix_is_no_part_of_the_object(text, words):
    assert [each[0] for each in claims(text, "de")] == [words]


@pytest.mark.parametrize("text", ["Ich habe alles verloren.", "Heute gehe ich wandern."])
def test_first_person_is_no_subjunctive(text):
    before = "Klaus Berg sagte, es sei spät. "
    assert claims(before + text, "de") == [("es sei spät", "sagte", "Klaus Berg")]
