"""Labels of words and their probabilities, read from the pipeline below a corrector."""

import pytest

from annotator.suggest.adapter.base_labels import NOTHING, entity_readings, labels_of, readings_below
from annotator.suggest.sources.pipeline import load
from annotator.suggest.sources.registry import available


def english(text, *entities):
    import spacy
    from spacy.tokens import Doc, Span

    words = text.split()
    doc = Doc(spacy.blank("en").vocab, words=words)
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in entities])
    return doc


def test_entity_readings_drop_article_and_genitive():
    doc = english("Today the Hague 's mayor met Ann", (0, 1, "DATE"), (1, 4, "GPE"), (6, 7, "PERSON"))
    labels = [reading.label for reading in entity_readings(doc)]
    assert labels == ["B-DATE", "O", "B-LOC", "O", "O", "O", "B-PER"]


def test_article_alone_is_not_a_name_and_works_keep_articles():
    doc = english("the a The Scream", (0, 1, "ORG"), (2, 4, "WORK_OF_ART"))
    assert [reading.label for reading in entity_readings(doc)] == ["O", "O", "B-MISC", "I-MISC"]


def test_own_model_reads_each_word_with_probabilities():
    (german,) = available().named(["de_news"])
    pipeline = load(german.name, german.folder, german.version, ())
    doc = pipeline("Petra Müller\u00a0🎈 \n lebt in Köln.")
    readings = readings_below(pipeline)(doc)
    assert len(readings) == len(doc)
    assert [(token.text, r.label) for token, r in zip(doc, readings, strict=True) if r.label != "O"] == [
        ("Petra", "B-PER"),
        ("Müller", "I-PER"),
        ("Köln", "B-LOC"),
    ]
    assert all(0 < r.sure <= 1 and -1e-6 <= r.named <= 1 for r in readings)
    assert all(r == NOTHING for token, r in zip(doc, readings, strict=True) if token.is_space)
    scored = [r for r in readings if r.chances]
    assert len(scored) == 7  # all but the white space
    assert all((r.chances or {})[r.label] == r.sure for r in scored)
    assert all(sum((r.chances or {}).values()) == pytest.approx(1) for r in scored)


@pytest.mark.parametrize(("length", "spans"), [(0, []), (3, [(0, 2, "PER"), (2, 3, "PER")])])
def test_labels_of_inverts_spans_of_iob(length, spans):
    from annotator.suggest.crf.crf_component import spans_of_iob

    assert list(spans_of_iob(labels_of(length, spans))) == spans
