"""Training a pipeline on a project's articles, and evaluating pipelines, sources and files on its labels.

The functions can run as jobs. A trial is a folder that holds the files of
`annotator.formats.training_sets.spacy_folder`, the pipeline in `MODEL`, and the split of the articles.
"""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from annotator.editing.splitting import SPLITS, TEST, TRAIN
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.exporting.gold_or_only import gold_or_only
from annotator.jobs.importing import import_read
from annotator.jobs.learning import starting
from annotator.jobs.learning.starting import Shipped
from annotator.jobs.snapshots import opening
from annotator.jobs.suggesting.wanted_sources import wanted_labels
from annotator.model.values import Annotated, Document, Span, Suggestion
from annotator.processes.limited import Patience
from annotator.processes.worker import Progress, no_progress, share_of
from annotator.project.project import Project
from annotator.suggest.sources import own
from annotator.suggest.sources.foreign import with_roles
from annotator.suggest.sources.source import SourceInfo
from annotator.suggestions.label_roles import roles_of
from annotator.system import staging
from annotator.system.disk import reason
from annotator.system.errors import ModelError
from annotator.system.whole_files import put
from annotator.text.parts import Cover
from annotator.training.evaluate import (
    SHARES,
    Comparison,
    EvaluatedSpan,
    Evaluation,
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
_EXPORTED, _TRAINED, _EVALUATED = 5, 85, 93  # per cents of the progress at the end of each stage

FindAll: TypeAlias = Callable[[Document], Sequence[EvaluatedSpan] | None]
"""Returns the spans found in a document, or None if the document is not to be evaluated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A trained pipeline: its folder, its training curve, and its evaluation on the test articles."""

    folder: Path
    points: tuple[Point, ...]
    evaluation: Evaluation
    splits: tuple[tuple[str, int], ...]
    shipped: Shipped | None = None

    @property
    def unread(self) -> bool:
        """Whether there are test articles, but none in a language that the pipeline reads."""
        return bool(dict(self.splits)[TEST]) and not self.evaluation.documents


def train(
    project: Path,
    out: Path,
    request: Request,
    *,
    steps: int = USUAL_STEPS,
    resume: bool = False,
    start_from: str = "",
    progress: Progress = no_progress,
) -> Trained:
    """Write the folder of a trial, train in it, and evaluate the pipeline on the test articles.

    ``out`` replaces an earlier trial there, or with ``resume`` continues it with its articles and its pipeline.
    ``start_from`` is `starting.SHIPPED`, or a source's name or a pipeline's folder to continue; "" trains a new one.
    ``steps`` is the maximum number of training steps; progress is in per cent.

    Raises:
        ModelError: ``train.…``.
        FormatError: ``format.…``.
    """
    dealt = parts(out) if resume else {}
    try:
        if not dealt:
            report = export_files.export(
                project, out, replace(request, format=FORMAT), progress=share_of(progress, 0, _EXPORTED)
            )
            dealt = report.dealt
            _put_trial(out, {"parts": dict(dealt)})
        on_training = share_of(progress, _EXPORTED, _TRAINED)
        if start_from:
            points = starting.start(project, out / MODEL, request, dealt, start_from, progress=on_training)
        else:
            points = train_in(out, out / MODEL, steps=steps, resume=resume, progress=on_training)
    except OSError as error:
        raise ModelError("train.unwritable", folder=out, reason=reason(error)) from error
    judged = [id_ for id_, part in dealt.items() if part == TEST]
    pipeline = described(out / MODEL / BEST)
    evaluation = _judged_if_read(project, (pipeline,), request, judged, share_of(progress, _TRAINED, _EVALUATED))
    rivals = starting.rivals_of(pipeline)
    readable = starting.in_language(project, judged, pipeline) if rivals else []  # by the pipeline
    of_rivals = _judged_if_read(project, rivals, request, readable, share_of(progress, _EVALUATED, 100))
    shipped = starting.compare(evaluation, of_rivals)
    _put_trial(out, {"parts": dict(dealt), "shipped": None if shipped is None else asdict(shipped)})
    progress(100, 100)
    sizes = tuple((name, sum(part == name for part in dealt.values())) for name in SPLITS)
    return Trained(folder=out, points=tuple(points), evaluation=evaluation, splits=sizes, shipped=shipped)


def _put_trial(out: Path, facts: Mapping[str, object]) -> None:
    try:
        put(out / _TRIAL, json.dumps(facts).encode())
    except OSError as error:
        raise ModelError("train.unwritable", folder=out, reason=reason(error)) from error


def _judged_if_read(
    project: Path, sources: tuple[SourceInfo, ...], request: Request, documents: Sequence[str], progress: Progress
) -> Evaluation:
    """Evaluate sources on the articles that they can read; if there are none, return an empty evaluation."""
    if not documents:
        return Evaluation()
    try:
        return judge(project, sources, request, documents=documents, progress=progress)
    except ModelError as error:
        if error.code != "train.languages":
            raise
        return Evaluation()


def parts(out: Path) -> Mapping[str, str]:
    """Return the split of each article of a trial, by id; empty if the folder has no trial."""
    try:
        return {str(id_): str(part) for id_, part in _trial(out)["parts"].items()}
    except (KeyError, TypeError, AttributeError):
        return {}


def shipped_beside(out: Path) -> Shipped | None:
    """Return how a trial's pipeline compares with the shipped models, or None if that is unknown."""
    try:
        return Shipped(**_trial(out)["shipped"])
    except (KeyError, TypeError):
        return None


def _trial(out: Path) -> Any:
    try:
        with (out / _TRIAL).open("rb") as file:
            return json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}


