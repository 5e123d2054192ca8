"""Datasets for Hugging Face as Parquet. `dev.py test` runs those marked parquet where pyarrow is installed."""

import json
from dataclasses import replace
from importlib.util import find_spec

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import exporter, importer, importer_for
from annotator.model.values import Annotated
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import SCHEMA, codes, linked, of_rows, read, said, tidy, without
from tests.annotator.formats.texts import document, hex_id, rich, span

NAME = "huggingface-parquet"
OUT = exporter(NAME)
FILE = "train-00000-of-00001.parquet"


def table(path, columns, metadata=None):
    """Write a file with these columns with pyarrow alone, as another program would."""
    import pyarrow as pa
    from pyarrow import parquet

    made = pa.table(columns)
    parquet.write_table(made.replace_schema_metadata(metadata), path)
    return path


def test_missing_package_raises_first(tmp_path):
    out = replace(OUT, needs="no_such_package")
    for attempt in (lambda: out.preflight([rich()], Options()), lambda: out.write([rich()], tmp_path / "o", Options())):
        with pytest.raises(FormatError, match="pip install no_such_package") as told:
            attempt()
        assert told.value.code == "format.package"
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(find_spec("pyarrow") is not None, reason="pyarrow is there")
def test_recognises_parquet_without_pyarrow(tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    assert importer_for(tmp_path / "a.parquet") is importer(NAME)
    with pytest.raises(FormatError, match="needs the package pyarrow"):
        read(NAME, tmp_path / "a.parquet")


@pytest.mark.parquet
def test_article_round_trip_with_fields_relations_and_labels(tmp_path):
    article = without(tidy(rich()))
    report = OUT.write([article], tmp_path / "out", Options(schema=SCHEMA))
    assert of_rows(report) == []
    (back,), problems = read(NAME, tmp_path / "out" / "data" / FILE)
    assert problems == []
    assert back.document.text == article.document.text
    assert said(back) == said(article)
    assert linked(back) == linked(article)
    assert [label.value for label in back.labels] == ["Steuern"]
    assert back.document.published == "2022-11-30"


@pytest.mark.parquet
def test_splits_share_classes_and_card_lists_files(tmp_path):
    from pyarrow import parquet

    labels, texts = ["LOC", "PER", "X"] * 4, [f"Nummer {number} aus Köln." for number in range(12)]
    stream = [
        Annotated(document=document(n, text), spans=(span(1, "Köln", document=hex_id(n), label=label, text=text),))
        for n, (label, text) in enumerate(zip(labels, texts, strict=True))
    ]
    OUT.write(stream, tmp_path / "out", Options(split="50/25/25", schema=SCHEMA))
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    said = set()
    for split, count in (("train", 6), ("validation", 3), ("test", 3)):
        path = f"data/{split}-00000-of-00001.parquet"
        assert f"- split: {split}\n    path: {path}\n" in card
        found = parquet.read_table(tmp_path / "out" / path)
        names = json.loads(found.schema.metadata[b"huggingface"])["info"]["features"]["ner_tags"]["feature"]["names"]
        assert names[0] == "O"
        assert names[1:] == sorted(names[1:])
        for row in found.to_pylist():
            (label,) = (entry["label"] for entry in row["spans"])
            assert [names[number] for number in row["ner_tags"] if number] == [f"B-{label}"]
        assert found.num_rows == count
        said.add(tuple(names))
    assert len(said) == 1


@pytest.mark.parquet
def test_class_names_come_from_file_or_card(tmp_path):
    columns = {"tokens": [["Köln", "liegt"]], "ner_tags": [[1, 0]]}
    said = {"info": {"features": {"ner_tags": {"feature": {"names": ["O", "B-LOC"], "_type": "ClassLabel"}}}}}
    named = table(tmp_path / "named.parquet", columns, {"huggingface": json.dumps(said)})
    bare = table(tmp_path / "bare.parquet", columns)
    (article,), problems = read(NAME, named)
    assert [(s.label, s.quote(article.document.text)) for s in article.spans] == [("LOC", "Köln")]
    assert problems == []
    assert codes(read(NAME, bare)[1]) == [(1, "", "record.names")]
    (tmp_path / "README.md").write_text("class_label:\n  names:\n    '0': O\n    '1': B-LOC\n", "utf-8")
    assert read(NAME, bare)[0][0].spans[0].label == "LOC"


@pytest.mark.parquet
def test_columns_of_other_types_are_reported(tmp_path):
    from datetime import UTC, datetime
    from decimal import Decimal

    deep = [[[[[[[[[["tief"]]]]]]]]]]
    columns = {
        "text": ["Köln liegt am Rhein.", "Bonn auch."],
        "spans": [[{"start": 0, "end": 4, "label": "LOC", "id": 1, "attributes": 3.5}], []],
        "tokens": [1, 2],
        "ner_tags": ["x", None],
        "published": [datetime(2026, 1, 2, tzinfo=UTC)] * 2,
        "prize": [Decimal("1.5"), None],
        "raw": [b"\xff", None],
        "deep": [deep, deep],
    }
    articles, problems = read(NAME, table(tmp_path / "a.parquet", columns))
    assert [article.document.text for article in articles] == columns["text"]
    assert [s.label for s in articles[0].spans] == ["LOC"]
    told = [problem.details["field"] for problem in problems if problem.code == "column.type"]
    assert told == ["published", "prize", "raw", "deep"]
    assert all(problem.sentence for problem in problems)


@pytest.mark.parquet
def test_broken_rows_are_reported_with_number(tmp_path):
    import pyarrow as pa

    places, words = pa.array([0, 4, 8, 11], pa.int32()).buffers()[1], pa.py_buffer(b"BonnK\xf6lnUlm")
    texts = pa.StringArray.from_buffers(3, places, words)
    columns = {"text": texts, "spans": [[], [], None], "tokens": [[], [], []]}
    articles, problems = read(NAME, table(tmp_path / "a.parquet", columns))
    assert [article.document.text for article in articles] == ["Bonn"]
    assert [(line, code) for line, _, code in codes(problems)] == [(2, "line.encoding"), (3, "record.tokens")]


@pytest.mark.parquet
def test_huge_row_in_small_file_is_left_out(tmp_path):
    import pyarrow as pa

    count = 20_000_000
    offsets = pa.array([0, count, count], pa.int32())
    numbers = pa.ListArray.from_arrays(offsets, pa.array([0]).take(pa.repeat(0, count)))
    path = table(tmp_path / "a.parquet", {"text": ["Köln.", "Bonn."], "spans": [[], []], "ner_tags": numbers})
    assert path.stat().st_size < 1 << 20
    articles, problems = read(NAME, path)
    assert [article.document.text for article in articles] == ["Bonn."]
    assert codes(problems) == [(1, "", "line.long")]


@pytest.mark.parquet
@pytest.mark.parametrize("keep", [0, 3, 4, 8, 100, -1, -8, -60])
def test_broken_parquet_raises(tmp_path, keep):
    OUT.write([rich()], tmp_path / "out", Options(schema=SCHEMA))
    whole = (tmp_path / "out" / "data" / FILE).read_bytes()
    (tmp_path / "a.parquet").write_bytes(whole[:keep] if keep >= 0 else whole[: len(whole) + keep])
    with pytest.raises(FormatError) as told:
        read(NAME, tmp_path / "a.parquet")
    assert told.value.code == "format.broken"


@pytest.mark.parquet
def test_missing_file_raises(tmp_path):
    with pytest.raises(FormatError) as told:
        read(NAME, tmp_path / "a.parquet")
    assert told.value.code == "text.missing"
