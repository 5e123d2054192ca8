"""Learning from an annotator's finished articles. `learn` can run as a job in its own process.

Training code is imported only when it is needed, because the window also asks this module whether to learn.
"""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from annotator.editing.edits import now
from annotator.jobs.learning import model_hashes
from annotator.jobs.snapshots import opening
from annotator.model.values import ENTITIES, Annotated, State
from annotator.processes.worker import Progress, no_progress, share_of
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.suggest.adapter.layers import is_own, learner
from annotator.suggest.adapter.shelf import FEWEST, AdapterFacts, Attempt, Generation, LearningState, base_of, shelf_of
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.system.caches import cache_folder
from annotator.system.disk import reason
from annotator.system.errors import ModelError
from annotator.text.parts import Cover

if TYPE_CHECKING:
    from annotator.training.adapter import AdapterResult, CurrentAdapter, NameScore

_MOST_WORDS = 6  # words in a span that counts as a name; remembered names are no longer than this
EVERY = 10  # finished articles after which learning is due again


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """The result of learning: the number of articles, and F1 in per cent on held-out articles.

    ``taken`` is whether the new adapters are better and are used from now on.
    """

    articles: int
    taken: bool
    before: float
    after: float


def is_due(project: Project, sources: Sequence[SourceInfo]) -> bool:
    """Return whether to learn again: ten more articles are finished, or the models in use have changed.

    ``sources`` are the project's active ones, without adapters.

    Raises:
        ModelError: ``adapter.broken`` if the adapters are damaged.
    """
    shelf = shelf_of(project.path)
    number = len(finished(project))
    present, tried, known = shelf.present(), shelf.last_state(), _bases(sources)
    is_stale = present is not None and any(facts.base not in known for facts in present.facts.values())
    return number >= FEWEST and (number - tried.articles >= EVERY or (is_stale and tried.bases != known))


def _bases(sources: Sequence[SourceInfo]) -> frozenset[str]:
    return frozenset(base_of(info) for info in sources if info.kind is SourceKind.MODEL)


def finished(project: Project) -> list[str]:
    """Return the ids of the documents that the project's annotator finished, in the order they were added."""
    return project.read.document_ids(DocumentQuery(annotator=project.annotator, state=State.DONE))


def learn(path: Path, sources: tuple[SourceInfo, ...], *, progress: Progress = no_progress) -> Learnt:
    """Train adapters on a project's finished articles, and keep those better than the ones in use. Progress is in %.

    ``sources`` are the project's active ones, without adapters; the first model of each language is adapted.

    Raises:
        ModelError: ``adapter.few``, ``adapter.empty`` or ``adapter.no_base`` if there is too little to learn from,
            ``adapter.broken``, ``source.broken`` or ``source.encoder`` if a model is damaged, ``adapter.unwritable``.
    """
    with opening(path) as project:
        decided = list(project.read.gathering.each(finished(project), project.annotator))
        present, spoilt = model_hashes.checked(project)
    shelf = shelf_of(path)
    if len(decided) < FEWEST:
        raise ModelError("adapter.few", count=len(decided), fewest=FEWEST)
    for problem in spoilt:
        raise problem  # the next generation would record the damaged adapter as learnt
    try:
        shelf.store_state(LearningState(articles=len(decided), bases=_bases(sources)))
        tasks = [task for info, articles in _by_language(decided, sources) for task in _tasks(info, articles)]
        results = {
            task.learner: (task, _adapt(path, task, present, share_of(progress, place, place + 1, len(tasks))))
            for place, task in enumerate(tasks)
        }
        better = {learner: (task, one) for learner, (task, one) in results.items() if _is_better(task, one)}
        judged = (each for each in results.values() if each[0].layer == ENTITIES and each[1].before.names)
        attempts = [_attempt(task.info, one) for task, one in judged]
        if better:
            fresh = {learner: (one.corrector, _facts(task.info, one)) for learner, (task, one) in better.items()}
            shelf.add(fresh, attempts)
        else:
            shelf.add_attempts(attempts)
    except OSError as error:
        raise ModelError("adapter.unwritable", folder=shelf.folder, reason=reason(error)) from error
    told = [one for _, one in (better or results).values()]
    before, after = (_sum([getattr(one, side) for one in told]) for side in ("before", "after"))
    articles = {id_ for one in told for id_ in one.learnt}
    return Learnt(articles=len(articles), taken=bool(better), before=before.f, after=after.f)


class _Task(NamedTuple):
    """A unit of learning: the spans of one layer in the articles of one language."""

    info: SourceInfo
    layer: str
    articles: Sequence[Annotated]

    @property
    def learner(self) -> str:
        return learner(self.info.language or "", self.layer)


