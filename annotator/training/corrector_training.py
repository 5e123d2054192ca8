"""Trains correctors: the small models that correct a base's names."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import Any, TypeAlias

import pycrfsuite

from annotator.suggest.adapter.corrector import Corrector
from annotator.suggest.adapter.cues import CueReader, Cues
from annotator.suggest.adapter.memory import Counts, Memory
from annotator.suggest.adapter.name_readings import OUTSIDE
from annotator.suggest.crf.lexicon import Lexicon
from annotator.training.lessons import Lesson, Sentence, completed

Step = Callable[[], None]
Row: TypeAlias = tuple[list[Cues], list[str]]  # a sentence: the features and the label of each word

ITERATIONS = 50
_MOST_REHEARSALS = 5
_SETTINGS = {"c1": 0.02, "c2": 1.0, "feature.minfreq": 1, "feature.possible_transitions": True}


class _Trainer(pycrfsuite.Trainer):  # type: ignore[misc]  # it has no types
    """Reports each iteration."""

    step: Step

    def message(self, message: str) -> None:
        if message.startswith("***** Iteration"):
            self.step()


def train(
    lessons: Sequence[Lesson],
    remembered: Sequence[Lesson],
    rehearsal: Sequence[Sentence],
    lexicon: Lexicon | None,
    step: Step,
) -> Corrector:
    """Train on lessons and the rehearsal; the same in the same order give the same model.

    Args:
        lessons: Articles whose labels are learnt, each without its own counts in the memory.
        remembered: All articles of the memory, including ``lessons``.
        rehearsal: Other sentences, labelled by the base.
        lexicon: What the base knows about words.
        step: Called once per iteration, `ITERATIONS` times at most.
    """
    memory = remember(remembered)
    taught = taught_labels(remembered)
    reader = CueReader(lexicon)
    rows: list[Row] = []
    for lesson in lessons:
        likeness = likeness_of(lesson.words, memory, lexicon, lesson.counts)
        for one in lesson.sentences:
            features = reader.features(one.words, one.readings, memory, likeness, lesson.counts)
            rows.append((features, completed(one, taught)))
    rehearsed = [
        (reader.features(one.words, one.readings, memory, likeness_of(one.words, memory, lexicon)), list(one.labels))
        for one in rehearsal
    ]
    rows.extend(_as_much(rehearsed, sum(len(labels) for _, labels in rows)))
    model = fit(rows, {**_SETTINGS, "max_iterations": ITERATIONS}, step)
    return Corrector(model=model, memory=memory, labels=taught)


def _as_much(rehearsed: Sequence[Row], learnt: int) -> Iterator[Row]:
    """Yield rows in turn until they have as many words as the lessons.

    Fewer rows would drown what the base knew, more the lessons. None comes more often than `_MOST_REHEARSALS`.
    """
    words = 0
    for row in chain.from_iterable(repeat(rehearsed, _MOST_REHEARSALS)):
        if words >= learnt:
            return
        yield row
        words += len(row[1])


def remember(lessons: Iterable[Lesson]) -> Memory:
    """Return the memory of articles."""
    counts = Counts()
    for lesson in lessons:
        counts.add(lesson.counts)
    return Memory(counts)


def taught_labels(lessons: Iterable[Lesson]) -> frozenset[str]:
    """Return the labels that the analyst uses."""
    labels = (label for lesson in lessons for sentence in lesson.sentences for label in sentence.labels)
    return frozenset(label[2:] for label in labels if label != OUTSIDE)


def likeness_of(words: Sequence[str], memory: Memory, lexicon: Lexicon | None, without: Counts | None = None) -> float:
    """Return `Memory.likeness`, or 0 without a lexicon, because other texts are unknown then."""
    return memory.likeness(words, lexicon, without) if lexicon else 0.0


def fit(rows: Iterable[Row], settings: dict[str, Any], step: Step) -> bytes:
    """Train a CRFsuite model on features and labels of sentences, and return its bytes."""
    trainer = _Trainer(verbose=False)
    trainer.step = step
    for features, labels in rows:
        trainer.append(features, labels)
    trainer.set_params(settings)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.crfsuite"
        trainer.train(str(path))
        return path.read_bytes()
