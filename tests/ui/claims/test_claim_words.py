from tests.ui.claims.claimed import WORDS, add, claimed
from ui.claims.claim_words import CardWords, ClaimWords


def test_card_claimant_by_name_field_or_unset(window):
    claim, twin, *_ = claimed(window)
    words = ClaimWords(window.session)
    assert words.card(claim) == CardWords("HD Hyundai", ("fact", "check"), known=True)
    assert words.card(twin) == CardWords("Unnamed", ("refutes", "opinion", "no fact"), known=True)
    bare = add(window, "in\u00a0Weifang ein")
    assert words.card(bare) == CardWords("Claimant not set", (), known=False)
    window.decisions.unrelate(claim, window.session.opened.relations.of_head(claim.id, "claimant"))
    assert words.claimant(window.session.opened.span(claim.id)) == ""


def test_spoken_card_includes_twin_number(window):
    claim, twin, *_ = claimed(window)
    words = ClaimWords(window.session)
    places = {words.spoken(span).rpartition("; ")[2] for span in (claim, twin)}
    assert places == {"claim 1 of 2 with the same words", "claim 2 of 2 with the same words"}
    assert words.spoken(claim).startswith("HD Hyundai; affirms; fact; check; ")
    assert words.spoken(add(window, "das Schiff")) == "Claimant not set"
    assert WORDS not in words.spoken(claim)


def test_worthiness_ranks_unknown_last(window):
    claim, twin, *_ = claimed(window)
    words = ClaimWords(window.session)
    bare = add(window, "Kürzlich")
    assert sorted([twin, bare, claim], key=words.worthiness) == [claim, twin, bare]
    assert [words.worthiness(span)[1] for span in (claim, twin, bare)] == ["check", "no fact", ""]


def test_card_is_german_in_german_window(make_window, project_path):
    window = make_window(project_path, language="de")
    claim, *_ = claimed(window)
    assert ClaimWords(window.session).card(claim).facts == ("Tatsache", "prüfen")
    assert ClaimWords(window.session).card(add(window, "Köln")).who == "Urheber offen"
