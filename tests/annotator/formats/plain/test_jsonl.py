"""Spanwright's own JSONL."""

import json
from dataclasses import replace
from itertools import cycle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.formats.base import ReadOptions
from annotator.formats.fit import Options
from annotator.formats.problem import Problem
from annotator.formats.registry import exporter, importer
from annotator.formats.shared import json_records
from annotator.model.json_records import to_line
from annotator.model.values import Acceptance, Annotated, Origin, OriginKind
from annotator.system.errors import FormatError
from tests.annotator.formats.texts import document, hex_id, rich, span

ALL = Options(suggestions=True)
BARE = Annotated(document=document(2, "Nur Text\u2028und\u0085 mehr.", "other"))


def read(path, content=None, options=None):
    """Return the documents and the problems of a file."""
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    found = list(importer("jsonl").read(path, options or ReadOptions()))
    problems = [entry for entry in found if isinstance(entry, Problem)]
    return [entry for entry in found if not isinstance(entry, Problem)], problems


def test_record_matches_golden_file(tmp_path, golden):
    exporter("jsonl").write([rich(), BARE], tmp_path / "out.jsonl", ALL)
    golden("record.jsonl", (tmp_path / "out.jsonl").read_bytes())


def test_round_trip_gives_same_bytes(tmp_path):
    exporter("jsonl").write([rich(), BARE], tmp_path / "one.jsonl", ALL)
    annotated, problems = read(tmp_path / "one.jsonl")
    assert problems == []
    assert annotated == [rich(), BARE]
    exporter("jsonl").write(annotated, tmp_path / "two.jsonl", ALL)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_round_trip_keeps_how_it_was_accepted(tmp_path):
    taken = [
        replace(one, origin=Origin(kind=OriginKind.SUGGESTION, source="rules", acceptance=way))
        for one, way in zip(rich().spans, cycle(Acceptance))
    ]
    exporter("jsonl").write([replace(rich(), spans=tuple(taken))], tmp_path / "one.jsonl", ALL)
    annotated, problems = read(tmp_path / "one.jsonl")
    assert problems == []
    assert {span.origin.acceptance for span in annotated[0].spans} == set(Acceptance)
    exporter("jsonl").write(annotated, tmp_path / "two.jsonl", ALL)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_line_has_sorted_keys_and_unescaped_text(tmp_path):
    exporter("jsonl").write([rich()], tmp_path / "out.jsonl", Options())
    content = (tmp_path / "out.jsonl").read_bytes()
    assert content.decode("utf-8") == to_line(replace(rich(), suggestions=())) + "\n"
    assert content.count(b"\n") == 1
    assert "\u2028bald.“" in content.decode("utf-8")
    assert list(json.loads(content)) == sorted(json.loads(content))


def test_reads_lines_with_only_text(tmp_path):
    annotated, problems = read(tmp_path / "a.jsonl", '{"text": "Köln 🤗\\nist schön."}\r\n\n{"text": "Bonn."}')
    assert problems == []
    assert [found.document.text for found in annotated] == ["Köln 🤗\nist schön.", "Bonn."]
    assert annotated[0].document.title == "Köln 🤗"
    assert annotated[0].document.id != annotated[1].document.id


