"""Searching a whole project for words, as a job that only reads."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.editing.finding import WantedWords, pattern_of
from annotator.editing.occurrence_states import Hit, holding, occurrences
from annotator.jobs.snapshots import reading
from annotator.model.values import ENTITIES, Part, Span, Suggestion, SuggestionState
from annotator.processes.worker import Progress, no_progress
from annotator.text.tokens import PROVISIONAL, Tokens, from_pairs, provisional

if TYPE_CHECKING:
    from annotator.project.project import Project

MOST = 50_000  # occurrences listed, as nobody reads more
_SPACE = re.compile(r"\s")
_EVERY = 50  # documents between two progress reports


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOccurrences:
    """Occurrences in document order, and the titles of their documents.

    ``more`` is whether occurrences beyond `MOST` were left out.
    """

    hits: tuple[Hit, ...] = ()
    titles: Mapping[str, str]
    more: bool = False


def search(project: Path, wanted: WantedWords, layer: str, *, progress: Progress = no_progress) -> FoundOccurrences:
    """Find words in every document of a project, each with the decision of the current annotator there."""
    hits: list[Hit] = []
    titles: dict[str, str] = {}
    with reading(project) as opened:
        seen = opened.read.decided.seen(opened.annotator)
        names = holding(((words, label) for words, own, label, taken, *_ in seen if taken and own == layer), wanted)
        for id_, text in _texts(opened, progress):
            if not _may_hold(text, wanted):
                continue
            spans = opened.read.annotated(id_, opened.annotator).spans
            suggestions = tuple(opened.read.suggestions(id_))
            tokens = opened.read.tokens(id_) or _words_near(text, wanted)
            document = opened.read.document(id_)
            found = list(occurrences(document, tokens, spans, suggestions, wanted=wanted, layer=layer, names=names))
            if found:
                titles[id_] = document.title
                hits += found
            if len(hits) > MOST:
                return FoundOccurrences(hits=tuple(hits[:MOST]), titles=titles, more=True)
    return FoundOccurrences(hits=tuple(hits), titles=titles)


def decided_parts(
    spans: tuple[Span, ...], suggestions: tuple[Suggestion, ...], furniture: tuple[Part, ...]
) -> list[Part]:
    """Return the parts that are not missed names, sorted: labelled names, rejected suggestions, page furniture."""
    names = [part for span in spans if span.layer == ENTITIES for part in span.parts]
    refused = [
        part
        for suggestion in suggestions
        if suggestion.layer == ENTITIES and suggestion.state is SuggestionState.REJECTED
        for part in suggestion.parts
    ]
    return sorted({*names, *refused, *furniture})


def pending_parts(suggestions: Iterable[Suggestion]) -> list[Part]:
    """Return the parts of suggested names."""
    return [part for suggestion in suggestions if suggestion.layer == ENTITIES for part in suggestion.parts]


def _texts(opened: "Project", progress: Progress) -> Iterator[tuple[str, str]]:
    total, _ = opened.read.counts.sizes()
    for done, found in enumerate(opened.read.texts()):
        if done % _EVERY == 0:
            progress(done, total)
        yield found
    progress(total, total)


def _may_hold(text: str, wanted: WantedWords) -> bool:
    """Check quickly whether a text may match; the German pattern covers the matches of all languages."""
    pattern = pattern_of(wanted, "de")
    return pattern is not None and pattern.search(text) is not None


def _words_near(text: str, wanted: WantedWords) -> Tokens:
    """Build provisional tokens only around possible matches, because tokenising the whole text takes longer."""
    pattern = pattern_of(wanted, "de")
    pairs: list[Part] = []
    place = 0
    while pattern is not None and (found := pattern.search(text, place)) is not None:
        start, end = found.span()
        while start > place and not text[start - 1].isspace():
            start -= 1
        stop = _SPACE.search(text, end)
        place = stop.start() if stop is not None else len(text)
        near = provisional(text[start:place])
        pairs += zip((start + s for s in near.starts), (start + e for e in near.ends), strict=True)
    return from_pairs(PROVISIONAL, "1", pairs)
