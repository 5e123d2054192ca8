"""Laying sentences out in one array of word numbers, and computing the features that combine neighbouring words.

A feature is an unsigned 32-bit number, the hash of its text. Combinations are computed for all words at once, which
makes the German model fast.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
from murmurhash import hash_unicode
from numpy.typing import NDArray

from annotator.suggest.crf.features import WordColumns, WordFacts, word_facts
from annotator.suggest.crf.lexicon import Lexicon
from annotator.text.normalization import plain

Numbers = NDArray[np.int64]
Keys = NDArray[np.uint64]

#: The word number at the positions beyond the ends of a sentence.
EDGE = 0
#: How far from a word, in words, its features look.
REACH = 3
#: The offsets of the neighbours whose `WordFacts.around` become features of a word.
STEPS = (-2, -1, 1, 2)
#: The feature that every word has; a 32-bit hash is unlikely to equal it.
ALWAYS = 1

_HASH_SEED = 7
_REMEMBERED_WORDS = 50_000
_FIRST_WORDS = 1_000
_QUOTE = '"'
_LONGEST_RUN, _LAST_PART = 5, 3
_SIZES = (2, 3, 4, 7, 12)  # lengths in words at which a quotation's size class changes
# What a combination is made of: first the `WordColumns` of a word, then columns for its place in the sentence.
_LOWER, _SHAPE, _CLUSTER, _BRANCH, _CLASSES, _CASING, _QUOTED, _PART, _SIZE, _NOTHING = range(10)
# Where a column is looked up: at the word, at its quotation's opening mark, or at the start or end of its run of
# capitalised words.
_HERE, _QUOTE_BEGINS, _RUN_BEGINS, _RUN_ENDS = range(4)

Part = tuple[int, int, int]  # a column, where it is looked up, and the offset from there in words


def _here(*parts: tuple[int, int]) -> tuple[Part, ...]:
    return tuple((column, _HERE, step) for column, step in parts)


_OF_NEIGHBOURS: tuple[tuple[Part, ...], ...] = (
    *(_here((column, -1), (column, 0)) for column in (_CLASSES, _SHAPE, _LOWER, _CLUSTER, _BRANCH)),
    *(_here((column, 0), (column, 1)) for column in (_CLASSES, _LOWER, _CLUSTER, _BRANCH)),
    *(_here((column, -1), (column, 0), (column, 1)) for column in (_CLASSES, _SHAPE, _CLUSTER, _BRANCH)),
    *(_here((column, -1), (column, 1)) for column in (_LOWER, _CLUSTER)),
    *(_here((_BRANCH, step - 1), (_BRANCH, step), (_BRANCH, step + 1)) for step in (-1, 1)),
    *(_here((_LOWER, step), (_LOWER, step + 1)) for step in (-2, 1)),
    *(_here((_LOWER, step), (_CLUSTER, 0)) for step in (-1, 1)),
    *(_here((_LOWER, step), (_CLASSES, 0)) for step in (-1, 1)),
    *(_here((_CLUSTER, step), (_CLASSES, 0)) for step in (-1, 1)),
    *(_here((_CLUSTER, step), (_SHAPE, 0)) for step in (-1, 1)),
    *(_here((_CLUSTER, step)) for step in (-3, 3)),
)
# Words in quotation marks, by the length of the quotation and their place in it, since quoted titles are names.
_OF_QUOTATIONS: tuple[tuple[Part, ...], ...] = (
    _here((_QUOTED, 0)),
    *(_here((_QUOTED, 0), (column, 0)) for column in (_SHAPE, _BRANCH, _CLASSES, _LOWER)),
    *(((_QUOTED, _HERE, 0), (column, _QUOTE_BEGINS, -1)) for column in (_CLUSTER, _LOWER)),
)
# Runs of capitalised words, by their length or the word's place in them: "Deutsche Bahn Fernverkehr AG".
_OF_RUNS: tuple[tuple[Part, ...], ...] = (
    _here((_SIZE, 0), (_PART, 0)),
    ((_BRANCH, _RUN_BEGINS, 0), (_BRANCH, _RUN_ENDS, 0), (_SIZE, _HERE, 0)),
    *(((column, _RUN_BEGINS, 0), (_PART, _HERE, 0)) for column in (_LOWER, _CLUSTER, _CLASSES)),
    *(((column, _RUN_ENDS, 0), (_PART, _HERE, 0)) for column in (_LOWER, _CLUSTER, _CLASSES)),
    *(((column, _RUN_BEGINS, -1), (_SIZE, _HERE, 0)) for column in (_LOWER, _CLUSTER)),
    *(((column, _RUN_ENDS, 1), (_SIZE, _HERE, 0)) for column in (_LOWER, _CLUSTER)),
)
_COMBINATIONS = (*_OF_NEIGHBOURS, *_OF_QUOTATIONS, *_OF_RUNS)
_LONGEST_COMBINATION = 3
# A row per part, a column per combination.
_WHAT, _WHERE, _STEPS = np.array(
    [[*parts, *[(_NOTHING, _HERE, 0)] * (_LONGEST_COMBINATION - len(parts))] for parts in _COMBINATIONS]
).transpose(2, 1, 0)


class Layout(NamedTuple):
    """Sentences one after another, with `REACH` edges before, between and after them.

    ``numbers`` are the numbers of words in a `KnownWords`, and edges. ``places`` are the indices of the words in
    ``numbers``, and ``lengths`` the number of words in each sentence.
    """

    numbers: Numbers
    places: Numbers
    lengths: Numbers


def hashed(features: Iterable[str]) -> "array[int]":
    """Return an unsigned 32-bit hash of each feature, the same on every platform."""
    # The hashes are signed; converting the whole array is faster than masking each.
    return array("I", array("i", map(hash_unicode, features, repeat(_HASH_SEED))).tobytes())


def joined(features: Sequence["array[int]"]) -> tuple[Keys, Numbers]:
    """Concatenate the features of words; also return the index where each word's features begin."""
    lengths = np.fromiter(map(len, features), dtype=np.int64, count=len(features))
    keys = np.frombuffer(b"".join(features), dtype=np.uint32).astype(np.uint64)
    return keys, np.cumsum(lengths) - lengths


