"""Dealing articles to people: some articles to several people, to measure agreement, the others to one.

A stratum is, for example, the articles of one publisher in one month. Each stratum is shuffled by a seed, and all
strata are interleaved, so that any first part of the result holds each stratum in proportion. The first articles go to
several people. Each article goes to the people with the fewest articles; among equals, to those who share the fewest
articles so far. Near-duplicates go to the same people, and what was dealt before stays. Only `pass_on` moves articles
that a person was dealt: each goes to somebody who does not have it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations
from typing import TypeAlias

from annotator.system.errors import AnnotatorError
from annotator.text import near_duplicates
from annotator.text.near_duplicates import Sketch

STRATA = ("publisher", "month", "language")
"""The facts about articles that can form strata."""

Dealt: TypeAlias = dict[str, tuple[str, ...]]
"""The people that each article is dealt to, sorted, by the id of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealable:
    """An article to deal: its stratum, and its sketch if near-duplicates are to stay together."""

    id: str
    stratum: tuple[str, ...] = ()
    sketch: Sketch = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The settings of a deal: ``overlap`` per cent of the articles go to ``per`` people each, the others to one."""

    people: tuple[str, ...]
    overlap: int = 0
    per: int = 2
    seed: int = 1

    def check(self) -> None:
        """Raise if articles cannot be dealt like this.

        Raises:
            AnnotatorError: ``deal.share`` or ``deal.per``.
        """
        if not 0 <= self.overlap <= 100:
            raise AnnotatorError("deal.share", share=self.overlap)
        if not self.people or (self.overlap and not 2 <= self.per <= len(self.people)):
            raise AnnotatorError("deal.per", per=self.per)


def deal(articles: Iterable[Dealable], wish: Wish, given: Mapping[str, Collection[str]] | None = None) -> Dealt:
    """Deal the articles that nobody was ``given`` before, as wished; the order of ``articles`` makes no difference.

    Raises:
        AnnotatorError: Like `Wish.check`.
    """
    wish.check()
    known = sorted(articles, key=lambda article: article.id)
    before = {id_: tuple(sorted(people)) for id_, people in (given or {}).items() if people}
    table = _Table(wish)
    for people in before.values():
        table.count(people, 1)
    free: list[_Unit] = []
    for members in _together(known):
        fresh = [member for member in members if member.id not in before]
        earlier = Counter(before[member.id] for member in members if member.id in before)
        if earlier:
            people = min(earlier, key=lambda each: (-earlier[each], each))
            table.put(fresh, people)
        else:
            free.append(fresh)
    shared = -(-sum(map(len, free)) * wish.overlap // 100)
    for unit in _interleaved(free, wish.seed):
        wanted = wish.per if shared > 0 else 1
        shared -= len(unit)
        table.put(unit, table.next_people(wanted, unit))
    return table.dealt


def pass_on(articles: Iterable[Dealable], wish: Wish, kept: Mapping[str, Collection[str]], giver: str) -> Dealt:
    """Deal articles of ``giver`` to one other person each; an article that all these people have goes to nobody.

    Near-duplicates stay together where one person can take them all. ``kept`` are the people who have each article of
    the project, without ``giver`` for these articles. The overlap of the wish does not matter.
    """
    table = _Table(wish)
    for people in kept.values():
        table.count(sorted(people), 1)
    able = [person for person in wish.people if person != giver]
    for unit in _interleaved(_together(sorted(articles, key=lambda article: article.id)), wish.seed):
        everybody = {person for member in unit for person in kept.get(member.id, ())}
        whole = any(person not in everybody for person in able)
        for part in [unit] if whole else [[member] for member in unit]:
            having = sorted({person for member in part for person in kept.get(member.id, ())})
            others = [person for person in able if person not in having]
            if others:
                table.add(part, table.next_person(part, others, having), kept)
    return table.dealt


def loads(dealt: Iterable[Collection[str]]) -> Counter[str]:
    """Count the articles that each person was dealt."""
    return Counter(person for people in dealt for person in people)


def shared(dealt: Iterable[Collection[str]]) -> Counter[tuple[str, str]]:
    """Count the articles that each pair of people shares; the two names of a pair are sorted."""
    return Counter(pair for people in dealt for pair in combinations(sorted(people), 2))


_Unit: TypeAlias = list[Dealable]  # near-duplicates, in order of their ids


class _Table:
    """The people that articles are dealt to, and how many articles each person has and each pair shares."""

    def __init__(self, wish: Wish) -> None:
        self.dealt: Dealt = {}
        self._wish = wish
        self._load: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()

    def count(self, people: Sequence[str], articles: int) -> None:
        for person in people:
            self._load[person] += articles
        for pair in combinations(sorted(people), 2):
            self._pairs[pair] += articles

    def put(self, unit: _Unit, people: tuple[str, ...]) -> None:
        self.dealt.update((member.id, people) for member in unit)
        self.count(people, len(unit))

    def next_people(self, wanted: int, unit: _Unit) -> tuple[str, ...]:
        """Return the people with the fewest articles, among equals those who share the fewest, then by lot."""
        chosen: list[str] = []
        for _ in range(wanted):
            rest = [person for person in self._wish.people if person not in chosen]
            chosen.append(self.next_person(unit, rest, chosen))
        return tuple(sorted(chosen))

    def next_person(self, unit: _Unit, able: Sequence[str], others: Sequence[str]) -> str:
        """Return which of ``able`` is next, given the ``others`` who get or have the same articles."""
        lots = {person: _lot(self._wish.seed, unit[0].id, person) for person in able}
        return min(able, key=lambda person: (self._load[person], self._met(person, others), lots[person]))

    def add(self, unit: _Unit, person: str, kept: Mapping[str, Collection[str]]) -> None:
        """Add articles to a person's load, beside the people who already have them."""
        self.put(unit, (person,))
        for member in unit:
            for other in kept.get(member.id, ()):
                self._pairs[min(person, other), max(person, other)] += 1

    def _met(self, person: str, others: Sequence[str]) -> int:
        return sum(self._pairs[min(person, other), max(person, other)] for other in others)


def _together(articles: Sequence[Dealable]) -> list[_Unit]:
    """Group near-duplicate articles; an article without any is a group of one."""
    first = near_duplicates.groups({article.id: article.sketch for article in articles})
    members: defaultdict[str, _Unit] = defaultdict(list)
    for article in articles:
        members[first[article.id]].append(article)
    return list(members.values())


def _interleaved(units: Iterable[_Unit], seed: int) -> list[_Unit]:
    """Order the units by the seed so that each stratum is spread evenly over the result."""
    by_stratum: defaultdict[tuple[str, ...], list[_Unit]] = defaultdict(list)
    for unit in units:
        by_stratum[unit[0].stratum].append(unit)
    placed: list[tuple[float, bytes, _Unit]] = []
    for stratum, own in by_stratum.items():
        own.sort(key=lambda unit: _lot(seed, unit[0].id))
        lot = _lot(seed, *stratum)
        start = int.from_bytes(lot[:4]) / (1 << 32)  # random, so that small strata do not all come in the middle
        placed += [((number + start) / len(own), lot, unit) for number, unit in enumerate(own)]
    placed.sort(key=lambda place: place[:2])
    return [unit for _, _, unit in placed]


def _lot(seed: int, *words: str) -> bytes:
    return blake2b("\0".join((str(seed), *words)).encode(), digest_size=8).digest()
