"""Roles for somebody whom the article names elsewhere, in invented sentences."""

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_claimants import claimant
from tests.annotator.suggest.claims.test_passages import marked


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "{Klaus Berg} ist Vorsitzender des Vereins. {Eva Roth} lehrt. Nach Angaben des Vorsitzenden fehlt Geld.",
            "Klaus Berg",
        ),
        ("Die Vorsitzende {Eva Roth} kam. {Jan Pohl} blieb. Nach Angaben der Vorsitzenden fehlt Geld.", "Eva Roth"),
        ("{Jan Pohl} ist seit 2019 Betriebsleiter. Nach Worten des Betriebsleiters ist das Korn feucht.", "Jan Pohl"),
        ("Laut dem Abgeordneten fehlt Geld. ||| Es regnet. ||| Abgeordneter {Jan Pohl} ging.", "Jan Pohl"),
        ("Präsident {Jan Pohl} kam. {Eva Roth} sprach. Nach Ansicht des Präsidenten fehlt Geld.", "Jan Pohl"),
        ("Mit dem Beauftragten {Jan Pohl} sprach {Udo Brand}. Der Beauftragte sagte, Geld fehle.", "Jan Pohl"),
        ("Trainer {Jan Pohl} und Physiotherapeut {Udo Brand} kamen. Nach Angaben des Trainers fehlt Geld.", "Jan Pohl"),
        ("Der Vorsitzende {Jan Pohl} kam. Nach Angaben der Vorsitzenden fehlt Geld.", "der Vorsitzenden"),
    ],
)
def test_declined_german_role_means_its_holder(line, expected):
    assert claimant(line, "de") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{Tom Hale} came. The vet said it was late. ||| It rained. ||| The vet, {Ann Lee}, left.", "Ann Lee"),
        ("{Tom Hale} came. The curator said it was late. ||| It rained. ||| The curator, {Ann Lee}, left.", "Ann Lee"),
        ("The head of the school, {Ann Lee}, met {Tom Hale}. It rained. The head said it was late.", "Ann Lee"),
        ("{Tom Hale}, the farmer, came. The vet said it was late.", "The vet"),
        ("{Ann Lee}, a judge, came. The plumber said it was late.", "The plumber"),
        ("Surgeon {Ann Lee} met farmer {Tom Hale}. The surgeon said it was late.", "Ann Lee"),
        ("{Tom Hale} came. The surgeon said it was late.", "Tom Hale"),
    ],
)
def test_english_role_means_its_holder_and_no_other_trade(line, expected):
    assert claimant(line, "en") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Landwirt {Jan Pohl} kam. Der Tierarzt sagte, es sei spät.", "Der Tierarzt"),
        ("Die Lehrerin {Eva Roth} kam. Die Architektin sagte, es sei spät.", "Die Architektin"),
        ("Die Lehrerin {Eva Roth} kam. Die Lehrerin sagte, es sei spät.", "Eva Roth"),
    ],
)
def test_german_role_means_no_other_trade(line, expected):
    assert claimant(line, "de") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("It rained. The Chief Constable said it was late.", ("The Chief Constable", False)),
        ("It rained. The Lord Mayor said it was late.", ("The Lord Mayor", False)),
        ("It rained. Its Finance Director said it was late.", ("Its Finance Director", False)),
        ("It rained. “It is late,” said the Home Secretary.", ("the Home Secretary", False)),
        ("Chief Constable {Ann Lee} came. {Tom Hale} left. The Chief Constable said it was late.", ("Ann Lee", True)),
        ("It rained. The Home Secretary said it was late. ||| Home Secretary {Ann Lee} left.", ("Ann Lee", True)),
        ("It rained. The Harrow Observer said it was late.", ("Harrow Observer", True)),
    ],
)
def test_capitalised_title_alone_is_no_name(line, expected):
    text, names = marked(line)
    who = find(text, "en", names, never)[-1].speaker
    assert who.part is not None
    assert (text[slice(*who.part)], who.name is not None) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "The mill shut. She said it had been her home. ||| {Mary Frost} worked there.", "Mary Frost"),
        ("en", "The mill shut. “It was my home,” he said. It rained. ||| {Tom Hale} wept.", "Tom Hale"),
        ("en", "The mill shut. He said it had been his home. ||| {Ann Lee} wept.", "He"),
        ("de", "Die Mühle schloss. Er sagte, es sei sein Zuhause. ||| {Klaus Berg} weinte.", "Klaus Berg"),
        ("de", "Die Mühle schloss. „Das war mein Zuhause“, sagte sie. ||| {Eva Roth} weinte.", "Eva Roth"),
        ("de", "Die Mühle schloss. Sie sagte, es sei kalt. ||| {Klaus Berg} weinte.", "Sie"),
    ],
)
def test_pronoun_may_mean_a_person_named_only_later(language, line, expected):
    assert claimant(line, language) == expected
