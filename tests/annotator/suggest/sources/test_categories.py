"""Small real pipelines that categorise sentences and score spans."""

from dataclasses import replace
from typing import Any

import pytest

from annotator.model.values import Document
from annotator.suggest.sources.categories import categorisers_in, sounds_like_claims
from annotator.suggest.sources.pipeline import PipelineSource
from annotator.suggest.sources.pipeline_folder import describe
from annotator.suggest.sources.source import never

CLAIMS = [f"Die Zahl der Fälle stieg um {number} Prozent." for number in (3, 12, 40, 7)]
REST = ["Wie geht es dir heute?", "Bitte nehmen Sie Platz!", "Guten Morgen allerseits 🎈.", "Was meinen Sie dazu?"]
TEXT = f"{REST[0]} {CLAIMS[1]}\n\n{REST[2]}\n{CLAIMS[0]}"


def trained(folder, factory, *, more=()):
    """Write a pipeline that was trained to recognise claims."""
    import spacy
    from spacy.training import Example
    from thinc.api import fix_random_seed

    fix_random_seed(1)
    nlp = spacy.blank("de", meta={"name": "sorter", "version": "1.0"})
    sorter: Any = nlp.add_pipe(factory)
    for label in ("CLAIM", "REST"):
        sorter.add_label(label)
    examples = [
        Example.from_dict(nlp.make_doc(text), {"cats": {"CLAIM": float(text in CLAIMS), "REST": float(text in REST)}})
        for text in (*CLAIMS, *REST)
    ]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    for name in more:
        ruler: Any = nlp.add_pipe(name, first=True)
        ruler.add_patterns([{"label": "PER", "pattern": "Morgen"}])
    nlp.to_disk(folder)
    return folder


def suggested(info, labels=("PER", "CLAIM"), text=TEXT, excluded=()):
    document = Document(id="d", title="", text=text, sha256="", language="de", excluded=excluded)
    return PipelineSource(info=info, labels=frozenset(labels)).suggest(document, never)


def claims(info, **more):
    return [s.quote(TEXT) for s in suggested(info, **more) if s.layer == "claims"]


@pytest.mark.parametrize("factory", ["textcat", "textcat_multilabel"])
def test_sentences_categorised_as_claims_are_suggested_with_score(tmp_path, factory):
    info = describe(trained(tmp_path / "p", factory))
    assert (info.own_labels, info.categories) == ((), ("CLAIM", "REST"))
    found = suggested(info)
    assert [(s.quote(TEXT), s.label) for s in found] == [(CLAIMS[1], "CLAIM"), (CLAIMS[0], "CLAIM")]
    assert all(s.score is not None and 0.5 < s.score <= 1 for s in found)
    assert all(s.attributes == {} for s in found)
    assert claims(info, labels=("PER",)) == []
    assert claims(info, excluded=((0, TEXT.index("\n")),)) == [CLAIMS[0]]


def test_project_maps_categories_to_claims(tmp_path):
    info = describe(trained(tmp_path / "p", "textcat"))
    swapped = replace(info, labels_as=(("CLAIM", ""), ("REST", "CFS")))
    assert [(s.quote(TEXT), dict(s.attributes)) for s in suggested(swapped)] == [
        (REST[0], {"worthiness": "CFS"}),
        (REST[2], {"worthiness": "CFS"}),
    ]
    assert suggested(replace(info, labels_as=(("CLAIM", "PER"),))) == []


def test_names_are_found_beside_categories(tmp_path):
    info = describe(trained(tmp_path / "p", "textcat", more=("entity_ruler",)))
    assert (info.own_labels, info.categories) == (("PER",), ("CLAIM", "REST"))
    assert [(s.layer, s.quote(TEXT), s.score is None) for s in suggested(info)] == [
        ("claims", CLAIMS[1], False),
        ("entities", "Morgen", True),
        ("claims", CLAIMS[0], False),
    ]


def test_overlapping_spans_keep_their_scores(tmp_path):
    import spacy
    from spacy.training import Example
    from thinc.api import fix_random_seed

    fix_random_seed(1)
    nlp = spacy.blank("de", meta={"name": "spans", "version": "1.0"})
    suggester = {"@misc": "spacy.ngram_suggester.v1", "sizes": [1, 2]}
    finder: Any = nlp.add_pipe("spancat", config={"threshold": 0.5, "suggester": suggester})
    finder.add_label("LOC")
    finder.add_label("ORG")
    text = "Heute tagt die Stadt Köln 🎈 wieder."
    spans = {"sc": [(text.index("Stadt"), text.index(" 🎈"), "ORG"), (text.index("Köln"), text.index(" 🎈"), "LOC")]}
    examples = [Example.from_dict(nlp.make_doc(text), {"spans": spans})] * 8
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(60):
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(tmp_path / "p")
    info = describe(tmp_path / "p")
    assert (info.own_labels, info.categories) == (("LOC", "ORG"), ())
    found = suggested(info, labels=("LOC", "ORG"), text=text)
    assert {(s.quote(text), s.label) for s in found} == {("Stadt Köln", "ORG"), ("Köln", "LOC")}
    assert all(s.score is not None and 0.5 < s.score <= 1 for s in found)


@pytest.mark.parametrize("config", [None, b"\xff", b"factory", b"[components.a]\nfactory = 1\n"])
def test_unreadable_config_has_no_categorisers(tmp_path, config):
    if config is not None:
        (tmp_path / "config.cfg").write_bytes(config)
    assert categorisers_in(tmp_path) == frozenset()


def test_categories_that_sound_like_claims():
    assert sounds_like_claims("Check-Worthy")
    assert not sounds_like_claims("NOT_CLAIM")
