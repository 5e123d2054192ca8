"""UIMA CAS XMI."""

from dataclasses import replace

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.values import Annotated, Relation
from annotator.system.errors import FormatError
from annotator.system.safe_xml import parse
from tests.annotator.formats.reading import NEWS, SCHEMA, codes, linked, of_rows, read, said, tidy, without
from tests.annotator.formats.texts import TEXT, document, hex_id, rich, span

OUT = exporter("cas-xmi")
FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore"
 xmlns:n="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:c="http:///webanno/custom.ecore"
 xmlns:s="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
<tcas:DocumentAnnotation xmi:id="1" sofa="12" begin="0" end="15" language="de"/>
<s:Token xmi:id="2" sofa="12" begin="0" end="2"/>
<n:NamedEntity xmi:id="3" sofa="12" begin="{begin}" end="{end}" value="{value}" identifier="Q42"/>
<c:Claim xmi:id="4" sofa="12" begin="3" end="15" kind="CLAIM" stance="affirms" arguments="6"/>
<c:Says xmi:id="5" sofa="12" begin="3" end="9" Dependent="3" Governor="{governor}" role="claimant"/>
<c:Link xmi:id="6" role="object" target="3"/>
<c:Empty xmi:id="7" sofa="12" begin="0" end="2"/>
<cas:Sofa xmi:id="12" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="🤗 Müller &lt;sagt"/>
<cas:View sofa="12" members="1 2 3 4 5 7"/>
</xmi:XMI>
"""


def put(path, begin="3", end="9", value="PER", governor="4"):
    path.write_text(FOREIGN.format(begin=begin, end=end, value=value, governor=governor), "utf-8")
    return path


def made(folder, *stream):
    report = OUT.write(stream, folder, Options(schema=SCHEMA))
    return sorted(folder.glob("*.xmi")), report


def test_article_round_trip_with_fields_notes_and_relations(tmp_path):
    article = without(tidy(rich()), labels=())
    odd = span(18, "Rhein", attributes={"begin": 1, "value": "x", "topic": "42"}, note='"42"\n\t<', doubt=True)
    relation = Relation(
        id=hex_id(29), label="evidence", head=hex_id(13), tail=hex_id(18), attributes={"sure": [1]}, annotator="ben"
    )
    article = replace(article, spans=(*article.spans, odd), relations=(*article.relations, relation))
    (path,), report = made(tmp_path / "out", article)
    (back,), problems = read("cas-xmi", path)
    assert (problems, of_rows(report)) == ([], [])
    assert said(back) == said(article)
    assert linked(back) == linked(article)
    assert [dict(r.attributes) for r in back.relations if r.annotator == "ben"] == [{"sure": [1]}]
    assert (back.document.title, back.document.text) == (article.document.title, TEXT)


def test_offsets_are_utf16_and_types_declared(tmp_path):
    (path,), _ = made(tmp_path / "out", tidy(rich()))
    root = parse(path.read_bytes())
    person = next(root.within("NamedEntity"))
    assert (person.attributes["begin"], person.attributes["end"]) == ("3", "14")
    declared = {
        next(kind.all("name")).text: {next(f.all("name")).text for f in kind.within("featureDescription")}
        for kind in parse((tmp_path / "out" / "TypeSystem.xml").read_bytes()).within("typeDescription")
    }
    for element in root.children:
        name = element.space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".") + "." + element.name
        if element.attributes.get("sofa") and not name.startswith("uima."):
            features = {key for key in element.attributes if " " not in key} - {"sofa", "begin", "end"}
            assert features <= declared[name]


def test_control_characters_are_replaced_and_reported(tmp_path):
    article = Annotated(
        document=document(1, "a\x01b Köln", title="\x02x"), spans=(span(1, "Köln", text="a\x01b Köln"),)
    )
    (path,), report = made(tmp_path / "out", article)
    assert {(loss.row, loss.reason) for loss in report.losses} == {
        ("document", "controls"),
        ("document", "title_controls"),
    }
    assert report.written == 1
    (back,), problems = read("cas-xmi", path)
    assert problems == []
    assert back.document.text == "a\ufffdb Köln"
    assert back.spans[0].quote(back.document.text) == "Köln"


@pytest.mark.parametrize("name", ["cas-xmi", "cas-json"])
def test_control_characters_in_fields_round_trip(tmp_path, name):
    said_of = {"topic": "a\x01b", "stance": "\ufffe"}
    article = Annotated(document=document(1, "Köln"), spans=(span(1, "Köln", note="\x02 c", text="Köln"),))
    article = replace(article, spans=(replace(article.spans[0], layer="claims", label="CLAIM", attributes=said_of),))
    report = exporter(name).write([article], tmp_path / "out", Options(schema=SCHEMA))
    assert of_rows(report) == []
    (path,) = (path for path in (tmp_path / "out").iterdir() if path.name != "TypeSystem.xml")
    (back,), problems = read(name, path, replace(NEWS, vocabulary=Vocabulary()))
    assert problems == []
    assert [(s.note, dict(s.attributes)) for s in back.spans] == [("\x02 c", said_of)]


def test_reads_foreign_xmi(tmp_path):
    options = replace(NEWS, vocabulary=Vocabulary(schema=SCHEMA, renamed={"Empty": "MISC"}))
    (back,), problems = read("cas-xmi", put(tmp_path / "a.xmi"), options)
    assert problems == []
    text = back.document.text
    assert sorted((s.label, s.quote(text), dict(s.attributes).get("stance")) for s in back.spans) == [
        ("CLAIM", "Müller <sagt", "affirms"),
        ("MISC", "🤗", None),
        ("PER", "Müller", None),
    ]
    assert [(label, head[0], tail[0]) for label, head, tail in linked(back)] == [
        ("claimant", "CLAIM", "PER"),
        ("object", "CLAIM", "PER"),
    ]
    assert back.document.language == "de"


def test_layer_named_like_a_label_is_that_label(tmp_path):
    path = put(tmp_path / "a.xmi")
    path.write_text(path.read_text("utf-8").replace(' kind="CLAIM"', ' checked="yes"'), "utf-8")
    found, _ = read("cas-xmi", path)
    (claim,) = (one for one in found[0].spans if one.label == "CLAIM")
    assert (claim.attributes["checked"], claim.attributes["stance"]) == ("yes", "affirms")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"end": "99"}, "row.outside"),
        ({"begin": "9", "end": "3"}, "row.outside"),
        ({"begin": "-1"}, "row.kind"),
        ({"end": ""}, "row.kind"),
        ({"value": "=A/b c"}, "row.label"),
        ({"governor": "99"}, "row.end"),
    ],
)
def test_broken_annotations_are_reported_with_lines(tmp_path, change, code):
    _, problems = read("cas-xmi", put(tmp_path / "a.xmi", **change))
    line = 10 if code == "row.end" else 8
    assert (line, "", code) in codes(problems)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", "declares a document type"),
        ("<a/>", "it has no text"),
        ("<a", "unclosed token"),
    ],
)
def test_invalid_file_raises(tmp_path, content, reason):
    (tmp_path / "a.xmi").write_text(content)
    with pytest.raises(FormatError, match=rf"a\.xmi could not be read as UIMA CAS XMI: .*{reason}"):
        read("cas-xmi", tmp_path / "a.xmi")


def test_references_are_relations_and_plain_annotations_are_asked(tmp_path):
    path = tmp_path / "a.xmi"
    plain = '<tcas:Annotation xmi:id="8" sofa="12" begin="0" end="2"/><c:Pair xmi:id="9" sofa="12" begin="0" end="2" '
    path.write_text(FOREIGN.replace("<c:Empty", plain + 'first="3" second="3 4"/><c:Empty'), "utf-8")
    _, problems = read("cas-xmi", put_text(path))
    told = [(problem.code, problem.details.get("label")) for problem in problems]
    assert ("row.label", "Annotation") in told
    assert ("row.label", "Pair") in told
    assert not any(label in {"3", "3 4"} for _, label in told)


def put_text(path):
    filled = path.read_text("utf-8").format(begin="3", end="9", value="PER", governor="4")
    path.write_text(filled, "utf-8")
    return path
