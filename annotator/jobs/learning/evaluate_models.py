"""Training a pipeline on a project's articles, and evaluating pipelines, sources and files against its labels.

Its functions can run as jobs in a process of their own. A trial is a folder: the files of
`annotator.formats.training_sets.spacy_folder`, the pipeline in `MODEL`, and the split of the articles.
"""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from annotator.editing.splitting import PORTIONS, TEST, TRAIN
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.importing import import_read
from annotator.jobs.snapshots import opening
from annotator.jobs.suggesting.wanted_sources import wanted_labels
from annotator.model.sentence_states import Stretches
from annotator.model.values import Annotated, Document, Span, State, Suggestion
from annotator.processes.limited import Patience
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.suggest.sources import own
from annotator.suggest.sources.source import SourceInfo
from annotator.system import staging
from annotator.system.disk import reason
from annotator.system.errors import ModelError
from annotator.system.whole_files import put
from annotator.training.evaluate import (
    SHARES,
    Comparison,
    Evaluation,
    Found,
    Label,
    Score,
    articles_for,
    evaluate,
    write_share,
)
from annotator.training.train import BEST, USUAL_STEPS, Point
from annotator.training.train import train as train_in

MODEL = "model"
FORMAT = "spacy-folder"
_TRIAL = "trial.json"
_LARGEST = 50_000_000
_EXPORT_SHARE = 5  # per cent of the progress

FindAll: TypeAlias = Callable[[Document], Sequence[Found] | None]
"""Returns what is found in a document, or None if it is not to be evaluated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A trained pipeline: its folder, its training curve, and its evaluation on the test articles."""

    folder: Path
    points: tuple[Point, ...]
    evaluation: Evaluation
    portions: tuple[tuple[str, int], ...]

    @property
    def unread(self) -> bool:
        """Return whether there are test articles, but none in a language that the pipeline reads."""
        return bool(dict(self.portions)[TEST]) and not self.evaluation.documents


def train(
    project: Path,
    out: Path,
    request: Request,
    *,
    steps: int = USUAL_STEPS,
    resume: bool = False,
    progress: Progress = no_progress,
) -> Trained:
    """Write a trial's folder, train in it, and evaluate the pipeline on the test articles.

    Args:
        project: It is only read, and may be open elsewhere.
        out: The folder; an earlier trial in it is replaced.
        request: Whose labels of which articles, and how they are split.
        steps: The maximum number of training steps.
        resume: Continue with the articles and the pipeline of the trial in ``out``.
        progress: Called with percentages.

    Raises:
        ModelError: ``train.…``.
        FormatError: ``format.…``.
        StoreError: The project cannot be read.
    """
    dealt = parts(out) if resume else {}
    try:
        if not dealt:
            report = export_files.export(project, out, replace(request, format=FORMAT), progress=_share(progress, 0, 5))
            dealt = report.dealt
            put(out / _TRIAL, json.dumps({"parts": dict(dealt)}).encode())
        points = train_in(out, out / MODEL, steps=steps, resume=resume, progress=_share(progress, _EXPORT_SHARE, 90))
    except OSError as error:
        raise ModelError("train.unwritable", folder=out, reason=reason(error)) from error
    judged = [id_ for id_, part in dealt.items() if part == TEST]
    pipeline, on_progress = described(out / MODEL / BEST), _share(progress, 90, 100)
    evaluation = _judged_if_read(project, pipeline, request, judged, on_progress)
    progress(100, 100)
    sizes = tuple((name, sum(part == name for part in dealt.values())) for name in PORTIONS)
    return Trained(folder=out, points=tuple(points), evaluation=evaluation, portions=sizes)


def _judged_if_read(
    project: Path, pipeline: SourceInfo, request: Request, documents: Sequence[str], progress: Progress
) -> Evaluation:
    """Evaluate a pipeline on the articles it can read; return an empty evaluation if there are none."""
    if not documents:
        return Evaluation()
    try:
        return judge(project, (pipeline,), request, documents=documents, progress=progress)
    except ModelError as error:
        if error.code != "train.languages":
            raise
        return Evaluation()


