"""The encoder as a model of names: the probability of each label for each word, averaged with those of another model.

The other model is the base, the pipeline before the encoder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

import numpy as np

from annotator.suggest.adapter.base_labels import OUTSIDE, WordReading
from annotator.suggest.array_files import load_arrays
from annotator.suggest.crf import checksums
from annotator.suggest.encoder.chunks import Word, cut
from annotator.suggest.encoder.encoder import Encoder, Floats, Linear, WordTable
from annotator.suggest.encoder.unigram import Unigram, read_object

VOCABULARY, WORDS, NAMES, DESCRIPTION = "vocabulary.json", "words.npz", "names.npz", "names.json"
FILES = (VOCABULARY, WORDS, NAMES, DESCRIPTION)
NONE_KEPT = 2.0  # a score that no name reaches, so that none is kept
FORMAT = 1  # of the files; files of another format are refused

_LEAST = 1e-6  # the probability assumed for a label that the other model rules out
_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """The settings for finding names in one language.

    Attributes:
        style: The row of the style vector, which makes the encoder label as one of its training corpora does.
        weight: The other model's share in the mean.
        scores: Raw scores, rising.
        shares: The share of right names at each of the scores, rising.
        labels: The labels that the encoder decides; the other model's names with other labels are kept.
        kept_from: The lowest score at which names are kept that only the other model finds.
        kept_share: The share of right names among those.
    """

    style: int
    weight: float
    scores: tuple[float, ...]
    shares: tuple[float, ...]
    labels: tuple[str, ...]
    kept_from: float = NONE_KEPT
    kept_share: float = 0.0


def likeliest(log_chances: Floats, start: Floats, steps: Floats) -> list[int]:
    """Return the most probable sequence of labels, by the Viterbi algorithm; all arguments are logarithms.

    Args:
        log_chances: The log-probability of each label for each word.
        start: What each label adds if it is the first.
        steps: What each label (row) being followed by each label (column) adds.
    """
    score, back = log_chances[0] + start, []
    for row in log_chances[1:]:
        every = score[:, None] + steps
        back.append(every.argmax(0))
        score = every.max(0) + row
    labels = [int(score.argmax())]
    for step in reversed(back):
        labels.append(int(step[labels[-1]]))
    return labels[::-1]


class NameModel:
    """A model of names: the encoder with a linear head that gives each word's labels."""

    def __init__(
        self,
        unigram: Unigram,
        encoder: Encoder,
        head: Linear,
        styles: Floats,
        labels: Sequence[str],
        habits: dict[str, Habits],
    ) -> None:
        """Store the parts; ``styles`` has a row per training corpus, ``labels`` are the names of the head's columns."""
        self._unigram = unigram
        self._encoder = encoder
        self._head = head
        self._styles = styles
        self.labels = tuple(labels)
        self.habits = habits
        kinds = [label.partition("-")[2] for label in self.labels]
        follows = [[not b.startswith("I-") or kind == b[2:] for b in self.labels] for kind in kinds]
        self._steps = np.where(follows, np.float32(0), _NEVER)
        self._start = np.where([label.startswith("I-") for label in self.labels], _NEVER, np.float32(0))

    def log_chances(self, texts: Sequence[Sequence[Sequence[Word]]], style: int) -> list[Floats]:
        """Return a matrix per text with the log-probability of each label, a row per word.

        Each text is a sequence of sentences, each sentence a sequence of words.
        """
        cuts = [list(cut(sentences, self._unigram)) for sentences in texts]
        read = iter(self._encoder.read([chunk.pieces for chunks in cuts for chunk in chunks], self._styles[style]))
        found = []
        for sentences, chunks in zip(texts, cuts, strict=True):
            scores = np.zeros((sum(map(len, sentences)), len(self.labels)), np.float32)
            for chunk in chunks:
                scores[chunk.words] = self._head(next(read)[chunk.first])
            found.append(_log_softmax(scores))
        return found

    def mixed(self, log_chances: Floats, readings: Sequence[WordReading], weight: float) -> Floats:
        """Return the log-linear mean of the encoder's and the other model's probabilities.

        ``weight`` is the other model's share.
        """
        other = np.array([self._chances(reading) for reading in readings], np.float32).reshape(log_chances.shape)
        mean = (1 - weight) * log_chances + weight * np.log(np.maximum(other, _LEAST))
        return _log_softmax(np.asarray(mean, np.float32))

    def _chances(self, reading: WordReading) -> list[float]:
        """Return the probability of each label in a reading.

        If the reading has only the best label's probability, the other labels share the rest.
        """
        if reading.chances is not None:
            return [reading.chances.get(label, 0.0) for label in self.labels]
        label = reading.label if reading.label in self.labels else OUTSIDE  # such as a date, which is not a name
        outside = reading.sure if label == OUTSIDE else 1 - reading.named
        taken = outside + (reading.sure if label != OUTSIDE else 0.0)
        rest = max(0.0, 1 - taken) / max(1, len(self.labels) - 2)
        known = {OUTSIDE: outside, label: reading.sure}
        return [known.get(label, rest) for label in self.labels]

    def best(self, log_chances: Floats) -> list[int]:
        """Return the most probable sequence of labels of a sentence in which every name begins with a B- label."""
        return likeliest(log_chances, self._start, self._steps)

    @classmethod
    def from_disk(cls, folder: Path, seal: str | None = None) -> Self:
        """Read a model; ``seal`` is the folder's expected `checksums.seal`, None if unknown.

        Raises:
            ValueError: if a file is damaged.
            OSError: if a file cannot be read.
        """
        checksums.check(folder, FILES, seal)
        description = read_object(folder / DESCRIPTION)
        if description.get("format") != FORMAT:
            raise ValueError("it was made for another version")
        unigram, table = vocabulary(folder)
        names = load_arrays(folder / NAMES)
        try:
            encoder = Encoder.from_arrays(table, names)
            head = Linear(names["head.weight"].astype(np.float32).T.copy(), names["head.bias"].astype(np.float32))
            styles = names["styles"].astype(np.float32)
            labels = [str(label) for label in description["labels"]]
            habits = {str(language): _habits(value) for language, value in description["languages"].items()}
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{NAMES} contains no model of names") from error
        fits = head.weights.shape == (table.size, len(labels)) and head.bias.shape == (len(labels),)
        if not fits or OUTSIDE not in labels or styles.ndim != 2 or styles.shape[1] != table.size:
            raise ValueError(f"{NAMES} has an array of another shape")
        if not all(0 <= one.style < len(styles) and len(one.scores) == len(one.shares) > 0 for one in habits.values()):
            raise ValueError(f"{DESCRIPTION} contains no habits")
        return cls(unigram, encoder, head, styles, labels, habits)