def test_bom_at_start_is_ignored(tmp_path):
    annotated, problems = read(tmp_path / "a.jsonl", b"\xef\xbb\xbf" + '{"text": "Köln"}\n'.encode())
    assert [found.document.text for found in annotated] == ["Köln"]
    assert problems == []
    assert read(tmp_path / "bom.jsonl", b"\xef\xbb\xbf") == ([], [])
    assert read(tmp_path / "empty.jsonl", b"") == ([], [])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"text": "K\xf6ln"}', "line.encoding"),
        (b'{"text": "Koeln"', "line.cut"),
        (b'{"text": "Koeln", "score": NaN}', "line.number"),
        (b'{"text": "Koeln", "score": 1e999}', "line.number"),
        (b'{"text": "Koeln", "n": ' + b"9" * 5000 + b"}", "line.number"),
        (b'{"text": "Koeln",, "n": 1}', "line.json"),
        (b'\xef\xbb\xbf{"text": "Koeln"}', "line.bom"),
        (b'["text"]', "line.object"),
        (b'"text"', "line.object"),
        (b'{"text": "K\\u0000"}', "line.character"),
        (b'{"text": "K\\ud83d"}', "line.character"),
        (b'{"text": "K", "meta": {"a\\udc00": 1}}', "line.character"),
        (b'{"text": "K", "meta": ' + b"[" * 100 + b"]" * 100 + b"}", "line.deep"),
        (b'{"text": "K", "meta": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "line.deep"),
        (b'{"text": " \\n\\u00a0"}', "record.text"),
        (b'{"text": "\\ufeff\\n"}', "record.text"),
        (b'{"text": ["K"]}', "record.text"),
        (b"{}", "record.text"),
        (b'{"format": "spanwright/2", "text": "K"}', "record.newer"),
    ],
)
def test_bad_line_is_reported_with_number(tmp_path, line, code):
    annotated, problems = read(tmp_path / "a.jsonl", b'{"text": "Bonn"}\n' + line + '\n{"text": "Köln"}\n'.encode())
    assert [found.document.text for found in annotated] == ["Bonn", "Köln"]
    assert [(problem.line, problem.code) for problem in problems] == [(2, code)]
    assert problems[0].sentence.startswith("a.jsonl, line 2: ")
    assert "left out" in problems[0].sentence


def test_too_long_line_is_skipped_with_bounded_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(json_records, "_MEGABYTE", 1)
    lines = ['{"text": "Bonn"}', '{"text": "' + "ö" * 200 + '"}', '{"text": "Köln"}', '{"text": "' + "x" * 64]
    annotated, problems = read(tmp_path / "a.jsonl", "\n".join(lines))
    assert [found.document.text for found in annotated] == ["Bonn", "Köln"]
    assert [(problem.line, problem.code) for problem in problems] == [(2, "line.long"), (4, "line.long")]


def test_utf16_file_is_reported_once(tmp_path):
    annotated, problems = read(tmp_path / "a.jsonl", '{"text": "Köln"}\n{"text": "Bonn"}\n'.encode("utf-16"))
    assert annotated == []
    assert [problem.code for problem in problems] == ["line.wide"]


def test_missing_file_raises(tmp_path):
    with pytest.raises(FormatError, match="could not be read"):
        read(tmp_path / "nowhere.jsonl")


TEXTS = st.text(
    st.one_of(st.sampled_from("a ö\u0308🤗\u00a0\t\n\r\u2028\u0085\ufeff"), st.characters(exclude_categories=["Cs"])),
    max_size=30,
).map(lambda text: text.replace("\0", "") + "Köln")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def documents(draw):
    text = draw(TEXTS).replace("\r", "")
    ranges = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 9)), max_size=5))
    spans = [
        span(
            number,
            "Köln",
            text=text,
            document=hex_id(5),
            parts=((start, min(len(text), start + length)),),
            label=draw(TEXTS),
            attributes=draw(st.dictionaries(TEXTS, JSON, max_size=2)),
            note=draw(TEXTS),
            doubt=draw(st.booleans()),
        )
        for number, (start, length) in enumerate(ranges)
    ]
    return Annotated(
        document=document(5, text, title=draw(TEXTS), meta=draw(st.dictionaries(TEXTS, JSON, max_size=2))),
        spans=tuple(sorted(spans, key=lambda s: (s.start, s.end, s.id))),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents())
def test_any_document_round_trip(tmp_path, annotated):
    exporter("jsonl").write([annotated], tmp_path / "one.jsonl", ALL)
    assert read(tmp_path / "one.jsonl") == ([annotated], [])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from("format id title language meta excluded spans relations suggestions labels split".split()),
        JSON | st.lists(st.dictionaries(st.sampled_from("id layer label start end parts head tail".split()), JSON)),
    )
)
def test_reading_any_file_never_raises(tmp_path, value):
    annotated, problems = read(tmp_path / "a.jsonl", json.dumps({**value, "text": "Köln 🤗"}) + "\n")
    assert len(annotated) == 1 or problems
    for problem in problems:
        assert problem.sentence
    exporter("jsonl").write(annotated, tmp_path / "b.jsonl", ALL)
