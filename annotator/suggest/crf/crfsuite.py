"""Safe opening of CRFsuite models: every offset in a model is checked before CRFsuite reads it.

CRFsuite is written in C and trusts its files: two in five models with one changed byte crash the process. The format is
defined by CRFsuite's `crf1d_model.c` and `cqdb.c`, in little endian.
"""

import struct
from typing import Any, NoReturn, TypeAlias

import numpy as np
import pycrfsuite
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]

_HEADER = struct.Struct("<4sI4s9I")
_CHUNK = struct.Struct("<4sII")  # name, size, count
_NAMES = struct.Struct("<4s5I")  # name, size, flag, byte order, number of strings, offset of their list
_ENTRY = struct.Struct("<II")  # number and length of the string that follows
_FEATURE = np.dtype([("kind", "<u4"), ("from", "<u4"), ("to", "<u4"), ("weight", "<f8")])
_TABLES = 256
_BYTE_ORDER = 0x62445371
_MOST_LABELS = 1_000  # CRFsuite allocates a table of all pairs of labels
_HEAVIEST = 1e6  # real weights are far smaller; sums of weights as large as this are still finite
_OF_ATTRIBUTE, _OF_LABEL = 0, 1


def tagger(model: bytes) -> Any:
    """Check a model and open it as a CRFsuite tagger.

    Raises:
        ValueError: if the model is incomplete or damaged.
    """
    check(model)
    opened = pycrfsuite.Tagger()
    # Not open(path): CRFsuite cannot open a path with an umlaut on Windows.
    opened.open_inmemory(model)
    return opened


def check(model: bytes) -> None:
    """Check every offset in a model that CRFsuite would follow.

    Raises:
        ValueError: if CRFsuite would read outside the model, or never stop.
    """
    if len(model) < _HEADER.size:
        raise ValueError("the model file is too short")
    magic, size, kind, _, _, labels, attributes, *places = _HEADER.unpack_from(model)
    is_whole = size == len(model) and all(_HEADER.size <= place < size for place in places)
    if magic != b"lCRF" or kind != b"FOMC" or not is_whole or labels > _MOST_LABELS:
        raise ValueError("the model file is not a whole CRFsuite model")
    whole = _ModelBytes(model)
    features = whole.count_features(places[0], labels, attributes)
    whole.check_names(places[1], labels)
    whole.check_names(places[2], attributes)
    whole.check_references(places[3], labels, features)
    whole.check_references(places[4], attributes, features)


class _ModelBytes:
    """The bytes of a model, with checks that never read outside the bytes."""

    def __init__(self, model: bytes) -> None:
        self._model = model
        self._bytes = np.frombuffer(model, np.uint8)

    def count_features(self, start: int, labels: int, attributes: int) -> int:
        """Return the number of features; check that each links existing attributes and labels."""
        _, _, count = self._chunk(start)  # the count in the header is 0
        first = self._check_range(start + _CHUNK.size, count * _FEATURE.itemsize, "features")
        known = np.frombuffer(self._model, _FEATURE, count, first)
        origins = np.where(known["kind"] == _OF_ATTRIBUTE, attributes, labels)
        whole = (known["kind"] <= _OF_LABEL) & (known["from"] < origins) & (known["to"] < labels)
        if not (whole & (np.abs(known["weight"]) <= _HEAVIEST)).all():
            _refuse("features")
        return count

    def check_references(self, start: int, count: int, features: int) -> None:
        """Check that each label or attribute refers to existing features."""
        self._chunk(start)
        places = self._numbers(start + _CHUNK.size, count)
        lengths = self._numbers_at(places)
        ends = places + 4 + 4 * lengths
        if (ends > len(self._model)).any() or lengths.sum() > len(self._model):
            _refuse("references")
        steps = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        named = self._numbers_at(np.repeat(places + 4, lengths) + 4 * steps)
        if (named >= features).any():
            _refuse("references")

    def check_names(self, start: int, count: int) -> None:
        """Check the two tables of strings, by number and by string: both are complete, and every search ends."""
        self._check_range(start, _NAMES.size + 8 * _TABLES, "names")
        name, size, _, order, number, by_number = _NAMES.unpack_from(self._model, start)
        if name != b"CQDB" or order != _BYTE_ORDER or number != count or (count and not by_number):
            _refuse("names")
        self._check_range(start, size, "names")
        if count:
            self._check_entries(start, self._numbers(start + by_number, count), count)
        tables = self._numbers(start + _NAMES.size, 2 * _TABLES).reshape(_TABLES, 2)
        for place, buckets in tables[tables[:, 1] > 0].tolist():
            offsets = self._numbers(start + place, 2 * buckets)[1::2]
            if not place or offsets.all():
                _refuse("names")  # without an empty bucket, a failing search never ends
            self._check_entries(start, offsets[offsets > 0], count)

    def _check_entries(self, start: int, offsets: Numbers, count: int) -> None:
        places = start + offsets
        numbers, lengths = self._numbers_at(places), self._numbers_at(places + 4)
        ends = places + _ENTRY.size + lengths
        if (numbers >= count).any() or (lengths < 1).any() or (ends > len(self._model)).any() or not offsets.all():
            _refuse("names")
        if self._bytes[ends - 1].any():
            _refuse("names")

    def _chunk(self, start: int) -> tuple[bytes, int, int]:
        self._check_range(start, _CHUNK.size, "parts")
        name, size, count = _CHUNK.unpack_from(self._model, start)
        return name, size, count

    def _numbers(self, start: int, count: int) -> Numbers:
        self._check_range(start, 4 * count, "numbers")
        return np.frombuffer(self._model, "<u4", count, start).astype(np.int64)

    def _numbers_at(self, places: Numbers) -> Numbers:
        if ((places < 0) | (places + 4 > len(self._model))).any():
            _refuse("numbers")
        four = self._bytes[places[:, None] + np.arange(4)].astype(np.int64)
        found: Numbers = four @ (1 << np.arange(0, 32, 8))
        return found

    def _check_range(self, start: int, size: int, what: str) -> int:
        if start < 0 or start + size > len(self._model):
            _refuse(what)
        return start


def _refuse(what: str) -> NoReturn:
    raise ValueError(f"the model file is damaged: its {what}")
