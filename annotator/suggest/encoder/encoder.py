"""The encoder's forward pass in numpy, which computes contextual vectors of word pieces.

Weights are stored in eight bits or four, the word table in four. Weights in eight bits stay so in memory and become
32-bit numbers for each batch, which takes hardly any time. Sequences of different lengths lie in one matrix without
padding. Attention is computed separately for each group of sequences of equal length.
Source: Devlin and others, BERT, NAACL 2019; Wang and others, Multilingual E5 Text Embeddings, 2024.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.array_files import load_arrays

Floats: TypeAlias = NDArray[np.float32]
Pieces: TypeAlias = Sequence[int]

FIRST, PADDING, LAST, UNKNOWN = 0, 1, 2, 3  # special pieces, with these ids in every vocabulary

_HEADS = 12
_TINY = np.float32(1e-12)
_TOGETHER = 4_096  # pieces in a batch: larger batches need more memory and are not faster


class Linear(NamedTuple):
    """A linear layer: weights [in, out] and bias."""

    weights: Floats
    bias: Floats

    @property
    def shape(self) -> tuple[int, ...]:
        """The numbers of inputs and outputs."""
        return self.weights.shape

    def __call__(self, x: Floats) -> Floats:
        """Return ``x @ weights + bias``."""
        y: Floats = x @ self.weights
        y += self.bias
        return y


class EightBitLinear(NamedTuple):
    """A linear layer in eight bits: codes [in, out], the scale of each column, and bias."""

    codes: NDArray[np.int8]
    scale: Floats
    bias: Floats

    @property
    def shape(self) -> tuple[int, ...]:
        """The numbers of inputs and outputs."""
        return self.codes.shape

    def __call__(self, x: Floats) -> Floats:
        """Return ``x @ (codes * scale) + bias``."""
        y: Floats = x @ self.codes.astype(np.float32)
        y *= self.scale
        y += self.bias
        return y


class Norm(NamedTuple):
    """A layer norm: its gain and its shift."""

    gain: Floats
    shift: Floats

    def __call__(self, x: Floats) -> Floats:
        """Normalise each row in place, and return the matrix."""
        x -= x.mean(-1, keepdims=True)
        variance = np.einsum("ij,ij->i", x, x)[:, None] / np.float32(x.shape[1])
        x /= np.sqrt(variance + _TINY)
        x *= self.gain
        x += self.shift
        return x


class Layer(NamedTuple):
    """A transformer layer: attention and feed-forward, each followed by a residual connection and a norm."""

    attention: Linear | EightBitLinear
    out: Linear | EightBitLinear
    out_norm: Norm
    wide: Linear | EightBitLinear
    narrow: Linear | EightBitLinear
    norm: Norm


@dataclass(frozen=True, slots=True)
class WordTable:
    """The vectors of all pieces, with four bits per number: scales [pieces, blocks], codes [pieces, blocks, 16]."""

    scales: NDArray[np.float16]
    codes: NDArray[np.uint8]

    @property
    def size(self) -> int:
        """The length of a vector."""
        return int(self.codes.shape[1] * self.codes.shape[2] * 2)

    def rows(self, pieces: NDArray[np.int64]) -> Floats:
        """Return the vectors of these pieces, a row per piece."""
        return _of_four_bits(self.scales[pieces], self.codes[pieces])

    @classmethod
    def from_disk(cls, path: Path) -> Self:
        """Read a table.

        Raises:
            ValueError: if the file contains no word table.
            OSError: if the file cannot be read.
        """
        arrays = load_arrays(path)
        try:
            table = cls(arrays["scales"], arrays["codes"])
        except KeyError as error:
            raise ValueError(f"{path.name} contains no word table") from error
        if table.codes.ndim != 3 or table.scales.shape != table.codes.shape[:2]:
            raise ValueError(f"{path.name} has an array of another shape")
        return table


def _of_four_bits(scales: NDArray[np.float16], codes: NDArray[np.uint8]) -> Floats:
    """Return rows of numbers that are stored in four bits: each block has a scale for 32 numbers, two codes a byte."""
    halves = np.concatenate([codes & 15, codes >> 4], -1).astype(np.float32)
    halves -= np.float32(8)
    halves *= scales.astype(np.float32)[..., None]
    return halves.reshape(len(codes), -1)


class Encoder:
    """The encoder: a word table, the vectors of positions, and transformer layers."""

    def __init__(self, table: WordTable, places: Floats, norm: Norm, layers: Sequence[Layer]) -> None:
        """Store the parameters; ``places`` has a vector for each position of a sequence."""
        self._table = table
        self._places = places
        self._norm = norm
        self._layers = tuple(layers)

    @property
    def depth(self) -> int:
        """The number of layers."""
        return len(self._layers)

    def read(self, sequences: Sequence[Pieces], start: Floats | None = None) -> list[Floats]:
        """Return a matrix for each sequence, with a row per piece.

        Args:
            sequences: Pieces with `FIRST` before and `LAST` after them.
            start: A vector to add to the first piece of each sequence, which tells the style to follow (see `Habits`).
        """
        order = sorted(range(len(sequences)), key=lambda place: len(sequences[place]))
        found: list[Floats] = [np.zeros((0, self._table.size), np.float32)] * len(sequences)
        for batch in _batches(order, sequences):
            rows = self._read([sequences[place] for place in batch], start)
            at = 0
            for place in batch:
                found[place] = rows[at : at + len(sequences[place])]
                at += len(sequences[place])
        return found

    def _read(self, sequences: Sequence[Pieces], start: Floats | None) -> Floats:
        """Return one matrix for several sequences, which are sorted by length."""
        lengths = [len(sequence) for sequence in sequences]
        x = self._table.rows(np.concatenate([np.asarray(s, np.int64) for s in sequences]))
        at = 0
        for length in lengths:
            if start is not None:
                x[at] += start
            x[at : at + length] += self._places[:length]
            at += length
        x = self._norm(x)
        groups = [(length, len(list(same))) for length, same in groupby(lengths)]
        for layer in self._layers:
            x = layer.out_norm(layer.out(_attended(layer.attention(x), groups)) + x)
            x = layer.norm(layer.narrow(gelu(layer.wide(x))) + x)
        return x

    @classmethod
    def from_arrays(cls, table: WordTable, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Build an encoder from the arrays of a file, stored as `packed` describes.

        Raises:
            ValueError: if an array is missing or has a wrong shape.
        """
        try:
            count = 1 + max(int(name.split(".")[1]) for name in arrays if name.startswith("layers."))
            places, norm = _unpacked(arrays, "places.weight"), _norm(arrays, "norm")
            layers = [_layer(arrays, f"layers.{number}", table.size) for number in range(count)]
        except (KeyError, IndexError, TypeError) as error:
            raise ValueError("the file has no encoder") from error
        if places.ndim != 2 or places.shape[1] != table.size or norm.gain.shape != (table.size,):
            raise ValueError("the file has an encoder of another size")
        return cls(table, places, norm, layers)


