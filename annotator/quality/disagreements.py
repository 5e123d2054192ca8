"""The places where two people differ, in order of text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.model.values import Span
from annotator.quality.alignment import align
from annotator.quality.common import CommonArticle
from annotator.quality.units import Parts, Unit


class Difference(NamedTuple):
    """Words that two people labelled otherwise; the span of one of them may be missing."""

    one: Span | None
    other: Span | None

    @property
    def start(self) -> int:
        """The first code point that either labelled."""
        return min(span.start for span in self if span is not None)

    @property
    def end(self) -> int:
        """The code point after what either labelled."""
        return max(span.end for span in self if span is not None)

    @property
    def labels(self) -> tuple[str | None, str | None]:
        """The two labels; None is none."""
        return (self.one.label if self.one else None, self.other.label if self.other else None)


def differences(article: CommonArticle, layer: str, one: str, other: str) -> list[Difference]:
    """Return where two people of an article differ; what both labelled just so is left out."""
    if layer not in article.units:
        return []
    sides = [article.people.index(name) for name in (one, other)]
    spans = [article.spans[layer][side] for side in sides]
    units = [article.units[layer][side] for side in sides]
    same = Counter(map(_key, units[0])) & Counter(map(_key, units[1]))
    left = [list(_without(rows, same.copy())) for rows in units]
    found, _ = align([[rows[i] for i in indices] for rows, indices in zip(units, left, strict=True)])
    differing = []
    for each in found:
        pair = [None if at is None else spans[side][left[side][at]] for side, at in enumerate(each.indices)]
        differing.append(Difference(*pair))
    return sorted(differing, key=lambda each: (each.start, each.end))


def _key(unit: Unit) -> tuple[str, Parts]:
    return unit.label, unit.parts


def _without(units: Sequence[Unit], same: Counter[tuple[str, Parts]]) -> Iterator[int]:
    """Yield the numbers of units that are not among the same."""
    for number, unit in enumerate(units):
        if same[_key(unit)] > 0:
            same[_key(unit)] -= 1
        else:
            yield number
