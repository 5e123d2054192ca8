"""Dealing documents out to train, dev and test."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats import split
from tests.annotator.formats.texts import hex_id

SHARES = split.parse("80/10/10")
FREE = [(hex_id(number), None) for number in range(100)]


def sizes(dealt):
    counted = Counter(dealt.values())
    return [counted[portion] for portion in split.PORTIONS]


def test_a_split_is_three_numbers_that_add_up_to_a_hundred():
    assert dict(split.parse("70/20/10")) == {"train": 70, "dev": 20, "test": 10}


@pytest.mark.parametrize("wrong", ["", "80/10", "80/10/11", "80/10/10/0", "-10/100/10", "8e1/10/10", "٨٠/10/10"])
def test_any_other_split_is_refused(wrong):
    with pytest.raises(FormatError, match="80/10/10"):
        split.parse(wrong)


def test_sizes_are_right_and_who_goes_where_depends_on_seed_and_ids_alone():
    dealt = split.deal(FREE, SHARES, seed=1)
    assert sizes(dealt) == [80, 10, 10]
    assert split.deal(FREE[::-1], SHARES, seed=1) == dealt
    assert split.deal(FREE, SHARES, seed=2) != dealt


def test_who_goes_where_stays_the_same_in_later_versions():
    dealt = split.deal(FREE[:10], SHARES, seed=7)
    assert [int(document, 16) for document, portion in dealt.items() if portion != "train"] == [3, 9]


def test_a_document_keeps_the_portion_that_it_has():
    held = [(hex_id(number), "test") for number in range(5)]
    dealt = split.deal([*held, *FREE[5:]], SHARES, seed=1)
    assert all(dealt[document] == "test" for document, _ in held)
    assert sizes(dealt) == [80, 10, 10]


def test_where_too_many_have_a_portion_the_rest_is_shared_by_the_others():
    held = [(hex_id(number), "test") for number in range(50)]
    assert sizes(split.deal([*held, *FREE[50:]], SHARES, seed=1)) == [44, 6, 50]


def test_no_documents_are_dealt_out_too():
    assert split.deal([], SHARES, seed=1) == {}


@given(
    st.integers(0, 300),
    st.lists(st.integers(0, 100), min_size=3, max_size=3).filter(any),
)
def test_the_largest_remainder_is_never_off_by_one_or_more(count, weights):
    shared = split.apportion(count, weights)
    assert sum(shared) == count
    for size, weight in zip(shared, weights, strict=True):
        assert abs(size - count * weight / sum(weights)) < 1
