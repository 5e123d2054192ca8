"""FEVER, compared with the form that its site describes."""

import json
from dataclasses import replace

import pytest

from annotator.formats.claims.fever import pages_of
from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.system.errors import FormatError
from tests.annotator.formats.checked import checked
from tests.annotator.formats.texts import document, hex_id


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def written(path, *stream):
    report = exporter("fever").write(stream, path, Options())
    return lines(path), {page["id"]: page for page in lines(pages_of(path))}, report


def test_claims_have_fields_of_fever_and_evidence_in_pages(tmp_path):
    other = replace(checked(), document=document(2, "Nichts steht hier."), spans=(), relations=(), elsewhere=())
    claims, pages, _ = written(tmp_path / "a.jsonl", checked(), other)
    assert len(claims) == 3
    for claim in claims:
        assert list(claim) == ["id", "verifiable", "label", "claim", "evidence"]
        assert type(claim["id"]) is int
        assert claim["label"] in {"SUPPORTS", "REFUTES", "NOT ENOUGH INFO"}
        assert (claim["verifiable"] == "VERIFIABLE") is (claim["label"] != "NOT ENOUGH INFO")
        for evidence in (each for group in claim["evidence"] for each in group):
            annotation, number, page, sentence = evidence
            assert type(annotation) is type(number) is int
            if claim["label"] == "NOT ENOUGH INFO":
                assert (page, sentence) == (None, None)
            else:
                numbered = dict(line.split("\t") for line in pages[page]["lines"].split("\n"))
                assert numbered[str(sentence)]


def test_refuted_claim_has_only_refuting_evidence(tmp_path):
    claims, _, report = written(tmp_path / "a.jsonl", checked())
    (refuted,) = [claim for claim in claims if claim["label"] == "REFUTES"]
    assert [[page for _, _, page, _ in group] for group in refuted["evidence"]] == [
        *([hex_id(2)], ["https://example.org/a?b=1&c=2"], [str(refuted["id"])], ["https://example.org/a?b=1&c=2"])
    ]
    assert (hex_id(13), "fields") in {(loss.id, loss.reason) for loss in report.losses}
    told = {(int(loss.id, 16), loss.reason) for loss in report.losses if loss.label == "evidence"}
    assert {(31, "relation_kind"), (33, "relation_kind")} <= told


def test_claim_without_fever_verdict_is_reported(tmp_path):
    other = {13: {"verdict": "conflicting_cherrypicked"}, 17: {}, 29: {"verdict": "mine"}}
    spans = tuple(replace(s, attributes=other.get(int(s.id, 16), s.attributes)) for s in checked().spans)
    stream = [replace(checked(), spans=spans)]
    with pytest.raises(FormatError, match=r"claims with a verdict that it knows\. Claims without one: 4"):
        exporter("fever").write(stream, tmp_path / "a.jsonl", Options())
    assert not list(tmp_path.iterdir())
    report = exporter("fever").preflight(stream, Options())
    told = {int(loss.id, 16) for loss in report.losses if loss.reason == "claim_needs"}
    assert told == {13, 17, 19, 29}
    assert {loss.reason for loss in report.losses if loss.row == "relation"} == {"relation_claim"}


def test_evidence_over_two_sentences_needs_both(tmp_path):
    far = replace(checked().elsewhere[0], sentences=(3, 5))
    claims, _, _ = written(tmp_path / "a.jsonl", replace(checked(), elsewhere=(far,)))
    (refuted,) = [claim for claim in claims if claim["label"] == "REFUTES"]
    assert [[sentence for *_, sentence in group] for group in refuted["evidence"]] == [[3, 4], [0], [0], [1]]
