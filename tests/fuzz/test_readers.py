"""Mutated files for every reader, always the same; ``python tests/fuzz/spoil.py`` and ``guided.py`` run longer."""

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from tests.fuzz.readers import NAMES
from tests.fuzz.spoil import spoil

FILES = 800  # about a second for a reader, or less
OF_SLOW = 200
SLOW = ("format-docbin", "format-cas-json", *(f"article-{name}" for name in ("html", "mhtml", "warc", "xlsx", "eml")))


@pytest.mark.filterwarnings("ignore")  # of libraries about what they read
@pytest.mark.parametrize("name", NAMES)
def test_reader_ends_in_sentences_for_any_file(tmp_path, name):
    files = OF_SLOW if name in SLOW else FILES
    assert list(islice(spoil(name, tmp_path, seed=1), files))[-1] == files


@pytest.mark.parametrize("script", ["guided.py", "spoil.py"])
def test_unknown_reader_is_refused_by_name(script):
    line = [sys.executable, str(Path(__file__).with_name(script)), "format-jsonl", "format-conl"]

    told = subprocess.run(line, capture_output=True, text=True, check=False)

    assert told.returncode == 2
    assert "format-conl" in told.stderr
    assert not told.stdout
