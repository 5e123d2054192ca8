"""Splitting words into the pieces of the encoder's vocabulary.

Source: Kudo, Subword Regularization, ACL 2018 (the Unigram model of SentencePiece).
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

SPACE = "▁"  # marks a space before a piece

_KNOWN = 1 << 16  # words whose pieces are cached
_WORST = -1e30
_LARGEST = 20_000_000  # bytes of a JSON file


class Unigram:
    """A vocabulary of pieces with their log probabilities."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float], unknown: int, forms: Mapping[int, str]) -> None:
        """Store the pieces, each at the index that is its id, with their scores.

        ``forms`` maps the code point of each character that is to be normalised to its replacement.
        """
        self._pieces = {
            piece: (float(score), number)
            for number, (piece, score) in enumerate(zip(pieces, scores, strict=True))
            if piece and number != unknown
        }
        self._size = len(pieces)
        self._unknown = unknown
        self._unknown_score = float(min(scores)) - 10.0
        self._longest = max(map(len, pieces))
        self._forms = dict(forms)
        self._cut = lru_cache(_KNOWN)(self._best_cut)

    @classmethod
    def from_disk(cls, path: Path) -> Self:
        """Read a vocabulary.

        Raises:
            ValueError: if the file contains no vocabulary.
            OSError: if the file cannot be read.
        """
        value = read_object(path)
        try:
            forms = {int(code): str(form) for code, form in value["forms"].items()}
            return cls(value["pieces"], value["scores"], value["unknown"], forms)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{path.name} contains no vocabulary") from error

    def __len__(self) -> int:
        return self._size

    def word(self, word: str, *, after_space: bool) -> tuple[int, ...]:
        """Return the ids of a word's pieces, at least one; ``after_space`` tells whether a space precedes the word."""
        run = self._normalised(word).replace(" ", SPACE)
        if after_space and not run.startswith(SPACE):
            run = SPACE + run
        return self._cut(run) or (self._unknown,)

    def text(self, text: str) -> list[int]:
        """Return the ids of a whole text's pieces. No piece crosses a space, so the text is split at spaces first."""
        runs = self._normalised(text).split()
        return [piece for run in runs for piece in self._cut(SPACE + run)]

    def _normalised(self, text: str) -> str:
        return text.translate(self._forms)

    def _best_cut(self, run: str) -> tuple[int, ...]:
        """Return the ids of the most probable pieces of a run without spaces."""
        size = len(run)
        best = [_WORST] * (size + 1)
        best[0] = 0.0
        back = [0] * (size + 1)
        ids = [self._unknown] * (size + 1)
        for start in range(size):
            so_far = best[start]
            if so_far + self._unknown_score > best[start + 1]:
                best[start + 1], back[start + 1], ids[start + 1] = so_far + self._unknown_score, start, self._unknown
            for end in range(start + 1, min(size, start + self._longest) + 1):
                piece = self._pieces.get(run[start:end])
                if piece is not None and so_far + piece[0] > best[end]:
                    best[end], back[end], ids[end] = so_far + piece[0], start, piece[1]
        cut = []
        end = size
        while end:
            cut.append(ids[end])
            end = back[end]
        return tuple(reversed(cut))


def read_object(path: Path) -> dict[str, Any]:
    """Read a file that contains a JSON object.

    Raises:
        ValueError: if the file contains something else, or is too long.
        OSError: if the file cannot be read.
    """
    with path.open("rb") as stream:
        content = stream.read(_LARGEST)
    try:
        value = json.loads(content)
    except RecursionError as error:
        raise ValueError(f"{path.name} is damaged") from error
    if not isinstance(value, dict):
        raise ValueError(f"{path.name} is damaged")
    return value
