"""GATE documents in XML and bdoc JSON."""

import json

import pytest

from annotator.formats.base import ReadOptions
from annotator.formats.fit import Options
from annotator.formats.registry import exporter, importer, importer_for
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import SCHEMA, codes, linked, quotes_of, read, tidy
from tests.annotator.formats.texts import rich

TEXT = "🎈 Karla Wirth & Co.\nDie Brücke hält."
XML = """<?xml version='1.0' encoding='UTF-8'?>
<GateDocument version="3">
<!-- The document's features-->
<GateDocumentFeatures>
<Feature>
  <Name className="java.lang.String">gate.SourceURL</Name>
  <Value className="java.lang.String">https://bote.example/1</Value>
</Feature>
</GateDocumentFeatures>
<!-- The document content area with serialized nodes -->
<TextWithNodes><Node id="0"/>🎈 <Node id="3"/>Karla Wirth<Node id="14"/> &amp; Co.
<Node id="21"/>Die Brücke hält<Node id="36"/>.<Node id="37"/></TextWithNodes>
<AnnotationSet>
<Annotation Id="0" Type="Token" StartNode="3" EndNode="14"></Annotation>
<Annotation Id="1" Type="Person" StartNode="3" EndNode="14">
<Feature>
  <Name className="java.lang.String">gender</Name>
  <Value className="java.lang.String">female</Value>
</Feature>
</Annotation>
</AnnotationSet>
<AnnotationSet Name="Original markups">
<Annotation Id="9" Type="p" StartNode="0" EndNode="37"></Annotation>
</AnnotationSet>
<AnnotationSet Name="bea">
<Annotation Id="5" Type="CLAIM" StartNode="21" EndNode="36"></Annotation>
<Annotation Id="6" Type="Person" StartNode="3" EndNode="14"></Annotation>
<Annotation Id="7" Type="Person" StartNode="3" EndNode="99"></Annotation>
</AnnotationSet>
<RelationSet Name="bea">
<Relation Id="8" Type="claimant" Members="5;6"><UserData/></Relation>
</RelationSet>
</GateDocument>
"""


def test_reads_gate_xml_by_places_of_nodes(tmp_path):
    path = tmp_path / "eins.xml"
    path.write_text(XML, "utf-8")
    assert importer_for(path) is importer("gate-xml")
    (entry,), problems = read("gate-xml", path)
    assert codes(problems) == [(0, "", "row.furniture"), (28, "", "row.missing")]
    assert "2" in problems[0].sentence
    assert entry.document.text == TEXT
    assert (entry.document.url, entry.document.title) == ("https://bote.example/1", "eins")
    assert quotes_of(entry) == [("PER", "Karla Wirth"), ("PER", "Karla Wirth"), ("CLAIM", "Die Brücke hält")]
    assert sorted(s.annotator for s in entry.spans) == ["bea", "bea", "import"]
    assert [label for label, _, _ in linked(entry)] == ["claimant"]


def test_mapped_furniture_is_a_label(tmp_path):
    path = tmp_path / "eins.xml"
    path.write_text(XML, "utf-8")
    options = ReadOptions(vocabulary=Vocabulary(schema=SCHEMA, renamed={"p": "claims.CLAIM"}), language="de")
    (entry,), problems = read("gate-xml", path, options)
    assert problems[0].details == {"count": "1"}
    assert ("CLAIM", TEXT) in quotes_of(entry)


@pytest.mark.parametrize(("kind", "shift"), [("p", 0), ("j", 1)])
def test_reads_bdoc_in_both_offset_types(tmp_path, kind, shift):
    annotation = {"type": "Person", "start": 2 + shift, "end": 13 + shift, "id": 0, "features": {"x": [1]}}
    sets = {"": {"name": "detached-from:", "annotations": [annotation], "next_annid": 1}}
    path = tmp_path / "a.bdocjs"
    found = {"annotation_sets": sets, "text": TEXT, "features": {}, "offset_type": kind, "name": ""}
    path.write_text(json.dumps(found), "utf-8")
    assert importer_for(path) is importer("gate-bdoc")
    (entry,), problems = read("gate-bdoc", path)
    assert problems == []
    assert quotes_of(entry) == [("PER", "Karla Wirth")]
    assert dict(entry.spans[0].attributes) == {"x": [1]}


@pytest.mark.parametrize("name", ["gate-xml", "gate-bdoc"])
def test_refuses_what_is_not_a_document(tmp_path, name):
    path = tmp_path / "a.xml"
    path.write_text("<GateDocument/>", "utf-8")
    with pytest.raises(FormatError):
        read(name, path)


def test_nodes_are_named_after_utf16_offsets(tmp_path):
    exporter("gate-xml").write([tidy(rich())], tmp_path / "out", Options())
    (path,) = (tmp_path / "out").iterdir()
    text = path.read_text("utf-8")
    assert '<Node id="0"/>🤗 <Node id="3"/>Zoe\u0308 Müller<Node id="14"/>' in text
    assert '<AnnotationSet Name="ada">' in text
    (entry,), problems = read("gate-xml", path)
    assert problems == []
    assert entry.document.publisher == "Rheinbote"


def test_wrong_types_in_bdoc_are_told(tmp_path):
    path = tmp_path / "a.bdocjs"
    place = {"type": "PER", "start": 0, "end": 4}
    annotations = [
        {**place, "id": 1, "features": 5},
        {**place, "id": 2, "end": 3, "features": {"relations": ["x"]}},
        "y",
    ]
    sets = {"ann": {"annotations": annotations}, "ben": {"annotations": 1}}
    path.write_text(json.dumps({"text": "Bonn", "features": [], "annotation_sets": sets}), "utf-8")
    (entry,), problems = read("gate-bdoc", path)
    assert len(entry.spans) == 2
    assert [(problem.place, problem.details["field"]) for problem in problems] == [
        ("annotation_sets ann annotations 1", "features"),
        *[(f"annotation_sets ann annotations {each}",) * 2 for each in ("2 features relations 1", "3")],
        ("annotation_sets ben", "annotations"),
        ("", "features"),
    ]
