"""The hierarchy of labels, in formats that hold it and in those that do not."""

from dataclasses import replace

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.formats.shared.label_tree import above
from annotator.model.values import Annotated
from tests.annotator.formats.reading import NEWS, SCHEMA, quotes_of, read
from tests.annotator.formats.texts import document, span

TEXT = "Bonn prüft die Brücke."


def nested():
    """Return the schema with LOC below MISC, and MISC below ORG."""
    parents = {"LOC": "MISC", "MISC": "ORG"}
    layers = [
        replace(layer, labels=tuple(replace(label, parent=parents.get(label.id)) for label in layer.labels))
        for layer in SCHEMA.layers
    ]
    return replace(SCHEMA, layers=tuple(layers))


def article():
    return Annotated(document=document(text=TEXT), spans=(span(1, "Bonn", label="LOC", text=TEXT),))


def test_broader_labels_are_found_broadest_first():
    assert above(nested(), "entities", "LOC") == ("ORG", "MISC")
    assert above(nested(), "claims", "CLAIM") == ()
    assert above(None, "entities", "LOC") == ()


def test_brat_configuration_is_indented(tmp_path):
    report = exporter("brat").write([article()], tmp_path / "out", Options(schema=nested()))
    lines = (tmp_path / "out" / "annotation.conf").read_text("utf-8").split("\n")
    at = lines.index("ORG")
    assert lines[at : at + 3] == ["ORG", "\tMISC", "\t\tLOC"]
    assert not [loss for loss in report.losses if loss.id == "hierarchy"]


def test_codes_of_qda_are_nested_and_come_back(tmp_path):
    report = exporter("qdpx").write([article()], tmp_path / "a.qdpx", Options(schema=nested()))
    assert not [loss for loss in report.losses if loss.id == "hierarchy"]
    (entry,), problems = read("qdpx", tmp_path / "a.qdpx", NEWS)
    assert problems == []
    assert quotes_of(entry) == [("LOC", "Bonn")]


@pytest.mark.parametrize("name", ["csv", "cas-xmi", "label-studio", "bioc-json"])
def test_other_formats_report_the_hierarchy(name):
    losses = exporter(name).preflight([article()], Options(schema=nested())).losses
    assert [loss.sentence for loss in losses if loss.id == "hierarchy"] == [
        "Not written: which labels are broader than others (articles: 1). Use Spanwright’s own JSONL to keep it."
    ]
