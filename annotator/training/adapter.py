"""Learning from the analyst: an adapter is trained, evaluated on unseen articles, and used if it is better.

Every tenth article is held out of training. The memory of words includes it, but leaves it out when it is evaluated.
As long as few are held out, cross-validation evaluates each article with an adapter trained without it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import pycrfsuite

from annotator.processes.worker import Progress
from annotator.suggest.adapter.base_labels import OUTSIDE
from annotator.suggest.adapter.corrector import Corrector, lexicon_of, read
from annotator.suggest.adapter.cues import CueReader, Cues
from annotator.suggest.adapter.memory import Counts, Memory
from annotator.suggest.adapter.shelf import FEWEST
from annotator.suggest.crf.crf_component import spans_of_iob
from annotator.suggest.crf.crfsuite import tagger
from annotator.suggest.crf.lexicon import Lexicon
from annotator.system.errors import ModelError
from annotator.training.lessons import Lesson, Sentence, completed

if TYPE_CHECKING:
    from spacy.language import Language

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


_TENTH = 10
_ENOUGH = 5  # held-out articles that suffice for an evaluation
_FOLDS = 3

Labels = Sequence[str]
Labeller = Callable[[Lesson, Sentence], Labels]


class NameScore(NamedTuple):
    """The number of names, of found names, and of those that are right in place and label."""

    names: int = 0
    found: int = 0
    right: int = 0

    @property
    def f(self) -> float:
        """F1, in per cent."""
        return 200 * self.right / (self.names + self.found) if self.right else 0.0

    def plus(self, other: NameScore) -> NameScore:
        """Return the sum with the counts of other articles."""
        return NameScore(*map(add, self, other))


@dataclass(frozen=True, kw_only=True)
class AdapterResult:
    """A new adapter, what it learnt from, and the scores of the old way and the new one on articles unseen by both."""

    corrector: Corrector
    learnt: tuple[str, ...]
    held: tuple[str, ...]
    before: NameScore
    after: NameScore

    @property
    def better(self) -> bool:
        """Whether the new adapter is better."""
        return self.after.f > self.before.f


@dataclass(frozen=True, kw_only=True)
class CurrentAdapter:
    """The adapter in use: what it learnt from and what was held out."""

    corrector: Corrector
    learnt: frozenset[str]
    held: frozenset[str]

    @property
    def trained_on(self) -> frozenset[str]:
        """The articles it cannot be evaluated on. Of held-out ones it remembers only words, which can be left out."""
        return self.learnt - self.held


def adapt(
    lessons: Sequence[Lesson],
    rehearsal: Sequence[Sentence],
    pipeline: Language,
    present: CurrentAdapter | None,
    progress: Progress,
) -> AdapterResult:
    """Train an adapter on finished articles, in the order in which they were added, and evaluate it.

    Args:
        lessons: Ten or more, read by the base.
        rehearsal: Other sentences, labelled by the base.
        pipeline: The base.
        present: The adapter in use, None if it is the base alone.
        progress: Receives each iteration of the training.

    Raises:
        ModelError: ``adapter.few`` for fewer than ten articles, ``adapter.empty`` for articles without any name.
    """
    if len(lessons) < FEWEST:
        raise ModelError("adapter.few", count=len(lessons), fewest=FEWEST)
    if not any(lesson.counts.names for lesson in lessons):
        raise ModelError("adapter.empty", count=len(lessons))
    lexicon = lexicon_of(pipeline)
    held = _held_out(lessons, present)
    kept = [lesson for lesson in lessons if lesson.id not in held]
    folds = [] if len(held) >= _ENOUGH else [lessons[at::_FOLDS] for at in range(_FOLDS)]
    step = _Steps(progress, (len(folds) + 1) * ITERATIONS)
    after = NameScore()
    evaluated = [lesson for lesson in lessons if lesson.id in held]
    corrector = train(kept, lessons, rehearsal, lexicon, step.one)
    step.round()
    if folds:
        evaluated = [lesson for lesson in lessons if present is None or lesson.id not in present.trained_on]
        for fold in folds:
            others = [lesson for lesson in lessons if lesson not in fold]
            tried = train(others, others, rehearsal, lexicon, step.one)
            step.round()
            after = after.plus(score(_among(fold, evaluated), labeller(tried, lexicon, frozenset())))
    else:
        after = score(evaluated, labeller(corrector, lexicon, held))
    before = score(evaluated, _current_labeller(present, lexicon))
    return AdapterResult(
        corrector=corrector,
        learnt=tuple(lesson.id for lesson in lessons),
        held=tuple(sorted(held)),
        before=before,
        after=after,
    )


def _held_out(lessons: Sequence[Lesson], present: CurrentAdapter | None) -> frozenset[str]:
    """Return every tenth article. Held-out articles stay so, and learnt ones are never held out later."""
    known = present.learnt if present else frozenset()
    held = present.held if present else frozenset()
    fresh = [lesson.id for lesson in lessons if lesson.id not in known]
    return held.intersection(lesson.id for lesson in lessons).union(fresh[_TENTH - 1 :: _TENTH])


def _among(some: Iterable[Lesson], others: Iterable[Lesson]) -> list[Lesson]:
    wanted = {lesson.id for lesson in others}
    return [lesson for lesson in some if lesson.id in wanted]


def _current_labeller(present: CurrentAdapter | None, lexicon: Lexicon | None) -> Labeller:
    if present is None:
        return lambda _lesson, sentence: [reading.label for reading in sentence.readings]
    return labeller(present.corrector, lexicon, present.learnt)


def labeller(corrector: Corrector, lexicon: Lexicon | None, remembered: frozenset[str]) -> Labeller:
    """Return the function that labels sentences of articles; ``remembered`` articles are left out of its memory.

    Raises:
        ValueError: if the corrector's model is damaged.
    """
    model, reader = tagger(corrector.model), CueReader(lexicon)
    likenesses: dict[str, float] = {}

    def label(lesson: Lesson, sentence: Sentence) -> Labels:
        without = lesson.counts if lesson.id in remembered else None
        if lesson.id not in likenesses:
            likenesses[lesson.id] = likeness_of(lesson.words, corrector.memory, lexicon, without)
        features = reader.features(sentence.words, sentence.readings, corrector.memory, likenesses[lesson.id], without)
        return [reading.label for reading in read(model, features)]

    return label


def score(lessons: Iterable[Lesson], label: Labeller) -> NameScore:
    """Count whole names of the labels that the analyst uses in these articles."""
    total = NameScore()
    lessons = list(lessons)
    wanted = taught_labels(lessons)
    for lesson in lessons:
        for sentence in lesson.sentences:
            names = set(spans_of_iob(sentence.labels))
            found = {name for name in spans_of_iob(label(lesson, sentence)) if name[2] in wanted}
            total = total.plus(NameScore(len(names), len(found), len(names & found)))
    return total


class _Steps:
    """Counts iterations of several trainings, each of which may end before its limit."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0
        self._rounds = 0

    def one(self) -> None:
        """Count an iteration."""
        self._done += 1
        self._progress(min(self._done, self._total), self._total)

    def round(self) -> None:
        """Count a finished training."""
        self._rounds += 1
        self._done = self._rounds * ITERATIONS
        self._progress(self._done, self._total)
