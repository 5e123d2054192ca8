"""Documents as lines of our own format, read directly from the project file."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.model.json_records import to_line
from annotator.model.values import Origin, OriginKind
from annotator.store.reader import DocumentQuery
from annotator.system.errors import StoreError
from tests.annotator.formats.texts import rich
from tests.annotator.made import add_article, span
from tests.annotator.trips import bring, export


@pytest.fixture
def filled(labelled, document, tmp_path):
    """A project with every kind of row, discontinuous spans with fields, and several on the same words."""
    whole = rich()
    stated = [{name: value for name, value in s.attributes.items() if value is not None} for s in whole.spans]
    spans = tuple(replace(one, attributes=attributes) for one, attributes in zip(whole.spans, stated, strict=True))
    exporter("jsonl").write([replace(whole, spans=spans)], tmp_path / "rich.jsonl", Options(suggestions=True))
    bring(labelled, tmp_path / "rich.jsonl")
    guess = Origin(
        kind=OriginKind.SUGGESTION, source='"quoted" %s 100 %', version="1", score=1.0, confirmed=("stance",)
    )
    for label, more in (("ORG", {"origin": guess}), ("PER", {"doubt": True, "note": 'a "note"\n'}), ("LOC", {})):
        labelled.do(edits.add(span(document, "Köln", label, **more)))
    add_article(labelled, "Leer", "Nur Text.")
    return labelled


@pytest.mark.parametrize("suggestions", [False, True])
def test_lines_equal_records_and_count_spans(filled, suggestions):
    ids = filled.read.document_ids(DocumentQuery(annotator=None))
    values = list(filled.read.gathering.each(ids, None, suggestions=suggestions))
    lines = list(filled.read.gathering.lines(ids, suggestions=suggestions))
    assert [line.text for line in lines] == [to_line(value) for value in values]
    assert [line.spans for line in lines] == [len(value.spans) for value in values]


def test_fast_export_equals_export_by_span(filled, tmp_path):
    ids = filled.read.document_ids(DocumentQuery(annotator=None))
    values = filled.read.gathering.each(ids, None, suggestions=True)
    report = exporter("jsonl").write(values, tmp_path / "looked.jsonl", Options(suggestions=True))
    assert export(filled, tmp_path / "all.jsonl", options={"suggestions": True}) == report
    assert (tmp_path / "all.jsonl").read_bytes() == (tmp_path / "looked.jsonl").read_bytes()


def test_own_format_exports_chosen_layers(filled, tmp_path):
    layers = tuple(layer.id for layer in filled.schema.layers)
    everything = export(filled, tmp_path / "all.jsonl")
    assert export(filled, tmp_path / "some.jsonl", options={"layers": ("claims",)}).spans < everything.spans
    assert export(filled, tmp_path / "layers.jsonl", options={"layers": layers}).spans == everything.spans
    assert (tmp_path / "layers.jsonl").read_bytes() == (tmp_path / "all.jsonl").read_bytes()


def test_lines_refuse_missing_document(project, document):
    with pytest.raises(StoreError) as failure:
        list(project.read.gathering.lines([document, "nowhere"]))
    assert failure.value.code == "store.no_document"


@pytest.mark.parametrize(
    "damage",
    [
        "parts = '[[5,2]]', start = 5, end = 2",
        "parts = '[[-4,2]]', start = -4, end = 2",
        "parts = 'x'",
        "origin = '{}'",
    ],
)
def test_lines_name_unreadable_row(project, document, tmp_path, damage):
    added = span(document, "Köln")
    project.do(edits.add(added))
    project._store._connection.execute(f"UPDATE span SET {damage}")
    with pytest.raises(StoreError, match=f"span {added.id}") as failure:
        export(project, tmp_path / "a.jsonl")
    assert failure.value.code == "store.damaged"
    assert not (tmp_path / "a.jsonl").exists()
