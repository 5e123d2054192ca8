"""Reports that are one claim as a whole: of an earlier promise, and around the words that tell who speaks."""

import pytest

from tests.annotator.suggest.claims.spoken import said_in

FACT = "fact_claim"


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        (
            "en",
            "{Alan Reed} met the press. They had promised new money by 2030 but paid less than a tenth, he said.",
            [("They had promised new money by 2030 but paid less than a tenth", "Alan Reed", FACT)],
        ),
        (
            "en",
            "The owners had pledged to restore the hall by 2024 but sold it instead, {Jane Hope} said.",
            [("The owners had pledged to restore the hall by 2024 but sold it instead", "Jane Hope", FACT)],
        ),
        (
            "en",
            "The council had promised 500 homes by 2030 but built just forty, said {Carl Young} of the <Tenants>.",
            [("The council had promised 500 homes by 2030 but built just forty", "Carl Young", FACT)],
        ),
        (
            "en",
            "<Harrow Ltd> had vowed to cut emissions by 2035 but raised them, {Jane Hope} added.",
            [("Harrow Ltd had vowed to cut emissions by 2035 but raised them", "Jane Hope", FACT)],
        ),
        (
            "de",
            "Die Eigentümer hatten 2019 zugesagt, die Halle zu sanieren, sie dann aber verkauft, sagte {Jana Hoff}.",
            [("Die Eigentümer hatten 2019 zugesagt, die Halle zu sanieren, sie dann aber verkauft", "Jana Hoff", FACT)],
        ),
        (
            "de",
            "Die <Nordwerk AG> hatte 500 Wohnungen versprochen, aber nur 40 gebaut, sagte {Klaus Berg}.",
            [("Die Nordwerk AG hatte 500 Wohnungen versprochen, aber nur 40 gebaut", "Klaus Berg", FACT)],
        ),
        (
            "de",
            "Die Länder hätten hundert Milliarden zugesagt, aber weniger als ein Drittel gezahlt, sagte {Alan Roth}.",
            [
                (
                    "Die Länder hätten hundert Milliarden zugesagt, aber weniger als ein Drittel gezahlt",
                    "Alan Roth",
                    FACT,
                )
            ],
        ),
        (
            "de",
            "Der Investor hatte angekündigt, 2023 zu bauen, aber nie begonnen, kritisierte {Jana Hoff}.",
            [("Der Investor hatte angekündigt, 2023 zu bauen, aber nie begonnen", "Jana Hoff", None)],
        ),
    ],
)
def test_broken_promise_is_one_claim_of_whoever_tells_it(language, line, expected):
    found = said_in(line, language)
    assert [one[:2] for one in found] == [one[:2] for one in expected]
    assert all(kind in {one[2], None} or one[2] is None for one, (_, _, kind) in zip(expected, found, strict=True))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "The council had promised 500 homes by 2030.",
            [("500 homes by 2030", "The council", "prediction")],
        ),
        (
            "The council promised 500 homes by 2030, {Jane Hope} said.",
            [("500 homes by 2030", "The council", "prediction")],
        ),
    ],
)
def test_promise_of_its_own_stays_the_claim_of_whoever_promised(line, expected):
    assert said_in(line, "en") == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        (
            "en",
            "<Redmont> had depended on one supplier, {Ann Lee} said, while <Voltan> has deals with three.",
            "Redmont had depended on one supplier | Voltan has deals with three",
        ),
        (
            "en",
            "The old line had carried coal, {Tom Hale} said, while the new one carries only passengers.",
            "The old line had carried coal | the new one carries only passengers",
        ),
        (
            "en",
            "The club had sold its best players, {Ann Lee} said, whereas its rivals kept theirs.",
            "The club had sold its best players | its rivals kept theirs",
        ),
        (
            "en",
            "The north had too few nurses, {Tom Hale} said, while the south needs none.",
            "The north had too few nurses | the south needs none",
        ),
        (
            "de",
            "<Redmont> habe an einem Kunden gehangen, sagte {Klaus Berg}, während <Voltan> Verträge mit dreien habe.",
            "Redmont habe an einem Kunden gehangen | Voltan Verträge mit dreien habe",
        ),
        (
            "de",
            "Im Norden fehlten Pfleger, sagte {Eva Roth}, während es im Süden genug gebe.",
            "Im Norden fehlten Pfleger | es im Süden genug gebe",
        ),
        (
            "de",
            "Der Verein spare, sagte {Klaus Berg}, wohingegen die Gegner Millionen ausgäben.",
            "Der Verein spare | die Gegner Millionen ausgäben",
        ),
        (
            "de",
            "Die alte Linie habe Kohle befördert, sagte {Eva Roth}, während die neue nur Menschen befördere.",
            "Die alte Linie habe Kohle befördert | die neue nur Menschen befördere",
        ),
    ],
)
def test_contrast_behind_the_speaker_belongs_to_the_claim(language, line, expected):
    assert [words for words, _, _ in said_in(line, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "The tap leaked, {Ann Lee} said, while she packed her bag.", "The tap leaked"),
        ("en", "The tap leaked, {Ann Lee} said, while packing her bags.", "The tap leaked"),
        ("en", "The tap leaked, {Ann Lee} said, while on a visit to the works.", "The tap leaked"),
        ("de", "Der Hahn tropfe, sagte {Eva Roth}, während sie ihre Tasche packte.", "Der Hahn tropfe"),
    ],
)
def test_what_happens_while_somebody_speaks_is_not_said(language, line, expected):
    assert [words for words, _, _ in said_in(line, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        (
            "en",
            "The gang claimed on its website to have stolen 300 gigabytes of data.",
            ("to have stolen 300 gigabytes of data", "The gang", FACT),
        ),
        (
            "en",
            "<Darkfin> claimed on <Telegram> to have copied the files of 20,000 patients.",
            ("to have copied the files of 20,000 patients", "Darkfin", FACT),
        ),
        (
            "en",
            "The hackers claimed in a post to have shut down the port.",
            ("to have shut down the port", "The hackers", FACT),
        ),
        (
            "en",
            "{Ann Lee} claimed in court to have paid the bill.",
            ("to have paid the bill", "Ann Lee", FACT),
        ),
        (
            "de",
            "Die Bande behauptete auf ihrer Webseite, 300 Gigabyte erbeutet zu haben.",
            ("300 Gigabyte erbeutet zu haben", "Die Bande", FACT),
        ),
        (
            "de",
            "Die Gruppe gab auf <Telegram> an, die Akten von 20.000 Patienten kopiert zu haben.",
            ("die Akten von 20.000 Patienten kopiert zu haben", "Die Gruppe", FACT),
        ),
        (
            "de",
            "Die Hacker behaupteten in einem Beitrag, den Hafen lahmgelegt zu haben.",
            ("den Hafen lahmgelegt zu haben", "Die Hacker", FACT),
        ),
        (
            "de",
            "{Eva Roth} behauptete vor Gericht, die Rechnung bezahlt zu haben.",
            ("die Rechnung bezahlt zu haben", "Eva Roth", FACT),
        ),
    ],
)
def test_boast_made_in_some_place_keeps_its_claimant(language, line, expected):
    assert said_in(line, language) == [expected]
