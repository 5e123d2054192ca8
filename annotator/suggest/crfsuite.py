"""Opening CRFsuite's models: it trusts their headers and would read outside its memory."""

import struct
from typing import Any

import pycrfsuite

_HEADER = struct.Struct("<4sI4s9I")


def tagger(model: bytes) -> Any:
    """Open a model.

    What is wrong further on than the header is found by `checksums`, for models in files.

    Raises:
        ValueError: if the bytes are not a whole model.
    """
    if len(model) < _HEADER.size:
        raise ValueError("the model file is too short")
    magic, size, kind, *numbers = _HEADER.unpack_from(model)
    is_whole = size == len(model) and all(_HEADER.size <= offset < size for offset in numbers[4:])
    if magic != b"lCRF" or kind != b"FOMC" or not is_whole:
        raise ValueError("the model file is not a whole CRFsuite model")
    opened = pycrfsuite.Tagger()
    # Not open(path): CRFsuite cannot open a path with an umlaut on Windows.
    opened.open_inmemory(model)
    return opened
