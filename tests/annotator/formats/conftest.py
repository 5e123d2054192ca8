"""Comparing with reference files."""

import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.fixture
def golden():
    """Return a check of bytes against the file of that name in tests/golden."""

    def check(name, content: bytes):
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_bytes(content)
        assert content == path.read_bytes()

    return check
