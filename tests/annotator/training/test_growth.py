"""Shares of a corpus, and extrapolation of the learning curve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.training.evaluate import articles_for, write_share
from tests.annotator.formats.training_sets.test_spacy_folder import article, docs, write


def test_larger_share_contains_smaller_one(tmp_path):
    write(tmp_path / "ganz", [article(number) for number in range(20)])
    texts = []
    for percent in (25, 50, 100):
        assert write_share(tmp_path / "ganz", tmp_path / "teil", percent) == 16 * percent // 100
        texts.append({doc.text for doc in docs(tmp_path / "teil" / "corpus" / "train.spacy")})
        assert len(docs(tmp_path / "teil" / "corpus" / "dev.spacy")) == 2
        assert all("spanwright" in doc.user_data for doc in docs(tmp_path / "teil" / "corpus" / "train.spacy"))
    assert texts[0] < texts[1] < texts[2]


def falling(articles, power=0.5):
    """Return points whose error is exactly a power of the number of articles."""
    return [(n, 100 - 100 * n**-power) for n in articles]


@pytest.mark.parametrize("gain", [1.0, 2.0, 5.0])
def test_power_law_error_is_extrapolated(gain):
    more = articles_for(gain, falling([25, 50, 75, 100]))
    assert more is not None
    error = 100 * 100**-0.5 - gain
    assert more == pytest.approx((error / 100) ** -2 - 100, abs=2)


def test_no_extrapolation_from_useless_points():
    assert articles_for(2, []) is None
    assert articles_for(2, falling([50, 100])) is None
    assert articles_for(2, [(25, 60), (50, 60), (100, 60)]) is None
    assert articles_for(2, [(25, 70), (50, 65), (100, 60)]) is None
    assert articles_for(2, [(25, 99), (50, 99.2), (100, 99.3)]) is None
    assert articles_for(5, falling([25, 50, 100], power=0.01)) is None  # a hundred times the articles


@given(st.lists(st.tuples(st.integers(0, 1000), st.floats(0, 100)), max_size=6), st.floats(0.1, 20))
def test_extrapolation_is_positive_or_none(points, gain):
    more = articles_for(gain, points)
    assert more is None or more >= 0