def held_back(folder: Path, split: str) -> bool:
    """Return whether a trial put articles into a split; True if this is unknown."""
    dealt = parts(folder).values()
    return split in dealt or not dealt


def is_known(project: Path, folder: Path) -> bool:
    """Return whether a pipeline is the user's own, or comes from a trial with articles of the project.

    Article ids are random, so nobody without the project can forge such a trial.
    """
    place = folder.resolve()
    if own.shelf().resolve() in (place, *place.parents):
        return True
    ids = {id_ for each in (place, *place.parents[:2]) for id_ in parts(each)}
    with opening(project) as opened:
        return bool(opened.read.taken_ids(ids))


def test_part(folder: Path) -> list[str] | None:
    """Return the ids of the test articles of the trial that a pipeline belongs to; None if they are unknown."""
    known = next((found for place in (folder, *folder.parents[:2]) if (found := parts(place))), None)
    return None if known is None else [id_ for id_, part in known.items() if part == TEST]


def described(folder: Path) -> SourceInfo:
    """Describe the pipeline in a folder, or if the folder is a trial, its best pipeline.

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
    """Evaluate suggestion sources on the labels of the articles whose language they read; progress is in articles.

    The sources, most trusted first, suggest as in the window, but without earlier decisions. ``documents`` are the
    articles by id, missing ones ignored; None means those of the request.

    Raises:
        ModelError: ``train.no_gold``, ``train.languages``, or a source cannot be used.
    """
    from annotator.suggest.work import prepare

    with _Gold(project, request, documents) as gold:
        known = [label for label in gold.project.schema.labels if label.active]
        labels = wanted_labels(gold.project)
        roles = roles_of(gold.project.schema)
        here = tuple(with_roles(info, roles) for info in sources)
        able = {label.layer for label in known for info in here if {label.id, roles.of(label.id)} & {*info.labels}}

        def find(document: Document) -> Sequence[EvaluatedSpan] | None:
            if not any(info.reads(document.language) for info in sources):
                return None
            prepared = prepare(document, document.language, labels, (), here)
            for problem in prepared.problems:
                raise problem
            suggested = [suggestion for result in prepared.results for suggestion in result.suggestions]
            return [_found(suggestion) for suggestion in suggested]

        return _evaluated(gold, find, request, progress, able, frozenset(info.name for info in sources))


def judge_trial(
    project: Path, folder: Path, request: Request, *, every: bool = False, progress: Progress = no_progress
) -> Evaluation:
    """Evaluate a pipeline on its test articles, or on all requested ones if they are unknown; see `judge`.

    ``folder`` is a pipeline, or the folder of its trial. With ``every``, all requested articles count, including those
    it was trained on.
    """
    documents = None if every else test_part(folder)
    return judge(project, (described(folder),), request, documents=documents, progress=progress)


def judge_files(
    project: Path, paths: Sequence[Path], request: Request, *, progress: Progress = no_progress
) -> Evaluation:
    """Evaluate the labels in files against the project's labels of the same texts.

    Raises:
        ModelError: ``train.no_gold`` if the files have no text of the requested articles.
        FormatError: ``format.…``.
    """
    with _Gold(project, request, None) as gold:
        incoming = import_read.read(paths, options=import_read.read_options(gold.project, None), patience=Patience())
        for _, error in incoming.failures:
            raise error
        found: dict[str, list[EvaluatedSpan]] = {}
        for entry in incoming.annotated:
            found.setdefault(entry.document.sha256, []).extend(_spans(entry))
        gold.only_texts(found)
        able = {one.layer for spans in found.values() for one in spans}
        return _evaluated(gold, lambda document: found[document.sha256], request, progress, able)


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """A learning curve: evaluations after training on ever more articles, always on the same other articles.

    ``pace`` is the average time of decisions per article, in seconds.
    """

    steps: tuple[tuple[int, Evaluation], ...]
    pace: float

    def points(self, label: Label | None) -> list[tuple[int, float]]:
        """Return the points (articles, F1) of a label, or of all labels if None, fewest articles first."""
        return [
            (articles, (found.scores.get(label, Score()) if label else found.total).f())
            for articles, found in self.steps
        ]

    def forecast(self, label: Label | None, gain: float) -> int | None:
        """Estimate how many more articles would raise F1 by ``gain``; None if unknown."""
        return articles_for(gain, self.points(label))


def grow(
    project: Path, out: Path, request: Request, *, steps: int = USUAL_STEPS, progress: Progress = no_progress
) -> Growth:
    """Train on growing shares of the training articles of the trial ``out``, and evaluate each on its other articles.

    ``steps`` is the maximum number of training steps for each share; progress is in per cent.

    Raises:
        ModelError: ``train.…``.
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
            train_in(room, room / MODEL, steps=steps, progress=share_of(progress, start, start + each - 5))
            pipeline, on_progress = described(room / MODEL), share_of(progress, start + each - 5, start + each)
            found.append((articles, judge(project, (pipeline,), request, documents=others, progress=on_progress)))
    except OSError as error:
        raise ModelError("train.unwritable", folder=room, reason=reason(error)) from error
    finally:
        shutil.rmtree(room, ignore_errors=True)
    with _Gold(project, request, others) as gold:
        return Growth(steps=tuple(found), pace=gold.pace)


