"""Three seconds of spoilt files for every reader; ``python tests/fuzz/spoil.py`` and ``guided.py`` go on for longer."""

import pytest

from tests.fuzz.readers import NAMES
from tests.fuzz.spoil import spoil

SECONDS = 3


@pytest.mark.filterwarnings("ignore")  # of libraries about what they read
@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_file_holds_a_reader_ends_in_sentences(tmp_path, name):
    assert spoil(name, tmp_path, seconds=SECONDS, seed=1) > 0
