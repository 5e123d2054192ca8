"""Learning from the analyst: an adapter is trained, evaluated on articles it has not seen, and used if it is better.

Every tenth article is held out of training. Its words are in the memory too, but are left out while the article itself
is evaluated. As long as few articles are held out, cross-validation evaluates each article with an adapter that was
trained without it. The same articles tell how often names with a given score are right. While they are few, a third of
the training articles help, read by another adapter that was trained without them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import pycrfsuite

from annotator.processes.worker import Progress
from annotator.suggest.adapter.base_labels import OUTSIDE, WordReading
from annotator.suggest.adapter.corrector import Corrector, lexicon_of, names_in_readings, read
from annotator.suggest.adapter.cues import CueReader
from annotator.suggest.adapter.memory import Memory, WordCounts
from annotator.suggest.adapter.shelf import FEWEST
from annotator.suggest.adapter.trust import trust_in
from annotator.suggest.crf.crf_component import spans_of_iob
from annotator.suggest.crf.crfsuite import tagger
from annotator.suggest.crf.lexicon import Lexicon
from annotator.suggestions.reliability import Bin, binned
from annotator.system.errors import ModelError
from annotator.training.lessons import Lesson, LessonSentence, completed

if TYPE_CHECKING:
    from spacy.language import Language

Step = Callable[[], None]
Row: TypeAlias = tuple[Any, list[str]]  # the features of a sentence's words, for CRFsuite, and the label of each word

ITERATIONS = 35  # 50 took a quarter longer and were no better
_MOST_REHEARSALS = 5
_FAST = 50  # articles that suffice to learn to correct the fast answer, too
_SETTINGS = {"c1": 0.02, "c2": 1.0, "feature.minfreq": 1, "feature.possible_transitions": True}


class _Trainer(pycrfsuite.Trainer):  # type: ignore[misc]  # it has no types
    """A CRFsuite trainer that calls ``step`` after each iteration."""

    step: Step

    def message(self, message: str) -> None:
        if message.startswith("***** Iteration"):
            self.step()


def train(
    lessons: Sequence[Lesson],
    remembered: Sequence[Lesson],
    rehearsal: Sequence[LessonSentence],
    lexicon: Lexicon | None,
    step: Step,
) -> Corrector:
    """Train a corrector on lessons and rehearsal sentences; the same input in the same order gives the same model.

    ``remembered`` are all articles that go into the memory, including ``lessons``; the memory's features of an article
    leave out its own counts. The rehearsal is labelled by the base, the pipeline that is corrected. ``step`` is called
    once per iteration, `ITERATIONS` times at most.
    """
    memory = remember(remembered)
    taught = taught_labels(remembered)
    rows = _rows(lessons, rehearsal, lexicon, memory, taught)
    model = fit(rows, {**_SETTINGS, "max_iterations": ITERATIONS}, step)
    return Corrector(model=model, memory=memory, labels=taught)


def _rows(
    lessons: Sequence[Lesson],
    rehearsal: Sequence[LessonSentence],
    lexicon: Lexicon | None,
    memory: Memory,
    taught: frozenset[str],
) -> Iterator[Row]:
    """Yield the rows of the lessons, then those of the rehearsal.

    No row of a lesson is kept, since the features of a word take five kilobytes in Python, and one in CRFsuite.
    """
    reader = CueReader(lexicon)
    every = max(2, len(lessons) // _FAST)  # one corrector serves both answers
    learnt = 0
    for number, lesson in enumerate(lessons):
        likeness = likeness_of(lesson.words, memory, lexicon, lesson.counts)
        for one in (*lesson.sentences, *(() if number % every else lesson.fast)):
            learnt += len(one.words)
            features = reader.features(one.words, one.readings, memory, likeness, lesson.counts)
            yield pycrfsuite.ItemSequence(features), completed(one, taught)
    rehearsed = []
    for one in rehearsal:
        likeness = likeness_of(one.words, memory, lexicon)
        features = reader.features(one.words, one.readings, memory, likeness)
        rehearsed.append((pycrfsuite.ItemSequence(features), list(one.labels)))
    yield from _as_much(rehearsed, learnt)


def _as_much(rehearsed: Sequence[Row], learnt: int) -> Iterator[Row]:
    """Yield the rehearsal's rows, again and again, until they have as many words as the lessons.

    With fewer rows the corrector would forget what the base knew; more rows would outweigh the lessons. No row is
    repeated more than `_MOST_REHEARSALS` times.
    """
    words = 0
    for row in chain.from_iterable(repeat(rehearsed, _MOST_REHEARSALS)):
        if words >= learnt:
            return
        yield row
        words += len(row[1])


def remember(lessons: Iterable[Lesson]) -> Memory:
    """Build a memory from the counts of all lessons."""
    counts = WordCounts()
    for lesson in lessons:
        counts.add(lesson.counts)
    return Memory(counts)


def taught_labels(lessons: Iterable[Lesson]) -> frozenset[str]:
    """Return the labels that the analyst uses in these lessons."""
    labels = (label for lesson in lessons for sentence in lesson.sentences for label in sentence.labels)
    return frozenset(label[2:] for label in labels if label != OUTSIDE)


def likeness_of(
    words: Sequence[str], memory: Memory, lexicon: Lexicon | None, without: WordCounts | None = None
) -> float:
    """Return `Memory.likeness`, or 0 without a lexicon, which is needed to compare with other texts."""
    return memory.likeness(words, lexicon, without) if lexicon else 0.0


def fit(rows: Iterable[Row], settings: dict[str, Any], step: Step) -> bytes:
    """Train a CRFsuite model on the features and labels of sentences; return its bytes."""
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
_ENOUGH = 5  # the fewest held-out articles that suffice for an evaluation
_FOLDS = 3
_PLENTY = 10  # held-out articles that suffice to tell what scores mean

Labels = Sequence[str]
Labeller = Callable[[Lesson, LessonSentence], Labels]
Reader = Callable[[Lesson, LessonSentence], list[WordReading]]
Scored: TypeAlias = tuple[float, bool]  # a name's score, and whether the name is right


class NameScore(NamedTuple):
    """The number of true names, of found names, and of found names with the right boundaries and label."""

    names: int = 0
    found: int = 0
    right: int = 0

    @property
    def f(self) -> float:
        """F1, in per cent."""
        return 200 * self.right / (self.names + self.found) if self.right else 0.0

    def plus(self, other: NameScore) -> NameScore:
        """Return these counts plus the counts of other articles."""
        return NameScore(*map(add, self, other))


@dataclass(frozen=True, kw_only=True)
class AdapterResult:
    """A new adapter, and how it compares with the present one.

    ``learnt`` are the ids of all articles it learnt from, ``held`` the held-out ones among them. ``before`` and
    ``after`` are the scores without and with the new adapter, on articles that neither was trained on. ``bins`` are the
    names that the new adapter found there, by score, ``tested`` the number of these articles.
    """

    corrector: Corrector
    learnt: tuple[str, ...]
    held: tuple[str, ...]
    before: NameScore
    after: NameScore
    bins: tuple[Bin, ...]
    tested: int

    @property
    def better(self) -> bool:
        """Whether the new adapter has a higher F1."""
        return self.after.f > self.before.f


@dataclass(frozen=True, kw_only=True)
class CurrentAdapter:
    """The adapter in use; ``learnt`` are the ids of all articles it learnt from, ``held`` the held-out ones."""

    corrector: Corrector
    learnt: frozenset[str]
    held: frozenset[str]

    @property
    def trained_on(self) -> frozenset[str]:
        """The ids of the articles that it cannot be evaluated on.

        Held-out articles are not among them: only their words are in the memory, where they can be left out.
        """
        return self.learnt - self.held


def adapt(
    lessons: Sequence[Lesson],
    rehearsal: Sequence[LessonSentence],
    pipeline: Language,
    present: CurrentAdapter | None,
    progress: Progress,
) -> AdapterResult:
    """Train an adapter on ten or more finished articles, in the order in which they were added, and evaluate it.

    The base ``pipeline``, which the adapter corrects, has read the articles and labelled the ``rehearsal``. ``present``
    is the adapter in use, None if the base is used alone. Progress is in iterations.

    Raises:
        ModelError: ``adapter.few`` for fewer than ten articles, ``adapter.empty`` if no article has a name.
    """
    if len(lessons) < FEWEST:
        raise ModelError("adapter.few", count=len(lessons), fewest=FEWEST)
    if not any(lesson.counts.names for lesson in lessons):
        raise ModelError("adapter.empty", count=len(lessons))
    lexicon = lexicon_of(pipeline)
    held = _held_out(lessons, present)
    kept = [lesson for lesson in lessons if lesson.id not in held]
    is_crossed = len(held) < _ENOUGH
    folds = _folds(lessons, kept, len(held))
    step = _Steps(progress, (len(folds) + 1) * ITERATIONS)
    corrector = train(kept, lessons, rehearsal, lexicon, step.one)
    step.round()
    if is_crossed:
        evaluated = [lesson for lesson in lessons if present is None or lesson.id not in present.trained_on]
        scored = _crossed(folds, lessons, evaluated, rehearsal, lexicon, step)
        all_scored, tested = scored, len(evaluated)
    else:
        evaluated = [lesson for lesson in lessons if lesson.id in held]
        scored = list(scored_names(evaluated, reader(corrector, lexicon, held)))
        all_scored = [*scored, *_crossed(folds, kept, kept, rehearsal, lexicon, step)]
        tested = len(evaluated) + sum(map(len, folds))
    trust = trust_in(all_scored)
    return AdapterResult(
        corrector=replace(corrector, trust=trust),
        learnt=tuple(lesson.id for lesson in lessons),
        held=tuple(sorted(held)),
        before=score(evaluated, _current_labeller(present, lexicon)),
        after=_name_score(evaluated, scored),
        bins=binned((trust.of(raw), is_right) for raw, is_right in all_scored),
        tested=tested,
    )


def _folds(lessons: Sequence[Lesson], kept: Sequence[Lesson], held: int) -> list[Sequence[Lesson]]:
    """Return the articles to read with adapters of their own, besides the ``held`` ones that are held out.

    With too few held out for an evaluation, these are all articles. Otherwise a third of the ``kept`` ones helps to
    tell what scores mean, unless the held-out ones suffice for that, too.
    """
    if held < _ENOUGH:
        return [lessons[at::_FOLDS] for at in range(_FOLDS)]
    return [kept[::_FOLDS]] if held < _PLENTY else []


def _crossed(
    folds: Iterable[Sequence[Lesson]],
    lessons: Sequence[Lesson],
    evaluated: Iterable[Lesson],
    rehearsal: Sequence[LessonSentence],
    lexicon: Lexicon | None,
    step: _Steps,
) -> list[Scored]:
    """Return the names in the evaluated lessons, each fold read by an adapter trained on the lessons outside it."""
    wanted = {lesson.id for lesson in evaluated}
    scored: list[Scored] = []
    for fold in folds:
        others = [lesson for lesson in lessons if lesson not in fold]
        tried = train(others, others, rehearsal, lexicon, step.one)
        step.round()
        read_again = reader(tried, lexicon, frozenset())
        scored.extend(scored_names([lesson for lesson in fold if lesson.id in wanted], read_again))
    return scored


def _name_score(lessons: Iterable[Lesson], scored: Sequence[Scored]) -> NameScore:
    names = sum(len(list(spans_of_iob(one.labels))) for lesson in lessons for one in lesson.sentences)
    return NameScore(names, len(scored), sum(is_right for _, is_right in scored))


def _held_out(lessons: Sequence[Lesson], present: CurrentAdapter | None) -> frozenset[str]:
    """Return the ids of the articles to hold out: every tenth new article, and all that were held out before.

    An article that the present adapter was trained on is never held out later.
    """
    known = present.learnt if present else frozenset()
    held = present.held if present else frozenset()
    fresh = [lesson.id for lesson in lessons if lesson.id not in known]
    return held.intersection(lesson.id for lesson in lessons).union(fresh[_TENTH - 1 :: _TENTH])


def _current_labeller(present: CurrentAdapter | None, lexicon: Lexicon | None) -> Labeller:
    if present is None:
        return lambda _lesson, sentence: [reading.label for reading in sentence.readings]
    return labeller(present.corrector, lexicon, present.learnt)


def labeller(corrector: Corrector, lexicon: Lexicon | None, remembered: frozenset[str]) -> Labeller:
    """Return a function that labels the sentences of articles with a corrector; see `reader`."""
    read_again = reader(corrector, lexicon, remembered)
    return lambda lesson, sentence: [reading.label for reading in read_again(lesson, sentence)]


def reader(corrector: Corrector, lexicon: Lexicon | None, remembered: frozenset[str]) -> Reader:
    """Return a function that reads the sentences of articles with a corrector.

    ``remembered`` are the ids of articles whose counts are in the corrector's memory. While such an article is read,
    the memory ignores its counts.

    Raises:
        ValueError: The corrector's model is damaged.
    """
    model, cues = tagger(corrector.model), CueReader(lexicon)
    likenesses: dict[str, float] = {}

    def read_again(lesson: Lesson, sentence: LessonSentence) -> list[WordReading]:
        without = lesson.counts if lesson.id in remembered else None
        if lesson.id not in likenesses:
            likenesses[lesson.id] = likeness_of(lesson.words, corrector.memory, lexicon, without)
        features = cues.features(sentence.words, sentence.readings, corrector.memory, likenesses[lesson.id], without)
        return read(model, features)

    return read_again


def scored_names(lessons: Sequence[Lesson], read_again: Reader) -> Iterator[Scored]:
    """Yield, for each name found in articles, its score and whether it is right.

    Names with labels that the analyst does not use in these articles are left out.
    """
    wanted = taught_labels(lessons)
    for lesson in lessons:
        for sentence in lesson.sentences:
            names = set(spans_of_iob(sentence.labels))
            for name in names_in_readings(read_again(lesson, sentence)):
                if name.label in wanted:
                    yield name.score, (name.start, name.end, name.label) in names


def score(lessons: Iterable[Lesson], label: Labeller) -> NameScore:
    """Return the score of a labeller on articles.

    Only whole names count. Found names with labels that the analyst does not use in these articles are ignored.
    """
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
    """Reports the progress of several trainings, each of which may need fewer iterations than its limit."""

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
