"""PubAnnotation JSON."""

import json

from annotator.formats.registry import importer, importer_for
from tests.annotator.formats.reading import linked, quotes_of, read, written
from tests.annotator.formats.texts import rich

TEXT = "🎈 Karla Wirth sagte: „Die Brücke hält.“"


def denotation(key, words, label, **fields):
    start = TEXT.index(words)
    return {"id": key, "span": {"begin": start, "end": start + len(words)}, "obj": label, **fields}


def put(path, **fields):
    path.write_text(json.dumps({"text": TEXT, "sourcedb": "PubMed", "sourceid": "77", **fields}, indent=1), "utf-8")
    return path


def test_reads_relations_and_attributes(tmp_path):
    path = put(
        tmp_path / "a.json",
        target="http://pubannotation.org/docs/sourcedb/PubMed/sourceid/77",
        denotations=[denotation("T1", "Karla Wirth", "Person"), denotation("T2", "Die Brücke hält", "CLAIM")],
        relations=[{"id": "R1", "pred": "claimant", "subj": "T2", "obj": "T1"}],
        attributes=[{"id": "A1", "subj": "T2", "pred": "speech", "obj": "direct"}],
    )
    assert importer_for(path) is importer("pubannotation")
    (entry,), problems = read("pubannotation", path)
    assert problems == []
    assert quotes_of(entry) == [("PER", "Karla Wirth"), ("CLAIM", "Die Brücke hält")]
    assert [label for label, _, _ in linked(entry)] == ["claimant"]
    assert dict(entry.spans[1].attributes) == {"speech": "direct"}
    assert entry.document.meta["external_id"] == "77"
    assert entry.document.meta["sourcedb"] == "PubMed"
    assert entry.document.url.startswith("http://pubannotation.org/")


def test_tracks_are_annotators(tmp_path):
    tracks = [
        {"project": "bea", "denotations": [denotation("T1", "Karla Wirth", "PER")]},
        {
            "project": "cem",
            "denotations": [denotation("T1", "Die Brücke hält", "CLAIM")],
            "attributes": [{"id": "A1", "subj": "T1", "pred": "speech", "obj": "direct"}],
        },
    ]
    (entry,), problems = read("pubannotation", put(tmp_path / "a.json", tracks=tracks))
    assert problems == []
    assert [(s.label, s.annotator, dict(s.attributes)) for s in entry.spans] == [
        ("PER", "bea", {}),
        ("CLAIM", "cem", {"speech": "direct"}),
    ]


def test_parts_are_list_of_ranges(tmp_path):
    found = {
        **denotation("T1", "Die Brücke hält", "CLAIM"),
        "span": [{"begin": 23, "end": 26}, {"begin": 34, "end": 38}],
    }
    (entry,), problems = read("pubannotation", put(tmp_path / "a.json", denotations=[found]))
    assert problems == []
    assert entry.spans[0].parts == ((23, 26), (34, 38))


def test_article_comes_back_with_its_facts(tmp_path):
    (entry,), _, _ = written("pubannotation", tmp_path / "a.json", rich())
    document = rich().document
    assert (entry.document.text, entry.document.title) == (document.text, document.title)
    assert (entry.document.url, entry.document.published) == (document.url, document.published)
    assert len(json.loads((tmp_path / "a.json").read_text("utf-8"))[0]["denotations"]) == 5
