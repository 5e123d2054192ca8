import numpy as np

from annotator.suggest.claims.by_meaning.kinds import KINDS, NO_RULE
from tests.gold import gold_claims
from tools.models.claim_kinds import fitted, read


def speakers(claim):
    places = {claim.claimant, claim.reference} if claim.claimant_kind != "author" else set()
    return tuple(sorted(places - {None}))


def test_table_has_each_claim_of_the_sets_to_learn_from():
    folders = (
        gold_claims.FOLDER,
        gold_claims.FRESH,
        gold_claims.THIRD,
        gold_claims.FOURTH,
        gold_claims.FIFTH,
        gold_claims.OWN,
    )
    gold = sorted(
        (answers.id, claim.kind, claim.parts, claim.cue or (), speakers(claim))
        for folder in folders
        for answers in gold_claims.load_all(1, folder)
        for claim in answers.claims
    )
    rows = [row for row in read() if row.signs == NO_RULE]
    assert sorted((row.article, row.kind, row.parts, row.cue or (), row.claimant) for row in rows) == gold
    assert sum(row.share for row in read()) == len(rows)


def test_regression_finds_separate_kinds():
    chance = np.random.default_rng(5)
    labels = chance.integers(0, len(KINDS), 200)
    values = np.eye(len(KINDS))[labels] + chance.normal(0, 0.1, (200, len(KINDS)))
    weights, bias = fitted(values, labels, np.ones(200), len(KINDS), 3e-4)
    assert ((values @ weights + bias).argmax(1) == labels).all()