def _batches(order: Sequence[int], sequences: Sequence[Pieces]) -> Iterator[list[int]]:
    batch: list[int] = []
    size = 0
    for place in order:
        if batch and size + len(sequences[place]) > _TOGETHER:
            yield batch
            batch, size = [], 0
        batch.append(place)
        size += len(sequences[place])
    if batch:
        yield batch


def _attended(qkv: Floats, groups: Sequence[tuple[int, int]]) -> Floats:
    """Return the result of attention for each piece; ``groups`` are (length, number of sequences of this length)."""
    size = qkv.shape[1] // 3
    width = size // _HEADS
    found = np.empty((len(qkv), size), np.float32)
    at = 0
    for length, many in groups:
        rows = slice(at, at + length * many)
        q, k, v = qkv[rows].reshape(many, length, 3, _HEADS, width).transpose(2, 0, 3, 1, 4)
        weights = (q * np.float32(width**-0.5)) @ k.transpose(0, 1, 3, 2)
        weights -= weights.max(-1, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(-1, keepdims=True)
        found[rows] = (weights @ v).transpose(0, 2, 1, 3).reshape(length * many, size)
        at = rows.stop
    return found


def gelu(x: Floats) -> Floats:
    """Apply the tanh form of GELU in place. Source: Hendrycks and Gimpel, 2016."""
    y = x * x
    y *= np.float32(0.044715)
    y += 1
    y *= x
    y *= np.float32(0.7978845608)
    np.tanh(y, out=y)
    y += 1
    x *= y
    x *= np.float32(0.5)
    return x


def packed(name: str, array: Floats) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield the arrays, with their names, that store an array: a matrix in eight bits, a vector in 16.

    A matrix has one scale per row. A matrix that was made with four bits is not stored by this function, but as
    ``NAME.blocks`` and ``NAME.scale``, which are the codes and scales of a `WordTable`.
    """
    if array.ndim == 1:
        yield name, array.astype(np.float16)
        return
    scale = np.maximum(np.abs(array).max(1, keepdims=True) / 127, np.float32(1e-12))
    yield f"{name}.codes", np.round(array / scale).astype(np.int8)
    yield f"{name}.scale", scale.astype(np.float32)


def _unpacked(arrays: Mapping[str, NDArray[Any]], name: str) -> Floats:
    if name in arrays:
        return arrays[name].astype(np.float32)
    if f"{name}.blocks" in arrays:
        return _of_four_bits(arrays[f"{name}.scale"], arrays[f"{name}.blocks"])
    return arrays[f"{name}.codes"].astype(np.float32) * arrays[f"{name}.scale"].astype(np.float32)


def _layer(arrays: Mapping[str, NDArray[Any]], name: str, size: int) -> Layer:
    layer = Layer(
        _linear(arrays, f"{name}.attention"),
        _linear(arrays, f"{name}.out"),
        _norm(arrays, f"{name}.out_norm"),
        _linear(arrays, f"{name}.wide"),
        _linear(arrays, f"{name}.narrow"),
        _norm(arrays, f"{name}.norm"),
    )
    wide = layer.wide.shape[-1]
    shapes = (layer.attention, (size, 3 * size)), (layer.out, (size, size)), (layer.wide, (size, wide))
    for linear, shape in (*shapes, (layer.narrow, (wide, size))):
        if linear.shape != shape or linear.bias.shape != shape[1:]:
            raise ValueError(f"{name} has an array of another shape")
    return layer


def _linear(arrays: Mapping[str, NDArray[Any]], name: str) -> Linear | EightBitLinear:
    bias = arrays[f"{name}.bias"].astype(np.float32)
    if f"{name}.weight.codes" in arrays:
        codes, scale = arrays[f"{name}.weight.codes"], arrays[f"{name}.weight.scale"]
        if codes.dtype != np.int8 or codes.ndim != 2 or scale.shape != (len(codes), 1):
            raise ValueError(f"{name} has an array of another shape")
        return EightBitLinear(np.ascontiguousarray(codes.T), scale[:, 0].astype(np.float32), bias)
    return Linear(np.ascontiguousarray(_unpacked(arrays, f"{name}.weight").T), bias)


def _norm(arrays: Mapping[str, NDArray[Any]], name: str) -> Norm:
    return Norm(arrays[f"{name}.weight"].astype(np.float32), arrays[f"{name}.bias"].astype(np.float32))
