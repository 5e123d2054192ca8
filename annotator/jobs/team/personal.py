"""One person's work over time: how close it comes to gold and to other people, and the results of tests."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from annotator.jobs.snapshots import Readable, reading
from annotator.jobs.team import practising, retesting
from annotator.jobs.team import rounds as rounds_of
from annotator.jobs.team.practising import Practice
from annotator.jobs.team.retesting import Round
from annotator.model.values import GOLD, NOBODY
from annotator.processes.worker import Progress, no_progress
from annotator.quality.measures.common import CommonArticle, common
from annotator.quality.measures.resampling import Interval, interval
from annotator.quality.measures.spans import SharedLabels, exact, total
from annotator.system.errors import StoreError


class Every(StrEnum):
    """The length of a period."""

    MONTH = "month"
    WEEK = "week"


class Figure(NamedTuple):
    """The F-score with its range, and the number of labels on both sides; None if there are no labels."""

    f: float | None
    interval: Interval | None
    labels: int


class Period(NamedTuple):
    """The figures of the articles finished in a month (``2026-03``) or a week (``2026-W09``)."""

    when: str
    articles: int
    gold: Figure
    others: Figure


class LabelFigures(NamedTuple):
    """The figures of a label, overall and by period, oldest first."""

    label: str
    gold: Figure
    others: Figure
    periods: tuple[Period, ...]


class OfLayer(NamedTuple):
    """The figures of a layer, overall, by period and by label."""

    layer: str
    gold: Figure
    others: Figure
    periods: tuple[Period, ...]
    labels: tuple[LabelFigures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The figures of a person's work by layer, and the rounds of re-tests and of practice, oldest first."""

    name: str
    articles: int
    layers: tuple[OfLayer, ...]
    rounds: tuple[Round, ...]
    practice: tuple[Practice, ...]


def over_time(
    project: Readable, person: str, every: Every = Every.MONTH, *, progress: Progress = no_progress
) -> Person:
    """Return a person's figures by the month or week in which they finished the articles.

    Gold that the person made by adjudicating counts like any other gold. People are not compared with each other.

    Raises:
        StoreError: ``store.no_annotator``, or the project cannot be read.
    """
    with reading(project) as opened:
        known = opened.read.annotators()
        if person not in {*known, *rounds_of.people(opened), *opened.read.assigned.people()}:
            raise StoreError("store.no_annotator", annotator=person, file=opened.path.name, names=", ".join(known))
        finished = dict(opened.read.assigned.finished(person))
        people = sorted({person, GOLD, *known} - (NOBODY - {GOLD}))
        ids = [id_ for id_ in opened.read.figures.done_by_several(people) if id_ in finished]
        sums: dict[str, _Sums] = defaultdict(_Sums)
        for at, annotated in enumerate(opened.read.gathering.each(ids, None)):
            progress(at, len(ids))
            article = common(annotated, people)
            if article is not None and person in article.people:
                _add(article, person, period(finished[article.document], every), sums)
        progress(len(ids), len(ids))
        return Person(
            name=person,
            articles=len(finished),
            layers=tuple(sums[layer].of_layer(layer) for layer in sorted(sums)),
            rounds=tuple(retesting.rounds_in(opened, person)),
            practice=tuple(practising.results_in(opened, person)),
        )


def period(when: str, every: Every) -> str:
    """Return the month (``2026-03``) or the ISO 8601 week (``2026-W09``) of a time."""
    if every is Every.MONTH:
        return when[:7]
    try:
        year, week, _ = date.fromisoformat(when[:10]).isocalendar()
    except ValueError:
        return when[:7]
    return f"{year:04}-W{week:02}"


def as_mapping(found: Person) -> dict[str, Any]:
    """Return the figures as JSON values."""
    return {
        "annotator": found.name,
        "articles": found.articles,
        "layers": {
            each.layer: {
                **_figures(each),
                "periods": [{**period._asdict(), **_figures(period)} for period in each.periods],
                "labels": [
                    {
                        "label": label.label,
                        **_figures(label),
                        "periods": [{**period._asdict(), **_figures(period)} for period in label.periods],
                    }
                    for label in each.labels
                ],
            }
            for each in found.layers
        },
        "rounds": retesting.as_mapping(found.rounds),
        "practice": [practising.as_mapping(each) for each in found.practice],
    }


# Internal


def _figures(found: Period | LabelFigures | OfLayer) -> dict[str, Any]:
    return {"gold": found.gold._asdict(), "others": found.others._asdict()}


class _Sums:
    """Collects the shares of one layer by period and label, one for each article."""

    def __init__(self) -> None:
        self._articles: defaultdict[str, set[str]] = defaultdict(set)
        self._shares: dict[tuple[str, str, bool], list[SharedLabels]] = defaultdict(
            list
        )  # by period, label and "is gold"

    def add(self, document: str, when: str, found: Mapping[str, SharedLabels], *, gold: bool) -> None:
        """Add the shares of an article, measured against gold or against all other people."""
        self._articles[when].add(document)
        for label, share in found.items():
            self._shares[when, label, gold].append(share)
        self._shares[when, "", gold].append(total(list(found.values())))

    def of_layer(self, layer: str) -> OfLayer:
        """Return the figures of the layer."""
        labels = sorted({label for _, label, _ in self._shares if label})
        made = [self._of_label(label) for label in labels]
        made.sort(key=lambda each: (-each.gold.labels - each.others.labels, each.label))
        return OfLayer(layer, self._figure(""), self._figure("", gold=False), self._periods(""), tuple(made))

    def _of_label(self, label: str) -> LabelFigures:
        return LabelFigures(label, self._figure(label), self._figure(label, gold=False), self._periods(label))

    def _periods(self, label: str) -> tuple[Period, ...]:
        return tuple(
            Period(
                when,
                len(self._articles[when]),
                self._figure(label, when),
                self._figure(label, when, gold=False),
            )
            for when in sorted(self._articles)
        )

    def _figure(self, label: str, when: str | None = None, *, gold: bool = True) -> Figure:
        keys = [key for key in self._shares if key[1:] == (label, gold) and when in {None, key[0]}]
        shares: Sequence[SharedLabels] = [share for key in keys for share in self._shares[key]]
        sums = total(shares)
        return Figure(sums.f, interval(shares) if sums.both else None, round(sums.both))


def _add(article: CommonArticle, person: str, when: str, sums: dict[str, _Sums]) -> None:
    side = article.people.index(person)
    for layer, units in article.units.items():
        others: defaultdict[str, list[SharedLabels]] = defaultdict(list)
        for other, name in enumerate(article.people):
            if other == side:
                continue
            found = exact(units[side], units[other])
            if name == GOLD:
                sums[layer].add(article.document, when, found, gold=True)
            else:
                for label, share in found.items():
                    others[label].append(share)
        if len(article.people) > 1 + (GOLD in article.people):
            pooled = {label: total(every) for label, every in others.items()}
            sums[layer].add(article.document, when, pooled, gold=False)
