"""JSON files of records: lines and arrays."""

import json
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.formats.base import ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared import json_records
from annotator.formats.shared.json_fields import UnusableRow
from annotator.formats.shared.json_records import read_records, reader
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import read as read_format


def read(path, content):
    """Return (line, object) or (line, code of the problem) for each record."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return [(e.line, e.code if isinstance(e, Problem) else e.value) for e in read_records(path)]


def test_array_objects_with_lines(tmp_path):
    found = read(tmp_path / "a.json", '\ufeff \n[\n {"a": 1},\n\n {"b":\n "ö\\n🤗"} , {"c": [1, {}]}\n]\n')
    assert found == [(3, {"a": 1}), (5, {"b": "ö\n🤗"}), (6, {"c": [1, {}]})]
    assert read(tmp_path / "a.json", "[]") == []
    assert read(tmp_path / "a.json", "") == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[{"a": 1},\n 7,\n "x"]', [(2, "line.object"), (3, "line.object")]),
        ('[{"a": 1},\n {"b": ', [(2, "file.rest")]),
        ('[{"a": 1},\n {"b": "und dann', [(2, "file.rest")]),
        ('[{"a": 1}\n', [(2, "file.rest")]),
        ('[{"a": 1},\n12', [(2, "line.object"), (2, "file.rest")]),
        ('[{"a": 1}]\n[', [(2, "file.rest")]),
        ('[{"a": 1},\n {b: 2}, {"c": 3}]', [(2, "file.rest")]),
        ('[{"a": 1},\n {"b": NaN}]', [(2, "file.rest")]),
        (b'[{"a": 1},\n {"b": "K\xf6ln"}]', [(1, "line.encoding")]),
        ('[{"a": 1},\n ' + "[" * 200_000 + "]" * 200_000 + "]", [(2, "line.deep")]),
        ('[{"a": 1},\n ' + "9" * 5000 + "]", [(2, "file.rest")]),
    ],
)
def test_broken_array_is_reported_after_earlier_records(tmp_path, content, told):
    found = read(tmp_path / "a.json", content)
    assert [entry for entry in found if entry not in [(1, {"a": 1})]] == told
    assert (1, {"a": 1}) in found or isinstance(content, bytes)


def test_too_large_record_ends_array_with_bounded_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(json_records, "LIMIT", 1)
    path = tmp_path / "a.json"
    with path.open("w") as file:
        file.write('[{"a": 1}, {"text": "')
        for _ in range(64):
            file.write("x" * (1 << 20))
    tracemalloc.start()
    found = [e.code if isinstance(e, Problem) else e.value for e in read_records(path)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [{"a": 1}, "line.long"]
    assert peak < 16 << 20


def test_many_records_are_read_one_by_one(tmp_path):
    path = tmp_path / "a.json"
    path.write_text("[" + ",\n".join(json.dumps({"text": "ö" * 1000}) for _ in range(20_000)) + "]")
    tracemalloc.start()
    count = sum(1 for _ in read_records(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 8 << 20


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=20).map(lambda t: t.replace("\0", "")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(st.text(max_size=4), JSON, max_size=4), max_size=5), st.integers(1, 40), st.booleans())
def test_lines_and_arrays_agree_for_any_chunk_size(tmp_path, values, chunk, indent):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(json_records, "_CHUNK", chunk)
        array = json.dumps(values, ensure_ascii=False, indent=2 if indent else None).encode("utf-8", "replace")
        assert [value for _, value in read(tmp_path / "a.json", array)] == json.loads(array)
    lines = "\n".join(json.dumps(value) for value in values)
    assert [value for _, value in read(tmp_path / "a.jsonl", lines)] == [json.loads(json.dumps(v)) for v in values]


def test_converter_yields_reports_and_refuses(tmp_path):
    def convert(value, options, tell):
        if value["n"] == 0:
            raise UnusableRow("record.text")
        tell("here", "row.twice")
        for _ in range(value["n"]):
            yield {"text": "Köln."}

    path = tmp_path / "a.jsonl"
    path.write_text('{"n": 0}\n{"n": 2}\n{"n": "\\u0000"}\n' + '{"n": ' + "[" * 99 + "]" * 99 + "}\n")
    found = list(reader(convert)(path, ReadOptions(language="de")))
    told = [(e.line, e.place, e.code) for e in found if isinstance(e, Problem)]
    assert told == [(1, "", "record.text"), (2, "here", "row.twice"), (3, "", "line.character"), (4, "", "line.deep")]
    assert [e.document.text for e in found if not isinstance(e, Problem)] == ["Köln.", "Köln."]


def test_missing_file_raises(tmp_path):
    with pytest.raises(FormatError, match="could not be read"):
        list(read_records(tmp_path / "nowhere.json"))


@pytest.mark.parametrize(
    "content",
    [
        '{"text": "Köln.", "text": "Bonn."}\n{"text": "Trier."}\n',
        '{"text": "Köln.", "spans": [{"start": 0, "end": 4, "label": "LOC", "label": "PER"}]}\n{"text": "Trier."}\n',
        '[["Köln.", {"entities": [], "entities": []}],\n {"text": "Trier."}]',
    ],
)
def test_record_with_name_twice_is_told(tmp_path, content):
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    found = list(reader(lambda value, options, tell: [value])(path, ReadOptions(language="de")))
    assert [e.code if isinstance(e, Problem) else e.document.text for e in found] == ["line.repeated", "Trier."]


def test_own_record_with_name_twice_is_told(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"format": "spanwright/1", "text": "Köln.", "text": "Bonn."}\n', encoding="utf-8")
    _, (problem,) = read_format("jsonl", path)
    assert problem.sentence == (
        "a.jsonl, line 1: text is there twice in the same object, so the article was left out. Delete one of them in"
        " the file."
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("name", ["jsonl", "conll"])
def test_wide_encoding_is_named(tmp_path, encoding, name):
    path = tmp_path / "a.txt"
    path.write_bytes(('\ufeff{"text": "Köln."}\n').encode(encoding))
    _, (problem,) = read_format(name, path)
    assert (problem.code, problem.details) == ("line.wide", {"encoding": encoding[:6].upper()})
