"""Scores taggers by whole names: exact start, end and label."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.encoder.name_model import likeliest
from annotator.suggest.encoder.unigram import Unigram
from tools.models.encoder.corpus import LABELS, Chunk, Text, chunks

Floats = NDArray[np.float32]
Reader = Callable[[Sequence[Chunk]], Floats]  # log probabilities, a row per word
_NEVER = -1e9
_STEPS = np.array([[_NEVER * (b[0] == "I" and a[2:] != b[2:]) for b in LABELS] for a in LABELS], np.float32)
_START = np.array([_NEVER * (label[0] == "I") for label in LABELS], np.float32)
_TOGETHER = 2048  # pieces


def chances(texts: Sequence[Text], unigram: Unigram, reader: Reader, style: str | None = None) -> list[list[Floats]]:
    """Return the log probabilities of each word's labels, by text and sentence."""
    from tools.models.encoder.training import batched

    cut = chunks(texts, unigram, style)
    found = [[np.zeros((len(s.words), len(LABELS)), np.float32) for s in text.sentences] for text in texts]
    for group in batched(cut, _TOGETHER):
        taken = [cut[place] for place in group]
        rows = reader(taken)
        for (text, sentence, word), row in zip((w for chunk in taken for w in chunk.words), rows, strict=True):
            found[text][sentence][word] = row
    return found


def best(log_chances: Floats) -> list[int]:
    """Return the likeliest allowed labels of a sentence."""
    return likeliest(log_chances, _START, _STEPS)


def names(text: Text, log_chances: Sequence[Floats]) -> set[tuple[int, int, str]]:
    """Return the names of a text: start, end and label."""
    from annotator.suggest.crf.crf_component import spans_of_iob

    found = set()
    for sentence, rows in zip(text.sentences, log_chances, strict=True):
        for start, end, label in spans_of_iob([LABELS[number] for number in best(rows)]):
            last = sentence.starts[end - 1] + len(sentence.words[end - 1])
            found.add((sentence.starts[start], last, label))
    return found


def score(texts: Sequence[Text], log_chances: Sequence[Sequence[Floats]]) -> dict[str, Any]:
    """Return F1, precision and recall in percent; MISC counts only where the texts have it."""
    pairs = [({*text.names}, names(text, rows)) for text, rows in zip(texts, log_chances, strict=True)]
    has_misc = any(label == "MISC" for gold, _ in pairs for *_, label in gold)
    return f1([(gold, {one for one in found if has_misc or one[2] != "MISC"}) for gold, found in pairs])


def f1(pairs: Iterable[tuple[set[Any], set[Any]]]) -> dict[str, Any]:
    """Return F1, precision and recall in percent, and the number of gold names, for pairs of gold and found names."""
    right = extra = missed = 0
    for gold, found in pairs:
        right += len(gold & found)
        extra += len(found - gold)
        missed += len(gold - found)
    precision, recall = right / max(1, right + extra), right / max(1, right + missed)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return {
        "f": round(100 * both, 2),
        "p": round(100 * precision, 2),
        "r": round(100 * recall, 2),
        "names": right + missed,
    }
