"""Exports of articles whose titles, notes, fields and names are hostile to files, and reading them back."""

import csv
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from annotator.formats.base import ReadOptions
from annotator.formats.fit import Options
from annotator.formats.problem import Problem
from annotator.formats.registry import EXPORTERS, exporter, importer, importer_for
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.values import Annotated, Document, DocumentLabel, DocumentState, Identity, Relation, State
from annotator.text.normalization import fingerprint
from tests.annotator.formats.at_hand import BOTH, WRITTEN
from tests.annotator.formats.reading import SCHEMA
from tests.annotator.formats.test_every_format import files
from tests.annotator.formats.texts import hex_id, span

LONG = "Aa_" * 3334
VALUES = (
    *("a\x01\x08\x0b\x0c\x1b\x7f\x85b", "a\ufffe\uffffb", "a\u2028b\u2029c", "a\rb\r\nc", "\n\na\n\n\nb\n", "\tx"),
    *(
        "a]]>b<![CDATA[c",
        "--><!-- x -->",
        "<script>alert('x')</script>&amp;&lt;",
        "&xxe;&#0;&#xD800;",
        "_x000D__x0041_",
    ),
    *(
        "=cmd|' /C calc'!A0",
        "+1+1",
        "@SUM(1)",
        "-2+3",
        "'=1",
        "#REF!",
        "1e999",
        "NaN",
        "true",
        "None",
        '{"a": [1, null]}',
    ),
    *("../../x", "CON", "nul", "a/b\\c", "...", "x. . .", " ", "a: b\n- c #d\n---\n", "'\"`\"\"'';,"),
    *("👩\u200d👩\u200d👧🏳️\u200d🌈", "\u202eabc\u202c שלום", "\u200b\u200d\ufeff", "a" + "\u0301" * 50, "ü" * 20_000),
    *("a|b;c*_[1]\\", "T1\tPER 0 1\tx", "-DOCSTART- -X- O O", "#Text=1-1\n# newdoc id = 3"),
    "# a\n| b | **c** [d](javascript:alert(1)) `e`",
)
WORDS = {"en": "<b>=1</b>]]>\n|\x01|"}
LABELS = [replace(SCHEMA.layers[0].labels[0], id=LONG, name=WORDS, help=WORDS, guidelines=WORDS)]
WIDE = replace(
    SCHEMA,
    layers=(replace(SCHEMA.layers[0], labels=(*SCHEMA.layers[0].labels, *LABELS)), *SCHEMA.layers[1:]),
)
_BAD_NAME = re.compile(r'[\x00-\x1f<>:"|?*\\]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.IGNORECASE)


def article(number, words):
    """Return an article with these words in every field, and the first of them in its text."""
    shown = words.replace("\r\n", "\n").replace("\r", "\n")[:200]
    text = f"Anna Lee {shown} aus Köln sagte: Die Steuern fallen.\n\n{number}: {shown}\n\nEnde gut."
    key = number * 100
    of = {"document": hex_id(key), "text": text}
    said = {
        "topic": words,
        "topics": [words, "x"],
        "claim_text": words,
        "claimant_kind": "entity",
        "claim_type": "numerical",
        "worthiness": "CFS",
        "verdict": "refuted",
        "verdict_reason": words,
        "verdict_date": "2022-12-01",
        "citations": [{"role": "supports", "url": words, "quote": words}],
    }
    who = "".join(sign for sign in words if sign.isprintable()).strip()[:80] or "ada"
    spans = [
        span(key + 1, "Anna Lee", note=words, attributes={"identity": hex_id(key + 20)}, **of),
        span(key + 2, "Köln", label=LONG, annotator=who, **of),
        span(key + 3, "Die Steuern fallen", layer="claims", label="CLAIM", note=words, attributes=said, **of),
        span(key + 4, "sagte", layer="attribution", label="CUE", **of),
    ]
    if shown.strip():
        spans += [span(key + 5, shown, label="ORG", **of), span(key + 6, shown, layer="claims", label="CLAIM", **of)]
    links = ((7, "claimant", 1), (8, "cue", 4), (9, "evidence", 2))
    relations = [
        Relation(id=hex_id(key + at), label=kind, head=hex_id(key + 3), tail=hex_id(key + tail), annotator="ada")
        for at, kind, tail in links
    ]
    return Annotated(
        document=Document(
            id=hex_id(key),
            title=words,
            text=text,
            sha256=fingerprint(text),
            language="de",
            publisher=words,
            author=words,
            url=words,
            published="2022-11-30",
            meta={"external_id": words, words[:50]: {"x": [words, 1, None]}},
        ),
        spans=tuple(sorted(spans, key=lambda each: (each.start, each.end, each.id))),
        relations=tuple(relations),
        identities=(Identity(id=hex_id(key + 20), name=words, label="PER", aliases=(words, "z"), kb_id="Q42"),),
        labels=(DocumentLabel(document=hex_id(key), annotator="ada", label="topic", value=words),),
        states=(DocumentState(document=hex_id(key), annotator="ada", state=State.DONE, note=words),),
        split="train",
    )


STREAM = tuple(article(number, words) for number, words in enumerate(VALUES, 1))


def export(name, folder):
    folder.mkdir()
    target = folder / f"all{exporter(name).suffix}"
    report = exporter(name).write(STREAM, target, Options(schema=WIDE))
    return target, report


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_other_programs_can_parse_every_file(tmp_path, name):
    target, _ = export(name, tmp_path / "made")
    assert [path for path in tmp_path.rglob("*") if path.is_file() and tmp_path / "made" not in path.parents] == []
    for path, content in files(target):
        parts = path.split("/")
        assert not any(_BAD_NAME.search(part) or len(part.encode()) > 255 for part in parts), path
        parse(path, content)


def parse(path, content):
    """Parse a file as its suffix says; no cell of a table may be a formula."""
    suffix = path.rpartition(".")[2]
    if suffix in {"xml", "xmi", "qde", "rels"}:
        ElementTree.fromstring(content)  # noqa: S314  # our own file
    elif suffix in {"json", "jsonld", "bdocjs"}:
        json.loads(content, parse_constant=pytest.fail)
    elif suffix == "jsonl":
        assert [json.loads(line, parse_constant=pytest.fail) for line in content.decode("utf-8").split("\n") if line]
    elif suffix == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1
        assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    elif suffix not in {"spacy", "png"}:
        content.decode("utf-8")


@pytest.mark.parametrize("name", [name for name, entry in EXPORTERS.items() if entry.suffix == ".xlsx"])
def test_excel_sees_no_formula(tmp_path, name):
    from openpyxl import load_workbook

    target, _ = export(name, tmp_path / "made")
    cells = [cell for sheet in load_workbook(target) for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type in {"f", "e"}] == []


@pytest.mark.parametrize("name", BOTH)
def test_own_reader_gets_all_labels_back(tmp_path, name):
    target, report = export(name, tmp_path / "made")
    paths = [target] if target.is_file() else [path for path in sorted(target.rglob("*")) if importer_for(path)]
    options = ReadOptions(vocabulary=Vocabulary(schema=WIDE), language="de", utf16=True if name == "doccano" else None)
    found = [entry for path in paths for entry in importer(name).read(path, options)]
    assert [entry.sentence for entry in found if isinstance(entry, Problem)] == []
    entries = [entry for entry in found if isinstance(entry, Annotated)]
    assert sum(len(entry.spans) for entry in entries) == report.written + report.changed
    if exporter(name).holds.attributes and exporter(name).holds.white_space:
        touched = {loss.id for loss in report.losses}
        notes = {
            (one.start, one.note) for each in STREAM for one in each.spans if one.id not in touched and one.note.strip()
        }
        assert notes <= {(one.start, one.note) for entry in entries for one in entry.spans}