@lru_cache(maxsize=1)
def vocabulary(folder: Path) -> tuple[Unigram, WordTable]:
    """Read the vocabulary and the word table in a folder, which the models of names and of meaning share.

    Raises:
        ValueError: if a file is damaged, or the two do not fit together.
        OSError: if a file cannot be read.
    """
    unigram, table = Unigram.from_disk(folder / VOCABULARY), WordTable.from_disk(folder / WORDS)
    if len(unigram) != len(table.codes):
        raise ValueError(f"{WORDS} is for another vocabulary")
    return unigram, table


def _habits(value: dict[str, Any]) -> Habits:
    scores, shares = (tuple(map(float, value[key])) for key in ("scores", "shares"))
    labels = tuple(map(str, value["labels"]))
    kept_from, kept_share = (
        float(value.get(key, default)) for key, default in (("kept_from", NONE_KEPT), ("kept_share", 0))
    )
    return Habits(
        style=int(value["style"]),
        weight=float(value["weight"]),
        scores=scores,
        shares=shares,
        labels=labels,
        kept_from=kept_from,
        kept_share=kept_share,
    )


def _log_softmax(scores: Floats) -> Floats:
    scores = scores - scores.max(-1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(-1, keepdims=True)), np.float32)


def calibrated(score: float, habits: Habits) -> float:
    """Return the share of names with this score that are right."""
    return float(np.interp(score, habits.scores, habits.shares))
