"""α and κ against published values."""

from collections import Counter

import pytest

from annotator.quality.measures.coding import Fleiss, Metric, alpha, cohen

_FLEISS = (
    "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 "
    "333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"
)
_MISSING = "11-1 2232 3333 3333 2222 1234 4444 1121 2222 -555 --11 --3-"
_HAYES = (
    "112-2 1101- 2333- -00-0 000-0 000-0 102-1 1-20- 222-2 2111- -100- 0000- 1222- 33223 111-1 111-1 212-2 1233- "
    "1101- 000-0 0011- 00-00 2333- 0000- 12-22 0111- 00010 1212- 1122- 112-2 110-0 2121- 22-22 3222- 222-2 223-2 "
    "222-2 22-12 2222- 111-1"
)


def things(rows):
    return [[None if each == "-" else int(each) for each in row] for row in rows.split()]


def table(*rows):
    return Counter({(i, j): number for i, row in enumerate(rows) for j, number in enumerate(row)})


def test_cohen_1960_page_45():
    assert cohen(table((88, 14, 18), (10, 40, 10), (2, 6, 12))) == pytest.approx(0.492, abs=5e-4)


def test_artstein_poesio_2008_table():
    assert cohen(table((20, 20), (10, 50))) == pytest.approx(0.348, abs=5e-4)


def test_fleiss_1971_page_379():
    sums = Fleiss()
    for row in _FLEISS.split():
        sums.add(row)
    assert sums.kappa == pytest.approx(0.430, abs=5e-4)


def test_alpha_of_krippendorff_1980():
    assert alpha(things("111 122 222 444 144 222 123 333 222")) == pytest.approx(0.642, abs=5e-4)


@pytest.mark.parametrize(
    ("metric", "expected"), [(Metric.NOMINAL, 0.743), (Metric.ORDINAL, 0.815), (Metric.INTERVAL, 0.849)]
)
def test_alpha_with_gaps_of_krippendorff_2011(metric, expected):
    assert alpha(things(_MISSING), metric) == pytest.approx(expected, abs=5e-4)


def test_ordinal_alpha_of_hayes_2007():
    assert alpha(things(_HAYES), Metric.ORDINAL) == pytest.approx(0.7598, abs=5e-5)


def test_rank_is_the_order_of_values():
    rows = [["no", "no"], ["maybe", "yes"], ["yes", "yes"], ["no", "maybe"]]
    ranked = alpha(rows, Metric.ORDINAL, ["no", "maybe", "yes"])
    numbers = alpha([[["no", "maybe", "yes"].index(v) for v in row] for row in rows], Metric.ORDINAL)
    assert ranked == pytest.approx(numbers)


@pytest.mark.parametrize("rows", [[], [["a", "a"]], [["a", None]], [[None, None]]])
def test_nothing_to_differ_in_has_no_alpha(rows):
    assert alpha(rows) is None


def test_one_value_has_no_kappa():
    assert cohen(Counter({("O", "O"): 9})) is None
    sums = Fleiss()
    sums.add("OO", 9)
    assert sums.kappa is None


def test_numbers_of_any_size_are_ranked():
    assert alpha([[10**400, 10**400], [1, 10**400], [0.5, 1]], Metric.ORDINAL) == pytest.approx(
        alpha([[3, 3], [2, 3], [1, 2]], Metric.ORDINAL)
    )
