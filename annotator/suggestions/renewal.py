"""Merging a source's new answer for a document with its earlier answer and with people's decisions."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from annotator.editing.edits import Change
from annotator.model.schema import Schema
from annotator.model.values import CLAIMS, UNDECIDED, Document, Part, Span, Suggestion, SuggestionState
from annotator.text.parts import Cover
from annotator.text.sentences import split

SHARE = 0.05  # share of a project's sentences in which suggestions are held back
_BYTES = 8


HALF = "half "  # a key with this prefix draws half of all sentences


def drawn(document: Document, key: str) -> list[Part]:
    """Draw the sentences in which suggestions are held back, in order; the project's ``key`` decides the draw."""
    share = 0.5 if key.startswith(HALF) else SHARE
    return [(start, end) for start, end in split(document.text) if _draw(f"{key} {document.id} {start}") < share]


def untouched(sentences: Iterable[Part], places: Iterable[Part]) -> tuple[Part, ...]:
    """Drop sentences with a decision at one of these places, because it is too late to hold back suggestions there."""
    decided = Cover(places)
    return tuple(sentence for sentence in sentences if not decided.touches(*sentence))


class Held:
    """The places where suggestions are held back: drawn sentences, and page furniture, where none is to be decided."""

    def __init__(self, sentences: Sequence[Part], *, read: bool, furniture: Iterable[Part] = ()) -> None:
        """Store the places.

        ``read`` means that somebody has finished the document: suggestions held back in it are measured, and stay.
        """
        self._stretches = Cover(sentences)
        self._furniture = Cover(furniture)
        self.read = read

    def is_furniture(self, suggestion: Suggestion) -> bool:
        """Return whether any words of a suggestion are page furniture."""
        return self._furniture.touches_any(suggestion.parts)

    def holds(self, suggestion: Suggestion) -> bool:
        """Return whether a suggestion, or a label it is related to, is at a place where suggestions are held back."""
        if not (self._stretches or self._furniture):  # true for most articles
            return False
        if self.is_furniture(suggestion):
            return True
        hulls = [(suggestion.start, suggestion.end)]
        hulls += [(draft.start, draft.end) for draft in suggestion.relations]
        return self._stretches.touches_any(hulls)

    def placed(self, suggestion: Suggestion) -> Suggestion:
        """Return an undecided suggestion in the state that its place requires: held back or pending."""
        state = SuggestionState.HELD if self.holds(suggestion) else SuggestionState.PENDING
        return suggestion if suggestion.state is state else replace(suggestion, state=state)

    def changes(self, present: Iterable[Suggestion]) -> list[Change]:
        """Return the changes that put a document's undecided suggestions into the state that their place requires."""
        pairs = ((each, self.placed(each)) for each in present if each.waits)
        return [Change(before=before, after=after) for before, after in pairs if after is not before]


NOTHING_HELD = Held((), read=False)


def _draw(words: str) -> float:
    """Return a number from 0 to 1 (exclusive) that is the same for the same text."""
    found = hashlib.blake2b(words.encode(), digest_size=_BYTES).digest()
    return int.from_bytes(found) / float(256**_BYTES)


_Key: TypeAlias = tuple[str, tuple[Part, ...], str]  # of a suggestion
_ALIKE = 0.5  # overlap as a share of the union, from which two claims are the same with different boundaries


class LabelledWords(NamedTuple):
    """Words that already carry a label of a layer; ``start`` to ``end`` spans all parts. Code points, end exclusive."""

    layer: str
    parts: tuple[Part, ...]
    start: int
    end: int


def shown_only(suggestion: Suggestion, schema: Schema) -> Suggestion:
    """Remove a suggestion's values for fields that the schema defines but does not show."""
    if not suggestion.attributes:
        return suggestion
    hidden = {attribute.id for attribute in schema.attributes_of(suggestion.layer) if not attribute.shown}
    if hidden.isdisjoint(suggestion.attributes):
        return suggestion
    kept = {name: value for name, value in suggestion.attributes.items() if name not in hidden}
    return replace(suggestion, attributes=kept)


