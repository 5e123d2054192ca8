"""Suggestions for many documents of a project, one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.errors import ModelError
from annotator.model import ATTRIBUTION, CLAIMS, ENTITIES, Document
from annotator.project import AUTO, LANGUAGE_SET, Project
from annotator.suggest.claims.source import SPEAKER
from annotator.suggest.seen import SeenString
from annotator.suggest.shelf import adapted, learnt_by, shelf_of
from annotator.suggest.source import SourceInfo
from annotator.suggest.work import Prepared, prepare_each
from annotator.worker import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many documents were looked at, how many suggestions are pending in them now, and what did not work."""

    documents: int
    pending: int
    problems: tuple[ModelError, ...]


def suggest(project: Project, ids: Sequence[str], sources: Sequence[SourceInfo], progress: Progress) -> Outcome:
    """Ask sources for suggestions and keep them, document by document.

    Each document is stored when it is done, so that an interruption loses nothing of those before.

    Raises:
        ModelError: ``adapter.broken`` if what was learnt in the project is damaged.
        StoreError: It could not be stored.
    """
    labels = wanted_labels(project)
    present = shelf_of(project.path).present()
    sources = adapted(tuple(sources), present)
    learnt = learnt_by(present, sources)
    seen = tuple(SeenString(*row) for row in project.read.seen(project.annotator, learnt))
    documents = (project.read.document(id_) for id_ in ids)
    known = ((document, known_language(project, document)) for document in documents)
    problems: dict[str, ModelError] = {}
    pending = 0
    for prepared in prepare_each(known, labels, seen, sources, total=len(ids), progress=progress):
        keep(project, prepared)
        problems.update((str(problem), problem) for problem in prepared.problems)
        pending += len(project.read.annotated(prepared.document, None, suggestions=True).suggestions)
    return Outcome(documents=len(ids), pending=pending, problems=tuple(problems.values()))


def keep(project: Project, prepared: Prepared) -> None:
    """Keep what a process found out about a document: tokens, language, suggestions.

    Raises:
        StoreError: It could not be stored.
    """
    project.put_tokens(prepared.document, prepared.tokens)
    project.put_language(prepared.document, prepared.language)
    for result in prepared.results:
        project.put_suggestions(prepared.document, result.source, result.suggestions, version=result.version)


def known_language(project: Project, document: Document) -> str | None:
    """Give the language that a person or the project has set for a document; None: find it out."""
    if project.language != AUTO:
        return project.language
    return document.language if document.meta.get(LANGUAGE_SET) else None


def wanted_labels(project: Project) -> tuple[str, ...]:
    """Give the labels of entities and claims that the project's schema offers, and that of unnamed claimants."""
    schema = project.schema
    offered = [label.id for label in schema.labels if label.layer in {ENTITIES, CLAIMS} and label.active]
    return (*offered, SPEAKER) if schema.label(ATTRIBUTION, SPEAKER) is not None else tuple(offered)
