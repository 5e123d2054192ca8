"""Trains the network that is added to the feature weights (dependency group `recipes`: jax)."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from annotator.suggest.crf.lexicon import Lexicon
from annotator.suggest.crf.neighbour_features import KnownWords
from annotator.suggest.crf.network import Network, NetworkLayer

_SEED = 0
_ROUNDS = 10
_LAST_ROUNDS = 2  # with the headlines, at a low rate
_TOGETHER = 2048  # words per step
_LEAST_CASES = 6  # occurrences of a feature that is kept
_VECTOR, _WIDTH, _DEPTH = 64, 128, 4
_RATE, _WARM_UP, _LAST_RATE = 2e-3, 0.1, 2e-4
_FEATURES_DROPPED, _FORMS_DROPPED, _VALUES_DROPPED = 0.3, 0.5, 0.4
_MOMENTUM, _SQUARES, _TINY = 0.9, 0.99, 1e-8
_AVERAGED = 0.998  # decay of the average per step
_STEADY = 20  # steps between two averagings of the vectors
_NEVER = -1e4  # the score of wrong labels
_STEEPEST = 5.0  # the largest norm of a gradient

Sentence = tuple[Sequence[str], Sequence[str], bool]  # words, their labels, whether names of MISC are left out
Parameters = dict[str, Any]
Floats = NDArray[np.float32]


class _Encoded(NamedTuple):
    """A sentence in numbers.

    Attributes:
        words: The number of each word.
        columns: The column of each word's label.
        is_partial: Whether words labelled O may have a label that the corpus lacks.
    """

    words: NDArray[np.int64]
    columns: NDArray[np.int64]
    is_partial: bool


class _Batch(NamedTuple):
    """Sentences one after another, with a place for the edge between two sentences.

    Attributes:
        words: The number of each distinct word.
        rows: For each place, the index in ``words``.
        is_word: For each place, False if it is an edge.
        columns: For each place, the column of the label.
        is_open: For each place, whether a word labelled O may have a label that the corpus lacks.
    """

    words: NDArray[np.int64]
    rows: NDArray[np.int64]
    is_word: NDArray[np.bool_]
    columns: NDArray[np.int64]
    is_open: NDArray[np.bool_]


def train_network(
    sentences: Iterable[Sentence], headlines: Iterable[Sentence], lexicon: Lexicon, labels: Sequence[str]
) -> tuple[Network, Floats]:
    """Train the network and the scores of label transitions on whole sentences.

    The same sentences in the same order give the same network on the same machine. Headlines come last: the corpora
    have few of them, and a headline's first word is easily taken for a name.
    """
    jax.config.update("jax_default_prng_impl", "rbg")
    table = KnownWords(lexicon)
    encoded = [_encoded(table, one, labels) for one in sentences]
    last = [_encoded(table, one, labels) for one in headlines]
    keys, matrix = _features(table, encoded)
    trainer = _Trainer(matrix, _forms(table, keys), labels)
    for number in range(_ROUNDS):
        _run_round(number, lambda: trainer.round(encoded, is_last=False))
    for number in range(_LAST_ROUNDS):
        _run_round(_ROUNDS + number, lambda: trainer.round(encoded + last, is_last=True))
    return trainer.learnt(keys)


def _run_round(number: int, once: Callable[[], float]) -> None:
    started = time.process_time()
    loss = once()
    print(f"round {number + 1}: loss {loss:.4f}, {time.process_time() - started:.0f} s", flush=True)


def _encoded(table: KnownWords, sentence: Sentence, labels: Sequence[str]) -> _Encoded:
    words, iob, is_partial = sentence
    layout = table.lay_out([words])
    return _Encoded(layout.numbers[layout.places], np.array([labels.index(label) for label in iob]), is_partial)


def _features(table: KnownWords, encoded: Iterable[_Encoded]) -> tuple[NDArray[np.uint64], sparse.csr_matrix]:
    """Return the common features, and a matrix of which words have them."""
    cases = Counter(number for one in encoded for number in one.words.tolist())
    counts: Counter[int] = Counter()
    for number, times in cases.items():
        for key in table.own[number]:
            counts[key] += times
    keys = np.array(sorted(key for key, times in counts.items() if times >= _LEAST_CASES), dtype=np.uint64)
    place = {key: column for column, key in enumerate(keys.tolist())}
    columns = [sorted({place[key] for key in own if key in place}) for own in table.own]
    starts = np.cumsum([0, *map(len, columns)])
    flat = np.array([column for row in columns for column in row], dtype=np.int32)
    shape = len(columns), len(keys)
    return keys, sparse.csr_matrix((np.ones(len(flat), dtype=np.float32), flat, starts), shape=shape)


def _forms(table: KnownWords, keys: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Return which features are word forms; a word's form is its first feature."""
    return np.isin(keys, np.array([own[0] for own in table.own if own], dtype=np.uint64))


