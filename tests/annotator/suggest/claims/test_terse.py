"""Claimants in terse invented sentences, and of conclusions that follow a relative clause."""

import pytest

from tests.annotator.suggest.claims.spoken import NO_CLAIM, claimant_of


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("The vineyard's owner, {Tom Hale}, saw little hope.", "hope", "{Tom Hale}"),
        ("The club’s director of music, {Ann Lee}, saw no scandal.", "scandal", "{Ann Lee}"),
        ("The chief engineer, {Ivo Lund}, sees no danger in the crack.", "danger", "{Ivo Lund}"),
        ("{Ann Lee} saw no reason for a delay.", "reason", "{Ann Lee}"),
        ("The <Harrow Trust> sees little merit in the plan.", "merit", "<Harrow Trust>"),
        ("A keeper saw no real risk to visitors.", "risk", "A keeper"),
        ("{Ann Lee} saw no boats.", "boats", NO_CLAIM),
        ("The 1990s saw little hope of peace.", "hope", NO_CLAIM),
        ("Last year saw no need for repairs.", "need", NO_CLAIM),
        ("A mild winter saw no need for coal.", "need", NO_CLAIM),
        ("Sales in the north saw little future.", "future", NO_CLAIM),
        ("If {Ann Lee} saw no danger.", "danger", NO_CLAIM),
        ("{Ann Lee} said the board saw no risk.", "the board", "{Ann Lee}"),
    ],
)
def test_seeing_no_danger_is_a_judgement(line, words, claimant):
    assert claimant_of(f"Quarrel ||| {line}", "en", words) == claimant


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("The strings had suffered, {Ann Lee} felt.", "strings", "{Ann Lee}"),
        ("{Ann Lee} was calm. The sails held, she said. The crew had been slow, she felt.", "crew", "{Ann Lee}"),
        ("{Tom Hale} came late. The soup was cold, he felt, and the bread was old.", "soup", "{Tom Hale}"),
        ("{Tom Hale} felt that the choir was too loud.", "choir", "{Tom Hale}"),
        ("{Ann Lee} feels the rules are unfair.", "rules", "{Ann Lee}"),
        ("Many members feel that the pool is lost.", "pool", "Many members"),
        ("{Ann Lee} felt the cold wall.", "wall", NO_CLAIM),
    ],
)
def test_somebody_who_feels_is_claimant_of_the_clause(line, words, claimant):
    assert claimant_of(f"Quarrel ||| {line}", "en", words) == claimant


@pytest.mark.parametrize(
    ("line", "claimant"),
    [
        ("Ärzte des <Klinikums Moor> in Kassel, die Schüler prüften, gelangen zu der Ansicht, dass es", "Ärzte des"),
        ("Prüfer der <Kammer Nord> in Bonn, die Läden besuchten, sind der Meinung, dass es", "Prüfer der"),
        ("Forscher, die den Hang vermaßen, kommen zu dem Schluss, dass es", "Forscher"),
        ("Die Richter, die den Fall prüften, gelangten zu der Überzeugung, dass es", "Die Richter"),
        ("{Eva Roth}, die den Hang vermaß, kommt zu dem Ergebnis, dass es", "{Eva Roth}"),
        ("Die <Seebank>, die das Haus besitzt, ist der Ansicht, dass es", "<Seebank>"),
    ],
)
def test_subject_before_a_relative_clause_concludes(line, claimant):
    assert claimant_of(f"Streit ||| {line} zu spät ist.", "de", "zu spät").startswith(claimant)