def parts(out: Path) -> Mapping[str, str]:
    """Return the split of each article of a trial, by id; empty if there is no trial."""
    try:
        with (out / _TRIAL).open("rb") as file:
            known = json.loads(file.read(_LARGEST))["parts"]
        return {str(id_): str(part) for id_, part in known.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def held_back(folder: Path, portion: str) -> bool:
    """Return whether a trial has articles in a split that is not for training, or has no known split."""
    dealt = parts(folder).values()
    return portion in dealt or not dealt


def is_known(project: Path, folder: Path) -> bool:
    """Return whether a pipeline is the user's own, or from a trial with articles of the project.

    Ids are random: nobody without the project can make up such a trial.
    """
    place = folder.resolve()
    if own.shelf().resolve() in (place, *place.parents):
        return True
    ids = {id_ for each in (place, *place.parents[:2]) for id_ in parts(each)}
    with opening(project) as opened:
        return bool(opened.read.taken_ids(ids))


def test_part(folder: Path) -> list[str] | None:
    """Return the test articles of the trial that a pipeline comes from, by id; None if unknown."""
    known = next((found for place in (folder, *folder.parents[:2]) if (found := parts(place))), None)
    return None if known is None else [id_ for id_, part in known.items() if part == TEST]


def described(folder: Path) -> SourceInfo:
    """Return the description of the pipeline in a folder, or of the best one of the trial in it.

    Raises:
        ModelError: ``train.no_model``, or ``source.broken``.
    """
    from annotator.suggest.sources.pipeline_folder import describe

    candidates = (folder, folder / BEST, folder / MODEL / BEST)
    for candidate in candidates:
        staging.clear(candidate.parent)  # a killed training may have moved its best pipeline aside
    found = next((candidate for candidate in candidates if (candidate / "meta.json").is_file()), None)
    if found is None:
        raise ModelError("train.no_model", folder=folder)
    return describe(found)


def judge(
    project: Path,
    sources: tuple[SourceInfo, ...],
    request: Request,
    *,
    documents: Sequence[str] | None = None,
    progress: Progress = no_progress,
) -> Evaluation:
    """Evaluate suggestion sources against the labels of articles in languages that they read.

    Args:
        project: It is only read.
        sources: The sources, the most trusted first; they answer as in the window, but without earlier decisions.
        request: Whose labels count, and in which layers; without ``documents`` also which articles.
        documents: The articles, by id; missing ones are ignored.
        progress: Called with the number of articles.

    Raises:
        ModelError: ``train.no_gold``, ``train.languages``, or a source cannot be used.
        StoreError: The project cannot be read.
    """
    from annotator.suggest.work import prepare

    with _Gold(project, request, documents) as gold:
        known = [label for label in gold.project.schema.labels if label.active]
        labels = wanted_labels(gold.project)
        able = {label.layer for label in known for info in sources if label.id in info.labels}

        def find(document: Document) -> Sequence[Found] | None:
            if not any(info.reads(document.language) for info in sources):
                return None
            prepared = prepare(document, document.language, labels, (), sources)
            for problem in prepared.problems:
                raise problem
            suggested = [suggestion for result in prepared.results for suggestion in result.suggestions]
            return [_found(suggestion) for suggestion in suggested]

        return _evaluated(gold, find, request, progress, able, frozenset(info.name for info in sources))


def judge_trial(
    project: Path, folder: Path, request: Request, *, every: bool = False, progress: Progress = no_progress
) -> Evaluation:
    """Evaluate a pipeline on its test articles, or on all requested ones if those are unknown; see `judge`.

    Args:
        project: It is only read.
        folder: A pipeline, or the folder of its trial.
        request: Whose labels count, of which layers and articles.
        every: Include articles that it was trained on.
        progress: Called with the number of articles.
    """
    documents = None if every else test_part(folder)
    return judge(project, (described(folder),), request, documents=documents, progress=progress)


def judge_files(
    project: Path, paths: Sequence[Path], request: Request, *, progress: Progress = no_progress
) -> Evaluation:
    """Evaluate labels in files against the labels of the same texts.

    Raises:
        ModelError: ``train.no_gold`` if none of their texts is among the articles.
        FormatError: ``format.…``.
        StoreError: The project cannot be read.
    """
    with _Gold(project, request, None) as gold:
        incoming = import_read.read(paths, options=import_read.read_options(gold.project, None), patience=Patience())
        for _, error in incoming.failures:
            raise error
        found: dict[str, list[Found]] = {}
        for entry in incoming.annotated:
            found.setdefault(entry.document.sha256, []).extend(_spans(entry))
        gold.only_texts(found)
        able = {one.layer for spans in found.values() for one in spans}
        return _evaluated(gold, lambda document: found[document.sha256], request, progress, able)


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """A learning curve: the evaluation after each number of training articles, on articles not used for training.

    ``pace`` is how many seconds of deciding an article took.
    """

    steps: tuple[tuple[int, Evaluation], ...]
    pace: float

    def points(self, label: Label | None) -> list[tuple[int, float]]:
        """Return the (articles, F1) of a label, or of all together, the fewest articles first."""
        return [
            (articles, (found.scores.get(label, Score()) if label else found.total).f())
            for articles, found in self.steps
        ]

    def forecast(self, label: Label | None, gain: float) -> int | None:
        """Estimate how many more articles would raise F1 by ``gain``; None if that can't be estimated."""
        return articles_for(gain, self.points(label))


def grow(
    project: Path, out: Path, request: Request, *, steps: int = USUAL_STEPS, progress: Progress = no_progress
) -> Growth:
    """Train on growing shares of a trial's training articles, and evaluate each pipeline on the other articles.

    Args:
        project: It is only read.
        out: The folder of a trial.
        request: Whose labels count, and of which layers.
        steps: The maximum number of training steps for each share.
        progress: Called with percentages.

    Raises:
        ModelError: ``train.…``.
        StoreError: The project cannot be read.
    """
    others = [id_ for id_, part in parts(out).items() if part != TRAIN]
    if not others:
        raise ModelError("train.no_model", folder=out)
    room = out / "growth"
    found: list[tuple[int, Evaluation]] = []
    each = 100 // len(SHARES)
    try:
        for place, percent in enumerate(SHARES):
            start = place * each
            articles = write_share(out, room, percent)
            train_in(room, room / MODEL, steps=steps, progress=_share(progress, start, start + each - 5))
            pipeline, on_progress = described(room / MODEL), _share(progress, start + each - 5, start + each)
            found.append((articles, judge(project, (pipeline,), request, documents=others, progress=on_progress)))
    except OSError as error:
        raise ModelError("train.unwritable", folder=room, reason=reason(error)) from error
    finally:
        shutil.rmtree(room, ignore_errors=True)
    with _Gold(project, request, others) as gold:
        return Growth(steps=tuple(found), pace=gold.pace)


class _Gold:
    """The articles to evaluate on, as of one moment."""

    def __init__(self, path: Path, request: Request, documents: Sequence[str] | None) -> None:
        self.project = Project.open(path, read_only=True)
        self._annotator = request.annotator or self.project.annotator
        query = DocumentQuery(annotator=self._annotator, state=State.DONE if request.done_only else None)
        every = self.project.read.document_ids(query)
        wanted = None if documents is None else set(documents)
        self.ids = [id_ for id_ in every if wanted is None or id_ in wanted]

    def __enter__(self) -> "_Gold":
        return self

    def __exit__(self, *_: object) -> None:
        self.project.close()

    @property
    def pace(self) -> float:
        """The seconds of deciding that an article took."""
        return self.project.read.counts.pace(self._annotator)

    def only_texts(self, texts: Iterable[str]) -> None:
        """Keep only the articles with these texts (SHA-256)."""
        there = set(self.project.read.documents_with_text(texts).values())
        self.ids = [id_ for id_ in self.ids if id_ in there]

    def __iter__(self) -> Iterator[Annotated]:
        return self.project.read.gathering.each(self.ids, self._annotator)


def _evaluated(
    gold: _Gold,
    find: FindAll,
    request: Request,
    progress: Progress,
    able: set[str],
    judged: frozenset[str] = frozenset(),
) -> Evaluation:
    """Compare the requested layers that can be found; if there are none, all requested layers.

    ``judged`` are the names of the sources, to count labels that were accepted from them and are found again.
    """
    requested = set(request.options.layers)
    layers = (requested & able) or requested or able
    compared: list[Comparison] = []
    taken_over = 0
    for done, entry in enumerate(gold):
        progress(done, len(gold.ids))
        found = find(entry.document)
        if found is not None:
            compared.append((entry.document, _spans(entry), found))
            own = {_found(span) for span in entry.spans if span.layer in layers and span.origin.source in judged}
            taken_over += len(own.intersection(found))
    progress(len(gold.ids), len(gold.ids))
    if not compared:
        raise ModelError("train.languages" if gold.ids else "train.no_gold")

    def counted(document: Document, spans: Sequence[Found]) -> list[Found]:
        furniture = Stretches(document.excluded)  # nothing counts there
        wanted = (span for span in spans if not layers or span.layer in layers)
        return [span for span in wanted if not furniture.cover(span.start, span.end)]

    evaluation = evaluate(
        (document, counted(document, right), counted(document, found)) for document, right, found in compared
    )
    return replace(evaluation, taken_over=taken_over)


def _spans(entry: Annotated) -> list[Found]:
    return [_found(span) for span in entry.spans]


def _found(one: Span | Suggestion) -> Found:
    return Found(layer=one.layer, parts=one.parts, label=one.label)


def _share(progress: Progress, start: int, end: int) -> Progress:
    """Return a progress for a range of the whole in per cent, which reports each percentage once."""
    reported = start - 1

    def report(done: int, total: int) -> None:
        nonlocal reported
        percent = start + (end - start) * done // max(1, total)
        if percent > reported:
            reported = percent
            progress(percent, 100)

    return report
