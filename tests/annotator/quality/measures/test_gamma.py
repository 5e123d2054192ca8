"""γ of a published example, and of people who agree, who differ, or who label by chance."""

import random

import pytest

from annotator.quality.measures.alignment import Weights, align
from annotator.quality.measures.gamma import Gamma, shuffled, shuffles
from tests.annotator.quality.made import mean, units

_THREE = [
    units((2, 9, "1"), (11, 17, "2"), (24, 30, "5"), (32, 36, "6"), (36, 44, "6"), (44, 60, "7")),
    units((2, 9, "1"), (11, 17, "3"), (19, 25, "5"), (32, 44, "6")),
    units((2, 9, "1"), (11, 17, "4"), (21, 27, "5"), (32, 36, "6"), (36, 40, "6"), (40, 44, "6")),
]


def gamma(*articles, length=200, times=30):
    sums = Gamma()
    for at, raters in enumerate(articles):
        list(sums.add(raters, length, seed=str(at), shuffles=times))
    return sums


def test_disorder_of_the_published_example():
    found, cost = align(_THREE)
    assert len(found) == 6
    assert cost / mean(_THREE) == pytest.approx(0.960625, abs=1e-6)


def test_gamma_of_the_published_example():
    assert 0.40 < gamma(_THREE, length=60, times=300).gamma < 0.50


def test_same_units_are_full_agreement():
    one = units((3, 9, "a"), (40, 52, "b"), (90, 95, "a"))
    sums = gamma([one, one], [one, one, one])
    assert sums.gamma == pytest.approx(1)
    assert sums.category() == pytest.approx(1)
    assert sums.category("a") == pytest.approx(1)


def test_labels_by_chance_have_no_category_agreement():
    draw = random.Random(1)
    articles = []
    for _ in range(40):
        places = [(at * 30, at * 30 + 9) for at in range(6)]
        articles.append([units(*((*place, draw.choice("ab")) for place in places)) for _ in range(2)])
    assert abs(gamma(*articles, times=5).category()) < 0.25


def test_order_of_articles_does_not_matter():
    draw = random.Random(2)
    articles = [
        [units(*((at, at + 5, "a") for at in sorted(draw.sample(range(190), 5)))) for _ in range(2)] for _ in range(6)
    ]
    forward, backward = Gamma(), Gamma()
    for at in range(6):
        list(forward.add(articles[at], 200, seed=str(at), shuffles=3))
        list(backward.add(articles[5 - at], 200, seed=str(5 - at), shuffles=3))
    assert forward.gamma == pytest.approx(backward.gamma)


def test_one_label_has_no_category_figure():
    sums = gamma([units((3, 9, "a")), units((4, 9, "a"))])
    assert sums.category() is None
    assert gamma([[], []]).gamma is None


def test_more_people_than_five_are_compared_in_pairs():
    one = units((3, 9, "a"), (40, 52, "b"))
    sums = Gamma()
    found = list(sums.add([one] * 7, 200, seed="x", shuffles=1))
    assert len(found) == 21
    assert sums.gamma == pytest.approx(1)


def test_chance_keeps_lengths_and_labels():
    other = shuffled([units((3, 9, "a"))] * 2, 100, random.Random(0))
    assert {(unit.end - unit.start, unit.label) for rows in other for unit in rows} == {(6, "a")}


def test_few_articles_are_shuffled_more_often():
    assert [shuffles(number) for number in (0, 1, 10, 100, 1_000)] == [30, 30, 30, 3, 1]


def test_beam_keeps_long_overlapping_claims_affordable():
    draw = random.Random(3)
    base = [(at, at + draw.randint(60, 160), "c") for at in range(0, 2_000, 50)]
    raters = [units(*((start + draw.choice((0, 4)), end, label) for start, end, label in base)) for _ in range(5)]
    assert align(raters, Weights())[1] < sum(map(len, raters))
