"""Comparing the relations of two people by the spans that they connect."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from annotator.model.values import Relation
from annotator.quality.measures.alignment import align
from annotator.quality.measures.common import CommonArticle
from annotator.quality.measures.spans import Share

Kind: TypeAlias = tuple[str, str]  # layer of the head, and type of the relation
_End: TypeAlias = tuple[str, int | str]


def shares(article: CommonArticle, one: int, other: int) -> dict[Kind, Share]:
    """Return the shares of two people, by index: relations agree if their type is the same and their ends are aligned.

    A tail in another article agrees only with the same tail.
    """
    if not article.relations[one] and not article.relations[other]:
        return {}
    ends: list[dict[str, _End]] = [{}, {}]
    for layer, units in article.units.items():
        found, _ = align([units[one], units[other]])
        for number, each in enumerate(found):
            for side, (person, index) in enumerate(zip((one, other), each.indices, strict=True)):
                if index is not None:
                    ends[side][article.spans[layer][person][index].id] = (layer, number)
    ours, theirs = (_joined(article.relations[who], ends[side]) for side, who in enumerate((one, other)))
    common: defaultdict[Kind, int] = defaultdict(int)
    for (kind, *_), number in (ours & theirs).items():
        common[kind] += 2 * number
    both = Counter(kind for kind, *_ in [*ours.elements(), *theirs.elements()])
    return {kind: Share(common[kind], number) for kind, number in both.items()}


def _joined(relations: Sequence[Relation], ends: dict[str, _End]) -> Counter[tuple[Kind, _End, _End]]:
    return Counter(
        ((ends[each.head][0], each.label), ends[each.head], ends.get(each.tail, ("", each.tail)))
        for each in relations
        if each.head in ends
    )
