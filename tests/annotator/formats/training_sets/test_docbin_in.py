"""Reading spaCy's DocBin."""

import tracemalloc
import zlib
from dataclasses import replace

import pytest
import spacy  # noqa: TID253  # the writer of what is read
import srsly
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin, Span  # noqa: TID253

from annotator.formats.base import ReadOptions
from annotator.formats.capabilities import SpanChoice
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.formats.training_sets import docbin
from annotator.model.values import Annotated
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import NEWS, SCHEMA, codes, linked, read, said, tidy, written
from tests.annotator.formats.texts import document, hex_id, rich, span

NLP = spacy.blank("de")
GPE = replace(NEWS, vocabulary=Vocabulary(schema=SCHEMA, renamed={"GPE": "LOC"}))


def pack(path, *docs, **options):
    DocBin(docs=docs, **options).to_disk(path)
    return path


def repack(path, **changes):
    """Change parts of a file."""
    message = srsly.msgpack_loads(zlib.decompress(path.read_bytes()))
    path.write_bytes(zlib.compress(srsly.msgpack_dumps({**message, **changes})))
    return path


def test_own_docbin_round_trip(tmp_path):
    bare = Annotated(document=document(2, "Nur Text\u2028und\u0085 mehr.", "other"))
    found, problems, report = written("docbin", tmp_path / "a.spacy", tidy(rich()), bare)
    assert (problems, report.losses) == ([], ())
    assert found == [replace(tidy(rich()), suggestions=()), bare]


def test_changes_made_in_spacy_count(tmp_path):
    written("docbin", tmp_path / "a.spacy", tidy(rich()))
    (doc,) = DocBin().from_disk(tmp_path / "a.spacy").get_docs(NLP.vocab)
    doc.spans["claims"] = []
    doc.spans["entities"] = [Span(doc, 1, 2, label="PER")]
    doc.set_ents([Span(doc, 1, 3, label="PER")])
    (found,), problems = read("docbin", pack(tmp_path / "b.spacy", doc, store_user_data=True))
    assert [(s.layer, s.label) for s in found.spans if s.layer != "attribution"] == [("entities", "PER")] * 2
    assert found.document.publisher == "Rheinbote"
    assert codes(problems) == [(1, "relations 1", "row.end"), (1, "relations 2", "row.end")]


def test_reads_docbin_without_our_record(tmp_path):
    doc = NLP("🤗 Zoe\u0308 Müller\u00a0aus  Köln sagt nichts.")
    doc.spans["sc"] = [Span(doc, 1, 3, label="CLAIM"), Span(doc, 1, 6, label="CLAIM")]
    doc.ents = [Span(doc, 1, 3, label="PER", kb_id="Q42"), Span(doc, 6, 7, label="GPE")]
    doc.cats = {"politics": 1.0, "sports": 0.0, "tone: dry": 1, "sure": 0.7}
    (found,), problems = read("docbin", pack(tmp_path / "a.spacy", doc), GPE)
    assert codes(problems) == [(1, "labels 3", "row.kind")]
    assert found.document.text == doc.text
    assert sorted((s.layer, s.label, s.quote(doc.text)) for s in found.spans) == [
        ("claims", "CLAIM", doc[1:3].text),
        ("claims", "CLAIM", doc[1:6].text),
        ("entities", "LOC", doc[6:7].text),
        ("entities", "PER", doc[1:3].text),
    ]
    assert [dict(s.attributes) for s in found.spans if s.label == "PER"] == [{"kb_id": "Q42"}]
    assert [(label.label, label.value) for label in found.labels] == [("label", "politics"), ("tone", "dry")]


def test_unknown_labels_and_empty_articles_are_reported(tmp_path):
    doc = NLP("Köln wächst.")
    doc.ents = [Span(doc, 0, 1, label="TREE")]
    found, problems = read("docbin", pack(tmp_path / "a.spacy", doc, NLP("")))
    assert [entry.spans for entry in found] == [()]
    assert codes(problems) == [(1, "spans 1", "row.label"), (2, "", "record.text")]


