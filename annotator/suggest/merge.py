"""Merging the suggestions of several sources for one document."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from math import inf
from typing import TypeAlias, TypeVar

from annotator.model.values import ATTRIBUTION, CLAIMS, Part, Suggestion
from annotator.suggest.sources.memory.seen import INFO, is_explained
from annotator.suggest.tiers import Tier, tier_of
from annotator.text.parts import Cover

Key: TypeAlias = tuple[str, tuple[Part, ...], str]  # layer, parts, label
_KeyT = TypeVar("_KeyT")

_OVERLAPPING = frozenset({CLAIMS, ATTRIBUTION})
_NESTED = 4  # how many preceding names are checked for one that contains a given name


def union(results: Sequence[Iterable[Suggestion]]) -> list[Suggestion]:
    """Merge the suggestions of several sources for one document, sorted by (start, end, layer, label).

    Of identical suggestions one is kept: that of a sure seen string, which names the decision, otherwise the one with
    the better score; the first source wins a tie. If names of different sources overlap in a layer, the order of
    precedence is: sure seen strings, because a decision outranks any model; sure suggestions of models; likely seen
    strings; other suggestions of models; and last other seen strings, and seen strings within a longer name that a
    model does not doubt ("Berlin" in "Berlin Fashion Week"). Among models, the order of ``results`` decides. Thus a
    poorly trained pipeline without scores never replaces a sure suggestion. One source may suggest a name within a
    name, but not two labels for the same words. Claims may overlap.
    """
    longer = _Longer(results)
    ranks: dict[Key, int] = {}
    best: dict[Key, Suggestion] = {}
    for order, suggestions in enumerate(results):
        for suggestion in suggestions:
            key = suggestion.key
            rank = _rank(suggestion, order, len(results), longer)
            ranks[key] = min(rank, ranks.get(key, rank))
            _keep_better(best, key, suggestion)
    groups: dict[int, list[Suggestion]] = {}
    for key, suggestion in best.items():
        groups.setdefault(ranks[key], []).append(suggestion)
    kept: list[Suggestion] = []
    for rank in sorted(groups):
        kept.extend(_without_overlaps(groups[rank], kept))
    return sorted(kept, key=lambda s: (s.start, s.end, s.layer, s.label))


def agreeing(suggestions: Sequence[Suggestion], text: str) -> list[Suggestion]:
    """Return an article's suggestions; a name that is not sure gets the label of the sure name that it contradicts.

    If only one label is sure for some words, the same words get it everywhere. Scores do not change.
    """
    sure: dict[tuple[str, str], set[str]] = {}
    for each in suggestions:
        if each.layer not in _OVERLAPPING and tier_of(each.score) is Tier.SURE:
            sure.setdefault((each.layer, each.quote(text)), set()).add(each.label)

    def settled(each: Suggestion) -> Suggestion:
        if each.layer in _OVERLAPPING or each.source == INFO.name or tier_of(each.score) is Tier.SURE:
            return each
        labels = sure.get((each.layer, each.quote(text)), {each.label})
        label = next(iter(labels))
        return each if len(labels) > 1 or label == each.label else replace(each, label=label)

    return [settled(each) for each in suggestions]


def _keep_better(kept: dict[_KeyT, Suggestion], key: _KeyT, suggestion: Suggestion) -> None:
    known = kept.get(key)
    if known is None or _worth(suggestion) > _worth(known):
        kept[key] = suggestion


def _rank(suggestion: Suggestion, order: int, sources: int, longer: "_Longer") -> int:
    tier = tier_of(suggestion.score)
    if suggestion.source != INFO.name:
        return order + 1 if tier is Tier.SURE else sources + order + 2
    if tier is Tier.DOUBTFUL or longer.holds(suggestion):
        return 2 * sources + 2
    return 0 if tier is Tier.SURE else sources + 1


class _Longer:
    """The names that models suggest and do not doubt, by layer and place."""

    def __init__(self, results: Sequence[Iterable[Suggestion]]) -> None:
        self._results = results

    @cached_property
    def _found(self) -> dict[str, list[Part]]:
        """The names; computed on first use, since only seen strings are compared with them."""
        found: dict[str, list[Part]] = {}
        for each in chain.from_iterable(self._results):
            is_firm = each.source != INFO.name and tier_of(each.score) is not Tier.DOUBTFUL
            if is_firm and each.layer not in _OVERLAPPING:
                found.setdefault(each.layer, []).append((each.start, each.end))
        for parts in found.values():
            parts.sort()
        return found

    def holds(self, suggestion: Suggestion) -> bool:
        """Return whether a longer one of these names contains a suggestion."""
        start, end = suggestion.start, suggestion.end
        parts = self._found.get(suggestion.layer, [])
        last = bisect_right(parts, (start, inf))
        near = parts[max(0, last - _NESTED) : last]
        return any(first <= start and end <= stop and (first, stop) != (start, end) for first, stop in near)


def _worth(suggestion: Suggestion) -> tuple[int, float]:
    """Return a sort key for identical suggestions; the best one has the largest key.

    A sure seen string that names its article is best, because it explains itself, unlike a model's score. A sure seen
    string without an article, which an adapter has learnt, is worst: the model's suggestion is kept instead.
    """
    level = 0
    if suggestion.source == INFO.name and tier_of(suggestion.score) is Tier.SURE:
        level = 1 if is_explained(suggestion) else -1
    return level, -1.0 if suggestion.score is None else suggestion.score


def _without_overlaps(group: list[Suggestion], kept: list[Suggestion]) -> Iterable[Suggestion]:
    """Yield a group's suggestions without names that overlap a kept one in their layer, one name per range."""
    taken: dict[str, list[Part]] = {}
    for suggestion in kept:
        taken.setdefault(suggestion.layer, []).extend(suggestion.parts)
    covers = {layer: Cover(parts) for layer, parts in taken.items()}
    names: dict[tuple[str, tuple[Part, ...]], Suggestion] = {}
    for suggestion in group:
        cover = covers.get(suggestion.layer)
        if suggestion.layer in _OVERLAPPING:
            yield suggestion
        elif cover is None or not cover.touches_any(suggestion.parts):
            _keep_better(names, (suggestion.layer, suggestion.parts), suggestion)
    yield from names.values()
