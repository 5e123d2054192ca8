"""Trials: a pipeline trained on the articles of a project, and anything that finds spans judged by what was decided.

Its functions can run as jobs in a process of their own. A trial is a folder: what
`annotator.formats.training_sets.spacy_folder` writes, the pipeline in `MODEL`, and which article is in which part.
"""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from annotator.editing.splitting import PORTIONS, TEST, TRAIN
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.importing import import_read
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
from annotator.training.evaluate import Comparison, Evaluation, Found, Label, Score, evaluate
from annotator.training.growth import SHARES, articles_for, write_share
from annotator.training.train import BEST, USUAL_STEPS, Point
from annotator.training.train import train as train_in

MODEL = "model"
FORMAT = "spacy-folder"
_TRIAL = "trial.json"
_LARGEST = 50_000_000
_EXPORT_SHARE = 5  # per cent of the progress

FindAll: TypeAlias = Callable[[Document], Sequence[Found] | None]
"""Gives what is found in a document, None where nobody is to look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A trained pipeline: where it is, how it got there, and how it does on the test part."""

    folder: Path
    points: tuple[Point, ...]
    evaluation: Evaluation
    portions: tuple[tuple[str, int], ...]

    @property
    def unread(self) -> bool:
        """Whether there are articles to judge by, but all are in languages that it does not read."""
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
    """Write a trial's folder, train in it, and judge the pipeline by its test part.

    Args:
        project: It is only read, and may be open elsewhere.
        out: The folder; what it held of an earlier trial is replaced.
        request: Whose labels of which articles, how they are divided.
        steps: At most so many.
        resume: Go on with the articles and the pipeline of the trial in ``out``.
        progress: Hears percents.

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
    pipeline, hear = described(out / MODEL / BEST), _share(progress, 90, 100)
    evaluation = _judged_if_read(project, pipeline, request, judged, hear)
    progress(100, 100)
    sizes = tuple((name, sum(part == name for part in dealt.values())) for name in PORTIONS)
    return Trained(folder=out, points=tuple(points), evaluation=evaluation, portions=sizes)


def _judged_if_read(
    project: Path, pipeline: SourceInfo, request: Request, documents: Sequence[str], progress: Progress
) -> Evaluation:
    """Judge a pipeline by what of the articles it reads; what was trained stays where that is none of them."""
    if not documents:
        return Evaluation()
    try:
        return judge(project, (pipeline,), request, documents=documents, progress=progress)
    except ModelError as error:
        if error.code != "train.languages":
            raise
        return Evaluation()


def parts(out: Path) -> Mapping[str, str]:
    """Give which part each article of a trial is in, by id; nothing where there is no trial."""
    try:
        with (out / _TRIAL).open("rb") as file:
            known = json.loads(file.read(_LARGEST))["parts"]
        return {str(id_): str(part) for id_, part in known.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def held_back(folder: Path, portion: str) -> bool:
    """Tell whether a trial kept articles for a part that is not for learning; also where that is not known."""
    dealt = parts(folder).values()
    return portion in dealt or not dealt


def is_known(project: Path, folder: Path) -> bool:
    """Tell whether a pipeline is one of the user's own, or of a trial with articles of the project.

    Ids are made by chance: nobody who has not got the project can make up such a trial.
    """
    place = folder.resolve()
    if own.shelf().resolve() in (place, *place.parents):
        return True
    ids = {id_ for each in (place, *place.parents[:2]) for id_ in parts(each)}
    with closing(Project.open(project, read_only=True)) as opened:
        return bool(opened.read.taken_ids(ids))


def test_part(folder: Path) -> list[str] | None:
    """Give the test articles of the trial that a pipeline comes from, by id; None where that is not known."""
    known = next((found for place in (folder, *folder.parents[:2]) if (found := parts(place))), None)
    return None if known is None else [id_ for id_, part in known.items() if part == TEST]


def described(folder: Path) -> SourceInfo:
    """Tell what is known of the pipeline in a folder, or of the best one of the trial in it.

    Raises:
        ModelError: ``train.no_model``, or ``source.broken``.
    """
    from annotator.suggest.sources.pipeline_folder import describe

    candidates = (folder, folder / BEST, folder / MODEL / BEST)
    for candidate in candidates:
        staging.clear(candidate.parent)  # a training that was killed may have moved its best pipeline aside
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
    """Judge suggestion sources by what was decided about articles in languages that they read.

    Args:
        project: It is only read.
        sources: Whom to ask, the most trusted first; they answer as they would in the window, but for what was seen.
        request: Whose labels count, of which of the layers that the sources know; without ``documents`` also of which
            articles.
        documents: The articles, by id; one that is gone is left out.
        progress: Hears articles.

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
    """Judge a pipeline by its test articles, or by all that are asked for where those are not known; see `judge`.

    Args:
        project: It is only read.
        folder: A pipeline, or the folder of the trial that it comes from.
        request: Whose labels count, of which layers and articles.
        every: Also by articles that it was trained on.
        progress: Hears articles.
    """
    documents = None if every else test_part(folder)
    return judge(project, (described(folder),), request, documents=documents, progress=progress)


