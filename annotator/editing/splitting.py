"""Split articles into train, dev and test, reproducibly and without leaks between them.

Near-duplicates stay together. Articles that have a split keep it, and their near-duplicates get the same. Labels are
stratified, the rare ones first.
Source: Sechidis, Tsoumakas, Vlahavas, "On the stratification of multi-label data", 2011, applied to numbers of spans.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from annotator.editing.edits import Change, Edit, EditKind, edit_of
from annotator.model.values import DocumentSplit
from annotator.system.errors import FormatError
from annotator.text import near_duplicates
from annotator.text.near_duplicates import Sketch

TRAIN, DEV, TEST = "train", "dev", "test"
SPLITS = (TRAIN, DEV, TEST)
_BY_NEED = (TRAIN, TEST, DEV)  # test before dev: a test set without labels measures nothing

Label: TypeAlias = tuple[str, str]  # layer, label

_LANGUAGE = ""  # stands for the layer where a language is counted like a label
_SHARES = re.compile(r"([0-9]{1,3})/([0-9]{1,3})/([0-9]{1,3})", re.ASCII)


class SplitCriterion(StrEnum):
    """A way to split articles: by chance, by date (newest in test) or by publisher (each publisher in one split)."""

    SEED = "seed"
    DATE = "date"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An article to be assigned to a split.

    ``split`` is its present split, None without one. ``labels`` is the number of its spans by label. ``published`` is
    an ISO date. ``sketch`` is compared to find near-duplicates. With a ``language``, each language of several articles
    gets a test article.
    """

    id: str
    split: str | None = None
    labels: Mapping[Label, int] = field(default_factory=dict)
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    sketch: Sketch = ()

    @property
    def counts(self) -> Mapping[Label, int]:
        """The counts to stratify by: labels, and the language if given."""
        return {**self.labels, (_LANGUAGE, self.language): 1} if self.language else self.labels


def parse(split: str) -> Mapping[str, int]:
    """Return the percentages of train, dev and test from text such as ``80/10/10``.

    Raises:
        FormatError: ``format.split`` if the text is not three whole numbers that add up to 100.
    """
    found = _SHARES.fullmatch(split)
    shares = [int(share) for share in found.groups()] if found else []
    if sum(shares) != 100:
        raise FormatError("format.split", split=split)
    return MappingProxyType(dict(zip(SPLITS, shares, strict=True)))


def copies_of(candidates: Iterable[Candidate]) -> dict[str, str]:
    """Map each article to the lowest id in its group of near-duplicates; see `near_duplicates.groups`."""
    return near_duplicates.groups({candidate.id: candidate.sketch for candidate in candidates})


