"""Pipelines of the user's own."""

from typing import Any

import pytest

from annotator.errors import ModelError
from annotator.model import CLAIMS, Document
from annotator.suggest import own
from annotator.suggest.pipeline import PipelineSource
from annotator.suggest.source import never
from annotator.suggest.sources import available


@pytest.fixture
def pipeline(tmp_path):
    """Give a pipeline that knows a place, on disk."""
    import spacy

    nlp = spacy.blank("de")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "Köln"}])
    nlp.to_disk(tmp_path / "gebaut")
    return tmp_path / "gebaut"


def suggested(info, text):
    document = Document(id="d", title="", text=text, sha256="", language="de")
    source = PipelineSource(info=info, labels=frozenset({"LOC", "CLAIM"}))
    return [(s.layer, s.label, s.quote(text)) for s in source.suggest(document, never)]


def test_a_pipeline_that_is_taken_up_is_among_the_sources_under_its_name(pipeline):
    assert own.folders() == []
    info = own.take_up(pipeline, "Rhein & Köln 2")
    assert info.name == "de_rhein_k_ln_2"
    assert available(own.folders()).sources[0] == info
    assert suggested(info, "In Köln 🎈.") == [("entities", "LOC", "Köln")]
    again = own.take_up(pipeline, "Rhein & Köln 2")
    assert again.folder == info.folder


def test_a_pipeline_that_was_changed_since_is_refused_when_it_is_loaded(pipeline):
    info = own.take_up(pipeline, "x")
    assert info.folder is not None
    with (info.folder / "vocab" / "strings.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    with pytest.raises(ModelError, match="damaged") as told:
        suggested(info, "In Köln.")
    assert told.value.code == "source.broken"


def test_a_folder_without_a_pipeline_is_not_taken_up(tmp_path):
    with pytest.raises(ModelError) as told:
        own.take_up(tmp_path, "x")
    assert told.value.code == "source.missing"
    assert own.folders() == []


def test_of_claims_that_overlap_the_most_certain_is_suggested():
    import spacy
    from spacy.tokens import SpanGroup

    from annotator.suggest.pipeline import _best_claims

    doc = spacy.blank("de")("Die Miete steige stark und das Wetter werde gut")
    spans = [doc[0:3], doc[0:4], doc[5:9], doc[1:2]]
    for span in spans:
        span.label_ = "CLAIM"
    doc.spans[CLAIMS] = SpanGroup(doc, name=CLAIMS, spans=spans, attrs={"scores": [0.6, 0.9, 0.7, 0.8]})
    assert [(span.text, score) for span, score in _best_claims(doc)] == [
        ("Die Miete steige stark", 0.9),
        ("das Wetter werde gut", 0.7),
    ]


def test_claims_of_other_labels_and_layers_of_the_users_own_are_suggested_where_the_schema_has_them(tmp_path):
    import spacy

    nlp = spacy.blank("de")
    patterns = {"claims": [("steige stark", "FORECAST"), ("Miete steige stark", "CLAIM")], "ships": [("Möwe", "SHIP")]}
    for key, known in patterns.items():
        ruler: Any = nlp.add_pipe("span_ruler", name=key, config={"spans_key": key})
        ruler.add_patterns([{"label": label, "pattern": words} for words, label in known])
    nlp.to_disk(tmp_path / "gebaut")
    info, text = own.take_up(tmp_path / "gebaut", "x"), "Die Miete steige stark 🎈, die Möwe auch."
    document = Document(id="d", title="", text=text, sha256="", language="de")

    def found(*labels):
        source = PipelineSource(info=info, labels=frozenset(labels))
        return [(s.layer, s.label, s.quote(text)) for s in source.suggest(document, never)]

    ship, claim = ("ships", "SHIP", "Möwe"), ("claims", "CLAIM", "Miete steige stark")
    assert found("CLAIM", "claims.FORECAST", "ships.SHIP") == [ship, claim, ("claims", "FORECAST", "steige stark")]
    assert found("CLAIM", "SHIP") == [("entities", "SHIP", "Möwe"), claim]