@pytest.mark.parametrize(
    "changes",
    [
        {"tokens": b"1234567"},
        {"tokens": b""},
        {"lengths": b"\xff\xff\xff\xff"},
        {"lengths": b"\x01\x00\x00\x00"},
        {"lengths": "x"},
        {"spaces": b""},
        {"strings": []},
        {"strings": 7},
        {"attrs": [65, 65]},
        {"attrs": [[1], {}]},
        {"attrs": [77]},
        {"span_groups": [b"\xc1"]},
        {"span_groups": [srsly.msgpack_dumps({srsly.msgpack_dumps({"name": "a", "spans": [b"x"]}): ["a"]})]},
        {"span_groups": [srsly.msgpack_dumps({srsly.msgpack_dumps({"name": "a", "spans": [b"\x7f" * 40]}): ["a"]})]},
        {"user_data": [b"\xc1"]},
    ],
)
def test_inconsistent_parts_raise(tmp_path, changes):
    path = pack(tmp_path / "a.spacy", NLP("Köln wächst."), store_user_data=True)
    with pytest.raises(FormatError, match=r"a\.spacy could not be read as spaCy DocBin: .*Export it again"):
        read("docbin", repack(path, **changes))


@pytest.mark.parametrize("content", [b"text", zlib.compress(b"\x81" * 1000), zlib.compress(b"\x81\xa6tok")])
def test_what_is_no_docbin_says_so_without_jargon(tmp_path, content):
    (tmp_path / "a.spacy").write_bytes(content)
    with pytest.raises(FormatError, match=r"DocBin: it is not a DocBin, or it is damaged\. Export it again"):
        read("docbin", tmp_path / "a.spacy")


@pytest.mark.parametrize("odd", [{7: "seven"}, {"meta": b"bytes"}, {"spans": [{1: 2}]}])
def test_record_invalid_as_json_is_ignored(tmp_path, odd):
    path = pack(tmp_path / "a.spacy", NLP("Köln wächst."), store_user_data=True)
    user = srsly.msgpack_dumps({"spanwright": {"format": "spanwright/1", **odd}})
    (found,), _ = read("docbin", repack(path, user_data=[user]))
    assert found.document.text == "Köln wächst."


def test_decompression_bomb_raises(tmp_path, monkeypatch):
    monkeypatch.setattr(docbin, "LIMIT", 1)
    (tmp_path / "a.spacy").write_bytes(zlib.compress(b"\x81" + bytes(3 << 20)))
    with pytest.raises(FormatError, match="too large when unpacked"):
        read("docbin", tmp_path / "a.spacy")
    (tmp_path / "a.spacy").write_bytes(bytes(3 << 20))
    with pytest.raises(FormatError, match="larger than 1 MB"):
        read("docbin", tmp_path / "a.spacy")


def test_truncated_and_missing_file_raise(tmp_path):
    path = pack(tmp_path / "a.spacy", NLP("Köln wächst."))
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(FormatError, match="cut off"):
        read("docbin", path)
    with pytest.raises(FormatError, match="could not be read"):
        read("docbin", tmp_path / "nowhere.spacy")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.sampled_from("ab.-'ö\u0308🤗\u00a0\t\n\u2028 \u200d"), min_size=1, max_size=40).map(lambda t: t + "K"),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from(["PER", "LOC"])), max_size=6),
    st.sampled_from([SpanChoice.WIDEN, SpanChoice.SPLIT_TOKEN]),
)
def test_any_document_round_trip(tmp_path, text, found, edges):
    spans = tuple(
        span(number, "K", text=text, label=label, parts=((start, min(len(text), start + length)),))
        for number, (start, length, label) in enumerate(found)
        if start < len(text)
    )
    annotated = Annotated(document=document(text=text), spans=spans)
    (back,), problems, report = written("docbin", tmp_path / "a.spacy", annotated, edges=edges)
    assert problems == []
    assert back.document == annotated.document
    assert len(back.spans) == report.written + report.changed
    assert linked(back) == []
    touched = {loss.id for loss in report.losses if loss.reason != "token_split"}
    untouched = {hex_id(number) for number in range(len(spans))} - touched
    kept = replace(annotated, spans=tuple(s for s in spans if s.id in untouched))
    assert said(kept) == said(replace(back, spans=tuple(s for s in back.spans if s.id in untouched)))


def test_without_schema_group_is_layer(tmp_path):
    doc = NLP("Köln wächst.")
    doc.spans["sc"] = [Span(doc, 0, 1, label="X")]
    (found,), _ = read("docbin", pack(tmp_path / "a.spacy", doc), ReadOptions())
    assert [(s.layer, s.label) for s in found.spans] == [("sc", "X")]


def test_zeros_raise_before_unpacking(tmp_path):
    path = tmp_path / "a.spacy"
    path.write_bytes(zlib.compress(bytes(200 << 20), 9))
    tracemalloc.start()
    try:
        with pytest.raises(FormatError, match="do not fit together"):
            read("docbin", path)
        assert tracemalloc.get_traced_memory()[1] < 100 << 20
    finally:
        tracemalloc.stop()
