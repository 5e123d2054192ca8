"""Roles for somebody whom the article names elsewhere, in invented sentences."""

import pytest

from tests.annotator.suggest.claims.test_claimants import claimant


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
