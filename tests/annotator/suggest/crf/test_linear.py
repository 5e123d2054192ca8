import numpy as np
import pycrfsuite
import pytest

from annotator.suggest.crf.linear import LinearModel
from annotator.suggest.crf.neighbour_features import KnownWords
from tests.annotator.suggest.lexicons import small_lexicon

TAUGHT = [
    ("Anna Weiß wohnt in Köln .", "B-PER I-PER O O B-LOC O"),
    ('Sie las " Der Weg " gern .', "O O O B-MISC I-MISC O O O"),
    ("Köln", "B-LOC"),
]


@pytest.fixture(scope="module")
def crfsuite(tmp_path_factory):
    """Train with python-crfsuite and return the model's path."""
    table = KnownWords(small_lexicon())
    trainer = pycrfsuite.Trainer(verbose=False)
    for words, iob in TAUGHT:
        trainer.append(list(table.features([words.split()])), iob.split())
    trainer.set_params({"c1": 0.0, "c2": 0.01, "max_iterations": 100})
    path = tmp_path_factory.mktemp("crf") / "model.crfsuite"
    trainer.train(str(path))
    return path


@pytest.fixture(scope="module")
def model(crfsuite):
    return LinearModel.from_crfsuite(crfsuite)


def test_scores_are_sums_of_weights(crfsuite, model):
    tagger = pycrfsuite.Tagger()
    tagger.open(str(crfsuite))
    learnt = tagger.info().state_features
    table = KnownWords(small_lexicon())
    sentences = [["Anna", "las", '"', "Der", "Weg", '"', "in", "Köln"], ["Köln"]]
    expected = [
        [sum(learnt.get((feature, label), 0) for feature in row) for label in model.labels]
        for row in table.features(sentences)
    ]

    assert model.labels == ("B-LOC", "B-MISC", "B-PER", "I-MISC", "I-PER", "O")
    assert model.scores(table, table.lay_out(sentences)) == pytest.approx(np.array(expected), abs=0.2)


def test_later_words_are_scored_the_same(model):
    late, at_once = KnownWords(small_lexicon()), KnownWords(small_lexicon())
    sentences = [["Anna"], ["in", "Köln"]]
    one_by_one = []
    model.drop_cache()
    for sentence in sentences:
        one_by_one.extend(model.scores(late, late.lay_out([sentence])))
    model.drop_cache()

    assert model.scores(at_once, at_once.lay_out(sentences)) == pytest.approx(np.array(one_by_one))


def test_linear_model_survives_writing_and_reading(model, tmp_path):
    model.to_disk(tmp_path / "weights.npz")
    again = LinearModel.from_disk(tmp_path / "weights.npz")
    table = KnownWords(small_lexicon())
    layout = table.lay_out([["Anna", "Weiß", "wohnt"]])
    model.drop_cache()

    assert again.labels == model.labels
    assert (again.transitions == model.transitions).all()
    assert (again.scores(table, layout) == model.scores(table, layout)).all()


def test_file_without_weights_is_refused(model, tmp_path):
    path = tmp_path / "weights.npz"
    model.to_disk(path)
    with np.load(path) as arrays:
        whole = dict(arrays)
    np.savez_compressed(tmp_path / "short.npz", **{**whole, "counts": whole["counts"][:-1]})
    np.savez_compressed(tmp_path / "other.npz", labels=whole["labels"])
    np.savez_compressed(tmp_path / "wide.npz", **{**whole, "columns": whole["columns"] + 100})
    (tmp_path / "text.npz").write_text("Köln", encoding="utf-8")

    for name in ("short.npz", "other.npz", "wide.npz", "text.npz"):
        with pytest.raises(ValueError, match=f"{name} is not a table of weights"):
            LinearModel.from_disk(tmp_path / name)
