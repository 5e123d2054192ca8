"""The places where two people differ, in text order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.model.values import Span
from annotator.quality.measures.alignment import PLACE_ALONE, align
from annotator.quality.measures.coding import Value
from annotator.quality.measures.common import CommonArticle
from annotator.quality.measures.layer_sums import value_of
from annotator.quality.measures.relations import Pair, unlike
from annotator.quality.measures.units import Parts, Unit


class Difference(NamedTuple):
    """Words that two people labelled differently; one of the spans is None if only the other person labelled them."""

    one: Span | None
    other: Span | None

    @property
    def start(self) -> int:
        """The first code point that either person labelled."""
        return min(span.start for span in self if span is not None)

    @property
    def end(self) -> int:
        """The code point after the last one that either person labelled."""
        return max(span.end for span in self if span is not None)

    @property
    def labels(self) -> tuple[str | None, str | None]:
        """The label that each of the two people set, None for no label."""
        return (self.one.label if self.one else None, self.other.label if self.other else None)

    def values(self, field: str) -> tuple[Value, Value]:
        """Return the value of a field that each of the two people set, None for no value."""
        one, other = (None if span is None else span.attributes.get(field) for span in self)
        return value_of(one), value_of(other)


def differences(article: CommonArticle, layer: str, one: str, other: str) -> list[Difference]:
    """Return where two annotators of an article differ; identical labels are left out."""
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


def field_differences(article: CommonArticle, layer: str, field: str, one: str, other: str) -> list[Difference]:
    """Return the spans at the same place for which two annotators set different values of a field."""
    if layer not in article.units:
        return []
    sides = [article.people.index(name) for name in (one, other)]
    found, _ = align([article.units[layer][side] for side in sides], PLACE_ALONE)
    pairs = (
        [_at(article.spans[layer][side], at) for side, at in zip(sides, each.indices, strict=True)] for each in found
    )
    met = (Difference(*pair) for pair in pairs)
    return [each for each in met if len(set(each.values(field)) - {None}) > 1]


def relation_differences(
    article: CommonArticle, layer: str, relation: str, one: str, other: str
) -> list[tuple[Difference, Pair]]:
    """Return the relations that only one of two annotators has, or that lead elsewhere, each with its heads."""
    sides = [article.people.index(name) for name in (one, other)]
    heads = {span.id: span for spans in article.spans.get(layer, ()) for span in spans}
    found = [
        (Difference(*(None if each is None else heads[each.head] for each in pair)), pair)
        for pair in unlike(article, (layer, relation), *sides)
    ]
    return sorted(found, key=lambda each: (each[0].start, each[0].end))


def _at(spans: Sequence[Span], index: int | None) -> Span | None:
    return None if index is None else spans[index]


def _key(unit: Unit) -> tuple[str, Parts]:
    return unit.label, unit.parts


def _without(units: Sequence[Unit], same: Counter[tuple[str, Parts]]) -> Iterator[int]:
    """Yield the indices of units, leaving out as many of each unit as ``same`` counts."""
    for number, unit in enumerate(units):
        if same[_key(unit)] > 0:
            same[_key(unit)] -= 1
        else:
            yield number
