"""Facts about a project that its sources need: languages, labels and earlier decisions."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.jobs.snapshots import opening
from annotator.jobs.suggesting.pattern_lists import pattern_info, with_lists
from annotator.jobs.suggesting.wordings import zero_shot_info
from annotator.model import source_choices
from annotator.model.schema import SPEAKER, Schema
from annotator.model.values import ATTRIBUTION, CLAIMS, Document
from annotator.processes.worker import Progress
from annotator.project.project import AUTO, LANGUAGE_SET, Project
from annotator.suggest.adapter.layers import qualified
from annotator.suggest.prepared import Prepared
from annotator.suggest.sources import own
from annotator.suggest.sources.foreign import apply_choices, with_roles
from annotator.suggest.sources.memory.conventions import (
    Answered,
    LabelledName,
    conventions_of,
    known_labels,
    with_forms,
)
from annotator.suggest.sources.memory.decided_names import seen_names
from annotator.suggest.sources.memory.seen import REACH, SeenString
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.suggestions.label_roles import roles_of
from annotator.system.errors import ModelError


def known_language(project: Project, document: Document) -> str | None:
    """Return the language that a person set for the article, or else for the project; None means detect it."""
    if document.meta.get(LANGUAGE_SET):
        return document.language
    return project.language if project.language != AUTO else None


def wanted_labels(project: Project) -> tuple[str, ...]:
    """Return the labels that the sources of a project may suggest; see `labels_of`."""
    return labels_of(project.schema)


def labels_of(schema: Schema) -> tuple[str, ...]:
    """Return the names of a schema's active labels (see `qualified`), and the label of unnamed claimants.

    Other labels of the layer ``attribution`` are suggested only together with a claim.
    """
    offered = [
        qualified(label.layer, label.id) for label in schema.labels if label.layer != ATTRIBUTION and label.active
    ]
    return (*offered, SPEAKER) if schema.label(ATTRIBUTION, SPEAKER) is not None else tuple(offered)


def seen_here(project: Project, learnt: Iterable[tuple[str, str]] = ()) -> tuple[SeenString, ...]:
    """Return the annotator's decisions, except rejections of rules that the project turned on again.

    ``learnt`` are the pairs (layer, document) that an adapter has already learnt from.
    """
    followed = source_choices.loads(project.read.setting(source_choices.SOURCES)).followed
    every = _decisions.of(project, frozenset(learnt))
    return tuple(seen for seen in every if seen.layer != CLAIMS or seen.text not in followed)


def prepare_here(
    prepare: Callable[..., Prepared],
    path: Path,
    learnt: frozenset[tuple[str, str]],
    document: Document,
    language: str | None,
    labels: Sequence[str],
    sources: Sequence[SourceInfo],
    *,
    progress: Progress,
) -> Prepared:
    """Prepare a document of a project, using the decisions made in the project so far."""
    with opening(path) as project:
        seen = seen_here(project, learnt)
        sources = with_lists(project, sources)
    return prepare(document, language, labels, seen, sources, progress=progress)


class _DecisionCache:
    """A cache of the project's decisions, which are counted again only after new decisions."""

    def __init__(self) -> None:
        self._key: object = None
        self._seen: tuple[SeenString, ...] = ()

    def of(self, project: Project, learnt: frozenset[tuple[str, str]]) -> tuple[SeenString, ...]:
        key = project.path, project.annotator, learnt, project.read.decided.stamp()
        if key != self._key:
            read = project.read.decided
            rules = (SeenString(*row) for row in read.seen(project.annotator) if row[1] == CLAIMS)
            names = seen_names(read.names(project.annotator, learnt, reach=REACH))
            labelled = [LabelledName(*row) for row in read.labelled(project.annotator)]
            answered = [Answered(*row[:2], bool(row[2]), *row[3:]) for row in read.answered()]
            found = conventions_of(labelled, answered, known_labels(names))
            self._seen = (*with_forms(names, labelled), *rules, *(each.as_seen() for each in found))
            self._key = key
        return self._seen


_decisions = _DecisionCache()  # kept because one process prepares thousands of documents of a project


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesHere:
    """A project's sources, without its adapters, the most trusted first.

    ``every`` are all usable sources, ``asked`` those that are switched on. ``problems`` are the errors of unusable
    sources.
    """

    every: tuple[SourceInfo, ...]
    asked: tuple[SourceInfo, ...]
    problems: tuple[ModelError, ...] = ()


def sources_here(project: Project, found: Sequence[SourceInfo]) -> SourcesHere:
    """Return a project's sources without loading them; ``found`` are the built-in ones and the user's own pipelines.

    The project's settings say which sources are off, which of the user's own are on, and which pipelines are installed.
    """
    written = source_choices.loads(project.read.setting(source_choices.SOURCES))
    here = apply_choices(found, written)
    listed, zero_shot = pattern_info(project), zero_shot_info(project.schema, written)
    models = [info for info in here.sources if info.kind is SourceKind.MODEL]
    others = here.sources[len(models) :]
    each = (*filter(None, [listed]), *models, *filter(None, [zero_shot]), *others)  # a person's own lists come first
    roles = roles_of(project.schema)
    every = tuple(with_roles(info, roles) for info in each)
    chosen = own.in_force(written, every)
    withheld = project.packed is not None and project.packed.withholds
    asked = () if withheld else tuple(info for info in every if info.name not in chosen.off)
    return SourcesHere(every=every, asked=asked, problems=here.problems)
