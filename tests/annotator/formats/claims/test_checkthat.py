"""CheckThat!'s table of sentences."""

import csv
from dataclasses import replace

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.model.values import SentenceMark
from tests.annotator.formats.reading import of_rows
from tests.annotator.formats.texts import document, hex_id, rich, span

TEXT = "Köln wächst um 5 %. Zoe\u0308 sagt, Bonn schrumpfe.\n\nGut so 🎈! Was nun?\tNichts."


def made(**worthiness):
    spans = tuple(
        span(number, words, layer="claims", label="CLAIM", text=TEXT, attributes={"worthiness": worth} if worth else {})
        for number, (words, worth) in enumerate(worthiness.items(), 1)
    )
    mark = SentenceMark(document=hex_id(1), annotator="ada", start=TEXT.index("Gut"), end=TEXT.index("!") + 1)
    bare = replace(
        rich(), document=document(text=TEXT), relations=(), identities=(), labels=(), sentences=(mark,), states=()
    )
    return replace(bare, spans=tuple(sorted(spans, key=lambda s: s.start)))


def rows(path, annotated, **options):
    report = exporter("checkthat").write([annotated], path, Options(**options))
    with path.open(encoding="utf-8", newline="") as file:
        head, *found = csv.reader(file, delimiter="\t")
    assert head == ["Sentence_id", "Text", "class_label"]
    assert {label for *_, label in found} <= {"Yes", "No"}
    return [(text, label) for _, text, label in found], report


def test_sentence_with_checkworthy_claim_is_checkworthy(tmp_path):
    found, report = rows(
        tmp_path / "a.tsv", made(**{"Köln wächst": "CFS", "wächst um": "NFS", "Bonn schrumpfe": "UFS"})
    )
    assert found == [
        ("Köln wächst um 5 %.", "Yes"),
        ("Zoe\u0308 sagt, Bonn schrumpfe.", "No"),
        ("Gut so 🎈!", "No"),
        ("Was nun?", "No"),
        ("Nichts.", "No"),
    ]
    assert report.lost == 0


def test_sentence_with_unrated_claim_is_left_out(tmp_path):
    found, report = rows(tmp_path / "a.tsv", made(**{"Köln wächst": "CFS", "Bonn schrumpfe": None}))
    assert [text for text, _ in found][:2] == ["Köln wächst um 5 %.", "Gut so 🎈!"]
    assert [loss.reason for loss in of_rows(report)] == ["claim_needs", "sentence_mark"]


def test_unread_sentences_are_left_out_on_request(tmp_path):
    found, _ = rows(tmp_path / "a.tsv", made(**{"Köln wächst": "CFS"}), only_read=True)
    assert found == [("Köln wächst um 5 %.", "Yes"), ("Gut so 🎈!", "No")]


def test_checkthat_leaves_furniture_out_on_request(tmp_path):
    annotated = made(**{"Köln wächst": "CFS"})
    furniture = ((TEXT.index("Gut"), len(TEXT)),)
    without = replace(annotated, document=replace(annotated.document, excluded=furniture))
    found, _ = rows(tmp_path / "a.tsv", without, exclude_furniture=True)
    assert [text for text, _ in found] == ["Köln wächst um 5 %.", "Zoe\u0308 sagt, Bonn schrumpfe."]
