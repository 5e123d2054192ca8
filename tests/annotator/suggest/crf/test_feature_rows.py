import numpy as np
import pytest

from annotator.suggest.crf.features import FeatureRows, summed


@pytest.mark.parametrize("count", [0, 1, 2, 1000])
def test_unknown_feature_has_the_row_after_the_last(count):
    keys = np.unique(np.random.default_rng(1).integers(0, 2**32, count, dtype=np.uint64))
    rows = FeatureRows(keys)
    assert rows.of(keys).tolist() == list(range(len(keys)))
    others = np.setdiff1d(np.array([0, 1, 2**31, 2**32 - 1], dtype=np.uint64), keys)
    assert rows.of(others).tolist() == [len(keys)] * len(others)


def test_smallest_and_largest_hash_are_found():
    rows = FeatureRows(np.array([0, 7, 8, 2**32 - 1], dtype=np.uint64))
    assert rows.of(np.array([[2**32 - 1, 0], [8, 9]])).tolist() == [[3, 0], [2, 4]]


def test_summed_with_empty_words():
    table = np.array([[1, 10], [2, 20], [4, 40]], dtype=np.float32)
    rows, starts = np.array([0, 1, 2, 2, 1], dtype=np.int32), np.array([0, 0, 3, 3])
    assert summed(table, rows, starts).tolist() == [[0, 0], [7, 70], [0, 0], [6, 60]]
    first = np.array([0.5, 0.25], dtype=np.float32)
    assert summed(table, rows, starts, first)[:2].tolist() == [[0.5, 0.25], [7.5, 70.25]]
    assert summed(table, rows[:0], np.array([0, 0])).tolist() == [[0, 0]] * 2