def deal(
    candidates: Iterable[Candidate],
    shares: Mapping[str, int],
    seed: int,
    by: SplitCriterion = SplitCriterion.SEED,
    *,
    copies: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return a split for each article, by id.

    The sizes are as close to the shares as possible. If there are enough articles, each split with a share gets at
    least one article, and one with each label. If two articles have a label, train and test get one each; likewise with
    languages. The order of the candidates doesn't matter.

    Args:
        candidates: All articles.
        shares: The percentages that `parse` returns.
        seed: Any number; each number gives other splits.
        by: The criterion.
        copies: The result of `copies_of` for these articles, if it is known.
    """
    known = sorted(candidates, key=lambda candidate: candidate.id)
    if len({candidate.language for candidate in known}) == 1:  # there is nothing to spread
        known = [replace(candidate, language=None) for candidate in known]
    table = _Table(known, shares)
    free: list[_Unit] = []
    for members in _together(known, by, copies_of(known) if copies is None else copies):
        kept = Counter(member.split for member in members if member.split in SPLITS)
        if kept:
            split = max(SPLITS, key=lambda name: kept[name])
            for member in members:
                table.put(_unit([member], seed), member.split if member.split in SPLITS else split)
        else:
            free.append(_unit(members, seed))
    table.make_room(sum(map(len, free)))
    if by is SplitCriterion.DATE:
        _in_order(sorted(free, key=lambda unit: (unit.date, unit.drawn)), table)
    else:
        _spread(sorted(free, key=lambda unit: unit.drawn), table)
    return table.dealt


def apportion(count: int, weights: Sequence[int]) -> list[int]:
    """Divide a count in proportion to integer weights.

    The sizes are rounded down; the largest remainders get the rest, of equal ones the earlier.
    """
    total = sum(weights) or 1
    sizes = [count * weight // total for weight in weights]
    remainders = [(-(count * weight % total), place) for place, weight in enumerate(weights)]
    for _, place in sorted(remainders)[: count - sum(sizes)]:
        sizes[place] += 1
    return sizes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """Articles that must get the same split; ``drawn`` is their random sort key, ``date`` their earliest date or ""."""

    documents: tuple[str, ...]
    labels: Counter[Label]
    date: str
    drawn: str

    def __len__(self) -> int:
        return len(self.documents)


class _Table:
    """The content of each split so far, and the articles and spans of each label that it still needs."""

    def __init__(self, candidates: Sequence[Candidate], shares: Mapping[str, int]) -> None:
        self.dealt: dict[str, str] = {}
        self.open = [split for split in SPLITS if shares[split]]
        self.room: Counter[str] = Counter()
        self.sizes: Counter[str] = Counter()
        self.labels: dict[str, Counter[Label]] = {split: Counter() for split in SPLITS}
        self._count = len(candidates)
        self._shares = shares
        self._total: Counter[Label] = Counter()
        for candidate in candidates:
            self._total.update(candidate.counts)

    def put(self, unit: _Unit, split: str) -> None:
        self.dealt.update((document, split) for document in unit.documents)
        self.labels[split].update(unit.labels)
        self.sizes[split] += len(unit)
        self.room[split] -= len(unit)

    def make_room(self, free: int) -> None:
        """Set how many of the ``free`` articles without a split each split gets."""
        wanted = apportion(self._count, [self._shares[split] for split in SPLITS])
        missing = [max(0, size - self.sizes[split]) for split, size in zip(SPLITS, wanted, strict=True)]
        self.room = Counter(dict(zip(SPLITS, apportion(free, missing), strict=True)))
        for split in self.open:
            largest = max(SPLITS, key=lambda name: self.room[name])
            if not self.sizes[split] and not self.room[split] and self.room[largest] > 1:
                self.room[split] += 1
                self.room[largest] -= 1

    def wants(self, split: str, label: Label) -> float:
        """Return how many more spans of a label a split needs for its share; negative if it has too many."""
        return self._total[label] * self._shares[split] / 100 - self.labels[split][label]

    def worth(self, unit: _Unit, lacking: Set[Label]) -> tuple[int, int]:
        """Return how much a split gains from a unit: missing languages, by their articles, then missing labels."""
        new = lacking & unit.labels.keys()
        return sum(self._total[label] for label in new if label[0] == _LANGUAGE), len(new)

    def holding(self, unit: _Unit) -> list[str]:
        """Return the splits that have room for a unit, or the one with the most room if none has."""
        fitting = [split for split in self.open if self.room[split] >= len(unit)]
        return fitting or [max(self.open, key=lambda split: self.room[split])]


def _together(
    candidates: Sequence[Candidate], by: SplitCriterion, copies: Mapping[str, str]
) -> Iterator[list[Candidate]]:
    """Yield the groups that must get one split: near-duplicates, and a publisher's articles if split by that."""
    first = _joined(candidates, copies) if by is SplitCriterion.PUBLISHER else copies
    members: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        members[first[candidate.id]].append(candidate)
    yield from members.values()


def _joined(candidates: Sequence[Candidate], first: Mapping[str, str]) -> dict[str, str]:
    """Return each article's group, with the groups that share a publisher merged."""
    root = {group: group for group in first.values()}

    def find(group: str) -> str:
        while root[group] != group:
            group = root[group]
        return group

    of_publisher: dict[str, str] = {}
    for candidate in candidates:
        if candidate.publisher:
            mine = find(first[candidate.id])
            theirs = find(of_publisher.setdefault(candidate.publisher.casefold(), mine))
            root[max(mine, theirs)] = min(mine, theirs)
    return {id_: find(group) for id_, group in first.items()}


def _unit(members: Sequence[Candidate], seed: int) -> _Unit:
    labels: Counter[Label] = Counter()
    for member in members:
        labels.update(member.counts)
    documents = tuple(member.id for member in members)
    dates = [member.published for member in members if member.published]
    drawn = hashlib.sha256(f"{seed}\n{documents[0]}".encode()).hexdigest()
    return _Unit(documents=documents, labels=+labels, date=min(dates, default=""), drawn=drawn)


def _in_order(free: Iterable[_Unit], table: _Table) -> None:
    """Fill the splits one after the other; the last gets the rest."""
    splits = list(table.open)
    for unit in free:
        while len(splits) > 1 and table.room[splits[0]] <= 0:
            splits.pop(0)
        table.put(unit, splits[0])


def _spread(free: list[_Unit], table: _Table) -> None:
    """Put some spans of each label into each small split, then distribute the labels, rarest first, then fill up."""
    places = Counter(label for unit in free for label in unit.labels)
    places.update(label for split in table.open for label in table.labels[split])
    largest = max(table.open, key=lambda split: table.room[split])
    small = [split for split in _BY_NEED if split in table.open and split != largest]
    for served, split in enumerate(small, 1):  # a label in two units is for the largest split and one other
        _cover(split, free, table, {label for label, count in places.items() if count > served})
    while (label := _rarest(free)) is not None:
        having = [unit for unit in free if unit.labels[label]]
        free[:] = [unit for unit in free if not unit.labels[label]]
        for unit in sorted(having, key=lambda unit: -unit.labels[label]):
            splits = table.holding(unit)
            table.put(unit, max(splits, key=lambda name: (table.wants(name, label), table.room[name])))
    for unit in sorted(free, key=len, reverse=True):  # copies first, while a split has room for all of them
        table.put(unit, table.holding(unit)[0])


def _cover(split: str, free: list[_Unit], table: _Table, enough: set[Label]) -> None:
    """Assign articles with labels that a split lacks, those with the most of them first, while it has room."""
    while table.room[split] > 0 and free:
        lacking = {label for label in enough if not table.labels[split][label]}
        fitting = [unit for unit in free if len(unit) <= table.room[split]]
        if not fitting and not table.sizes[split] and len(free) > 1:
            fitting = [min(free, key=len)]  # a split that is too large is better than an empty one
        richest = max(fitting, key=lambda unit: table.worth(unit, lacking), default=None)
        if richest is None or (len(richest) <= table.room[split] and not lacking & richest.labels.keys()):
            return
        free.remove(richest)
        table.put(richest, split)


def _rarest(free: Iterable[_Unit]) -> Label | None:
    """Return the label that the fewest units have, or None if no unit has a label."""
    places = Counter(label for unit in free for label in unit.labels)
    return min(places, key=lambda label: (places[label], label), default=None)


def remember(before: Mapping[str, str | None], dealt: Mapping[str, str], *, annotator: str) -> Edit | None:
    """Return the edit that stores the ``dealt`` splits of documents, or None if nothing changes.

    Documents that ``before``, their present splits, lacks are skipped.
    """
    changes = tuple(
        Change(
            before=DocumentSplit(document=document, split=before[document]),
            after=DocumentSplit(document=document, split=split),
        )
        for document, split in sorted(dealt.items())
        if document in before and before[document] != split
    )
    return edit_of(EditKind.DEAL, changes, annotator=annotator)
