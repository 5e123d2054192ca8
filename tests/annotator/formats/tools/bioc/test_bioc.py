"""BioC in XML and JSON."""

import json

import pytest

from annotator.formats.base import ReadOptions
from annotator.formats.fit import Options
from annotator.formats.registry import exporter, importer, importer_for
from annotator.model.values import Annotated
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import codes, linked, quotes_of, read, written
from tests.annotator.formats.texts import document, rich, span

TITLE, BODY = "🎈 Bonn prüft.", "Karla Wirth sagte: „Die Brücke hält.“"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE collection SYSTEM "BioC.dtd">\n'


def passage(kind, offset, text, *rows):
    return {"infons": {"type": kind}, "offset": offset, "text": text, "sentences": [], "annotations": [*rows]}


def annotation(key, label, offset, length, words):
    place = {"offset": offset, "length": length}
    return {"id": key, "infons": {"type": label, "identifier": "Q1"}, "text": words, "locations": [place]}


def collection(unit):
    """Return two passages as PubTator joins them; offsets count units of ``unit`` bytes (4 for code points)."""
    coded = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[unit]

    def long(text):
        return len(text.encode(coded)) // unit

    begin = long(TITLE) + 1
    place = annotation("1", "Location", long("🎈 "), 4, "Bonn")
    said = annotation("2", "CLAIM", begin + long("Karla Wirth sagte: „"), long("Die Brücke hält"), "Die Brücke hält")
    who = annotation("3", "Person", begin, 11, "Karla Wirth")
    relation = {"id": "R0", "infons": {"type": "claimant"}, "nodes": [{"refid": "2"}, {"refid": "3"}]}
    passages = [passage("title", 0, TITLE, place), passage("abstract", begin, BODY, said, who)]
    return {"documents": [{"id": "77", "infons": {}, "passages": passages, "relations": [relation]}]}


@pytest.mark.parametrize("unit", [1, 2, 4])
def test_reads_offsets_in_characters_utf16_and_bytes(tmp_path, unit):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"PubTator3": collection(unit)["documents"]}), "utf-8")
    assert importer_for(path) is importer("bioc-json")
    (entry,), problems = read("bioc-json", path)
    assert problems == []
    assert entry.document.text == f"{TITLE}\n{BODY}"
    assert entry.document.title == TITLE
    assert entry.document.meta["external_id"] == "77"
    assert quotes_of(entry) == [("LOC", "Bonn"), ("PER", "Karla Wirth"), ("CLAIM", "Die Brücke hält")]
    assert [label for label, _, _ in linked(entry)] == ["claimant"]


def xml(*passages):
    inner = "".join(passages)
    return f"{HEAD}<collection><source>x</source><date/><key/><document><id>7</id>{inner}</document></collection>"


def test_reads_xml_with_sentences_and_several_locations(tmp_path):
    sentences = (
        "<passage><offset>0</offset><sentence><offset>0</offset><text>Bonn ruht.</text>"
        '<annotation id="a"><infon key="type">LOC</infon><location offset="0" length="4"/>'
        "<text>Bonn</text></annotation>"
        "</sentence><sentence><offset>11</offset><text>Die Abgaben sollen bald sinken.</text>"
        '<annotation id="b"><infon key="type">CLAIM</infon><location offset="11" length="11"/>'
        '<location offset="35" length="6"/><text>Die Abgaben sinken</text></annotation></sentence></passage>'
    )
    path = tmp_path / "a.xml"
    path.write_text(xml(sentences), "utf-8")
    assert importer_for(path) is importer("bioc-xml")
    (entry,), problems = read("bioc-xml", path)
    assert problems == []
    assert entry.document.text == "Bonn ruht. Die Abgaben sollen bald sinken."
    assert [(s.label, s.parts) for s in entry.spans] == [("LOC", ((0, 4),)), ("CLAIM", ((11, 22), (35, 41)))]


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE collection [<!ENTITY a "b">]><collection><source/>&a;</collection>',
        '<!DOCTYPE other SYSTEM "BioC.dtd"><collection><source/></collection>',
        "<news><p>x</p></news>",
    ],
)
def test_refuses_declared_entities_and_other_xml(tmp_path, content):
    path = tmp_path / "a.xml"
    path.write_text(content, "utf-8")
    with pytest.raises(FormatError):
        read("bioc-xml", path)


def test_article_in_other_xml_stays_an_article(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text("<nitf><body><p>Bonn</p></body></nitf>", "utf-8")
    assert importer_for(path) is None


def test_annotation_without_place_is_reported(tmp_path):
    path = tmp_path / "a.xml"
    rows = '<annotation id="a"><infon key="type">LOC</infon><location offset="x" length="4"/></annotation>'
    path.write_text(xml(f"<passage><offset>0</offset><text>Bonn ruht.</text>{rows}</passage>"), "utf-8")
    _, problems = read("bioc-xml", path)
    assert codes(problems) == [(0, "documents 1 spans 1", "row.missing")]


@pytest.mark.parametrize("name", ["bioc-xml", "bioc-json"])
def test_facts_and_text_come_back(tmp_path, name):
    (entry,), _, _ = written(name, tmp_path / "a", rich())
    assert entry.document.text == rich().document.text
    assert (entry.document.url, entry.document.publisher) == (rich().document.url, "Rheinbote")


def test_field_named_like_infon_comes_back(tmp_path):
    text = "Bonn ruht."
    fields = {"type": "x", "field.note": 1, "note": "kein <Wort>"}
    one = span(1, "Bonn", label="LOC", text=text, layer="own", attributes=fields, note="auch")
    exporter("bioc-xml").write([Annotated(document=document(text=text), spans=(one,))], tmp_path / "a.xml", Options())
    (entry,), problems = read("bioc-xml", tmp_path / "a.xml", ReadOptions())
    assert problems == []
    assert (dict(entry.spans[0].attributes), entry.spans[0].note) == (fields, "auch")


@pytest.mark.parametrize("head", ["", "<key>k</key>"])
def test_collection_without_source_is_recognised(tmp_path, head):
    path = tmp_path / "a.xml"
    passage = "<passage><offset>0</offset><text>Bonn ruht.</text></passage>"
    path.write_text(f"<collection>{head}\n<document><id>1</id>{passage}</document></collection>", "utf-8")
    assert importer_for(path) is importer("bioc-xml")
