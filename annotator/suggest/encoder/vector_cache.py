"""A cache of the vectors of texts, kept in files by the SHA-256 of each text.

A folder holds the vectors of one model. Files are written whole and never changed, so that several processes may add to
a folder. Many small files are merged into one now and then. A damaged file is ignored: its vectors are computed again.
"""

import hashlib
import secrets
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.encoder.meaning import SIZE, Rows, Said
from annotator.system.whole_files import put

_KEY = 16  # bytes of a hash
_MANY = 40  # from this number on, files are merged
_LARGEST = 2_000_000_000  # bytes of a file
_SUFFIX = ".vectors"


def key(said: Said) -> bytes:
    """Return the key of a text: the first bytes of the SHA-256 of its language and its words."""
    return hashlib.sha256(f"{said.language}\0{said.text}".encode("utf-8", "surrogatepass")).digest()[:_KEY]


class VectorCache:
    """The vectors in a folder; `refresh` reads those that other processes have added."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: set[str] = set()
        self._places: dict[bytes, int] = {}
        self._rows: Rows = np.zeros((0, SIZE), np.int8)

    def refresh(self) -> None:
        """Read the files that were added since the last call."""
        found = sorted(path for path in self._folder.glob(f"*{_SUFFIX}") if path.name not in self._read)
        parts = [part for path in found if (part := self._part(path)) is not None]
        self._take(parts)

    def places(self, keys: Sequence[bytes]) -> NDArray[np.int64]:
        """Return the row in `rows` of each key, -1 for an unknown key."""
        return np.fromiter((self._places.get(one, -1) for one in keys), np.int64, len(keys))

    @property
    def rows(self) -> Rows:
        """The vectors known to this process."""
        return self._rows

    def add(self, keys: Sequence[bytes], rows: Rows) -> None:
        """Store vectors under their keys; if the folder cannot be written to, only this process keeps them."""
        content = np.concatenate([np.frombuffer(b"".join(keys), np.uint8).reshape(-1, _KEY), rows.view(np.uint8)], 1)
        name = f"{secrets.token_hex(8)}{_SUFFIX}"
        self._take([content])
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            put(self._folder / name, content.tobytes())
        except OSError:
            return
        self._read.add(name)

    def join(self) -> None:
        """Merge the files into one if there are many."""
        files = sorted(self._folder.glob(f"*{_SUFFIX}"))
        if len(files) < _MANY:
            return
        self.refresh()
        keys = sorted(self._places, key=self._places.__getitem__)
        rows = self._rows[[self._places[one] for one in keys]]
        self._rows, self._places = np.zeros((0, SIZE), np.int8), {}
        self.add(keys, rows)
        for path in files:
            path.unlink(missing_ok=True)

    def _part(self, path: Path) -> NDArray[np.uint8] | None:
        """Return the content of a file as rows of key and vector.

        The result is None if the file is too large or damaged, or has just been merged by another process.
        """
        self._read.add(path.name)
        try:
            if path.stat().st_size > _LARGEST:
                return None
            return np.frombuffer(path.read_bytes(), np.uint8).reshape(-1, _KEY + SIZE)
        except (OSError, ValueError):
            return None

    def _take(self, parts: Sequence[NDArray[np.uint8]]) -> None:
        if not parts:
            return
        content = np.concatenate(parts)
        first = len(self._rows)
        keys = content[:, :_KEY].tobytes()
        for place in range(len(content)):
            self._places[keys[place * _KEY : (place + 1) * _KEY]] = first + place
        self._rows = np.concatenate([self._rows, content[:, _KEY:].view(np.int8)])
