"""The effect of suggestions on annotators: sentences with suggestions compared with sentences without. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from annotator.model.values import Acceptance, Annotated, Part, Span, Suggestion, SuggestionState
from annotator.suggestions.reliability import FEW, likely_share
from annotator.text.parts import Cover

_SHOWN = frozenset(
    (SuggestionState.PENDING, SuggestionState.ACCEPTED, SuggestionState.CORRECTED, SuggestionState.REJECTED)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceCounts:
    """Counts in sentences of documents that somebody has finished.

    ``words`` counts all words of the sentences. ``suggested`` counts a source's suggestions, ``taken`` those that share
    a word with a label of their layer, and ``same`` those with a label on exactly their words. ``sight`` counts those
    among ``same`` that were accepted by sight; they are included because a label that nobody looked at is an effect of
    suggestions, too. ``labels`` counts the labels in the layers of the source, ``own`` those that share no word with
    its suggestions.
    """

    words: int = 0
    suggested: int = 0
    taken: int = 0
    same: int = 0
    sight: int = 0
    labels: int = 0
    own: int = 0

    def plus(self, other: "SentenceCounts") -> "SentenceCounts":
        """Return these counts with the counts of ``other`` added."""
        return SentenceCounts(
            **{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)}
        )

    @property
    def share_taken(self) -> float | None:
        """The labelled share of the suggestions, 0 to 1; None if there are none."""
        return self.taken / self.suggested if self.suggested else None

    @property
    def share_same(self) -> float | None:
        """The share of the labelled suggestions whose boundaries were kept, 0 to 1; None if there are none."""
        return self.same / self.taken if self.taken else None

    def per_hundred_words(self, count: int) -> float | None:
        """Return a count per hundred words, or None if there are no words."""
        return 100 * count / self.words if self.words else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """Counts for sentences that showed suggestions, and for sentences that held them back, in the same documents."""

    shown: SentenceCounts = field(default_factory=SentenceCounts)
    held: SentenceCounts = field(default_factory=SentenceCounts)

    @property
    def is_known(self) -> bool:
        """Whether both sides have enough suggestions to compare."""
        return min(self.shown.suggested, self.held.suggested) >= FEW

    @property
    def is_significant(self) -> bool:
        """Whether showing suggestions made a significant difference to the labels.

        Two shares are compared: suggestions that share a word with a label, and those of them with exactly its words.
        The 95% intervals of shown and of held-back suggestions must not overlap, which is stricter than a test of the
        difference.
        """
        pairs = (
            ((self.shown.taken, self.shown.suggested), (self.held.taken, self.held.suggested)),
            ((self.shown.same, self.shown.taken), (self.held.same, self.held.taken)),
        )
        return any(_apart(one, other) for one, other in pairs if one[1] and other[1])


def influence_in(
    annotated: Annotated, suggestions: Iterable[Suggestion], source: str, held: Sequence[Part]
) -> Influence:
    """Count a source's suggestions, and labels, in one document, separately for shown and held-back sentences.

    ``annotated`` has the spans of all annotators, and ``held`` the sentences in which suggestions are held back.
    """
    own = [each for each in suggestions if each.source == source]
    layers = {each.layer for each in own}
    hidden, furniture = Cover(held), Cover(annotated.document.excluded)
    labels = {(span.layer, span.parts): span for span in annotated.spans if span.layer in layers}.values()
    text, excluded = annotated.document.text, annotated.document.excluded
    words = _words(text, [(0, len(text))]) - _words(text, excluded)
    inside = _words(text, (part for part in held if not furniture.touches(*part)))
    sides = []
    for states, wanted in ((_SHOWN, False), (frozenset({SuggestionState.HELD}), True)):
        here = [each for each in own if each.state in states and hidden.touches_any(each.parts) is wanted]
        there = [span for span in labels if hidden.touches_any(span.parts) is wanted]
        sides.append(_counted(here, there, inside if wanted else words - inside))
    return Influence(shown=sides[0], held=sides[1])


def _counted(suggestions: Sequence[Suggestion], labels: Sequence[Span], words: int) -> SentenceCounts:
    exact = {(span.layer, span.parts) for span in labels}
    sight = {(span.layer, span.parts) for span in labels if span.origin.acceptance is Acceptance.SIGHT}
    labelled = {layer: _cover(labels, layer) for layer in {each.layer for each in suggestions}}
    suggested = {layer: _cover(suggestions, layer) for layer in {span.layer for span in labels}}
    return SentenceCounts(
        words=words,
        suggested=len(suggestions),
        taken=sum(labelled[each.layer].touches_any(each.parts) for each in suggestions),
        same=sum((each.layer, each.parts) in exact for each in suggestions),
        sight=sum((each.layer, each.parts) in sight for each in suggestions),
        labels=len(labels),
        own=sum(not suggested[span.layer].touches_any(span.parts) for span in labels),
    )


def _cover(rows: Iterable[Span | Suggestion], layer: str) -> Cover:
    return Cover(part for row in rows if row.layer == layer for part in row.parts)


def _words(text: str, parts: Iterable[Part]) -> int:
    return sum(len(text[start:end].split()) for start, end in parts)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    (lowest, highest), (low, high) = likely_share(*one), likely_share(*other)
    return highest < low or high < lowest
