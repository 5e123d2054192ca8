"""The reader of claims: an encoder that was trained on articles in which every claim is marked.

It reads whole articles, so it knows who was named before. For each word it returns the probability that the word
belongs to a claim, a cue or a claimant; for each sentence whether it holds a claim; for each claim its kind, form and
stance, the sort of its claimant, and how probably each word means the claimant. Only thorough suggestions use it.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from annotator.model.values import Part
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.by_meaning.windows import Window, Words, windows, words_of
from annotator.suggest.claims.frame_values import Form, Kind
from annotator.suggest.claims.worth import sealed
from annotator.suggest.crf import checksums
from annotator.suggest.encoder.encoder import Encoder, Floats, Linear, WordTable, gelu
from annotator.suggest.encoder.name_model import WORDS, vocabulary
from annotator.suggest.encoder.unigram import Unigram

FILE = "reader.npz"
#: The SHA-256 of the reader's file; change it whenever a new reader is trained.
HEAD = "7d60b96cc6c0b1d487ac0f0384ec22f4fae9f23942abe2b1a3a9c300c3fbdcdb"
KINDS = (Kind.FACT, Kind.OPINION, Kind.PREDICTION, Kind.DEMAND, Kind.QUESTION)
FORMS = (Form.DIRECT, Form.INDIRECT, Form.REPORTED, "free_indirect", Form.OWN)
AFFIRMS, REFUTES, UNCLEAR = STANCES = range(3)
ENTITY, UNNAMED, SAID_BY_NOBODY, AUTHOR = SORTS = range(4)  # what a claimant can be
OTHER, CLAIM, CUE, CLAIMANT = ROLES = range(4)  # what a word can be

_SENTENCES_BEFORE, _SENTENCES_BEHIND = 10, 6  # farther ones count as this far
_SAME = _SENTENCES_BEFORE + _SENTENCES_BEHIND + 1  # the distance of words in the claim's sentence after its beginning
DISTANCES = _SAME + 1
_FARTHEST = 5  # steps of a distance in words: 1, 2 or 3, 4 to 7, 8 to 15, more
STEPS = 2 * (2 * _FARTHEST + 1)
_DIGITS = 4  # of a probability; further digits would depend on which windows share a batch
_TOGETHER = 8  # windows read between two reports of progress
_KEPT = 48  # windows of an article whose states are kept, about 30 MB
_KEPT_ARTICLES = 50


class AskedClaim(NamedTuple):
    """A claim that the reader is asked about: its parts and its cue, in code points."""

    parts: tuple[Part, ...]
    cue: Part | None


class SentenceRead(NamedTuple):
    """A sentence: the probability that it holds a claim, and the mean of its words' states."""

    holding: float
    mean: Floats


class Answer(NamedTuple):
    """What the reader says about a claim.

    ``kinds``, ``forms``, ``stances`` and ``sorts`` have the probability of each of `KINDS`, `FORMS`, `STANCES`, and of
    the `SORTS` of claimants. ``shares`` has the probability that each of the words from number ``first`` on means the
    claimant; together with those of ``nobody`` and ``author`` they are 1.
    """

    kinds: Floats
    forms: Floats
    stances: Floats
    sorts: Floats
    first: int
    shares: Floats
    nobody: float
    author: float


class _Heads(NamedTuple):
    """The layers above the encoder.

    ``distance`` has a number for each distance of a word from a claim in sentences, ``step`` for each distance from its
    cue in words, and ``inside`` is the one for the claim's words.
    """

    role: Linear
    sentence: Linear
    claim: Linear
    kind: Linear
    form: Linear
    stance: Linear
    sort: Linear
    query: Linear
    key: Linear
    key_bias: Linear
    special: Linear
    distance: Floats
    step: Floats
    inside: float


_NUMBERS = ("distance", "step", "inside")


