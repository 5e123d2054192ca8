"""Counts, calibration and pace of decisions."""

import pytest

from annotator.model.values import Acceptance
from annotator.suggestions.reliability import (
    Decision,
    Pace,
    Tally,
    Uncounted,
    Verdict,
    by_label,
    calibration_error,
    fate_of,
    over_time,
    pace,
    reliability,
    uncounted,
)

LOC, ORG = ("entities", "LOC"), ("entities", "ORG")


def decision(fate=Verdict.ACCEPTED, score=0.97, label="LOC", day="2026-11-24", **more):
    return Decision(layer="entities", label=label, score=score, fate=fate, day=day, **more)


def test_fate_after_later_changes():
    assert fate_of("accepted", kept=True, touched=True) is Verdict.ACCEPTED
    assert fate_of("accepted", kept=False, touched=True) is Verdict.CORRECTED
    assert fate_of("accepted", kept=False, touched=False) is Verdict.REJECTED
    assert fate_of("rejected", kept=True, touched=True) is Verdict.REJECTED
    assert fate_of("corrected", kept=False, touched=False) is Verdict.CORRECTED


def test_by_label_counts_missed_and_pending():
    decisions = [decision(label="ORG", fate=Verdict.REJECTED), decision(), decision(), decision(fate=Verdict.CORRECTED)]
    counted = by_label(decisions, missed={LOC: 1}, pending={("claims", "CLAIM"): 5})
    assert list(counted) == [("claims", "CLAIM"), LOC, ORG]
    assert counted[LOC] == Tally(accepted=2, corrected=1, missed=1)
    assert (counted[LOC].decided, counted[LOC].found) == (3, 0.75)
    assert counted[LOC].share == pytest.approx(2 / 3)
    assert (counted["claims", "CLAIM"].share, counted["claims", "CLAIM"].found) == (None, None)


def test_decisions_by_sight_count_as_found_only():
    unseen = [decision(acceptance=Acceptance.SIGHT)] * 8 + [decision(acceptance=None)]
    refused = decision(fate=Verdict.REJECTED, acceptance=Acceptance.SIGHT)
    counted = by_label([decision(), decision(fate=Verdict.REJECTED), refused, *unseen], missed={LOC: 10}, pending={})
    assert counted[LOC] == Tally(accepted=1, rejected=1, missed=10, unread=9)
    assert (counted[LOC].share, counted[LOC].found) == (0.5, 0.5)


def test_uncounted_decisions_are_told_apart():
    sight, unknown = decision(acceptance=Acceptance.SIGHT), decision(acceptance=None)
    changed = decision(fate=Verdict.CORRECTED, acceptance=Acceptance.SIGHT, overturned=True)
    assert uncounted([decision(), sight, changed, unknown]) == Uncounted(sight=2, unknown=1, changed=1)
    assert uncounted([decision()]) == Uncounted()


def test_over_time_by_day_or_month():
    few = [decision(day="2026-11-24"), decision(day="2026-11-03", fate=Verdict.REJECTED)]
    assert over_time(few) == (("2026-11-03", Tally(rejected=1)), ("2026-11-24", Tally(accepted=1)))
    many = [decision(day=f"2026-{month:02}-{day:02}") for month in (10, 11) for day in range(1, 10)]
    assert over_time(many) == (("2026-10", Tally(accepted=9)), ("2026-11", Tally(accepted=9)))


def test_reliability_bins_highest_first():
    sure = [decision(score=1.0)] * 3 + [decision(score=0.96, fate=Verdict.CORRECTED)]
    bins = reliability([*sure, decision(score=0.2, fate=Verdict.REJECTED), decision(score=None)])
    assert [(each.lowest, each.highest, each.decided, each.accepted) for each in bins] == [
        (0.95, 1.0, 4, 3),
        (0.0, 0.5, 1, 0),
    ]
    assert bins[0].share == 0.75
    assert bins[0].mean == pytest.approx(0.99)
    assert calibration_error(bins) == pytest.approx((4 * 0.24 + 0.2) / 5)
    assert calibration_error([]) is None


def test_score_at_bound_is_in_upper_bin():
    assert [each.lowest for each in reliability([decision(score=0.9), decision(score=0.6)])] == [0.9, 0.6]


def test_likely_share_of_few_decisions_is_wide():
    few, many = reliability([decision()] * 4), reliability([decision()] * 400)
    assert few[0].between[0] == pytest.approx(0.51, abs=0.01)
    assert many[0].between[0] > 0.99
    assert few[0].between[1] == many[0].between[1] == 1.0


def test_pace_is_median_without_pauses():
    assert pace([1_000, 3_000, 0, 2_000, 7_200_000]) == Pace(decisions=3, seconds=2.0)
    assert pace([0, 7_200_000]) is None
