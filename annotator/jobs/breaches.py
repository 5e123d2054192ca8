"""Which spans of a project break rules of its schema: a list to go through, nothing is refused for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.jobs.snapshots import reading
from annotator.model import Annotated
from annotator.project import Project
from annotator.rules import faults
from annotator.schema import Schema, Words
from annotator.store.reading import DocumentQuery
from annotator.worker import Progress, no_progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A span that breaks a rule; ``words`` are those of the rule, ``start`` and ``end`` code points, end exclusive."""

    document: str
    title: str
    span: str
    start: int
    end: int
    quote: str
    annotator: str
    rule: str
    words: Words


def find(project: Path, *, everyone: bool = False, progress: Progress = no_progress) -> tuple[Breach, ...]:
    """Give the breaches of the current annotator, or of all, by document and place. It can run as a job.

    Raises:
        StoreError: The project cannot be read.
    """
    with reading(project) as opened:
        return tuple(_walk(opened, None if everyone else opened.annotator, progress))


def breaches(schema: Schema, annotated: Annotated) -> Iterator[Breach]:
    """Give the breaches in one document, by place; each annotator's relations count for that annotator's spans."""
    document = annotated.document
    for fault in faults(schema, annotated.spans, annotated.relations):
        span = fault.span
        yield Breach(
            document=document.id,
            title=document.title,
            span=span.id,
            start=span.start,
            end=span.end,
            quote=span.quote(document.text),
            annotator=span.annotator,
            rule=fault.rule.id,
            words=fault.rule.words,
        )


def _walk(project: Project, annotator: str | None, progress: Progress) -> Iterable[Breach]:
    if not project.schema.rules:
        return
    ids = project.read.document_ids(DocumentQuery(annotator=annotator))
    for done, id_ in enumerate(ids):
        progress(done, len(ids))
        yield from breaches(project.schema, project.read.annotated(id_, annotator))
    progress(len(ids), len(ids))
