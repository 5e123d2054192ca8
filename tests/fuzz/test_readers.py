"""Spoilt files for every reader, always the same; ``python tests/fuzz/spoil.py`` and ``guided.py`` go on for longer."""

from itertools import islice

import pytest

from tests.fuzz.readers import NAMES
from tests.fuzz.spoil import spoil

FILES = 800  # about a second for a reader, or less
OF_SLOW = 200
SLOW = ("format-docbin", "format-cas-json", *(f"article-{name}" for name in ("html", "mhtml", "warc", "xlsx", "eml")))


@pytest.mark.filterwarnings("ignore")  # of libraries about what they read
@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_file_holds_a_reader_ends_in_sentences(tmp_path, name):
    files = OF_SLOW if name in SLOW else FILES
    assert list(islice(spoil(name, tmp_path, seed=1), files))[-1] == files
