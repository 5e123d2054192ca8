"""Fixtures of several tests of jobs."""

import pytest

from annotator.jobs.searching import meaning


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    """Compute the vectors for each test separately, and cache them in the test's own folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    meaning.shipped.cache_clear()
    yield
    meaning.shipped.cache_clear()
