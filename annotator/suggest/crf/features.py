"""The German model's features of single words, and the values that are combined with those of neighbouring words.

Source: the feature groups that raised F1 in ablations, cross-validated on GermEval 2014 and SmartData. These are word
forms and shapes, lexicon classes, Brown clusters, word frequencies, kinds of words, letters inside a word and parts of
compounds.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.crf.lexicon import KINDS, NO_KIND, Lexicon, compound_heads

UNKNOWN = "?"
_INNER = 4  # length of the pieces taken from inside a word
_LONGEST_TO_CUT = 20
_SHORTEST_COMPOUND = 10
_SHORTEST_PART = 4
_KIND_FEATURES = [[f"e{number}={kind}" for kind in range(NO_KIND + 1)] for number in range(KINDS)]


class WordColumns(NamedTuple):
    """The values of a word that are combined with those of its neighbours."""

    lower: str
    shape: str
    cluster: str
    branch: str
    classes: str
    casing: str


class WordFacts(NamedTuple):
    """The features of a word itself (``own``), the features it gives its neighbours (``around``), and its columns."""

    own: list[str]
    around: list[str]
    columns: WordColumns


def shape(word: str) -> str:
    """Return the shape of a word, in which no sign occurs three times in a row: "Xxd" for "Ab3", "XX" for "NATO"."""
    outline = ""
    for char in word:
        if char.isupper():
            kind = "X"
        elif char.islower():
            kind = "x"
        else:
            kind = "d" if char.isdigit() else char
        if not outline.endswith(kind * 2):
            outline += kind
    return outline


def word_facts(word: str, classes: str, lexicon: Lexicon) -> WordFacts:
    """Return the features and columns of a word with these lexicon classes; the word is as `plain` returns it."""
    lower, outline = word.lower(), shape(word)
    number, kinds, log = lexicon.entry(word)
    cluster, branch = (UNKNOWN, UNKNOWN) if number is None else (str(number), str(number & 63))
    capitalised = lower[:1].upper() + lower[1:]
    of_lower = log if lower == word else lexicon.log_probability(lower)
    of_capitalised = log if capitalised == word else lexicon.log_probability(capitalised)
    rarity, casing = log_bin(log), relative_casing(of_lower, of_capitalised)
    upper = "U" if word[:1].isupper() else ""
    own = [*form_features(lower, outline), *cluster_features(number)]
    own += (f"cx={cluster}|{lower[-3:]}", f"cg={cluster}|{classes}", f"lp={rarity}", f"ll={log_bin(of_lower)}")
    own += (f"cr={casing}", f"lpcr={rarity}{casing}{upper}")
    own.extend(_kind_features(kinds, classes))
    class_features = [f"g={classes}", *(f"G{letter}" for letter in classes)]
    own.extend(class_features)
    if upper:
        own.extend(_letter_features(lower))
        own.extend(_compound_features(word, lexicon))
    if "-" in word[1:-1]:
        own.extend(_hyphen_features(word, lexicon))
    around = [f"w={lower}", f"s={outline}", f"c={cluster}", f"c6={branch}", f"x3={lower[-3:]}", f"cr={casing}"]
    around.extend(class_features)
    around.extend(f"e0={kind}" for kind in kinds[:1])
    return WordFacts(own, around, WordColumns(lower, outline, cluster, branch, classes, casing))


def form_features(lower: str, outline: str) -> list[str]:
    """Return the features for a lower-case word, its shape, its prefixes and its suffixes."""
    return [
        *(f"w={lower}", f"s={outline}"),
        *(f"p1={lower[:1]}", f"p2={lower[:2]}", f"p3={lower[:3]}", f"p4={lower[:4]}"),
        *(f"x1={lower[-1:]}", f"x2={lower[-2:]}", f"x3={lower[-3:]}"),
        *(f"x4={lower[-4:]}", f"x5={lower[-5:]}", f"x6={lower[-6:]}"),
    ]


def cluster_features(number: int | None) -> list[str]:
    """Return the features for a word's Brown cluster at several depths; None is an unknown cluster."""
    if number is None:
        return [f"c={UNKNOWN}"]
    return [f"c={number}", f"c4={number & 15}", f"c6={number & 63}", f"c8={number & 255}", f"c10={number & 1023}"]


def _kind_features(kinds: tuple[int, ...], classes: str) -> list[str]:
    if not kinds:
        return [f"e={UNKNOWN}"]
    each = [_KIND_FEATURES[number][kind] for number, kind in enumerate(kinds)]
    return [*each, f"ee={kinds[0]}|{kinds[1]}", f"eg={kinds[0]}|{classes}"]


