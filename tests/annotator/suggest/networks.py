"""Small networks for tests."""

import numpy as np

from annotator.suggest.crf.lexicon import Lexicon
from annotator.suggest.crf.neighbour_features import KnownWords
from annotator.suggest.crf.network import Network, NetworkLayer

VECTOR, WIDTH = 4, 6


def small_network(lexicon: Lexicon, words: list[str], labels: int, *, weight: float = 1.0) -> Network:
    """Return a network with random weights for the features of some words; with weight 0 all scores are 0."""
    random = np.random.default_rng(1)
    table = KnownWords(lexicon)
    table.lay_out([words])
    keys = np.unique(np.array([key for own in table.own for key in own], dtype=np.uint64))

    def layer(inputs: int, outputs: int) -> NetworkLayer:
        weights = (random.standard_normal((inputs, outputs)) / inputs**0.5).astype(np.float32)
        ones, noughts = np.ones(WIDTH, dtype=np.float32), np.zeros(WIDTH, dtype=np.float32)
        return NetworkLayer(weights, random.standard_normal(outputs).astype(np.float32), ones, noughts)

    first, middle, last = layer(VECTOR, WIDTH), layer(3 * WIDTH, 2 * WIDTH), layer(WIDTH, labels)
    last = NetworkLayer(weight * last.weights, weight * last.bias, last.gain, last.shift)
    return Network(keys, (random.standard_normal((len(keys), VECTOR)) / 10).astype(np.float32), first, (middle,), last)
