"""Learning from what an annotator has finished. `learn` can run as a job in a process of its own.

What trains is imported by the functions that need it: the window asks this module whether it is time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.edits import now
from annotator.errors import ModelError
from annotator.model import ENTITIES, Annotated, State
from annotator.project import Project
from annotator.store.reading import DocumentQuery
from annotator.suggest.shelf import FEWEST, Attempt, Facts, Generation, Tried, base_of, shelf_of
from annotator.suggest.source import SourceInfo, SourceKind
from annotator.worker import Progress, no_progress

if TYPE_CHECKING:
    from annotator.training.adapter import Adapted, Present, Score

EVERY = 10  # finished articles after which it is worth learning again


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """What came of learning: from how many articles, and F in per cent on articles held out.

    ``taken`` says whether the new adapters are used from now on: they are where they are better.
    """

    articles: int
    taken: bool
    before: float
    after: float


def is_due(project: Project, sources: Sequence[SourceInfo]) -> bool:
    """Tell whether it is worth learning: from ten more articles, or where another model is to learn than before.

    Args:
        project: Its finished articles count.
        sources: Those that are asked in the project, without adapters.

    Raises:
        ModelError: ``adapter.broken`` if what was learnt is damaged.
    """
    shelf = shelf_of(project.path)
    number = len(finished(project))
    present, tried, known = shelf.present(), shelf.tried(), _bases(sources)
    is_stale = present is not None and any(facts.base not in known for facts in present.facts.values())
    return number >= FEWEST and (number - tried.articles >= EVERY or (is_stale and tried.bases != known))


def _bases(sources: Sequence[SourceInfo]) -> frozenset[str]:
    return frozenset(base_of(info) for info in sources if info.kind is SourceKind.MODEL)


def finished(project: Project) -> list[str]:
    """Give the documents that the project's annotator has finished, in the order they were added."""
    return project.read.document_ids(DocumentQuery(annotator=project.annotator, state=State.DONE))


def learn(path: Path, sources: tuple[SourceInfo, ...], *, progress: Progress = no_progress) -> Learnt:
    """Train adapters on all that is finished in a project, and take those that are better than what there is.

    Args:
        path: The project file; it is only read, and may be open elsewhere.
        sources: Those that are asked in the project, without adapters; of each language the first model is adapted.
        progress: Hears percents.

    Raises:
        ModelError: ``adapter.few``, ``adapter.empty`` or ``adapter.no_base`` where there is too little,
            ``adapter.broken`` or ``source.broken`` where a model is damaged, ``adapter.unwritable``.
        StoreError: The project cannot be read.
    """
    project = Project.open(path, read_only=True)
    try:
        decided = list(project.read.gathering.each(finished(project), project.annotator))
    finally:
        project.close()
    shelf = shelf_of(path)
    if len(decided) < FEWEST:
        raise ModelError("adapter.few", count=len(decided), fewest=FEWEST)
    present = shelf.present()
    try:
        shelf.put_tried(Tried(articles=len(decided), bases=_bases(sources)))
        chosen = _by_language(decided, sources)
        results = {
            info: _adapt(articles, info, present, _part(progress, place, len(chosen)))
            for place, (info, articles) in enumerate(chosen)
        }
        better = {info: adapted for info, adapted in results.items() if adapted.better}
        if better:
            shelf.add({info.language or "": (one.corrector, _facts(info, one)) for info, one in better.items()})
        shelf.put_course(_attempt(info, adapted) for info, adapted in results.items())
    except OSError as error:
        raise ModelError("adapter.unwritable", folder=shelf.folder, reason=error.strerror or error) from error
    told = list((better or results).values())
    before, after = (_sum([getattr(one, side) for one in told]) for side in ("before", "after"))
    return Learnt(articles=sum(len(one.learnt) for one in told), taken=bool(better), before=before.f, after=after.f)


def _by_language(
    decided: Sequence[Annotated], sources: Sequence[SourceInfo]
) -> list[tuple[SourceInfo, list[Annotated]]]:
    """Give the models that have enough to learn from, with the articles in their languages."""
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


def _adapt(
    articles: Sequence[Annotated], info: SourceInfo, present: Generation | None, progress: Progress
) -> "Adapted":
    from annotator.suggest.pipeline import load
    from annotator.training.adapter import adapt
    from annotator.training.lessons import lesson, rehearsal

    if info.folder is None:
        raise ModelError("source.missing", name=info.name, file="")
    pipeline = load(info.name, info.folder, info.version, info.correctors)
    lessons = [
        lesson(one.document, [span for span in one.spans if span.layer == ENTITIES], pipeline) for one in articles
    ]
    language = info.language or ""
    return adapt(lessons, rehearsal(language, pipeline), pipeline, _present(info, present), progress)


def _present(info: SourceInfo, present: Generation | None) -> "Present | None":
    """Give the adapter that is used now; one for another version of the model is none."""
    from annotator.suggest.corrector import Corrector
    from annotator.training.adapter import Present

    facts = present.facts.get(info.language or "") if present else None
    if present is None or facts is None or facts.base != base_of(info):
        return None
    folder = present.of(info.language or "")
    try:
        corrector = Corrector.from_disk(folder)
    except (OSError, ValueError) as error:
        raise ModelError("adapter.broken", folder=folder, reason=error) from error
    return Present(corrector=corrector, learnt=frozenset(facts.learnt), held=frozenset(facts.held))


def _facts(info: SourceInfo, adapted: "Adapted") -> Facts:
    return Facts(
        base=base_of(info),
        learnt=adapted.learnt,
        held=adapted.held,
        before=adapted.before.f,
        after=adapted.after.f,
    )


def _attempt(info: SourceInfo, adapted: "Adapted") -> Attempt:
    return Attempt(
        day=now()[: len("2026-11-24")],
        language=info.language or "",
        articles=len(adapted.learnt),
        before=round(adapted.before.f, 2),
        after=round(adapted.after.f, 2),
        taken=adapted.better,
    )


def _sum(scores: "Sequence[Score]") -> "Score":
    from annotator.training.adapter import Score

    total = Score()
    for one in scores:
        total = total.plus(one)
    return total


def _part(progress: Progress, place: int, models: int) -> Progress:
    """Tell of the percents of all models' trainings together."""
    told = 0

    def tell(done: int, total: int) -> None:
        nonlocal told
        percent = 100 * (place * total + done) // (models * total)
        if percent > told:
            told = percent
            progress(percent, 100)

    return tell
