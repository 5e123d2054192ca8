"""Claimants of what English reports, letters and counts say, in invented sentences."""

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.spoken import NO_CLAIM, claimant_of
from tests.annotator.suggest.claims.test_passages import marked

BOARD = "<Harbour Board>"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (f"The audit, by the {BOARD}, describes the boats as barely seaworthy.", "seaworthy"),
        (f"The study, by the {BOARD}, says owls avoid turbines.", "owls"),
        (f"The report, from the {BOARD}, says the pier is rotten.", "pier"),
        (f"The review, by the {BOARD}, found that the crane was old.", "crane"),
        (f"A new survey, by the {BOARD}, suggests that seals are back.", "seals"),
        (f"The inquiry, by the {BOARD}, concluded that nobody slept.", "nobody"),
    ],
)
def test_organisation_is_claimant_of_its_report(line, words):
    assert claimant_of(line, "en", words) == BOARD


@pytest.mark.parametrize("preposition", ["from", "by"])
def test_paper_from_a_place_is_not_the_places(preposition):
    text, names = marked(f"The report, {preposition} <Leeds>, says the pier is rotten.")
    (one,) = find(text, "en", tuple(name._replace(label="LOC") for name in names), never)
    assert one.speaker.name is None


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("{Ann Lee} sold a van. In March an email turned up. It claimed that it was stolen.", "stolen", "an email"),
        ("A notice went up last spring. It warned that fines would follow.", "fines", "A notice"),
        ("The <Harrow Trust> shut. An angry letter arrived. It said that the roof leaked.", "roof", "An angry letter"),
        ("{Tom Hale} slept. At noon a text came from a bank. It said that a parcel was waiting.", "parcel", "a text"),
        ("Then another leaflet appeared in the village. It claimed that the well was dry.", "well", "another leaflet"),
        ("The <Harrow Trust> sent an email. It said that the mill was sold.", "mill", "<Harrow Trust>"),
    ],
)  # fmt: skip
def test_it_means_the_letter_that_has_just_arrived(line, words, claimant):
    assert claimant_of(line, "en", words) == claimant


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("In the union's own count, fewer than half of the bakers came.", "half", "the union's own count"),
        ("In the charity’s latest census, only eleven puffins were left.", "puffins", "the charity’s latest census"),
        ("In the brewer's own tests, one keg in five leaked.", "keg", "the brewer's own tests"),
        ("In the school's annual survey, most pupils were content.", "pupils", "the school's annual survey"),
        ("In the firm's most recent poll, 40 of 90 drivers had been ill.", "drivers", "the firm's most recent poll"),
        (
            "In the <Harrow Trust>'s latest survey, two thirds liked the park.",
            "park",
            "the <Harrow Trust>'s latest survey",
        ),
        ("In the union's own count, she met her husband.", "husband", NO_CLAIM),
        ("In the minister's latest trial, two witnesses wept.", "wept", NO_CLAIM),
        ("In the army's latest test, two missiles fell into the sea.", "missiles", NO_CLAIM),
        ("In the school's annual test, three pupils failed.", "failed", NO_CLAIM),
    ],
)
def test_count_is_claimant_of_its_figure(line, words, claimant):
    assert claimant_of(line, "en", words) == claimant.replace("<", "").replace(">", "")


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("According to the memo it costs more to repair the tram.", "costs", "the memo"),
        ("According to the logbook he never left the island.", "never", "the logbook"),
        ("According to the leaflet they need two hours of sun a day.", "sun", "the leaflet"),
        ("According to the letter she had paid for the boat.", "paid", "the letter"),
        ("According to {Ann Lee} it was too late for a vote.", "vote", "{Ann Lee}"),
        ("According to the lease we are to mend the roof.", "mend", "the lease"),
        ("According to figures it released on Friday, the bank lost 40 branches.", "branches", "figures it released"),
    ],
)
def test_source_ends_before_the_subject_of_its_clause(line, words, claimant):
    assert claimant_of(line, "en", words) == claimant
