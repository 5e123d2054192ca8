"""The correction of an adapter's scores."""

import math
import random

import pytest

from annotator.suggest.adapter.trust import Trust, trust_in


def drawn(count, share):
    """Draw names with scores from 0.5 to 1. Of the names with the score s, the share ``share(s)`` is right."""
    chance = random.Random(7)
    scores = [chance.uniform(0.5, 1) for _ in range(count)]
    return [(score, chance.random() < share(score)) for score in scores]


def test_scores_without_correction_stay():
    assert Trust().of(0.123) == 0.123


def test_without_names_scores_are_lower():
    trust = trust_in([])
    assert 0.95 < trust.of(0.999) < 0.96
    assert 0.8 < trust.of(0.99) < 0.9


def test_too_sure_scores_are_lowered():
    trust = trust_in(drawn(2_000, lambda score: 0.6 + 0.3 * (score > 0.9)))
    assert trust.of(0.99) < 0.95
    assert abs(trust.of(0.7) - 0.6) < 0.1


def test_order_of_scores_never_changes():
    trust = trust_in(drawn(200, lambda score: 1 - score))
    scores = [trust.of(step / 100) for step in range(101)]
    assert scores == sorted(scores)
    assert 0 < scores[0] <= scores[-1] < 1


def test_few_names_change_little():
    trust = trust_in([(0.95, False), (0.9, True)])
    assert abs(trust.of(0.95) - trust_in([]).of(0.95)) < 0.1


def test_chance_hardly_moves_what_counts_as_sure():
    usual, begins = trust_in([]), []
    steps = [1 / (1 + math.exp(-step / 100)) for step in range(1_000)]
    for seed in range(20):
        chance = random.Random(seed)
        scores = [chance.choice(steps) for _ in range(200)]
        trust = trust_in([(score, chance.random() < usual.of(score)) for score in scores])
        begins.append(sum(trust.of(score) < 0.9 for score in steps) / 100)
    assert max(begins) - min(begins) < 1.8  # log odds


@pytest.mark.parametrize("right", [True, False])
def test_one_sided_names_end_in_a_number(right):
    trust = trust_in([(1.0, right)] * 500)
    assert 0 <= trust.of(1.0) <= 1


def test_written_numbers_are_read_again(tmp_path):
    Trust(0.75, -0.5).to_disk(tmp_path / "trust.json")
    assert Trust.from_disk(tmp_path / "trust.json") == Trust(0.75, -0.5)


@pytest.mark.parametrize(
    "content", ["", "{}", "[" * 2_000, "[1]", "[0, 1]", "[NaN, 1]", "[1, 1e9]", '["1", "2"]', "[1,2,3]"]
)
def test_other_content_is_refused(tmp_path, content):
    (tmp_path / "trust.json").write_text(content)
    with pytest.raises(ValueError, match=r"two numbers|Expecting"):
        Trust.from_disk(tmp_path / "trust.json")
