"""Lists of JSON objects."""

import json

import pytest

from annotator.formats.shared.json_records import json_list


@pytest.mark.parametrize("count", [0, 1, 3])
def test_list_is_json_with_one_object_a_line(tmp_path, count):
    path = tmp_path / "a.json"
    with json_list(path, '{"items": [', "]}") as add:
        for number in range(count):
            add({"wörter": f"{number} 🎈\n"})
    words = path.read_bytes().decode("utf-8")
    assert json.loads(words) == {"items": [{"wörter": f"{number} 🎈\n"} for number in range(count)]}
    assert words.count("\n") == (count + 2 if count else 1)
