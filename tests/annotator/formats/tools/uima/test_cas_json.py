"""UIMA CAS JSON."""

import json
from dataclasses import replace

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import exporter, importer, importer_for
from annotator.model.values import Relation
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import SCHEMA, codes, linked, of_rows, read, said, tidy, without
from tests.annotator.formats.texts import TEXT, hex_id, rich, span

NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
FOREIGN = [
    {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": "🤗 Müller sagt"},
    {"%ID": 2, "%TYPE": "uima.tcas.DocumentAnnotation", "@sofa": 1, "begin": 0, "end": 14, "language": "de"},
    {"%ID": 3, "%TYPE": NER, "@sofa": 1, "begin": 3, "end": 9, "value": "PER", "#worth": "NaN"},
    {"%ID": 4, "%TYPE": "webanno.custom.Claims", "@sofa": 1, "begin": 3, "end": 14, "value": "CLAIM", "@speakers": 6},
    {"%ID": 5, "%TYPE": "webanno.custom.Link", "role": "claimant", "@target": 3},
    {"%ID": 6, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [5]},
]


def put(path, found=FOREIGN, **more):
    path.write_text(json.dumps({"%TYPES": {}, "%FEATURE_STRUCTURES": found, "%VIEWS": {}, **more}), "utf-8")
    return path


def made(folder, *stream):
    report = exporter("cas-json").write(stream, folder, Options(schema=SCHEMA))
    return sorted(folder.glob("*.json")), report


def test_article_round_trip_with_fields_notes_and_relations(tmp_path):
    article = without(tidy(rich()), labels=())
    odd = span(18, "Rhein", attributes={"begin": 1, "value": "x", "topic": "42"}, note='"42"\n\t<', doubt=True)
    relation = Relation(
        id=hex_id(29), label="evidence", head=hex_id(13), tail=hex_id(18), attributes={"sure": [1]}, annotator="ben"
    )
    article = replace(article, spans=(*article.spans, odd), relations=(*article.relations, relation))
    (path,), report = made(tmp_path / "out", article)
    (back,), problems = read("cas-json", path)
    assert (problems, of_rows(report)) == ([], [])
    assert said(back) == said(article)
    assert linked(back) == linked(article)
    assert (back.document.title, back.document.text) == (article.document.title, TEXT)


def test_offsets_are_utf16_and_features_declared(tmp_path):
    (path,), _ = made(tmp_path / "out", tidy(rich()))
    cas = json.loads(path.read_text("utf-8"))
    person = next(entry for entry in cas["%FEATURE_STRUCTURES"] if entry["%TYPE"] == NER)
    assert (person["begin"], person["end"]) == (3, 14)
    for entry in cas["%FEATURE_STRUCTURES"]:
        if not entry["%TYPE"].startswith("uima."):
            said_of = {key.removeprefix("@") for key in entry if not key.startswith("%")}
            assert said_of - {"sofa", "begin", "end"} <= cas["%TYPES"][entry["%TYPE"]].keys()
    assert cas["%VIEWS"]["_InitialView"]["%MEMBERS"] == [e["%ID"] for e in cas["%FEATURE_STRUCTURES"][1:]]


@pytest.mark.parametrize("by_id", [False, True])
def test_reads_foreign_cas_json_with_lists(tmp_path, by_id):
    found = {str(e["%ID"]): {k: v for k, v in e.items() if k != "%ID"} for e in FOREIGN} if by_id else FOREIGN
    path = put(tmp_path / "a.json", found)
    assert importer_for(path) is importer("cas-json")
    (back,), problems = read("cas-json", path)
    assert problems == []
    quotes = sorted((s.label, s.quote(back.document.text)) for s in back.spans)
    assert quotes == [("CLAIM", "Müller sagt"), ("PER", "Müller")]
    assert [(label, head[0], tail[0]) for label, head, tail in linked(back)] == [("claimant", "CLAIM", "PER")]
    assert back.document.language == "de"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"end": 99}, "row.outside"),
        ({"begin": -1}, "row.kind"),
        ({"end": True}, "row.kind"),
        ({"value": "=A"}, "row.label"),
    ],
)
def test_invalid_annotation_is_reported(tmp_path, change, code):
    found = [*FOREIGN, {**FOREIGN[2], "%ID": 9, **change}]
    (back,), problems = read("cas-json", put(tmp_path / "a.json", found))
    assert codes(problems) == [(0, "spans 3", code)]
    assert len(back.spans) == 2


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"%TYPES": {}}',
        '{"%FEATURE_STRUCTURES": [1]}',
        '{"%FEATURE_STRUCTURES": [{"%TYPE": "uima.cas.Sofa", "sofaString": "\\ud800"}]}',
        "[" * 100_000,
    ],
)
def test_invalid_file_raises(tmp_path, content):
    (tmp_path / "a.json").write_text(content, "utf-8")
    with pytest.raises(FormatError, match=r"a\.json"):
        read("cas-json", tmp_path / "a.json")


def test_text_that_is_no_text_is_refused(tmp_path):
    found = [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": 5}, *FOREIGN[1:]]
    with pytest.raises(FormatError, match="it has no text"):
        read("cas-json", put(tmp_path / "a.json", found))


def test_field_twice_in_a_structure_is_refused(tmp_path):
    path = put(tmp_path / "a.json")
    path.write_text(path.read_text("utf-8").replace('"begin": 3,', '"begin": 3, "begin": 4,', 1), "utf-8")
    with pytest.raises(FormatError, match="twice"):
        read("cas-json", path)