def neighbour_keys(keys: Keys, step: int) -> Keys:
    """Return the features that a word gets from its neighbour ``step`` words away, given the neighbour's own."""
    return _mixed(keys + np.uint64((step + REACH) << 40)) >> np.uint64(32)


def _mixed(keys: Keys) -> Keys:
    """Mix the bits of numbers in place, so that each bit depends on all lower ones. Callers use only the upper half.

    Source: Knuth, splitmix64.
    """
    keys *= np.uint64(0x9E3779B97F4A7C15)
    keys ^= keys >> np.uint64(31)
    keys *= np.uint64(0xBF58476D1CE4E5B9)
    keys ^= keys >> np.uint64(29)
    return keys


def grown(array: NDArray[Any], size: int) -> NDArray[Any]:
    """Return the array if it has at least ``size`` rows, otherwise a copy padded with zeros to twice ``size`` rows."""
    if size <= len(array):
        return array
    larger = np.zeros((2 * size, *array.shape[1:]), dtype=array.dtype)
    larger[: len(array)] = array
    return larger


class KnownWords:
    """The words met so far, by number, with their features.

    A word that has other lexicon classes in another sentence counts as another word.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numbers: dict[tuple[str, str], int] = {}
        self.own: list[array[int]] = []
        self.around: list[array[int]] = []
        self._columns = np.zeros((_FIRST_WORDS, len(WordColumns._fields)), dtype=np.uint64)
        self._traits = np.zeros((_FIRST_WORDS, 2), dtype=bool)
        self.clear()

    def clear(self) -> None:
        """Drop all words except the edge, which stands between sentences."""
        self._numbers.clear()
        self.own[:] = [array("I")]
        self.around[:] = [hashed(["edge"])]

    def __len__(self) -> int:
        return len(self.own)

    @property
    def is_full(self) -> bool:
        """Whether `clear` should be called before more words are added, so that memory stays bounded."""
        return len(self) > _REMEMBERED_WORDS

    def lay_out(self, sentences: Sequence[Sequence[str]]) -> Layout:
        """Lay out non-empty sentences as word numbers; words that are new are added to the table."""
        edges = [EDGE] * REACH
        numbers = list(edges)
        places: list[int] = []
        fresh: list[WordColumns] = []
        for words in sentences:
            places.extend(range(len(numbers), len(numbers) + len(words)))
            known = [plain(word) for word in words]
            for word, classes in zip(known, self._lexicon.classes(known), strict=True):
                number = self._numbers.get((word, classes))
                if number is None:
                    number = self._numbers[word, classes] = len(self)
                    fresh.append(self._learn(word_facts(word, classes, self._lexicon)))
                numbers.append(number)
            numbers.extend(edges)
        self._keep(fresh)
        lengths = np.array([len(words) for words in sentences], dtype=np.int64)
        return Layout(np.array(numbers, dtype=np.int64), np.array(places, dtype=np.int64), lengths)

    def _learn(self, facts: WordFacts) -> WordColumns:
        """Append the features of a new word, and return its columns, which `_keep` stores later in one batch."""
        self.own.append(hashed(facts.own))
        self.around.append(hashed(facts.around))
        return facts.columns

    def _keep(self, fresh: Sequence[WordColumns]) -> None:
        """Store the columns of the words that were added last."""
        self._columns, self._traits = grown(self._columns, len(self)), grown(self._traits, len(self))
        last = slice(len(self) - len(fresh), len(self))
        if fresh:
            self._columns[last] = [hashed(columns) for columns in fresh]
            self._traits[last] = [(columns.lower == _QUOTE, columns.shape.startswith("X")) for columns in fresh]

    def combined(self, layout: Layout) -> Keys:
        """Return the features that combine neighbours: a row per combination, a column per word, 0 for no feature."""
        numbers, here = layout.numbers, layout.places
        columns = np.zeros((_NOTHING + 1, len(numbers)), dtype=np.uint64)
        columns[: len(WordColumns._fields)] = self._columns[numbers].T
        is_quote, is_capital = self._traits[numbers].T
        columns[_QUOTED], quote_begins = _quotations(is_quote, numbers == EDGE)
        columns[_PART], columns[_SIZE], run_begins, run_ends = _runs(is_capital)
        bases = np.stack([here, quote_begins[here], run_begins[here], run_ends[here]])
        keys = np.repeat(np.arange(len(_COMBINATIONS), dtype=np.uint64)[:, None], len(here), axis=1)
        for what, where, step in zip(_WHAT, _WHERE, _STEPS, strict=True):
            keys += columns[what[:, None], bases[where] + step[:, None]]
            keys = _mixed(keys)
        keys >>= np.uint64(32)
        quoted, runs = len(_OF_NEIGHBOURS), len(_OF_NEIGHBOURS) + len(_OF_QUOTATIONS)
        keys[quoted:runs] *= columns[_QUOTED, here] > 0
        keys[runs:] *= columns[_SIZE, here] > 0
        return keys

    def features(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[str]]:
        """Yield all features of each word as strings, which python-crfsuite needs for training."""
        layout = self.lay_out(sentences)
        for place, combined in zip(layout.places, self.combined(layout).T, strict=True):
            row = [ALWAYS, *self.own[layout.numbers[place]]]
            for step in STEPS:
                row.extend(
                    neighbour_keys(np.array(self.around[layout.numbers[place + step]], dtype=np.uint64), step).tolist()
                )
            row.extend(key for key in combined.tolist() if key)
            yield [str(key) for key in row]


def _quotations(is_quote: NDArray[np.bool_], is_edge: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Return, for each position, a number for its place in a quotation (0 outside), and where the quotation begins."""
    state = np.zeros(len(is_quote), dtype=np.int64)
    begins = np.arange(len(is_quote))
    quotes = np.flatnonzero(is_quote)
    sentence = np.cumsum(is_edge)[quotes]
    opening = 0
    while opening + 1 < len(quotes):
        first, last = quotes[opening], quotes[opening + 1]
        if sentence[opening] != sentence[opening + 1]:
            opening += 1
            continue
        size = 4 * (1 + int(np.searchsorted(_SIZES, last - first - 1, side="right")))
        state[first + 1 : last] = size + 2
        state[last - 1 : last] = size + 3
        state[first + 1 : first + 2] = size + 1
        state[last] = 0
        begins[first + 1 : last] = first
        opening += 2
    return state, begins


def _runs(is_capital: NDArray[np.bool_]) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return, for each position, its index in its run of capitalised words, and the run's size, start and end."""
    every = np.arange(len(is_capital))
    begins = is_capital & ~np.roll(is_capital, 1)
    ends = is_capital & ~np.roll(is_capital, -1)
    first = np.where(is_capital, np.maximum.accumulate(np.where(begins, every, 0)), every)
    last = np.minimum.accumulate(np.where(ends, every, len(every) - 1)[::-1])[::-1]
    last = np.where(is_capital, last, every)
    size = np.where(is_capital, np.minimum(last - first + 1, _LONGEST_RUN), 0)
    return np.minimum(every - first, _LAST_PART), size, first, last
