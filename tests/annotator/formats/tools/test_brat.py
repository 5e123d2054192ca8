"""Reading and writing brat's standoff files."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.formats.tools import brat_in
from annotator.model.values import Annotated
from annotator.system.errors import AnnotatorError, FormatError
from tests.annotator.formats.reading import NEWS, SCHEMA, codes, linked, read, said, tidy, without
from tests.annotator.formats.texts import document, rich, span

TEXT = "🤗 Ms Weber adds:\nrents\u2028rise."
ANN = [
    "T1\tPER 5 10\tWeber",
    "T2\tCLAIM 17 22;23 27\trents rise",
    "R1\tclaimant Arg1:T2 Arg2:T1\t",
    "A1\tspeech T2 direct",
    "A2\tDoubt T1",
    "A3\tIndividual T1",
    "N1\tReference T1 Wikidata:Q42\tJohn Weber",
    "#1\tAnnotatorNotes T2\t100 USD",
]
SAMPLES = Path(__file__).parent / "samples" / "brat"


def put(path, *lines, text=TEXT):
    path.with_suffix(".txt").write_bytes(text.encode("utf-8"))
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def test_article_round_trip_with_fields_and_references(tmp_path):
    article = without(tidy(rich()), identities=True, labels=())
    note = 'über\nzwei "Zeilen"'
    fields = {"a b": [1], "Doubt": "x", "mine": "true", "topic": " Rand\u2028"}
    split = replace(span(16, "sagte:\t„Die", label="MISC"), attributes=fields, note=note)
    crossing = span(17, "bald.“\n\nLesen", label="MISC", doubt=True, note="42")
    gap = replace(span(18, "Zoe\u0308", label="PER"), parts=((2, 6), (18, 22)))
    article = replace(article, spans=(*article.spans, split, crossing, gap))
    exporter("brat").write([article], tmp_path / "out", Options(schema=SCHEMA))
    (path,) = (tmp_path / "out").glob("*.ann")
    assert path.stem == "artikel-1-mueller"
    (back,), problems = read("brat", path)
    assert problems == []
    identity = back.identities[0]
    assert replace(identity, id=rich().identities[0].id) == rich().identities[0]
    named = [
        replace(s, attributes={"identity": identity.id} if "identity" in s.attributes else s.attributes)
        for s in article.spans
    ]
    assert said(back, annotators=False) == said(replace(article, spans=tuple(named)), annotators=False)
    assert linked(back) == linked(article)
    assert "bald.“ Lesen" in path.read_text("utf-8")


def test_equal_titles_get_distinct_files(tmp_path):
    stream = [
        Annotated(document=document(number, title=title)) for number, title in enumerate(["../Köln", "köln", "🤗"])
    ]
    exporter("brat").write(stream, tmp_path / "out", Options(schema=SCHEMA))
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        "annotation.conf",
        *[f"{name}.{suffix}" for name in ("article", "koeln-2", "koeln") for suffix in ("ann", "txt")],
    ]
    conf = (tmp_path / "out" / "annotation.conf").read_text("utf-8")
    assert "claimant\tArg1:CLAIM, Arg2:PER|ORG|LOC|SPEAKER\n" in conf
    assert "speech\tArg:CLAIM, Value:direct|indirect|reported|free_indirect\n" in conf


def test_reads_files_of_brat(tmp_path):
    (back,), problems = read("brat", put(tmp_path / "a.ann", *ANN))
    assert problems == []
    weber, rents = back.spans
    assert (weber.quote(TEXT), weber.doubt, weber.attributes["Individual"]) == ("Weber", True, True)
    assert (rents.quote(TEXT), rents.parts, rents.note) == ("rents\u2028rise", ((17, 27),), "100 USD")
    assert dict(rents.attributes) == {"speech": "direct"}
    assert [relation.label for relation in back.relations] == ["claimant"]
    assert back.identities[0].kb_id == "Q42"
    assert back.document.title == "a"


def test_events_and_equivalences_become_relations(tmp_path):
    renamed = Vocabulary(schema=SCHEMA, renamed={"Say": "CUE", "Agent": "claimant", "Equiv": "repeats"})
    lines = [*ANN[:2], "T3\tSay 11 15\tadds", "E1\tSay:T3 Agent:T1", "A9\tmood E1 calm", "*\tEquiv T1 T2 T3"]
    (back,), problems = read("brat", put(tmp_path / "a.ann", *lines), replace(NEWS, vocabulary=renamed))
    assert problems == []
    assert [(label, head[0], tail[0]) for label, head, tail in linked(back)] == [
        ("claimant", "CUE", "PER"),
        ("repeats", "PER", "CLAIM"),
        ("repeats", "PER", "CUE"),
    ]
    assert [dict(s.attributes) for s in back.spans if s.label == "CUE"] == [{"mood": "calm"}]


def test_crlf_and_bom_are_mapped(tmp_path):
    text = "\ufeffMs\r\nWeber"
    path = put(tmp_path / "a.ann", "T1\tPER 5 10\tWeber\r", text=text)
    (back,), problems = read("brat", path)
    assert problems == []
    assert [s.quote(back.document.text) for s in back.spans] == ["Weber"]
    assert back.document.text == "Ms\nWeber"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("T9\tPER 5 99\tWeber", "row.outside"),
        ("T9\tPER 10 5\tWeber", "row.outside"),
        ("T9\tPER 5 5\t", "row.outside"),
        ("T9\tPER -5 5\tWeber", "line.unknown"),
        ("T9\tPER 5 10;a 3\tWeber", "line.unknown"),
        ("T9\tPER", "line.unknown"),
        ("T9", "line.unknown"),
        ("T1\tPER 5 10\tWeber", "row.twice"),
        ("T9\tPER 5 10\tSmit", "row.quote"),
        ("T9\tPerson/x 5 10\tWeber", "row.label"),
        ("T9\tPER 5 10;7 12\tWeber", "row.parts"),
        ("R9\tclaimant Arg1:T2 Arg2:T77", "row.end"),
        ("R9\tclaimant Arg1:T2", "line.unknown"),
        ("R9\tsays Arg1:T2 Arg2:T1", "row.relation"),
        ("A9\tspeech T77 direct", "row.end"),
        ("A9\tspeech T2 loud", "row.second"),
        ("A9\tstance T2 loud", "row.attribute"),
        ("A9\tspeech", "row.end"),
        ("#9\tAnnotatorNotes T77\tx", "row.end"),
        ("X1\twhat", "line.unknown"),
        ("hello", "line.unknown"),
    ],
)
def test_broken_line_is_reported_with_number(tmp_path, line, code):
    (back,), problems = read("brat", put(tmp_path / "a.ann", *ANN, "", line))
    where = 2 if code == "row.attribute" else 10
    assert codes(problems) == [(where, "", code)]
    assert problems[0].sentence.startswith(f"a.ann, line {where}: ")
    assert len(back.spans) == 2 + (code == "row.quote")


def test_missing_large_and_non_utf8_files_raise(tmp_path, monkeypatch):
    path = put(tmp_path / "a.ann", *ANN)
    path.with_suffix(".txt").write_bytes(b"K\xf6ln")
    with pytest.raises(AnnotatorError, match=r"a\.txt is not UTF-8: byte 1"):
        read("brat", path)
    monkeypatch.setattr(brat_in, "LIMIT", 0)
    with pytest.raises(FormatError, match=r"a\.txt is larger than 0 MB"):
        read("brat", path)
    path.with_suffix(".txt").unlink()
    with pytest.raises(FormatError, match=r"a\.ann cannot be read without a\.txt"):
        read("brat", path)
    with pytest.raises(FormatError, match="could not be read"):
        read("brat", tmp_path / "nowhere.ann")


def test_brat_tutorial_folder_round_trip(tmp_path):
    names = {"Person": "PER", "Organization": "ORG", "GPE": "LOC", "Money": "MONEY", "Transfer-money": "MISC"}
    roles = ("Giver-Arg", "Money-Arg", "Beneficiary-Arg", "Recipient-Arg", "Origin", "Family")
    renamed = {**names, **dict.fromkeys(roles, "evidence")}
    options = replace(NEWS, vocabulary=Vocabulary(schema=SCHEMA, renamed=renamed))
    found = []
    for path in sorted(SAMPLES.glob("*.ann")):
        entries, problems = read("brat", path, options)
        assert [problem.sentence for problem in problems if problem.code not in {"row.label", "row.relation"}] == []
        found += entries
    assert [(len(entry.spans), len(entry.relations)) for entry in found] == [(7, 6), (0, 0), (4, 0)]
    report = exporter("brat").write(found, tmp_path / "out", Options(schema=SCHEMA))
    assert (report.changed, report.lost) == (0, 0)
    again = [entry for path in sorted((tmp_path / "out").glob("*.ann")) for entry in read("brat", path)[0]]
    by_title = {entry.document.text: entry for entry in again}
    for entry in found:
        back = by_title[entry.document.text]
        assert [(s.parts, s.label, s.note) for s in back.spans] == [(s.parts, s.label, s.note) for s in entry.spans]
        assert linked(back) == linked(entry)


CONF = """\
# what there is
[entities]
!Agent
\tPerson
\tBehörde
Place\tof something
<ANY>=Person|Place

