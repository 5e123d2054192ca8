import pytest

from annotator.suggest.crf.features import shape, word_facts
from annotator.text.normalization import plain
from tests.annotator.suggest.lexicons import small_lexicon

LEXICON = small_lexicon()


def facts(word):
    return word_facts(word, LEXICON.word_class(word), LEXICON)


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
def test_shape_cuts_runs_to_two(word, outline):
    assert shape(word) == outline


def test_plain_spelling():
    assert plain("Mu\u0308nchen") == "München"
    assert plain("„") == plain("«") == '"'
    assert plain("–") == plain("\u2011") == "-"
    assert plain("Donau\u00addampfer") == "Donaudampfer"


def test_form_class_and_cluster_features():
    street = facts("Straße")

    assert {"w=straße", "s=Xxx", "x3=aße", "g=N", "GN", "c=1100", "c4=12", "lp=8", "cr=4"} <= {*street.own}
    assert {"w=straße", "g=N", "GN", "c=1100", "cr=4"} <= {*street.around}
    assert street.columns == ("straße", "Xxx", "1100", "12", "N", "4")


def test_compound_features():
    assert {"hc=1100", "hw=Straße", "hp=fahrrad", "g=n"} <= {*facts("Fahrradstraße").own}


def test_hyphen_features():
    assert {"ya=köln", "yag=C", "yb=weg", "ybc=7", "yc=3|7"} <= {*facts("Köln-Weg").own}
    assert not any(feature.startswith("ya") for feature in facts("-Weg").own)


def test_inner_letter_features_of_capitalised_words():
    assert {"n=weim", "n=eima", "n=imar", "p5=weima"} <= {*facts("Weimar").own}
    assert not any(feature.startswith("n=") for feature in facts("straße").own)


def test_unknown_word_features():
    unknown = facts("🙂")

    assert {"c=?", "e=?", "lp=-", "ll=-", "cr=n"} <= {*unknown.own}
    assert (unknown.columns.cluster, unknown.columns.branch) == ("?", "?")


def test_endless_word_is_cut():
    for word in ("X" * 1_000_000, "", "👩🏽‍🚀"):
        own = facts(plain(word)).own
        assert len(own) < 80
        assert max(map(len, own)) < 300
