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
        ("An email to his club was met with one sentence: {Tom Pike} never owned a horse.", "horse", "his club"),
        ("A question put to her choir was answered in six words: {Ann Lee} has not sung.", "sung", "her choir"),
        ("A letter to the ministry was met with a single line: {Tom Pike} is on leave.", "leave", "the ministry"),
        ("Our request to the brewery was answered in a sentence: the beer is safe.", "beer", "the brewery"),
        ("A call to the <Harrow Trust> was met with four words: the park is shut.", "park", "<Harrow Trust>"),
        ("Another message to {Ann Lee} was answered with a line: the boat is sold.", "boat", "{Ann Lee}"),
        ("A request to close the pub was met with anger: residents threw eggs.", "eggs", NO_CLAIM),
        ("A request to close the pub was answered in one word: never at all.", "never", NO_CLAIM),
        ("A call to arms was met with silence: nobody came to the square.", "nobody", NO_CLAIM),
        ("A letter to {Ann Lee} was met with no reply: the phone was dead.", "phone", NO_CLAIM),
    ],
)
def test_person_asked_is_claimant_of_the_answer(line, words, claimant):
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