[relations]
Evidence\tArg1:<ENTITY>, Arg2:<ENTITY>
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]
Saying\tWho:Person

[attributes]
Money\tArg:<ENTITY>
"""
VISUAL = """\
[labels]
Behörde | Amt | Organisation | ORG
Saying | Claim | C
Money | Person
"""


def test_types_are_mapped_by_display_names(tmp_path):
    lines = ["T1\tPerson 5 10\tWeber", "T2\tBehörde 2 4\tMs", "T3\tSaying 17 22\trents", "T4\tPlace 2 4\tMs"]
    inner = tmp_path / "data" / "inner"
    inner.mkdir(parents=True)
    path = put(inner / "a.ann", *lines)
    (tmp_path / "data" / "annotation.conf").write_text(CONF, "utf-8")
    assert [s.label for s in read("brat", path)[0][0].spans] == ["LOC", "PER"], "by the names that labels have"
    (inner / "visual.conf").write_text(VISUAL, "utf-8")
    (back,), problems = read("brat", path)
    assert sorted((s.layer, s.label) for s in back.spans) == [
        ("claims", "CLAIM"),
        ("entities", "LOC"),
        ("entities", "ORG"),
        ("entities", "PER"),
    ]
    assert problems == []


def test_users_mapping_beats_settings(tmp_path):
    path = put(tmp_path / "a.ann", "T1\tPerson 5 10\tWeber")
    (tmp_path / "annotation.conf").write_text(CONF, "utf-8")
    options = replace(NEWS, vocabulary=Vocabulary(schema=SCHEMA, renamed={"Person": "MISC"}))
    (back,), _ = read("brat", path, options)
    assert [s.label for s in back.spans] == ["MISC"]


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00[entities]\nPerson", b"[entities", b"[entities]\n\n!\n|\n[labels]\n|||"]
)
def test_broken_settings_are_ignored(tmp_path, content):
    path = put(tmp_path / "a.ann", *ANN)
    for name in ("annotation.conf", "visual.conf"):
        (tmp_path / name).write_bytes(content)
    (back,), problems = read("brat", path)
    assert (len(back.spans), problems) == (2, [])
