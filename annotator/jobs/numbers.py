"""A project in numbers: progress, labels, frequent names, and the time spent. Only reads."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations, islice
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from annotator.jobs import board as boards
from annotator.jobs.snapshots import Readable, reading
from annotator.model.values import Identity
from annotator.processes.worker import Progress, no_progress
from annotator.store.queries.project_figures import LabelCount, Spelling, Spent, StateCount, Took, WeekCount
from annotator.store.queries.talk import Stages
from annotator.store.queries.who import NO_VERDICT, ClaimFilter
from annotator.suggestions.namesakes import compared
from annotator.suggestions.reliability import Tally
from annotator.suggestions.reliability import by_week as agreement_by_week

if TYPE_CHECKING:
    from annotator.project.project import Project

MOST = 60  # names, claimants or slow articles in each list
MOST_PUBLISHERS = 500
LEAST_FINISHED = 3  # finished articles that a forecast needs
_SPELLINGS = 20_000
_NO_STAGES = Stages(0, 0, 0)
_HOUR = 3_600_000  # milliseconds


LabelKey: TypeAlias = tuple[str, str]  # layer, label


class NamedCount(NamedTuple):
    """A name and its count. ``words`` is its commonest spelling; ``label`` may be None."""

    name: str
    words: str
    label: str | None
    number: int


class Claiming(NamedTuple):
    """A claimant with the number of claims, and how many of these have a verdict; the rest as in `NamedCount`."""

    name: str
    words: str
    label: str | None
    number: int
    checked: int


class Pair(NamedTuple):
    """Two labels, and the number of articles that have both."""

    first: LabelKey
    second: LabelKey
    documents: int


class Spread(NamedTuple):
    """Quartiles of durations in milliseconds: 25% are below ``low``, 50% below ``middle``, 75% below ``high``."""

    number: int
    low: float
    middle: float
    high: float


class Forecast(NamedTuple):
    """The number of articles left, and the hours they take at the lower quartile, the median and the upper quartile."""

    documents: int
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """All figures of one annotator, or of everyone (None).

    Attributes:
        annotators: The people who have worked in the project, or the current annotator if nobody has.
        states: The numbers of articles from `Figures.states`, for these people and those who were dealt articles.
        publishers: The `MOST_PUBLISHERS` with the most spans; None stands for articles without a publisher.
        months: The number of spans by month of publication (``2026-03``) and label, without gaps.
        weeks: The number of spans by week of publication (its Monday, ``2026-03-02``) and publisher, without gaps.
        agreement: By week and layer, how suggestions that a person looked at were decided; includes everybody's
            decisions, as suggestions belong to all.
        article: The time spent on finished articles.
        slowest: The slowest articles, finished or not.
        kinds: The times of decisions by kind, the most frequent kind first.
        spent: The total time in milliseconds.
        finished: How many articles each person finished, and how many they skipped.
    """

    annotator: str | None
    annotators: tuple[str, ...]
    documents: int
    characters: int
    left: int
    states: tuple[StateCount, ...]
    labels: Mapping[LabelKey, int]
    publishers: Mapping[str | None, Mapping[LabelKey, int]]
    months: Mapping[str, Mapping[LabelKey, int]]
    weeks: Mapping[str, Mapping[str | None, int]]
    names: tuple[NamedCount, ...]
    claimants: tuple[Claiming, ...]
    agreement: Mapping[str, Mapping[str, Tally]]
    pairs: tuple[Pair, ...]
    article: Spread | None
    slowest: tuple[Spent, ...]
    kinds: Mapping[str, Spread]
    spent: float
    forecast: Forecast | None
    stages: Stages = _NO_STAGES
    finished: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def spans(self) -> int:
        """The number of spans."""
        return sum(self.labels.values())


def numbers(project: Readable, annotator: str | None, *, progress: Progress = no_progress) -> Numbers:
    """Compute the figures of a project for one annotator, or for everyone if None."""
    with reading(project) as opened:
        return _numbers(opened, annotator, progress)


def months_of(
    project: Path, annotator: str | None, publisher: str, *, progress: Progress = no_progress
) -> Mapping[str, Mapping[LabelKey, int]]:
    """Return ``Numbers.months`` for one publisher's articles."""
    progress(0, 1)
    with reading(project) as opened:
        return by_month(opened.read.figures.labels(annotator, publisher))


def by_label(labels: Iterable[LabelCount]) -> Counter[LabelKey]:
    """Count spans by (layer, label), in the order of the rows."""
    counts: Counter[LabelKey] = Counter()
    for count in labels:
        counts[count.layer, count.label] += count.spans
    return counts