class _Trainer:
    """The state of a training: parameters, their averages, and Adam's moments."""

    def __init__(self, matrix: sparse.csr_matrix, is_form: NDArray[np.bool_], labels: Sequence[str]) -> None:
        self._matrix = matrix
        self._is_form = is_form
        self._random = np.random.default_rng(_SEED)
        self._key = jax.random.PRNGKey(_SEED)
        self._is_open = jnp.array([label == "O" or "MISC" in label for label in labels])
        self._outside = labels.index("O")
        self._vectors = (self._random.standard_normal((matrix.shape[1], _VECTOR)) * 0.1).astype(np.float32)
        self._average_vectors = self._vectors.copy()
        self._vector_moments = np.zeros_like(self._vectors), np.zeros_like(self._vectors)
        self._parameters = _first_parameters(self._key, len(labels))
        self._average = self._parameters
        self._moments = jax.tree.map(jnp.zeros_like, (self._parameters, self._parameters))
        self._steps = 0
        self._total = 1
        self._step = jax.jit(self._adam_step)

    def round(self, encoded: Sequence[_Encoded], *, is_last: bool) -> float:
        """Train one epoch and return the mean loss."""
        batches = list(_batches(encoded, self._random))
        self._total = _ROUNDS * len(batches)
        return float(np.mean([self._learn(batch, _LAST_RATE if is_last else self._rate()) for batch in batches]))

    def _rate(self) -> float:
        """Return the learning rate: a linear warm-up, then half a cosine."""
        done = self._steps / self._total
        if done < _WARM_UP:
            return float(_RATE * (0.04 + 0.96 * done / _WARM_UP))
        return float(_RATE * 0.5 * (1 + np.cos(np.pi * (done - _WARM_UP) / (1 - _WARM_UP))))

    def _learn(self, batch: _Batch, rate: float) -> float:
        chosen, columns = self._dropped_out(batch.words)
        sums = np.zeros((_TOGETHER, _VECTOR), dtype=np.float32)
        sums[: len(batch.words)] = chosen @ self._vectors[columns]
        self._key, key = jax.random.split(self._key)
        self._steps += 1
        self._parameters, self._moments, self._average, loss, slopes = self._step(
            self._parameters, self._moments, self._average, jnp.array(sums), batch[1:], key, rate, self._steps
        )
        self._move_vectors(columns, chosen.T @ np.asarray(slopes)[: len(batch.words)], rate)
        return float(loss)

    def _dropped_out(self, words: NDArray[np.int64]) -> tuple[sparse.csr_matrix, NDArray[np.int32]]:
        """Return the features of words after dropout, and their columns."""
        rows = self._matrix[words]
        kept = self._random.random(rows.nnz) >= _FEATURES_DROPPED
        of_word = np.repeat(np.arange(len(words)), np.diff(rows.indptr))
        kept &= ~(self._is_form[rows.indices] & (self._random.random(len(words)) < _FORMS_DROPPED)[of_word])
        columns, places = np.unique(rows.indices, return_inverse=True)
        values = kept.astype(np.float32) / (1 - _FEATURES_DROPPED)
        shape = len(words), len(columns)
        return sparse.csr_matrix((values, places.astype(np.int32), rows.indptr), shape=shape), columns

    def _move_vectors(self, columns: NDArray[np.int32], slopes: Floats, rate: float) -> None:
        mean, square = self._vector_moments
        mean[columns] = _MOMENTUM * mean[columns] + (1 - _MOMENTUM) * slopes
        square[columns] = _SQUARES * square[columns] + (1 - _SQUARES) * slopes**2
        step = mean[columns] / (1 - _MOMENTUM**self._steps)
        self._vectors[columns] -= rate * step / (np.sqrt(square[columns] / (1 - _SQUARES**self._steps)) + _TINY)
        if self._steps % _STEADY == 0:
            decay = _decay(self._steps) ** _STEADY
            self._average_vectors += (1 - decay) * (self._vectors - self._average_vectors)

    def _adam_step(
        self,
        parameters: Parameters,
        moments: Any,
        average: Parameters,
        sums: Any,
        batch: Any,
        key: Any,
        rate: float,
        steps: int,
    ) -> Any:
        loss, (slopes, of_sums) = jax.value_and_grad(self._loss, argnums=(0, 1))(parameters, sums, batch, key)
        norm = jnp.sqrt(sum(jnp.sum(slope**2) for slope in jax.tree.leaves(slopes)))
        slopes = jax.tree.map(lambda slope: slope * jnp.minimum(1.0, _STEEPEST / norm), slopes)
        mean = jax.tree.map(lambda old, new: _MOMENTUM * old + (1 - _MOMENTUM) * new, moments[0], slopes)
        square = jax.tree.map(lambda old, new: _SQUARES * old + (1 - _SQUARES) * new**2, moments[1], slopes)
        for_mean, for_square = 1 - _MOMENTUM**steps, 1 - _SQUARES**steps
        parameters = jax.tree.map(
            lambda value, m, s: value - rate * (m / for_mean) / (jnp.sqrt(s / for_square) + _TINY),
            parameters,
            mean,
            square,
        )
        decay = jnp.minimum(_AVERAGED, (1 + steps) / (10 + steps))
        average = jax.tree.map(lambda old, new: old * decay + new * (1 - decay), average, parameters)
        return parameters, (mean, square), average, loss, of_sums

    def _loss(self, parameters: Parameters, sums: Any, batch: Any, key: Any) -> Any:
        rows, is_word, columns, is_open = batch
        scores = _forward(parameters, sums, rows, is_word, key)
        is_any = is_open & (columns == self._outside)
        is_right = (columns[:, None] == jnp.arange(scores.shape[1])) | (is_any[:, None] & self._is_open)
        chains = jnp.stack([scores, jnp.where(is_right, scores, _NEVER)], axis=1)
        every, right = _log_partitions(chains, parameters["steps"], is_word)
        return (every - right) / is_word.sum()

    def learnt(self, keys: NDArray[np.uint64]) -> tuple[Network, Floats]:
        """Return the parameters averaged over the last steps."""
        layers = [
            NetworkLayer(*(np.asarray(self._average[f"{name}{number}"]) for name in NetworkLayer._fields))
            for number in range(_DEPTH + 2)
        ]
        network = Network(keys, self._average_vectors, layers[0], tuple(layers[1:-1]), layers[-1])
        return network, np.asarray(self._average["steps"])


