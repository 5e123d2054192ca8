"""Claimants of what German documents say, in invented sentences."""

import pytest

from tests.annotator.suggest.claims.spoken import claimant_of, said_below_headline
from tests.annotator.suggest.claims.test_ordinary_sentences import every


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "Am Abend verschickte die <Alpmilch AG> einen Rundbrief. Man habe zu spät gewarnt, heißt es darin.",
            "zu spät",
            "<Alpmilch AG>",
        ),
        (
            "Die <Nordkraft AG> veröffentlichte eine Erklärung. Die Turbinen seien sicher, hieß es darin.",
            "Turbinen",
            "<Nordkraft AG>",
        ),
        (
            "{Ute Hahn} schrieb eine Mail an die Eltern. Der Ausflug falle aus, heißt es darin.",
            "Ausflug",
            "{Ute Hahn}",
        ),
        ("Der Film lief im Mai. {Jan Ott} saß im Saal. Die Welt gehe unter, heißt es darin.", "Welt", "nobody"),
        ("{Jan Ott} warnte. Das Übel liege darin, dass niemand zahle, heißt es weiter.", "Übel", "{Jan Ott}"),
        ("Die <Seebank> schrieb einen Bericht. Das Übel liege darin, dass es regne, heißt es.", "Übel", "nobody"),
        ("Die <Seebank> schrieb einen Bericht. Darin heißt es, das Haus sei alt.", "Haus", "<Seebank>"),
    ],
)
def test_sender_is_claimant_of_a_letter(line, words, claimant):
    assert claimant_of(line, "de", words) == claimant


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "Die <Mühlbach AG> wächst. Laut Geschäftsbericht stieg der Absatz um acht Prozent.",
            "Absatz",
            "<Mühlbach AG>",
        ),
        (
            "Die <Nordkraft GmbH> sucht Leute. Laut Jahresbericht sind 30 Stellen frei.",
            "30 Stellen",
            "<Nordkraft GmbH>",
        ),
        ("Das <Wasseramt Ems> prüft Werte. Laut Vorlage sinkt der Wert für Zink.", "sinkt", "<Wasseramt Ems>"),
        ("Die <Seebank> baut um. Gemäß Pressemitteilung bleiben alle Filialen offen.", "Filialen", "<Seebank>"),
        ("Die <Seebank> baut um. Alles ist neu. Laut Zwischenbericht kostet das drei Millionen.", "drei", "<Seebank>"),
        ("Die <Seebank> verklagt die <Nordkraft AG>. Laut Mitteilung geht es um Strom.", "Strom", "Mitteilung"),
        ("{Jan Ott} arbeitete bei <Siemens>. Laut Mitteilung brach er am Montag zusammen.", "brach", "Mitteilung"),
        ("Ein Dieb stieg in die <Seebank> ein. Laut Pressemitteilung nahm er Geld.", "Geld", "Pressemitteilung"),
        ("Er floh Richtung <Seebank>. Laut Mitteilung trug er eine Jacke.", "Jacke", "Mitteilung"),
        ("Die <Seebank> baut um. Laut Wetterbericht bleibt der Sommer nass.", "Sommer", "Wetterbericht"),
    ],
)
def test_only_organisation_is_claimant_of_its_document(line, words, claimant):
    assert claimant_of(line, "de", words) == claimant


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("In der Biografie von {Hanno Weck} steht, der Komponist sei nie in Rom gewesen.", "Rom", "{Hanno Weck}"),
        ("In dem Leserbrief von {Eva Roth} steht, die Ampel sei falsch geschaltet.", "Ampel", "{Eva Roth}"),
        ("In dem Vermerk von {Jan Ott} stand, der Luchs sei abgewandert.", "Luchs", "{Jan Ott}"),
        ("In einem Brief von {Ute Hahn} steht, das Dach sei undicht.", "Dach", "{Ute Hahn}"),
        ("Im Gutachten der <Uni Moor> steht, der Deich habe Risse.", "Deich", "<Uni Moor>"),
        ("Im Mittelpunkt steht {Eva Roth}, sie habe Geld genommen.", "Geld", "nobody"),
        ("Im Raum steht der Vorwurf, {Jan Ott} habe gelogen.", "gelogen", "nobody"),
        ("Im Hof steht {Jan Ott}, sein Hund habe gebellt.", "gebellt", "nobody"),
        ("In einem Vermerk steht, der Zug sei zu schnell gefahren.", "Zug", "einem Vermerk"),
    ],
)
def test_author_is_claimant_of_a_document(line, words, claimant):
    assert claimant_of(line, "de", words) == claimant


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Elf Züge fielen aus. Das geht aus einer Antwort der Behörde auf {Eva Roth} hervor. Demnach fehlen 60.",
            [
                ("Elf Züge fielen aus", "einer Antwort der Behörde"),
                ("fehlen 60", "einer Antwort der Behörde"),
            ],
        ),
        (
            "Elf Züge fielen aus. Dies ging aus einem Brief hervor, der dem Sender vorliegt.",
            [("Elf Züge fielen aus", "einem Brief")],
        ),
        ("Das geht aus einem Brief hervor.", []),
        ("Elf Züge fielen aus. Die Bahn hob das hervor.", []),
    ],
)
def test_document_is_claimant_of_sentence_before(line, expected):
    assert [(words, speaker) for words, speaker, _ in every(line, "de")] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Die Polizei bestätigte die Zahlen nicht.", []),
        ("Die Polizei bestätigte den Vorfall am Montag.", []),
        ("Die Polizei bestätigte den Tod zweier Menschen.", ["den Tod zweier Menschen"]),
    ],
)
def test_confirming_known_numbers_is_no_claim(line, expected):
    assert [words for words, _, _ in every(line, "de")] == expected


@pytest.mark.parametrize(
    ("line", "claimant"),
    [
        ("Der <Europarat> war da. In seinem Bericht heißt es, das Dach sei undicht.", "Europarat"),
        ("Das <Bauamt Moor> kam. Das Dach sei undicht, heißt es in dem Prüfbericht.", "Bauamt Moor"),
        (
            "Das Dach lecke, heißt es in einem Bericht, den der <Rechnungshof Moor> verfasst hat.",
            "Rechnungshof Moor",
        ),
        (
            "{Jan Berg} las ein Gutachten des <Instituts Moor>. Laut dem Gutachten leckt das Dach.",
            "Instituts Moor",
        ),
        (
            "Das <Amtsgericht Moor> sprach ihn frei. {Jan Berg} ging. Laut dem Urteil war es spät.",
            "Amtsgericht Moor",
        ),
        ("Nach einer Studie der <Uni Moor> schlafen Kinder zu wenig.", "Uni Moor"),
        ("Nach einem Bericht der Polizei ist die Straße glatt.", "einem Bericht der Polizei"),
        ("Es regnet. Ein Vermerk kam an. Das Dach sei undicht, heißt es darin.", "Ein Vermerk"),
    ],
)
def test_issuer_named_elsewhere_is_claimant_of_a_document(line, claimant):
    assert said_below_headline(line, "de")[-1][1] == claimant


@pytest.mark.parametrize(
    "line", ["Nach dem Bericht verließ er den Saal.", "Es gab eine Forderung nach einem Gutachten."]
)
def test_what_happens_after_a_report_is_no_claim(line):
    assert said_below_headline(line, "de") == []
