"""The suggestions of a project that nobody has decided about, with the words around them. Runs as a job, only reads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from annotator.editing.occurrences.occurrence_states import context
from annotator.jobs.snapshots import reading
from annotator.model.values import Suggestion, SuggestionState
from annotator.processes.worker import Progress, no_progress
from annotator.store.queries.pending import PendingQuery
from annotator.suggest.filtering import EVERYTHING, SuggestionFilter
from annotator.suggest.tiers import certainty, scores_of

MOST = 20_000  # that are listed at once: nobody looks through more, and all of them come out of a process
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
    """Pending suggestions in the order that was asked for, and the titles of the documents they are in.

    ``matching`` says how many the filter leaves by document, in the order these were added, also where they are not
    listed any more; ``sources`` how many there are by source, without filter. ``wanted`` is what the rows were filtered
    by, ``by_doubt`` how they are ordered.
    """

    rows: tuple[Pending, ...] = ()
    titles: Mapping[str, str]
    matching: Mapping[str, int]
    sources: Mapping[str, int]
    wanted: SuggestionFilter = EVERYTHING
    by_doubt: bool = False

    @property
    def whole(self) -> bool:
        """Tell whether all that is pending is listed: then any filter can do without asking again."""
        return len(self.rows) == sum(self.sources.values())

    @property
    def partial(self) -> bool:
        """Tell whether more match than are listed."""
        return len(self.rows) < sum(self.matching.values())


def waiting(
    project: Path,
    wanted: SuggestionFilter,
    by_doubt: bool,  # noqa: FBT001 - a job's arguments have no names
    *,
    progress: Progress = no_progress,
) -> Waiting:
    """Give the first pending suggestions of a project that a filter leaves, and count them; all, if they are few.

    Args:
        project: The file.
        wanted: Which ones.
        by_doubt: Whether the least certain come first, instead of the order of documents and places.
        progress: Hears documents.

    Raises:
        StoreError: The project cannot be read.
    """
    with reading(project) as opened:
        sources = opened.read.pending.sources()
        if sum(sources.values()) <= MOST:
            wanted = EVERYTHING  # all of them: whoever asks can filter by itself
        query = query_of(wanted)
        order = opened.read.pending.listed(query, MOST, by_doubt=by_doubt)
        by_document: dict[str, set[str]] = {}
        for inside, id_ in order:
            by_document.setdefault(inside, set()).add(id_)
        found: dict[str, Pending] = {}
        titles: dict[str, str] = {}
        for done, (inside, ids) in enumerate(by_document.items()):
            if done % _EVERY == 0:
                progress(done, len(by_document))
            document = opened.read.document(inside)
            titles[inside] = document.title
            pending = [s for s in opened.read.suggestions(inside, SuggestionState.PENDING) if s.id in ids]
            found.update((row.id, row) for row in _listed(pending, document.text))
        return Waiting(
            rows=tuple(found[id_] for _, id_ in order),
            titles=titles,
            matching=opened.read.pending.counts(query),
            sources=sources,
            wanted=wanted,
            by_doubt=by_doubt,
        )


def query_of(wanted: SuggestionFilter) -> PendingQuery:
    """Say in the store's words what a filter leaves."""
    layer, label = wanted.label or (None, None)
    least, below = scores_of(wanted.tier)
    return PendingQuery(
        source=wanted.source,
        layer=layer,
        label=label,
        least=least,
        below=below,
        unscored=certainty(None),
        words=wanted.words,
    )


def _listed(suggestions: Iterable[Suggestion], text: str) -> Iterator[Pending]:
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
