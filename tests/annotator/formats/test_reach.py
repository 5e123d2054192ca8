"""Spans out of reach of training, and long articles in pieces."""

import json

import pytest

from annotator.formats.capabilities import SpanChoice, choices_for
from annotator.formats.fit import Options, fit
from annotator.formats.loss import LossKind
from annotator.formats.registry import EXPORTERS, exporter
from annotator.model.values import Annotated, Relation
from tests.annotator.formats.reading import SCHEMA, read
from tests.annotator.formats.texts import document, hex_id, span

SENTENCE = "Am Tag {n} sprach Müller{n} in Köln. "
LONG = "".join(SENTENCE.format(n=n) for n in range(100, 200)) + "\n"  # 9 tokens a sentence


def name(number, label="PER"):
    return span(number, f"Müller{number}", text=LONG, label=label)


def of(*spans, text=LONG, relations=()):
    return Annotated(document=document(text=text), spans=spans, relations=relations)


def reasons(fitted):
    return [(int(loss.id, 16), loss.reason) for loss in fitted.losses if loss.row == "span"]


def rows(folder):
    return [json.loads(line) for line in (folder / "data" / "train.jsonl").read_text("utf-8").splitlines()]


def test_labels_out_of_reach_are_reported():
    annotated = of(name(101), name(195), name(199))
    fitted = fit(annotated, EXPORTERS["huggingface"].holds, Options())
    assert reasons(fitted) == [(195, "too_far"), (199, "too_far")]
    assert {loss.kind for loss in fitted.losses if loss.row == "span"} == {LossKind.CHANGED}
    assert fitted.annotated.spans == annotated.spans, "they are written all the same"
    assert reasons(fit(of(name(101)), EXPORTERS["huggingface"].holds, Options())) == []


def test_labels_outside_flat_view_are_never_out_of_reach():
    claim = span(195, "Müller195", text=LONG, layer="claims", label="CLAIM")
    assert reasons(fit(of(claim), EXPORTERS["huggingface"].holds, Options())) == []
    assert reasons(fit(of(claim), EXPORTERS["huggingface"].holds, Options(layers=("claims",)))) == [(195, "too_far")]


@pytest.mark.parametrize("options", [Options(reach=True), Options(choices={hex_id(199): {SpanChoice.REACH}})])
def test_long_articles_are_split_within_reach(options):
    fitted = fit(of(name(101), name(199)), EXPORTERS["huggingface"].holds, options)
    assert reasons(fitted) == []
    assert [(loss.row, loss.reason, loss.kind) for loss in fitted.losses] == [("document", "pieces", LossKind.CHANGED)]
    assert len(fitted.pieces) == 2
    assert "".join(LONG[slice(*piece)] for piece in fitted.pieces) == LONG
    assert all(LONG[start:].startswith("Am Tag") for start, _ in fitted.pieces)


def test_short_articles_stay_whole():
    text = SENTENCE.format(n=100)
    fitted = fit(of(span(1, "Müller100", text=text), text=text), EXPORTERS["huggingface"].holds, Options(reach=True))
    assert (fitted.pieces, fitted.losses) == ((), ())


@pytest.mark.parametrize("form", ["huggingface", "gliner"])
def test_pieces_round_trip_with_all_labels(tmp_path, form):
    spans = tuple(name(number) for number in range(100, 200))
    out = exporter(form)
    report = out.write([of(*spans)], tmp_path / "out", Options(schema=SCHEMA, reach=True))
    assert (report.documents, report.written, report.changed, report.lost) == (1, 100, 0, 0)
    back, problems = read(
        form, tmp_path / "out" / "data" / "train.jsonl" if form == "huggingface" else tmp_path / "out"
    )
    assert problems == []
    assert len(back) > 1
    found = [one.quote(piece.document.text) for piece in back for one in piece.spans]
    assert found == [f"Müller{number}" for number in range(100, 200)]
    assert len({piece.document.id for piece in back}) == len(back)
    if form == "huggingface":
        assert "".join(piece.document.text for piece in back) == LONG
        assert all(len(row["tokens"]) == len(row["ner_tags"]) <= 510 for row in rows(tmp_path / "out"))
        assert [row["title"][-6:] for row in rows(tmp_path / "out")] == [" (1/2)", " (2/2)"]
        assert sum(row["ner_tags"].count("B-PER") for row in rows(tmp_path / "out")) == 100


def test_pieces_keep_labels_whole_and_report_cut_relations(tmp_path):
    whole = exporter("huggingface")
    cut = fit(of(name(199)), whole.holds, Options(reach=True)).pieces[0][1]
    bridge = span(1, "Müller101", text=LONG, parts=((cut - 6, cut + 6),))
    near = Relation(id=hex_id(7), label="same", head=hex_id(101), tail=hex_id(102), annotator="ada")
    far = Relation(id=hex_id(8), label="same", head=hex_id(101), tail=hex_id(199), annotator="ada")
    annotated = of(name(101), name(102), bridge, name(199), relations=(near, far))
    options = Options(schema=SCHEMA, reach=True)
    fitted = fit(annotated, whole.holds, options)
    assert fitted.annotated.relations == (near,)
    assert [(loss.id, loss.reason) for loss in fitted.losses if loss.row == "relation"] == [(far.id, "relation_piece")]
    whole.write([annotated], tmp_path / "out", options)
    assert [len(row["relations"]) for row in rows(tmp_path / "out")] == [1, 0]
    first = rows(tmp_path / "out")[0]
    assert [first["text"][one["start"] : one["end"]] for one in first["spans"]] == ["Müller101", "Müller102"]


def test_labels_too_wide_for_gliner_are_reported():
    long = span(1, "Müller100 in Köln. Am Tag 101 sprach Müller101 in Köln. Am Tag", text=LONG)
    fitted = fit(of(long, name(102)), EXPORTERS["gliner"].holds, Options(reach=True))
    assert reasons(fitted) == [(1, "too_wide")]
    assert choices_for("span", "too_wide") == (SpanChoice.LEAVE_OUT,)
    assert choices_for("span", "too_far") == (SpanChoice.REACH, SpanChoice.LEAVE_OUT)
