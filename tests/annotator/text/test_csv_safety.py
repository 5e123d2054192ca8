"""Cells that look like formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.normalization import defused, restored


@pytest.mark.parametrize("cell", ["=1+1", "+49 221", "-", "@SUM(A1)", "\tx", "\rx", "'=1", "''=1"])
def test_formulas_get_an_apostrophe(cell):
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Köln 🎈", "'s Gravenhage", "''", "1+1=2", "a@b"])
def test_other_cells_stay_unchanged(cell):
    assert defused(cell) == cell


@given(st.text(alphabet="'=+-@\t\rKö🎈 "))
def test_restored_reverses_defused(cell):
    assert restored(defused(cell)) == cell