def _tasks(info: SourceInfo, articles: Sequence[Annotated]) -> list[_Task]:
    """Return the tasks: one for names, and one for each custom layer whose spans are as short as names.

    The task for names is left out if only custom layers have labels.
    """
    lengths: dict[str, list[int]] = defaultdict(list)
    for one in articles:
        excluded = Cover(one.document.excluded)
        for span in one.spans:
            if len(span.parts) == 1 and not excluded.touches(*span.parts[0]):
                lengths[span.layer].append(len(span.quote(one.document.text).split()))
    own = [layer for layer, words in sorted(lengths.items()) if is_own(layer) and median(words) <= _MOST_WORDS]
    layers = [*([ENTITIES] if lengths[ENTITIES] or not own else []), *own]
    return [_Task(info, layer, articles) for layer in layers]


def _is_better(task: _Task, adapted: "AdapterResult") -> bool:
    """Return whether to use an adapter; in a custom layer, at least half of what it finds must also be right."""
    return adapted.better and (task.layer == ENTITIES or 2 * adapted.after.right >= adapted.after.found)


def _by_language(
    decided: Sequence[Annotated], sources: Sequence[SourceInfo]
) -> list[tuple[SourceInfo, list[Annotated]]]:
    """Return each model whose language has enough articles to learn from, with these articles."""
    chosen = []
    most = 0
    for language in sorted({one.document.language for one in decided}):
        info = next((s for s in sources if s.kind is SourceKind.MODEL and s.language == language), None)
        articles = [one for one in decided if one.document.language == language]
        if info is not None:
            most = max(most, len(articles))
            if len(articles) >= FEWEST:
                chosen.append((info, articles))
    if not chosen and most:
        raise ModelError("adapter.few", count=most, fewest=FEWEST)
    if not chosen:
        raise ModelError("adapter.no_base")
    return chosen


def _adapt(path: Path, task: _Task, present: Generation | None, progress: Progress) -> "AdapterResult":
    from annotator.suggest.encoder import encoder_component
    from annotator.suggest.sources.pipeline import PipelineSource, load
    from annotator.training.adapter import adapt
    from annotator.training.lessons import lesson, rehearsal

    info = task.info
    if info.folder is None:
        raise ModelError("source.missing", name=info.name, file="")
    PipelineSource(info=info, labels=frozenset()).load_encoder()
    pipeline = load(info.name, info.folder, info.release, info.correctors, info.seals, info.encoder)
    with encoder_component.keeping(pipeline, _chances_of(path, info)):
        lessons = [
            lesson(one.document, [span for span in one.spans if span.layer == task.layer], pipeline)
            for one in task.articles
        ]
        others = rehearsal(info.language or "", pipeline)
    return adapt(lessons, others, pipeline, _present(task, present), progress)


def _chances_of(path: Path, info: SourceInfo) -> Path:
    """Return the path of a project's `ChanceFile` for a source's encoder; delete those of other encoders."""
    folder, project = cache_folder() / "names", hashlib.sha256(bytes(path.absolute())).hexdigest()[:16]
    seal = (info.encoder.seal if info.encoder else None) or ""
    found = folder / f"{project}.{info.language}.{seal[:16]}.npz"
    for other in folder.glob(f"{project}.{info.language}.*.npz"):
        if other != found:
            with suppress(OSError):
                other.unlink()
    return found


def _present(task: _Task, present: Generation | None) -> "CurrentAdapter | None":
    """Return the adapter in use, or None if it was trained for another version of the model."""
    from annotator.suggest.adapter.corrector import Corrector
    from annotator.training.adapter import CurrentAdapter

    facts = present.facts.get(task.learner) if present else None
    if present is None or facts is None or facts.base != base_of(task.info):
        return None
    folder = present.of(task.learner)
    try:
        corrector = Corrector.from_disk(folder, present.seals.get(task.learner))
    except (OSError, ValueError) as error:
        raise ModelError("adapter.broken", folder=folder, reason=error) from error
    return CurrentAdapter(corrector=corrector, learnt=frozenset(facts.learnt), held=frozenset(facts.held))


def _facts(info: SourceInfo, adapted: "AdapterResult") -> AdapterFacts:
    return AdapterFacts(
        base=base_of(info),
        learnt=adapted.learnt,
        held=adapted.held,
        before=adapted.before.f,
        after=adapted.after.f,
        bins=adapted.bins,
        tested=adapted.tested,
    )


def _attempt(info: SourceInfo, adapted: "AdapterResult") -> Attempt:
    return Attempt(
        day=now()[: len("2026-11-24")],
        language=info.language or "",
        articles=len(adapted.learnt),
        before=round(adapted.before.f, 2),
        after=round(adapted.after.f, 2),
        taken=adapted.better,
    )


def _sum(scores: "Sequence[NameScore]") -> "NameScore":
    from annotator.training.adapter import NameScore

    total = NameScore()
    for one in scores:
        total = total.plus(one)
    return total
