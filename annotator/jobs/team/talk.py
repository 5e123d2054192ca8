"""Comments by several people, with the words that they are about, and everybody's labels for display."""

from dataclasses import dataclass
from hashlib import sha256

from annotator.jobs.snapshots import Readable, reading
from annotator.model.talk import Thread, threads
from annotator.model.values import DraftRelation, OriginKind, Suggestion
from annotator.processes.worker import Progress, no_progress
from annotator.text.normalization import one_line

MOST = 5_000  # threads in one list
_WORDS = 80  # characters shown of the words


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadInArticle:
    """A thread of comments, with the title of its article and the words that it is about."""

    thread: Thread
    title: str
    words: str


def said(
    project: Readable, *, document: str | None = None, progress: Progress = no_progress
) -> tuple[ThreadInArticle, ...]:
    """Return the threads of a project or of one article, open threads first, then in text order."""
    with reading(project) as opened:
        read = opened.read
        progress(0, 1)
        rows = read.talk.every_comment() if document is None else read.talk.comments(document)
        of: dict[str, list[Thread]] = {}
        for thread in threads(rows):
            of.setdefault(thread.first.document, []).append(thread)
        found: list[ThreadInArticle] = []
        for id_ in dict.fromkeys(row.document for row in rows):
            title, text = read.document(id_).title, read.text(id_)
            for thread in of[id_]:
                words = text[thread.first.start : thread.first.end][:_WORDS]
                found.append(ThreadInArticle(thread=thread, title=title, words=one_line(words)))
    return tuple(sorted(found, key=lambda each: not each.thread.is_open)[:MOST])


def labels_of_others(
    project: Readable, document: str, person: str, *, progress: Progress = no_progress
) -> tuple[Suggestion, ...]:
    """Return everybody else's labels in an article, with their relations, as suggestions that are never stored.

    The ``source`` of each suggestion is the name of the person who labelled.
    """
    with reading(project) as opened:
        progress(0, 1)
        annotated = opened.read.annotated(document, None)
    ends = {span.id: span for span in annotated.spans}
    drafts: dict[str, list[DraftRelation]] = {}
    for relation in annotated.relations:
        tail = ends.get(relation.tail)
        if tail is not None:
            draft = DraftRelation(label=relation.label, layer=tail.layer, tail_label=tail.label, parts=tail.parts)
            drafts.setdefault(relation.head, []).append(draft)
    found = (
        Suggestion(
            id=sha256(f"look {span.id}".encode()).hexdigest()[:32],
            document=document,
            layer=span.layer,
            label=span.label,
            parts=span.parts,
            attributes=span.attributes,
            relations=tuple(drafts.get(span.id, ())),
            source=span.annotator,
            version=OriginKind.ADJUDICATION,
        )
        for span in annotated.spans
        if span.annotator != person
    )
    return tuple(sorted(found, key=lambda row: (row.start, row.end, row.id)))
