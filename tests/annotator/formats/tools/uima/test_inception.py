"""Projects exported from INCEpTION."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from annotator.formats.registry import importer, importer_for
from annotator.system import safe_zip
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import codes, quotes_of, read

TEXT = "🎈 Karla Wirth sagte nichts."
TYPES = "de/tudarmstadt/ukp/dkpro/core/api"
XMI = f"""<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore"
 xmlns:type2="http:///{TYPES}/metadata/type.ecore" xmlns:type4="http:///{TYPES}/ner/type.ecore"
 xmlns:type8="http:///{TYPES}/segmentation/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
<type2:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="29" documentTitle="eins.txt" documentId="USER"/>
<type8:Sentence xmi:id="3" sofa="1" begin="0" end="29"/>
<type8:Token xmi:id="4" sofa="1" begin="3" end="8" order="0"/>
<type4:NamedEntity xmi:id="5" sofa="1" begin="BEGIN" end="END" value="PER"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{TEXT}"/>
<cas:View sofa="1" members="2 3 4 5"/>
</xmi:XMI>
"""
TSV = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n\n\n"
    "#Text=Bonn ruht.\n1-1\t0-4\tBonn\t_\tLOC\t\n1-2\t5-9\truht\t_\t_\t\n"
)


def xmi(begin, end):
    return XMI.replace("BEGIN", str(begin)).replace("END", str(end))


def zipped(**members):
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name.replace("__", "."), member)
    return content.getvalue()


def project(path, members):
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("exportedproject.json", json.dumps({"name": "Probe"}))
        for name, member in members.items():
            archive.writestr(name, member)
    return path


def test_reads_labels_of_each_annotator_and_of_curation(tmp_path):
    members = {
        "source/eins.txt": TEXT,
        "annotation_ser/eins.txt/Ada.ser": b"\xac\xed",
        "annotation/eins.txt/Ada.zip": zipped(Ada__xmi=xmi(3, 14), TypeSystem__xml="<x/>"),
        "annotation/eins.txt/ben.xmi": xmi(9, 14),
        "annotation/eins.txt/INITIAL_CAS.zip": zipped(INITIAL_CAS__xmi=xmi(3, 8)),
        "curation/eins.txt/CURATION_USER.zip": zipped(CURATION_USER__xmi=xmi(3, 14)),
        "annotation/zwei.txt/Ada.zip": zipped(Ada__tsv=TSV),
    }
    path = project(tmp_path / "probe.zip", members)
    assert importer_for(path) is importer("inception")
    found, problems = read("inception", path)
    assert problems == []
    assert [(entry.document.title, entry.document.text) for entry in found] == [
        ("eins.txt", TEXT),
        ("zwei.txt", "Bonn ruht."),
    ]
    assert sorted((s.annotator, s.quote(TEXT)) for s in found[0].spans) == [
        ("Ada", "Karla Wirth"),
        ("ben", "Wirth"),
        ("gold", "Karla Wirth"),
    ]
    assert {span.document for span in found[0].spans} == {found[0].document.id}
    assert quotes_of(found[1]) == [("LOC", "Bonn")]


def test_names_that_differ_only_in_case_are_all_read(tmp_path):
    members = {f"annotation/{name}": xmi(3, 8) for name in ("eins.txt/ada.xmi", "eins.txt/Ada.XMI", "Eins.txt/Ada.xmi")}
    found, _ = read("inception", project(tmp_path / "probe.zip", members))
    assert sorted((each.document.title, span.annotator) for each in found for span in each.spans) == [
        ("Eins.txt", "Ada"),
        ("eins.txt", "Ada"),
        ("eins.txt", "ada"),
    ]


def test_inner_format_alone_is_reported(tmp_path):
    members = {"annotation_ser/eins.txt/ada.ser": b"\xac\xed", "annotation/zwei.txt/ada.zip": zipped(ada__tsv=TSV)}
    found, problems = read("inception", project(tmp_path / "a.zip", members))
    assert len(found) == 1
    assert codes(problems) == [(0, "", "record.java")]
    assert problems[0].unread


def test_imported_document_counts_if_nobody_labelled_it(tmp_path):
    members = {"annotation/eins.txt/INITIAL_CAS.zip": zipped(INITIAL_CAS__xmi=xmi(3, 8))}
    ((entry,), problems) = read("inception", project(tmp_path / "a.zip", members))
    assert problems == []
    assert [span.annotator for span in entry.spans] == ["import"]


@pytest.mark.parametrize("inner", [b"PK no archive", zipped(x__txt="x"), zipped(a__xmi="<broken"), zipped(a__xmi="")])
def test_broken_file_inside_leaves_the_others(tmp_path, inner):
    members = {"annotation/eins.txt/ada.zip": inner, "annotation/zwei.txt/ada.zip": zipped(ada__tsv=TSV)}
    found, problems = read("inception", project(tmp_path / "a.zip", members))
    assert len(found) == 1
    assert codes(problems) == [(0, "eins.txt ada", "file.rest")]


def test_bomb_inside_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(safe_zip, "_TOTAL", 3)
    bomb = zipped(a__xmi=bytes(2 << 20))
    members = {f"annotation/{n}/ada.zip": bomb for n in range(3)}
    found, problems = read("inception", project(tmp_path / "a.zip", members))
    assert found == []
    assert ["too large" in problem.sentence for problem in problems] == [False, True, True]


def test_other_archive_is_refused(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped(a__txt="x"))
    assert importer_for(tmp_path / "a.zip") is None
    with pytest.raises(FormatError, match=r"exportedproject\.json"):
        read("inception", tmp_path / "a.zip")
