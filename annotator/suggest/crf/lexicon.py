"""The lexicon: tables of what a model knows about words.

The keys are 32-bit hashes of the words, so that a million words take 7 MB of memory instead of 350. One unknown word in
4,000 is mistaken for a known one; the model was trained with the same mistakes.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
from murmurhash import hash_unicode
from numpy.typing import NDArray

from annotator.suggest.array_files import load_arrays
from annotator.text.normalization import LONGEST_WORD

#: Bit i of a class mask stands for letter i. The letters mean: large city by its German name, country or region,
#: proper noun, first name, city, last name, common noun, part of an organisation's name.
CLASS_LETTERS = "cKEFCLNO"
NO_CLUSTER = 0xFFFF
#: How many numbers describe a word's kind; each refines the numbers before it.
KINDS = 8
NO_KIND = 0xFF

_HASH_SEED = 1
_HALF = 16  # bits of a hash
_REMEMBERED_WORDS = 50_000
_SHORTEST_HEAD = 4  # letters of the last part of a compound
_WORDS_FILE = "words.npz"
_PHRASES_FILE = "phrases.tsv"
#: Nouns have a separate file because their licence differs from that of the names.
_CLASS_FILES = ("names.npz", "nouns.npz")
#: The binary files of a lexicon.
BINARY_FILES = (_WORDS_FILE, *_CLASS_FILES)


def word_hash(word: str) -> int:
    """Return an unsigned 32-bit hash of a word, the same on every platform."""
    number: int = hash_unicode(word, _HASH_SEED) & 0xFFFFFFFF
    return number


@dataclass(frozen=True, kw_only=True, eq=False)
class HashedTable:
    """A table with a row of small numbers for each word, found by the word's hash; `hashes` is sorted."""

    hashes: NDArray[np.uint32]
    columns: Mapping[str, NDArray[Any]]

    @cached_property
    def _sorted(self) -> "array[int]":
        # Looking up a hash takes a quarter of the time that it takes in a numpy array.
        return array("I", self.hashes.tobytes())

    @cached_property
    def _begins(self) -> "array[int]":
        """For each upper half of a hash, the index of the first hash with at least that upper half.

        Hashes are evenly distributed, so only a few of them have to be searched.
        """
        upper = np.arange(1 << _HALF, dtype=np.uint32) << np.uint32(_HALF)
        begins = self.hashes.searchsorted(upper).astype(np.uint32)
        return array("I", [*begins.tolist(), len(self.hashes)])

    @classmethod
    def of(cls, words: Iterable[str], columns: Mapping[str, NDArray[Any]]) -> Self:
        """Build a table from words and their columns; the first of several words with the same hash wins."""
        hashes = np.fromiter((word_hash(word) for word in words), dtype=np.uint32)
        unique, first = np.unique(hashes, return_index=True)
        return cls(hashes=unique, columns={name: col[first] for name, col in columns.items()})

    @classmethod
    def from_disk(cls, path: Path) -> Self:
        """Read a table.

        Raises:
            ValueError: if the file is not a table that `to_disk` wrote.
        """
        try:
            loaded = load_arrays(path)
        except ValueError as error:
            raise ValueError(f"{path.name} is not a word table") from error
        steps = loaded.pop("steps", np.empty(0))
        if steps.dtype != np.uint32 or any(col.shape != steps.shape for col in loaded.values()):
            raise ValueError(f"{path.name} is not a word table")
        return cls(hashes=np.cumsum(steps, dtype=np.uint32), columns=loaded)

    def to_disk(self, path: Path) -> None:
        """Write the table. Hashes are stored as differences, which compress to half the size."""
        steps = np.diff(self.hashes, prepend=np.uint32(0))
        np.savez_compressed(path, allow_pickle=False, steps=steps, **self.columns)

    def row(self, word: str) -> int | None:
        """Return the row of a word, None if the table does not have it."""
        key = word_hash(word)
        upper = key >> _HALF
        end = self._begins[upper + 1]
        row = bisect_left(self._sorted, key, self._begins[upper], end)
        return row if row < end and self._sorted[row] == key else None


class Entry(NamedTuple):
    """The values of a word, None for unknown ones.

    ``kinds`` are the numbers of its kind, the coarsest first, and empty if unknown.
    """

    cluster: int | None
    kinds: tuple[int, ...]
    log_probability: float | None


