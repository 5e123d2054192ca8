import numpy as np
import pytest

from annotator.suggest.crf.neighbour_features import KnownWords
from annotator.suggest.crf.network import Network
from tests.annotator.suggest.lexicons import small_lexicon
from tests.annotator.suggest.networks import small_network

WORDS = ["Anna", "las", "e\u0301", "🙂", "in", "Köln", "."]
LABELS = 5


@pytest.fixture
def network():
    return small_network(small_lexicon(), WORDS, LABELS)


def scores(network, *sentences):
    table = KnownWords(small_lexicon())
    network.drop_cache()
    return network.scores(table, table.lay_out(sentences))


def test_network_scores_each_word_and_label(network):
    found = scores(network, WORDS, ["Köln"])

    assert found.shape == (len(WORDS) + 1, LABELS)
    assert np.isfinite(found).all()
    assert len(np.unique(found)) == found.size


def test_network_reads_neighbours_within_the_sentence(network):
    alone, beside, behind = (
        scores(network, ["Köln"]),
        scores(network, ["in", "Köln"]),
        scores(network, ["in"], ["Köln"]),
    )

    assert alone[0] == pytest.approx(behind[1], abs=1e-5)
    assert alone[0] != pytest.approx(beside[1], abs=1e-2)


def test_later_words_are_scored_the_same(network):
    table = KnownWords(small_lexicon())
    late = [row for sentence in (["Anna"], ["in", "Köln"]) for row in network.scores(table, table.lay_out([sentence]))]

    assert scores(network, ["Anna"], ["in", "Köln"]) == pytest.approx(np.array(late), abs=1e-5)


def test_network_reads_unknown_word(network):
    assert np.isfinite(scores(network, ["Ωμέγα", "§"])).all()


def test_network_survives_writing_nearly_unchanged(network, tmp_path):
    network.to_disk(tmp_path / "network.npz")
    again = Network.from_disk(tmp_path / "network.npz")

    assert scores(again, WORDS) == pytest.approx(scores(network, WORDS), abs=0.5)


def test_file_without_network_is_refused(network, tmp_path):
    path = tmp_path / "network.npz"
    network.to_disk(path)
    with np.load(path) as arrays:
        whole = dict(arrays)
    np.savez_compressed(tmp_path / "short.npz", **{**whole, "vectors": whole["vectors"][:-1]})
    np.savez_compressed(tmp_path / "thin.npz", **{**whole, "vectors": whole["vectors"][:, :-1]})
    np.savez_compressed(tmp_path / "other.npz", layers=whole["layers"])
    np.savez_compressed(tmp_path / "bare.npz", **{**whole, "layers": np.array(1)})
    (tmp_path / "text.npz").write_text("no archive", encoding="utf-8")

    for name in ("short", "thin", "other", "bare", "text"):
        with pytest.raises(ValueError, match=rf"{name}\.npz is not a network"):
            Network.from_disk(tmp_path / f"{name}.npz")
