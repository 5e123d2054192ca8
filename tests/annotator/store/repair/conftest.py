"""The project to damage."""

import os

import pytest

from tests.annotator.store.damaged_files import make_base

ALL = os.environ.get("SPANWRIGHT_DAMAGED") == "all"


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    """The project to damage, larger than that of `damaged_files`."""
    return make_base(tmp_path_factory.mktemp("base"), articles=54 if ALL else 16)
