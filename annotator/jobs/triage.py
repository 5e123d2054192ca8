"""All suggestions of a project that nobody has decided about, with the words around them. Runs as a job, only reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from annotator.jobs.snapshots import reading
from annotator.model import Suggestion, SuggestionState
from annotator.occurrences.standing import context
from annotator.store.reading import DocumentQuery
from annotator.worker import Progress, no_progress

MOST = 20_000  # that are listed at once: more would neither be looked through nor filtered within a frame
_LONGEST = 300  # characters of a suggestion that are listed
_EVERY = 50  # documents between two words about progress


class Pending(NamedTuple):
    """A suggestion with the words around it. Offsets are code points of the hull, end exclusive.

    A tuple and no dataclass because twenty thousand of them come out of a process at once.
    """

    id: str
    document: str
    start: int
    end: int
    before: str
    words: str
    after: str
    layer: str
    label: str
    source: str
    rule: str | None
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Pending suggestions in the order of documents and places, and the titles of the documents they are in.

    ``more`` says that there are more than `MOST`.
    """

    rows: tuple[Pending, ...] = ()
    titles: Mapping[str, str]
    more: bool = False


def waiting(project: Path, *, progress: Progress = no_progress) -> Waiting:
    """Give the pending suggestions of every document of a project.

    Raises:
        StoreError: The project cannot be read.
    """
    rows: list[Pending] = []
    titles: dict[str, str] = {}
    with reading(project) as opened:
        ids = opened.read.document_ids(DocumentQuery(annotator=None, pending=True))
        for done, id_ in enumerate(ids):
            if done % _EVERY == 0:
                progress(done, len(ids))
            document = opened.read.document(id_)
            titles[id_] = document.title
            rows += _listed(opened.read.suggestions(id_, SuggestionState.PENDING), document.text)
            if len(rows) > MOST:
                return Waiting(rows=tuple(rows[:MOST]), titles=titles, more=True)
    return Waiting(rows=tuple(rows), titles=titles)


def _listed(suggestions: list[Suggestion], text: str) -> Iterator[Pending]:
    for suggestion in suggestions:
        before, after = context(text, suggestion.start, suggestion.end)
        yield Pending(
            id=suggestion.id,
            document=suggestion.document,
            start=suggestion.start,
            end=suggestion.end,
            before=before,
            words=suggestion.quote(text)[:_LONGEST],
            after=after,
            layer=suggestion.layer,
            label=suggestion.label,
            source=suggestion.source,
            rule=suggestion.rule,
            score=suggestion.score,
        )
