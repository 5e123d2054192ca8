import json

import pytest

from annotator.store.row_json import dump, load


@pytest.mark.parametrize("value", [{}, [[3, 9], [12, 15]], {"kind": "pröd", "n": 1.5, "🎈": None}, [], "Köln"])
def test_load_reads_what_dump_wrote(value):
    assert load(dump(value)) == value
    assert load(f" \n{json.dumps(value, indent=1)}\n ") == value


@pytest.mark.parametrize("text", ["", "[1, 2", "{} {}", "[[1,2]]x", "NULL"])
def test_load_refuses_invalid_json(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the words are Python's
        load(text)
