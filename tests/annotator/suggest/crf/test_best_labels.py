from itertools import pairwise, product

import numpy as np
import pytest

from annotator.suggest.crf.linear import Chains

LENGTHS = np.array([3, 1, 4, 3])
LABELS = 3


@pytest.fixture(scope="module")
def scored():
    """Return scores of the words of four sentences, and of label transitions."""
    chance = np.random.default_rng(5)
    return chance.normal(size=(LENGTHS.sum(), LABELS)) * 2, chance.normal(size=(LABELS, LABELS)) * 2


def paths(scores, transitions):
    """Yield each labelling of one sentence with its score, as the reference."""
    for path in product(range(LABELS), repeat=len(scores)):
        follows = sum(transitions[before, after] for before, after in pairwise(path))
        yield path, sum(scores[place, label] for place, label in enumerate(path)) + follows


def each_sentence(scores):
    ends = np.cumsum(LENGTHS)
    return [scores[end - length : end] for end, length in zip(ends, LENGTHS, strict=True)]


def test_probabilities_match_enumeration(scored):
    scores, transitions = scored
    rows = []
    for sentence in each_sentence(scores):
        found = np.zeros((len(sentence), LABELS))
        for path, score in paths(sentence, transitions):
            found[range(len(path)), path] += np.exp(score)
        rows.append(found / found.sum(axis=1, keepdims=True))

    assert Chains(scores, LENGTHS, transitions).probabilities() == pytest.approx(np.concatenate(rows))


def test_best_labels_match_enumeration(scored):
    scores, transitions = scored
    best = [max(paths(sentence, transitions), key=lambda way: way[1])[0] for sentence in each_sentence(scores)]

    assert Chains(scores, LENGTHS, transitions).best().tolist() == [label for path in best for label in path]


def test_long_sentence_does_not_overflow():
    scores = np.tile([500.0, -500.0, 0.0], (400, 1))

    assert Chains(scores, np.array([400]), np.zeros((3, 3))).probabilities()[:, 0] == pytest.approx(1)


def test_no_sentences_have_no_labels():
    chains = Chains(np.zeros((0, 3)), np.zeros(0, dtype=np.int64), np.zeros((3, 3)))

    assert chains.probabilities().shape == (0, 3)
    assert chains.best().shape == (0,)


def test_next_probabilities_match_enumeration(scored):
    scores, transitions = scored
    labels = np.array([0, 1, 2] * 4)[: len(scores)]
    given = Chains(scores, LENGTHS, transitions).next_probabilities(labels)
    start = 0
    for sentence in each_sentence(scores):
        for place in range(len(sentence) - 1):
            found = np.zeros(LABELS)
            for path, score in paths(sentence, transitions):
                if path[place] == labels[start + place]:
                    found[path[place + 1]] += np.exp(score)
            assert given[start + place] == pytest.approx(found / found.sum())
        start += len(sentence)
        assert (given[start - 1] == 0).all()