def by_publisher(labels: Iterable[LabelCount]) -> dict[str | None, Counter[LabelKey]]:
    """Count spans by publisher (None: articles without one) and label, most spans first."""
    counts: dict[str | None, Counter[LabelKey]] = defaultdict(Counter)
    for count in labels:
        counts[count.publisher][count.layer, count.label] += count.spans
    ordered = sorted(counts, key=lambda name: (name is None, -counts[name].total(), name or ""))
    return {name: counts[name] for name in ordered}


def by_month(labels: Iterable[LabelCount]) -> dict[str, Counter[LabelKey]]:
    """Count spans by month and label, including months without spans; dates before 1900 are ignored."""
    counts: dict[str, Counter[LabelKey]] = defaultdict(Counter)
    for count in labels:
        if count.month and boards.MONTH.fullmatch(count.month):
            counts[count.month][count.layer, count.label] += count.spans
    if not counts:
        return {}
    return {month: counts.get(month, Counter()) for month in boards.every_month(min(counts), max(counts))}


def by_week(counted: Iterable[WeekCount]) -> dict[str, dict[str | None, int]]:
    """Count spans by week and publisher, including weeks without spans."""
    counts: dict[str, dict[str | None, int]] = defaultdict(dict)
    for week, publisher, spans in counted:
        counts[week][publisher] = spans
    return {week: counts.get(week, {}) for week in every_week(min(counts), max(counts))} if counts else {}


