import pytest

from annotator.suggest.tiers import Tier, best_of, certainty, tier_of
from tests.annotator.made import suggestion


@pytest.mark.parametrize(
    ("score", "tier"),
    [
        (1.0, Tier.SURE),
        (0.9, Tier.SURE),
        (0.8999, Tier.LIKELY),
        (0.6, Tier.LIKELY),
        (0.5999, Tier.DOUBTFUL),
        (0.0, Tier.DOUBTFUL),
    ],
)
def test_tier_of_each_score(score, tier):
    assert tier_of(score) is tier


def test_missing_score_is_likely():
    assert tier_of(None) is Tier.LIKELY
    assert tier_of(certainty(None)) is tier_of(None), "sorted by doubt it stands in its tier"


def test_best_of_keeps_most_certain_label():
    place = suggestion("a", "Köln", "LOC", score=0.95)
    club = suggestion("a", "Köln", "ORG", score=0.92)
    person = suggestion("a", "Ce\u0301line", "PER", score=0.91)
    assert best_of([club, place, person]) == [person, place]
