"""Finding spans to review. They are only shown; nothing is blocked.

A span to review breaks a rule of the schema, or is a claim accepted from a suggestion with unreviewed fields.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.editing.open_questions import is_excused
from annotator.editing.schema_editing.changes import SchemaChange, reshaped, reshaped_relation
from annotator.jobs.snapshots import reading
from annotator.model.rules import faults, unseen_fields
from annotator.model.schema import Attribute, Schema, Words, words
from annotator.model.values import Annotated, Span
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery

UNSEEN = "unseen_fields"
_UNSEEN = {
    "en": "Suggested and not reviewed yet: {fields}.",
    "de": "Vorgeschlagen und noch nicht geprüft: {fields}.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A span to review: the broken rule or `UNSEEN`, and the message in each language.

    ``start`` and ``end`` are code points, end exclusive.
    """

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
    """Return the breaches in the current annotator's labels, or everyone's, by document and place. Runs as a job."""
    with reading(project) as opened:
        return tuple(_walk(opened, None if everyone else opened.annotator, progress))


def count(project: Path, change: SchemaChange, *, progress: Progress = no_progress) -> dict[str, int]:
    """Count everyone's spans that would break the rules of a new schema, by rule id. Runs as a job."""
    found = dict.fromkeys((rule.id for rule in change.after.rules), 0)
    with reading(project) as opened:
        ids = opened.read.document_ids(DocumentQuery(annotator=None)) if found else []
        for done, id_ in enumerate(ids):
            progress(done, len(ids))
            annotated = opened.read.annotated(id_, None)
            text = annotated.document.text
            spans = (reshaped(span, span.quote(text), change.fates) for span in annotated.spans)
            relations = (reshaped_relation(relation, change.fates) for relation in annotated.relations)
            for fault in faults(change.after, filter(None, spans), filter(None, relations)):
                found[fault.rule.id] += 1
        progress(len(ids), len(ids))
    return found


def breaches(schema: Schema, annotated: Annotated) -> Iterator[Breach]:
    """Yield the breaches in one document that nobody has looked at yet, in text order.

    Relations count only for spans of the same annotator.
    """
    broken: dict[str, list[tuple[str, Words]]] = {}
    for fault in faults(schema, annotated.spans, annotated.relations):
        if is_excused(fault.span, fault.rule.id):
            continue
        broken.setdefault(fault.span.id, []).append((fault.rule.id, fault.rule.words))
    for span in annotated.spans:
        if unseen := unseen_fields(schema, span):
            broken.setdefault(span.id, []).append((UNSEEN, _unseen_words(unseen)))
        for rule, said in broken.get(span.id, ()):
            yield _breach(annotated, span, rule, said)


def _breach(annotated: Annotated, span: Span, rule: str, said: Words) -> Breach:
    document = annotated.document
    return Breach(
        document=document.id,
        title=document.title,
        span=span.id,
        start=span.start,
        end=span.end,
        quote=span.quote(document.text),
        annotator=span.annotator,
        rule=rule,
        words=said,
    )


def _unseen_words(unseen: Iterable[Attribute]) -> Words:
    names = [attribute.name for attribute in unseen]
    return {
        language: pattern.format(fields=", ".join(words(name, language) for name in names))
        for language, pattern in _UNSEEN.items()
    }


def _walk(project: Project, annotator: str | None, progress: Progress) -> Iterable[Breach]:
    ids = project.read.document_ids(DocumentQuery(annotator=annotator))
    for done, annotated in enumerate(project.read.gathering.each(ids, annotator)):
        progress(done, len(ids))
        yield from breaches(project.schema, annotated)
    progress(len(ids), len(ids))
