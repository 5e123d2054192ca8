"""Cells that look like formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.system.csv_safety import defused, restored


@pytest.mark.parametrize("cell", ["=1+1", "+49 221", "-", "@SUM(A1)", "\tx", "\rx", "'=1", "''=1"])
def test_what_a_spreadsheet_would_calculate_begins_with_an_apostrophe(cell):
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Köln 🎈", "'s Gravenhage", "''", "1+1=2", "a@b"])
def test_other_words_stay_as_they_are(cell):
    assert defused(cell) == cell


@given(st.text(alphabet="'=+-@\t\rKö🎈 "))
def test_every_cell_comes_back(cell):
    assert restored(defused(cell)) == cell