def _letter_features(lower: str) -> list[str]:
    if len(lower) <= _INNER:
        return []
    bounded = f"^{lower[:_LONGEST_TO_CUT]}$"
    inner = [f"n={bounded[start : start + _INNER]}" for start in range(1, len(bounded) - _INNER)]
    return [f"p5={lower[:5]}", f"p6={lower[:6]}", *inner]


def _compound_features(word: str, lexicon: Lexicon) -> Iterator[str]:
    if len(word) >= _SHORTEST_COMPOUND:
        for head in compound_heads(word, first=_SHORTEST_PART):
            if cluster := lexicon.cluster(head):
                modifier = word[: -len(head)]
                yield f"hc={cluster}"
                yield f"hw={head}"
                yield f"hp={modifier.lower()}"
                yield f"hpc={lexicon.cluster(modifier)}"
                return


def _hyphen_features(word: str, lexicon: Lexicon) -> Iterator[str]:
    first, last = word.split("-", 1)[0], word.rsplit("-", 1)[1]
    clusters = lexicon.cluster(first), lexicon.cluster(last)
    for name, part, cluster in (("ya", first, clusters[0]), ("yb", last, clusters[1])):
        yield f"{name}={part.lower()}"
        yield f"{name}c={cluster}"
        yield f"{name}g={lexicon.word_class(part)}"
    yield f"yc={clusters[0]}|{clusters[1]}"


def relative_casing(lower: float | None, capitalised: float | None) -> str:
    """Return a code for how much more often a word is capitalised than not, from their log-probabilities.

    "C": always capitalised; "l": never; "n": unknown in both forms; otherwise the rounded difference, from -6 to 6.
    """
    if lower is None:
        return "n" if capitalised is None else "C"
    return "l" if capitalised is None else str(max(-6, min(6, round(capitalised - lower))))


def log_bin(log_probability: float | None) -> str:
    """Return the integer part of a negated log-probability as text, "-" for None."""
    return "-" if log_probability is None else str(int(-log_probability))


_BITS = 32
_LARGEST = 0xFFFFFFFF


class FeatureRows:
    """Finds the rows of features in a table.

    Hashes are evenly distributed, so the upper bits of a hash give its row to within a few. This takes a fifth of the
    time of a binary search.
    """

    def __init__(self, keys: NDArray[Any]) -> None:
        """Store the features, which are sorted 32-bit hashes in the order of their rows."""
        self._keys = np.append(keys, _LARGEST).astype(np.uint32)  # sentinel
        bits = max(1, len(keys).bit_length())
        self._shift = np.uint32(_BITS - bits)
        begins = np.arange(1 << bits, dtype=np.uint32) << self._shift
        self._first = self._keys[:-1].searchsorted(begins).astype(np.int32)
        self._most = int(np.diff(self._first, append=len(keys)).max())

    def of(self, keys: NDArray[Any]) -> NDArray[np.int32]:
        """Return the row of each feature; an unknown feature gets the row after the last one."""
        wanted = keys.astype(np.uint32)
        rows = self._first[wanted >> self._shift]
        for _ in range(self._most):
            rows += self._keys[rows] < wanted
        unknown = np.int32(len(self._keys) - 1)
        return np.where(self._keys[rows] == wanted, rows, unknown)


def summed(
    table: NDArray[np.float32],
    rows: NDArray[np.int32],
    starts: NDArray[np.int64],
    first: NDArray[np.float32] | float = 0,
) -> NDArray[np.float32]:
    """Return the sum of each word's table rows, added in order.

    First the first row of each word is added, then the second row of each word that has two, and so on. This takes a
    third of the time of `numpy.add.reduceat`.

    Args:
        table: The values to add.
        rows: The row numbers of all words, word after word.
        starts: The index in ``rows`` where each word's row numbers begin.
        first: The initial value of each sum.
    """
    counts = np.diff(starts, append=len(rows))
    longest_first = np.argsort(-counts, kind="stable")
    begins = starts[longest_first]
    sums = np.full((len(starts), table.shape[1]), first, dtype=np.float32)
    for step, words in enumerate(len(counts) - np.cumsum(np.bincount(counts))[:-1]):
        sums[:words] += table[rows[begins[:words] + step]]
    ordered = np.empty_like(sums)
    ordered[longest_first] = sums
    return ordered