def judge_files(
    project: Path, paths: Sequence[Path], request: Request, *, progress: Progress = no_progress
) -> Evaluation:
    """Judge labels that stand in files by what was decided about the same texts.

    Raises:
        ModelError: ``train.no_gold`` where no text of theirs is among the articles.
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
    """What parts of the articles brought: how many articles, and the scores on articles that are not for training.

    ``pace`` is how many seconds of deciding an article took.
    """

    steps: tuple[tuple[int, Evaluation], ...]
    pace: float

    def points(self, label: Label | None) -> list[tuple[int, float]]:
        """Give articles and F, of a label or of all together, the fewest articles first."""
        return [
            (articles, (found.scores.get(label, Score()) if label else found.total).f())
            for articles, found in self.steps
        ]

    def forecast(self, label: Label | None, gain: float) -> int | None:
        """Tell how many more articles would bring so much more F; None where that cannot be told."""
        return articles_for(gain, self.points(label))


def grow(
    project: Path, out: Path, request: Request, *, steps: int = USUAL_STEPS, progress: Progress = no_progress
) -> Growth:
    """Train on growing parts of the training articles of a trial, and judge each pipeline by the other articles.

    Args:
        project: It is only read.
        out: The folder of a trial.
        request: Whose labels count, of which layers.
        steps: At most so many for each part.
        progress: Hears percents.

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
            pipeline, hear = described(room / MODEL), _share(progress, start + each - 5, start + each)
            found.append((articles, judge(project, (pipeline,), request, documents=others, progress=hear)))
    except OSError as error:
        raise ModelError("train.unwritable", folder=room, reason=reason(error)) from error
    finally:
        shutil.rmtree(room, ignore_errors=True)
    with _Gold(project, request, others) as gold:
        return Growth(steps=tuple(found), pace=gold.pace)


class _Gold:
    """The articles that count, of one moment."""

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
        """How many seconds of deciding an article took."""
        return self.project.read.counts.pace(self._annotator)

    def only_texts(self, texts: Iterable[str]) -> None:
        """Leave out articles with other texts than these (SHA-256)."""
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
    """Compare the layers that are asked for and that can be found; where that comes to none, those asked for.

    ``judged`` are the names of the sources: what was accepted from them, and is found again, is counted.
    """
    asked = set(request.options.layers)
    layers = (asked & able) or asked or able
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
        furniture = Stretches(document.excluded)  # nobody is to find anything there
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
    """Tell of a part of the whole in per cent, each but once."""
    told = start - 1

    def tell(done: int, total: int) -> None:
        nonlocal told
        percent = start + (end - start) * done // max(1, total)
        if percent > told:
            told = percent
            progress(percent, 100)

    return tell