class ClaimReader:
    """The encoder and its heads."""

    def __init__(self, unigram: Unigram, encoder: Encoder, heads: _Heads) -> None:
        """Store the parts."""
        self._unigram, self._encoder, self._heads = unigram, encoder, heads
        self._kept = ""  # the article whose states are kept
        self._states: OrderedDict[int, Floats] = OrderedDict()
        self._articles: OrderedDict[str, ArticleRead] = OrderedDict()

    def article(self, text: str, progress: Progress = no_progress) -> "ArticleRead":
        """Return what the reader says about an article; the latest articles are kept.

        ``progress`` receives numbers of windows.
        """
        if text not in self._articles:
            self._articles[text] = self._read(text, progress)
            while len(self._articles) > _KEPT_ARTICLES:
                self._articles.popitem(last=False)
        self._articles.move_to_end(text)
        return self._articles[text]

    def _read(self, text: str, progress: Progress) -> "ArticleRead":
        words = words_of(text)
        cut = tuple(windows(text, words, self._unigram))
        roles = np.zeros((len(words.parts), 4), np.float32)
        sentences: dict[int, SentenceRead] = {}
        for start in range(0, len(cut), _TOGETHER):
            some = cut[start : start + _TOGETHER]
            for window, states in zip(some, self._states_of(text, some), strict=True):
                fresh = slice(window.fresh - window.first, None)
                roles[window.fresh : window.end] = _softmax(self._heads.role(states[fresh]))
                sentences |= self._sentences(words, window, states)
            progress(start + len(some), len(cut))
        return ArticleRead(self, text, words, cut, roles, sentences)

    def _states_of(self, text: str, some: Sequence[Window]) -> list[Floats]:
        """Return the states of the words of windows, a row per word; those of the latest article are kept."""
        if text != self._kept:
            self._kept, self._states = text, OrderedDict()
        missing = [one for one in some if one.first not in self._states]
        for window, rows in zip(missing, self._encoder.read([one.pieces for one in missing]), strict=True):
            self._states[window.first] = rows[list(window.heads)]
        found = [self._states[one.first] for one in some]
        while len(self._states) > _KEPT:
            self._states.popitem(last=False)
        return found

    def _sentences(self, words: Words, window: Window, states: Floats) -> dict[int, SentenceRead]:
        """Return each fresh sentence of a window by its number."""
        numbers = np.array(words.sentences[window.first : window.end])
        fresh = np.unique(numbers[window.fresh - window.first :]).tolist()
        means = [states[numbers == n].mean(0) for n in fresh]
        rows = [np.concatenate([mean, states[numbers == n].max(0)]) for n, mean in zip(fresh, means, strict=True)]
        holding = 1 / (1 + np.exp(-self._heads.sentence(np.stack(rows))[:, 0]))
        return dict(zip(fresh, map(SentenceRead, holding.tolist(), means), strict=True))

    def answers(self, read: "ArticleRead", window: Window, asked: Sequence[AskedClaim]) -> list[Answer]:
        """Return what the reader says about claims that begin in a window's fresh words."""
        (states,) = self._states_of(read.text, [window])
        heads, parts = self._heads, read.words.parts[window.first : window.end]
        numbers = np.array(read.words.sentences[window.first : window.end])
        keys, bias = heads.key(states), heads.key_bias(states)[:, 0]
        found = []
        for one in asked:
            own = _touched(parts, one.parts) or [0]
            cue = _touched(parts, [one.cue]) if one.cue is not None else []
            of_cue = states[cue].mean(0) if cue else np.zeros(states.shape[1], np.float32)
            row = np.concatenate([states[own].mean(0), states[own[0]], of_cue])[None]
            claim = gelu(heads.claim(row))
            scores = (heads.query(row) @ keys.T)[0] / np.float32(keys.shape[1] ** 0.5) + bias
            scores += heads.distance[distances(numbers, own[0])] + heads.step[steps(len(numbers), own, cue)]
            scores[own] += np.float32(heads.inside)
            shares = np.round(_softmax(np.concatenate([scores, heads.special(claim)[0]])[None])[0], _DIGITS)
            told = (heads.kind, heads.form, heads.stance, heads.sort)
            kinds, forms, stances, sorts = (np.round(_softmax(head(claim))[0], _DIGITS) for head in told)
            of_words, author, nobody = shares[:-2], float(shares[-2]), float(shares[-1])
            found.append(Answer(kinds, forms, stances, sorts, window.first, of_words, nobody, author))
        return found

    @classmethod
    def from_arrays(cls, unigram: Unigram, table: WordTable, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Build a reader.

        Raises:
            ValueError: if an array is missing.
        """
        try:
            linear = {name: _linear(arrays, name) for name in _Heads._fields if name not in _NUMBERS}
            distance, step, inside = (arrays[name].astype(np.float32) for name in _NUMBERS)
            heads = _Heads(**linear, distance=distance, step=step, inside=float(inside[0]))
        except KeyError as error:
            raise ValueError(f"{FILE} contains no reader of claims") from error
        return cls(unigram, Encoder.from_arrays(table, arrays), heads)


class ArticleRead:
    """An article that was read.

    Attributes:
        text: Its text.
        words: Its words.
        roles: The probability of each role of each word [words, 4].
        sentences: The sentences with words, by their numbers.
    """

    def __init__(
        self,
        reader: ClaimReader,
        text: str,
        words: Words,
        cut: Sequence[Window],
        roles: Floats,
        sentences: Mapping[int, SentenceRead],
    ) -> None:
        """Store what was read."""
        self._reader, self._windows = reader, cut
        self._starts = [words.parts[window.fresh][0] for window in cut]
        self.text, self.words, self.roles, self.sentences = text, words, roles, sentences

    def answer(self, asked: Sequence[AskedClaim]) -> list[Answer]:
        """Return what the reader says about claims, in their order."""
        groups: dict[int, list[int]] = {}
        for number, one in enumerate(asked):
            groups.setdefault(max(0, bisect_right(self._starts, one.parts[0][0]) - 1), []).append(number)
        found: dict[int, Answer] = {}
        for place, numbers in groups.items():
            here = self._reader.answers(self, self._windows[place], [asked[number] for number in numbers])
            found.update(zip(numbers, here, strict=True))
        return [found[number] for number in range(len(asked))]


def _linear(arrays: Mapping[str, NDArray[Any]], name: str) -> Linear:
    weights, bias = (arrays[f"{name}.{kind}"].astype(np.float32) for kind in ("weight", "bias"))
    return Linear(weights.T.copy(), bias)


def distances(numbers: NDArray[np.int64], first: int) -> NDArray[np.int64]:
    """Return how far each word is from a claim that begins with the word ``first``.

    ``numbers`` are the numbers of the words' sentences, and the result is below `DISTANCES`.
    """
    away = np.clip(numbers - numbers[first], -_SENTENCES_BEFORE, _SENTENCES_BEHIND) + _SENTENCES_BEFORE
    behind = np.arange(len(numbers)) >= first
    return np.where((numbers == numbers[first]) & behind, _SAME, away)


def steps(count: int, own: Sequence[int], cue: Sequence[int]) -> NDArray[np.int64]:
    """Return how far each of ``count`` words is from a claim's cue, or from the claim itself if it has none.

    The result is below `STEPS`.
    """
    anchor, words = cue or own, np.arange(count)
    away = np.where(words < anchor[0], words - anchor[0], np.maximum(0, words - anchor[-1]))
    size = np.minimum(_FARTHEST, np.ceil(np.log2(np.abs(away) + 1))).astype(np.int64)
    found: NDArray[np.int64] = np.sign(away) * size + _FARTHEST + (0 if cue else STEPS // 2)
    return found


def _touched(words: Sequence[Part], parts: Sequence[Part]) -> list[int]:
    return [number for part in parts for number, (start, end) in enumerate(words) if start < part[1] and part[0] < end]


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found


@lru_cache(maxsize=1)
def reader_of(folder: Path, seal: str | None) -> ClaimReader | None:
    """Return the reader that belongs to an encoder, None if the encoder's words are damaged or not the reader's.

    The result is kept. ``seal`` is the folder's expected `checksums.seal`, None if unknown.

    Raises:
        ModelError: ``source.broken`` if the reader's file is not the shipped one.
    """
    arrays = _arrays()
    try:
        if seal is not None:
            checksums.check(folder, (WORDS,), seal)
        if checksums.sum_of(folder, WORDS) != str(arrays["words"]):
            return None
        return ClaimReader.from_arrays(*vocabulary(folder), arrays)
    except (OSError, ValueError):
        return None


def _arrays() -> dict[str, NDArray[Any]]:
    content = sealed(FILE, HEAD)
    with np.load(BytesIO(content), allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}