def renew(
    present: Iterable[Suggestion],
    fresh: Iterable[Suggestion],
    source: str,
    decided: Iterable[Span | LabelledWords | Suggestion],
    held: Held = NOTHING_HELD,
) -> list[Change]:
    """Return the changes that merge a source's new answer for a document.

    A suggestion with the same words and label as before keeps its id and its decision. Pending suggestions that the
    source no longer makes are superseded. Suggestions that were rejected, from whatever source, or whose words are
    labelled already, do not come back; for a claim, a person's claim on nearly the same words is enough. Held-back
    suggestions are superseded only if nobody has finished the document and the source no longer makes them. In page
    furniture they stay, because sources skip it.

    Args:
        present: The document's suggestions from all sources: all undecided ones, and of the decided ones at least those
            that begin where a fresh one does.
        fresh: The source's new answer.
        source: The name of the source.
        decided: The document's spans: at least those that begin where a fresh suggestion does, and the claims that
            share words with a fresh claim; also claims that other sources suggest.
        held: Where suggestions are held back.
    """
    known, spans, coming = list(present), list(decided), list(fresh)
    own = {s.key: s for s in known if s.source == source}
    refused = {s.key for s in known if s.state is SuggestionState.REJECTED}
    taken = {(span.layer, span.parts) for span in spans}
    claims = _Claims(spans)
    wanted = {
        s.key: s for s in coming if s.key not in refused and (s.layer, s.parts) not in taken and not claims.cover(s)
    }
    suggested = {s.key for s in coming}
    gone = [
        old
        for key, old in own.items()
        if (old.state is SuggestionState.PENDING and key not in wanted)
        or (old.state is SuggestionState.HELD and key not in suggested and not held.read and not held.is_furniture(old))
    ]
    superseded = [Change(before=old, after=replace(old, state=SuggestionState.SUPERSEDED)) for old in gone]
    return [*_arrivals(wanted.values(), own, held), *superseded]


def _arrivals(wanted: Iterable[Suggestion], own: Mapping[_Key, Suggestion], held: Held) -> Iterator[Change]:
    """Yield the changes that add suggestions, or renew the source's own that wait or were superseded."""
    for suggestion in wanted:
        old = own.get(suggestion.key)
        if old is None:
            yield Change(after=held.placed(suggestion) if suggestion.waits else suggestion)
        elif old.waits or old.state is SuggestionState.SUPERSEDED:
            renewed = held.placed(replace(suggestion, id=old.id))
            if renewed != old:
                yield Change(before=old, after=renewed)


def caught_up(change: Change, present: Mapping[str, Suggestion]) -> Change | None:
    """Adapt a change to undo or redo, because the source may have answered again; None if nothing is left to do.

    ``present`` are the current suggestions by id. For an undecided suggestion, it only matters whether it waits: if it
    already has the state that the change would set, nothing is left to do. Any other change is returned unchanged.
    """
    before, after = change.before, change.after
    if not isinstance(before, Suggestion) or not isinstance(after, Suggestion):
        return change
    now = present.get(before.id, before)
    if now == before or before.state not in UNDECIDED or now.state not in UNDECIDED:
        return change
    if now.state is after.state or (now.waits and after.waits):
        return None
    return Change(before=now, after=replace(now, state=after.state))


class _Claims:
    """The claims of a document, each as (start, end), sorted by start."""

    def __init__(self, spans: Iterable[Span | LabelledWords | Suggestion]) -> None:
        self._hulls = sorted((span.start, span.end) for span in spans if span.layer == CLAIMS)
        self._longest = max((end - start for start, end in self._hulls), default=0)

    def cover(self, suggestion: Suggestion) -> bool:
        """Return whether a claim of the document covers nearly the same words as a suggested claim."""
        if suggestion.layer != CLAIMS:
            return False
        first = bisect_left(self._hulls, (suggestion.start - self._longest, 0))
        last = bisect_right(self._hulls, (suggestion.end, 0))
        return any(_overlap(hull, (suggestion.start, suggestion.end)) >= _ALIKE for hull in self._hulls[first:last])


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return the overlap of two ranges as a share of their union, 0 to 1."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))
