"""What several sources suggest for one document, brought together."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from annotator.model import ENTITIES, Part, Suggestion
from annotator.suggest.cover import Cover
from annotator.suggest.seen import INFO, times

Key: TypeAlias = tuple[str, tuple[Part, ...], str]  # layer, parts, label

_FIRM = 3  # times that the analyst must have decided so to outrank a model


def union(results: Sequence[Iterable[Suggestion]]) -> list[Suggestion]:
    """Bring the suggestions of several sources for one document together, sorted by (start, end, layer, label).

    What two sources agree on stands once, with the better score; the first source wins a draw. Where entities of
    different sources overlap, a string that was seen three times wins, then the models in the order given, then
    other seen strings. One source may suggest an entity within an entity, but not two labels for the same words.
    """
    ranks: dict[Key, int] = {}
    best: dict[Key, Suggestion] = {}
    for order, suggestions in enumerate(results):
        for suggestion in suggestions:
            key = suggestion.key
            ranks[key] = min(_rank(suggestion, order, len(results)), ranks.get(key, len(results) + 1))
            best[key] = max(best.get(key, suggestion), suggestion, key=_score)
    groups: dict[int, list[Suggestion]] = {}
    for key, suggestion in best.items():
        groups.setdefault(ranks[key], []).append(suggestion)
    kept: list[Suggestion] = []
    for rank in sorted(groups):
        kept.extend(_free(groups[rank], kept))
    return sorted(kept, key=lambda s: (s.start, s.end, s.layer, s.label))


def _rank(suggestion: Suggestion, order: int, sources: int) -> int:
    if suggestion.source != INFO.name:
        return order + 1
    return 0 if times(suggestion) >= _FIRM else sources + 1


def _score(suggestion: Suggestion) -> float:
    return -1.0 if suggestion.score is None else suggestion.score


def _free(group: list[Suggestion], kept: list[Suggestion]) -> Iterable[Suggestion]:
    """Leave out entities on words that belong to others already, and all but the best of those on the same words."""
    cover = Cover(part for suggestion in kept if suggestion.layer == ENTITIES for part in suggestion.parts)
    entities: dict[tuple[Part, ...], Suggestion] = {}
    for suggestion in group:
        if suggestion.layer != ENTITIES:
            yield suggestion
        elif not any(cover.touches(*part) for part in suggestion.parts):
            parts = suggestion.parts
            entities[parts] = max(entities.get(parts, suggestion), suggestion, key=_score)
    yield from entities.values()
