import shutil
from copy import copy
from typing import Any

import pycrfsuite
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.crf.crf_component import (
    FACTORY,
    CrfModel,
    CrfRecognizer,
    register,
    scores,
    sentences,
    spans_of_iob,
)
from annotator.suggest.crf.linear import LinearModel
from annotator.suggest.crf.neighbour_features import KnownWords
from tests.annotator.suggest.lexicons import small_lexicon
from tests.annotator.suggest.networks import small_network

TAUGHT = [
    ("Anna Weiß wohnt in Köln .", "B-PER I-PER O O B-LOC O"),
    ("Jürgen Groß wohnt in Weimar .", "B-PER I-PER O O B-LOC O"),
    ("Wir fahren nach Köln und Weimar .", "O O O B-LOC O B-LOC O"),
    ("Gestern sprach Anna Groß in Weimar .", "O O B-PER I-PER O B-LOC O"),
    ("Das Wetter bleibt schön .", "O O O O O"),
    ("Köln", "B-LOC"),
]

PIECES = ["Anna", "Weiß", "Köln", ".", "„", " ", "  ", "\n", "\r\n", "\u00a0", "🙂", "e\u0301"]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    lexicon = small_lexicon()
    table = KnownWords(lexicon)
    trainer = pycrfsuite.Trainer(verbose=False)
    for words, iob in TAUGHT:
        trainer.append(list(table.features([words.split()])), iob.split())
    trainer.set_params({"c1": 0.0, "c2": 0.01, "max_iterations": 100})
    path = tmp_path_factory.mktemp("crf") / "model.crfsuite"
    trainer.train(str(path))
    linear = LinearModel.from_crfsuite(path)
    return CrfModel(linear, small_network(lexicon, PIECES, len(linear.labels), weight=0), lexicon)


@pytest.fixture(scope="module")
def nlp(model):
    import spacy

    register()
    pipeline = spacy.blank("de")
    component: Any = pipeline.add_pipe(FACTORY)
    component.set_model(model)
    return pipeline


def entities(doc):
    return [(ent.text, ent.label_) for ent in doc.ents]


def test_names_and_scores_by_place(nlp):
    doc = nlp("🙂 Anna Weiß wohnt in Köln.")

    assert entities(doc) == [("Anna Weiß", "PER"), ("Köln", "LOC")]
    assert scores(doc).keys() == {(2, 11), (21, 25)}
    assert all(0.5 < score <= 1 for score in scores(doc).values())


def test_headline_is_its_own_sentence(nlp):
    doc = nlp("Köln\nAnna Weiß wohnt in Köln.\r\n\r\nWeimar")

    assert entities(doc) == [
        ("Köln", "LOC"),
        ("Anna Weiß", "PER"),
        ("Köln", "LOC"),
        ("Weimar", "LOC"),
    ]


def test_offsets_with_combining_mark_and_no_break_space(nlp):
    text = "Anna Weiß wohnt in Ko\u0308ln.\u00a0 👩🏽‍🚀  \n"
    doc = nlp(text)

    assert entities(doc) == [("Anna Weiß", "PER"), ("Ko\u0308ln", "LOC")]
    assert doc.text == text


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_names_lie_inside_text_without_edge_spaces(nlp, pieces):
    text = "".join(pieces)
    doc = nlp(text)

    for start, end in scores(doc):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]


def test_names_are_consistent_in_an_article(nlp):
    doc = nlp("Gestern sprach Anna Groß in Weimar.\nSchön: Anna Groß!\nSchön, Anna Groß")

    assert [ent.label_ for ent in doc.ents if ent.text == "Anna Groß"] == ["PER"] * 3


def test_text_without_words_has_no_names(nlp):
    for text in ("", " ", "\n\n", "🙂"):
        assert scores(nlp(text)) == {}


def test_pipeline_survives_writing_and_moving(nlp, tmp_path):
    import spacy

    nlp.to_disk(tmp_path / "here")
    shutil.move(tmp_path / "here", tmp_path / "Jürgens Modelle")
    again = spacy.load(tmp_path / "Jürgens Modelle")

    text = "Anna Weiß wohnt in Köln.\nJürgen Groß wohnt in Weimar."
    assert entities(again(text)) == entities(nlp(text))
    assert scores(again(text)) == scores(nlp(text))
    assert again.pipe_labels == {FACTORY: ["LOC", "PER"]}
    assert again.meta["labels"] == {FACTORY: ["LOC", "PER"]}


