"""Gold where an article was adjudicated, else the labels of the only person who finished it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from annotator.model.values import GOLD, NOBODY, Annotated
from annotator.project.project import Project


class LeftOut(NamedTuple):
    """An article that several people finished but nobody adjudicated."""

    document: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldOrOnlyFigures:
    """The numbers of a `GoldOrOnly`, as the screen shows them.

    ``counts`` are the articles by annotator, gold first. ``left_out`` counts the articles that wait for adjudication,
    ``titles`` names the first of them. ``unfinished`` counts those that nobody finished.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    left_out: int = 0
    titles: tuple[str, ...] = ()
    unfinished: int = 0

    @property
    def taken(self) -> int:
        """The number of articles that get labels."""
        return sum(self.counts.values())

    @property
    def every(self) -> int:
        """The number of all articles."""
        return self.taken + self.left_out + self.unfinished


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldOrOnly:
    """The choice of labels for each article.

    ``whose`` maps document ids to annotators, in the order the articles were added. ``left_out`` are the articles that
    wait for adjudication, ``unfinished`` counts those that nobody finished.
    """

    whose: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    unfinished: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """The number of articles by annotator, gold first, then the others by name."""
        found = Counter(self.whose.values())
        return {name: found[name] for name in sorted(found, key=lambda name: (name != GOLD, name))}

    def figures(self, titles: int = 0) -> GoldOrOnlyFigures:
        """Return the numbers of this choice, with the titles of the first articles that wait for adjudication."""
        named = tuple(each.title for each in self.left_out[:titles])
        left_out = len(self.left_out)
        return GoldOrOnlyFigures(counts=self.counts, left_out=left_out, titles=named, unfinished=self.unfinished)

    def each(self, project: Project, ids: Iterable[str], *, suggestions: bool = False) -> Iterator[Annotated]:
        """Yield the documents, each with the labels that it gets; ids without an annotator are left out."""
        for annotator, some in groupby((id_ for id_ in ids if id_ in self.whose), key=self.whose.__getitem__):
            yield from project.read.gathering.each(some, annotator, suggestions=suggestions, comments=True)


def gold_or_only(project: Project, *, replaced: bool = False) -> GoldOrOnly:
    """Return whose labels each article gets; ``replaced`` includes articles that a newer version replaces."""
    whose: dict[str, str] = {}
    left_out: list[LeftOut] = []
    unfinished = 0
    for document, title, names in project.read.figures.finished_by(replaced=replaced):
        people = [name for name in names if name not in NOBODY]
        if GOLD in names:
            whose[document] = GOLD
        elif len(people) == 1:
            whose[document] = people[0]
        elif people:
            left_out.append(LeftOut(document, title))
        else:
            unfinished += 1
    return GoldOrOnly(whose=whose, left_out=tuple(left_out), unfinished=unfinished)
