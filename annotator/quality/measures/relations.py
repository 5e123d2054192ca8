"""Comparing the relations of two people by the spans that they connect."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from annotator.model.values import Relation
from annotator.quality.measures.alignment import align
from annotator.quality.measures.common import CommonArticle
from annotator.quality.measures.spans import SharedLabels

Kind: TypeAlias = tuple[str, str]  # layer of the head, and type of the relation
Pair: TypeAlias = tuple[Relation | None, Relation | None]
_End: TypeAlias = tuple[str, int | str]
_Joined: TypeAlias = tuple[Kind, _End, _End]


def shares(article: CommonArticle, one: int, other: int) -> dict[Kind, SharedLabels]:
    """Return the shares of two people, by index: relations agree if their type is the same and their ends are aligned.

    A tail in another article agrees only with the same tail.
    """
    if not article.relations[one] and not article.relations[other]:
        return {}
    ends = _ends(article, one, other)
    ours, theirs = (_joined(article.relations[who], ends[side]) for side, who in enumerate((one, other)))
    common: defaultdict[Kind, int] = defaultdict(int)
    for (kind, *_), number in (ours & theirs).items():
        common[kind] += 2 * number
    both = Counter(kind for kind, *_ in [*ours.elements(), *theirs.elements()])
    return {kind: SharedLabels(common[kind], number) for kind, number in both.items()}


def unlike(article: CommonArticle, kind: Kind, one: int, other: int) -> Iterator[Pair]:
    """Yield the relations of a kind that only one of two people has, each with the other's from the same head."""
    ends = _ends(article, one, other)
    sides = [_of_kind(article.relations[who], ends[side], kind) for side, who in enumerate((one, other))]
    same = Counter(key for key, _ in sides[0]) & Counter(key for key, _ in sides[1])
    left: defaultdict[_End, tuple[list[Relation], list[Relation]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate(sides):
        agreed = same.copy()
        for key, relation in rows:
            if agreed[key] > 0:
                agreed[key] -= 1
            else:
                left[key[1]][side].append(relation)
    for ours, theirs in left.values():
        yield from zip_longest(ours, theirs)


def _ends(article: CommonArticle, one: int, other: int) -> list[dict[str, _End]]:
    """Return for each of two people the aligned place of each span, by its id."""
    ends: list[dict[str, _End]] = [{}, {}]
    for layer, units in article.units.items():
        found, _ = align([units[one], units[other]])
        for number, each in enumerate(found):
            for side, (person, index) in enumerate(zip((one, other), each.indices, strict=True)):
                if index is not None:
                    ends[side][article.spans[layer][person][index].id] = (layer, number)
    return ends


def _of_kind(relations: Sequence[Relation], ends: dict[str, _End], kind: Kind) -> list[tuple[_Joined, Relation]]:
    found = ((_key(each, ends), each) for each in relations if each.head in ends)
    return [(key, relation) for key, relation in found if key[0] == kind]


def _joined(relations: Sequence[Relation], ends: dict[str, _End]) -> Counter[_Joined]:
    return Counter(_key(each, ends) for each in relations if each.head in ends)


def _key(relation: Relation, ends: dict[str, _End]) -> _Joined:
    head = ends[relation.head]
    return (head[0], relation.label), head, ends.get(relation.tail, ("", relation.tail))