def test_scores_survive_doc_serialisation(nlp):
    from spacy.tokens import DocBin

    doc = nlp("Anna Weiß wohnt in Köln.")
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)

    assert scores(again) == scores(doc)


def test_component_without_model_raises(tmp_path):
    import spacy

    register()
    empty = spacy.blank("de")
    component: Any = empty.add_pipe(FACTORY)

    assert component.labels == ()
    with pytest.raises(ValueError, match="has no model"):
        empty("Köln")
    with pytest.raises(ValueError, match="has no model"):
        component.to_disk(tmp_path)


def test_pipe_equals_single_calls(nlp, monkeypatch):
    texts = ["Anna Weiß wohnt in Köln.", "", "Jürgen Groß\n\n", "🙂", "Weimar"] * 3
    one_by_one: list[Any] = [(entities(nlp(text)), scores(nlp(text))) for text in texts]
    monkeypatch.setattr("annotator.suggest.crf.crf_component._WORDS_AT_ONCE", 7)

    assert [(entities(doc), pytest.approx(scores(doc))) for doc in nlp.pipe(texts, batch_size=4)] == one_by_one


def test_word_cache_is_bounded_and_changes_nothing(nlp, model, monkeypatch):
    monkeypatch.setattr("annotator.suggest.crf.neighbour_features._REMEMBERED_WORDS", 4)
    found = [entities(nlp(f"Anna Weiß wohnt in Köln. {word} auch.")) for word in ("Er", "Sie", "Es", "Wir") * 3]

    assert all(names == [("Anna Weiß", "PER"), ("Köln", "LOC")] for names in found)
    assert len(model._table) < 20


@pytest.mark.parametrize("name", ["weights.npz", "words.npz", "names.npz", "nouns.npz"])
def test_changed_byte_is_refused(nlp, tmp_path, name):
    import spacy

    nlp.to_disk(tmp_path)
    path = tmp_path / FACTORY / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(ValueError, match=f"{name} is damaged"):
        spacy.load(tmp_path)


def test_loaded_model_is_shared_until_the_files_change(nlp, model, tmp_path):
    import spacy

    text, linear = "Anna Weiß wohnt in Köln.", copy(model.linear)
    linear.labels = tuple(label.replace("PER", "ORG") for label in linear.labels)
    other = CrfRecognizer()
    other.set_model(CrfModel(linear, model.network, model.lexicon))
    nlp.to_disk(tmp_path)
    one, same = spacy.load(tmp_path), spacy.load(tmp_path)
    other.to_disk(tmp_path / FACTORY)
    replaced = spacy.load(tmp_path)

    components: list[Any] = [pipeline.get_pipe(FACTORY) for pipeline in (one, same, replaced)]
    lexicons = [component.lexicon for component in components]
    assert lexicons[0] is lexicons[1] is not lexicons[2]
    assert entities(one(text)) == entities(same(text)) == [("Anna Weiß", "PER"), ("Köln", "LOC")]
    assert entities(replaced(text)) == [("Anna Weiß", "ORG"), ("Köln", "LOC")]


def test_registering_twice_changes_nothing():
    import spacy

    register()
    register()

    assert spacy.blank("de").has_factory(FACTORY)


def test_sentences_end_at_line_breaks_and_full_stops():
    words = ["Die", "Lage", "\n\n", "Er", "kam", "am", "31.", "Mai", ".", " ", "Und", "so"]

    assert list(sentences(words)) == [[0, 1], [3, 4, 5, 6, 7, 8], [10, 11]]
    assert list(sentences(["Er", "kam", "heute", ".", "Sie", "nicht"])) == [[0, 1, 2, 3], [4, 5]]
    assert list(sentences(["\n", "", " "])) == []


def test_endless_sentence_is_cut():
    pieces = list(sentences(["Köln", "🙂"] * 500))

    assert [len(piece) for piece in pieces] == [400, 400, 200]
    assert [place for piece in pieces for place in piece] == list(range(1000))


def test_spans_of_iob():
    assert list(spans_of_iob(["B-PER", "I-PER", "O", "B-LOC", "B-LOC"])) == [
        (0, 2, "PER"),
        (3, 4, "LOC"),
        (4, 5, "LOC"),
    ]
    assert list(spans_of_iob(["I-PER", "I-LOC", "I-LOC"])) == [(0, 1, "PER"), (1, 3, "LOC")]
    assert list(spans_of_iob([])) == []
