"""Finds spans that are too long, or too far into an article, for training on a format.

Models read a limited number of subword tokens, usually 512, and never see the rest of an article. Each model has other
subword tokens, so their number is an estimate.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from annotator.formats.capabilities import TrainingLimits
from annotator.formats.shared.tokens.training_tokens import places, token_numbers
from annotator.model.values import Part, Span
from annotator.text import sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc


class ReachMeasure:
    """A document's tokens, measured in the units of a `TrainingLimits`."""

    def __init__(self, doc: "Doc", reach: TrainingLimits) -> None:
        self._doc = doc
        self._reach = reach
        self._starts, ends, spaces = places(doc)
        lengths = (end - start for start, end in zip(self._starts, ends, strict=True))
        units = (0 if space else self._units(length) for length, space in zip(lengths, spaces, strict=True))
        self._before = [0, *accumulate(units)]  # units before each token
        self._words = [0, *accumulate(not space for space in spaces)]

    def pieces(self, text: str, spans: Iterable[Span]) -> tuple[Part, ...]:
        """Split the text at sentence ends into pieces within reach; return () if the whole text is within reach.

        No piece ends inside a span. A sentence that alone is too long stays whole.
        """
        if self._before[-1] <= self._reach.units:
            return ()
        begins, cuts = [0], [*self._breaks(text, spans), len(self._starts)]
        for at, after in pairwise(cuts):
            if self._before[after] - self._before[begins[-1]] > self._reach.units:
                begins.append(at)
        return tuple(pairwise([0, *(self._starts[token] for token in begins[1:]), len(text)]))

    def out_of_reach(self, span: Span, pieces: tuple[Part, ...]) -> str | None:
        """Return the reason why training cannot learn a span, as a key of `REASONS`, or None if it can."""
        first, after = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        if self._reach.width is not None and self._words[after] - self._words[first] > self._reach.width:
            return "too_wide"
        piece = pieces[bisect_right(pieces, (span.start, len(self._doc.text))) - 1][0] if pieces else 0
        read = self._before[after] - self._before[bisect_left(self._starts, piece)]
        return "too_far" if read > self._reach.units else None

    def _units(self, length: int) -> int:
        return 1 if self._reach.letters is None else -(-length // self._reach.letters)

    def _breaks(self, text: str, spans: Iterable[Span]) -> Iterator[int]:
        """Yield the tokens at which sentences begin, except inside a span."""
        places = sorted((span.start, span.end) for span in spans)
        reached = [0, *accumulate((end for _, end in places), max)]
        begins = token_numbers(self._doc)
        for start, _ in sentences.split(text):
            if start in begins and reached[bisect_left(places, (start, 0))] <= start:
                yield begins[start]