class Lexicon:
    """Clusters, frequencies and classes of words, and names of places and organisations with several words."""

    def __init__(self, *, words: HashedTable, classes: Sequence[HashedTable], phrases: Mapping[str, str]) -> None:
        self._words = words
        kinds = [words.columns[name] for name in kind_columns() if name in words.columns]
        self._kinds = np.stack(kinds, axis=1) if kinds else None
        self._class_tables = tuple(classes)
        self._classes = _merged(classes)
        self._known_class = lru_cache(_REMEMBERED_WORDS)(self.word_class)
        self._phrases = dict(phrases)
        self._phrases_by_first: dict[str, list[tuple[list[str], str]]] = {}
        for name, letter in self._phrases.items():
            parts = name.split()
            self._phrases_by_first.setdefault(parts[0], []).append((parts, letter))

    @classmethod
    def from_disk(cls, folder: Path) -> Self:
        """Read a lexicon from its folder.

        Raises:
            ValueError: if a file is not what `to_disk` wrote.
            OSError: if a file cannot be read.
        """
        phrases: dict[str, str] = {}
        for line in (folder / _PHRASES_FILE).read_text(encoding="utf-8").splitlines():
            letter, _, name = line.partition("\t")
            if not name.strip():
                raise ValueError(f"{_PHRASES_FILE} contains a line without a name: {line[:40]!r}")
            phrases[name] = letter
        words = HashedTable.from_disk(folder / _WORDS_FILE)
        classes = [HashedTable.from_disk(folder / name) for name in _CLASS_FILES]
        if not {"cluster", "rarity"} <= words.columns.keys():
            raise ValueError(f"{_WORDS_FILE} lacks a column")
        if any("mask" not in table.columns for table in classes):
            raise ValueError("a table of word classes lacks its column")
        return cls(words=words, classes=classes, phrases=phrases)

    def to_disk(self, folder: Path) -> None:
        """Write the lexicon into an existing folder."""
        self._words.to_disk(folder / _WORDS_FILE)
        for name, table in zip(_CLASS_FILES, self._class_tables, strict=True):
            table.to_disk(folder / name)
        lines = (f"{letter}\t{name}\n" for name, letter in self._phrases.items())
        (folder / _PHRASES_FILE).write_text("".join(lines), encoding="utf-8", newline="\n")

    def entry(self, word: str) -> Entry:
        """Return all values of a word with a single look-up."""
        row = self._words.row(word)
        of_stem = self._row_of_stem(word) if row is None else row
        return Entry(self._cluster(of_stem), self._kinds_of(of_stem), self._log_probability(row))

    def cluster(self, word: str) -> int | None:
        """Return the Brown cluster of a word, None if unknown: a bit path whose lowest bit is the root's branch."""
        return self._cluster(self._row(word))

    def log_probability(self, word: str) -> float | None:
        """Return the natural logarithm of a word's share of all words, in steps of 0.1; None if unknown."""
        return self._log_probability(self._words.row(word))

    def _row(self, word: str) -> int | None:
        row = self._words.row(word)
        return self._row_of_stem(word) if row is None else row

    def _row_of_stem(self, word: str) -> int | None:
        """Return the row of the word without its final "s", which may be a genitive ending, or None."""
        return self._words.row(word[:-1]) if len(word) > 4 and word.endswith("s") else None

    def _cluster(self, row: int | None) -> int | None:
        if row is None:
            return None
        cluster = int(self._words.columns["cluster"][row])
        return None if cluster == NO_CLUSTER else cluster

    def _kinds_of(self, row: int | None) -> tuple[int, ...]:
        if row is None or self._kinds is None:
            return ()
        kinds = tuple(self._kinds[row].tolist())
        return () if kinds[0] == NO_KIND else kinds

    def _log_probability(self, row: int | None) -> float | None:
        # int() first: negating a numpy uint8 wraps around silently.
        return None if row is None else -int(self._words.columns["rarity"][row]) / 10

    def classes(self, words: Sequence[str]) -> list[str]:
        """Return the class letters of each word of a sentence.

        A word of a listed name of several words gets "M" and the letter of that name, other words their `word_class`.
        """
        found = list(map(self._known_class, words))
        begins = self._phrases_by_first
        for start in [place for place, word in enumerate(words) if word in begins]:
            for parts, letter in begins[words[start]]:
                end = start + len(parts)
                if words[start:end] == parts:
                    found[start:end] = ["M" + letter] * len(parts)
        return found

    def word_class(self, word: str) -> str:
        """Return the class letters of a word; without a class "-" for a capitalised word, otherwise ""."""
        letters = self._letters(word)
        if letters:
            return letters
        if len(word) > 4:
            derived = self._derived(word)
            if derived:
                return derived
        return "-" if word[:1].isupper() else ""

    def _letters(self, word: str) -> str:
        row = self._classes.row(word)
        return "" if row is None else _LETTERS_OF_MASK[int(self._classes.columns["mask"][row])]

    def _derived(self, word: str) -> str:
        """Return the class of a word that derives from a listed one, "" if it does not.

        It may be a genitive, an inhabitant ("Berliner"), a word in capitals or a compound noun.
        """
        if word.endswith("s") and (letters := self._letters(word[:-1])):
            return letters + "s"
        if word.endswith("er"):
            stem = self._letters(word[:-2])
            if "K" in stem or "C" in stem or "K" in self._letters(word[:-2] + "en"):
                return "Ker"
        if word.isupper() and (letters := self._letters(word.capitalize())):
            return letters
        if word[0].isupper() and any("N" in self._letters(head) for head in compound_heads(word)):
            return "n"
        return ""


def compound_heads(word: str, *, first: int = 2) -> Iterable[str]:
    """Yield the possible last parts of a German compound, capitalised, the longest first."""
    word = word[:LONGEST_WORD]
    return (word[cut:].capitalize() for cut in range(first, len(word) - _SHORTEST_HEAD + 1))


def kind_columns() -> list[str]:
    """Return the names of the columns in which a table of words holds the kinds of each word."""
    return [f"kind{number}" for number in range(KINDS)]


def class_mask(letters: Iterable[str]) -> int:
    """Return the bit mask for some class letters."""
    return sum(1 << CLASS_LETTERS.index(letter) for letter in set(letters))


def _letters_of_mask(mask: int) -> str:
    return "".join(sorted(c for bit, c in enumerate(CLASS_LETTERS) if mask & (1 << bit)))


_LETTERS_OF_MASK = tuple(_letters_of_mask(mask) for mask in range(256))


def _merged(tables: Sequence[HashedTable]) -> HashedTable:
    """Merge tables of classes; a word in several tables gets all its classes."""
    hashes, place = np.unique(np.concatenate([table.hashes for table in tables]), return_inverse=True)
    mask = np.zeros(len(hashes), dtype=np.uint8)
    np.bitwise_or.at(mask, place, np.concatenate([table.columns["mask"] for table in tables]))
    return HashedTable(hashes=hashes, columns={"mask": mask})
