"""Training that continues an existing model, and the comparison with the shipped models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.editing.splitting import DEV, TRAIN
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.gold_or_only import gold_or_only
from annotator.jobs.snapshots import opening
from annotator.suggest.sources import own
from annotator.suggest.sources.pipeline_folder import describe
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.system.errors import ModelError
from annotator.training.evaluate import Evaluation, Score

if TYPE_CHECKING:
    from annotator.jobs.exporting.export_files import Request
    from annotator.processes.worker import Progress
    from annotator.training.train import Point

SHIPPED = "shipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """F1 in per cent of a trained pipeline and of the shipped models, on the same test articles and layers.

    ``documents`` is the number of articles. ``flattered`` is whether many of their labels were accepted from the
    shipped models' own suggestions.
    """

    yours: float
    shipped: float
    documents: int
    flattered: bool = False

    @property
    def worse(self) -> bool:
        """Whether the trained pipeline is worse than the shipped models."""
        return self.yours < self.shipped


def start(
    project: Path, out: Path, request: Request, dealt: Mapping[str, str], start_from: str, *, progress: Progress
) -> list[Point]:
    """Train a model further on the training articles in its language; see `continued.continue_from`."""
    from annotator.training.continued import continue_from

    with opening(project) as opened:
        if request.gold_or_only:
            chosen = gold_or_only(opened).each(opened, list(dealt))
        else:
            chosen = opened.read.gathering.each(list(dealt), export_files.whose(opened, request))
        every = {one.document.id: one for one in chosen}
    languages = Counter(one.document.language for id_, one in every.items() if dealt[id_] == TRAIN)
    base = base_of(start_from, next((name for name, _ in languages.most_common(1)), ""))
    readable = [one for one in every.values() if base.reads(one.document.language)]
    learnt, judged = ([one for one in readable if dealt[one.document.id] == part] for part in (TRAIN, DEV))
    return continue_from(base, learnt, judged, out, progress=progress)


def base_of(start_from: str, language: str) -> SourceInfo:
    """Return the model to start from.

    Raises:
        ModelError: ``train.no_start``, ``source.unknown``, or the model cannot be used.
    """
    if start_from == SHIPPED:
        models = (info for info in available().sources if info.kind is SourceKind.MODEL and info.reads(language))
        found = next(models, None)
        if found is None:
            raise ModelError("train.no_start")
        return found
    if Path(start_from).is_dir():
        return describe(Path(start_from))
    (named,) = available(own.folders()).named([start_from])
    return named


def rivals_of(pipeline: SourceInfo) -> tuple[SourceInfo, ...]:
    """Return the shipped sources to compare a pipeline with; none if no shipped model reads its language."""
    models = [one for one in available().sources if one.kind is SourceKind.MODEL and one.language == pipeline.language]
    rules = [one for one in available().sources if one.kind is SourceKind.RULES]
    return (*models, *rules) if models else ()


def in_language(project: Path, documents: Sequence[str], pipeline: SourceInfo) -> list[str]:
    """Return the ids of the articles whose language a pipeline reads."""
    with opening(project) as opened:
        return [id_ for id_ in documents if pipeline.reads(opened.read.document(id_).language)]


def compare(mine: Evaluation, theirs: Evaluation) -> Shipped | None:
    """Compare two evaluations on the layers that both of them found; None if they cannot be compared."""
    layers = {layer for layer, _ in mine.scores} & {layer for layer, _ in theirs.scores}
    one, other = (_total(each, layers) for each in (mine, theirs))
    if not theirs.documents or mine.documents != theirs.documents or not one.gold:
        return None
    return Shipped(
        yours=round(one.f(), 1), shipped=round(other.f(), 1), documents=mine.documents, flattered=theirs.flatters
    )


def _total(evaluation: Evaluation, layers: set[str]) -> Score:
    return sum((score for (layer, _), score in evaluation.scores.items() if layer in layers), Score())