def _first_parameters(key: Any, labels: int) -> Parameters:
    shapes = [(_VECTOR, _WIDTH, 1.0), *[(3 * _WIDTH, 2 * _WIDTH, 1.5)] * _DEPTH, (_WIDTH, labels, 0.0)]
    parameters: Parameters = {"steps": jnp.zeros((labels, labels))}
    for number, (key_of_layer, (inputs, outputs, spread)) in enumerate(
        zip(jax.random.split(key, len(shapes)), shapes, strict=True)
    ):
        parameters[f"weights{number}"] = jax.random.normal(key_of_layer, (inputs, outputs)) * (spread / inputs) ** 0.5
        parameters[f"bias{number}"] = jnp.zeros(outputs)
        parameters[f"gain{number}"] = jnp.ones(_WIDTH)
        parameters[f"shift{number}"] = jnp.zeros(_WIDTH)
    return parameters


def _forward(parameters: Parameters, sums: Any, rows: Any, is_word: Any, key: Any) -> Any:
    """Compute what `Network.scores` does, with dropout."""
    first, *keys = jax.random.split(key, _DEPTH + 1)
    words = _scaled(parameters, 0, jnp.tanh(sums) @ parameters["weights0"] + parameters["bias0"])
    here = _dropout(words[rows] * is_word[:, None], first)
    for number, key_of_layer in enumerate(keys, 1):
        beside = jnp.concatenate([jnp.roll(here, 1, axis=0), here, jnp.roll(here, -1, axis=0)], axis=1)
        values = beside @ parameters[f"weights{number}"] + parameters[f"bias{number}"]
        larger = jnp.maximum(values[:, :_WIDTH], values[:, _WIDTH:])
        here = (here + _dropout(_scaled(parameters, number, larger), key_of_layer)) * is_word[:, None]
    return here @ parameters[f"weights{_DEPTH + 1}"] + parameters[f"bias{_DEPTH + 1}"]


