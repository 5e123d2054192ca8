"""Learning claimants: what a line of the table says, and that signs of right candidates get weight."""

import numpy as np

from annotator.suggest.claims.by_meaning.candidates import Candidate
from annotator.suggest.claims.by_meaning.claimants import shares_of
from annotator.suggest.claims.frame_values import NOBODY, Name, Rule, Speaker
from tools.models import claimants
from tools.models.claimants import Example, is_right, learnt, read

TEXT = "Eva Roth kam. Roth sagte, es regne."
ROTH = Speaker((0, 8), Name(0, 8, "PER"))


def test_table_has_claims_of_both_editions_and_of_no_rule():
    rows = read()
    assert {edition for _, edition in rows} == set(claimants.EDITIONS)
    every = [row for each in rows.values() for row in each]
    assert {row.wanted for row in every} == {"", "author", "entity", "unnamed"}
    assert any(row.one.rule is Rule.MEANING for row in every)
    assert any(row.one.speaker.reference is not None for row in every)


def test_another_mention_of_the_same_name_is_right():
    row = next(row for each in read().values() for row in each if row.wanted == "entity")
    wanted = row._replace(place=(14, 18))
    assert is_right(TEXT, wanted, Candidate(ROTH, {}))
    assert not is_right(TEXT, wanted, Candidate(Speaker((0, 8)), {}))
    assert not is_right(TEXT, wanted, Candidate(NOBODY, {}, is_author=True))


def test_signs_of_right_candidates_get_weight():
    able = [Candidate(ROTH, {"near": 1.0}), Candidate(NOBODY, {"far": 1.0})]
    weights = learnt([Example(able, np.array([True, False]), 1.0)] * 5)
    assert weights["near"] > 0 > weights["far"]
    assert shares_of(able, weights)[0] > 0.9


def test_rare_signs_are_left_out():
    able = [Candidate(ROTH, {"near": 1.0, "once": 1.0}), Candidate(NOBODY, {"far": 1.0})]
    others = [Candidate(ROTH, {"near": 1.0}), Candidate(NOBODY, {"far": 1.0})]
    found = [Example(each, np.array([True, False]), 1.0) for each in (able, others, others)]
    assert set(learnt(found)) == {"near", "far"}
