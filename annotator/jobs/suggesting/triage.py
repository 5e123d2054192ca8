"""Listing the pending suggestions of a project with their context. Runs as a job; only reads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from annotator.editing.occurrence_states import context
from annotator.jobs.snapshots import reading
from annotator.model.values import Suggestion, SuggestionState
from annotator.processes.worker import Progress, no_progress
from annotator.store.queries.pending import PendingQuery
from annotator.suggest.tiers import EVERYTHING, SuggestionFilter, certainty, scores_of

MOST = 20_000  # suggestions listed, as nobody reads more, and a process returns them all at once
_LONGEST = 300  # characters listed of each suggestion
_EVERY = 50  # documents between two progress reports


class Pending(NamedTuple):
    """A suggestion with its context. The offsets are those of the whole span, in code points, end exclusive.

    This is a tuple, not a dataclass, because a process returns up to twenty thousand.
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
class WaitingSuggestions:
    """Pending suggestions in the requested order, and the titles of their documents.

    ``matching`` counts the suggestions that match the filter, listed or not, by document, in document order.
    ``sources`` counts all pending suggestions by source. ``wanted`` is the filter that the rows went through,
    ``by_doubt`` whether the least certain come first.
    """

    rows: tuple[Pending, ...] = ()
    titles: Mapping[str, str]
    matching: Mapping[str, int]
    sources: Mapping[str, int]
    wanted: SuggestionFilter = EVERYTHING
    by_doubt: bool = False

    @property
    def whole(self) -> bool:
        """Whether all pending suggestions are listed, so that another filter needs no new query."""
        return len(self.rows) == sum(self.sources.values())

    @property
    def partial(self) -> bool:
        """Whether there are more matches than are listed."""
        return len(self.rows) < sum(self.matching.values())


def waiting(
    project: Path,
    wanted: SuggestionFilter,
    by_doubt: bool,  # noqa: FBT001 - a job's arguments have no names
    *,
    progress: Progress = no_progress,
) -> WaitingSuggestions:
    """Return the first pending suggestions that match a filter, with counts; if there are few in all, return all.

    ``by_doubt`` is whether the least certain come first, instead of document order. Progress is in documents.
    """
    with reading(project) as opened:
        sources = opened.read.pending.sources()
        if sum(sources.values()) <= MOST:
            wanted = EVERYTHING  # there are few enough to list all, so the caller can filter
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
            found.update((row.id, row) for row in pending_rows(pending, document.text))
        return WaitingSuggestions(
            rows=tuple(found[id_] for _, id_ in order),
            titles=titles,
            matching=opened.read.pending.counts(query),
            sources=sources,
            wanted=wanted,
            by_doubt=by_doubt,
        )


def query_of(wanted: SuggestionFilter) -> PendingQuery:
    """Convert a filter to a query for the store."""
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


def pending_rows(suggestions: Iterable[Suggestion], text: str) -> Iterator[Pending]:
    """Yield suggestions of an article, whose text is given, with their context."""
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
