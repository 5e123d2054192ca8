"""Computing each label's share of the decisions about a string; recent decisions count more.

Each article with decisions about a string has one vote. The vote is divided among the labels that the string got in the
article, in proportion to their number; rejections without any label count against all labels. The latest article's vote
counts 1, and that of each earlier article `FADE` times as much as the next one's. A label's share is
``for / (for + against + PRIOR)``. A single decision gives 0.91, which is sure. After a contrary decision, it takes six
articles until the majority's label is sure again.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from annotator.suggest.sources.memory.seen import PRIOR, SeenString, place_before

FADE = 0.8

_Row = tuple[str, str, str, int, int, int, int, str, str, str]


class _Vote(NamedTuple):
    """The decisions in one article about a string with one label, as `Decided.names` counts them."""

    label: str
    taken: int
    refused: int
    replaced: int
    learnt: int
    title: str
    before: str


def seen_names(rows: Iterable[_Row]) -> list[SeenString]:
    """Return an entry for each string and each of its labels; ``rows`` are as `Decided.names` returns them."""
    seen: list[SeenString] = []
    for (text, layer), of_string in groupby(rows, key=lambda row: (row[0], row[1])):
        articles = [
            [_Vote(row[2], *row[3:7], *row[8:]) for row in of_article]
            for _, of_article in groupby(of_string, key=lambda row: row[7])
        ]
        seen += _of_string(text, layer, articles)
    return seen


def _of_string(text: str, layer: str, articles: Sequence[Sequence[_Vote]]) -> Iterable[SeenString]:
    """Yield an entry for each label of a string; ``articles`` has the votes of each article, newest first."""
    by_label: dict[str, list[_Vote]] = defaultdict(list)
    for votes in articles:
        for vote in votes:
            by_label[vote.label].append(vote)
    for label, votes in by_label.items():
        titles = [vote.title for vote in votes if vote.taken]
        yield SeenString(
            text=text,
            layer=layer,
            label=label,
            accepted=sum(vote.taken for vote in votes),
            rejected=sum(vote.refused + vote.replaced for vote in votes),
            learnt=sum(vote.learnt for vote in votes),
            share=_share(label, articles),
            article=(titles or [votes[0].title])[0],
            before=tuple(sorted({place_before(each) for vote in votes for each in _befores(vote.before)})),
        )


def _share(label: str, articles: Iterable[Sequence[_Vote]]) -> float:
    supporting = opposing = 0.0
    weight = 1.0
    for votes in articles:
        taken = sum(vote.taken for vote in votes if vote.label == label)
        others = sum(vote.taken for vote in votes if vote.label != label) + sum(vote.refused for vote in votes)
        against = others + sum(vote.replaced for vote in votes if vote.label == label)
        if taken or against:
            supporting += weight * taken / (taken + against)
            opposing += weight * against / (taken + against)
            weight *= FADE
    return supporting / (supporting + opposing + PRIOR)


def _befores(value: str) -> list[str]:
    return [each for each in json.loads(value) if each is not None]