def every_week(first: str, last: str) -> Iterator[str]:
    """Yield every Monday (``2026-03-02``) from the first to the last, inclusive."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        yield day.isoformat()
        day += timedelta(days=7)


def spread(times: Mapping[float, int] | Iterable[float]) -> Spread | None:
    """Return the quartiles of durations, or None if there are none; a mapping gives the count of each duration."""
    all_times = sorted(Counter(times).elements())
    if not all_times:
        return None
    if len(all_times) == 1:
        return Spread(1, *all_times * 3)
    low, middle, high = quantiles(all_times, n=4, method="inclusive")
    return Spread(len(all_times), low, middle, high)


def forecast(left: int, article: Spread | None) -> Forecast | None:
    """Estimate the hours for the articles left, or return None if fewer than `LEAST_FINISHED` are finished."""
    if article is None or article.number < LEAST_FINISHED:
        return None
    low, middle, high = (left * time / _HOUR for time in (article.low, article.middle, article.high))
    return Forecast(documents=left, low=low, middle=middle, high=high)


def named(spellings: Iterable[Spelling], identities: Iterable[Identity]) -> tuple[NamedCount, ...]:
    """Merge the spellings of each name or identity; return the `MOST` most frequent ones."""
    known = {identity.id: identity for identity in identities}
    groups: dict[tuple[str, str], list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        who = spelling.identity if spelling.identity in known else None
        groups[(who, "") if who else (compared(spelling.words), spelling.label)].append(spelling)
    found = []
    for (key, _), group in groups.items():
        most = max(group, key=lambda spelling: spelling.spans)
        identity = known.get(key)
        name, label = (identity.name, identity.label) if identity else (most.words, most.label)
        found.append(NamedCount(name, most.words, label, sum(spelling.spans for spelling in group)))
    return tuple(sorted(found, key=lambda each: (-each.number, each.name))[:MOST])


def pairs(together: Iterable[tuple[Sequence[LabelKey], int]]) -> tuple[Pair, ...]:
    """Count the articles that have both labels of a pair, most frequent pair first; each input sequence is sorted."""
    counts: Counter[tuple[tuple[str, str], LabelKey]] = Counter()
    for labels, documents in together:
        for pair in combinations(labels, 2):
            counts[pair] += documents
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Pair(first, second, documents) for (first, second), documents in ordered)


def as_mapping(found: Numbers) -> dict[str, Any]:
    """Return all figures as JSON values, durations in milliseconds."""
    return {
        "annotator": found.annotator,
        "left": found.left,
        "progress": [count._asdict() for count in found.states],
        "reviewed": found.stages.reviewed,
        "adjudicated": found.stages.adjudicated,
        "open_comments": found.stages.open_threads,
        "labels": _listed(found.labels),
        "publishers": [{"publisher": name, "labels": _listed(counts)} for name, counts in found.publishers.items()],
        "months": [{"month": month, "labels": _listed(counts)} for month, counts in found.months.items()],
        "weeks": [
            {"week": week, "publishers": [{"publisher": name, "spans": spans} for name, spans in counts.items()]}
            for week, counts in found.weeks.items()
        ],
        "names": [each._asdict() for each in found.names],
        "claimants": [each._asdict() for each in found.claimants],
        "agreement": [
            {"week": week, "layer": layer, **_decided(tally)}
            for week, layers in found.agreement.items()
            for layer, tally in layers.items()
        ],
        "together": [{"labels": [*map(list, pair[:2])], "documents": pair.documents} for pair in found.pairs],
        "article_milliseconds": found.article._asdict() if found.article else None,
        "slowest": [each._asdict() for each in found.slowest],
        "decision_milliseconds": {kind: times._asdict() for kind, times in found.kinds.items()},
        "spent_milliseconds": round(found.spent),
        "forecast_hours": found.forecast._asdict() if found.forecast else None,
    }


_STEPS = 10


def _decided(tally: Tally) -> dict[str, int]:
    return {"accepted": tally.accepted, "corrected": tally.corrected, "rejected": tally.rejected}


def _listed(counts: Mapping[LabelKey, int]) -> list[dict[str, Any]]:
    return [{"layer": layer, "label": label, "spans": spans} for (layer, label), spans in counts.items()]


def _numbers(opened: "Project", annotator: str | None, progress: Progress) -> Numbers:
    figures, who = opened.read.figures, opened.read.who
    documents, characters = opened.read.counts.sizes()
    identities = who.identities()
    progress(1, _STEPS)
    labels = figures.labels(annotator)
    progress(2, _STEPS)
    spellings = figures.spellings(annotator, most=_SPELLINGS)
    names = named(spellings, identities)
    progress(3, _STEPS)
    unchecked = Counter[str]()
    for each in who.counted(ClaimFilter(annotator=annotator, verdict=NO_VERDICT)):
        unchecked[each.claimant] += each.claims
    claims = boards.arranged(who.counted(ClaimFilter(annotator=annotator)), identities)
    claimants = _claimants(claims, unchecked, spellings)
    progress(4, _STEPS)
    together = pairs(figures.together(annotator))
    progress(5, _STEPS)
    spent = figures.spent(annotator)
    progress(6, _STEPS)
    kinds = _kinds(figures.took(annotator))
    progress(7, _STEPS)
    left = figures.left(annotator)
    weeks = by_week(figures.weeks(annotator))
    progress(8, _STEPS)
    decisions = (each.as_counted() for each in opened.read.decided.suggestions(None))
    agreement = agreement_by_week(each for each in decisions if each.looked)
    progress(9, _STEPS)
    article = spread(each.milliseconds for each in spent if each.done)
    people = tuple(opened.read.people.present()) or (opened.annotator,)
    return Numbers(
        annotator=annotator,
        annotators=people,
        documents=documents,
        characters=characters,
        left=left,
        states=_states(opened, annotator, people),
        labels=by_label(labels),
        publishers=dict(islice(by_publisher(labels).items(), MOST_PUBLISHERS)),
        months=by_month(labels),
        weeks=weeks,
        names=names,
        claimants=claimants,
        agreement=agreement,
        pairs=together,
        article=article,
        slowest=tuple(sorted(spent, key=lambda each: (-each.milliseconds, each.title))[:MOST]),
        kinds=kinds,
        spent=sum(each.milliseconds for each in spent),
        forecast=forecast(left, article),
        stages=opened.read.talk.stages(),
        finished=opened.read.talk.finished(),
    )


def _states(opened: "Project", annotator: str | None, people: Sequence[str]) -> tuple[StateCount, ...]:
    """Count articles by annotator and state, without annotators who have nothing here and were dealt nothing."""
    shown = {*people, *opened.read.assigned.people(), annotator}
    return tuple(count for count in opened.read.figures.states(annotator) if count.annotator in shown)


def _claimants(
    found: boards.Board, unchecked: Mapping[str, int], spellings: Iterable[Spelling]
) -> tuple[Claiming, ...]:
    """Return the claimants that have a name; a known identity gets its most frequent spelling as ``words``."""
    met: dict[str, str] = {}
    for spelling in spellings:
        met.setdefault(f"identity:{spelling.identity}", spelling.words)
    there = [
        claimant for claimant in found.claimants if claimant.kind in {boards.RowKind.IDENTITY, boards.RowKind.NAME}
    ]
    spelled = ((c, next((met[key] for key in c.keys if key in met), c.name)) for c in there[:MOST])
    return tuple(
        Claiming(
            c.name, words, c.label, c.stances.total, c.stances.total - sum(unchecked.get(key, 0) for key in c.keys)
        )
        for c, words in spelled
    )


def _kinds(took: Iterable[Took]) -> dict[str, Spread]:
    times: dict[str, Counter[float]] = defaultdict(Counter)
    for each in took:
        times[each.kind][each.milliseconds] += each.edits
    found = {kind: made for kind, counts in times.items() if (made := spread(counts)) is not None}
    return dict(sorted(found.items(), key=lambda each: (-each[1].number, each[0])))
