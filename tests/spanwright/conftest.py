"""A small project, as the examples of the documentation read it."""

import pytest

from tests.spanwright.news import make_news


@pytest.fixture
def news(tmp_path):
    return make_news(tmp_path)
