"""uα against published values and sums by hand."""

import pytest

from annotator.quality.measures.unitizing import Unitized, UnitizedLayer
from tests.annotator.quality.alpha_u_2004 import disagreement
from tests.annotator.quality.made import units


def alpha(raters, length, label="k"):
    sums = UnitizedLayer()
    sums.add(raters, length)
    return sums.by_label()[label].alpha


def test_three_coders_of_a_published_program():
    sums = Unitized()
    sums.add(
        [
            [(0, 2, False), (3, 14, True), (15, 21, False), (22, 52, True), (53, 55, False)],
            [(0, 2, False), (3, 9, True), (10, 21, False), (22, 52, True), (53, 55, False)],
            [(0, 21, False), (22, 45, True), (46, 55, False)],
        ]
    )
    assert sums.disagreement.alpha == pytest.approx(0.5671992508994135, abs=1e-12)


def test_units_apart_by_hand():
    assert alpha([units((0, 5, "k")), units((10, 15, "k"))], 20) == pytest.approx(-0.26667, abs=1e-5)


def test_same_unit_is_full_agreement():
    assert alpha([units((0, 5, "k")), units((0, 5, "k"))], 20) == pytest.approx(1)


def test_everything_labelled_by_both_has_no_alpha_below_one():
    assert alpha([units((0, 20, "k")), units((0, 20, "k"))], 20) in (None, pytest.approx(1))


def test_article_without_label_counts_as_gap():
    one, other = units((0, 5, "k")), units((3, 8, "k"))
    apart = UnitizedLayer()
    apart.add([one, other], 20)
    apart.add([[], []], 30)
    assert apart.by_label()["k"].alpha == pytest.approx(alpha([one, other], 50))


def test_figures_may_be_read_twice():
    sums = UnitizedLayer()
    sums.add([units((0, 5, "k")), []], 20)
    sums.add([units((0, 5, "l")), []], 20)
    assert sums.by_label() == sums.by_label()


def test_overlapping_units_of_one_label_are_cut():
    doubled = units((0, 5, "k"), (2, 5, "k"), (4, 8, "k"))
    assert alpha([doubled, units((0, 5, "k"), (5, 8, "k"))], 20) == pytest.approx(1)


def test_older_alpha_has_its_published_values():
    one, other = [(225, 295), (370, 400)], [(220, 300), (355, 375), (400, 420)]
    same = [(180, 240), (300, 350)]
    differing, agreed = disagreement([one, other], 150, 300), disagreement([same, same], 150, 300)
    assert differing == (pytest.approx(0.0144, abs=1e-4), pytest.approx(0.0532, abs=1e-4))
    assert 1 - differing[0] / differing[1] == pytest.approx(0.7286, abs=1e-4)
    assert agreed[0] == 0
    assert 1 - (differing[0] + agreed[0]) / (differing[1] + agreed[1]) == pytest.approx(0.8591, abs=5e-4)


def test_older_alpha_has_the_disagreement_of_1995():
    assert disagreement([[(2, 10), (14, 20)], [(4, 8), (15, 17)]], 0, 24)[0] == pytest.approx(0.03125)


def test_alpha_ranks_people_as_the_older_one_does():
    whole = [(20, 40), (60, 90)]
    close, far = [(20, 42), (60, 90)], [(35, 50), (60, 70)]
    older = [
        1 - observed / expected for observed, expected in (disagreement([whole, each], 0, 120) for each in (close, far))
    ]
    ours = [alpha([units(*((*part, "k") for part in each)) for each in (whole, rows)], 120) for rows in (close, far)]
    assert ours[0] > ours[1]
    assert older[0] > older[1]
