"""Pronouns and general words for somebody whom the article does not name, in invented sentences."""

import pytest

from tests.annotator.suggest.claims.test_claimants import claimant


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "{Klaus Berg} leitet die Bank. Ein Rentner verlor alles. Er sagte, {Berg} habe gelogen.", "Ein Rentner"),
        ("de", "{Eva Roth} leitet das Heim. Eine Nachbarin kam. „{Eva Roth} lügt“, sagte sie.", "Eine Nachbarin"),
        ("de", "{Eva Roth} gewann. {Ina Pohl} verlor. Sie sagte, {Ina Pohl} habe gut gespielt.", "Eva Roth"),
        ("en", "{Tom Hale} runs the bank. A pensioner lost it all. He said {Tom Hale} had lied.", "A pensioner"),
        ("en", "{Tom Hale} won. {Jack Marsh} lost. He said {Marsh} had played well.", "Tom Hale"),
        ("en", "{Ann Lee} leads the home. {Mary Frost} visits it. “{Frost} is kind,” she said.", "Ann Lee"),
    ],
)
def test_pronoun_never_means_a_person_within_its_claim(language, line, expected):
    assert claimant(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "{Eva Roth} leitet das Heim. Ein Rentner sagte, {Eva Roth} habe geholfen.", "Ein Rentner"),
        ("de", "{Jan Pohl} kam. Eine Kundin verlor Geld. Sie sagte, {Jan Pohl} habe gelogen.", "Eine Kundin"),
        ("de", "Am Montag erklärte eine Nachbarin, {Jan Pohl} habe gelogen.", "eine Nachbarin"),
        ("de", "Es regnet. Die Bewohner sagen, {Jan Pohl} wolle das Haus verkaufen.", "Die Bewohner"),
        ("de", "Das sei alles, sagte die Leiterin, {Eva Roth}.", "Eva Roth"),
        ("de", "Das sei alles, sagte die Leiterin, {Eva Roth} vom Amt.", "Eva Roth"),
    ],
)
def test_name_that_begins_german_report_is_no_apposition(language, line, expected):
    assert claimant(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "{Ann Lee} came. Another passenger fled through a window. She said it burned.", "Another passenger"),
        ("en", "{Tom Hale} came. A 40-year-old driver was hurt. He said the brakes failed.", "A 40-year-old driver"),
        ("de", "{Eva Roth} kam. Eine Reisende floh durchs Fenster. „Ich hatte Angst“, sagte sie.", "Eine Reisende"),
        ("de", "{Jan Pohl} kam. Ein Schweißer floh. Er sagte, es brenne.", "Ein Schweißer"),
        ("de", "{Jan Pohl} kam. Ein Verletzter lag am Rand. Er sagte, es brenne.", "Ein Verletzter"),
        ("de", "<Nordwerk> baut. Ein Verein hat geklagt. Er sagt, es sei zu laut.", "Ein Verein"),
        (
            "de",
            "{Klaus Berg} kam. Ein 40-jähriger Fahrer fiel. Der Mann sagte, es sei glatt.",
            "Ein 40-jähriger Fahrer",
        ),
    ],
)
def test_unnamed_subject_just_before_is_meant(language, line, expected):
    assert claimant(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "{Tom Hale} came. When the inspector arrived, she said the roof was unsafe.", "the inspector"),
        ("en", "After a surveyor had seen the roof, she said it was unsafe.", "a surveyor"),
        ("en", "Because a plumber had seen the roof, he said it was unsafe.", "a plumber"),
        ("de", "{Klaus Berg} kam. Als die Prüferin eintraf, sagte sie, das Dach sei alt.", "die Prüferin"),
        ("de", "Nachdem ein Gutachter es gesehen hatte, sagte er, das Dach sei alt.", "ein Gutachter"),
        ("de", "Während die Gärtnerin goss, sagte sie, das Dach sei alt.", "die Gärtnerin"),
        ("en", "{Ann Lee} runs the inn. When a guest came, she said the roof was new.", "Ann Lee"),
        ("en", "Mayor {Ann Lee} came. {Tom Hale} left. When the mayor arrived, she said the roof was old.", "Ann Lee"),
        ("en", "When the report arrived, she said the roof was unsafe.", "she"),
    ],
)
def test_pronoun_after_clause_means_its_unnamed_person(language, line, expected):
    assert claimant(line, language) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{Jan Pohl} sagte, es halte. Er nannte einen Schweißer. Dieser gab zu, er habe getrunken.", "einen Schweißer"),
        ("{Jan Pohl} rief einen Polizisten. Dieser erklärte, es sei zu spät.", "einen Polizisten"),
        ("Es regnete. {Jan Pohl} traf {Udo Brand}. Dieser erklärte, es sei zu spät.", "Udo Brand"),
        ("Ein Rentner rief {Udo Brand}. Dieser erklärte, es sei zu spät.", "Udo Brand"),
        ("{Jan Pohl} verklagte den Gutachter. Dieser sagte, es sei zu spät. Er habe das gewusst.", "den Gutachter"),
        ("{Jan Pohl} ging. Es regnete. Dieser sagte, es sei zu spät.", "Jan Pohl"),
    ],
)
def test_dieser_means_the_person_mentioned_last(line, expected):
    assert claimant(line, "de") == expected
