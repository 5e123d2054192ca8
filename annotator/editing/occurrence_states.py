"""Occurrences of words in a text: the state of each, and which of them an action on many changes."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from annotator.editing.edits import EditKind
from annotator.editing.finding import WantedWords, find
from annotator.model.values import Document, Part, Span, Suggestion, SuggestionState
from annotator.text.tokens import Tokens

CONTEXT = 80  # characters of the paragraph shown before and after an occurrence
_LONGEST = 400  # characters of the longest span found around an occurrence; longer ones are missed


Name: TypeAlias = tuple[str, str]
"""The words of a name, and its label."""


class OccurrenceState(StrEnum):
    """The state of an occurrence of words in one layer."""

    FREE = "free"
    SUGGESTED = "suggested"
    LABELLED = "labelled"
    OVERLAPPING = "overlapping"
    LONGER = "longer"  # free, but part of a longer name that is labelled or suggested somewhere
    REFUSED = "refused"
    FURNITURE = "furniture"


class Hit(NamedTuple):
    """One occurrence with its context. Offsets are code points, end exclusive.

    ``label`` is the label of the span, suggestion or longer name that decides ``standing``, or "". It is a tuple, not a
    dataclass, because a process returns up to twenty thousand.
    """

    document: str
    start: int
    end: int
    before: str
    words: str
    after: str
    standing: OccurrenceState
    label: str

    @property
    def part(self) -> Part:
        """The start and end of the occurrence."""
        return self.start, self.end


class PlaceDecisions:
    """An annotator's decisions in one document and layer, indexed by place."""

    def __init__(
        self,
        document: Document,
        spans: Iterable[Span],
        suggestions: Iterable[Suggestion],
        layer: str,
        longer: Iterable[Name] = (),
    ) -> None:
        """Index spans, and pending and rejected suggestions; those of other layers are ignored.

        An occurrence may be part of a name in ``longer``.
        """
        self._document = document
        self._longer = tuple(longer)
        own = [span for span in spans if span.layer == layer]
        self._exact = {span.parts[0]: span.label for span in reversed(own) if len(span.parts) == 1}
        self._parts = sorted((*part, span.label) for span in own for part in span.parts)
        self._suggested: dict[Part, tuple[OccurrenceState, str]] = {}
        states = {SuggestionState.PENDING: OccurrenceState.SUGGESTED, SuggestionState.REJECTED: OccurrenceState.REFUSED}
        for suggestion in suggestions:
            standing = states.get(suggestion.state)
            if suggestion.layer == layer and len(suggestion.parts) == 1 and standing is not None:
                known = self._suggested.get(suggestion.parts[0])
                if known is None or standing is OccurrenceState.SUGGESTED:
                    self._suggested[suggestion.parts[0]] = standing, suggestion.label

    def at(self, part: Part) -> tuple[OccurrenceState, str]:
        """Return the state of a place, and the label that decides it, or ""."""
        if part in self._exact:
            return OccurrenceState.LABELLED, self._exact[part]
        around = self._around(part)
        if around is not None:
            return OccurrenceState.OVERLAPPING, around
        if any(start <= part[0] and part[1] <= end for start, end in self._document.excluded):
            return OccurrenceState.FURNITURE, ""
        if part in self._suggested:
            return self._suggested[part]
        longer = next((label for name, label in self._longer if self._stands_around(name, part)), None)
        return (OccurrenceState.FREE, "") if longer is None else (OccurrenceState.LONGER, longer)

    def hits(self, parts: Iterable[Part]) -> Iterator[Hit]:
        """Yield an occurrence for each place, in the given order."""
        text = self._document.text
        for start, end in parts:
            standing, label = self.at((start, end))
            before, after = context(text, start, end)
            yield Hit(self._document.id, start, end, before, text[start:end], after, standing, label)

    def _stands_around(self, name: str, part: Part) -> bool:
        """Return whether a place in the text is part of an occurrence of a longer name."""
        text, (start, end) = self._document.text, part
        place = name.find(text[start:end])
        return place >= 0 and end - start < len(name) and text.startswith(name, start - place)

    def _around(self, part: Part) -> str | None:
        start, end = part
        first = bisect_left(self._parts, (start - _LONGEST,))
        last = bisect_left(self._parts, (end,))
        near: Sequence[tuple[int, int, str]] = self._parts[first:last]
        return next((label for _, stop, label in near if stop > start), None)


def occurrences(
    document: Document,
    tokens: Tokens,
    spans: Iterable[Span],
    suggestions: Iterable[Suggestion],
    *,
    wanted: WantedWords,
    layer: str,
    names: Iterable[Name] = (),
) -> Iterator[Hit]:
    """Yield the occurrences of words in a document with their states, in text order; see `find` and `PlaceDecisions`.

    ``names`` are longer names from other documents; see `holding`.
    """
    spans, suggestions = tuple(spans), tuple(suggestions)
    rows: list[Span | Suggestion] = [*spans, *(row for row in suggestions if row.state is SuggestionState.PENDING)]
    own = ((row.quote(document.text), row.label) for row in rows if row.layer == layer)
    decided = PlaceDecisions(document, spans, suggestions, layer, dict.fromkeys((*holding(own, wanted), *names)))
    return decided.hits(find(document.text, tokens, wanted, document.language))


def holding(names: Iterable[Name], wanted: WantedWords) -> list[Name]:
    """Return the names that contain the words and more."""
    words = wanted.words.casefold()
    return [name for name in names if words in (folded := name[0].casefold()) and folded != words]


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the text before and after a place in its paragraph, at most `CONTEXT` characters each."""
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    return before, after


class Purpose(StrEnum):
    """The change to make to the occurrences that the annotator keeps in the list."""

    LABEL = "label"
    RELABEL = "relabel"
    REMOVE = "remove"


KINDS = {Purpose.LABEL: EditKind.ADD, Purpose.RELABEL: EditKind.RELABEL, Purpose.REMOVE: EditKind.REMOVE}


def can_be_kept(hit: Hit, purpose: Purpose, label: str) -> bool:
    """Return whether a purpose is possible for an occurrence; labelling never changes an existing label."""
    if purpose is Purpose.LABEL:
        return hit.standing is not OccurrenceState.LABELLED
    return hit.standing is OccurrenceState.LABELLED and (purpose is Purpose.REMOVE or hit.label != label)


def is_proposed(hit: Hit, purpose: Purpose, label: str) -> bool:
    """Return whether an occurrence is kept by default, without the annotator choosing it."""
    if not can_be_kept(hit, purpose, label):
        return False
    refused_as_another = hit.standing is OccurrenceState.REFUSED and hit.label != label
    return (
        hit.standing in {OccurrenceState.FREE, OccurrenceState.SUGGESTED, OccurrenceState.LABELLED}
        or refused_as_another
    )
