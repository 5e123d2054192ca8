"""The encoder's label probabilities for the articles that a model learns from, kept in a file between trainings.

Reading an article takes the encoder far longer than learning from it, and most articles are the same as last time. The
file serves no other purpose: each training rewrites it, and a damaged file is ignored.
"""

import hashlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.array_files import load_arrays
from annotator.suggest.encoder.chunks import Word
from annotator.suggest.encoder.encoder import Floats
from annotator.system.whole_files import put

_KEY = 16  # bytes of a hash
_MOST = 2_000_000  # words in a file
_KEYS, _ENDS, _ROWS = "keys", "ends", "rows"


class ChanceFile:
    """Log-probabilities by text; `write` stores those of the texts that a training asked for.

    They have 16 bits even if they do not come from the file, so that training makes the same model with and without it.
    """

    def __init__(self, path: Path) -> None:
        """Read the file, which need not exist."""
        self._path = path
        self._known = _read(path)
        self._asked: dict[bytes, NDArray[np.float16]] = {}

    def of(self, sentences: Sequence[Sequence[Word]], labels: int) -> Floats | None:
        """Return the log-probabilities of a text's words, a column for each label; None if they are not known."""
        key = _key(sentences)
        rows = self._known.get(key)
        if rows is None or rows.shape != (sum(map(len, sentences)), labels):
            return None
        self._asked[key] = rows
        return rows.astype(np.float32)

    def add(self, sentences: Sequence[Sequence[Word]], rows: Floats) -> Floats:
        """Keep the log-probabilities of a text, and return them as the file will have them."""
        kept = rows.astype(np.float16)
        self._asked[_key(sentences)] = kept
        return kept.astype(np.float32)

    def write(self) -> None:
        """Write what was asked for or added; if that fails, the next training runs the encoder again."""
        kept, words = [], 0
        for key, rows in self._asked.items():
            words += len(rows)
            if words > _MOST:
                break
            kept.append((key, rows))
        if not kept:
            return
        stream = BytesIO()
        np.savez(
            stream,
            keys=np.frombuffer(b"".join(key for key, _ in kept), np.uint8).reshape(-1, _KEY),
            ends=np.cumsum([len(rows) for _, rows in kept]),
            rows=np.concatenate([rows for _, rows in kept]),
        )
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            put(self._path, stream.getvalue())
        except OSError:
            return


def _read(path: Path) -> dict[bytes, NDArray[np.float16]]:
    try:
        arrays = load_arrays(path)
        keys, ends, rows = arrays[_KEYS], arrays[_ENDS], arrays[_ROWS]
    except (OSError, ValueError, KeyError):
        return {}
    fits = keys.dtype == np.uint8 and keys.ndim == 2 and keys.shape[1] == _KEY and ends.shape == keys.shape[:1]
    if not fits or ends.dtype.kind != "i" or rows.dtype != np.float16 or rows.ndim != 2 or not len(ends):
        return {}
    if ends[-1] != len(rows) or ends[0] < 0 or (np.diff(ends) < 0).any() or not np.isfinite(rows).all():
        return {}
    return {key.tobytes(): part for key, part in zip(keys, np.split(rows, ends[:-1]), strict=True)}


def _key(sentences: Sequence[Sequence[Word]]) -> bytes:
    """Return the key of a text: a hash of its words, of the spaces before them, and of where sentences end."""
    found = hashlib.sha256()
    for sentence in sentences:
        for word, space in sentence:
            found.update(f"{' ' if space else ''}{word}\0".encode("utf-8", "surrogatepass"))
        found.update(b"\n\0")
    return found.digest()[:_KEY]
