import numpy as np
import pytest

from annotator.suggest.features import FeatureReader, plain, shape
from annotator.suggest.lexicon import HashedTable, Lexicon, class_mask


def reader() -> FeatureReader:
    words = HashedTable.of(
        ["Straße", "straße", "Weg"],
        {
            "cluster": np.array([1100, 1100, 7], dtype=np.uint16),
            "rarity": np.array([80, 120, 90], dtype=np.uint8),
        },
    )
    nouns = HashedTable.of(["Straße"], {"mask": np.array([class_mask("N")], dtype=np.uint8)})
    return FeatureReader(Lexicon(words=words, classes=[nouns], places={}))


@pytest.mark.parametrize(
    ("word", "outline"),
    [
        ("Weifang", "Xxx"),
        ("NATO", "XX"),
        ("G20", "Xdd"),
        ("a\u0308", "x\u0308"),
        ("🙂🙂🙂", "🙂" * 2),
    ],
)
def test_the_shape_of_a_word_cuts_runs_to_two(word, outline):
    assert shape(word) == outline


def test_words_that_look_the_same_are_the_same_to_the_model():
    assert plain("Mu\u0308nchen") == "München"
    assert plain("„") == plain("«") == '"'
    assert plain("–") == plain("\u2011") == "-"
    assert plain("Donau\u00addampfer") == "Donaudampfer"


def test_a_word_brings_its_form_its_class_and_its_cluster():
    row = reader().features(["Die", "Straße"])[1]

    assert {"w=straße", "s=Xxx", "x3=aße", "g=N", "GN", "c=1100", "c4=12", "lp=8", "cr=4"} <= {*row}
    assert {"w-1=die", "E1", "E2", "cc-=?|1100"} <= {*row}


def test_a_compound_shares_the_cluster_of_its_head():
    assert "hc=1100" in reader().features(["Fahrradstraße"])[0]
    assert "g=n" in reader().features(["Fahrradstraße"])[0]


def test_what_is_remembered_of_words_changes_nothing_and_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr("annotator.suggest.features._REMEMBERED_WORDS", 2)
    sentence = ["Die", "Straße", "und", "der", "Weg", "und", "die", "Straße"]
    used = reader()

    assert used.features(sentence) == used.features(sentence) == reader().features(sentence)
    assert len(used._remembered) <= 2


def test_an_endless_word_is_cut_off():
    rows = reader().features(["X" * 1_000_000, "", "👩🏽‍🚀"])

    assert max(len(feature) for row in rows for feature in row) < 300
