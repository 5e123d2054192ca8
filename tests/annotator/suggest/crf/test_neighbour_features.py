import numpy as np

from annotator.suggest.crf.neighbour_features import EDGE, REACH, KnownWords, hashed
from tests.annotator.suggest.lexicons import small_lexicon


def features(*sentences):
    """Return the features of each word; a bar ends a sentence."""
    return [{*row} for row in KnownWords(small_lexicon()).features([sentence.split() for sentence in sentences])]


def test_hashes_are_the_same_on_every_platform():
    assert hashed(["w=köln", "s=Xxx", "c6=12"]).tolist() == [54732639, 106505772, 806205846]


def test_layout_puts_edges_around_sentences():
    table = KnownWords(small_lexicon())
    layout = table.lay_out([["Köln", "Weimar"], ["Köln"]])

    assert layout.numbers.tolist() == [*[EDGE] * REACH, 1, 2, *[EDGE] * REACH, 1, *[EDGE] * REACH]
    assert layout.places.tolist() == [3, 4, 8]
    assert layout.lengths.tolist() == [2, 1]
    assert len(table) == 3


def test_word_inside_longer_place_has_its_own_number():
    table = KnownWords(small_lexicon())
    table.lay_out([["Bad", "Homburg"], ["Bad"]])

    assert len(table) == 1 + 3


def test_features_stop_at_the_sentence():
    alone, beside = features("Anna wohnt"), features("Anna wohnt", "in Köln")

    assert alone == beside[:2]
    assert features("Anna fehlt")[0] != alone[0]
    assert features("Anna wohnt hier")[0] != alone[0]


def test_quotation_features():
    one, two = features('Er las " Wege " gern')[3], features('Er las " Wege dahin " gern')[3]
    open_ended = features('Er las " Wege dahin')[3]
    read, saw = (features(f'Er {verb} " alle breiten neuen Wege " gern')[6] for verb in ("las", "sah"))

    assert one - two
    assert len(read - saw) == 1  # only the word before the quotation is in reach
    assert len(one) - len(open_ended) >= 7


def test_features_of_capitalised_runs():
    long = features("die Anna Köln Weg AG baut")
    short = features("die Anna Köln Weg GmbH baut")

    assert long[1] - short[1]  # the first word of four sees the last
    assert features("die Anna baut")[0] == features("die Anna baut")[0]


def test_no_run_features_without_capitals_or_quotes():
    table = KnownWords(small_lexicon())
    combined = table.combined(table.lay_out([["er", "wohnt", "hier"]]))

    assert (combined == 0).any(axis=1).sum() == 7 + 12
    assert (np.count_nonzero(combined, axis=0) == len(combined) - 7 - 12).all()


def test_cleared_table_gives_the_same_features():
    table = KnownWords(small_lexicon())
    sentence = [["Anna", "wohnt", "in", "Köln"]]
    before = list(table.features(sentence))
    table.clear()

    assert len(table) == 1
    assert list(table.features(sentence)) == before


def test_word_table_is_full(monkeypatch):
    monkeypatch.setattr("annotator.suggest.crf.neighbour_features._REMEMBERED_WORDS", 2)
    table = KnownWords(small_lexicon())

    assert not table.is_full
    table.lay_out([["Anna", "Köln"]])
    assert table.is_full
