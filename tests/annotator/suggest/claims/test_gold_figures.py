"""Minimum scores that the claim rules must reach on the gold articles and on articles labelled later."""

import pytest

from tests.benchmarks.claims import answers_of, found_in
from tests.gold import agreement
from tests.gold.agreement import Both

# precision and recall of claims; of the claims of both: claimant, claimant of pronouns and roles, kind
FLOORS = {
    ("gold", "de"): (0.95, 0.85, 0.95, 0.90, 0.90),
    ("gold", "en"): (0.96, 0.86, 0.97, 0.95, 0.86),
    ("fresh", "de"): (0.96, 0.86, 0.93, 0.93, 0.87),
    ("fresh", "en"): (0.96, 0.85, 0.93, 0.92, 0.87),
    ("third", "de"): (0.96, 0.86, 0.92, 0.84, 0.84),
    ("third", "en"): (0.96, 0.86, 0.93, 0.88, 0.85),
    ("own", "de"): (0.95, 0.90, 0.89, 0.85, 0.85),
    ("own", "en"): (0.96, 0.90, 0.94, 0.92, 0.86),
}


def _share(pairs, agrees):
    return sum(map(agrees, pairs)) / len(pairs)


@pytest.mark.thorough  # the floors were measured with the encoder, as the program ships
@pytest.mark.parametrize(("name", "language"), FLOORS)
def test_rules_stay_above_their_floors(name, language):
    articles = [Both(each, found_in(each)) for each in answers_of(name, 1) if each.language == language]
    found = agreement.overlapping_spans(articles)
    pairs = [pair for each in articles for pair in agreement.pairs(each.first, each.second)]
    spoken = [pair for pair in pairs if pair.first.claimant_kind != "author"]
    referring = [pair for pair in spoken if pair.first.reference is not None]
    figures = (
        found.precision,
        found.recall,
        _share(spoken, agreement.same_claimant),
        _share(referring, agreement.same_claimant),
        _share(spoken, lambda pair: pair.first.kind == pair.second.kind),
    )
    below = [(figure, floor) for figure, floor in zip(figures, FLOORS[name, language], strict=True) if figure < floor]
    assert not below
