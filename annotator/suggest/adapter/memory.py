"""The memory: counts of the labels that words and names have in the analyst's articles."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from annotator.suggest.adapter.base_labels import OUTSIDE
from annotator.suggest.crf.crf_component import spans_of_iob
from annotator.suggest.crf.lexicon import Lexicon

Tally: TypeAlias = dict[str, Counter[str]]

_LONGEST = 6  # longer names are not remembered whole; in words
_JOINT = " "
_LARGEST = 100_000_000  # bytes of a file
_RAREST = 1e-8  # the assumed share of an unknown word in any text
_OWN = 0.5  # the weight of the analyst's articles, mixed with any text
_PRIOR = 8  # neutral words added to each text, so that a short one gets a likeness near 0


class LabelledSentence(NamedTuple):
    """A labelled sentence: its words, and the label (B-, I- or O) of each."""

    words: Sequence[str]
    labels: Sequence[str]


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Counts of articles: the labels of each word, the labels of each whole name, and how often each word occurs."""

    words: Tally = field(default_factory=dict)
    names: Tally = field(default_factory=dict)
    bag: Counter[str] = field(default_factory=Counter)

    def add(self, other: "WordCounts") -> None:
        """Add the counts of another article."""
        for mine, theirs in ((self.words, other.words), (self.names, other.names)):
            for key, labels in theirs.items():
                mine.setdefault(key, Counter()).update(labels)
        self.bag.update(other.bag)

    def to_disk(self, path: Path) -> None:
        """Write the counts as JSON."""
        value = {"words": self.words, "names": self.names, "bag": self.bag}
        path.write_text(json.dumps(value, ensure_ascii=False, sort_keys=True), encoding="utf-8", newline="\n")

    @classmethod
    def from_disk(cls, path: Path) -> "WordCounts":
        """Read what `to_disk` wrote.

        Raises:
            ValueError: if the file contains something else.
            OSError: if the file cannot be read.
        """
        with path.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise ValueError(f"{path.name} is too large")
        try:
            value = json.loads(content)
            words, names = (_tally(value[key]) for key in ("words", "names"))
            return cls(words, names, _counter(value["bag"]))
        except (KeyError, TypeError, AttributeError, RecursionError, UnicodeDecodeError) as error:
            raise ValueError(f"{path.name} contains no counts") from error


class Cue(NamedTuple):
    """A remembered word: its most frequent label, the label's share, and how often the word was seen.

    ``share`` is in thirds, rounded down; ``cases`` counts how often, up to 3.
    """

    label: str
    share: int
    cases: int


class WordPlace(NamedTuple):
    """A word's place in a remembered name: ``part`` (B or I), the name's most frequent label, and its count.

    ``cases``, how often the name had that label, is at most 3.
    """

    part: str
    label: str
    cases: int


class Memory:
    """Looks words and names up in the counts; ``without`` are the counts of an article to ignore."""

    def __init__(self, counts: WordCounts) -> None:
        self.counts = counts
        self._longest = max((name.count(_JOINT) + 1 for name in counts.names), default=0)
        self._size = counts.bag.total()

    def of_words(self, words: Sequence[str], without: WordCounts | None = None) -> list[Cue | None]:
        """Return the cue of each word, None for an unknown word."""
        return [_cue(_remaining(self.counts.words, word, without.words if without else {})) for word in words]

    def of_names(self, words: Sequence[str], without: WordCounts | None = None) -> list[WordPlace | None]:
        """Return the place of each word in a remembered name, None for a word outside such names.

        Names are matched from left to right; the longest name wins.
        """
        found: list[WordPlace | None] = [None] * len(words)
        start = 0
        while start < len(words):
            end = start + 1
            for stop in range(min(len(words), start + self._longest), start, -1):
                labels = _remaining(self.counts.names, _JOINT.join(words[start:stop]), without.names if without else {})
                if labels:
                    label, cases = _most_frequent(labels)
                    found[start:stop] = [WordPlace("I", label, min(3, cases))] * (stop - start)
                    found[start] = WordPlace("B", label, min(3, cases))
                    end = stop
                    break
            start = end
        return found

    def likeness(self, words: Iterable[str], lexicon: Lexicon, without: WordCounts | None = None) -> float:
        """Return how similar a text is to the analyst's articles, compared with any text.

        The value is the mean logarithm of how much likelier each word is in the analyst's articles. It is positive for
        a similar text, and 0 if no article is remembered.
        Source: unigram language models, compared as in Moore and Lewis, Intelligent Selection of Language Model
        Training Data, ACL 2010.
        """
        if not self._size:
            return 0.0
        own = without.bag if without else Counter[str]()
        size = max(1, self._size - own.total())
        bag = _bag(words)
        total = 0.0
        for word, times in bag.items():
            here = (self.counts.bag[word] - own[word]) / size
            total += times * math.log(_OWN * here / _usual(lexicon, word) + 1 - _OWN)
        return total / (bag.total() + _PRIOR)


def count(sentences: Iterable[LabelledSentence]) -> WordCounts:
    """Count one article: the labels of its words if labelled or capitalised, the labels of its names, all its words."""
    counts = WordCounts()
    for words, labels in sentences:
        counts.bag.update(_bag(words))
        for word, label in zip(words, labels, strict=True):
            if label != OUTSIDE or word[:1].isupper():
                counts.words.setdefault(word, Counter())[label.partition("-")[2] or OUTSIDE] += 1
        for start, end, label in spans_of_iob(labels):
            if end - start <= _LONGEST:
                counts.names.setdefault(_JOINT.join(words[start:end]), Counter())[label] += 1
    return counts


def _bag(words: Iterable[str]) -> Counter[str]:
    return Counter(word.lower() for word in words if word.isalpha())


def _usual(lexicon: Lexicon, word: str) -> float:
    """Return a word's share of all words in any text, counting its capitalised form too."""
    logs = (lexicon.log_probability(form) for form in (word, word.capitalize()))
    return max(_RAREST, sum(math.exp(log) for log in logs if log is not None))


def _remaining(counted: Tally, key: str, without: Mapping[str, Counter[str]]) -> Counter[str]:
    labels = counted.get(key)
    if labels is None:
        return Counter()
    own = without.get(key)
    return labels - own if own else labels


def _cue(labels: Counter[str]) -> Cue | None:
    if not labels:
        return None
    label, cases = _most_frequent(labels)
    total = labels.total()
    return Cue(label, 3 * cases // total, min(3, total))


def _most_frequent(labels: Counter[str]) -> tuple[str, int]:
    return max(labels.items(), key=lambda pair: (pair[1], pair[0]))


def _tally(value: Mapping[str, Any]) -> Tally:
    return {key: _counter(labels) for key, labels in value.items() if labels}


def _counter(value: Any) -> Counter[str]:
    if not isinstance(value, dict) or not all(isinstance(number, int) and number > 0 for number in value.values()):
        raise ValueError("a count is not a positive number")
    return Counter(value)
