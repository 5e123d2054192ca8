"""Excel of labels and of claim cards."""

import csv
from dataclasses import replace
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from annotator.formats.fit import Options
from annotator.formats.plain import workbook
from annotator.formats.registry import exporter
from annotator.jobs.importing import import_read
from annotator.model.values import Annotated
from tests.annotator.formats.checked import checked
from tests.annotator.formats.reading import SCHEMA, of_rows
from tests.annotator.formats.texts import document, rich, span

DANGEROUS = ["=1+1", '=HYPERLINK("http://x.example")', "+1", "-1", "@SUM(A1)", "#N/A", "\tx", "'x"]


def rows(path, sheet):
    header, *found = load_workbook(path)[sheet].iter_rows()
    return [dict(zip((cell.value for cell in header), row, strict=True)) for row in found]


def values(path, sheet):
    return [{name: cell.value for name, cell in row.items()} for row in rows(path, sheet)]


def test_labels_relations_and_articles_have_sheets(tmp_path):
    exporter("xlsx").write([rich()], tmp_path / "a.xlsx", Options(schema=SCHEMA))
    labels = values(tmp_path / "a.xlsx", "Labels")
    assert [(row["label"], row["text"], row["start"]) for row in labels][:2] == [
        ("PER", "Zoe\u0308 Müller", 2),
        *[("LOC", "Köln", 18)],
    ]
    (claim,) = [row for row in labels if row["label"] == "CLAIM"]
    assert (claim["speech"], claim["more"]) == ("direct", '{"topics": ["Geld", "Steuern"]}')
    relations = values(tmp_path / "a.xlsx", "Relations")
    assert [(row["label"], row["tail_text"]) for row in relations] == [
        ("claimant", "Zoe\u0308 Müller"),
        ("evidence", None),
    ]
    (article,) = values(tmp_path / "a.xlsx", "Articles")
    assert (article["publisher"], article["labels"]) == ("Rheinbote", 5)
    assert values(tmp_path / "a.xlsx", "Article labels")[0]["value"] == "Steuern"


@pytest.mark.parametrize("words", DANGEROUS)
def test_dangerous_cells_are_text(tmp_path, words):
    one = span(1, "Bonn", label="LOC", text="Bonn", note=words)
    article = Annotated(document=document(text="Bonn", title=words), spans=(one,))
    exporter("xlsx").write([article], tmp_path / "a.xlsx", Options())
    (row,) = rows(tmp_path / "a.xlsx", "Labels")
    for name in ("note", "title"):
        assert (row[name].value, row[name].data_type) == (words, "s")
        assert row[name].quotePrefix
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_claim_cards_are_those_of_csv(tmp_path):
    exporter("claim-cards-xlsx").write([checked()], tmp_path / "a.xlsx", Options(schema=SCHEMA))
    cards = values(tmp_path / "a.xlsx", "Claims")
    assert len(cards) == 4
    assert list(cards[0])[:6] == ["claim", "quote", "sentence", "claimant", "cue", "object"]
    assert {card["verdict"] for card in cards} == {"refuted", "supported", "not_enough_evidence", None}


def test_text_too_long_for_cell_is_cut_and_reported(tmp_path):
    text = "Bonn " + "🎈" * 20_000
    article = Annotated(document=document(text=text), spans=(span(1, text, label="MISC", text=text),))
    report = exporter("xlsx").write([article], tmp_path / "a.xlsx", Options())
    assert [(loss.reason, loss.kind) for loss in of_rows(report)] == [("cell_cut", "changed")]
    assert "32,767" in of_rows(report)[0].sentence
    (row,) = values(tmp_path / "a.xlsx", "Labels")
    assert len(row["text"].encode("utf-16-le")) // 2 in {workbook.LONGEST, workbook.LONGEST - 1}


def test_full_sheet_goes_on_in_second(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "_MOST_ROWS", 3)
    exporter("xlsx").write([rich()], tmp_path / "a.xlsx", Options())
    sheets = load_workbook(tmp_path / "a.xlsx").sheetnames
    assert sheets[:4] == ["Labels", "Relations", "Articles", "Article labels"]
    assert sheets[4:] == ["Labels 2", "Labels 3"]


def test_control_characters_are_replaced(tmp_path):
    one = replace(rich(), document=document(text=rich().document.text, title="a\x01b"))
    report = exporter("xlsx").write([one], tmp_path / "a.xlsx", Options())
    assert [loss.reason for loss in of_rows(report) if loss.reason == "title_controls"]
    assert values(tmp_path / "a.xlsx", "Labels")[0]["title"] == "a\ufffdb"


@pytest.mark.parametrize("name", ["xlsx", "claim-cards-xlsx"])
def test_exported_workbook_is_not_read_as_articles(tmp_path, name):
    exporter(name).write([checked()], tmp_path / "a.xlsx", Options(schema=SCHEMA))
    (found,) = import_read.read([tmp_path / "a.xlsx"]).failures
    assert found[1].code == "text.exported"
    assert "JSONL" in str(found[1])


@pytest.mark.parametrize("sheet", ["Labels", "Relations", "Articles", "Article labels"])
@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".csv", ".tsv"])
def test_exported_sheet_saved_again_is_not_read_as_articles(tmp_path, sheet, suffix):
    exporter("xlsx").write([checked()], tmp_path / "a.xlsx", Options(schema=SCHEMA))
    book, again = load_workbook(tmp_path / "a.xlsx"), tmp_path / f"again{suffix}"
    if suffix in (".csv", ".tsv"):
        with again.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter="\t" if suffix == ".tsv" else ";").writerows(book[sheet].values)
    else:
        book.move_sheet(sheet, -book.index(book[sheet]))
        book.save(again)
    incoming = import_read.read([again])
    assert incoming.articles == ()
    assert [found.code for _, found in incoming.failures] == ["text.exported"]
