"""REFI-QDA projects."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.model.values import Annotated
from annotator.system.errors import FormatError
from tests.annotator.formats.checked import checked, full
from tests.annotator.formats.reading import SCHEMA, codes, linked, of_rows, read, said, tidy, without, written
from tests.annotator.formats.texts import document, rich, span

XSD = Path(__file__).parents[3] / "interop/schemas/refi_qda_project.xsd"  # of REFI itself, who give it away under MIT
NO_LABELS = Annotated(document=document(9, "Köln"), spans=())
PROJECT = """<?xml version="1.0" encoding="utf-8"?>
<Project name="x" xmlns="urn:QDA-XML:project:1.0">
<Users><User guid="u1" name="Änne"/></Users>
<CodeBook><Codes><Code guid="c1" name="Leute" isCodable="false"><Code guid="c2" name="PER" isCodable="true"/></Code>
<Code guid="c3" name="CLAIM" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="s1" name="Brief" plainTextPath="internal://T.txt">
{selections}
</TextSource></Sources>
<Links><Link guid="l1" name="Claimant" direction="OneWay" originGUID="p2" targetGUID="p1"/></Links>
</Project>"""
ONE = """<PlainTextSelection guid="p1" name="Zoë" startPosition="0" endPosition="3" creatingUser="u1">
<Description>so</Description><Coding guid="k1"><CodeRef targetGUID="c2"/></Coding></PlainTextSelection>"""
TWO = """<PlainTextSelection guid="p2" name="🤗 sagt" startPosition="{start}" endPosition="{end}">
<Coding guid="k2"><CodeRef targetGUID="c2"/></Coding><Coding guid="k3"><CodeRef targetGUID="{code}"/></Coding>
</PlainTextSelection>"""


def put(path, project, text="Zoë\r\n\r\n🤗 sagt", name="Project.qde"):
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr(name, project)
        if text is not None:
            file.writestr("Sources/t.txt", text.encode("utf-8") if isinstance(text, str) else text)
    return path


def project(start=5, end=11, code="c3"):
    return PROJECT.format(selections=ONE + TWO.format(start=start, end=end, code=code))


def test_qda_project_round_trip(tmp_path):
    article = without(tidy(rich()), labels=())
    odd = span(18, "Rhein", attributes={"a b": [1], "doubt": "x", "topic": "zwei Wörter"}, note='<&"\n]]>', doubt=True)
    article = replace(article, spans=(*article.spans, odd))
    (back,), problems, report = written("qdpx", tmp_path / "a.qdpx", article)
    assert (problems, of_rows(report)) == ([], [])
    assert said(back) == said(article)
    assert linked(back) == linked(article)
    assert back.document.title == article.document.title


@pytest.mark.parametrize("schema", [SCHEMA, None])
@pytest.mark.parametrize(
    "articles",
    [[full()], [checked(), NO_LABELS], [NO_LABELS], []],
    ids=["full", "checked and unlabelled", "unlabelled", "no articles"],
)
def test_project_is_valid_by_standards_schema(tmp_path, articles, schema):
    exporter("qdpx").write(articles, tmp_path / "a.qdpx", Options(schema=schema))
    with ZipFile(tmp_path / "a.qdpx") as file:
        made = etree.fromstring(file.read("project.qde"))
    etree.XMLSchema(etree.parse(XSD)).assertValid(made)


def test_same_articles_give_same_bytes(tmp_path):
    for name in ("a", "b"):
        exporter("qdpx").write([tidy(rich())], tmp_path / name, Options(schema=SCHEMA))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_control_characters_keep_file_valid(tmp_path):
    text = "a\x01b \ufffe Köln"
    named = span(1, "Köln", text=text, note="x\x02y", attributes={"a b": "\x03"})
    article = Annotated(document=document(1, text, title="a\x01b"), spans=(named,))
    (back,), problems, report = written("qdpx", tmp_path / "a.qdpx", article)
    assert problems == []
    assert back.document.text == text
    assert [dict(s.attributes) for s in back.spans] == [{"a b": "\x03"}]
    assert (back.document.title, back.spans[0].note) == ("a\ufffdb", "x\ufffdy")
    assert {(loss.row, loss.reason) for loss in of_rows(report)} == {
        ("document", "title_controls"),
        ("span", "note_controls"),
    }


@pytest.mark.parametrize(("start", "end"), [(5, 11), (7, 13)])
def test_reads_foreign_projects_with_either_crlf_count(tmp_path, start, end):
    (entry,), problems = read("qdpx", put(tmp_path / "a.qdpx", project(start, end)))
    assert problems == []
    text = entry.document.text
    assert text == "Zoë\n\n🤗 sagt"
    assert sorted((s.label, s.quote(text), s.note) for s in entry.spans) == [
        ("CLAIM", "🤗 sagt", ""),
        ("PER", "Zoë", "so"),
        ("PER", "🤗 sagt", ""),
    ]
    assert {s.annotator for s in entry.spans} == {"Änne", "import"}
    assert [relation.label for relation in entry.relations] == ["claimant"]


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (project(5, 99), "row.outside"),
        (project(-5, 9), "row.outside"),
        (project(9, 5), "row.outside"),
        (project("x", 5), "row.kind"),
        (project(code="nowhere"), "row.missing"),
        (project().replace('name="CLAIM"', 'name="=A/b c"'), "row.label"),
        (project().replace('targetGUID="p1"', 'targetGUID="p9"'), "row.end"),
        (project().replace('name="Claimant"', 'name="says"'), "row.relation"),
    ],
)
def test_broken_selections_and_links_are_reported(tmp_path, made, code):
    (entry,), problems = read("qdpx", put(tmp_path / "a.qdpx", made))
    assert code in {problem.code for problem in problems}
    assert all(problem.line > 6 for problem in problems)
    assert "Zoë" in [s.quote(entry.document.text) for s in entry.spans]


def test_missing_text_is_reported_without_looking_outside(tmp_path):
    for made, text in (
        (project(), None),
        (project(), b"K\xf6ln"),
        (project().replace("internal://T.txt", "relative:///etc/passwd"), "x"),
        (project().replace("internal://T.txt", "internal://../../../etc/passwd"), "x"),
    ):
        found, problems = read("qdpx", put(tmp_path / "a.qdpx", made, text))
        assert found == []
        assert codes(problems) == [(6, "", "record.source")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<!DOCTYPE a [<!ENTITY x 'y'>]><Project/>", "declares a document type"),
        ("<Project>", "no element found"),
        ("", "no element found"),
    ],
)
def test_broken_qda_project_raises(tmp_path, content, reason):
    with pytest.raises(FormatError, match=rf"a\.qdpx could not be read as REFI-QDA project: .*{reason}"):
        read("qdpx", put(tmp_path / "a.qdpx", content))


def test_file_without_project_raises(tmp_path):
    with pytest.raises(FormatError, match=r"no project\.qde inside"):
        read("qdpx", put(tmp_path / "a.qdpx", "<a/>", name="other.xml"))
    (tmp_path / "b.qdpx").write_bytes(b"nothing")
    with pytest.raises(FormatError, match="not an archive"):
        read("qdpx", tmp_path / "b.qdpx")
    with pytest.raises(FormatError, match="could not be read"):
        read("qdpx", tmp_path / "nowhere.qdpx")


@pytest.mark.parametrize("path", ["sources/T.txt", "T.txt", "Sources/T.txt", "relative:///sources/T.txt"])
def test_text_is_found_without_internal_address(tmp_path, path):
    (entry,), problems = read("qdpx", put(tmp_path / "a.qdpx", project().replace("internal://T.txt", path)))
    assert entry.spans
    assert problems == []
