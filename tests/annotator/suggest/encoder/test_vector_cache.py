"""Vectors kept between runs."""

import numpy as np
import pytest

from annotator.suggest.encoder.meaning import SIZE, Said
from annotator.suggest.encoder.vector_cache import VectorCache
from annotator.suggest.encoder.vector_cache import key as key_of


def key(text):
    return key_of(Said("de", text))


def rows(*values):
    return np.array([[value] * SIZE for value in values], np.int8)


@pytest.fixture
def cache(tmp_path):
    return VectorCache(tmp_path / "meaning")


def first_numbers(cache, *texts):
    return [int(cache.rows[place][0]) if place >= 0 else None for place in cache.places([key(text) for text in texts])]


def test_other_process_reads_what_was_added(cache, tmp_path):
    other = VectorCache(tmp_path / "meaning")
    cache.add([key("one"), key("zwei 🎈")], rows(1, -2))
    other.refresh()
    assert first_numbers(other, "zwei 🎈", "one", "none") == [-2, 1, None]


def test_many_files_are_joined_into_one(cache, tmp_path):
    for number in range(50):
        cache.add([key(str(number))], rows(number))
    cache.join()
    assert len(list((tmp_path / "meaning").iterdir())) == 1
    fresh = VectorCache(tmp_path / "meaning")
    fresh.refresh()
    assert first_numbers(fresh, "0", "49") == [0, 49]
    assert first_numbers(cache, "7") == [7]


def test_cut_file_is_left_out(cache, tmp_path):
    cache.add([key("one")], rows(1))
    (path,) = (tmp_path / "meaning").iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    cache.add([key("two")], rows(2))
    fresh = VectorCache(tmp_path / "meaning")
    fresh.refresh()
    assert first_numbers(fresh, "one", "two") == [None, 2]


def test_unwritable_folder_keeps_vectors_in_memory(tmp_path):
    (tmp_path / "meaning").write_text("a file")
    cache = VectorCache(tmp_path / "meaning")
    cache.add([key("one")], rows(1))
    assert first_numbers(cache, "one") == [1]
