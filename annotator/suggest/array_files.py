"""Files of arrays, in which models keep their weights."""

import zlib
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

_LARGEST = 200_000_000  # bytes of a file
_LARGEST_UNPACKED = 2_000_000_000  # bytes; zeros pack to a thousandth
_DAMAGE = (EOFError, KeyError, MemoryError, NotImplementedError, RuntimeError, TypeError, BadZipFile, zlib.error)


def load_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Return all arrays of an ``.npz`` file, by name.

    Raises:
        ValueError: if the file is damaged or too large.
        OSError: if the file cannot be read.
    """
    if path.stat().st_size > _LARGEST:
        raise ValueError(f"{path.name} is too large")
    try:  # the file is opened here because numpy leaves it open if it is not an archive
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            if sum(member.file_size for member in arrays.zip.filelist) > _LARGEST_UNPACKED:
                raise ValueError(f"{path.name} is too large when unpacked")
            found = {name: arrays[name] for name in arrays.files}
    except _DAMAGE as error:
        raise ValueError(f"{path.name} is damaged") from error
    if not all(isinstance(array, np.ndarray) for array in found.values()):
        raise ValueError(f"{path.name} contains other files than arrays")
    return found