def _log_partitions(scores: Any, steps: Any, is_word: Any) -> Any:
    """Return the log of the sum over all label chains, summed over sentences, for each of two readings.

    ``scores`` are by word, reading and label; ``steps`` are those of a label (row) followed by another (column).
    ``is_word`` is False for the edges between sentences.
    """

    def go_on(state: Any, here: Any) -> Any:
        before, was_word = state
        of_word, is_one = here
        so_far = jax.nn.logsumexp(before[:, :, None] + steps, axis=1)
        ended = jnp.where(was_word & ~is_one, jax.nn.logsumexp(before, axis=1), 0.0)
        return (jnp.where(was_word, so_far, 0.0) + of_word, is_one), ended

    nothing = jnp.zeros(scores.shape[1:]), jnp.array(False)  # noqa: FBT003
    (last, is_one), ended = jax.lax.scan(go_on, nothing, (scores, is_word))
    return ended.sum(axis=0) + jnp.where(is_one, jax.nn.logsumexp(last, axis=1), 0.0)


def _scaled(parameters: Parameters, number: int, values: Any) -> Any:
    values = values - values.mean(axis=1, keepdims=True)
    scale = jax.lax.rsqrt((values**2).mean(axis=1, keepdims=True) + 1e-5)
    return values * scale * parameters[f"gain{number}"] + parameters[f"shift{number}"]


def _dropout(values: Any, key: Any) -> Any:
    return values * jax.random.bernoulli(key, 1 - _VALUES_DROPPED, values.shape) / (1 - _VALUES_DROPPED)


def _decay(steps: int) -> float:
    return min(_AVERAGED, (1 + steps) / (10 + steps))


def _batches(encoded: Sequence[_Encoded], random: np.random.Generator) -> Iterator[_Batch]:
    """Yield batches of all sentences in a random order, as many together as fit into a row."""
    some: list[_Encoded] = []
    size = 1
    for number in random.permutation(len(encoded)):
        one = encoded[number]
        if size + len(one.words) + 1 > _TOGETHER:
            yield _batch(some)
            some, size = [], 1
        some.append(one)
        size += len(one.words) + 1
    yield _batch(some)


def _batch(encoded: Sequence[_Encoded]) -> _Batch:
    row = np.zeros(_TOGETHER, dtype=np.int64)
    columns, is_open = np.zeros_like(row), np.zeros(_TOGETHER, dtype=bool)
    at = 1
    for one in encoded:
        place = slice(at, at + len(one.words))
        row[place], columns[place], is_open[place] = one.words, one.columns, one.is_partial
        at = place.stop + 1
    words, rows = np.unique(row, return_inverse=True)
    return _Batch(words, rows, row > 0, columns, is_open)
