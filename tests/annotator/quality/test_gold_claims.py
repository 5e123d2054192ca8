"""The measures of agreement, applied to the gold claims of two people in `tests/gold`."""

import pytest

from annotator.quality.measures.resampling import interval
from annotator.quality.measures.spans import exact, overlapping, total
from annotator.quality.measures.units import unit
from tests.gold import agreement


@pytest.fixture(scope="module")
def people():
    return [
        [[unit("CLAIM", tuple(claim.parts)) for claim in answers.claims] for answers in each]
        for each in agreement.both()
    ]


def test_f_is_that_of_the_gold_table(people):
    shares = [total(list(exact(*each).values())) for each in people]
    assert total(shares).f == pytest.approx(agreement.exact_spans(agreement.both()).f)
    assert total(shares).f == pytest.approx(0.974, abs=5e-4)
    found = interval(shares)
    assert found is not None
    low, high = found
    assert low < 0.974 < high
    assert high - low < 0.06


def test_overlap_is_that_of_the_gold_table(people):
    shares = [overlapping(*each) for each in people]
    assert total(shares).f == pytest.approx(agreement.overlapping_spans(agreement.both()).f, abs=0.002)
