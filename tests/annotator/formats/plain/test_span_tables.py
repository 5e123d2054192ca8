"""Tables of spans."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from annotator.formats.fit import Options
from annotator.formats.plain import span_tables
from annotator.formats.registry import exporter
from annotator.model.values import Annotated
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import codes, of_rows, read, said, tidy, without, written
from tests.annotator.formats.texts import document, hex_id, rich, span

HEADER = "document,layer,label,start,end,text\r\n"


def put(path, content, texts="document,text\r\nd1,Köln wächst.\r\n"):
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    path.with_suffix(".texts.csv").write_bytes(texts.encode("utf-8"))
    return path


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_spans_round_trip_with_fields_and_parts(tmp_path, name):
    gap = replace(span(18, "Zoe\u0308", note='=1+1, "so"\n'), parts=((2, 6), (18, 22)))
    article = without(tidy(rich()))
    article = replace(article, labels=(), relations=(), spans=(*article.spans, gap))
    (back,), problems, report = written(name, tmp_path / f"a.{name}", article)
    assert (problems, of_rows(report)) == ([], [])
    assert said(back) == said(article)
    assert (back.document.publisher, back.document.meta["external_id"]) == ("Rheinbote", hex_id(1))


def test_csv_has_no_formulas_and_a_bom(tmp_path):
    cells = ["=1+1", "+1", "-1", "@x", "\tx", "'=x", "''", "harmlos"]
    for number, cell in enumerate(cells):
        text = f"{cell} und mehr"
        spans = (span(1, cell.strip() or cell, text=text, note=cell, parts=((0, len(cell)),)),)
        article = Annotated(document=document(1, text, title=cell.strip() or "x"), spans=spans)
        path = tmp_path / f"{number}.csv"
        (back,), problems, _ = written("csv", path, article)
        assert problems == []
        assert (back.spans[0].note, back.document.text, back.document.title) == (cell, text, article.document.title)
        for file in (path, path.with_suffix(".texts.csv")):
            assert file.read_bytes().startswith(b"\xef\xbb\xbf")
            for row in csv.reader(StringIO(file.read_text("utf-8-sig"), newline="")):
                assert not [found for found in row if found[:1] in set("=+-@\t\r")]


def test_tsv_has_no_bom(tmp_path):
    exporter("tsv").write([rich()], tmp_path / "a.tsv", Options())
    assert (tmp_path / "a.tsv").read_bytes().startswith(b"document\t")


def test_semicolons_round_trip(tmp_path):
    path, article = tmp_path / "a.csv", without(tidy(rich()))
    article = replace(article, labels=(), relations=())
    exporter("csv").write([article], path, Options(semicolons=True))
    for file in (path, path.with_suffix(".texts.csv")):
        assert file.read_text("utf-8-sig").startswith("document;")
    back, problems = read("csv", path)
    assert problems == []
    assert [said(entry) for entry in back] == [said(article)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("d9,entities,LOC,0,4,Köln", "row.end"),
        ("d1,entities,LOC,0,99,Köln", "row.outside"),
        ("d1,entities,LOC,-1,4,Köln", "row.outside"),
        ("d1,entities,LOC,4,0,Köln", "row.outside"),
        ("d1,entities,LOC,x,4,Köln", "row.kind"),
        ("d1,entities,LOC", "row.missing"),
        ("d1,entities,'=LOC/a b,0,4,Köln", "row.label"),
        ("d1,entities,LOC,0,3,Bonn", "row.quote"),
    ],
)
def test_broken_row_is_reported_with_line(tmp_path, row, code):
    path = put(tmp_path / "a.csv", f'{HEADER}\r\nd1,,"LOC",0,4,"Köln"\r\n{row}\r\n')
    (back,), problems = read("csv", path)
    assert codes(problems) == [(4, "", code)]
    assert back.spans[0].layer == "entities"


@pytest.mark.parametrize("content", ["a,b\r\n1,2\r\n", "", HEADER + 'd1,"x', HEADER + "d1,\0\r\n"])
def test_invalid_table_raises(tmp_path, content):
    with pytest.raises(FormatError, match=r"a\.csv could not be read as CSV of spans"):
        read("csv", put(tmp_path / "a.csv", content))


def test_missing_and_large_texts_raise(tmp_path, monkeypatch):
    path = put(tmp_path / "a.csv", HEADER)
    monkeypatch.setattr(span_tables, "LIMIT", 0)
    with pytest.raises(FormatError, match="larger than 0 MB"):
        read("csv", path)
    path.with_suffix(".texts.csv").unlink()
    with pytest.raises(FormatError, match=r"a\.csv cannot be read without a\.texts\.csv"):
        read("csv", path)
    with pytest.raises(FormatError, match="could not be read"):
        read("csv", tmp_path / "nowhere.csv")