class _Gold:
    """A consistent snapshot of the articles to evaluate on."""

    def __init__(self, path: Path, request: Request, documents: Sequence[str] | None) -> None:
        self.project = Project.open(path, read_only=True)
        self._annotator = request.annotator or self.project.annotator
        self._mixed = gold_or_only(self.project) if request.gold_or_only else None
        if self._mixed is not None:
            every = list(self._mixed.whose)
        else:
            query = export_files.state_query(self.project, request, self._annotator)
            every = self.project.read.document_ids(query)
        wanted = None if documents is None else set(documents)
        self.ids = [id_ for id_ in every if wanted is None or id_ in wanted]

    def __enter__(self) -> "_Gold":
        return self

    def __exit__(self, *_: object) -> None:
        self.project.close()

    @property
    def pace(self) -> float:
        """The average time of decisions per article, in seconds."""
        return self.project.read.counts.pace(self._annotator)

    def only_texts(self, texts: Iterable[str]) -> None:
        """Keep only the articles with these texts, given by SHA-256."""
        there = set(self.project.read.documents_with_text(texts).values())
        self.ids = [id_ for id_ in self.ids if id_ in there]

    def __iter__(self) -> Iterator[Annotated]:
        if self._mixed is not None:
            return self._mixed.each(self.project, self.ids)
        return self.project.read.gathering.each(self.ids, self._annotator)


def _evaluated(
    gold: _Gold,
    find: FindAll,
    request: Request,
    progress: Progress,
    able: set[str],
    judged: frozenset[str] = frozenset(),
) -> Evaluation:
    """Evaluate the requested layers that the sources can find, or all requested layers if they can find none.

    ``judged`` are the sources' names; found spans that people accepted from these sources are counted, too.
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

    def counted(document: Document, spans: Sequence[EvaluatedSpan]) -> list[EvaluatedSpan]:
        furniture = Cover(document.excluded)  # nothing inside page furniture counts
        wanted = (span for span in spans if not layers or span.layer in layers)
        return [span for span in wanted if not furniture.holds(span.start, span.end)]

    evaluation = evaluate(
        (document, counted(document, right), counted(document, found)) for document, right, found in compared
    )
    return replace(evaluation, taken_over=taken_over)


def _spans(entry: Annotated) -> list[EvaluatedSpan]:
    return [_found(span) for span in entry.spans]


def _found(one: Span | Suggestion) -> EvaluatedSpan:
    return EvaluatedSpan(layer=one.layer, parts=one.parts, label=one.label)
