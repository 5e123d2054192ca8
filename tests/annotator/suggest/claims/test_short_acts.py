"""Acts of speech that say too little to be claims, and lists and judgements that are claims as a whole."""

import pytest

from tests.annotator.suggest.claims.spoken import NO_CLAIM, claimant_of, said_in


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Die Staatsanwaltschaft kündigte Revision an."),
        ("de", "Der Verteidiger kündigte am Dienstag Berufung an."),
        ("de", "Die <Nordbahn> kündigt Widerspruch an."),
        ("de", "{Eva Roth} kündigte rechtliche Schritte an."),
        ("de", "Innenminister {Jan Feld} warnte vor voreiligen Schlüssen."),
        ("de", "Die Polizei warnte vor Spekulationen."),
        ("de", "{Klaus Berg} warnte vor Panik."),
        ("de", "{Eva Roth} warnte vor übertriebener Eile."),
        ("de", "Bürgermeister {Tom Hahn} rief beide Seiten zur Einigung auf."),
        ("de", "Der Bischof rief die Welt zum Frieden auf."),
        ("de", "{Eva Roth} rief die Beteiligten zur Versöhnung auf."),
        ("de", "{Jan Feld} rief die Parteien zur Zusammenarbeit auf."),
        ("en", "The prosecution announced an appeal."),
        ("en", "The defence announced legal action."),
        ("en", "Minister {John Field} warned against hasty conclusions."),
        ("en", "Police warned against speculation."),
        ("en", "{Ann Lee} warned against panic."),
        ("en", "{Ann Lee} warned against undue haste."),
        ("en", "The bishop called for peace."),
        ("en", "Mayor {Tom Hale} called on both sides for restraint."),
    ],
)
def test_act_that_says_too_little_is_no_claim(language, line):
    assert said_in(line, language) == []


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "Die <Nordbahn> kündigte 300 neue Stellen an.", "300 neue Stellen"),
        ("de", "Die <Nordbahn> kündigte Streiks im Fernverkehr an.", "Streiks im Fernverkehr"),
        ("de", "{Klaus Berg} warnte vor Hochwasser am Wochenende.", "Hochwasser am Wochenende"),
        ("de", "{Eva Roth} rief zum Boykott der Wahl auf.", "Boykott der Wahl"),
        ("de", "{Eva Roth} warnte vor Sturm und Regen.", "Sturm und Regen"),
        ("en", "The <Norrail> company announced 300 new jobs.", "300 new jobs"),
        ("en", "{Ann Lee} warned of floods in the valley.", "floods in the valley"),
        ("en", "{Tom Hale} called for a ban on fireworks.", "a ban on fireworks"),
        ("en", "Mayor {Tom Hale} called on both sides to agree.", "both sides to agree"),
    ],
)
def test_act_that_says_what_will_happen_stays_a_claim(language, line, expected):
    assert [words for words, _, _ in said_in(line, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        (
            "de",
            "Die <IG Bau> fordert 7,5 Prozent mehr Lohn, mindestens aber 300 Euro im Monat.",
            "7,5 Prozent mehr Lohn, mindestens aber 300 Euro im Monat",
        ),
        (
            "de",
            "Die Gewerkschaft verlangt fünf Prozent mehr Geld, mindestens jedoch 200 Euro monatlich.",
            "fünf Prozent mehr Geld, mindestens jedoch 200 Euro monatlich",
        ),
        (
            "de",
            "Kardiologin {Eva Roth} empfiehlt Bewegung, wenig Zucker und höchstens ein Bier.",
            "Bewegung, wenig Zucker und höchstens ein Bier",
        ),
        (
            "de",
            "Das Amt empfiehlt festes Schuhwerk, warme Kleidung und genügend Wasser.",
            "festes Schuhwerk, warme Kleidung und genügend Wasser",
        ),
        (
            "en",
            "The union demands a 7.5% raise, but at least £300 a month.",
            "a 7.5% raise, but at least £300 a month",
        ),
        (
            "en",
            "The <RMU> is demanding 6% more pay, but no less than £250 a month.",
            "6% more pay, but no less than £250 a month",
        ),
        (
            "en",
            "The union calls for a 5% rise, or at least £200 a month.",
            "a 5% rise, or at least £200 a month",
        ),
        (
            "en",
            "Cardiologist {Ann Lee} recommends exercise, less salt and at most one glass of beer.",
            "exercise, less salt and at most one glass of beer",
        ),
        (
            "en",
            "The agency recommends sturdy shoes, warm clothes and plenty of water.",
            "sturdy shoes, warm clothes and plenty of water",
        ),
    ],
)
def test_whole_list_of_what_somebody_wants_is_the_claim(language, line, expected):
    assert [words for words, _, _ in said_in(line, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "line", "claimant", "words"),
    [
        ("de", "{Petra Lohse} nannte die Zahlen vom Dienstag einen „Weckruf“.", "{Petra Lohse}", "die Zahlen"),
        ("de", "{Klaus Berg} nannte den Bericht über die Klinik ein „Armutszeugnis“.", "{Klaus Berg}", "den Bericht"),
        ("de", "{Eva Roth} nannte das Urteil des Landgerichts einen „Skandal“.", "{Eva Roth}", "das Urteil"),
        ("de", "Bürgermeister {Tom Hahn} bezeichnete die Pläne der Bahn als „Zumutung“.", "{Tom Hahn}", "die Pläne"),
        (
            "de",
            "{Petra Lohse} nannte die Zahlen, die am Dienstag erschienen, einen „Weckruf“.",
            "{Petra Lohse}",
            "Weckruf",
        ),
        ("de", "Die Zahlen nannte {Petra Lohse} einen „Weckruf“.", "{Petra Lohse}", "Weckruf"),
        ("en", "{Petra Lowe} called Tuesday’s figures a “wake-up call”.", "{Petra Lowe}", "Tuesday’s figures"),
        ("en", "{Tom Hale} called the report on the clinic a “disgrace”.", "{Tom Hale}", "the report"),
        ("en", "{Ann Lee} called the verdict of the court a “scandal”.", "{Ann Lee}", "the verdict"),
        ("en", "Mayor {Tom Hale} described the plans as an “insult”.", "{Tom Hale}", "the plans"),
    ],
)
def test_quoted_judgement_is_an_opinion_of_the_speaker(language, line, claimant, words):
    assert claimant_of(line, language, words) == claimant
    assert [kind for _, _, kind in said_in(line, language)] == ["opinion"]


def test_number_alone_is_not_named_as_a_judgement():
    assert claimant_of("{Petra Lohse} nannte keine Zahlen.", "de", "Zahlen") == NO_CLAIM
