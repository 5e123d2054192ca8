"""AVeriTeC, compared with the structure in its README."""

import json
from dataclasses import replace

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from tests.annotator.formats.checked import checked

FIELDS = (
    "claim required_reannotation label justification claim_date speaker original_claim_url cached_original_claim_url"
    " fact_checking_article reporting_source location_ISO_code claim_types fact_checking_strategies questions"
).split()
ANSWER = {"answer", "answer_type", "source_url", "cached_source_url", "source_medium"}
LABELS = {"Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking"}


def claims(path, *stream):
    exporter("averitec").write(stream, path, Options())
    return json.loads(path.read_text("utf-8"))


def test_claims_have_fields_of_averitec(tmp_path):
    found = claims(tmp_path / "a.json", checked())
    assert len(found) == 3
    for claim in found:
        assert list(claim) == FIELDS
        assert claim["label"] in LABELS
        for question in claim["questions"]:
            assert set(question) == {"question", "answers"}
            assert all(set(answer) == ANSWER for answer in question["answers"])
    assert claims(tmp_path / "b.json") == []


def test_evidence_becomes_answers(tmp_path):
    refuted = claims(tmp_path / "a.json", checked())[1]
    assert (refuted["speaker"], refuted["claim_types"]) == ("Zoë Müller", ["Numerical Claim"])
    answers = [(a["answer"], a["source_url"]) for a in refuted["questions"][0]["answers"]]
    assert answers[1:] == [
        ("Nichts steht", None),
        ("Köln", "https://example.org/steuern"),
        ("Der Satz stieg.", "https://example.org/a?b=1&c=2"),
        ("Er fiel, sagt man.", "https://example.org/b"),
        ("Ein Buch, Seite 4", None),
        ("„Nie“ fiel er.", "https://example.org/a?b=1&c=2"),
    ]


@pytest.mark.parametrize(
    ("published", "day"),
    [("2020-08-05", "5-8-2020"), ("2020-08", None), (None, None), ("2020-08-25T10:00", "25-8-2020")],
)
def test_date_format_of_averitec(tmp_path, published, day):
    dated = replace(checked(), document=replace(checked().document, published=published))
    assert claims(tmp_path / "a.json", dated)[0]["claim_date"] == day
